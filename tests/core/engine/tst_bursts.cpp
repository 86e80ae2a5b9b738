// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginerun.h"
#include "tests/support/fakestep.h"
#include "tests/support/testmain.h"
#include "workerbench.h"

#include <cmath>

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::test;
using namespace std::chrono_literals;

namespace {

scenario::Load bursts(int size)
{
    scenario::Load load;
    load.executor = "burst";
    load.size = size;
    return load;
}

scenario::Load countedBursts(int size, int repeat)
{
    scenario::Load load = bursts(size);
    load.repeat = repeat;
    return load;
}

const report::BurstTick* of(const std::vector<report::BurstTick>& ticks, Phase phase)
{
    const auto found = std::find_if(
        ticks.begin(), ticks.end(), [phase](const report::BurstTick& tick) { return tick.phase == phase; });
    return found == ticks.end() ? nullptr : &*found;
}

} // namespace

class TestBursts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allBeginAtOnceAndTheSlowestEndsTheBurst_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("one worker") << 1;
        QTest::newRow("three workers") << 3;
    }
    void allBeginAtOnceAndTheSlowestEndsTheBurst()
    {
        QFETCH(int, workers);
        std::vector<Nanos> starts;
        WorkerBench* running = nullptr;
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a")})}, countedBursts(10, 4)),
            [&](int user, const Request&) {
                starts.push_back(running->clock.now() - running->load_start);
                return ScriptedAnswer{.takes = user == 2 ? 90ms : 20ms};
            },
            workers);
        running = &bench;
        bench.complete(2s);
        QCOMPARE(bench.sent("a"), 40);
        QCOMPARE(starts.size(), std::size_t{40});
        std::sort(starts.begin(), starts.end());
        // Several workers advance in slices of a millisecond.
        for (std::size_t i = 0; i < starts.size(); i += 10) {
            QVERIFY(starts[i + 9] - starts[i] <= 1ms);
            QVERIFY(i == 0 || starts[i] - starts[i - 10] >= 90ms);
            QVERIFY(i == 0 || starts[i] - starts[i - 10] < 94ms);
        }
        const auto ended = bench.bursts();
        QCOMPARE(ended.size(), std::size_t{1});
        QCOMPARE(ended.front().count, 4);
        QVERIFY(std::abs(ended.front().longest_ms - 90.0) <= 1.0);
        const auto* cell = bench.books().findIterations(Phase::measure);
        QCOMPARE(cell->planned, 40);
        QCOMPARE(cell->completed, 40);
    }

    void pauseAndPhases()
    {
        auto load = bursts(5);
        load.duration_s = 10.0;
        load.warmup_s = 2.0;
        load.cooldown_s = 2.0;
        load.pause_s = 0.9;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 100ms}));
        bench.complete(14s);
        // A burst a second: 2 in the warm-up, 10 measured, 2 in the cool-down.
        QCOMPARE(bench.sent("a", Phase::warmup), 10);
        QCOMPARE(bench.sent("a"), 50);
        QCOMPARE(bench.sent("a", Phase::cooldown), 10);
        const auto ended = bench.bursts();
        QCOMPARE(of(ended, Phase::measure)->count, 10);
        QCOMPARE(of(ended, Phase::warmup)->count, 2);
    }

    void warmUpIsOfWholeBursts()
    {
        auto load = countedBursts(4, 3);
        load.warmup_iterations = 5; // two bursts
        load.cooldown_s = 1.0;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 100ms}), 2);
        bench.complete(10s);
        QCOMPARE(bench.sent("a", Phase::warmup), 8);
        QCOMPARE(bench.sent("a"), 12);
        QVERIFY(bench.sent("a", Phase::cooldown) >= 36);
        QCOMPARE(of(bench.bursts(), Phase::measure)->count, 3);
        QVERIFY(bench.drained());
    }

    /// Requests of a burst that began in the measure phase are judged, however long they take: its makespan
    /// holds them all.
    void aBurstIsOfOnePhase()
    {
        auto load = bursts(3);
        load.duration_s = 1.0;
        WorkerBench bench(scenarioOf({pattern("p", {step("a"), step("b")})}, load), always({.takes = 400ms}));
        bench.complete(1s);
        QCOMPARE(bench.sent("a"), 6);
        QCOMPARE(bench.sent("b"), 6);
        QCOMPARE(bench.sent("b", Phase::cooldown), 0);
        QCOMPARE(bench.bursts().front().longest_ms, 800.0);
    }

    void theSizeFollows_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("one worker") << 1;
        QTest::newRow("three workers") << 3;
    }
    void theSizeFollows()
    {
        QFETCH(int, workers);
        auto load = bursts(4);
        load.duration_s = 10.0;
        load.pause_s = 0.8; // a burst a second
        auto scenario = scenarioOf({pattern("p", {step("a")})}, load);
        scenario.setup.push_back(setupStep(true, step("login")));
        std::map<std::int64_t, int> sent; // by second
        WorkerBench* running = nullptr;
        WorkerBench bench(
            std::move(scenario),
            [&](int, const Request& request) {
                if (request.url.find("login") == std::string::npos)
                    ++sent[(running->clock.now() - running->load_start) / 1s];
                return ScriptedAnswer{.takes = 150ms};
            },
            workers);
        running = &bench;
        bench.begin();
        bench.runUntil(2500ms);
        bench.change({0, 3s, std::nullopt, 9});
        bench.runUntil(6500ms);
        bench.change({0, 7s, std::nullopt, 2});
        bench.runUntil(10s);
        bench.endOfSchedule();
        bench.runUntil(60s);
        QVERIFY(bench.drained());
        QVERIFY(!bench.overlapped());
        QCOMPARE(bench.sent("login", Phase::setup), 9); // the added ones, too
        QCOMPARE(sent[1], 4);
        QCOMPARE(sent[4], 9);
        QCOMPARE(sent[8], 2);
        const IterationCell& cell = *bench.books().findIterations(Phase::measure);
        QCOMPARE(cell.completed, bench.sent("a"));
        QCOMPARE(cell.planned, cell.completed);
        QVERIFY(of(bench.bursts(), Phase::measure)->count >= 9);
    }

    /// 5 bursts were planned, whatever their size becomes.
    void aCountedLoadKeepsItsBursts()
    {
        auto load = countedBursts(2, 5);
        load.pause_s = 0.8;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 200ms}), 2);
        bench.begin();
        bench.runUntil(500ms);
        bench.change({0, 1500ms, std::nullopt, 7});
        bench.runUntil(60s);
        QVERIFY(bench.drained());
        QCOMPARE(bench.sent("a"), 2 * 2 + 3 * 7);
        QCOMPARE(bench.bursts().front().count, 5);
    }

    void aChangeOfSizeIsKept()
    {
        auto load = bursts(3);
        load.duration_s = 3.0;
        load.pause_s = 0.1;
        const EngineRun run = runEngine(
            scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 5ms}), 2, [](Engine& engine) {
                LiveChange change;
                change.size = 6;
                engine.change(change);
            });
        QVERIFY(run.marked("size"));
        const auto& info = std::get<report::RunStarted>(run.events.front()).loads;
        QCOMPARE(info.front().changes, std::string("size"));
        QCOMPARE(run.all<report::Tick>().back()->loads.front().most, 6);
        QVERIFY(run.requests % 3 == 0 && run.requests > 60);
    }

    void aStoppedBurstHasNoMakespan()
    {
        WorkerBench bench(scenarioOf({pattern("p", {step("a"), step("b")})}, countedBursts(3, 10)),
            always({.takes = 200ms}), 2);
        bench.begin();
        bench.runUntil(500ms);
        bench.finish();
        bench.runUntil(10s);
        QVERIFY(bench.drained());
        QCOMPARE(bench.sent("a"), 6);
        QCOMPARE(bench.sent("b"), 3);
        const auto ended = bench.bursts();
        QCOMPARE(ended.size(), std::size_t{1});
        QCOMPARE(ended.front().count, 1);
        QCOMPARE(bench.books().findIterations(Phase::measure)->aborted, 3);
    }

    void usersThatCannotBeSetUpAreMissed()
    {
        auto scenario = scenarioOf({pattern("p", {step("a")})}, countedBursts(3, 2));
        scenario.setup.push_back(setupStep(true, step("login")));
        WorkerBench bench(std::move(scenario), [](int user, const Request& request) {
            const bool failing = user == 1 && request.url.find("login") != std::string::npos;
            return ScriptedAnswer{.outcome = failing ? Outcome::timeout : Outcome::ok};
        });
        bench.complete(2s);
        QCOMPARE(bench.setup.failed, 1);
        QCOMPARE(bench.sent("a"), 4);
        QVERIFY(bench.bursts().empty()); // two at once are no burst of three
    }

    void burstsOfSkippedStepsDoNotSpin()
    {
        auto needy = step("a");
        needy.requires_variables = {"job_id"};
        auto load = bursts(2);
        load.duration_s = 1.0;
        WorkerBench bench(scenarioOf({pattern("p", {needy})}, load), always({}));
        bench.complete(1s);
        QCOMPARE(bench.requests(), 0);
        QVERIFY(bench.bursts().empty());
        QVERIFY(bench.summaries().front().skipped.begin()->second <= 2002);
    }

    void wholeRun()
    {
        auto load = countedBursts(20, 5);
        const EngineRun run
            = runEngine(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 5ms}), 3);
        QVERIFY(run.result.has_value());
        QCOMPARE(run.requests, 100);
        QCOMPARE(run.finished().ended_by, std::string("schedule"));
        QVERIFY(!run.finished().partial);
        QCOMPARE(std::get<report::RunStarted>(run.events.front()).planned_iterations,
            std::optional<std::int64_t>(100));
        std::int64_t count = 0;
        double longest = 0.0;
        for (const report::Tick* tick : run.all<report::Tick>()) {
            for (const report::BurstTick& burst : tick->bursts) {
                count += burst.count;
                longest = std::max(longest, burst.longest_ms);
            }
        }
        QCOMPARE(count, 5);
        QVERIFY(longest >= 5.0);
        QVERIFY(run.finished().phases.front().phase == report::Phase::measure);
    }

    void usersBetweenBurstsAreActive()
    {
        auto load = countedBursts(20, 2);
        load.pause_s = 1.5;
        const EngineRun run
            = runEngine(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 5ms}), 3);
        QVERIFY(run.result.has_value());
        QCOMPARE(run.finished().users_max, 20);
        QCOMPARE(run.all<report::Tick>().front()->vus, 20);
    }

    void wholeRunForATime()
    {
        auto load = bursts(4);
        load.duration_s = 1.5;
        load.pause_s = 5.0; // longer than the load: the phase still has its length
        const EngineRun run = runEngine(scenarioOf({pattern("p", {step("a")})}, load), always({}), 2);
        QCOMPARE(run.requests, 4);
        QCOMPARE(run.finished().ended_by, std::string("schedule"));
        QVERIFY(std::abs(run.finished().phases.front().end_s - 1.5) < 1e-9);
    }

    void besideAnotherLoad()
    {
        auto flow = pattern("open", {step("b")});
        flow.pattern.load = constantRate(100, 1, 5);
        auto burst = pattern("burst", {step("a")});
        burst.pattern.load = countedBursts(3, 2);
        const EngineRun run = runEngine(scenarioOf({flow, burst}, {}), always({}), 2);
        QCOMPARE(run.requests, 106);
        QCOMPARE(run.finished().ended_by, std::string("schedule"));
    }
};

PLUMB_TEST_MAIN(TestBursts)
#include "tst_bursts.moc"
