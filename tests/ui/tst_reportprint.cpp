// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagebench.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportprint.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace plumb;
using namespace plumb::ui;
using test::text;

namespace {

report::Report reportWithWindows()
{
    auto report = test::scriptedReport();
    report.duration_s = 6.0;
    report.series.windows = {0.0, 1.0, {}};
    for (int i = 0; i < 6; ++i)
        report.series.windows.histograms.push_back(test::histogramOf(10.0 * (i + 1), 50));
    report.series.count.assign(6, 50.0);
    report.series.failed = {0, 0, 0, 2, 0, 0};
    return report;
}

library::Annotation noteOf(const char* words)
{
    library::Annotation note;
    note.text = words;
    note.writer = "ada";
    note.at = "2026-11-21T09:00:00+01:00";
    note.state = library::AnnotationState::noise;
    return note;
}

int occurrences(const QByteArray& all, const char* words)
{
    return int(all.count(words));
}

QAction* fileAction(const MainWindow& window, const char* words)
{
    const auto actions = window.menuBar()->actions().first()->menu()->actions();
    for (QAction* action : actions) {
        if (action->text().remove(QLatin1Char('&')) == QString::fromUtf8(words))
            return action;
    }
    return nullptr;
}

} // namespace

class TestReportPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentHoldsTheReport();
    void aPartOfTheRunIsSaid();
    void aRunThatMeasuredNothing();
    void tablesGoOnOnTheNextPage();
    void thePdfIsWritten();
    void paintingCanBeCancelled();
    void theFileIsNamedAfterTheReport();
    void anUnwritablePathIsSaid();
    void printingIsInTheFileMenu();
};

void TestReportPrint::theDocumentHoldsTheReport()
{
    const auto view = models::makeReportView(test::scriptedReport(), QString());
    const auto document = models::reportDocument(*view, nullptr, {noteOf("disk was full")});
    const auto words = models::plainText(document);
    for (const char* part :
        {"content_generation", "stage · 1.5.0 · 2026-11-20 14:03", "p95 19.0 ms is within 10 % of its limit",
            "warn | p95 | run | 19.0 ms | ≤ 20 ms | within 10 % of the limit", "Requests | 200",
            "p95 | 19.0 ms", "validate | POST /validate | 200 | 2", "HTTP 5xx", "job_id is not set",
            "00:04 | mark | deployed", "run | noise | disk was full | ada | 2026-11-21 09:00",
            "CPU of the generator", "Target | http://127.0.0.1:8080"})
        QVERIFY2(words.contains(QString::fromUtf8(part)), part);
    QVERIFY(words.indexOf(text("Rules")) < words.indexOf(text("Key figures")));
    QVERIFY(document.footer.contains(QString::fromStdString(view->report.id)));
}

void TestReportPrint::aPartOfTheRunIsSaid()
{
    const auto view = models::makeReportView(reportWithWindows(), QString());
    const auto figures = models::figuresIn(view->report, {4.0, 6.0});
    const auto words = models::plainText(models::reportDocument(*view, &*figures, {}));
    QVERIFY2(words.contains(QStringLiteral("00:04 – 00:06")), qPrintable(words));
    QVERIFY(words.contains(text("Requests | 100 | in this part of the run")));
    QVERIFY(words.contains(text("00:04 | mark | deployed")));
    QVERIFY(words.contains(text("Nobody has written a note")));
    const auto before = models::figuresIn(view->report, {0.0, 2.0});
    QVERIFY(!models::plainText(models::reportDocument(*view, &*before, {})).contains(text("deployed")));
}

void TestReportPrint::aRunThatMeasuredNothing()
{
    report::Report nothing;
    nothing.ended_by = "target";
    nothing.events = {{0.1, "abort", "connection refused"}};
    const auto document = models::reportDocument(*models::makeReportView(nothing, QString()), nullptr, {});
    const auto words = models::plainText(document);
    QVERIFY(words.contains(text("its target did not answer")));
    QVERIFY(words.contains(text("Connection refused.")));
    QVERIFY(!words.contains(text("Key figures")));
}

void TestReportPrint::tablesGoOnOnTheNextPage()
{
    auto report = test::scriptedReport();
    const auto step = report.steps[0];
    for (int i = 0; i < 150; ++i) {
        report.steps.push_back(step);
        report.steps.back().name
            = "a step with a name that is much too long for its column, number " + std::to_string(i);
    }
    const auto view = models::makeReportView(std::move(report), QString());
    const ReportPrint print(models::reportDocument(*view, nullptr, {}),
        {{text("Latency"), text("caption")}, {text("Rate"), text("caption")}}, QFont());
    QVERIFY2(print.pageCount() > 5, qPrintable(QString::number(print.pageCount())));
    std::vector<std::size_t> charts;
    const QRectF paper(QPointF(), ReportPrint::paperSize());
    for (int page = 0; page < print.pageCount(); ++page) {
        for (const auto& place : print.chartsOf(page)) {
            charts.push_back(place.chart);
            QVERIFY(paper.contains(place.room));
        }
        QImage image(paper.size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        print.paintPage(painter, page);
        painter.end();
        // Nothing runs into the margins.
        const int edge = 40;
        for (int y = 0; y < image.height(); ++y) {
            QCOMPARE(image.pixel(edge, y), qRgb(255, 255, 255));
            QCOMPARE(image.pixel(image.width() - edge, y), qRgb(255, 255, 255));
        }
    }
    QCOMPARE(charts, (std::vector<std::size_t>{0, 1}));
}

void TestReportPrint::thePdfIsWritten()
{
    test::PageBench pages;
    auto* page = new ReportPage;
    QVERIFY(pages.show(page));
    QVERIFY(!page->printing().pdfAction()->isEnabled());
    page->open(pages.write(
        text("reports/content_generation/r.json"), dumpJson(report::toJson(reportWithWindows()))));
    QTRY_VERIFY(page->printing().pdfAction()->isEnabled());
    QSignalSpy done(&page->printing(), &PrintActions::done);
    const auto path = pages.folder.filePath(text("r.pdf"));
    page->printing().writePdf(path);
    QVERIFY(!page->printing().pdfAction()->isEnabled()); // one at a time
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(page->printing().pdfAction()->isEnabled());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-1."));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    const auto sheets = occurrences(pdf, "/Type /Page\n");
    QVERIFY2(sheets >= 3, qPrintable(QString::number(sheets)));
    QVERIFY2(done[0][0].toString().contains(QString::number(sheets)), qPrintable(done[0][0].toString()));
    QVERIFY(pdf.contains("/FontFile2")); // letters are letters
    // All charts are vectors but the cells of the heat map and small pictures: no page-wide image.
    QVERIFY(occurrences(pdf, "/Subtype /Image") < 10);
}

void TestReportPrint::paintingCanBeCancelled()
{
    test::PageBench pages;
    auto* page = new ReportPage;
    QVERIFY(pages.show(page));
    page->open(pages.write(
        text("reports/content_generation/r.json"), dumpJson(report::toJson(reportWithWindows()))));
    QTRY_VERIFY(page->printing().pdfAction()->isEnabled());
    auto& printing = page->printing();
    QSignalSpy busy(&printing, &PrintActions::busyChanged);
    QSignalSpy done(&printing, &PrintActions::done);
    const auto given = pages.folder.filePath(text("given up.pdf"));
    int steps = 0;
    // In the middle of it, as a click would: between two steps.
    const auto early = connect(&printing, &PrintActions::progress, this, [&](int painted, int all) {
        QVERIFY(painted <= all);
        if (++steps == 2)
            QMetaObject::invokeMethod(&printing, &PrintActions::cancel, Qt::QueuedConnection);
    });
    printing.writePdf(given);
    QTRY_COMPARE(busy.count(), 2);
    QVERIFY(printing.pdfAction()->isEnabled());
    disconnect(early);
    // The next one is written whole, and it alone.
    int last = 0;
    int total = -1;
    connect(&printing, &PrintActions::progress, this, [&](int painted, int all) {
        last = painted;
        total = all;
    });
    const auto whole = pages.folder.filePath(text("whole.pdf"));
    printing.writePdf(whole);
    QTRY_COMPARE(done.count(), 1);
    QCOMPARE(last, total);
    QVERIFY(QFileInfo::exists(whole));
    QVERIFY(!QFileInfo::exists(given));
}

void TestReportPrint::theFileIsNamedAfterTheReport()
{
    test::PageBench pages;
    auto* page = new ReportPage;
    QVERIFY(pages.show(page));
    page->open(pages.write(
        text("reports/content_generation/r.json"), dumpJson(report::toJson(reportWithWindows()))));
    QTRY_VERIFY(page->printing().pdfAction()->isEnabled());
    QStringList proposed;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&proposed] {
        if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
            proposed = dialog->selectedFiles();
            dialog->reject();
        }
    });
    look.start(10);
    page->printing().pdfAction()->trigger(); // comes back when the dialog is gone
    QCOMPARE(proposed.size(), 1);
    QCOMPARE(QFileInfo(proposed[0]).fileName(), text("r.pdf"));
}

void TestReportPrint::anUnwritablePathIsSaid()
{
    test::PageBench pages;
    auto* page = new ReportPage;
    QVERIFY(pages.show(page));
    const auto file = pages.write(
        text("reports/content_generation/r.json"), dumpJson(report::toJson(reportWithWindows())));
    page->open(file);
    QTRY_VERIFY(page->printing().pdfAction()->isEnabled());
    page->printing().writePdf(file + text("/below/a/file.pdf"));
    QTRY_VERIFY(test::notice(*page));
    QCOMPARE(test::notice(*page)->level(), NoticeBar::Level::error);
    QVERIFY2(test::notice(*page)->text().contains(text("r.json")), qPrintable(test::notice(*page)->text()));
    QVERIFY(page->printing().pdfAction()->isEnabled());
}

void TestReportPrint::printingIsInTheFileMenu()
{
    test::PageBench pages;
    auto* page = new ReportPage;
    QVERIFY(pages.show(page));
    auto* print = fileAction(pages.window, "Print…");
    QVERIFY(print != nullptr);
    QCOMPARE(print->shortcut(), QKeySequence(QKeySequence::Print));
    QVERIFY(!print->isEnabled());
    QVERIFY(fileAction(pages.window, "Export as PDF…") != nullptr);
}

PLUMB_TEST_MAIN_APP(TestReportPrint, QApplication)
#include "tst_reportprint.moc"
