// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginerun.h"
#include "tests/support/fakestep.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::report;
using namespace plumb::test;
using namespace std::chrono_literals;

/// Everything that ends a run before its schedule does.
class TestEndings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopLetsRequestsFinish()
    {
        const auto slow = [](int, const Request&) { return ScriptedAnswer{.takes = 300ms}; };
        const EngineRun run
            = runEngine(scenarioOf({pattern("p", {step("a"), step("b")})}, constantVus(5, 60)), slow, 2,
                [](Engine& engine) { engine.stop(); });
        QCOMPARE(run.finished().ended_by, std::string("user"));
        QVERIFY(run.finished().partial);
        QVERIFY(run.finished().unfinished_ages.empty());
        QCOMPARE(run.sent(), run.requests);
        QCOMPARE(run.answered(), run.requests);
        QVERIFY(run.marked("stop"));
    }

    void stopGivesUpAfterTheGracefulTime()
    {
        const auto never = [](int, const Request&) { return ScriptedAnswer{.never = true}; };
        auto scenario = scenarioOf({pattern("p", {step("a")})}, constantVus(3, 60));
        scenario.scenario.load.graceful_stop_s = 0.1;
        const EngineRun run = runEngine(std::move(scenario), never, 1, [](Engine& engine) { engine.stop(); });
        QCOMPARE(run.finished().ended_by, std::string("user"));
        QCOMPARE(run.finished().unfinished_ages.size(), std::size_t{3});
        QVERIFY(run.finished().unfinished_ages.front() >= 0.1);
        QCOMPARE(run.sent(), 3);
        QCOMPARE(run.answered(), 0);
    }

    /// A stop while users log in: what is in flight finishes or runs out of time, then there is a partial
    /// report.
    void stopDuringSetup_data()
    {
        QTest::addColumn<bool>("perUser");
        QTest::addColumn<bool>("answered");
        QTest::newRow("per run") << false << true;
        QTest::newRow("per run, no answer") << false << false;
        QTest::newRow("per user") << true << true;
        QTest::newRow("per user, no answer") << true << false;
    }
    void stopDuringSetup()
    {
        QFETCH(bool, perUser);
        QFETCH(bool, answered);
        auto scenario = scenarioOf({pattern("p", {step("a")})}, constantVus(3, 60));
        scenario.scenario.load.graceful_stop_s = answered ? 30.0 : 0.1;
        scenario.setup.push_back(setupStep(perUser, step("login")));
        scenario.setup.push_back(setupStep(perUser, step("welcome")));
        const auto login
            = [answered](int, const Request&) { return ScriptedAnswer{.takes = 1s, .never = !answered}; };
        const EngineRun run = runEngine(std::move(scenario), login, 2, [](Engine& engine) { engine.stop(); });
        QVERIFY(run.result.has_value());
        QCOMPARE(run.finished().ended_by, std::string("user"));
        QVERIFY(run.finished().partial);
        QVERIFY(run.finished().error.empty());
        // Nobody went on to the second step, and who had not begun did not begin.
        QVERIFY(run.requests >= 1 && run.requests <= (perUser ? 3 : 1));
        QCOMPARE(run.sent(), run.requests);
        QCOMPARE(run.answered(), answered ? run.requests : 0);
        QCOMPARE(
            run.finished().unfinished_ages.size(), static_cast<std::size_t>(answered ? 0 : run.requests));
        QCOMPARE(run.finished().phases.size(), std::size_t{1});
        QVERIFY(run.finished().phases.front().phase == Phase::setup);
    }

    void abortCancelsAtOnce()
    {
        const auto never = [](int, const Request&) { return ScriptedAnswer{.never = true}; };
        const EngineRun run = runEngine(scenarioOf({pattern("p", {step("a")})}, constantVus(4, 60)), never, 2,
            [](Engine& engine) { engine.abort(); });
        QCOMPARE(run.finished().ended_by, std::string("abort"));
        QVERIFY(run.finished().partial);
        QCOMPARE(run.finished().unfinished.size(), std::size_t{1});
        QCOMPARE(run.finished().unfinished.front().count, run.sent());
        QVERIFY(run.finished().at_s < 20.0);
    }

    /// A rule ends the run, is named, and stands in every tick of the measure phase; what happened in the
    /// warm-up is none of its business.
    void stopRulesEndTheRun()
    {
        auto load = constantVus(2, 60);
        load.warmup_s = 1.0;
        auto scenario = scenarioOf({pattern("p", {step("a")})}, load);
        scenario.scenario.stop_when
            = Json::array({Json{{"metric", "latency_ms.p95"}, {"over_s", 60}, {"is", "> 1s"}},
                Json{{"metric", "error_rate"}, {"over_s", 2}, {"is", "> 50%"}}});
        const EngineRun run = runEngine(std::move(scenario),
            [](int, const Request&) { return ScriptedAnswer{.takes = 20ms, .status = 500}; });
        QVERIFY(run.result.has_value());
        QCOMPARE(run.finished().ended_by, std::string("stop-rule: error_rate > 50% over 2 s"));
        QVERIFY(run.finished().partial);
        QVERIFY(run.finished().at_s >= 3.0 && run.finished().at_s < 30.0);
        const auto& started = std::get<RunStarted>(run.events.front());
        QCOMPARE(started.stop_rules.size(), std::size_t{2});
        QCOMPARE(started.stop_rules[0].limit_value, 1000.0);
        double filled = 0.0;
        for (const Tick* tick : run.all<Tick>()) {
            if (tick->phase != Phase::measure)
                continue;
            QCOMPARE(tick->stop_rules.size(), std::size_t{2});
            QCOMPARE(tick->stop_rules[1].rule, 1);
            QVERIFY(tick->stop_rules[1].filled_s <= std::max(0.0, tick->at_s - 1.0));
            filled = std::max(filled, tick->stop_rules[1].filled_s);
            if (tick->stop_rules[1].filled_s > 0)
                QCOMPARE(tick->stop_rules[1].value, std::optional(1.0));
        }
        QCOMPARE(filled, 2.0);
        const auto marks = run.all<RunMark>();
        QVERIFY(std::any_of(marks.begin(), marks.end(), [](const RunMark* mark) {
            return mark->kind == "stop" && mark->text == "stop rule \"error_rate > 50% over 2 s\": 100 %";
        }));
        QCOMPARE(run.sent(), run.requests);
        QCOMPARE(run.answered(), run.requests);
    }

    void failedSetupEndsTheRun_data()
    {
        QTest::addColumn<bool>("perUser");
        QTest::newRow("per run") << false;
        QTest::newRow("per user, nobody left") << true;
    }
    void failedSetupEndsTheRun()
    {
        QFETCH(bool, perUser);
        auto scenario = scenarioOf({pattern("p", {step("a")})}, constantVus(3, 60));
        scenario.setup.push_back(setupStep(perUser, step("login")));
        const EngineRun run = runEngine(
            std::move(scenario), [](int, const Request&) { return ScriptedAnswer{.status = 503}; });
        QVERIFY(!run.result.has_value());
        QVERIFY(run.result.error().kind == ErrorKind::setup);
        QVERIFY(run.result.error().what.find("login") != std::string::npos);
        QCOMPARE(run.finished().ended_by, std::string("setup"));
        QVERIFY(!run.finished().error.empty());
        QCOMPARE(run.requests, perUser ? 3 : 1);
        QCOMPARE(run.answered(), run.requests);
    }
};

PLUMB_TEST_MAIN(TestEndings)
#include "tst_endings.moc"
