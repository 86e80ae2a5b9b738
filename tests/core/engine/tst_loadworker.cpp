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

scenario::Load users(int vus, double duration)
{
    scenario::Load load;
    load.executor = "constant-vus";
    load.vus = vus;
    load.duration_s = duration;
    return load;
}

scenario::Load arrivals(double rate, double duration, int maxVus)
{
    scenario::Load load;
    load.executor = "constant-arrival-rate";
    load.rate = rate;
    load.duration_s = duration;
    load.max_vus = maxVus;
    return load;
}

Script always(ScriptedAnswer answer)
{
    return [answer](int, const Request&) { return answer; };
}

/// Runs to the end of its schedule.
void complete(WorkerBench& bench, Nanos end)
{
    bench.begin();
    bench.runUntil(end);
    bench.endOfSchedule();
    bench.runUntil(end + Nanos(60s));
    QVERIFY(bench.drained());
}

double p99ms(const StepCell& cell, Series series)
{
    return static_cast<double>(cell.histogram(series)->valueAtPercentile(99.0)) / 1000.0;
}

std::int64_t sent(WorkerBench& bench, const std::string& step, Phase phase = Phase::measure)
{
    const StepCell* cell = bench.books().find(bench.step(step), phase);
    return cell == nullptr ? 0 : cell->sent;
}

} // namespace

class TestLoadWorker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// The server stands still for a second: response times of the open model show it, service times do not.
    void coordinatedOmissionIsSeen()
    {
        auto load = arrivals(100, 20, 1);
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
        complete(bench, 20s);
        const StepCell& cell = *bench.books().find(bench.step("a"), Phase::measure);
        QVERIFY(p99ms(cell, Series::response) > 500.0);
        QVERIFY(p99ms(cell, Series::service) < 3.0);
    }

    void backlogIsBoundedThenDropped()
    {
        auto load = arrivals(100, 1, 2);
        load.backlog = 5;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 10s}));
        complete(bench, 1s);
        const IterationCell& cell = *bench.books().findIterations(Phase::measure);
        QCOMPARE(cell.planned, 100);
        QCOMPARE(cell.started, 7); // two users, five in the backlog
        QCOMPARE(cell.dropped, 93);
        QCOMPARE(cell.planned_requests, 100);
        QCOMPARE(bench.books().lag.totalCount(), 2); // only arrivals that had a free user
    }

    void requestsBelongToThePhaseOfTheirIntendedStart()
    {
        auto load = arrivals(10, 2, 50);
        load.warmup_s = 1;
        load.cooldown_s = 1;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 1500ms}));
        complete(bench, 4s);
        QCOMPARE(sent(bench, "a", Phase::warmup), 10);
        QCOMPARE(sent(bench, "a", Phase::measure), 20);
        QCOMPARE(sent(bench, "a", Phase::cooldown), 10);
    }

    void requestsAfterTheMeasureEndAreNotJudged()
    {
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a"), step("b")})}, users(3, 1)), always({.takes = 400ms}));
        complete(bench, 1s);
        // Rounds of 400 ms: a at 0 and 800, b at 400, and b again at 1200, after the end.
        QCOMPARE(sent(bench, "a"), 6);
        QCOMPARE(sent(bench, "b"), 3);
        QCOMPARE(sent(bench, "b", Phase::cooldown), 3);
        QCOMPARE(bench.books().findIterations(Phase::measure)->completed, 6);
    }

    void laterStepsAreDueAfterThinkTime()
    {
        auto flow = pattern("p", {step("a"), step("b")});
        flow.pattern.think = {scenario::Think::Kind::fixed, 100.0, {}, {}};
        WorkerBench bench(scenarioOf({flow}, arrivals(10, 1, 20)), always({.takes = 20ms}));
        complete(bench, 1s);
        const StepCell& b = *bench.books().find(bench.step("b"), Phase::measure);
        QVERIFY(p99ms(b, Series::response) < 21.0);
        // 20 + 100 + 20 ms, no pause after the last step
        QCOMPARE(bench.books().findIterations(Phase::measure)->duration.max() / 1000, 140);
    }

    void pacingIsACycle()
    {
        auto flow = pattern("p", {step("a")});
        flow.pattern.pacing_ms = 500.0;
        WorkerBench bench(scenarioOf({flow}, users(1, 10)), always({.takes = 123ms}));
        complete(bench, 10s);
        QCOMPARE(sent(bench, "a"), 20);
    }

    void warmUpIterationsComeFirst()
    {
        scenario::Load load;
        load.executor = "shared-iterations";
        load.iterations = std::int64_t{40};
        load.warmup_iterations = 10;
        load.vus = 4;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({}), 2);
        complete(bench, 5s);
        QCOMPARE(sent(bench, "a", Phase::warmup), 10);
        QCOMPARE(sent(bench, "a", Phase::measure), 40);
    }

    void patternsShareUsersByWeight()
    {
        auto heavy = pattern("heavy", {step("a")});
        heavy.pattern.weight = 3.0;
        WorkerBench bench(
            scenarioOf({heavy, pattern("light", {step("b")})}, users(8, 1)), always({.takes = 100ms}), 2);
        complete(bench, 1s);
        QCOMPARE(sent(bench, "a"), 60);
        QCOMPARE(sent(bench, "b"), 20);
    }

    void missingVariablesSkipAStep()
    {
        auto needy = step("b");
        needy.requires_variables = {"job_id"};
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a"), needy})}, users(1, 1)), always({.takes = 100ms}));
        complete(bench, 1s);
        QCOMPARE(sent(bench, "a"), 10);
        QCOMPARE(sent(bench, "b"), 0);
        const auto skipped = bench.summaries().front().skipped;
        QCOMPARE(skipped.size(), std::size_t{1});
        QCOMPARE(skipped.begin()->first, (std::pair<int, std::string>{bench.step("b"), "job_id is not set"}));
        QCOMPARE(skipped.begin()->second, 10);
    }

    void iterationsWithNothingToSendDoNotSpin()
    {
        auto needy = step("a");
        needy.requires_variables = {"job_id"};
        WorkerBench bench(scenarioOf({pattern("p", {needy})}, users(1, 1)), always({}));
        complete(bench, 1s);
        QVERIFY(bench.books().findIterations(Phase::measure)->completed <= 1001);
    }

    void coldRequestsStandApart()
    {
        auto cached = step("a");
        cached.cold_first = 3;
        WorkerBench bench(scenarioOf({pattern("p", {cached})}, users(2, 1)), always({.takes = 100ms}));
        complete(bench, 1s);
        QCOMPARE(sent(bench, "a (cold)"), 3);
        QCOMPARE(sent(bench, "a"), 17);
    }

    void outcomes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QList<int>>("accepted");
        QTest::addColumn<bool>("textFound");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char* name, int status, QList<int> accepted, bool found, Outcome outcome) {
            QTest::newRow(name) << status << accepted << found << static_cast<int>(outcome);
        };
        row("200", 200, {}, true, Outcome::ok);
        row("404", 404, {}, true, Outcome::http4xx);
        row("500", 500, {}, true, Outcome::http5xx);
        row("404 accepted", 404, {404}, true, Outcome::ok);
        row("200 not accepted", 200, {404}, true, Outcome::check);
        row("500 not accepted", 500, {200}, true, Outcome::http5xx);
        row("text missing", 200, {}, false, Outcome::check);
        row("404 accepted, text missing", 404, {404}, false, Outcome::check);
        row("500 and text missing", 500, {}, false, Outcome::http5xx);
    }
    void outcomes()
    {
        QFETCH(int, status);
        QFETCH(QList<int>, accepted);
        QFETCH(bool, textFound);
        QFETCH(int, outcome);
        auto checked = step("a");
        checked.checks.resize(1);
        checked.checks[0].kind = scenario::Check::Kind::bodyContains;
        checked.checks[0].expression = "fine";
        if (!accepted.isEmpty()) {
            checked.checks.resize(2);
            checked.checks[1].statuses.assign(accepted.begin(), accepted.end());
        }
        scenario::Load load = users(1, 1);
        load.executor = "shared-iterations";
        load.iterations = std::int64_t{1};
        ScriptedAnswer answer;
        answer.status = status;
        answer.body = textFound ? "fine" : "bad";
        WorkerBench bench(scenarioOf({pattern("p", {checked})}, load), always(answer));
        complete(bench, 1s);
        const StepCell& cell = *bench.books().find(bench.step("a"), Phase::measure);
        QCOMPARE(cell.outcomes[static_cast<std::size_t>(outcome)], 1);
        QCOMPARE(cell.histogram(Series::response)->totalCount(), 1);
        QCOMPARE(cell.histogram(Series::responseOk)->totalCount(), outcome == 0 ? 1 : 0);
        QCOMPARE(bench.failing.size(), static_cast<std::size_t>(outcome == 0 ? 0 : 1));
    }

    void latencyCoversTimeoutsNotConnectFailures()
    {
        auto slow = step("slow");
        slow.request.timeout_ms = 250.0;
        WorkerBench bench(
            scenarioOf({pattern("p", {slow, step("dead")})}, users(1, 1)), [](int, const Request& request) {
                ScriptedAnswer answer;
                answer.never = request.url.ends_with("slow");
                answer.outcome = answer.never ? Outcome::ok : Outcome::connect;
                return answer;
            });
        complete(bench, 1s);
        const StepCell& timedOut = *bench.books().find(bench.step("slow"), Phase::measure);
        QVERIFY(std::abs(p99ms(timedOut, Series::response) - 250.0) < 1.0);
        const StepCell& dead = *bench.books().find(bench.step("dead"), Phase::measure);
        QVERIFY(dead.outcomes[static_cast<std::size_t>(Outcome::connect)] > 0);
        QVERIFY(dead.histogram(Series::response)->empty());
    }

    void redirectsAreRequestsOfTheStep()
    {
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a")})}, users(1, 1)), [](int, const Request& request) {
                ScriptedAnswer answer;
                answer.takes = 50ms;
                if (!request.url.ends_with("/end")) {
                    answer.status = 302;
                    answer.headers = {{"Location", "/end"}, {"Set-Cookie", "hop=1"}};
                }
                return answer;
            });
        complete(bench, 1s);
        const StepCell& cell = *bench.books().find(bench.step("a"), Phase::measure);
        QCOMPARE(cell.sent, 20);
        QCOMPARE(cell.outcomes[0], 20);
        QCOMPARE(cell.statuses[302], 10);
        QCOMPARE(cell.statuses[200], 10);
        QCOMPARE(cell.histogram(Series::response)->totalCount(), 10);
        QCOMPARE(cell.histogram(Series::response)->max() / 1000, 100);
    }

    void redirectLoopsEnd()
    {
        scenario::Load load = users(1, 1);
        load.executor = "shared-iterations";
        load.iterations = std::int64_t{1};
        ScriptedAnswer answer{.status = 307, .headers = {{"Location", "/again"}}};
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always(answer));
        complete(bench, 1s);
        const StepCell& cell = *bench.books().find(bench.step("a"), Phase::measure);
        QCOMPARE(cell.sent, 11);
        QCOMPARE(cell.outcomes[static_cast<std::size_t>(Outcome::protocol)], 1);
        QVERIFY(bench.failing.front().error.find("more than 10 redirects") != std::string::npos);
    }

    void cookiesBelongToTheUser()
    {
        std::map<int, std::string> seen;
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a")})}, users(3, 1)), [&seen](int user, const Request& request) {
                ScriptedAnswer answer;
                answer.takes = 100ms;
                answer.headers = {{"Set-Cookie", "sid=" + std::to_string(user)}};
                for (const auto& [name, value] : request.headers) {
                    if (name == "Cookie")
                        seen[user] = value;
                }
                return answer;
            });
        complete(bench, 1s);
        QCOMPARE(seen, (std::map<int, std::string>{{0, "sid=0"}, {1, "sid=1"}, {2, "sid=2"}}));
    }

    void usersLogInBeforeTheClockStarts()
    {
        auto login = step("login");
        auto use = step("use");
        use.request.headers = {{"X-Token", "token"}};
        login.extract.push_back({"token", scenario::Extract::From::regex, "token", false});
        auto scenario = scenarioOf({pattern("p", {use})}, users(4, 1));
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
        complete(bench, 1s);
        QCOMPARE(bench.setup.ready, 4);
        QCOMPARE(sent(bench, "login", Phase::setup), 5); // once more after the registration
        QCOMPARE(sent(bench, "register", Phase::setup), 1);
        QCOMPARE(sent(bench, "use"), 40);
        QVERIFY(bench.books().find(bench.step("use"), Phase::setup) == nullptr);
    }

    void aUserThatCannotLogInIsLeftOut()
    {
        auto scenario = scenarioOf({pattern("p", {step("use")})}, users(3, 1));
        scenario.setup.push_back(setupStep(true, step("login")));
        WorkerBench bench(std::move(scenario), [](int user, const Request& request) {
            return ScriptedAnswer{
                .takes = 100ms, .status = user == 1 && request.url.ends_with("login") ? 401 : 200};
        });
        complete(bench, 1s);
        QCOMPARE(bench.setup.ready, 2);
        QCOMPARE(bench.setup.failed, 1);
        QCOMPARE(bench.notices.size(), std::size_t{1});
        QCOMPARE(sent(bench, "use"), 20);
    }

    void lateUsersAreSetUpWhenNeeded()
    {
        auto load = arrivals(10, 1, 5);
        load.pre_allocated_vus = 1;
        auto scenario = scenarioOf({pattern("p", {step("use")})}, load);
        scenario.setup.push_back(setupStep(true, step("login")));
        WorkerBench bench(std::move(scenario), always({.takes = 150ms}));
        bench.begin();
        QCOMPARE(bench.setup.ready, 1);
        bench.runUntil(60s);
        QVERIFY(bench.drained());
        QVERIFY(sent(bench, "login", Phase::setup) >= 2);
        QCOMPARE(sent(bench, "use"), 10);
    }

    void variablesOfTheRunReachAllWorkers()
    {
        auto start = step("start");
        start.extract.push_back({"job", scenario::Extract::From::regex, "job", false});
        auto use = step("use");
        use.requires_variables = {"job"};
        auto scenario = scenarioOf({pattern("p", {use})}, users(4, 1));
        scenario.setup.push_back(setupStep(false, start));
        WorkerBench bench(std::move(scenario), always({.takes = 100ms, .body = "job=7"}), 2);
        complete(bench, 1s);
        QCOMPARE(sent(bench, "start", Phase::setup), 1);
        QCOMPARE(sent(bench, "use"), 40);
    }

    void oauthTokenIsFetchedOnce()
    {
        auto use = step("use");
        use.requires_variables = {tokenVariable};
        auto scenario = scenarioOf({pattern("p", {use})}, users(2, 1));
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
        complete(bench, 1s);
        QCOMPARE(body, std::string("grant_type=client_credentials&client_id=me&client_secret=a%20b%26c"));
        QCOMPARE(sent(bench, "oauth2 token", Phase::setup), 1);
        QCOMPARE(sent(bench, "use"), 20);
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
        scenario::Load load = users(1, 1);
        load.executor = "shared-iterations";
        load.iterations = std::int64_t{10};
        WorkerBench bench(
            scenarioOf({pattern("p", {bad, step("next")})}, load), [](int, const Request& request) {
                return ScriptedAnswer{.status = request.url.ends_with("bad") ? 500 : 200};
            });
        complete(bench, 1s);
        QCOMPARE(sent(bench, "next"), second);
        QCOMPARE(!bench.stops.empty(), stopped);
    }

    void connectionsPerIteration()
    {
        auto scenario = scenarioOf({pattern("p", {step("a"), step("b")})}, users(1, 1));
        scenario.scenario.target.connection = scenario::Connection::perIteration;
        WorkerBench bench(std::move(scenario), always({.takes = 100ms}));
        complete(bench, 1s);
        QCOMPARE(bench.books().connects, 5);
    }

    void rampFollowsTheSchedule()
    {
        scenario::Load load;
        load.executor = "ramping-vus";
        load.stages = {{10.0, 10.0, {}}, {10.0, 0.0, {}}};
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always({.takes = 100ms}), 3);
        complete(bench, 20s);
        // The area under the ramp is 100 user-seconds at ten requests a second, less what the steps cut off.
        QVERIFY(std::abs(static_cast<double>(sent(bench, "a")) - 1000.0) < 30.0);
    }
};

PLUMB_TEST_MAIN(TestLoadWorker)
#include "tst_loadworker.moc"
