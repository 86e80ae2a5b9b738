// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "engine/openfiles.h"
#include "enginerun.h"
#include "report/measuredtime.h"
#include "report/reportbuilder.h"
#include "report/trust.h"
#include "report/verify.h"
#include "tests/support/fakestep.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::report;
using namespace plumb::test;
using namespace std::chrono_literals;

class TestEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void constantVusEndToEnd_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("one worker") << 1;
        QTest::newRow("three workers") << 3;
    }
    void constantVusEndToEnd()
    {
        QFETCH(int, workers);
        // Long enough that the count at the first tick, however late it is made, does not meet the end.
        auto scenario = scenarioOf({pattern("p", {step("a"), step("b")})}, constantVus(6, 2.5));
        const EngineRun run = runEngine(std::move(scenario), always({}), workers);
        QVERIFY(run.result.has_value());
        QVERIFY(std::holds_alternative<RunStarted>(run.events.front()));
        QVERIFY(std::holds_alternative<Finished>(run.events.back()));
        const RunStarted& started = std::get<RunStarted>(run.events.front());
        QCOMPARE(started.engine_transport, std::string("scripted"));
        QCOMPARE(started.executor, std::string("constant-vus"));
        QVERIFY(started.closed_model);
        QCOMPARE(started.planned_duration_s, std::optional(2.5));
        QCOMPARE(started.steps.size(), std::size_t{2});
        QCOMPARE(started.transport_settings.at("workers"), std::to_string(workers));
        QVERIFY(run.requests > 100);
        QCOMPARE(run.sent(), run.requests);
        QCOMPARE(run.answered(), run.requests);
        QCOMPARE(run.finished().ended_by, std::string("schedule"));
        QVERIFY(!run.finished().partial);
        QCOMPARE(run.finished().users_max, 6);
        QVERIFY(run.finished().phases.front().phase == Phase::measure);
        QVERIFY(std::abs(run.finished().phases.front().end_s - 2.5) < 1e-9);
        const auto ticks = run.all<Tick>();
        QVERIFY(ticks.size() >= 2);
        QCOMPARE(ticks.front()->at_s, 1.0);
        QCOMPARE(ticks.front()->interval_s, 1.0);
        QCOMPARE(ticks.front()->vus, 6);
        const auto& histograms = ticks.front()->steps.front().histograms;
        QVERIFY(!histograms[0].empty());
        QCOMPARE(histograms[static_cast<std::size_t>(Series::service)], histograms[0]);
    }

    void moreUsersThanSockets()
    {
        const std::int64_t most = raiseOpenFiles();
        if (most > 2'000'000)
            QSKIP("this machine has sockets for everybody");
        const EngineRun run = runEngine(
            scenarioOf({pattern("p", {step("a")})}, constantVus(static_cast<int>(most), 1.0)), always({}));
        QVERIFY(!run.result);
        QVERIFY(run.result.error().text().find("ulimit -n") != std::string::npos);
        QCOMPARE(run.requests, 0);
        QVERIFY(run.all<Tick>().empty());
    }

    void statesFollowThePhases()
    {
        scenario::Load load;
        load.executor = "constant-arrival-rate";
        load.rate = 100.0;
        load.duration_s = 0.3;
        load.warmup_s = 0.2;
        load.cooldown_s = 0.1;
        load.max_vus = 4;
        const EngineRun run = runEngine(scenarioOf({pattern("p", {step("a")})}, load), always({}));
        std::vector<RunState> states;
        for (const StateChanged* change : run.all<StateChanged>())
            states.push_back(change->state);
        const std::vector<RunState> expected{RunState::preparing, RunState::warmup, RunState::measuring,
            RunState::cooldown, RunState::draining, RunState::finished};
        QVERIFY(states == expected);
        std::array<std::int64_t, phaseCount> planned{};
        for (const Tick* tick : run.all<Tick>()) {
            for (const IterationTick& iterations : tick->iterations)
                planned[static_cast<std::size_t>(iterations.phase)] += iterations.planned;
        }
        QCOMPARE(planned, (std::array<std::int64_t, phaseCount>{0, 20, 30, 10}));
        QCOMPARE(run.finished().phases.size(), std::size_t{3});
        QVERIFY(!run.all<Tick>().front()->lag_histogram.empty());
    }

    void sharedIterationsAreExact()
    {
        scenario::Load load;
        load.executor = "shared-iterations";
        load.iterations = std::int64_t{500};
        load.vus = 7;
        const EngineRun run = runEngine(scenarioOf({pattern("p", {step("a")})}, load), always({}), 3);
        QCOMPARE(run.requests, 500);
        QCOMPARE(run.sent(), 500);
        QCOMPARE(run.finished().ended_by, std::string("schedule"));
        QVERIFY(run.finished().makespan_ms.value_or(0) > 0);
        QCOMPARE(
            std::get<RunStarted>(run.events.front()).planned_iterations, std::optional<std::int64_t>(500));
    }

    void marksAreKept()
    {
        const EngineRun run = runEngine(scenarioOf({pattern("p", {step("a")})}, constantVus(1, 0.3)),
            always({}), 1, [](Engine& engine) { engine.mark("deployed 1.2"); });
        QVERIFY(run.marked("mark"));
        QCOMPARE(run.all<RunMark>().front()->text, std::string("deployed 1.2"));
    }

    /// A change is told with the moment it took effect at, the plan follows, and what cannot be done is said.
    void liveChanges()
    {
        const EngineRun run = runEngine(scenarioOf({pattern("p", {step("a")})}, constantRate(200, 2.6, 4)),
            always({}), 2, [](Engine& engine) {
                engine.change({.rate = 90.0, .vus = {}, .max_vus = {}, .pattern = {}});
                engine.change({.rate = 100.0, .vus = {}, .max_vus = 9, .pattern = {}});
                engine.change({.rate = {}, .vus = 3, .max_vus = {}, .pattern = {}});
            });
        std::vector<const RunMark*> changes;
        for (const RunMark* mark : run.all<RunMark>()) {
            if (mark->isLiveChange())
                changes.push_back(mark);
        }
        QCOMPARE(changes.size(), std::size_t{2});
        QCOMPARE(changes[0]->kind, std::string("rate"));
        QCOMPARE(changes[0]->value, std::optional(100.0));
        QCOMPARE(changes[1]->kind, std::string("max_users"));
        const double at = changes[0]->at_s;
        QCOMPARE(at, std::round(at));
        QVERIFY(at >= 1.0);
        QVERIFY(run.marked("notice"));
        std::int64_t planned = 0;
        for (const Tick* tick : run.all<Tick>()) {
            for (const IterationTick& iterations : tick->iterations)
                planned += iterations.planned;
            if (tick->at_s <= 2.0)
                QCOMPARE(tick->planned_rate, std::optional(tick->at_s <= at ? 200.0 : 100.0));
        }
        // Exact in virtual time (tst_livechange); here a worker may hear of it late.
        QVERIFY(std::abs(static_cast<double>(planned) - (200.0 * at + 100.0 * (2.6 - at))) < 40.0);
        QCOMPARE(run.sent(), run.requests);
        QCOMPARE(run.answered(), run.requests);
        // The mark stands before the first tick with the new rate.
        const auto told = std::find_if(run.events.begin(), run.events.end(), [](const RunEvent& event) {
            const auto* mark = std::get_if<RunMark>(&event);
            return mark != nullptr && mark->kind == "rate";
        });
        QVERIFY(std::all_of(run.events.begin(), told, [at](const RunEvent& event) {
            const auto* tick = std::get_if<Tick>(&event);
            return tick == nullptr || tick->at_s < at;
        }));
    }

    void inTurnRunsOnePatternAfterTheOther()
    {
        auto first = pattern("first", {step("a")});
        auto second = pattern("second", {step("b")});
        scenario::Load own;
        own.executor = "shared-iterations";
        own.iterations = std::int64_t{20};
        own.vus = 2;
        first.pattern.load = own;
        auto scenario = scenarioOf({first, second}, constantVus(2, 0.2));
        scenario.scenario.patterns_in_turn = true;
        std::mutex mutex;
        std::string order;
        const EngineRun run = runEngine(std::move(scenario), [&](int, const Request& request) {
            const std::scoped_lock lock(mutex);
            order += request.url.back();
            return ScriptedAnswer{};
        });
        QCOMPARE(std::get<RunStarted>(run.events.front()).executor, std::string("mixed"));
        QVERIFY(order.size() > 30);
        QCOMPARE(order.substr(0, 20), std::string(20, 'a'));
        QVERIFY(order.find('a', 20) == std::string::npos);
        QCOMPARE(run.sent(), run.requests);
    }

    /// A later turn begins at a whole second; the pause before it is nobody's measured time.
    void pausesBetweenTurnsAreNotMeasured()
    {
        auto first = pattern("counted", {step("a")});
        scenario::Load counted;
        counted.executor = "per-vu-iterations";
        counted.iterations = std::int64_t{20};
        counted.vus = 1;
        first.pattern.load = counted;
        auto second = pattern("timed", {step("b")});
        second.pattern.load = constantRate(50, 1.2, 4);
        second.pattern.load->warmup_s = 0.4;
        auto third = pattern("ramped", {step("c")});
        third.pattern.load = constantVus(1, 0.2);
        third.pattern.load->executor = "ramping-vus";
        third.pattern.load->stages = {{0.2, 4.0, {}}};
        auto scenario = scenarioOf({first, second, third}, constantVus(1, 0.2));
        scenario.scenario.patterns_in_turn = true;
        const EngineRun run = runEngine(std::move(scenario), always({.takes = 5ms}));
        report::ReportBuilder builder;
        for (const report::RunEvent& event : run.events)
            builder.add(event);
        const report::Report made = builder.build();
        QCOMPARE(made.turns.size(), std::size_t{3});
        QCOMPARE(made.turns[0].pattern, std::string("counted"));
        const auto length = [&made](int turn) {
            const auto& span = made.turns[static_cast<std::size_t>(turn)];
            return span.end_s - span.start_s;
        };
        QVERIFY(length(0) >= 0.1 && length(0) < 0.9);
        QVERIFY(std::abs(length(1) - 1.2) < 1e-9);
        QVERIFY(std::abs(length(2) - 0.2) < 1e-9);
        const double sum = length(0) + length(1) + length(2);
        QVERIFY(std::abs(report::measuredSeconds(made) - sum) < 1e-9);
        QVERIFY(std::abs(made.totals.rps * sum - static_cast<double>(made.totals.completed)) < 1e-6);
        QVERIFY(std::abs(made.steps[1].rps - 50.0) < 1e-6);
        QVERIFY(std::abs(report::trustContext(made).measured_s - sum) < 1e-9);
        // Each turn is looked at by itself; what ramps is not meant to rest.
        QVERIFY(made.turns[0].steady && made.turns[1].steady && !made.turns[2].steady);
        QVERIFY(!made.steady);
        QCOMPARE(made.turns[1].steady->from_s, made.turns[1].start_s);
        QVERIFY(report::verify(made).empty());
    }

    /// The loads of limited time end by themselves while the counted one says when the run does.
    void timedAndCountedLoadsTogetherEnd_data()
    {
        QTest::addColumn<int>("warmupIterations");
        QTest::newRow("from the start") << 0;
        QTest::newRow("after warm-up iterations") << 20;
    }
    void timedAndCountedLoadsTogetherEnd()
    {
        QFETCH(int, warmupIterations);
        auto timed = pattern("timed", {step("a")});
        timed.pattern.load = constantVus(2, 0.3);
        if (warmupIterations > 0)
            timed.pattern.load->warmup_iterations = std::int64_t{warmupIterations};
        auto counted = pattern("counted", {step("b")});
        scenario::Load iterations;
        iterations.executor = "shared-iterations";
        iterations.iterations = std::int64_t{20};
        iterations.vus = 1;
        counted.pattern.load = iterations;
        const EngineRun run = runEngine(scenarioOf({timed, counted}, constantVus(1, 0.2)), always({}), 2);
        QVERIFY(run.result.has_value());
        QCOMPARE(run.finished().ended_by, std::string("schedule"));
        QVERIFY(!run.finished().partial);
        QVERIFY(run.all<Tick>().back()->at_s < 3.0);
        QCOMPARE(run.sent(), run.requests);
        QCOMPARE(run.answered(), run.requests);
    }

    void unsupportedExecutorIsRefused()
    {
        scenario::Load load;
        load.executor = "flood";
        const EngineRun run = runEngine(scenarioOf({pattern("p", {step("a")})}, load), always({}));
        QVERIFY(!run.result.has_value());
        QVERIFY(run.result.error().kind == ErrorKind::usage);
        QVERIFY(run.result.error().text().find("flood") != std::string::npos);
        QVERIFY(run.events.empty());
    }

    /// Extracted values and session cookies are in no event, whatever carries them.
    void secretsStayOutOfEvents()
    {
        auto login = step("login");
        login.extract.push_back({"token", scenario::Extract::From::regex, "token", false});
        auto use = step("use");
        use.request.headers = {{"X-Csrf", "token"}};
        auto scenario = scenarioOf({pattern("p", {use})}, constantVus(2, 0.3));
        scenario.setup.push_back(setupStep(true, login));
        const auto script = [](int, const Request& request) {
            if (request.url.ends_with("/login")) {
                return ScriptedAnswer{
                    .headers = {{"Set-Cookie", "sid=c00kie-s3cret; Path=/"}}, .body = "token=t0k3n-s3cret x"};
            }
            return ScriptedAnswer{
                .status = 500, .body = "you sent t0k3n-s3cret and c00kie-s3cret reason=t0k3n-s3cret"};
        };
        const EngineRun run = runEngine(std::move(scenario), script);
        QVERIFY(!run.all<Sample>().empty());
        QVERIFY(run.all<Sample>().front()->response_body.starts_with("you sent ***"));
        for (const RunEvent& event : run.events) {
            const std::string text = dumpJson(toJson(event));
            QVERIFY2(text.find("s3cret") == std::string::npos, text.c_str());
        }
    }
};

PLUMB_TEST_MAIN(TestEngine)
#include "tst_engine.moc"
