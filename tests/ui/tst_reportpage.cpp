// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/pagebench.h"
#include "ui/charts/chartframe.h"
#include "ui/charts/heatmapplot.h"
#include "ui/charts/percentileplot.h"
#include "ui/charts/stackedtimeplot.h"
#include "ui/charts/timeplot.h"
#include "ui/report/reportpage.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/verdictbadge.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <sys/stat.h>

using namespace plumb;
using namespace plumb::ui;
using test::text;

namespace {

class Bench
{
public:
    Bench() { file = pages.write(text("reports/content_generation/r.json"), dumpJson(json())); }

    static Json json() { return report::toJson(test::scriptedReport()); }

    [[nodiscard]] bool show()
    {
        page = new ReportPage;
        return pages.show(page);
    }
    /// Shows the page with the scripted report.
    [[nodiscard]] bool open()
    {
        if (!show())
            return false;
        page->open(file);
        return QTest::qWaitFor([this] { return page->report() != nullptr; });
    }
    template <class Widget>
    Widget* control(const char* name) const
    {
        return test::named<Widget>(*page, text(name));
    }
    [[nodiscard]] QStringList table(const char* name) const
    {
        return test::printed(*control<TableView>(name)->model());
    }
    [[nodiscard]] NoticeBar* notice() const { return test::notice(*page); }
    [[nodiscard]] bool says(const char* words) const { return test::says(*page, words); }
    [[nodiscard]] QTabWidget* tabs() const { return page->findChild<QTabWidget*>(); }
    test::PageBench pages;
    ReportPage* page = nullptr;
    QString file;
};

} // namespace

class TestReportPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst();
    void theVerdictStandsFirst();
    void rulesSayWhatWasMeasured();
    void figuresAndSteps();
    void coursesAreDrawn();
    void monitorsStandOnTheSameAxis();
    void aStepJoinsThePercentiles();
    void aSampleIsShownInFull();
    void tabsByKeyboardAndMouse();
    void factsOfAPartialRun();
    void aCutFileIsSaidBesideTheReport();
    void aPartOfTheRunFiltersEveryView();
    void reasonsOverTime();
    void emptyTabsSayWhy();
    void aRunThatCouldNotStartSaysWhy();
    void twoSamplesAreCompared();
    void figuresExplainThemselves();
    void chartsAreInThePalette();
    void columnsAndSplittersAreKept();
    void readingCanBeCancelled();
    void absentIsAbsent();
    void everyControlHasANameAndIsReached();
};

void TestReportPage::isEmptyAtFirst()
{
    Bench bench;
    QVERIFY(bench.show());
    QVERIFY(bench.says("No report open"));
    QVERIFY(test::button(*bench.page, QStringLiteral("Open a report file…")) != nullptr);
    QCOMPARE(bench.page->title(), text("Report"));
    const auto problems = test::accessProblems(bench.pages.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void TestReportPage::theVerdictStandsFirst()
{
    Bench bench;
    QVERIFY(bench.open());
    const auto texts = test::visibleTexts(*bench.page);
    QCOMPARE(texts.first(), text("p95 19.0 ms is within 10 % of its limit"));
    const auto* badge = bench.page->findChild<VerdictBadge*>();
    QVERIFY(badge->verdict() == metric::Verdict::warn);
    QCOMPARE(badge->accessibleName(), text("Verdict: warn"));
    const auto badgeTop = badge->mapTo(bench.page, QPoint(0, 0)).y();
    const auto evidence = bench.page->findChildren<QWidget*>();
    for (const QWidget* widget : evidence) {
        if (qobject_cast<const TableView*>(widget) != nullptr || qobject_cast<const Tile*>(widget) != nullptr
            || qobject_cast<const Plot*>(widget) != nullptr) {
            QVERIFY2(widget->mapTo(bench.page, QPoint(0, 0)).y() > badgeTop,
                qPrintable(test::objectPath(*widget)));
        }
    }
    QVERIFY(bench.says("content_generation · stage · 1.5.0 · 2026-11-20 14:03"));
    QVERIFY(!bench.says("closed model"));
    QCOMPARE(bench.page->title(), text("Report: content_generation"));
}

void TestReportPage::rulesSayWhatWasMeasured()
{
    Bench bench;
    QVERIFY(bench.open());
    QCOMPARE(bench.table("Rules"),
        QStringList({QStringLiteral("warn | p95 | run | 19.0 ms | ≤ 20 ms | within 10 % of the limit"),
            QStringLiteral("skipped | latency_ms.p95 | step:artifact | – | ≤ 20 ms | job_id is not set")}));
}

void TestReportPage::figuresAndSteps()
{
    Bench bench;
    QVERIFY(bench.open());
    QStringList tiles;
    const auto all = bench.page->findChildren<Tile*>();
    for (const Tile* tile : all) {
        if (!tile->isHidden()) // of bursts only
            tiles << tile->accessibleName();
    }
    QCOMPARE(tiles,
        QStringList({text("Requests: 200"), text("Requests/s: 50.0"), text("p50: 10.0 ms"),
            text("p95: 19.0 ms"), text("p99: 19.8 ms"), text("Errors: 1.00 %")}));
    const auto steps = bench.table("Steps");
    QCOMPARE(steps.size(), 2);
    QVERIFY2(steps[0].startsWith(text("validate | POST /validate | 200 | 2 | 1.00 % | 50.0 | ")),
        qPrintable(steps[0]));
    QVERIFY2(steps[1].startsWith(QStringLiteral("publish | POST /publish | 0 | 0 | – | – | –")),
        qPrintable(steps[1]));
}

void TestReportPage::coursesAreDrawn()
{
    Bench bench;
    QVERIFY(bench.open());
    auto plots = bench.page->findChildren<TimePlot*>();
    plots.removeIf([&](const TimePlot* plot) { return !plot->isVisibleTo(bench.page); }); // no monitors
    QCOMPARE(plots.size(), 3);
    for (const TimePlot* plot : plots)
        QCOMPARE(plot->table().rows.size(), 6u);
    auto frames = bench.page->findChildren<ChartFrame*>();
    frames.removeIf([&](const ChartFrame* frame) { return !frame->isVisibleTo(bench.page); });
    QCOMPARE(frames.size(), 6);
    for (const ChartFrame* frame : frames)
        QVERIFY2(!frame->caption().isEmpty(), qPrintable(frame->accessibleName()));
    QVERIFY(bench.says("Achieved 50.0 of 50.0 iterations a second planned"));
    QVERIFY(bench.says("2 of 200 finished requests failed"));
    QVERIFY(bench.says("Half of the requests took 10.0 ms or less"));
}

void TestReportPage::monitorsStandOnTheSameAxis()
{
    auto report = test::scriptedReport();
    report::MonitorSeries cpu{
        "process", "cpu_pct", "%", {-1, 1, 2, 3, 4}, {5, 40, 50, 60, 50}, {}, {}, "serve", {}};
    cpu.summary = {4, 0, 40.0, 50.0, 60.0, 50.0};
    report::MonitorSeries memory{
        "process", "rss_mb", "MB", {1, 2, 3, 4}, {100, 100, 110, 120}, {}, {}, "serve", {}};
    memory.summary = {4, 0, 100.0, 107.5, 120.0, 120.0};
    report.monitors = {cpu, memory};
    Bench bench;
    bench.file
        = bench.pages.write(text("reports/content_generation/m.json"), dumpJson(report::toJson(report)));
    QVERIFY(bench.open());
    QVERIFY(bench.says("40.0 to 60.0 %, 50.0 % in the mean"));
    QVERIFY(bench.says("100 to 120 MB"));
    auto plots = bench.page->findChildren<TimePlot*>();
    plots.removeIf([&](const TimePlot* plot) { return !plot->isVisibleTo(bench.page); });
    QCOMPARE(plots.size(), 5);
    for (const TimePlot* plot : plots)
        QCOMPARE(plot->visibleRange().lower, plots.first()->visibleRange().lower);
    const auto rows = bench.table("What the monitors read");
    QCOMPARE(rows.size(), 2);
    QVERIFY2(rows[0].startsWith(text("process.cpu_pct | serve | 40.0 | 50.0 | 60.0")), qPrintable(rows[0]));
    const auto problems = test::accessProblems(bench.pages.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void TestReportPage::aStepJoinsThePercentiles()
{
    Bench bench;
    QVERIFY(bench.open());
    const auto* plot = bench.page->findChild<PercentilePlot*>();
    const auto curves = plot->table().headers.size();
    auto* steps = bench.control<TableView>("Steps");
    steps->setFocus();
    test::key(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(steps->currentIndex().row(), 0);
    QVERIFY(plot->table().headers.size() > curves);
    QVERIFY(plot->table().headers.join(QLatin1Char(' ')).contains(text("validate")));
}

void TestReportPage::aSampleIsShownInFull()
{
    Bench bench;
    QVERIFY(bench.open());
    bench.tabs()->setCurrentIndex(1);
    QCOMPARE(bench.tabs()->tabText(1), text("Samples"));
    auto* samples = bench.control<TableView>("Samples");
    auto* detail = bench.control<QPlainTextEdit>("The chosen sample");
    QVERIFY(samples->isVisible() && detail->isVisible() && detail->isReadOnly());
    QCOMPARE(detail->toPlainText(),
        text("Choose a sample to see its request and answer, or two to see what differs."));
    const auto place = samples->visualRect(samples->model()->index(0, 1)).center();
    QTest::mouseClick(samples->viewport(), Qt::LeftButton, {}, place);
    const auto shown = detail->toPlainText();
    for (const char* part :
        {"Outcome: HTTP 5xx", "Message: status 503, expected 200", "Response 12.3 ms, service 12.0 ms",
            "POST http://127.0.0.1:8080/validate", "Content-Type: application/json", "{\"text\":\"hello\"}",
            "Answer: status 503", "{\"ok\":false}"})
        QVERIFY2(shown.contains(text(part)), qPrintable(text(part) + QLatin1Char('\n') + shown));
    // Another report has samples of its own.
    bench.page->open(bench.file);
    QTRY_COMPARE(detail->toPlainText(),
        text("Choose a sample to see its request and answer, or two to see what differs."));
}

void TestReportPage::tabsByKeyboardAndMouse()
{
    Bench bench;
    QVERIFY(bench.open());
    auto* tabs = bench.tabs();
    QStringList titles;
    for (int i = 0; i < tabs->count(); ++i)
        titles << tabs->tabText(i);
    QCOMPARE(titles,
        QStringList({text("Errors"), text("Samples"), text("Books"), text("Skipped"), text("Events"),
            text("Monitors"), text("Trust"), text("Environment"), text("Scenario")}));
    tabs->tabBar()->setFocus();
    for (int i = 1; i < tabs->count(); ++i) {
        test::key(Qt::Key_Right);
        QCOMPARE(tabs->currentIndex(), i);
    }
    QVERIFY(bench.control<QPlainTextEdit>("Scenario, secrets masked")
                ->toPlainText()
                .contains(text("constant-arrival-rate")));
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(0).center());
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(bench.table("Errors by outcome, status and reason")
                .join(QLatin1Char('\n'))
                .contains(text("HTTP 5xx")));
    QCOMPARE(bench.table("Requests by phase").size(), 2);
    const auto skipped = bench.table("Skipped steps");
    QCOMPARE(skipped.size(), 1);
    QVERIFY2(skipped[0].contains(text("job_id is not set")), qPrintable(skipped[0]));
    QVERIFY(bench.table("Events of the run").join(QLatin1Char('\n')).contains(text("deployed")));
    QVERIFY(bench.table("Figures of the load generator").join(QLatin1Char('\n')).contains(text("12")));
    QVERIFY(!bench.table("Fingerprint of the run").isEmpty());
}

void TestReportPage::factsOfAPartialRun()
{
    Bench bench;
    QVERIFY(bench.show());
    auto report = test::scriptedReport();
    report.ended_by = "user";
    report.partial = true;
    report.closed_model = true;
    report.note = "after the fix";
    report.judgement.sentence.clear();
    report.verdict = report.judgement.verdict = metric::Verdict::fail;
    bench.page->open(
        bench.pages.write(text("reports/content_generation/p.json"), dumpJson(report::toJson(report))));
    QTRY_VERIFY(bench.page->report());
    QCOMPARE(test::visibleTexts(*bench.page).first(), text("fail"));
    QVERIFY(bench.says("Stopped by the user"));
    QVERIFY(bench.says("response = service (closed model)"));
    QVERIFY(bench.says("after the fix"));
}

void TestReportPage::aCutFileIsSaidBesideTheReport()
{
    Bench bench;
    QVERIFY(bench.show());
    const auto whole = dumpJson(Bench::json());
    const auto cut = bench.pages.write(text("reports/login/cut.json"), whole.substr(0, whole.size() / 2));
    bench.page->open(cut);
    QTRY_VERIFY(bench.notice());
    QVERIFY2(bench.notice()->text().contains(text("cut.json")), qPrintable(bench.notice()->text()));
    QCOMPARE(bench.notice()->level(), NoticeBar::Level::error);
    QVERIFY(bench.page->report() == nullptr);
    QVERIFY(bench.says("No report open"));
    // A readable one takes the notice away; a failure after it leaves it on the screen.
    bench.page->open(bench.file);
    QTRY_VERIFY(bench.page->report());
    QVERIFY(bench.notice() == nullptr);
    bench.page->open(bench.pages.folder.filePath(text("gone.json")));
    QTRY_VERIFY(bench.notice());
    QVERIFY2(bench.notice()->text().contains(text("gone.json")), qPrintable(bench.notice()->text()));
    QVERIFY(bench.says("p95 19.0 ms is within 10 % of its limit"));
    QCOMPARE(bench.table("Steps").size(), 2);
}

void TestReportPage::absentIsAbsent()
{
    Bench bench;
    QVERIFY(bench.show());
    report::Report empty;
    empty.id = "33333333-2222-4333-8444-555555555555";
    empty.operation = "nothing";
    empty.started_at = "2026-11-20T14:03:05.120+01:00";
    empty.verdict = empty.judgement.verdict = metric::Verdict::notMeasured;
    bench.page->open(bench.pages.write(text("reports/nothing/n.json"), dumpJson(report::toJson(empty))));
    QTRY_VERIFY(bench.page->report());
    QCOMPARE(test::visibleTexts(*bench.page).first(), text("not measured"));
    const auto tiles = bench.page->findChildren<Tile*>();
    for (const Tile* tile : tiles) {
        if (!tile->accessibleName().startsWith(text("Requests: ")))
            QVERIFY2(tile->figure() == QStringLiteral("–"), qPrintable(tile->accessibleName()));
    }
    QVERIFY(bench.says("Nothing was measured"));
    QCOMPARE(bench.table("Rules"), QStringList());
}

void TestReportPage::everyControlHasANameAndIsReached()
{
    Bench bench;
    QVERIFY(bench.open());
    for (int tab = 0; tab < bench.tabs()->count(); ++tab) {
        bench.tabs()->setCurrentIndex(tab);
        const auto problems = test::accessProblems(bench.pages.window);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }
    // With the notice and its button on the page too.
    bench.page->open(bench.pages.folder.filePath(text("gone.json")));
    QTRY_VERIFY(bench.notice());
    const auto problems = test::accessProblems(bench.pages.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
}

void TestReportPage::aPartOfTheRunFiltersEveryView()
{
    auto report = test::scriptedReport();
    report.duration_s = 4.0;
    report.series.windows = {0.0, 1.0, {}};
    report.steps[0].windows = {0.0, 1.0, {}};
    for (int i = 0; i < 4; ++i) {
        stats::HdrHistogram second;
        second.record((i + 1) * 10'000, 100);
        report.series.windows.histograms.push_back(second.encode());
        report.steps[0].windows.histograms.push_back(second.encode());
    }
    Bench bench;
    bench.file
        = bench.pages.write(text("reports/content_generation/w.json"), dumpJson(report::toJson(report)));
    QVERIFY(bench.open());
    auto* chip = bench.page->findChild<Chip*>();
    QVERIFY(!chip->isVisible());
    auto* plot = bench.page->findChild<HeatMapPlot*>();
    // By keyboard: the read-out at second 1, the start; two seconds on, the end.
    plot->setFocus();
    plot->setCursor(1.2);
    QTest::keyClick(plot, Qt::Key_BracketLeft);
    QTRY_VERIFY(chip->isVisible());
    plot->setCursor(2.8);
    QTest::keyClick(plot, Qt::Key_BracketRight);
    QTRY_COMPARE(chip->text(), QStringLiteral("00:01 – 00:03"));
    QVERIFY(bench.table("Steps")[0].startsWith(
        QStringLiteral("validate | POST /validate | 200 | – | – | 100 | 25.0")));
    bool found = false;
    const auto tiles = bench.page->findChildren<Tile*>();
    for (const Tile* tile : tiles)
        found = found || tile->accessibleName().contains(text("30.0 ms"));
    QVERIFY(found);
    QTest::keyClick(chip, Qt::Key_Delete);
    QTRY_VERIFY(!chip->isVisible());
    QVERIFY(bench.table("Steps")[0].startsWith(QStringLiteral("validate | POST /validate | 200 | 2 | ")));
    // By the boxes; a range that ends before it starts is the whole run again.
    auto* to = bench.control<QDoubleSpinBox>("End of the range, seconds since the start of the run");
    to->setValue(2.0);
    QTRY_COMPARE(chip->text(), QStringLiteral("00:00 – 00:02"));
    to->setValue(0.0);
    QTRY_VERIFY(!chip->isVisible());
}

void TestReportPage::reasonsOverTime()
{
    auto report = test::scriptedReport();
    report.duration_s = 6.0;
    report.series.windows = {0.0, 1.0, {}};
    for (int i = 0; i < 6; ++i)
        report.series.windows.histograms.push_back(test::histogramOf(10.0, 50));
    report.series.count.assign(6, 50.0);
    report.series.failed = {0, 0, 0, 2, 0, 0};
    report.series.outcomes = {{"http_5xx", {0, 0, 0, 2, 0, 0}}};
    report.series.reasons = {{"cache_miss", {3, 0, 0, 0, 0, 2}}, {"stale", {1, 0, 0, 0, 0, 0}}};
    Bench bench;
    bench.file
        = bench.pages.write(text("reports/content_generation/e.json"), dumpJson(report::toJson(report)));
    QVERIFY(bench.open());
    auto* by = bench.control<QComboBox>("Outcomes or reasons over time");
    auto* plot = bench.page->findChild<StackedTimePlot*>();
    QVERIFY(by->isVisible());
    QCOMPARE(plot->table().headers, QStringList({text("Time, s"), text("ok, 1/s"), text("HTTP 5xx, 1/s")}));
    by->setFocus();
    test::key(Qt::Key_Down);
    QCOMPARE(
        plot->table().headers, QStringList({text("Time, s"), text("cache_miss, 1/s"), text("stale, 1/s")}));
    QCOMPARE(*plot->table().rows[0][1], 3.0);
    auto* frame = bench.control<ChartFrame>("Reasons");
    QVERIFY2(frame->caption().contains(text("cache_miss, the most frequent of 2 reasons")),
        qPrintable(frame->caption()));
    // A part of the run: the sentence and the table of errors are of it.
    bench.control<QDoubleSpinBox>("Start of the range, seconds since the start of the run")->setValue(3.0);
    QTRY_COMPARE(bench.table("Errors by outcome, status and reason"),
        QStringList({QStringLiteral("all steps | outcome | HTTP 5xx | 2 | 1.33 %"),
            QStringLiteral("all steps | reason code | cache_miss | 2 | 1.33 %")}));
    QVERIFY(frame->caption().startsWith(text("cache_miss came 2")));
    // Another report has none: there is nothing to choose.
    report.series.reasons.clear();
    bench.page->open(
        bench.pages.write(text("reports/content_generation/f.json"), dumpJson(report::toJson(report))));
    QTRY_VERIFY(!by->isVisible());
    QCOMPARE(frame->accessibleName(), text("Outcomes"));
}

void TestReportPage::emptyTabsSayWhy()
{
    auto report = test::scriptedReport();
    report.samples.clear();
    report.events.clear();
    report.skipped.clear();
    report.steps[0].outcomes = {{"ok", 200}};
    report.steps[0].statuses = {{"200", 200}};
    report.steps[0].reasons.clear();
    report.steps[0].checks.clear();
    Bench bench;
    bench.file
        = bench.pages.write(text("reports/content_generation/q.json"), dumpJson(report::toJson(report)));
    QVERIFY(bench.open());
    for (const char* name :
        {"Errors by outcome, status and reason", "Samples", "Skipped steps", "Events of the run"}) {
        const auto* table = bench.control<TableView>(name);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY2(!table->emptyText().isEmpty(), name);
        QCOMPARE(table->accessibleDescription(), table->emptyText());
    }
}

void TestReportPage::aRunThatCouldNotStartSaysWhy()
{
    report::Report nothing;
    nothing.id = "33333333-2222-4333-8444-555555555555";
    nothing.operation = "login";
    nothing.started_at = "2026-11-20T14:03:05.120+01:00";
    nothing.ended_by = "setup";
    nothing.events = {{0.2, "abort", "step \"login\" failed: status 401, expected 200"}};
    nothing.samples = {test::failingSample(0.1, 401)};
    nothing.verdict = nothing.judgement.verdict = metric::Verdict::notMeasured;
    Bench bench;
    QVERIFY(bench.show());
    bench.page->open(bench.pages.write(text("reports/login/n.json"), dumpJson(report::toJson(nothing))));
    QTRY_VERIFY(bench.page->report());
    QVERIFY(bench.says("a setup step failed"));
    QVERIFY(bench.says("status 401, expected 200"));
    const auto plots = bench.page->findChildren<Plot*>();
    for (const Plot* plot : plots)
        QVERIFY(!plot->isVisible());
    auto* button = test::button(*bench.page, QStringLiteral("Show the failing exchanges"));
    QVERIFY(button != nullptr);
    button->click();
    QCOMPARE(bench.tabs()->currentIndex(), 1);
    QVERIFY(bench.control<QPlainTextEdit>("The chosen sample")->toPlainText().contains(text("hello")));
    const auto problems = test::accessProblems(bench.pages.window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    // The next report has figures again.
    bench.page->open(bench.file);
    QTRY_VERIFY(bench.page->findChild<HeatMapPlot*>()->isVisible());
    QVERIFY(!bench.says("a setup step failed"));
}

void TestReportPage::twoSamplesAreCompared()
{
    auto report = test::scriptedReport();
    report.samples = {test::failingSample(2.5, 503), test::failingSample(3.5, 500)};
    Bench bench;
    bench.file
        = bench.pages.write(text("reports/content_generation/s.json"), dumpJson(report::toJson(report)));
    QVERIFY(bench.open());
    auto* table = bench.control<TableView>("Samples");
    const auto* shown = bench.control<QPlainTextEdit>("The chosen sample");
    table->selectRow(0);
    QVERIFY(shown->toPlainText().contains(text("503")));
    table->selectAll();
    QVERIFY(shown->toPlainText().contains(text("- Answer: status 503")));
    QVERIFY(shown->toPlainText().contains(text("+ Answer: status 500")));
    QVERIFY(!shown->extraSelections().isEmpty());
    table->clearSelection();
    QVERIFY(shown->toPlainText().contains(text("two to see what differs")));
}

void TestReportPage::figuresExplainThemselves()
{
    auto report = test::scriptedReport();
    report::MonitorSeries memory{
        "process", "rss_mb", "MB", {1, 2, 3, 4}, {100, 100, 110, 120}, {}, {}, "serve", {}};
    memory.summary = {4, 0, 100.0, 107.5, 120.0, 120.0};
    report.monitors = {memory};
    Bench bench;
    bench.file
        = bench.pages.write(text("reports/content_generation/h.json"), dumpJson(report::toJson(report)));
    QVERIFY(bench.open());
    const auto tiles = bench.page->findChildren<Tile*>();
    for (const Tile* tile : tiles) {
        if (!tile->accessibleName().startsWith(text("Requests: ")))
            QVERIFY2(!tile->whatsThis().isEmpty(), qPrintable(tile->accessibleName()));
    }
    const auto frames = bench.page->findChildren<ChartFrame*>();
    for (const ChartFrame* frame : frames) {
        if (frame->isVisibleTo(bench.page) && frame->title() != text("Users"))
            QVERIFY2(!frame->whatsThis().isEmpty(), qPrintable(frame->title()));
    }
    const auto help = [&bench](const char* table, int row, int column) {
        return bench.control<TableView>(table)
            ->model()
            ->index(row, column)
            .data(Qt::WhatsThisRole)
            .toString();
    };
    QVERIFY(help("Rules", 0, 3).contains(text("Response time, p95")));
    QVERIFY(help("What the monitors read", 0, 4).contains(text("Memory of the process")));
    const auto errors = bench.table("Errors by outcome, status and reason");
    for (int row = 0; row < errors.size(); ++row) {
        const auto kind = errors[row].section(text(" | "), 1, 1);
        const auto words = help("Errors by outcome, status and reason", row, 3);
        QVERIFY2(words.contains(kind == text("outcome") ? text("outcome: http_4xx")
                         : kind == text("reason code")  ? text("reason code")
                         : kind == text("failed check") ? text("passed the check")
                                                        : QString()),
            qPrintable(errors[row]));
    }
    QVERIFY(help("Samples", 0, 5).contains(text("Response time")));
    QVERIFY(help("Samples", 0, 6).contains(text("Service time")));
}

void TestReportPage::chartsAreInThePalette()
{
    Bench bench;
    QVERIFY(bench.open());
    const auto* frame = bench.control<ChartFrame>("Latency over time");
    QVERIFY(!frame->showsTable());
    test::key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(QApplication::focusWidget(), text("latency over time table"));
    test::key(Qt::Key_Return);
    QVERIFY(frame->showsTable());
    QVERIFY(!bench.control<ChartFrame>("Rate")->showsTable());
}

void TestReportPage::columnsAndSplittersAreKept()
{
    Bench bench;
    QVERIFY(bench.show());
    bench.page->keepLayout(bench.pages.settings);
    bench.page->open(bench.file);
    QTRY_VERIFY(bench.page->report());
    bench.tabs()->setCurrentIndex(1);
    auto* samples = bench.control<TableView>("Samples");
    auto* header = samples->horizontalHeader();
    const int first = header->sectionSize(1);
    // A drag of the edge between two columns.
    const QPoint edge(header->sectionViewportPosition(1) + first - 1, header->height() / 2);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(header->viewport(), edge + QPoint(20, 0));
    QTest::mouseMove(header->viewport(), edge + QPoint(60, 0));
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(60, 0));
    const int dragged = header->sectionSize(1);
    QVERIFY2(dragged > first + 30, qPrintable(QStringLiteral("%1 %2").arg(first).arg(dragged)));
    auto* split = qobject_cast<QSplitter*>(samples->parentWidget());
    auto* handle = split->handle(1);
    const int share = split->sizes().first();
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QTest::mouseMove(handle, handle->rect().center() - QPoint(120, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center() - QPoint(120, 0));
    const int moved = split->sizes().first();
    QVERIFY(moved < share - 60);
    // Another report does not take the user's widths away; the next start has both.
    bench.page->open(bench.file);
    QTRY_COMPARE(samples->model()->rowCount(), 1);
    QCOMPARE(header->sectionSize(1), dragged);
    auto* next = new ReportPage;
    next->keepLayout(bench.pages.settings);
    bench.pages.window.addPage(next);
    next->setObjectName(text("next"));
    next->open(bench.file);
    QTRY_VERIFY(next->report());
    next->resize(bench.page->size());
    next->setVisible(true);
    next->findChild<QTabWidget*>()->setCurrentIndex(1);
    const auto* table = test::named<TableView>(*next, text("Samples"));
    QCOMPARE(table->horizontalHeader()->sectionSize(1), dragged);
    const auto* nextSplit = qobject_cast<QSplitter*>(table->parentWidget());
    const auto shareOf = [](const QSplitter& one) {
        const auto sizes = one.sizes();
        return 100 * sizes.first() / qMax(1, sizes.first() + sizes.last());
    };
    QTRY_VERIFY2(std::abs(shareOf(*nextSplit) - shareOf(*split)) <= 2,
        qPrintable(QStringLiteral("%1 %2").arg(shareOf(*nextSplit)).arg(shareOf(*split))));
    // "Reset layout".
    const auto actions = bench.pages.window.findChildren<QAction*>();
    for (QAction* action : actions) {
        if (action->text() == text("R&eset layout"))
            action->trigger();
    }
    QCOMPARE(header->sectionSize(1), first);
    QVERIFY(std::abs(shareOf(*split) - 60) <= 2);
    QVERIFY(bench.pages.settings.viewState(text("report/samples")).isEmpty());
}

void TestReportPage::readingCanBeCancelled()
{
    // A file that is not read to its end while the test looks on: a pipe nobody writes into.
    Bench bench;
    QVERIFY(bench.show());
    const auto pipe = bench.pages.folder.filePath(text("slow.json"));
    QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
    bench.page->open(pipe);
    QAbstractButton* cancel = nullptr;
    QTRY_VERIFY((cancel = test::button(*bench.page, QStringLiteral("Cancel"))) != nullptr);
    QVERIFY(bench.says("Reading the report…"));
    cancel->click();
    QVERIFY(!cancel->isVisible());
    // The thread is let go; what it says is not shown.
    QFile writer(pipe);
    QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    writer.write("{}");
    writer.close();
    bench.page->open(bench.file);
    QTRY_VERIFY(bench.page->report());
    QVERIFY(bench.notice() == nullptr);
}

PLUMB_TEST_MAIN_APP(TestReportPage, QApplication)
#include "tst_reportpage.moc"
