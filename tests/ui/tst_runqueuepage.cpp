// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "tests/ui/runbench.h"
#include "ui/models/liverun.h"
#include "ui/widgets/tableview.h"
#include "workflow/runqueue.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace plumb;
using namespace plumb::ui;
using test::text;
using State = workflow::QueueEntry::State;

namespace {

/// What the library's queue file says, in short: "login running, login waiting".
QString onDisk(const test::RunBench& bench)
{
    const auto queue = workflow::readQueue(workflow::queueFile(bench.pages.library.folder()));
    QStringList words;
    for (const auto& entry : queue->entries())
        words << QString::fromStdString(
            entry.request.overrides.note + ' ' + std::string(workflow::toString(entry.state)));
    return words.join(QStringLiteral(", "));
}

/// Puts the scenario on the screen into the queue, under this note.
void enqueue(const test::RunBench& bench, const char* note)
{
    auto* edit = bench.control<QLineEdit>("Note");
    edit->setText(text(note));
    edit->setFocus();
    test::key(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
}

void finish(const test::RunBench& bench, const char* runId, metric::Verdict verdict = metric::Verdict::pass)
{
    auto start = test::scriptedStart();
    start.run_id = runId;
    auto stored = test::scriptedStored(verdict, "/lib/reports/r.json");
    bench.runner.session->play({start, test::scriptedFinish(1.0), stored});
    bench.runner.session->end();
}

} // namespace

class TestRunQueuePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRunsAfterTheOther();
    void isEditedAndUndone();
    void pausesAfterAFailureWhenAsked();
    void isThereAgainAfterARestart();
    void secretsAreNotKept();
    void lostSecretsAreEnteredAgain();
};

void TestRunQueuePage::oneRunsAfterTheOther()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    QSignalSpy status(bench.page, &RunPage::runStatusChanged);
    QAbstractItemModelTester tester(bench.control<TableView>("Queue of runs")->model());
    enqueue(bench, "one");
    // Nothing runs: it starts, and the form stays for the next one.
    QTRY_COMPARE(bench.runner.requests.size(), 1u);
    QVERIFY(bench.control<QComboBox>("Scenario")->isVisible());
    enqueue(bench, "two");
    enqueue(bench, "three");
    QCOMPARE(onDisk(bench), text("one running, two waiting, three waiting"));
    auto start = test::scriptedStart();
    bench.runner.session->play({start, test::state(report::RunState::measuring, 0.0),
        test::scriptedTick(2.0, report::Phase::measure, 50, 0, 10.0)});
    // 4 s of the one under way, 90 s each of the others.
    QTRY_COMPARE(status.last().first().toString(), text("1 running, 2 waiting (ETA 03:04)"));
    QCOMPARE(bench.runner.requests.size(), 1u);
    finish(bench, "run-1", metric::Verdict::fail);
    QTRY_COMPARE(bench.runner.requests.size(), 2u);
    QCOMPARE(bench.runner.requests[1].overrides.note, std::string("two"));
    QCOMPARE(onDisk(bench), text("one done, two running, three waiting"));
    // A run that cannot start holds up nobody.
    bench.runner.session->end(text("the target is unreachable"));
    QTRY_COMPARE(bench.runner.requests.size(), 3u);
    finish(bench, "run-3");
    QTRY_COMPARE(onDisk(bench), text("one done, two failed, three done"));
    QVERIFY(bench.table("Queue of runs")[1].contains(text("the target is unreachable")));
    QCOMPARE(status.last().first().toString(), QString());
    QVERIFY2(bench.accessible(), qPrintable(bench.problems));
}

void TestRunQueuePage::isEditedAndUndone()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    for (const char* note : {"one", "two", "three"})
        enqueue(bench, note);
    QTRY_COMPARE(onDisk(bench), text("one running, two waiting, three waiting"));
    auto* table = bench.control<TableView>("Queue of runs");
    table->setFocus();
    table->selectRow(2);
    test::key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(onDisk(bench), text("one running, three waiting, two waiting"));
    table->selectRow(1);
    test::key(Qt::Key_Delete);
    QCOMPARE(onDisk(bench), text("one running, two waiting"));
    // The one that runs stays.
    table->selectRow(0);
    test::key(Qt::Key_Delete);
    QCOMPARE(onDisk(bench), text("one running, two waiting"));
    bench.page->undoStack()->undo();
    bench.page->undoStack()->undo();
    QCOMPARE(onDisk(bench), text("one running, two waiting, three waiting"));
    bench.page->undoStack()->redo();
    QCOMPARE(onDisk(bench), text("one running, three waiting, two waiting"));
    bench.click("Pause");
    finish(bench, "run-1");
    QTRY_COMPARE(onDisk(bench), text("one done, three waiting, two waiting"));
    bench.click("Clear ended");
    QCOMPARE(onDisk(bench), text("three waiting, two waiting"));
    QCOMPARE(bench.runner.requests.size(), 1u);
    bench.click("Resume");
    QTRY_COMPARE(bench.runner.requests.size(), 2u);
    QCOMPARE(bench.runner.requests[1].overrides.note, std::string("three"));
}

void TestRunQueuePage::pausesAfterAFailureWhenAsked()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    enqueue(bench, "one");
    enqueue(bench, "two");
    QTRY_COMPARE(bench.runner.requests.size(), 1u);
    bench.click("Pause after a failure");
    finish(bench, "run-1", metric::Verdict::fail);
    QTRY_VERIFY(bench.button("Resume"));
    QCOMPARE(onDisk(bench), text("one done, two waiting"));
    QCOMPARE(bench.runner.requests.size(), 1u);
}

void TestRunQueuePage::isThereAgainAfterARestart()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    enqueue(bench, "one");
    enqueue(bench, "two");
    QTRY_COMPARE(bench.runner.requests.size(), 1u);
    auto start = test::scriptedStart();
    start.run_id = "run-1";
    bench.runner.session->play({start});
    QTRY_VERIFY(bench.page->run()->snapshot().started);
    const auto again = [&bench](const std::vector<runner::LiveRun>& live) {
        bench.page->deleteLater();
        QCoreApplication::sendPostedEvents(bench.page, QEvent::DeferredDelete);
        bench.runner.setLive(live);
        bench.page = new RunPage(bench.runner, bench.pages.library, bench.pages.settings);
        bench.pages.window.addPage(bench.page);
        bench.pages.library.refresh();
    };
    // Still alive: it is the queue's run that is attached to, and the next one follows it.
    again({{text("run-1"), text("login"), {}, 0}});
    QTRY_COMPARE(bench.runner.calls, QStringList(text("attach run-1")));
    bench.runner.setLive({});
    finish(bench, "run-1");
    QTRY_COMPARE(bench.runner.requests.size(), 2u);
    start.run_id = "run-2";
    bench.runner.session->play({start});
    QTRY_COMPARE(bench.page->run()->snapshot().runId, text("run-2"));
    QCOMPARE(onDisk(bench), text("one done, two running"));
    // Gone without a report.
    again({});
    QTRY_COMPARE(onDisk(bench), text("one done, two failed"));
    QVERIFY(!bench.page->running());
}

void TestRunQueuePage::secretsAreNotKept()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    enqueue(bench, "one");
    QTRY_COMPARE(bench.runner.requests.size(), 1u);
    bench.choose("Scenario", "secret");
    QTRY_VERIFY(bench.control<QLineEdit>("Secret password"));
    bench.control<QLineEdit>("Secret password")->setText(text("s3cret"));
    enqueue(bench, "two");
    QVERIFY(bench.control<QLineEdit>("Secret password")->text().isEmpty());
    const auto kept = workflow::readQueue(workflow::queueFile(bench.pages.library.folder()));
    QVERIFY(kept->entries()[1].request.overrides.secrets.empty());
    finish(bench, "run-1");
    QTRY_COMPARE(bench.runner.requests.size(), 2u);
    QCOMPARE(bench.runner.requests[1].overrides.secrets.at("password"), std::string("s3cret"));
}

void TestRunQueuePage::lostSecretsAreEnteredAgain()
{
    test::RunBench bench;
    QVERIFY(bench.open());
    bench.choose("Scenario", "secret");
    QTRY_VERIFY(bench.control<QLineEdit>("Secret password"));
    bench.control<QLineEdit>("Secret password")->setText(text("s3cret"));
    QTRY_VERIFY(bench.canStart());
    enqueue(bench, "one");
    QTRY_COMPARE(bench.runner.requests.size(), 1u);
    bench.control<QLineEdit>("Secret password")->setText(text("s3cret"));
    QTRY_VERIFY(bench.button("Add to queue")->isEnabled());
    enqueue(bench, "two");
    // Another window, later.
    bench.page->deleteLater();
    QCoreApplication::sendPostedEvents(bench.page, QEvent::DeferredDelete);
    bench.page = new RunPage(bench.runner, bench.pages.library, bench.pages.settings);
    bench.pages.window.addPage(bench.page);
    bench.pages.library.refresh();
    QTRY_COMPARE(onDisk(bench), text("one waiting, two waiting"));
    auto* table = bench.control<TableView>("Queue of runs");
    QVERIFY(bench.table("Queue of runs")[1].contains(text("Needs its secrets")));
    // The first is started without them, and is given them then.
    bench.click("Resume");
    QTRY_COMPARE(onDisk(bench), text("one failed, two failed"));
    QCOMPARE(bench.runner.requests.size(), 1u);
    table->setFocus();
    for (const int row : {1, 0}) {
        table->selectRow(row);
        QVERIFY(bench.button("Enter secrets…"));
    }
    test::key(Qt::Key_Return);
    auto* dialog = bench.page->findChild<QDialog*>();
    QVERIFY(dialog);
    auto* secret = test::named<QLineEdit>(*dialog, text("Secret password"));
    QVERIFY(secret && secret->echoMode() == QLineEdit::Password);
    secret->setText(text("again"));
    QTest::keyClick(secret, Qt::Key_Return);
    QTRY_COMPARE(bench.runner.requests.size(), 2u);
    QCOMPARE(bench.runner.requests[1].overrides.note, std::string("one"));
    QCOMPARE(bench.runner.requests[1].overrides.secrets.at("password"), std::string("again"));
}

PLUMB_TEST_MAIN_APP(TestRunQueuePage, QApplication)
#include "tst_runqueuepage.moc"
