// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "judge/effectverdict.h"
#include "judge/rulesets.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <cmath>

using namespace plumb;
using namespace plumb::judge;
using metric::Verdict;

namespace {

/// A change without an interval.
Effect pointOf(const std::string& metric, double base, double candidate)
{
    const auto name = metric::parseMetricName(metric).value();
    Effect effect;
    effect.base = base;
    effect.candidate = candidate;
    effect.base_rounds = effect.candidate_rounds = 1;
    effect.relative = !inPoints(*name.metric);
    const double change = effect.relative ? std::log(candidate / base) : candidate - base;
    effect.change = {change, change, change};
    return effect;
}

std::string verdictOf(const Thresholds& thresholds, const std::string& metric, const Effect& effect)
{
    for (const Rule& rule : thresholds.rules) {
        if (rule.metric.text() == metric) {
            return std::string(metric::toString(judgeEffect(rule, effect).verdict));
        }
    }
    return "(none)";
}

/// Rounds of both sides, on logarithms.
Effect roundsOf(double value, double lower, double upper, double sigma)
{
    auto effect = pointOf("latency_ms.p95", 100.0, 100.0 * std::exp(value));
    effect.basis = Effect::Basis::rounds;
    effect.base_rounds = effect.candidate_rounds = 5;
    effect.change = {value, lower, upper};
    effect.floor = std::log(1.05);
    effect.round_sigma = sigma;
    return effect;
}

Rule ruleOf(const std::string& text)
{
    return test::rulesOf("[" + text + "]").rules.front();
}

} // namespace

class TestRuleSets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedSets()
    {
        for (const auto& name : ruleSetNames()) {
            const auto set = readRuleSet(name);
            QVERIFY2(set, name.c_str());
            QCOMPARE(set->thresholds.size(), std::size_t(name == "default" ? 2 : 1));
            QVERIFY(set->bands);
            for (const auto& thresholds : set->thresholds) {
                for (const auto& rule : thresholds.rules) {
                    QVERIFY2(isRelative(rule), rule.title().c_str());
                }
            }
        }
        const auto unknown = readRuleSet("alert");
        QVERIFY(!unknown);
        QVERIFY(unknown.error().kind == ErrorKind::usage);
    }

    void filesOfRelativeRules()
    {
        QTemporaryDir dir;
        const auto write = [&dir](const std::string& rules) {
            const auto file = dir.path().toStdString() + "/own.json";
            writeFileAtomic(file, R"({"schema":"plumbline.thresholds/1","rules":)" + rules + "}").value();
            return file;
        };
        const auto mixed = readRuleSet(write(
            R"([{"metric":"rps","fail":"< 10"},{"metric":"rps","against":"baseline","fail":"< -10%"}])"));
        QVERIFY(mixed);
        QCOMPARE(mixed->name, std::string("own"));
        QCOMPARE(mixed->thresholds.front().rules.size(), std::size_t{1});
        const auto absolute = readRuleSet(write(R"([{"metric":"rps","fail":"< 10"}])"));
        QVERIFY(!absolute);
        QVERIFY(absolute.error().text().find("none of its rules is about a change") != std::string::npos);
    }

    /// Every row of the table that shows how the sets contradict each other.
    void vectorsOfTheSets()
    {
        const auto file = test::sharedFile("samples/statistics/verdict/threshold_table.json");
        if (file.empty()) {
            QSKIP("the test vectors are not there");
        }
        const auto alerts = readRuleSet("alerts")->thresholds.front();
        const auto regression = readRuleSet("regression")->thresholds.front();
        const auto bands = readRuleSet("bands")->thresholds.front();
        const auto json = *readJsonFile(file);
        for (const auto& row : json.at("rows")) {
            const std::string kind = row.at("metric");
            const std::string metric = kind == "latency" ? "latency_ms.p95"
                : kind == "rps"                          ? "rps"
                                                         : "error_rate";
            const double scale = kind == "err_pt" ? 0.01 : 1.0;
            const auto effect
                = pointOf(metric, scale * double(row.at("baseline")), scale * double(row.at("candidate")));
            const std::string severity = row.at("severity");
            const auto where = row.dump();
            QVERIFY2(verdictOf(alerts, metric, effect)
                    == (severity == "critical"      ? "fail"
                            : severity == "warning" ? "warn"
                                                    : "pass"),
                where.c_str());
            QVERIFY2(verdictOf(regression, metric, effect) == (row.at("regression") ? "fail" : "pass"),
                where.c_str());
            const std::string band = row.at("band").is_null() ? "(none)" : row.at("band");
            QVERIFY2(verdictOf(bands, metric, effect)
                    == (band == "none"              ? "pass"
                            : band == "investigate" ? "warn"
                            : band == "must_fix"    ? "fail"
                                                    : band),
                where.c_str());
        }
    }

    void intervalsConfirmOrTakeBack_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::addColumn<double>("sigma");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<bool>("confirmed");
        QTest::newRow("worse, sure") << 0.30 << 0.22 << 0.38 << 0.03 << QStringLiteral("fail") << true;
        QTest::newRow("worse, down to the noise")
            << 0.30 << 0.03 << 0.60 << 0.2 << QStringLiteral("warn") << false;
        QTest::newRow("a warning, sure") << 0.12 << 0.08 << 0.16 << 0.02 << QStringLiteral("warn") << true;
        QTest::newRow("a warning, unsure")
            << 0.12 << -0.02 << 0.28 << 0.1 << QStringLiteral("inconclusive") << false;
        QTest::newRow("as before, sure") << 0.01 << -0.03 << 0.05 << 0.03 << QStringLiteral("pass") << true;
        QTest::newRow("as before, but who knows")
            << 0.01 << -0.2 << 0.25 << 0.15 << QStringLiteral("inconclusive") << false;
        QTest::newRow("as before, and it would have been seen")
            << 0.05 << -0.02 << 0.11 << 0.03 << QStringLiteral("pass") << false;
        QTest::newRow("better") << -0.30 << -0.40 << -0.20 << 0.03 << QStringLiteral("pass") << true;
    }
    void intervalsConfirmOrTakeBack()
    {
        QFETCH(double, value);
        QFETCH(double, lower);
        QFETCH(double, upper);
        QFETCH(double, sigma);
        QFETCH(QString, verdict);
        QFETCH(bool, confirmed);
        const auto rule
            = ruleOf(R"({"metric":"latency_ms.p95","against":"baseline","warn":"> +10%","fail":"> +20%"})");
        const auto outcome = judgeEffect(rule, roundsOf(value, lower, upper, sigma));
        const auto word = metric::toString(outcome.verdict);
        QCOMPARE(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())), verdict);
        QCOMPARE(outcome.confirmed, confirmed);
        if (outcome.verdict == Verdict::inconclusive) {
            QVERIFY(outcome.rounds_needed > 0);
        }
    }

    void limitsLookTheWayOfTheirMetric()
    {
        const auto rule = ruleOf(R"({"metric":"rps","against":"baseline","warn":"10%","fail":"< -20%"})");
        QVERIFY(judgeEffect(rule, pointOf("rps", 100.0, 90.0)).verdict == Verdict::warn);
        QVERIFY(judgeEffect(rule, pointOf("rps", 100.0, 79.0)).verdict == Verdict::fail);
        QVERIFY(judgeEffect(rule, pointOf("rps", 100.0, 130.0)).verdict == Verdict::pass);
    }

    void smallDifferencesDoNotMatter()
    {
        const auto rule
            = ruleOf(R"({"metric":"latency_ms.p95","against":"baseline","fail":"> +20%","at_least":"5ms"})");
        QVERIFY(judgeEffect(rule, pointOf("latency_ms.p95", 1.0, 2.0)).verdict == Verdict::pass);
        QVERIFY(judgeEffect(rule, pointOf("latency_ms.p95", 100.0, 130.0)).verdict == Verdict::fail);
        const auto points
            = ruleOf(R"({"metric":"error_rate","against":"baseline","fail":"> +50%","at_least":"1pt"})");
        QVERIFY(judgeEffect(points, pointOf("error_rate", 0.001, 0.004)).verdict == Verdict::pass);
        QVERIFY(judgeEffect(points, pointOf("error_rate", 0.02, 0.04)).verdict == Verdict::fail);
    }

    void aPercentageOfNothing()
    {
        const auto rule = ruleOf(R"({"metric":"error_rate","against":"baseline","fail":"> +50%"})");
        QVERIFY(judgeEffect(rule, pointOf("error_rate", 0.0, 0.0)).verdict == Verdict::pass);
        const auto outcome = judgeEffect(rule, pointOf("error_rate", 0.0, 0.01));
        QVERIFY(outcome.verdict == Verdict::inconclusive);
        QVERIFY(outcome.note.find("against 0") != std::string::npos);
    }

    void amounts()
    {
        const auto& latency = *metric::parseMetricName("latency_ms.p95")->metric;
        const auto& errors = *metric::parseMetricName("error_rate")->metric;
        QVERIFY(amountOf(Json("2s"), latency) == std::optional(2000.0));
        QVERIFY(amountOf(Json(7), latency) == std::optional(7.0));
        QVERIFY(amountOf(Json("1pt"), errors) == std::optional(0.01));
        QVERIFY(amountOf(Json("1%"), errors) == std::optional(0.01));
        for (const Json& bad : {Json("10%"), Json("-5ms"), Json("x"), Json(-1), Json("1pt"), Json::array()}) {
            QVERIFY2(!amountOf(bad, latency), bad.dump().c_str());
        }
    }
};

PLUMB_TEST_MAIN(TestRuleSets)
#include "tst_rulesets.moc"
