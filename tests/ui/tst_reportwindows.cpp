// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/pagebench.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportwindow.h"
#include "ui/report/reportwindows.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/tile.h"

#include <QAction>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QPointer>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace plumb;
using namespace plumb::ui;
using test::text;

namespace {

class Bench
{
public:
    Bench()
        : page(new ReportPage)
        , shown(pages.show(page))
        , windows(pages.settings, pages.window)
    {
        for (const char* name : {"one", "two"})
            files << pages.write(text("reports/x/%1.json").arg(text(name)), report(name));
    }

    static std::string report(const char* name)
    {
        auto report = test::scriptedReport();
        report.operation = name;
        report.duration_s = 6.0;
        report.series.windows = {0.0, 1.0, {}};
        for (int i = 0; i < 6; ++i)
            report.series.windows.histograms.push_back(test::histogramOf(10.0, 50));
        return dumpJson(report::toJson(report));
    }
    static QDoubleSpinBox* end(const ReportWindow& window)
    {
        return test::named<QDoubleSpinBox>(
            window, text("End of the range, seconds since the start of the run"));
    }
    static bool filtered(const ReportWindow& window) { return window.findChild<Chip*>()->isVisible(); }
    static bool loaded(const ReportWindow& window)
    {
        return QTest::qWaitFor([&window] { return window.page()->report() != nullptr; });
    }

    test::PageBench pages;
    ReportPage* page;
    bool shown;
    ReportWindows windows;
    QStringList files;
};

} // namespace

class TestReportWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportInAWindowOfItsOwn();
    void fromTheReportPage();
    void sideBySide();
    void linkedTimeRanges();
    void halfAScreenIsEnough();
    void theyGoWithTheWorkbench();
};

void TestReportWindows::aReportInAWindowOfItsOwn()
{
    Bench bench;
    QVERIFY(bench.shown);
    QPointer<ReportWindow> window = bench.windows.open(bench.files[0]);
    QVERIFY(Bench::loaded(*window));
    QVERIFY(window->windowTitle().startsWith(text("one")));
    QVERIFY(window->isWindow() && window->isVisible());
    const auto problems = test::accessProblems(*window);
    QVERIFY2(problems.isEmpty(), qPrintable(problems));
    // A second one does not hide the first.
    const auto* second = bench.windows.open(bench.files[1]);
    QVERIFY(second->pos() != window->pos());
    QCOMPARE(bench.windows.windows().size(), 2);
    // Ctrl+W closes it, and the next opens where it was.
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    window->resize(900, 611);
    QTest::keyClick(window, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(window.isNull());
    QCOMPARE(bench.windows.windows().size(), 1);
    QCOMPARE(bench.windows.open(bench.files[0])->size(), QSize(900, 611));
}

void TestReportWindows::fromTheReportPage()
{
    Bench bench;
    QVERIFY(bench.shown);
    QSignalSpy asked(bench.page, &ReportPage::openInWindow);
    QTest::keyClick(bench.page, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.count(), 0); // nothing is open
    bench.page->open(bench.files[1]);
    QTRY_VERIFY(bench.page->report());
    QTest::keyClick(bench.page, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), bench.files[1]);
}

void TestReportWindows::sideBySide()
{
    const QRect available(10, 20, 1001, 700);
    const auto left = ReportWindows::half(available, QMargins(4, 30, 4, 4), true);
    const auto right = ReportWindows::half(available, QMargins(4, 30, 4, 4), false);
    QCOMPARE(left, QRect(14, 50, 492, 666));
    QCOMPARE(right, QRect(514, 50, 493, 666));
    Bench bench;
    QVERIFY(bench.shown);
    bench.windows.openSideBySide(bench.files[0], bench.files[1]);
    const auto windows = bench.windows.windows();
    QCOMPARE(windows.size(), 2);
    QVERIFY(Bench::loaded(*windows[0]) && Bench::loaded(*windows[1]));
    QCOMPARE(windows[0]->page()->report()->file, bench.files[0]);
    QCOMPARE(windows[1]->page()->report()->file, bench.files[1]);
    QVERIFY(!windows[0]->geometry().intersects(windows[1]->geometry()));
    QVERIFY(windows[0]->geometry().left() < windows[1]->geometry().left());
    for (const auto* window : windows)
        QVERIFY(bench.pages.window.screen()->availableGeometry().contains(window->geometry()));
}

void TestReportWindows::linkedTimeRanges()
{
    Bench bench;
    QVERIFY(bench.shown);
    bench.windows.openSideBySide(bench.files[0], bench.files[1]);
    const auto windows = bench.windows.windows();
    QVERIFY(Bench::loaded(*windows[0]) && Bench::loaded(*windows[1]));
    QVERIFY(windows[0]->linkAction()->isChecked() && windows[1]->linkAction()->isChecked());
    Bench::end(*windows[0])->setValue(2.0);
    QTRY_VERIFY(Bench::filtered(*windows[0]) && Bench::filtered(*windows[1]));
    QCOMPARE(Bench::end(*windows[1])->value(), 2.0);
    // Off in one is off in both: each has a range of its own.
    windows[1]->linkAction()->trigger();
    QVERIFY(!windows[0]->linkAction()->isChecked());
    Bench::end(*windows[1])->setValue(4.0);
    QTRY_COMPARE(windows[1]->findChild<Chip*>()->text(), QStringLiteral("00:00 – 00:04"));
    QCOMPARE(windows[0]->findChild<Chip*>()->text(), QStringLiteral("00:00 – 00:02"));
}

void TestReportWindows::halfAScreenIsEnough()
{
    Bench bench;
    QVERIFY(bench.shown);
    auto* window = bench.windows.open(bench.files[0]);
    QVERIFY(Bench::loaded(*window));
    const auto* scroll = window->findChild<QScrollArea*>();
    // Nothing stands beyond the right edge of half a screen; the key figures fold and come back.
    window->resize(715, 700);
    QTRY_COMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    auto tiles = window->findChildren<Tile*>();
    tiles.removeIf([](const Tile* tile) { return tile->isHidden(); }); // of bursts only
    QTRY_VERIFY(tiles.last()->y() > tiles.first()->y());
    window->resize(1300, 700);
    QTRY_COMPARE(tiles.last()->y(), tiles.first()->y());
}

void TestReportWindows::theyGoWithTheWorkbench()
{
    Bench bench;
    QVERIFY(bench.shown);
    QPointer<ReportWindow> window = bench.windows.open(bench.files[0]);
    QVERIFY(Bench::loaded(*window));
    bench.pages.window.close();
    QTRY_VERIFY(window.isNull());
}

PLUMB_TEST_MAIN_APP(TestReportWindows, QApplication)
#include "tst_reportwindows.moc"
