// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "judge/comparisonsentence.h"
#include "tests/core/judge/comparefixture.h"
#include "tests/support/schemacheck.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <cmath>
#include <limits>

using namespace plumb;
using namespace plumb::judge;
using metric::Verdict;
using test::compared;
using test::comparedRounds;
using test::comparedRun;
using test::ComparedRunSpec;
using test::comparedSpec;
using test::contains;
using test::rowOf;
using test::said;
using test::shortSpec;
using test::word;

namespace {

const Difference* differing(const ComparedCandidate& candidate, const std::string& what)
{
    for (const auto& difference : candidate.differences) {
        if (difference.what == what) {
            return &difference;
        }
    }
    return nullptr;
}

} // namespace

/// Comparisons of runs in which something is amiss, what differs between runs, and what is printed.
class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRequestsInOneRun()
    {
        auto silent = comparedSpec(2);
        silent.perSecond = 0;
        for (const bool baseIsSilent : {false, true}) {
            const auto candidate
                = baseIsSilent ? compared(silent, comparedSpec(1)) : compared(comparedSpec(1), silent);
            QCOMPARE(word(candidate.verdict), std::string("not-measured"));
            QVERIFY(contains(candidate.sentence, baseIsSilent ? "of the base" : "of the candidate"));
        }
        auto alsoSilent = silent;
        alsoSilent.seed = 3;
        QCOMPARE(word(compared(silent, alsoSilent).verdict), std::string("not-measured"));
    }

    void allErrors()
    {
        auto broken = comparedSpec(2);
        broken.failShare = 1.1;
        const auto fails = compared(comparedSpec(1), broken);
        QCOMPARE(word(fails.verdict), std::string("fail"));
        QCOMPARE(word(rowOf(fails, "error_rate").verdict), std::string("fail"));
        QCOMPARE(word(rowOf(fails, "latency_ms.p95").verdict), std::string("not-measured"));
        // A base of failures says nothing, whichever way the candidate went.
        QCOMPARE(word(compared(broken, comparedSpec(1)).verdict), std::string("not-measured"));
        broken.perSecond = 200; // it failed fast: the candidate is no slower for that
        QCOMPARE(word(compared(broken, comparedSpec(1)).verdict), std::string("not-measured"));
        auto alsoBroken = broken;
        alsoBroken.seed = 3;
        QCOMPARE(word(compared(broken, alsoBroken).verdict), std::string("not-measured"));
    }

    void moreErrorsFail()
    {
        auto failing = comparedSpec(2);
        failing.failShare = 0.08;
        const auto candidate = compared(comparedSpec(1), failing);
        const auto& errors = rowOf(candidate, "error_rate");
        QCOMPARE(word(errors.verdict), std::string("fail"));
        QVERIFY(errors.points);
        QVERIFY(std::abs(*errors.delta - 0.08) < 0.01);
        QVERIFY(!errors.delta_pct); // against 0 there is no percentage
        QVERIFY(errors.ci95->lower > 5.0 && errors.ci95->upper < 11.0);
        QCOMPARE(said(errors.change), std::string("worse"));
    }

    void identicalValuesThroughout()
    {
        auto base = comparedSpec(1), other = comparedSpec(2);
        base.sigma = other.sigma = 0.0;
        const auto candidate = compared(base, other);
        QCOMPARE(word(candidate.verdict), std::string("pass"));
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QCOMPARE(*p95.delta, 0.0);
        QVERIFY(std::abs(p95.ci95->lower) < 0.2 && std::abs(p95.ci95->upper) < 0.2);
        QCOMPARE(said(p95.change), std::string("same"));
    }

    void figuresThatAreNoNumbers()
    {
        for (const double bad :
            {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
            auto base = comparedRun(comparedSpec(1)), other = comparedRun(comparedSpec(2));
            other.totals.rps = bad;
            other.steps[0].rps = bad;
            other.series.rps.assign(other.series.rps.size(), bad);
            other.series.count.assign(other.series.count.size(), bad);
            const auto candidate = compared({base}, {other});
            const auto& rps = rowOf(candidate, "rps");
            QVERIFY(!rps.candidate);
            QCOMPARE(word(rps.verdict), std::string("not-measured"));
            QVERIFY(candidate.verdict != Verdict::pass);
        }
    }

    void whatDiffersIsTold_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("weight");
        QTest::newRow("operation") << QStringLiteral("operation") << 2;
        QTest::newRow("environment") << QStringLiteral("environment") << 1;
        QTest::newRow("version") << QStringLiteral("target version") << 0;
        QTest::newRow("executor") << QStringLiteral("executor") << 2;
        QTest::newRow("users") << QStringLiteral("load.vus") << 2;
        QTest::newRow("seed") << QStringLiteral("load.seed") << 0;
        QTest::newRow("live change") << QStringLiteral("live changes") << 2;
        QTest::newRow("host") << QStringLiteral("host") << 1;
        QTest::newRow("engine") << QStringLiteral("engine") << 1;
        QTest::newRow("transport") << QStringLiteral("transport") << 1;
        QTest::newRow("estimator") << QStringLiteral("percentile estimator") << 1;
        QTest::newRow("data") << QStringLiteral("data file") << 1;
        QTest::newRow("scenario") << QStringLiteral("scenario") << 1;
        QTest::newRow("length") << QStringLiteral("length") << 1;
        QTest::newRow("partial") << QStringLiteral("partial run") << 1;
        QTest::newRow("generator") << QStringLiteral("generator") << 1;
    }
    void whatDiffersIsTold()
    {
        QFETCH(QString, what);
        QFETCH(int, weight);
        auto base = comparedRun(comparedSpec(1)), other = comparedRun(comparedSpec(2));
        base.scenario["load"]["vus"] = other.scenario["load"]["vus"] = 10;
        base.fingerprint.data_files = {{"users.csv", "aaaaaaaa", ""}};
        other.fingerprint.data_files = base.fingerprint.data_files;
        const auto name = what.toStdString();
        QVERIFY2(differencesBetween(base, other).empty(), "they differ in nothing else");
        if (name == "operation") {
            other.operation = "search";
        } else if (name == "environment") {
            other.environment = "local";
        } else if (name == "target version") {
            other.target_version = "2.0";
        } else if (name == "executor") {
            other.executor = "shared-iterations";
        } else if (name == "load.vus") {
            other.scenario["load"]["vus"] = 20;
        } else if (name == "load.seed") {
            other.scenario["load"]["seed"] = 7;
        } else if (name == "live changes") {
            other.events.push_back({20.0, "users", "20 users", 20.0});
        } else if (name == "host") {
            other.fingerprint.host = "elsewhere";
        } else if (name == "engine") {
            other.engine_name = "k6";
        } else if (name == "transport") {
            other.engine_transport = "direct";
        } else if (name == "percentile estimator") {
            other.facts["percentile_estimator"] = "linear";
        } else if (name == "data file") {
            other.fingerprint.data_files[0].sha256 = "bbbbbbbb";
            other.scenario_sha256 = "1";
        } else if (name == "scenario") {
            other.scenario_sha256 = "1";
            other.scenario["patterns"] = Json::array();
        } else if (name == "length") {
            auto shorter = comparedSpec(2);
            shorter.seconds = 30;
            other.phases = comparedRun(shorter).phases;
        } else if (name == "partial run") {
            other.partial = true;
            other.ended_by = "user";
        } else {
            other.generator.verdict = "suspect";
        }
        const auto candidate = compared({base}, {other});
        const auto* difference = differing(candidate, name);
        QVERIFY2(difference != nullptr, name.c_str());
        QCOMPARE(static_cast<int>(difference->weight), weight);
        QVERIFY(!difference->why.empty());
        QCOMPARE(candidate.comparable, weight < 2);
        QCOMPARE(word(candidate.verdict), std::string(weight < 2 ? "pass" : "inconclusive"));
    }

    void anInvalidRunIsInvalid()
    {
        auto base = comparedRun(comparedSpec(1)), other = comparedRun(comparedSpec(2));
        other.generator.verdict = "invalid";
        other.generator.reasons = {{"busy", "its busiest thread used 97 % of a core."}};
        const auto candidate = compared({base}, {other});
        QCOMPARE(word(candidate.verdict), std::string("invalid"));
        QVERIFY(contains(candidate.sentence, "97 %"));
    }

    void stepsOfOneRunOnlyAreListed()
    {
        auto other = comparedSpec(2);
        other.steps = {"validate", "ship"};
        const auto candidate = compared(comparedSpec(1), other);
        QCOMPARE(candidate.removed.size(), std::size_t{1});
        QCOMPARE(candidate.removed[0].step, std::string("pay"));
        QCOMPARE(candidate.added[0].step, std::string("ship"));
        QVERIFY_EXCEPTION_THROWN(rowOf(candidate, "rps", "ship"), std::runtime_error);
        QVERIFY(differing(candidate, "steps") != nullptr);
        other.steps = {"a", "b"};
        const auto strange = compared(comparedSpec(1), other);
        QVERIFY(!strange.comparable);
        QCOMPARE(word(strange.verdict), std::string("inconclusive"));
    }

    void twoToTwenty()
    {
        const auto report = comparedRun(comparedSpec(1));
        test::ComparedSets sets;
        sets.add(report);
        QVERIFY(!compareRuns(sets.sets, test::defaultRules(), nullptr));
        for (std::size_t i = 1; i < 21; ++i) {
            auto other = report;
            other.id = "other-" + std::to_string(i);
            sets.add(std::move(other));
        }
        const auto tooMany = compareRuns(sets.sets, test::defaultRules(), nullptr);
        QVERIFY(!tooMany);
        QVERIFY(tooMany.error().kind == ErrorKind::usage);
        sets.sets.pop_back();
        const auto twenty = compareRuns(sets.sets, test::defaultRules(), nullptr);
        QVERIFY(twenty);
        QCOMPARE(twenty->candidates.size(), std::size_t{19});
        QVERIFY(contains(twenty->sentence, "19 candidates: 19 pass"));
        test::ComparedSets again;
        again.add(report);
        again.add(comparedRun(comparedSpec(2)));
        QVERIFY(!compareRuns(again.sets, test::defaultRules(), nullptr, [](std::size_t) { return false; }));
    }

    void theSameFilesGiveTheSameBytes()
    {
        const auto text = [] {
            test::ComparedSets sets;
            sets.add(comparedRounds(shortSpec(1), 3, 0.02));
            sets.add(comparedRun(comparedSpec(9, 1.1)));
            sets.add(comparedRun(comparedSpec(10, 1.3)));
            const auto comparison = compareRuns(sets.sets, test::defaultRules(), nullptr).value();
            return dumpJson(comparisonJson(comparison)) + comparisonText(comparison);
        };
        QCOMPARE(text(), text());
    }

    void jsonHasTheShapeOfProductMd()
    {
        test::ComparedSets sets;
        sets.add(comparedRun(comparedSpec(1)));
        auto other = comparedSpec(2, 1.6);
        other.version = "2.0";
        sets.add(comparedRun(other));
        const auto comparison = compareRuns(sets.sets, test::defaultRules(), nullptr).value();
        const auto json = comparisonJson(comparison);
        QVERIFY(json.at("verdict") == Json("fail"));
        QCOMPARE(json.at("comparability").size(), std::size_t{1});
        QVERIFY(json.at("comparability")[0].at("matters") == Json(false));
        const auto& candidate = json.at("candidates").at(0);
        QVERIFY(candidate.at("id") == Json("run-2"));
        QVERIFY(candidate.at("rows").size() >= 24);
        for (const auto& row : candidate.at("rows")) {
            for (const char* field : {"step", "metric", "base", "candidate", "delta", "delta_pct", "ci95",
                     "higher_is_better", "effect", "change", "verdict", "rounds_needed"}) {
                QVERIFY2(row.contains(field), field);
            }
            QVERIFY(row.at("ci95").is_array() && row.at("ci95").size() == 2);
            QVERIFY(row.at("rounds_needed").is_number_integer());
        }
        QCOMPARE(json.at("candidates").at(0).at("distributions").size(), std::size_t{3});
        QCOMPARE(comparisonExitCode(comparison, false), 1);
        const auto text = comparisonText(comparison);
        QVERIFY(text.starts_with("FAIL  "));
        QVERIFY(contains(text, "target version: 1.0 -> 2.0"));
    }

    /// Every kind of output against the schema that ships.
    void jsonIsAsTheSchemaSays()
    {
        const test::SchemaCheck schema(
            readJsonFile(test::sourceFile("resources/schemas/comparison-1.schema.json")).value());
        const auto fault = [&schema](std::vector<std::vector<report::Report>> rounds) {
            test::ComparedSets sets;
            for (auto& set : rounds) {
                sets.add(std::move(set));
            }
            const auto comparison = compareRuns(sets.sets, test::defaultRules(), nullptr).value();
            return schema.fault(comparisonJson(comparison));
        };
        auto open = comparedSpec(3);
        open.open = true;
        auto silent = comparedSpec(4);
        silent.perSecond = 0;
        auto renamed = comparedSpec(5);
        renamed.steps = {"validate", "refund"};
        auto brief = comparedSpec(6);
        brief.seconds = 2;
        const auto usual = comparedRun(comparedSpec(1));
        QCOMPARE(
            fault({{usual}, {comparedRun(comparedSpec(2, 1.6))}, {comparedRun(renamed)}}), std::string());
        QCOMPARE(fault({{usual}, {usual}}), std::string());
        QCOMPARE(fault({{usual}, {comparedRun(open)}}), std::string());
        QCOMPARE(fault({{usual}, {comparedRun(silent)}}), std::string());
        QCOMPARE(fault({{comparedRun(brief)}, {comparedRun(brief)}}), std::string());
        QCOMPARE(fault({comparedRounds(shortSpec(10), 5, 0.02), comparedRounds(shortSpec(20, 1.3), 5, 0.02)}),
            std::string());
        QCOMPARE(
            schema.fault(comparisonJson(withoutBaseline("checkout", "Nothing is pinned."))), std::string());
        auto wrong = comparisonJson(withoutBaseline("checkout", "Nothing is pinned."));
        wrong["verdict"] = "green"; // so that a check that sees nothing shows
        QVERIFY(!schema.fault(wrong).empty());
    }

    /// Two runs of 3 s, their requests either fast or slow: what no one can tell is said in words.
    void veryShortRunsHaveNoInterval()
    {
        const auto brief = [](std::uint64_t seed) {
            auto run = comparedSpec(seed);
            run.seconds = 3;
            run.perSecond = 20;
            run.sigma = 1.5;
            return run;
        };
        const auto candidate = compared(brief(1), brief(2));
        QVERIFY(candidate.verdict != Verdict::pass);
        bool inWords = false;
        for (const auto& row : candidate.rows) {
            const auto text = intervalText(row);
            QVERIFY2(text.find("open") == std::string::npos && text.find("inf") == std::string::npos,
                text.c_str());
            inWords = inWords || text == "no interval: runs too short" || text.starts_with("at ");
        }
        QVERIFY(inWords);
        QVERIFY(contains(candidate.sentence, "too short") || contains(candidate.sentence, "Too few values"));
    }

    void openEndsAreWords()
    {
        ComparedRow row;
        const double open = std::numeric_limits<double>::infinity();
        row.ci95 = stats::Interval{-open, 12.04};
        QCOMPARE(intervalText(row), std::string("at most +12.0 %"));
        row.ci95 = stats::Interval{3.0, open};
        QCOMPARE(intervalText(row), std::string("at least +3.0 %"));
        row.ci95 = stats::Interval{-open, open};
        QCOMPARE(intervalText(row), std::string("no interval: runs too short"));
    }

    void nobodyRunsAHundredRounds()
    {
        QCOMPARE(adviceText(1), std::string("1 more round of each would tell"));
        QCOMPARE(adviceText(30), std::string("30 more rounds of each would tell"));
        QVERIFY(contains(adviceText(125), "more than 30 more rounds of each would be needed"));
        QVERIFY(contains(adviceText(125), "longer"));
    }

    void withoutBaselineThereIsNoVerdict()
    {
        const auto comparison = withoutBaseline("checkout", "Nothing is pinned.");
        QCOMPARE(comparisonExitCode(comparison, false), 4);
        QVERIFY(comparisonJson(comparison).at("verdict") == Json("no-baseline"));
        QCOMPARE(comparisonJson(comparison).at("candidates").size(), std::size_t{0});
    }

    void noiseComesFromThreeRunsOn()
    {
        const auto reports = comparedRounds(shortSpec(50), 8, 0.04);
        std::vector<RunFigures> runs;
        for (std::size_t i = 0; i < 2; ++i) {
            runs.emplace_back(reports[i]);
        }
        QVERIFY(noiseOf(runs, "x").entries.empty());
        for (std::size_t i = 2; i < reports.size(); ++i) {
            runs.emplace_back(reports[i]);
        }
        const auto book = noiseOf(runs, "8 runs");
        const auto* entry = book.find("run", "latency_ms.p50");
        QVERIFY(entry != nullptr);
        QCOMPARE(entry->spread.df, 7.0);
        QVERIFY(entry->spread.sigma > 0.015 && entry->spread.sigma < 0.08);
        QVERIFY(book.find("step:pay", "latency_ms.p95") != nullptr);
        QVERIFY(book.find("step:none", "latency_ms.p95") == nullptr);
    }

    void ownRulesMayLookAtOtherFigures()
    {
        test::ComparedSets sets;
        sets.add(comparedRun(comparedSpec(1)));
        sets.add(comparedRun(comparedSpec(2, 1.5)));
        const auto rules = test::ruleSetOf(R"([
            {"metric":"service_ms.p95","of":"step:pay","against":"baseline","fail":"> +30%"},
            {"metric":"latency_ms.p90","of":"pattern:Users","against":"baseline","warn":"> +30%"},
            {"metric":"latency_ms.p95","of":"run","against":"baseline","fail":"> +10%","at_least":"100ms"}])");
        const auto candidate = compareRuns(sets.sets, rules, nullptr).value().candidates.front();
        QCOMPARE(word(rowOf(candidate, "service_ms.p95", "pay").verdict), std::string("fail"));
        QCOMPARE(
            word(rowOf(candidate, "latency_ms.p95").verdict), std::string("pass")); // too small to matter
        const auto pattern = std::find_if(candidate.rows.begin(), candidate.rows.end(),
            [](const auto& row) { return !row.scope.isRun() && !row.scope.isStep() && row.verdict; });
        QVERIFY(pattern != candidate.rows.end());
        QCOMPARE(word(pattern->verdict), std::string("warn"));
    }
};

PLUMB_TEST_MAIN(TestComparison)
#include "tst_comparison.moc"
