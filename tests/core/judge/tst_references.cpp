// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/references.h"
#include "tests/core/judge/comparefixture.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/testmain.h"

using namespace plumb;
using namespace plumb::judge;
using metric::Verdict;
using test::comparedRounds;
using test::comparedRun;

namespace {

report::Report run(std::uint64_t seed, double factor = 1.0)
{
    test::ComparedRunSpec spec;
    spec.seed = seed;
    spec.factor = factor;
    spec.seconds = 20;
    return comparedRun(spec);
}

/// A rule about the p95 of @p of, against what @p against says.
std::string ruleOf(const std::string& against, const std::string& of, const std::string& limits)
{
    return "[{\"metric\":\"latency_ms.p95\",\"of\":\"" + of + "\",\"against\":\"" + against + "\"," + limits
        + "}]";
}

const std::string p95 = ruleOf("baseline", "run", "\"warn\":\"> +10%\",\"fail\":\"> +20%\"");

/// The first rule, judged over @p reports.
report::JudgedRule judged(const std::string& rules, std::vector<report::Report> reports,
    const std::map<std::string, std::vector<report::Report>>& runs)
{
    const auto thresholds = test::rulesOf(rules);
    const References references{runs};
    return judgeRounds(reports, &thresholds, false, &references).rules.front();
}

bool contains(const std::string& text, const std::string& part)
{
    const bool found = text.find(part) != std::string::npos;
    if (!found) {
        qWarning("not in: %s", text.c_str());
    }
    return found;
}

} // namespace

class TestReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutABaselineThereIsNone()
    {
        const auto rule = judged(p95, {run(1)}, {});
        QVERIFY(rule.verdict == Verdict::noBaseline);
        QVERIFY(judged(p95, {run(1)}, {{"previous", {run(2)}}}).verdict == Verdict::noBaseline);
        const auto thresholds = test::rulesOf(p95);
        QVERIFY(needsReferences(thresholds));
        QCOMPARE(exitCodeOf(judge::judge(run(1), &thresholds).verdict, false, false), 4);
    }

    void aBaselineDecides()
    {
        const auto same = judged(p95, {run(1)}, {{"baseline", {run(2)}}});
        QVERIFY(same.verdict == Verdict::pass || same.verdict == Verdict::inconclusive);
        const auto slow = judged(p95, {run(1, 1.6)}, {{"baseline", {run(2)}}});
        QVERIFY(slow.verdict == Verdict::fail);
        QCOMPARE(slow.limit, std::string("> +20%"));
        QVERIFY(contains(slow.reason, "against the baseline's "));
        QVERIFY(contains(slow.reason, "beyond its limit of +20%"));
        QVERIFY(contains(slow.reason, "unconfirmed: 1 run against 1"));
        const auto warned = judged(p95, {run(1, 1.17)}, {{"baseline", {run(2)}}});
        QVERIFY2(warned.verdict == Verdict::warn, warned.reason.c_str());
    }

    void roundsAreConfirmed()
    {
        test::ComparedRunSpec spec;
        spec.seconds = 15;
        auto slow = spec;
        slow.seed = 100;
        slow.factor = 1.35;
        const auto rule
            = judged(p95, comparedRounds(slow, 5, 0.02), {{"baseline", comparedRounds(spec, 5, 0.02)}});
        QVERIFY2(rule.verdict == Verdict::fail, rule.reason.c_str());
        QVERIFY(contains(rule.reason, "median of 5 rounds"));
        QVERIFY(rule.reason.find("unconfirmed") == std::string::npos);
    }

    void whatToCompareWith()
    {
        const auto rules
            = [](const std::string& against) { return ruleOf(against, "step:pay", "\"fail\":\"> +20%\""); };
        const std::vector<report::Report> earlier{run(2, 1.5), run(3, 1.0), run(4, 1.6), run(5, 1.55)};
        const auto best = judged(rules("best"), {run(1, 1.5)}, {{"best", earlier}});
        QVERIFY2(best.verdict == Verdict::fail, best.reason.c_str());
        QVERIFY(contains(best.reason, "the best run's"));
        const auto median = judged(rules("median-of-4"), {run(1, 1.5)}, {{"median-of-4", earlier}});
        QVERIFY2(
            median.verdict != Verdict::fail && median.verdict != Verdict::noBaseline, median.reason.c_str());
        const auto previous = judged(rules("previous"), {run(1, 1.5)}, {{"previous", {run(3)}}});
        QVERIFY(previous.verdict == Verdict::fail);
        QVERIFY(contains(previous.reason, "the run's before"));
    }

    void runsThatDoNotCompareAreInconclusive()
    {
        auto other = run(2);
        other.executor = "burst";
        const auto rule = judged(p95, {run(1)}, {{"baseline", {other}}});
        QVERIFY(rule.verdict == Verdict::inconclusive);
        QVERIFY(contains(rule.reason, "not comparable"));
        const auto itself = run(1);
        QVERIFY(judged(p95, {itself}, {{"baseline", {itself}}}).verdict == Verdict::inconclusive);
    }

    void acceptedBreachesWarn()
    {
        const auto rules = ruleOf("baseline", "run",
            "\"fail\":\"> +20%\",\"accepted\":{\"why\":\"known\",\"until\":\"2099-12-31\"}");
        const auto rule = judged(rules, {run(1, 1.6)}, {{"baseline", {run(2)}}});
        QVERIFY(rule.verdict == Verdict::warn);
        QVERIFY(contains(rule.reason, "accepted until"));
    }

    void theWholeIsASentence()
    {
        const auto thresholds = test::rulesOf(R"([{"metric":"rps","against":"baseline","fail":"< -20%"},
            {"metric":"error_rate","against":"baseline","warn":"> +1pt","fail":"> +5pt"}])");
        const References references{{{"baseline", {run(2)}}}};
        const auto judgement = judge::judge(run(1), &thresholds, &references);
        QVERIFY2(judgement.verdict == Verdict::pass, judgement.sentence.c_str());
        QVERIFY(judgement.sentence.starts_with("All 3 rules hold")); // with the built-in one
    }
};

PLUMB_TEST_MAIN(TestReferences)
#include "tst_references.moc"
