// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/runbench.h"
#include "ui/charts/stackedtimeplot.h"
#include "ui/charts/timeplot.h"
#include "ui/models/liverun.h"
#include "ui/models/livestepmodel.h"
#include "ui/shell/navigationrail.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/verdictbadge.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QWheelEvent>
#include <qtestspontaneevent.h>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace plumb;
using namespace plumb::ui;
using test::text;

class TestRunPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunFillsTheScreen();
    void theVerdictSoFarIsShown();
    void percentilesOverALongerTimeAreChosen();
    void theWheelScrollsThePageOverAChart();
    void anotherRunIsOfferedBesideAFinishedOne();
    void runsAgain();
    void theStatusBarLeadsHere();
    void endsWithItsVerdict();
    void theNextRunStartsClean();
    void aRefusalStandsOnThePage();
    void aLostRunnerIsSaid();
    void aRunUnderWayIsAttachedTo();
    void everyControlHasANameAndIsReached();
};

void TestRunPage::aRunFillsTheScreen()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    QSignalSpy status(bench.page, &RunPage::runStatusChanged);
    QSignalSpy generator(bench.page, &RunPage::generatorStatusChanged);
    QVERIFY(bench.says("Starting"));
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("content_generation · stage · 1.5.0 · http://127.0.0.1:8080"));
    QTRY_COMPARE(bench.page->run()->snapshot().elapsed_s, 6.0);
    QVERIFY(bench.says("● measuring"));
    QVERIFY(bench.says("00:06 of 00:06"));
    QCOMPARE(bench.page->title(), text("Run: content_generation"));
    const auto tiles = bench.tiles();
    QCOMPARE(tiles.size(), 6);
    QCOMPARE(tiles[0], text("Requests/s: 50.0"));
    // Histograms keep three significant digits; the figures are those of the measure phase: 150 of 10 ms, 50
    // of 20.
    QVERIFY2(tiles[1].startsWith(text("p50: 10.")) && tiles[1].endsWith(text(" ms")), qPrintable(tiles[1]));
    QVERIFY2(tiles[2].startsWith(text("p95: 20.")), qPrintable(tiles[2]));
    QVERIFY2(tiles[3].startsWith(text("p99: 20.")), qPrintable(tiles[3]));
    QCOMPARE(tiles[4], text("Errors: 1.00 %"));
    QCOMPARE(tiles[5], text("Users: 10"));
    QVERIFY(bench.says("2 of 200"));
    for (const char* title : {"Rate", "Latency", "Users"})
        QCOMPARE(bench.plot(title)->table().rows.size(), 6u);
    const auto* outcomes = test::named<StackedTimePlot>(*bench.page, text("Chart: Outcomes"));
    QCOMPARE(outcomes->table().headers.size(), 3); // time, ok, HTTP 5xx
    QVERIFY(bench.says("2 of 300 finished requests failed"));
    const auto steps = bench.table("Steps of the run");
    QCOMPARE(steps.size(), 2);
    QVERIFY2(steps[0].contains(text("validate")) && steps[0].contains(text("200")), qPrintable(steps[0]));
    QVERIFY2(steps[1].contains(text("publish")), qPrintable(steps[1]));
    QCOMPARE(bench.page->findChild<QTabWidget*>()->tabText(0), text("Failing samples (1)"));
    const auto samples = bench.table("Failing samples");
    QCOMPARE(samples.size(), 1);
    QVERIFY2(samples[0].contains(text("status 503, expected 200")), qPrintable(samples[0]));
    // The exchange opens beside the list.
    const auto* exchange = bench.control<QPlainTextEdit>("The chosen exchange");
    QVERIFY(exchange->toPlainText().startsWith(text("Choose an exchange")));
    bench.control<TableView>("Failing samples")->selectRow(0);
    for (const char* words : {"POST http://127.0.0.1:8080/validate", "Content-Type: application/json",
             "hello", "Answer: status 503"})
        QVERIFY2(exchange->toPlainText().contains(text(words)), qPrintable(exchange->toPlainText()));
    QVERIFY(bench.table("Events of the run").join(QLatin1Char('\n')).contains(text("deployed")));
    const auto generatorTable = bench.table("Figures of the load generator").join(QLatin1Char('\n'));
    QVERIFY2(generatorTable.contains(text("all threads 12 %")), qPrintable(generatorTable));
    QCOMPARE(status.last().first().toString(), text("content_generation, 00:06 of 00:06"));
    QVERIFY(generator.last().first().toString().contains(text("12 %")));
}

void TestRunPage::theVerdictSoFarIsShown()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    auto start = test::scriptedStart();
    start.thresholds_json = "{\"schema\":\"plumbline.thresholds/1\",\"rules\":[{\"name\":\"slow\",\"metric\":"
                            "\"latency_ms.p95\",\"of\":\"step:validate\",\"fail\":\"> 5\"}]}";
    bench.runner.session->play({start, test::state(report::RunState::warmup, 0.0),
        test::scriptedTick(1.0, report::Phase::warmup, 50, 0, 40.0)});
    QTRY_VERIFY(bench.says("The verdict so far comes with the first measured answers."));
    bench.runner.session->play({test::state(report::RunState::measuring, 1.0),
        test::scriptedTick(2.0, report::Phase::measure, 1000, 0, 10.0)});
    QTRY_VERIFY(bench.says("So far: "));
    QVERIFY(bench.page->findChild<VerdictBadge*>()->verdict() == metric::Verdict::fail);
    const auto* steps = bench.control<TableView>("Steps of the run")->model();
    QCOMPARE(steps->index(0, models::LiveStepModel::Verdict).data().toString(), text("fail"));
    QCOMPARE(steps->index(1, models::LiveStepModel::Verdict).data(), QVariant());
}

void TestRunPage::percentilesOverALongerTimeAreChosen()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::underWay());
    QTRY_COMPARE(bench.page->run()->snapshot().elapsed_s, 6.0);
    const auto lastMax = [&bench] { return std::round(*bench.plot("Latency")->table().rows.back().at(1)); };
    QCOMPARE(lastMax(), 10.0);
    auto* box = bench.control<QComboBox>("Time that each percentile covers");
    box->setFocus();
    test::key(Qt::Key_Down);
    QCOMPARE(box->currentText(), text("over 5 s"));
    QCOMPARE(lastMax(), 30.0); // that of second 2
    test::key(Qt::Key_Down);
    QCOMPARE(box->currentText(), text("over 30 s"));
    QCOMPARE(lastMax(), 40.0);
}

void TestRunPage::theWheelScrollsThePageOverAChart()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    const auto* bar = bench.control<QScrollArea>("The run")->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    const auto* plot = bench.plot("Rate");
    auto* under = plot->childAt(plot->rect().center());
    QWheelEvent wheel(under->rect().center(), under->mapToGlobal(under->rect().center()), {}, {0, -120},
        Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    // Only a wheel of the window system climbs to the parents.
    QSpontaneKeyEvent::setSpontaneous(&wheel);
    qApp->notify(under, &wheel);
    QVERIFY(bar->value() > 0);
}

void TestRunPage::anotherRunIsOfferedBesideAFinishedOne()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::scriptedRun("/lib/reports/r.json"));
    bench.runner.session->end();
    QTRY_VERIFY(bench.button("Open report"));
    bench.runner.setLive({{text("run-8"), text("login"), {}, 0}});
    bench.pages.library.refresh();
    QTRY_VERIFY(bench.button("Watch it"));
    QVERIFY(bench.notice().contains(text("login")));
    QVERIFY(!bench.page->running());
    bench.click("Watch it");
    QVERIFY(bench.page->running());
    QCOMPARE(bench.runner.calls.last(), text("attach run-8"));
    QCOMPARE(bench.notice(), QString());
}

void TestRunPage::runsAgain()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::scriptedRun("/lib/reports/r.json"));
    bench.runner.session->end();
    QTRY_VERIFY(bench.button("Run again"));
    QTRY_VERIFY(bench.runner.session == nullptr);
    test::key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bench.runner.requests.size(), 2u);
    QVERIFY(runner::toJson(bench.runner.requests[0]) == runner::toJson(bench.runner.requests[1]));
    QVERIFY(bench.page->running());
    QVERIFY(bench.says("Starting"));
}

void TestRunPage::theStatusBarLeadsHere()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    bench.page->showTrust();
    QCOMPARE(QApplication::focusWidget(), bench.control<TableView>("Figures of the load generator"));
    bench.page->showQueue();
    QCOMPARE(QApplication::focusWidget(), bench.control<QComboBox>("Scenario"));
    test::key(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    bench.page->showQueue();
    QCOMPARE(QApplication::focusWidget(), bench.control<TableView>("Queue of runs"));
}

void TestRunPage::endsWithItsVerdict()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    QSignalSpy stored(bench.page, &RunPage::stored);
    QSignalSpy open(bench.page, &RunPage::openReport);
    QSignalSpy status(bench.page, &RunPage::runStatusChanged);
    bench.runner.session->play(test::underWay());
    bench.runner.session->play({test::scriptedFinish(6.1)});
    QTRY_VERIFY(bench.says("Judging and storing"));
    QVERIFY(bench.button("Open report") == nullptr);
    bench.runner.session->play({test::scriptedStored(metric::Verdict::pass, "/lib/reports/r.json")});
    bench.runner.session->end();
    QVERIFY(bench.runner.session == nullptr || !bench.page->running());
    QTRY_VERIFY(bench.says("p95 is 20 ms, under its limit of 800 ms"));
    QVERIFY(bench.page->findChild<VerdictBadge*>()->verdict() == metric::Verdict::pass);
    QVERIFY(bench.says("● finished"));
    QCOMPARE(stored.count(), 1);
    QVERIFY(status.last().first().toString().isEmpty());
    QVERIFY(bench.button("Stop") == nullptr);
    QTRY_VERIFY(bench.runner.session == nullptr);
    QTest::mouseClick(bench.button("Open report"), Qt::LeftButton);
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().toString(), text("/lib/reports/r.json"));
    bench.button("Open report")->setFocus();
    test::key(Qt::Key_Space);
    QCOMPARE(open.count(), 2);
    // Every figure stays on the screen.
    QCOMPARE(bench.plot("Latency")->table().rows.size(), 6u);
    // Another run that comes under way does not push a finished one aside.
    const auto looks = bench.runner.looks();
    bench.runner.setLive({{text("other"), text("login"), {}, 0}});
    bench.pages.library.refresh();
    QTRY_VERIFY(bench.runner.looks() > looks);
    // What the look found was posted before what a second refresh does.
    bench.pages.library.refresh();
    QTRY_VERIFY(!bench.pages.library.busy());
    QVERIFY(!bench.page->running());
    QVERIFY(bench.says("p95 is 20 ms"));
}

void TestRunPage::theNextRunStartsClean()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::scriptedRun("/lib/reports/r.json"));
    bench.runner.session->end();
    QTRY_VERIFY(bench.button("New run"));
    bench.click("New run");
    QTRY_VERIFY(bench.canStart());
    QCOMPARE(bench.page->title(), text("Run"));
    bench.click("Start");
    QCOMPARE(bench.runner.requests.size(), 2u);
    QVERIFY(bench.says("Starting"));
    QVERIFY(!bench.says("p95 is 20 ms"));
    QVERIFY(bench.button("Open report") == nullptr);
    QCOMPARE(bench.plot("Latency")->table().rows.size(), 0u);
    QCOMPARE(bench.table("Failing samples"), QStringList());
    QCOMPARE(bench.tiles().first(), QStringLiteral("Requests/s: –"));
}

void TestRunPage::aRefusalStandsOnThePage()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    QSignalSpy window(bench.page, &Page::noticeRequested);
    bench.runner.session->end(text("plumb: login.json, load.vus: 0 users cannot run"));
    QCOMPARE(bench.notice(), text("plumb: login.json, load.vus: 0 users cannot run"));
    QVERIFY(!bench.page->running());
    QVERIFY(bench.says("Not started"));
    QVERIFY(bench.says("No report was stored."));
    QVERIFY(!bench.says("Judging"));
    QVERIFY(!bench.says("Starting"));
    QVERIFY(bench.button("Open report") == nullptr);
    QCOMPARE(window.count(), 0);
    bench.click("New run");
    QTRY_VERIFY(bench.canStart());
    QCOMPARE(bench.notice(), QString());
}

void TestRunPage::aLostRunnerIsSaid()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    bench.runner.session->end(text("The runner ended without a word."));
    QTRY_COMPARE(bench.notice(), text("The runner ended without a word."));
    QVERIFY(bench.says("No report was stored."));
    QVERIFY(bench.says("content_generation"));
    QVERIFY(!bench.says("● measuring"));
    QVERIFY(!bench.control<QSpinBox>("Iterations a second from now on")->isVisible());
    QVERIFY(!bench.says("left"));
    // Recovered, its report is here to be opened.
    auto report = test::scriptedReport();
    report.ended_by = "crash";
    bench.pages.write(text("reports/content_generation/r.json"), dumpJson(report::toJson(report)));
    bench.pages.library.refresh();
    QTRY_VERIFY(bench.button("Open report"));
    QVERIFY(bench.says("The runner died"));
    QCOMPARE(bench.notice(), QString());
    QVERIFY(bench.page->findChild<VerdictBadge*>()->verdict() == metric::Verdict::warn);
}

void TestRunPage::aRunUnderWayIsAttachedTo()
{
    test::RunBench bench;
    bench.runner.setLive({{text("run-7"), text("content_generation"), {}, 0}});
    QVERIFY(bench.open());
    QTRY_VERIFY(bench.page->running());
    QCOMPARE(bench.runner.calls, QStringList(text("attach run-7")));
    QVERIFY(bench.runner.requests.empty());
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    QCOMPARE(bench.plot("Latency")->table().rows.size(), 6u);
    // A second look finds the same run and leaves it.
    bench.pages.library.refresh();
    QTRY_VERIFY(!bench.pages.library.busy());
    QCOMPARE(bench.runner.calls.size(), 1);
    bench.click("Stop");
    QCOMPARE(bench.runner.calls.last(), text("stop"));
}

void TestRunPage::everyControlHasANameAndIsReached()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    bench.choose("Load", "Rate for a time");
    QVERIFY2(bench.accessible(), qPrintable(bench.problems));
    bench.click("Start");
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    bench.click("Mark");
    auto* tabs = bench.page->findChild<QTabWidget*>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QVERIFY2(bench.accessible(), qPrintable(bench.problems));
    }
    bench.runner.session->play(
        {test::scriptedFinish(6.1), test::scriptedStored(metric::Verdict::fail, "/r.json")});
    bench.runner.session->end();
    QTRY_VERIFY(bench.button("Open report"));
    QVERIFY2(bench.accessible(), qPrintable(bench.problems));
    // A label whose name were "Verdict" would keep its sentence from a screen reader.
    QStringList spoken;
    const auto labels = bench.page->findChildren<QLabel*>();
    for (QLabel* label : labels) {
        if (label->isVisible())
            spoken << test::spokenName(*label);
    }
    QVERIFY2(spoken.contains(text("p95 is 20 ms, under its limit of 800 ms")),
        qPrintable(spoken.join(QLatin1Char('\n'))));
}

PLUMB_TEST_MAIN_APP(TestRunPage, QApplication)
#include "tst_runpage.moc"
