// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recorder.h"
#include "engine/rulewatch.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::engine;
using namespace std::chrono_literals;

namespace {

/// Steps: 0 a set-up step, 1 "a" and 2 "b" of pattern p, 3 "b" of pattern q.
RunPlan planWith(const Json& rules)
{
    RunPlan plan;
    plan.steps = {{"login", "", "http", "GET", "/", true}, {"a", "p", "http", "GET", "/", false},
        {"b", "p", "http", "GET", "/", false}, {"b", "q", "http", "GET", "/", false}};
    std::vector<scenario::Problem> problems;
    for (const Json& rule : rules)
        plan.stop_rules.push_back(*scenario::stopRuleFromJson(rule, "", problems));
    return plan;
}

Json rule(const std::string& metric, const std::string& is, double over_s, const std::string& of = "run")
{
    return {{"metric", metric}, {"is", is}, {"over_s", over_s}, {"of", of}};
}

/// The books of a second.
class Second
{
public:
    Second()
    {
        auto layout = std::make_shared<IntervalLayout>();
        layout->checks = {{}, {"fine"}, {}, {}};
        layout->setup = {true, false, false, false};
        m_layout = layout;
        m_recorder = std::make_unique<Recorder>(std::make_unique<Interval>(m_layout));
    }
    Second& answers(int step, int count, Outcome outcome = Outcome::ok, Nanos took = 10ms)
    {
        for (int i = 0; i < count; ++i) {
            const Phase phase = step == 0 ? Phase::setup : Phase::measure;
            Exchange exchange;
            exchange.bytes_received = 500;
            m_recorder->sent(step, phase);
            m_recorder->finished(step, phase, exchange, outcome);
            m_recorder->latency(step, phase, took, took / 2, outcome == Outcome::ok);
            if (step == 1)
                m_recorder->check(step, phase, 0, outcome == Outcome::ok);
            if (outcome != Outcome::ok)
                m_recorder->reason(step, phase, "full");
        }
        return *this;
    }
    Second& drops(int count)
    {
        for (int i = 0; i < count; ++i)
            m_recorder->dropped(Phase::measure);
        return *this;
    }
    Second& iterations(int count, Nanos took)
    {
        for (int i = 0; i < count; ++i)
            m_recorder->completed(Phase::measure, took);
        return *this;
    }
    std::unique_ptr<Interval> books() { return m_recorder->swap(std::make_unique<Interval>(m_layout)); }

private:
    std::shared_ptr<const IntervalLayout> m_layout;
    std::unique_ptr<Recorder> m_recorder;
};

std::optional<double> valueOver(const std::string& metric, const std::string& of = "run")
{
    const RunPlan plan = planWith(Json::array({rule(metric, "> 1e9", 2, of)}));
    RuleWindow window(plan, plan.stop_rules.front());
    window.add(*Second().answers(1, 1000, Outcome::timeout, 900ms).books(), 1.0); // too old to count
    window.add(*Second()
                    .answers(0, 50, Outcome::http5xx)
                    .answers(1, 8)
                    .answers(2, 2, Outcome::timeout, 400ms)
                    .books(),
        1.0);
    window.add(*Second()
                    .answers(1, 2, Outcome::http5xx)
                    .answers(3, 8, Outcome::ok, 20ms)
                    .drops(5)
                    .iterations(6, 50ms)
                    .books(),
        1.0);
    return window.value();
}

} // namespace

class TestRuleWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void metrics_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<QString>("of");
        QTest::addColumn<double>("value");
        const auto row = [](const char* metric, const char* of, double value) {
            QTest::addRow("%s of %s", metric, of)
                << QString::fromLatin1(metric) << QString::fromLatin1(of) << value;
        };
        row("error_rate", "run", 4.0 / 20.0); // the set-up is none of it
        row("error_rate", "step:a", 0.2);
        row("error_rate", "step:b", 0.2);
        row("error_rate", "pattern:p", 4.0 / 12.0);
        row("error_rate", "pattern:q", 0.0);
        row("success_rate", "run", 16.0 / 25.0);
        row("errors.timeout", "run", 2.0);
        row("errors.http_5xx", "run", 2.0);
        row("errors.dns", "run", 0.0);
        row("reasons.full", "run", 4.0);
        row("reasons.nothing", "run", 0.0);
        row("checks.fine", "run", 0.8);
        row("dropped", "run", 5.0);
        row("rps", "run", 10.0);
        row("rps", "step:b", 5.0);
        row("rpm", "run", 600.0);
        row("ops_per_s", "run", 10.0);
        row("iterations_per_s", "run", 3.0);
        row("received_bytes_per_s", "run", 5000.0);
        row("latency_ms.max", "run", 400.0);
        row("latency_ms.p50", "run", 10.0);
        row("latency_ms.p90", "run", 20.0);
        row("latency_ms.p92_5", "run", 400.0);
        row("latency_ms.min", "run", 10.0);
        row("latency_ok_ms.max", "run", 20.0);
        row("service_ms.max", "run", 200.0);
        row("latency_ms.mean", "step:a", 10.0);
        row("iteration_ms.p95", "run", 50.0);
    }
    void metrics()
    {
        QFETCH(QString, metric);
        QFETCH(QString, of);
        QFETCH(double, value);
        const std::optional<double> found = valueOver(metric.toStdString(), of.toStdString());
        QVERIFY(found.has_value());
        QVERIFY2(std::abs(*found - value) <= 0.001 * value, qPrintable(QString::number(*found)));
    }

    void whatHasNoValue_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<bool>("zero");
        for (const char* metric :
            {"error_rate", "success_rate", "latency_ms.p95", "iteration_ms.max", "checks.fine"})
            QTest::newRow(metric) << QString::fromLatin1(metric) << false;
        for (const char* metric : {"rps", "iterations_per_s", "dropped", "errors.timeout", "reasons.full"})
            QTest::newRow(metric) << QString::fromLatin1(metric) << true;
    }
    void whatHasNoValue()
    {
        QFETCH(QString, metric);
        QFETCH(bool, zero);
        const RunPlan plan = planWith(Json::array({rule(metric.toStdString(), "< 1", 1)}));
        RuleWatch watch(plan);
        QVERIFY(!watch.standing().front().value); // nothing was seen yet
        watch.add(*Second().books(), 1.0);
        const auto standing = watch.standing().front();
        QCOMPARE(standing.filled_s, 1.0);
        QCOMPARE(standing.value, zero ? std::optional(0.0) : std::nullopt);
        QCOMPARE(
            watch.ending().verdict == Verdict::finish, zero); // the service stands still: that is a value
    }

    /// The longest burst that ended in the window; without one there is no makespan.
    void makespans()
    {
        const RunPlan plan = planWith(Json::array({rule("makespan_ms", "> 500", 2)}));
        RuleWatch watch(plan);
        const auto second = [&watch](Phase phase, double longest_ms) {
            if (longest_ms > 0.0)
                watch.add(std::vector<report::BurstTick>{{phase, 1, longest_ms, {}}});
            watch.add(*Second().books(), 1.0);
            return watch.standing().front().value;
        };
        QVERIFY(!second(Phase::warmup, 900));
        QCOMPARE(second(Phase::measure, 300), std::optional(300.0));
        QCOMPARE(second(Phase::measure, 200), std::optional(300.0));
        QCOMPARE(second(Phase::measure, 0), std::optional(200.0));
        QVERIFY(!second(Phase::measure, 0));
        QVERIFY(watch.ending().verdict == Verdict::proceed);
        second(Phase::measure, 800);
        QVERIFY(watch.ending().verdict == Verdict::finish);
        QCOMPARE(watch.ending().text, std::string("stop rule \"makespan_ms > 500 over 2 s\": 800 ms"));
    }

    void aWindowThatIsNotFullEndsNothing()
    {
        const RunPlan plan = planWith(Json::array({rule("error_rate", "> 10%", 2.5)}));
        RuleWatch watch(plan);
        for (int second = 1; second <= 3; ++second) {
            QVERIFY(watch.ending().verdict == Verdict::proceed);
            watch.add(*Second().answers(1, 5, Outcome::http5xx).books(), 1.0);
            QCOMPARE(watch.standing().front().value, std::optional(1.0));
            QCOMPARE(watch.standing().front().filled_s, second == 3 ? 2.5 : second);
        }
        QVERIFY(watch.ending().verdict == Verdict::finish);
        QCOMPARE(watch.ending().ended_by, std::string("stop-rule: error_rate > 10% over 2.50 s"));
        QCOMPARE(watch.ending().text, std::string("stop rule \"error_rate > 10% over 2.50 s\": 100 %"));
    }

    /// Trouble that has passed is forgotten; the first rule that is hit is the one.
    void windowsSlide()
    {
        const RunPlan plan
            = planWith(Json::array({rule("error_rate", "> 40%", 4), rule("latency_ms.p95", "> 100", 1)}));
        RuleWatch watch(plan);
        const auto good
            = [&watch](Nanos took) { watch.add(*Second().answers(1, 100, Outcome::ok, took).books(), 1.0); };
        for (int i = 0; i < 4; ++i)
            good(20ms);
        watch.add(*Second().answers(1, 100, Outcome::http5xx).books(), 1.0);
        QCOMPARE(watch.standing()[0].value, std::optional(0.25));
        for (int i = 0; i < 4; ++i)
            good(90ms);
        QCOMPARE(watch.standing()[0].value, std::optional(0.0));
        QVERIFY(watch.ending().verdict == Verdict::proceed);
        watch.restart();
        QCOMPARE(watch.standing()[0].filled_s, 0.0);
        good(150ms);
        QCOMPARE(watch.ending().ended_by, std::string("stop-rule: latency_ms.p95 > 100 over 1 s"));
        for (int i = 0; i < 4; ++i)
            watch.add(*Second().answers(1, 100, Outcome::http5xx).books(), 1.0);
        QCOMPARE(watch.ending().ended_by, std::string("stop-rule: latency_ms.p95 > 100 over 1 s"));
    }

    void rulesAreDescribed()
    {
        Json named = rule("latency_ms.p99", "> 2s", 10, "step:b");
        named["name"] = "too slow";
        const auto told = describe(planWith(Json::array({named, rule("rps", "<= 5", 30)})).stop_rules);
        QCOMPARE(told[0].name, std::string("too slow"));
        QCOMPARE(told[0].of, std::string("step:b"));
        QCOMPARE(told[0].limit_value, 2000.0);
        QCOMPARE(told[0].unit, std::string("ms"));
        QCOMPARE(told[1].name, std::string("rps <= 5 over 30 s"));
        QCOMPARE(told[1].limit, std::string("<= 5"));
    }
};

PLUMB_TEST_MAIN(TestRuleWindow)
#include "tst_rulewindow.moc"
