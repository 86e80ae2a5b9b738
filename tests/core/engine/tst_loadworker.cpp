// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/oauth2step.h"
#include "tests/support/fakestep.h"
#include "tests/support/testmain.h"
#include "workerbench.h"

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::test;
using namespace std::chrono_literals;

namespace {

double p99ms(const StepCell& cell, Series series)
{
    return static_cast<double>(cell.histogram(series)->valueAtPercentile(99.0)) / 1000.0;
}

} // namespace

class TestLoadWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The server stands still for a second: response times of the open model show it, service times do not.
    void coordinatedOmissionIsSeen()
    {
        auto load = constantRate(100, 20, 1);
        load.backlog = 200; // room for what arrives during the stall
        WorkerBench* running = nullptr;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), [&](int, const Request&) {
            const Nanos since = running->clock.now() - running->load_start;
            ScriptedAnswer answer;
            answer.takes = since >= 5s && since < 5001ms ? 1000ms : 2ms;
            return answer;
        });
        running = &bench;
        // The stall is one slow request, and a hundred late ones.
        bench.complete(20s);
        const StepCell& cell = *bench.books().find(bench.step("a"), Phase::measure);
        QVERIFY(p99ms(cell, Series::response) > 500.0);
        QVERIFY(p99ms(cell, Series::service) < 3.0);
    }

    void backlogIsBoundedThenDropped()
    {
        auto load = constantRate(100, 1, 2);
        load.backlog = 5;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 10s}));
        bench.complete(1s);
        const IterationCell& cell = *bench.books().findIterations(Phase::measure);
        QCOMPARE(cell.planned, 100);
        QCOMPARE(cell.started, 7); // two users, five in the backlog
        QCOMPARE(cell.dropped, 93);
        QCOMPARE(cell.planned_requests, 100);
        QCOMPARE(bench.books().lag.totalCount(), 2); // only arrivals that had a free user
        QCOMPARE(bench.books().waited.totalCount(), 5); // those of the backlog
        QVERIFY(bench.books().waited.max() > 9'900'000); // until the first users were back
    }

    void laterSendsAreOnTimeToo()
    {
        auto load = constantVus(1, 1);
        auto planned = pattern("p", {step("a"), step("b")});
        planned.pattern.think = {scenario::Think::Kind::fixed, 100.0, {}, {}};
        WorkerBench bench(scenarioOf({planned}, load), always({.takes = 10ms}));
        bench.complete(1s);
        // Each of the pauses ends with a send that is as late as the clock; the first send has no pause
        // before it.
        QVERIFY(bench.books().lag.totalCount() > 5);
        QCOMPARE(bench.books().lag.max(), 0);
        QCOMPARE(bench.books().waited.totalCount(), 0);
    }

    void theEventLoopIsWatchedWhileATurnGoesOn()
    {
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a")})}, constantVus(1, 1)), always({.takes = 10ms}));
        bench.complete(1s);
        const std::int64_t beats = bench.books().loop.totalCount();
        QVERIFY2(beats >= 100 && beats <= 103, std::to_string(beats).c_str()); // every 10 ms until it drained
        QCOMPARE(bench.books().loop.max(), 0);
    }

    void requestsBelongToThePhaseOfTheirIntendedStart()
    {
        auto load = constantRate(10, 2, 50);
        load.warmup_s = 1;
        load.cooldown_s = 1;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 1500ms}));
        bench.complete(4s);
        QCOMPARE(bench.sent("a", Phase::warmup), 10);
        QCOMPARE(bench.sent("a", Phase::measure), 20);
        QCOMPARE(bench.sent("a", Phase::cooldown), 10);
    }

    void requestsAfterTheMeasureEndAreNotJudged()
    {
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a"), step("b")})}, constantVus(3, 1)), always({.takes = 400ms}));
        bench.complete(1s);
        // Rounds of 400 ms: a at 0 and 800, b at 400, and b again at 1200, after the end.
        QCOMPARE(bench.sent("a"), 6);
        QCOMPARE(bench.sent("b"), 3);
        QCOMPARE(bench.sent("b", Phase::cooldown), 3);
        QCOMPARE(bench.books().findIterations(Phase::measure)->completed, 6);
    }

    void laterStepsAreDueAfterThinkTime()
    {
        auto flow = pattern("p", {step("a"), step("b")});
        flow.pattern.think = {scenario::Think::Kind::fixed, 100.0, {}, {}};
        WorkerBench bench(scenarioOf({flow}, constantRate(10, 1, 20)), always({.takes = 20ms}));
        bench.complete(1s);
        const StepCell& b = *bench.books().find(bench.step("b"), Phase::measure);
        QVERIFY(p99ms(b, Series::response) < 21.0);
        // 20 + 100 + 20 ms, no pause after the last step
        QCOMPARE(bench.books().findIterations(Phase::measure)->duration.max() / 1000, 140);
    }

    void pacingIsACycle()
    {
        auto flow = pattern("p", {step("a")});
        flow.pattern.pacing_ms = 500.0;
        WorkerBench bench(scenarioOf({flow}, constantVus(1, 10)), always({.takes = 123ms}));
        bench.complete(10s);
        QCOMPARE(bench.sent("a"), 20);
    }

    void warmUpIterationsComeFirst()
    {
        scenario::Load load;
        load.executor = "shared-iterations";
        load.iterations = std::int64_t{40};
        load.warmup_iterations = 10;
        load.vus = 4;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({}), 2);
        bench.complete(5s);
        QCOMPARE(bench.sent("a", Phase::warmup), 10);
        QCOMPARE(bench.sent("a", Phase::measure), 40);
    }

    /// Counted iterations take a warm-up and a cool-down as the others do.
    void countedIterationsBetweenWarmUpAndCoolDown_data()
    {
        QTest::addColumn<QString>("executor");
        QTest::addColumn<bool>("ramp");
        QTest::addColumn<int>("workers");
        QTest::newRow("shared") << QStringLiteral("shared-iterations") << false << 1;
        QTest::newRow("shared, two workers") << QStringLiteral("shared-iterations") << false << 2;
        QTest::newRow("each") << QStringLiteral("per-vu-iterations") << false << 1;
        QTest::newRow("shared, ramped") << QStringLiteral("shared-iterations") << true << 1;
        QTest::newRow("each, ramped, two workers") << QStringLiteral("per-vu-iterations") << true << 2;
    }
    void countedIterationsBetweenWarmUpAndCoolDown()
    {
        QFETCH(QString, executor);
        QFETCH(bool, ramp);
        QFETCH(int, workers);
        scenario::Load load;
        load.executor = executor.toStdString();
        load.iterations
            = executor == QStringLiteral("shared-iterations") ? std::int64_t{40} : std::int64_t{10};
        load.vus = 4;
        load.warmup_s = 2.0;
        load.warmup_shape = ramp ? "ramp" : "full";
        load.cooldown_s = 1.0;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 100ms}), workers);
        bench.complete(20s);
        QCOMPARE(bench.sent("a", Phase::measure), 40);
        // 20 rounds of the warm-up, 10 of the cool-down; a ramp has half the users on the average.
        const auto warm = bench.sent("a", Phase::warmup);
        QVERIFY2(ramp ? warm > 25 && warm < 60 : std::abs(warm - 80) <= 4, std::to_string(warm).c_str());
        QVERIFY(std::abs(bench.sent("a", Phase::cooldown) - 40) <= 4);
    }

    void warmUpIterationsOfEachExecutor()
    {
        scenario::Load load;
        load.executor = "per-vu-iterations";
        load.iterations = std::int64_t{10};
        load.vus = 4;
        load.warmup_iterations = 6;
        WorkerBench each(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 10ms}), 2);
        each.complete(5s);
        QCOMPARE(each.sent("a", Phase::warmup), 6);
        QCOMPARE(each.sent("a"), 40);

        // The stages begin when the warm-up is through: 2 users of the start for it, then 4 for a second.
        load = {};
        load.executor = "ramping-vus";
        load.start_vus = 2;
        load.stages = {{0.0, 4.0, Json::object()}, {1.0, 4.0, Json::object()}};
        load.warmup_iterations = 20;
        WorkerBench ramping(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 100ms}));
        ramping.complete(5s);
        QCOMPARE(ramping.sent("a", Phase::warmup), 20);
        QVERIFY2(std::abs(ramping.sent("a") - 40) <= 4, std::to_string(ramping.sent("a")).c_str());
    }

    /// The warm-up of a rate ends with its last arrival, however they are spaced.
    void warmUpArrivals_data()
    {
        QTest::addColumn<QString>("arrivals");
        QTest::addColumn<QString>("shape");
        for (const char* arrivals : {"uniform", "poisson"}) {
            for (const char* shape : {"full", "ramp"})
                QTest::addRow("%s %s", arrivals, shape)
                    << QString::fromLatin1(arrivals) << QString::fromLatin1(shape);
        }
    }
    void warmUpArrivals()
    {
        QFETCH(QString, arrivals);
        QFETCH(QString, shape);
        auto load = constantRate(50, 4, 20);
        load.arrivals = arrivals.toStdString();
        load.warmup_shape = shape.toStdString();
        load.warmup_iterations = 37;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({}), 2);
        bench.complete(12s);
        QCOMPARE(bench.sent("a", Phase::warmup), 37);
        QVERIFY(std::abs(bench.sent("a") - 200) < 75); // 5 standard deviations of a Poisson count
        if (arrivals == QStringLiteral("uniform"))
            QCOMPARE(bench.sent("a"), 200);
    }

    void patternsShareUsersByWeight()
    {
        auto heavy = pattern("heavy", {step("a")});
        heavy.pattern.weight = 3.0;
        WorkerBench bench(scenarioOf({heavy, pattern("light", {step("b")})}, constantVus(8, 1)),
            always({.takes = 100ms}), 2);
        bench.complete(1s);
        QCOMPARE(bench.sent("a"), 60);
        QCOMPARE(bench.sent("b"), 20);
    }

    void missingVariablesSkipAStep()
    {
        auto needy = step("b");
        needy.requires_variables = {"job_id"};
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a"), needy})}, constantVus(1, 1)), always({.takes = 100ms}));
        bench.complete(1s);
        QCOMPARE(bench.sent("a"), 10);
        QCOMPARE(bench.sent("b"), 0);
        const auto skipped = bench.summaries().front().skipped;
        QCOMPARE(skipped.size(), std::size_t{1});
        QCOMPARE(skipped.begin()->first, (std::pair<int, std::string>{bench.step("b"), "job_id is not set"}));
        QCOMPARE(skipped.begin()->second, 10);
    }

    void iterationsWithNothingToSendDoNotSpin()
    {
        auto needy = step("a");
        needy.requires_variables = {"job_id"};
        WorkerBench bench(scenarioOf({pattern("p", {needy})}, constantVus(1, 1)), always({}));
        bench.complete(1s);
        QVERIFY(bench.books().findIterations(Phase::measure)->completed <= 1001);
    }

    void coldRequestsStandApart()
    {
        auto cached = step("a");
        cached.cold_first = 3;
        WorkerBench bench(scenarioOf({pattern("p", {cached})}, constantVus(2, 1)), always({.takes = 100ms}));
        bench.complete(1s);
        QCOMPARE(bench.sent("a (cold)"), 3);
        QCOMPARE(bench.sent("a"), 17);
    }

    void usersLogInBeforeTheClockStarts()
    {
        auto login = step("login");
        auto use = step("use");
        use.request.headers = {{"X-Token", "token"}};
        login.extract.push_back({"token", scenario::Extract::From::regex, "token", false});
        auto scenario = scenarioOf({pattern("p", {use})}, constantVus(4, 1));
        scenario.setup.push_back(setupStep(true, login, {step("register")}));
        int logins = 0;
        WorkerBench bench(std::move(scenario), [&logins](int user, const Request& request) {
            ScriptedAnswer answer;
            answer.takes = 100ms;
            if (request.url.ends_with("login"))
                answer.status = user == 0 && logins++ == 0 ? 401 : 200;
            answer.body = "token=t" + std::to_string(user);
            return answer;
        });
        bench.complete(1s);
        QCOMPARE(bench.setup.ready, 4);
        QCOMPARE(bench.sent("login", Phase::setup), 5); // once more after the registration
        QCOMPARE(bench.sent("register", Phase::setup), 1);
        QCOMPARE(bench.sent("use"), 40);
        QVERIFY(bench.books().find(bench.step("use"), Phase::setup) == nullptr);
    }

    void aUserThatCannotLogInIsLeftOut()
    {
        auto scenario = scenarioOf({pattern("p", {step("use")})}, constantVus(3, 1));
        scenario.setup.push_back(setupStep(true, step("login")));
        WorkerBench bench(std::move(scenario), [](int user, const Request& request) {
            return ScriptedAnswer{
                .takes = 100ms, .status = user == 1 && request.url.ends_with("login") ? 401 : 200};
        });
        bench.complete(1s);
        QCOMPARE(bench.setup.ready, 2);
        QCOMPARE(bench.setup.failed, 1);
        QCOMPARE(bench.notices.size(), std::size_t{1});
        QCOMPARE(bench.sent("use"), 20);
    }

    void lateUsersAreSetUpWhenNeeded()
    {
        auto load = constantRate(10, 1, 5);
        load.pre_allocated_vus = 1;
        auto scenario = scenarioOf({pattern("p", {step("use")})}, load);
        scenario.setup.push_back(setupStep(true, step("login")));
        WorkerBench bench(std::move(scenario), always({.takes = 150ms}));
        bench.begin();
        QCOMPARE(bench.setup.ready, 1);
        bench.runUntil(60s);
        QVERIFY(bench.drained());
        QVERIFY(bench.sent("login", Phase::setup) >= 2);
        QCOMPARE(bench.sent("use"), 10);
    }

    void variablesOfTheRunReachAllWorkers()
    {
        auto start = step("start");
        start.extract.push_back({"job", scenario::Extract::From::regex, "job", false});
        auto use = step("use");
        use.requires_variables = {"job"};
        auto scenario = scenarioOf({pattern("p", {use})}, constantVus(4, 1));
        scenario.setup.push_back(setupStep(false, start));
        WorkerBench bench(std::move(scenario), always({.takes = 100ms, .body = "job=7"}), 2);
        bench.complete(1s);
        QCOMPARE(bench.sent("start", Phase::setup), 1);
        QCOMPARE(bench.sent("use"), 40);
    }

    void oauthTokenIsFetchedOnce()
    {
        auto use = step("use");
        use.requires_variables = {tokenVariable};
        auto scenario = scenarioOf({pattern("p", {use})}, constantVus(2, 1));
        scenario.scenario.target.auth.kind = scenario::Auth::Kind::oauth2;
        scenario.scenario.target.auth.token_url = "/token";
        scenario.scenario.target.auth.client_id = "me";
        scenario.scenario.target.auth.client_secret = "a b&c";
        std::string body;
        WorkerBench bench(std::move(scenario), [&body](int, const Request& request) {
            if (request.body)
                body = *request.body;
            return ScriptedAnswer{.takes = 100ms, .body = R"({"access_token":"tok","expires_in":3600})"};
        });
        bench.complete(1s);
        QCOMPARE(body, std::string("grant_type=client_credentials&client_id=me&client_secret=a%20b%26c"));
        QCOMPARE(bench.sent("oauth2 token", Phase::setup), 1);
        QCOMPARE(bench.sent("use"), 20);
        QCOMPARE(bench.masker->mask("tok"), std::string("***"));
    }

    void onFail_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<int>("second");
        QTest::addColumn<bool>("stopped");
        QTest::newRow("default") << -1 << 10 << false;
        QTest::newRow("continue") << static_cast<int>(scenario::OnFail::goOn) << 10 << false;
        QTest::newRow("end the iteration") << static_cast<int>(scenario::OnFail::endIteration) << 0 << false;
        QTest::newRow("stop") << static_cast<int>(scenario::OnFail::stop) << 0 << true;
    }
    void onFail()
    {
        QFETCH(int, action);
        QFETCH(int, second);
        QFETCH(bool, stopped);
        auto bad = step("bad");
        if (action >= 0)
            bad.on_fail = static_cast<scenario::OnFail>(action);
        scenario::Load load = constantVus(1, 1);
        load.executor = "shared-iterations";
        load.iterations = std::int64_t{10};
        WorkerBench bench(
            scenarioOf({pattern("p", {bad, step("next")})}, load), [](int, const Request& request) {
                return ScriptedAnswer{.status = request.url.ends_with("bad") ? 500 : 200};
            });
        bench.complete(1s);
        QCOMPARE(bench.sent("next"), second);
        QCOMPARE(!bench.stops.empty(), stopped);
    }

    void connectionsPerIteration()
    {
        auto scenario = scenarioOf({pattern("p", {step("a"), step("b")})}, constantVus(1, 1));
        scenario.scenario.target.connection = scenario::Connection::perIteration;
        std::string closing; // the last step of an iteration takes its connection with it
        WorkerBench bench(std::move(scenario), [&closing](int, const Request& request) {
            closing += request.url.back();
            closing += request.close_after ? '|' : ' ';
            return ScriptedAnswer{.takes = 100ms};
        });
        bench.complete(1s);
        QCOMPARE(bench.books().connects, 5);
        QCOMPARE(closing, std::string("a b|a b|a b|a b|a b|"));
    }

    void rampFollowsTheSchedule()
    {
        scenario::Load load;
        load.executor = "ramping-vus";
        load.stages = {{10.0, 10.0, {}}, {10.0, 0.0, {}}};
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 100ms}), 3);
        bench.complete(20s);
        // The area under the ramp is 100 user-seconds at ten requests a second, less what the steps cut off.
        QVERIFY(std::abs(static_cast<double>(bench.sent("a")) - 1000.0) < 30.0);
    }
};

PLUMB_TEST_MAIN(TestLoadWorker)
#include "tst_loadworker.moc"
