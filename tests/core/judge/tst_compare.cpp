// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/comparisonsentence.h"
#include "judge/effectverdict.h"
#include "tests/core/judge/comparefixture.h"
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
using test::rowOf;

namespace {

ComparedRunSpec spec(std::uint64_t seed, double factor = 1.0)
{
    ComparedRunSpec run;
    run.seed = seed;
    run.factor = factor;
    return run;
}

/// Short ones: rounds need no windows of their own to be judged.
ComparedRunSpec shortRun(std::uint64_t seed, double factor = 1.0)
{
    auto run = spec(seed, factor);
    run.seconds = 15;
    return run;
}

std::string word(const std::optional<Verdict>& verdict)
{
    return verdict ? std::string(metric::toString(*verdict)) : "(none)";
}

std::string said(Change change)
{
    return std::string(judge::toString(change));
}

const Difference* differing(const ComparedCandidate& candidate, const std::string& what)
{
    for (const auto& difference : candidate.differences) {
        if (difference.what == what) {
            return &difference;
        }
    }
    return nullptr;
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

class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalSingleRunsPassUnconfirmed()
    {
        const auto candidate = compared(spec(1), spec(2));
        QCOMPARE(word(candidate.verdict), std::string("pass"));
        QVERIFY(candidate.withinRunOnly);
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QCOMPARE(word(p95.verdict), std::string("pass"));
        QVERIFY(!p95.confirmed);
        QVERIFY(p95.basis == Effect::Basis::withinRun);
        QCOMPARE(p95.rounds_needed, 4);
        QVERIFY(p95.ci95 && p95.ci95->lower < 0.0 && p95.ci95->upper > 0.0);
        QCOMPARE(said(p95.change), std::string("same"));
        QVERIFY(contains(candidate.sentence, "within-run interval only"));
    }

    void aSlowSingleRunFailsUnconfirmed()
    {
        const auto candidate = compared(spec(1), spec(2, 1.6));
        QCOMPARE(word(candidate.verdict), std::string("fail"));
        const auto& p95 = rowOf(candidate, "latency_ms.p95", "pay");
        QCOMPARE(word(p95.verdict), std::string("fail"));
        QVERIFY(!p95.confirmed);
        QCOMPARE(p95.rule, std::string("alerts"));
        QCOMPARE(p95.band, std::string("must-fix"));
        QCOMPARE(said(p95.change), std::string("worse"));
        QVERIFY(std::abs(*p95.delta_pct - 60.0) < 12.0);
        QVERIFY(p95.ci95->lower < 60.0 && p95.ci95->upper > 60.0);
        QVERIFY(p95.effect && *p95.effect > 0.5 && *p95.effect <= 1.0);
        QVERIFY(contains(candidate.sentence, "unconfirmed: 1 run against 1"));
    }

    /// A change that is certain but small fails nothing, however certain it is.
    void significanceAloneFailsNothing()
    {
        const auto candidate = compared(spec(1), spec(2, 1.08));
        QCOMPARE(word(candidate.verdict), std::string("pass"));
        const auto& p50 = rowOf(candidate, "latency_ms.p50");
        QVERIFY(p50.ci95->lower > 0.0);
        QCOMPARE(said(p50.change), std::string("worse"));
        QCOMPARE(p50.band, std::string("none"));
    }

    void fiveRoundsConfirm()
    {
        const auto candidate
            = compared(comparedRounds(shortRun(1), 5, 0.03), comparedRounds(shortRun(100, 1.3), 5, 0.03));
        QCOMPARE(word(candidate.verdict), std::string("fail"));
        QCOMPARE(candidate.rounds, std::size_t{5});
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QCOMPARE(word(p95.verdict), std::string("fail"));
        QVERIFY(p95.confirmed);
        QVERIFY(p95.basis == Effect::Basis::rounds);
        QCOMPARE(p95.rounds_needed, 0);
        QCOMPARE(p95.rule, std::string("regression"));
        QVERIFY(contains(candidate.sentence, "confirmed by 5 rounds against 5"));
        QVERIFY(!candidate.withinRunOnly);
    }

    void equalRoundsPassConfirmed()
    {
        const auto candidate
            = compared(comparedRounds(shortRun(1), 5, 0.02), comparedRounds(shortRun(100), 5, 0.02));
        QCOMPARE(word(candidate.verdict), std::string("pass"));
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QVERIFY(p95.confirmed);
        QCOMPARE(said(p95.change), std::string("same"));
    }

    /// Five wild rounds: the medians differ by more than the limit, but the interval does not bear it out.
    void wildRoundsTakeAFailureBack()
    {
        const auto candidate
            = compared(comparedRounds(shortRun(7), 5, 0.25), comparedRounds(shortRun(300, 1.25), 5, 0.25));
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QVERIFY(!p95.confirmed);
        QVERIFY(p95.verdict && *p95.verdict != Verdict::fail && *p95.verdict != Verdict::pass);
        QVERIFY(p95.rounds_needed > 0);
        QVERIFY(candidate.verdict != Verdict::pass);
    }

    void wildEqualRoundsAreInconclusive()
    {
        const auto candidate
            = compared(comparedRounds(shortRun(13), 5, 0.3), comparedRounds(shortRun(500), 5, 0.3));
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QVERIFY2(p95.verdict && *p95.verdict != Verdict::pass,
            (word(p95.verdict) + " " + std::to_string(*p95.delta_pct)).c_str());
        QVERIFY(p95.rounds_needed > 5);
        QVERIFY(candidate.verdict != Verdict::pass);
    }

    void fourRoundsDoNotConfirm()
    {
        const auto candidate
            = compared(comparedRounds(shortRun(1), 4, 0.02), comparedRounds(shortRun(100, 1.4), 4, 0.02));
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QCOMPARE(word(p95.verdict), std::string("fail"));
        QVERIFY(p95.basis == Effect::Basis::rounds);
        QVERIFY(!p95.confirmed);
        QCOMPARE(p95.rounds_needed, 1);
    }

    /// What is known of the spread between runs widens the interval of single ones.
    void historyWidensTheInterval()
    {
        const auto narrow = compared(spec(1), spec(2));
        NoiseBook noise;
        noise.source = "12 earlier runs";
        noise.entries[{"run", "latency_ms.p95"}] = {{0.05, 11.0}, 0.0};
        const auto wide = compared({comparedRun(spec(1))}, {comparedRun(spec(2))}, &noise);
        const auto &a = rowOf(narrow, "latency_ms.p95"), &b = rowOf(wide, "latency_ms.p95");
        QVERIFY(b.basis == Effect::Basis::spread);
        QVERIFY(b.ci95->upper - b.ci95->lower > a.ci95->upper - a.ci95->lower + 20.0);
        QVERIFY(!wide.withinRunOnly);
        // Where nothing is known of a metric, its interval stays within the run.
        QVERIFY(rowOf(wide, "latency_ms.p50").basis == Effect::Basis::withinRun);
    }

    void theTailAloneIsTold()
    {
        auto slow = spec(2);
        slow.tail = 3.0;
        slow.changed = "validate";
        slow.perSecond = 100;
        auto base = spec(1);
        base.perSecond = 100;
        const auto candidate = compared(base, slow);
        const auto found = std::find_if(candidate.distributions.begin(), candidate.distributions.end(),
            [](const auto& distribution) { return distribution.scope.step == "validate"; });
        QVERIFY(found != candidate.distributions.end());
        QCOMPARE(std::string(stats::toString(found->shape)), std::string("tail-only"));
        const auto text = shiftText(*found);
        QVERIFY2(text.starts_with("the slowest 1 % of `validate` lost "), text.c_str());
        QVERIFY2(text.ends_with(" ms, its median nothing"), text.c_str());
        QVERIFY(contains(candidate.sentence, "the slowest 1 % of `validate` lost "));
        QCOMPARE(word(candidate.verdict), std::string("fail")); // alerts: p99
        QCOMPARE(word(rowOf(candidate, "latency_ms.p50", "validate").verdict), std::string("pass"));
        QCOMPARE(word(rowOf(candidate, "latency_ms.p99", "validate").verdict), std::string("fail"));
    }

    void openLoadsAreComparedByWhatTheyAchieved()
    {
        auto base = spec(1), slow = spec(2);
        base.open = slow.open = true;
        slow.achieved = 0.78;
        const auto candidate = compared(base, slow);
        const auto& row = rowOf(candidate, "achieved_ratio");
        QVERIFY(std::abs(*row.delta_pct + 22.0) < 1.0);
        QCOMPARE(word(row.verdict), std::string("fail"));
        QCOMPARE(said(row.change), std::string("worse"));
        QVERIFY_EXCEPTION_THROWN(rowOf(candidate, "rps"), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(rowOf(candidate, "rps", "pay"), std::runtime_error);
        const auto closed = compared(spec(1), spec(2));
        QVERIFY_EXCEPTION_THROWN(rowOf(closed, "achieved_ratio"), std::runtime_error);
        QCOMPARE(word(rowOf(closed, "rps").verdict), std::string("pass"));
    }

    void farPercentilesCarryNoVerdict()
    {
        auto base = spec(1), other = spec(2);
        base.perSecond = other.perSecond = 10; // 600 per step, 1,200 in all
        const auto candidate = compared(base, other);
        const auto& p999 = rowOf(candidate, "latency_ms.p99_9");
        QVERIFY(!p999.trusted && !p999.verdict);
        const auto& p99 = rowOf(candidate, "latency_ms.p99", "pay");
        QVERIFY(!p99.trusted && !p99.verdict);
        QVERIFY(contains(p99.note, "too few values"));
        QVERIFY(rowOf(candidate, "latency_ms.p95").trusted);
    }

    /// A handful of requests must not pass because nothing could be judged.
    void tooFewRequestsAreInconclusive()
    {
        auto base = spec(1), other = spec(2);
        base.perSecond = other.perSecond = 1;
        const auto candidate = compared(base, other);
        QVERIFY(candidate.verdict == Verdict::inconclusive || candidate.verdict == Verdict::notMeasured);
        QVERIFY(!rowOf(candidate, "latency_ms.p95").verdict);
    }

    void aRunWithItself()
    {
        const auto report = comparedRun(spec(1));
        const auto candidate = compared({report}, {report});
        QVERIFY(!candidate.comparable);
        QCOMPARE(word(candidate.verdict), std::string("inconclusive"));
        QVERIFY(contains(candidate.sentence, "one and the same run"));
        QVERIFY(!rowOf(candidate, "latency_ms.p95").verdict);
    }

    void withoutWindowsIntervalsAreApproximate()
    {
        auto base = spec(1), other = spec(2, 1.6);
        base.windows = other.windows = false;
        const auto candidate = compared(base, other);
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QVERIFY(p95.approximate && p95.ci95);
        QCOMPARE(word(p95.verdict), std::string("fail"));
        QVERIFY(!p95.confirmed);
    }

    /// Other tools' results may have percentiles and nothing else.
    void withoutHistogramsPointsDecide()
    {
        auto strip = [](report::Report report) {
            for (auto& step : report.steps) {
                step.histograms = {};
                step.windows = {};
            }
            report.series = {};
            return report;
        };
        const auto candidate = compared({strip(comparedRun(spec(1)))}, {strip(comparedRun(spec(2, 1.6)))});
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QVERIFY(p95.basis == Effect::Basis::point);
        QVERIFY(!p95.ci95);
        QCOMPARE(word(p95.verdict), std::string("fail"));
        QCOMPARE(said(p95.change), std::string("unclear"));
        QVERIFY(candidate.distributions.empty());
    }

    void noRequestsInOneRun()
    {
        auto silent = spec(2);
        silent.perSecond = 0;
        for (const bool baseIsSilent : {false, true}) {
            const auto candidate = baseIsSilent ? compared(silent, spec(1)) : compared(spec(1), silent);
            QCOMPARE(word(candidate.verdict), std::string("not-measured"));
            QVERIFY(contains(candidate.sentence, baseIsSilent ? "of the base" : "of the candidate"));
        }
        auto alsoSilent = silent;
        alsoSilent.seed = 3;
        QCOMPARE(word(compared(silent, alsoSilent).verdict), std::string("not-measured"));
    }

    void allErrors()
    {
        auto broken = spec(2);
        broken.failShare = 1.1;
        const auto fails = compared(spec(1), broken);
        QCOMPARE(word(fails.verdict), std::string("fail"));
        QCOMPARE(word(rowOf(fails, "error_rate").verdict), std::string("fail"));
        QCOMPARE(word(rowOf(fails, "latency_ms.p95").verdict), std::string("not-measured"));
        // A base of failures says nothing, whichever way the candidate went.
        QCOMPARE(word(compared(broken, spec(1)).verdict), std::string("not-measured"));
        auto alsoBroken = broken;
        alsoBroken.seed = 3;
        QCOMPARE(word(compared(broken, alsoBroken).verdict), std::string("not-measured"));
    }

    void moreErrorsFail()
    {
        auto failing = spec(2);
        failing.failShare = 0.08;
        const auto candidate = compared(spec(1), failing);
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
        auto base = spec(1), other = spec(2);
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
            auto base = comparedRun(spec(1)), other = comparedRun(spec(2));
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
        auto base = comparedRun(spec(1)), other = comparedRun(spec(2));
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
            auto shorter = spec(2);
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
        auto base = comparedRun(spec(1)), other = comparedRun(spec(2));
        other.generator.verdict = "invalid";
        other.generator.reasons = {{"busy", "its busiest thread used 97 % of a core."}};
        const auto candidate = compared({base}, {other});
        QCOMPARE(word(candidate.verdict), std::string("invalid"));
        QVERIFY(contains(candidate.sentence, "97 %"));
    }

    void stepsOfOneRunOnlyAreListed()
    {
        auto other = spec(2);
        other.steps = {"validate", "ship"};
        const auto candidate = compared(spec(1), other);
        QCOMPARE(candidate.removed.size(), std::size_t{1});
        QCOMPARE(candidate.removed[0].step, std::string("pay"));
        QCOMPARE(candidate.added[0].step, std::string("ship"));
        QVERIFY_EXCEPTION_THROWN(rowOf(candidate, "rps", "ship"), std::runtime_error);
        QVERIFY(differing(candidate, "steps") != nullptr);
        other.steps = {"a", "b"};
        const auto strange = compared(spec(1), other);
        QVERIFY(!strange.comparable);
        QCOMPARE(word(strange.verdict), std::string("inconclusive"));
    }

    void twoToTwenty()
    {
        const auto report = comparedRun(spec(1));
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
        again.add(comparedRun(spec(2)));
        QVERIFY(!compareRuns(again.sets, test::defaultRules(), nullptr, [](std::size_t) { return false; }));
    }

    void theSameFilesGiveTheSameBytes()
    {
        const auto text = [] {
            test::ComparedSets sets;
            sets.add(comparedRounds(shortRun(1), 3, 0.02));
            sets.add(comparedRun(spec(9, 1.1)));
            sets.add(comparedRun(spec(10, 1.3)));
            const auto comparison = compareRuns(sets.sets, test::defaultRules(), nullptr).value();
            return dumpJson(comparisonJson(comparison)) + comparisonText(comparison);
        };
        QCOMPARE(text(), text());
    }

    void jsonHasTheShapeOfProductMd()
    {
        test::ComparedSets sets;
        sets.add(comparedRun(spec(1)));
        auto other = spec(2, 1.6);
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

    void withoutBaselineThereIsNoVerdict()
    {
        const auto comparison = withoutBaseline("checkout", "Nothing is pinned.");
        QCOMPARE(comparisonExitCode(comparison, false), 4);
        QVERIFY(comparisonJson(comparison).at("verdict") == Json("no-baseline"));
        QCOMPARE(comparisonJson(comparison).at("candidates").size(), std::size_t{0});
    }

    void noiseComesFromThreeRunsOn()
    {
        const auto reports = comparedRounds(shortRun(50), 8, 0.04);
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
        sets.add(comparedRun(spec(1)));
        sets.add(comparedRun(spec(2, 1.5)));
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

PLUMB_TEST_MAIN(TestCompare)
#include "tst_compare.moc"
