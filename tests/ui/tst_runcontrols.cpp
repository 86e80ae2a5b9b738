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
#include <QCheckBox>
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

/// What is done with a run under way: its load changed, marked, stopped, aborted, left behind.
class TestRunControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLoadIsChangedUnderWay();
    void severalLoadsAreChangedApart();
    void isMarkedAndStoppedByKeyboard();
    void isMarkedAndAbortedByMouse();
    void abortingCanBeStoppingInstead();
    void closingWhileRunningAsks_data();
    void closingWhileRunningAsks();
    void closingLeavesTheRunAlone();
};

void TestRunControls::theLoadIsChangedUnderWay()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    auto* rate = bench.control<QSpinBox>("Iterations a second from now on");
    QVERIFY(rate->isVisible());
    QCOMPARE(rate->value(), 50);
    auto* slider = bench.control<QSlider>("Iterations a second from now on, slider");
    QCOMPARE(slider->value(), 50);
    // A drag asks once.
    slider->setFocus();
    for (int i = 0; i < 5; ++i)
        test::key(Qt::Key_Right);
    QCOMPARE(rate->value(), 55);
    QTRY_COMPARE(bench.runner.calls.size(), 1);
    QVERIFY2(bench.runner.calls.last().contains(text("\"rate\":55")), qPrintable(bench.runner.calls.last()));
    // The user's figure stays until the next run.
    bench.runner.session->play({test::scriptedTick(7.0, report::Phase::measure, 50, 0, 10.0)});
    QTRY_COMPARE(bench.page->run()->snapshot().elapsed_s, 7.0);
    QCOMPARE(rate->value(), 55);
    bench.runner.session->play({test::scriptedFinish(7.1)});
    QTRY_VERIFY(!rate->isVisible());
}

void TestRunControls::severalLoadsAreChangedApart()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    auto start = test::scriptedStart();
    start.executor = "mixed";
    start.loads = {{0, "Browse", "constant-vus", "users"}, {0, "Buy", "ramping-arrival-rate", "rate"},
        {0, "Seed", "shared-iterations", ""}, {1, "Later", "constant-vus", "users"},
        {2, "Rush", "burst", "size"}};
    auto tick = test::scriptedTick(1.0, report::Phase::measure, 50, 0, 10.0);
    tick.loads = {{0, 4.0, 4}, {1, 12.5, 30}, {2, 1.0, 1}};
    bench.runner.session->play({start, test::state(report::RunState::measuring, 0.0), tick});
    QTRY_VERIFY(bench.control<QSpinBox>("Browse: Users from now on") != nullptr);
    auto* users = bench.control<QSpinBox>("Browse: Users from now on");
    QVERIFY(users->isVisible());
    QCOMPARE(users->value(), 4);
    auto* most = bench.control<QSpinBox>("Buy: Most users from now on");
    QCOMPARE(most->value(), 30);
    QCOMPARE(bench.control<QSpinBox>("Buy: Iterations a second from now on")->value(), 13);
    QVERIFY(bench.says("Not to be changed under way: Seed (shared-iterations)."));
    most->setValue(60);
    QTRY_COMPARE(bench.runner.calls.size(), 1);
    QVERIFY2(bench.runner.calls.last().contains(text("\"max_vus\":60"))
            && bench.runner.calls.last().contains(text("\"pattern\":\"Buy\"")),
        qPrintable(bench.runner.calls.last()));
    users->setValue(7);
    QTRY_COMPARE(bench.runner.calls.size(), 2);
    QVERIFY2(bench.runner.calls.last().contains(text("\"vus\":7"))
            && bench.runner.calls.last().contains(text("\"pattern\":\"Browse\"")),
        qPrintable(bench.runner.calls.last()));
    // The next turn has other loads.
    tick.at_s = 2.0;
    tick.loads = {{3, 9.0, 9}};
    bench.runner.session->play({tick});
    QTRY_VERIFY(bench.control<QSpinBox>("Users from now on") != nullptr);
    QCOMPARE(bench.control<QSpinBox>("Users from now on")->value(), 9);
    QVERIFY(!bench.says("Not to be changed"));
    tick.at_s = 3.0;
    tick.loads = {{4, 20.0, 20}};
    bench.runner.session->play({tick});
    QTRY_VERIFY(bench.control<QSpinBox>("Users of a burst from now on") != nullptr);
    auto* size = bench.control<QSpinBox>("Users of a burst from now on");
    QCOMPARE(size->value(), 20);
    size->setValue(35);
    QTRY_COMPARE(bench.runner.calls.size(), 3);
    QVERIFY2(bench.runner.calls.last().contains(text("\"size\":35")), qPrintable(bench.runner.calls.last()));
}

void TestRunControls::isMarkedAndStoppedByKeyboard()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    test::key(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), bench.control<QLineEdit>("Text of the mark"));
    QTest::keyClicks(QApplication::focusWidget(), text(" cache cleared "));
    test::key(Qt::Key_Return);
    QCOMPARE(bench.runner.calls, QStringList(text("mark cache cleared")));
    QVERIFY(!bench.control<QLineEdit>("Text of the mark")->isVisible());
    // What is shown comes from the runner, as for everybody who watches.
    bench.runner.session->play({report::RunMark{6.5, "mark", "cache cleared"}});
    QTRY_VERIFY(bench.table("Events of the run").join(QLatin1Char('\n')).contains(text("cache cleared")));
    // Wherever the focus is in the window.
    bench.pages.window.findChild<NavigationRail*>()->setFocus();
    test::key(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(bench.runner.calls.last(), text("stop"));
    QVERIFY(bench.page->running());
    bench.runner.session->play({test::state(report::RunState::draining, 6.6)});
    QTRY_VERIFY(bench.says("● finishing requests in flight"));
    bench.runner.session->play({test::scriptedFinish(6.9, "user")});
    QTRY_VERIFY(bench.says("Stopped by the user"));
    bench.runner.session->play({test::scriptedStored(metric::Verdict::pass, "/r.json")});
    bench.runner.session->end();
    QTRY_VERIFY(bench.says("p95 is 20 ms"));
    QVERIFY(!bench.page->running());
}

void TestRunControls::isMarkedAndAbortedByMouse()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    const QPointer<QAbstractButton> abort = bench.button("Abort…");
    bench.click("Mark");
    QTest::keyClicks(bench.control<QLineEdit>("Text of the mark"), text("gc"));
    bench.click("Add mark");
    bench.runner.session->play({test::scriptedTick(7.0, report::Phase::measure, 50, 0, 10.0)});
    QTRY_COMPARE(bench.page->run()->snapshot().elapsed_s, 7.0);
    // The title has changed since, the button under the pointer is the same one.
    QVERIFY(abort);
    QTest::mouseClick(abort, Qt::LeftButton);
    // It says what is lost before anything is.
    auto* question = bench.page->findChild<QMessageBox*>();
    QVERIFY(question);
    QVERIFY(question->informativeText().contains(text("unfinished")));
    QCOMPARE(bench.runner.calls, QStringList(text("mark gc")));
    QTest::mouseClick(test::button(*question, text("Abort")), Qt::LeftButton);
    QCOMPARE(bench.runner.calls, QStringList({text("mark gc"), text("abort")}));
}

void TestRunControls::abortingCanBeStoppingInstead()
{
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    bench.click("Abort…");
    auto* question = bench.page->findChild<QMessageBox*>();
    QVERIFY(question);
    // Enter takes what loses nothing, Escape nothing at all.
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(bench.runner.calls.isEmpty());
    QTRY_VERIFY(bench.page->findChild<QMessageBox*>() == nullptr);
    bench.click("Abort…");
    question = bench.page->findChild<QMessageBox*>();
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return);
    QCOMPARE(bench.runner.calls, QStringList(text("stop")));
}

void TestRunControls::closingWhileRunningAsks_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("always");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QStringList>("calls");
    QTest::newRow("go on") << text("Keep running in the background") << false << true << QStringList();
    QTest::newRow("go on, always") << text("Keep running in the background") << true << true << QStringList();
    QTest::newRow("stop") << text("Stop the run") << false << false << QStringList(text("stop"));
    QTest::newRow("stay") << text("Cancel") << false << false << QStringList();
}

void TestRunControls::closingWhileRunningAsks()
{
    QFETCH(QString, answer);
    QFETCH(bool, always);
    QFETCH(bool, closes);
    QFETCH(QStringList, calls);
    test::RunBench bench;
    QVERIFY(bench.start());
    bench.runner.session->play(test::underWay());
    QTRY_VERIFY(bench.says("● measuring"));
    const auto reply = [&answer, always] {
        auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(question);
        QVERIFY(question->text().contains(text("content_generation")));
        QVERIFY(question->informativeText().contains(text("opened again")));
        question->checkBox()->setChecked(always);
        QTest::mouseClick(test::button(*question, answer), Qt::LeftButton);
    };
    QMetaObject::invokeMethod(bench.page, reply, Qt::QueuedConnection);
    QCOMPARE(bench.pages.window.close(), closes);
    QCOMPARE(bench.runner.calls, calls);
    QVERIFY(bench.pages.settings.closeWhileRunning()
        == (always ? CloseWhileRunning::goOn : CloseWhileRunning::ask));
    if (calls.isEmpty())
        return;
    // Stopped, the window waits for the report and goes then.
    QVERIFY(bench.pages.window.isVisible());
    bench.runner.session->play({test::scriptedFinish(6.9, "user"),
        test::scriptedStored(metric::Verdict::pass, "/lib/reports/r.json")});
    bench.runner.session->end();
    QTRY_VERIFY(!bench.pages.window.isVisible());
}

void TestRunControls::closingLeavesTheRunAlone()
{
    test::FakeRunner runner;
    runner.setLive({{text("run-7"), text("content_generation"), {}, 0}});
    {
        test::PageBench pages;
        QVERIFY(pages.openLibrary());
        auto* page = new RunPage(runner, pages.library, pages.settings);
        QVERIFY(pages.show(page));
        QTRY_VERIFY(page->running());
        runner.session->play(test::underWay());
    }
    QVERIFY(runner.session == nullptr);
    QCOMPARE(runner.calls, QStringList(text("attach run-7")));
}

PLUMB_TEST_MAIN_APP(TestRunControls, QApplication)
#include "tst_runcontrols.moc"
