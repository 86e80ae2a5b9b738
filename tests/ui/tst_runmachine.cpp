// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/machinelock.h"
#include "report/calibration.h"
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/runbench.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace plumb;
using namespace plumb::ui;
using test::text;

namespace {

/// A program that takes the place of `plumb calibrate --events`.
QString program(const QTemporaryDir& folder, const char* script)
{
    const auto path = folder.filePath(QStringLiteral("plumb"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    file.write(QByteArray("#!/bin/sh\n") + script);
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void enqueue(const test::RunBench& bench)
{
    bench.control<QLineEdit>("Note")->setFocus();
    test::key(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

/// What the Run page says and does about this machine: who measures on it, how quiet it is, what it can.
class TestRunMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunSaysForWhomItWaits();
    void theQueueWaitsForTheMachine();
    void quietIsAskedForWithEveryRun();
    void theMachineIsCalibrated();
    void aCalibrationIsCancelled();
    void aFailedCalibrationSaysWhy();
};

void TestRunMachine::aRunSaysForWhomItWaits()
{
    auto lock = MachineLock::tryTake({0, "run", "checkout", "other", 1});
    QVERIFY(lock && *lock);
    test::RunBench bench;
    QVERIFY(bench.start());
    QTRY_VERIFY2(bench.notice().contains(text("A run of checkout (process ")), qPrintable(bench.notice()));
    QVERIFY(bench.notice().endsWith(text("This run begins when it is over.")));
    lock->reset();
    QTRY_COMPARE(bench.notice(), QString());
    bench.runner.session->play({test::scriptedStart()});
    QTRY_VERIFY(bench.says("content_generation"));
}

void TestRunMachine::theQueueWaitsForTheMachine()
{
    auto lock = MachineLock::tryTake({0, "run", "checkout", "other", 1});
    QVERIFY(lock && *lock);
    test::RunBench bench;
    QVERIFY(bench.open());
    QTRY_VERIFY(bench.says("A run of checkout (process "));
    const int looks = bench.runner.looks();
    enqueue(bench);
    // It has looked for runs under way, and has not started this one.
    QTRY_VERIFY(bench.runner.looks() > looks);
    QTRY_COMPARE(bench.table("Queue of runs").size(), 1);
    QVERIFY(bench.runner.requests.empty());
    lock->reset();
    QTRY_COMPARE(bench.runner.requests.size(), 1u);
}

void TestRunMachine::quietIsAskedForWithEveryRun()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    auto* require = bench.control<QCheckBox>("Start runs only while this machine is quiet");
    QVERIFY(!require->isChecked());
    QTest::mouseClick(require, Qt::LeftButton, {}, QPoint(8, require->height() / 2));
    QVERIFY(require->isChecked());
    QVERIFY(bench.pages.settings.requireQuiet());
    test::key(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(bench.runner.requests.size(), 1u);
    QVERIFY(bench.runner.requests[0].turn.quiet == runner::QuietWish::require);
    QVERIFY(bench.runner.requests[0].turn.wait);
}

void TestRunMachine::theMachineIsCalibrated()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.button("Calibrate") == nullptr); // there is no program to do it
    QTRY_VERIFY(bench.says("Not calibrated"));
    const QTemporaryDir folder;
    // It ends when the file is there: the test looks at the progress before.
    bench.page->setPlumb(program(folder,
        "test \"$1 $2\" = \"calibrate --events\" || exit 2\n"
        "echo "
        "'{\"event\":\"calibrating\",\"transport\":\"qnam\",\"stage\":\"rate\",\"fraction\":0.5,\"rps\":"
        "12000}'\n"
        "while [ ! -e \"$(dirname \"$0\")/go\" ]; do sleep 0.02; done\n"
        "echo '{\"event\":\"calibrated\"}'\n"));
    QVERIFY2(bench.accessible(), qPrintable(bench.problems));
    bench.click("Calibrate");
    auto* bar = bench.control<QProgressBar>("Progress of the calibration");
    QTRY_COMPARE(bar->value(), 375); // half of the second of four stages
    QVERIFY(bar->isVisible());
    QVERIFY(bench.says("qnam, as fast as it can: 12,000 requests/s"));
    QVERIFY(bench.button("Cancel")->isVisible());
    QVERIFY(report::storeCalibration(report::calibrationFile(),
        {report::calibrationKey("qnam"), {0.1, 0.3, 12'000.0, "2026-11-21T10:00:00+00:00"}}));
    QFile go(folder.filePath(QStringLiteral("go")));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_VERIFY(bench.says("qnam: 12,000 requests/s at most with one worker"));
    QVERIFY(!bar->isVisible());
    QCOMPARE(bench.notice(), QString());
    std::filesystem::remove(report::calibrationFile());
}

void TestRunMachine::aCalibrationIsCancelled()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    const QTemporaryDir folder;
    bench.page->setPlumb(program(folder, "exec sleep 60\n"));
    bench.click("Calibrate");
    QTRY_VERIFY(bench.says("Waiting for this machine to be free"));
    bench.click("Cancel");
    QTRY_VERIFY(bench.button("Calibrate") != nullptr);
    QVERIFY(!bench.control<QProgressBar>("Progress of the calibration")->isVisible());
    QCOMPARE(bench.notice(), QString());
}

void TestRunMachine::aFailedCalibrationSaysWhy()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    const QTemporaryDir folder;
    bench.page->setPlumb(program(folder, "echo 'plumb: no port could be opened' >&2\nexit 5\n"));
    bench.click("Calibrate");
    QTRY_COMPARE(bench.notice(), text("plumb: no port could be opened"));
    bench.page->setPlumb(text("/nonexistent/plumb"));
    bench.click("Calibrate");
    QTRY_VERIFY2(bench.notice().contains(text("/nonexistent/plumb")), qPrintable(bench.notice()));
}

PLUMB_TEST_MAIN_APP(TestRunMachine, QApplication)
#include "tst_runmachine.moc"
