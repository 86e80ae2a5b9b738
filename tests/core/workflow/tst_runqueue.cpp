// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "tests/support/testmain.h"
#include "workflow/runqueue.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::workflow;
using metric::Verdict;
using State = QueueEntry::State;

namespace {

QueueEntry entry(const std::string& id, std::optional<double> planned_s = 60.0)
{
    QueueEntry made;
    made.id = id;
    made.title = "run " + id;
    made.planned_s = planned_s;
    made.request.scenario = "/lib/scenarios/" + id + ".json";
    return made;
}

RunQueue three()
{
    RunQueue queue;
    for (const char* id : {"a", "b", "c"})
        queue.add(entry(id));
    return queue;
}

std::string order(const RunQueue& queue)
{
    std::string ids;
    for (const auto& one : queue.entries())
        ids += one.id;
    return ids;
}

} // namespace

class TestRunQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRunsAtATime()
    {
        auto queue = three();
        QCOMPARE(queue.next()->id, std::string("a"));
        queue.started("a", "run-1");
        QVERIFY(queue.next() == nullptr);
        QCOMPARE(queue.running()->run_id, std::string("run-1"));
        QCOMPARE(queue.waiting(), 2u);
        queue.done("a", Verdict::pass, "/r.json");
        QVERIFY(queue.running() == nullptr);
        QCOMPARE(queue.next()->id, std::string("b"));
        QVERIFY(queue.find("a")->state == State::done);
        QCOMPARE(queue.find("a")->report, std::string("/r.json"));
    }

    void failuresHoldUpNobodyUnlessAsked_data()
    {
        QTest::addColumn<bool>("stops");
        QTest::addColumn<bool>("couldRun");
        for (const bool stops : {false, true}) {
            for (const bool couldRun : {false, true})
                QTest::addRow("%s, %s", stops ? "stops" : "goes on", couldRun ? "failed rule" : "no run")
                    << stops << couldRun;
        }
    }
    void failuresHoldUpNobodyUnlessAsked()
    {
        QFETCH(const bool, stops);
        QFETCH(const bool, couldRun);
        auto queue = three();
        queue.setStopsOnFailure(stops);
        queue.started("a", "run-1");
        if (couldRun)
            queue.done("a", Verdict::fail, "/r.json");
        else
            queue.failed("a", "the target is unreachable");
        QCOMPARE(queue.paused(), stops);
        QCOMPARE(queue.next() == nullptr, stops);
        queue.setPaused(false);
        QCOMPARE(queue.next()->id, std::string("b"));
    }

    void aWarningIsNoFailure()
    {
        auto queue = three();
        queue.setStopsOnFailure(true);
        queue.started("a", "run-1");
        queue.done("a", Verdict::warn, "/r.json");
        QVERIFY(!queue.paused());
    }

    void isReordered()
    {
        auto queue = three();
        QVERIFY(queue.move("c", 0));
        QCOMPARE(order(queue), std::string("cab"));
        QVERIFY(queue.move("c", 99));
        QCOMPARE(order(queue), std::string("abc"));
        QVERIFY(queue.move("a", 1));
        QCOMPARE(order(queue), std::string("bac"));
        QVERIFY(!queue.move("x", 0));
    }

    void whatIsTakenOutGoesBackToItsPlace()
    {
        auto queue = three();
        auto taken = queue.remove("b");
        QVERIFY(taken);
        QCOMPARE(order(queue), std::string("ac"));
        queue.add(std::move(taken->first), taken->second);
        QCOMPARE(order(queue), std::string("abc"));
        queue.started("a", {});
        QVERIFY(!queue.remove("a")); // it runs
        QVERIFY(!queue.remove("x"));
    }

    void timeLeftIsToldWhereItIsKnown()
    {
        auto queue = three();
        QCOMPARE(*queue.secondsLeft(std::nullopt), 180.0);
        queue.started("a", "run-1");
        QCOMPARE(*queue.secondsLeft(12.5), 132.5);
        QVERIFY(!queue.secondsLeft(std::nullopt));
        queue.add(entry("d", std::nullopt));
        QVERIFY(!queue.secondsLeft(12.5));
    }

    void loadsSayHowLongTheyTake()
    {
        scenario::Load load;
        load.duration_s = 60.0;
        load.warmup_s = 5.0;
        load.cooldown_s = 2.0;
        QCOMPARE(*plannedSeconds(load), 67.0);
        QCOMPARE(*plannedSeconds(*scenario::preset("spike")), 126.0);
        QVERIFY(!plannedSeconds(*scenario::preset("smoke")));
    }

    void isKeptOnDiskWithoutSecrets()
    {
        const QTemporaryDir folder;
        const auto file = queueFile(folder.path().toStdString());
        QVERIFY(readQueue(file)->entries().empty());
        auto queue = three();
        auto secret = entry("d");
        secret.secrets = {"password"};
        secret.request.overrides.secrets["password"] = "s3cret";
        secret.request.overrides.load = scenario::preset("normal");
        secret.request.overrides.note = "after the fix";
        queue.add(secret);
        queue.setPaused(true);
        queue.setStopsOnFailure(true);
        queue.started("a", "run-1");
        queue.done("a", Verdict::warn, "/r.json");
        queue.failed("b", "gone");
        std::filesystem::create_directories(file.parent_path());
        QVERIFY(writeQueue(file, queue));
        QVERIFY(readFile(file)->find("s3cret") == std::string::npos);
        const auto read = readQueue(file);
        QVERIFY(read);
        QVERIFY(toJson(*read) == toJson(queue));
        QCOMPARE(order(*read), std::string("abcd"));
        QVERIFY(read->paused() && read->stopsOnFailure());
        QVERIFY(read->find("a")->verdict == Verdict::warn);
        QCOMPARE(read->find("b")->message, std::string("gone"));
        const auto& load = read->find("d")->request.overrides.load;
        QVERIFY(load);
        QCOMPARE(load->executor, std::string("ramping-vus"));
        QCOMPARE(load->users.get(), 10);
        QCOMPARE(read->find("d")->secrets, std::vector<std::string>({"password"}));
    }

    void aDamagedFileIsAnError()
    {
        for (const char* text :
            {"[]", "{\"schema\":\"plumbline.queue/2\",\"entries\":[]}", "{\"schema\":\"plumbline.queue/1\"}",
                "{\"schema\":\"plumbline.queue/1\",\"entries\":[{\"id\":7}]}"}) {
            const auto read = queueFromJson(*parseJson(text, "queue.json"), "queue.json");
            QVERIFY2(!read, text);
        }
    }
};

PLUMB_TEST_MAIN(TestRunQueue)
#include "tst_runqueue.moc"
