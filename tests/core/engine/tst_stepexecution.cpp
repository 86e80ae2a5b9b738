// SPDX-License-Identifier: GPL-3.0-or-later
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

/// One step of one user: what it sends, what becomes of it, what is written down.
class TestStepExecution : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
        scenario::Load load = constantVus(1, 1);
        load.executor = "shared-iterations";
        load.iterations = std::int64_t{1};
        ScriptedAnswer answer;
        answer.status = status;
        answer.body = textFound ? "fine" : "bad";
        WorkerBench bench(scenarioOf({pattern("p", {checked})}, load), always(answer));
        bench.complete(1s);
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
        WorkerBench bench(scenarioOf({pattern("p", {slow, step("dead")})}, constantVus(1, 1)),
            [](int, const Request& request) {
                ScriptedAnswer answer;
                answer.never = request.url.ends_with("slow");
                answer.outcome = answer.never ? Outcome::ok : Outcome::connect;
                return answer;
            });
        bench.complete(1s);
        const StepCell& timedOut = *bench.books().find(bench.step("slow"), Phase::measure);
        QVERIFY(std::abs(p99ms(timedOut, Series::response) - 250.0) < 1.0);
        const StepCell& dead = *bench.books().find(bench.step("dead"), Phase::measure);
        QVERIFY(dead.outcomes[static_cast<std::size_t>(Outcome::connect)] > 0);
        QVERIFY(dead.histogram(Series::response)->empty());
    }

    void redirectsAreRequestsOfTheStep()
    {
        WorkerBench bench(
            scenarioOf({pattern("p", {step("a")})}, constantVus(1, 1)), [](int, const Request& request) {
                ScriptedAnswer answer;
                answer.takes = 50ms;
                if (!request.url.ends_with("/end")) {
                    answer.status = 302;
                    answer.headers = {{"Location", "/end"}, {"Set-Cookie", "hop=1"}};
                }
                return answer;
            });
        bench.complete(1s);
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
        scenario::Load load = constantVus(1, 1);
        load.executor = "shared-iterations";
        load.iterations = std::int64_t{1};
        ScriptedAnswer answer{.status = 307, .headers = {{"Location", "/again"}}};
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, load), always(answer));
        bench.complete(1s);
        const StepCell& cell = *bench.books().find(bench.step("a"), Phase::measure);
        QCOMPARE(cell.sent, 11);
        QCOMPARE(cell.outcomes[static_cast<std::size_t>(Outcome::protocol)], 1);
        QVERIFY(bench.failing.front().error.find("more than 10 redirects") != std::string::npos);
    }

    void redirectsLeaveForAllowedHostsOnly_data()
    {
        QTest::addColumn<bool>("confirmed");
        QTest::newRow("confirmed") << true;
        QTest::newRow("not confirmed") << false;
    }
    void redirectsLeaveForAllowedHostsOnly()
    {
        QFETCH(bool, confirmed);
        std::vector<std::string> asked;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, sharedIterations(3)),
            [&asked](int, const Request& request) {
                asked.push_back(request.url);
                const bool away = request.url.starts_with("http://elsewhere.example/");
                return ScriptedAnswer{
                    .status = away ? 200 : 302, .headers = {{"Location", "http://elsewhere.example/b"}}};
            });
        int look = 0;
        bench.host_allowed = [&look, confirmed](const std::string& host) {
            ++look;
            return confirmed && host == "elsewhere.example";
        };
        bench.complete(1s);
        QCOMPARE(std::count(asked.begin(), asked.end(), std::string("http://elsewhere.example/b")),
            confirmed ? 3 : 0);
        const StepCell& cell = *bench.books().find(bench.step("a"), Phase::measure);
        QCOMPARE(cell.sent, confirmed ? 6 : 3);
        QCOMPARE(cell.outcomes[static_cast<std::size_t>(Outcome::protocol)], confirmed ? 0 : 3);
        QCOMPARE(look, 1); // remembered
        if (!confirmed) {
            const std::string error = bench.failing.front().error;
            QVERIFY2(error.find("redirect to elsewhere.example was not followed") != std::string::npos,
                error.c_str());
        }
    }

    /// A step whose address comes out of a variable is stopped before it is sent.
    void absoluteUrlsLeaveForAllowedHostsOnly()
    {
        auto flow = pattern("p", {step("a")});
        flow.steps.push_back(std::make_shared<FakeStep>(step("b"), "http://127.0.0.1:10")); // not below :1
        flow.steps.push_back(std::make_shared<FakeStep>(step("c"), "http://127.0.0.1:1@elsewhere.example"));
        flow.steps.push_back(std::make_shared<FakeStep>(step("d"), "http://elsewhere.example"));
        WorkerBench bench(scenarioOf({flow}, sharedIterations(2)), always({}));
        bench.complete(1s);
        QCOMPARE(bench.sent("a"), 2);
        QCOMPARE(bench.sent("b"), 2);
        QCOMPARE(bench.requests(), 4);
        QCOMPARE(bench.sent("d"), 0);
        const StepCell& cell = *bench.books().find(bench.step("c"), Phase::measure);
        QCOMPARE(cell.outcomes[static_cast<std::size_t>(Outcome::protocol)], 2);
        QCOMPARE(bench.books().findIterations(Phase::measure)->aborted, 2);
        QVERIFY(QString::fromStdString(bench.failing.front().error)
                    .startsWith(QLatin1String("load to elsewhere.example is not allowed")));
        QVERIFY(bench.summaries().front().skipped.empty());
    }

    /// What cannot be made, such as a body whose variable has no value any more, is a failed request: left
    /// out, a run that sends a part of what it should would look well.
    void aTemplateThatFailsLaterIsCounted()
    {
        class Failing final : public scenario::CompiledStep
        {
        public:
            explicit Failing(scenario::Step step)
                : m_step(std::move(step))
                , m_fake(m_step)
            {
            }
            [[nodiscard]] const scenario::Step& step() const override { return m_step; }
            [[nodiscard]] Result<scenario::RenderedRequest> render(
                const scenario::RenderContext& context) const override
            {
                if (++m_rendered >= 1000 && m_rendered % 2 == 0)
                    return Error{ErrorKind::input, "\"token\" has no value", "step a, body", {}};
                return m_fake.render(context);
            }
            [[nodiscard]] const scenario::RenderedRequest* constantRequest() const override
            {
                return nullptr;
            }
            [[nodiscard]] std::size_t checkCount() const override { return 0; }
            [[nodiscard]] const std::string& checkName(std::size_t) const override { return m_step.name; }
            [[nodiscard]] scenario::CheckResult check(
                std::size_t, const scenario::ResponseView&) const override
            {
                return {};
            }
            [[nodiscard]] bool checksStatus() const override { return false; }
            [[nodiscard]] scenario::ExtractResult extract(
                std::size_t, const scenario::ResponseView&) const override
            {
                return {};
            }
            [[nodiscard]] std::string reason(const scenario::ResponseView&) const override { return {}; }
            [[nodiscard]] bool needsBody() const override { return false; }
            [[nodiscard]] std::string missingVariable(const scenario::VariableScope&) const override
            {
                return {};
            }

        private:
            scenario::Step m_step;
            FakeStep m_fake;
            mutable int m_rendered = 0;
        };
        auto flow = pattern("p", {});
        flow.steps.push_back(std::make_shared<Failing>(step("a")));
        WorkerBench bench(scenarioOf({flow}, sharedIterations(2000)), always({}));
        bench.complete(30s);
        const StepCell& cell = *bench.books().find(bench.step("a"), Phase::measure);
        QCOMPARE(cell.sent, 2000);
        QCOMPARE(cell.outcomes[static_cast<std::size_t>(Outcome::ok)], 1499);
        QCOMPARE(cell.outcomes[static_cast<std::size_t>(Outcome::check)], 501);
        QCOMPARE(cell.histogram(Series::response)->totalCount(), 1499); // nothing was timed
        QCOMPARE(bench.requests(), 1499);
        QCOMPARE(bench.books().findIterations(Phase::measure)->aborted, 501);
        QVERIFY(bench.failing.front().error.find("has no value") != std::string::npos);
    }

    void cookiesBelongToTheUser()
    {
        std::map<int, std::string> seen;
        WorkerBench bench(scenarioOf({pattern("p", {step("a")})}, constantVus(3, 1)),
            [&seen](int user, const Request& request) {
                ScriptedAnswer answer;
                answer.takes = 100ms;
                answer.headers = {{"Set-Cookie", "sid=" + std::to_string(user)}};
                for (const auto& [name, value] : request.headers) {
                    if (name == "Cookie")
                        seen[user] = value;
                }
                return answer;
            });
        bench.complete(1s);
        QCOMPARE(seen, (std::map<int, std::string>{{0, "sid=0"}, {1, "sid=1"}, {2, "sid=2"}}));
    }
};

PLUMB_TEST_MAIN(TestStepExecution)
#include "tst_stepexecution.moc"
