// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/comparisonsentence.h"
#include "tests/core/judge/comparefixture.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace plumb;
using namespace plumb::judge;
using metric::Verdict;
using test::compared;
using test::comparedRounds;
using test::comparedRun;
using test::comparedSpec;
using test::contains;
using test::rowOf;
using test::said;
using test::shortSpec;
using test::word;

/// What comparisons of single runs and of rounds come to. What is amiss with their input, and what they
/// print: tst_comparison.cpp.
class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalSingleRunsPassUnconfirmed()
    {
        const auto candidate = compared(comparedSpec(1), comparedSpec(2));
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
        const auto candidate = compared(comparedSpec(1), comparedSpec(2, 1.6));
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
        const auto candidate = compared(comparedSpec(1), comparedSpec(2, 1.08));
        QCOMPARE(word(candidate.verdict), std::string("pass"));
        const auto& p50 = rowOf(candidate, "latency_ms.p50");
        QVERIFY(p50.ci95->lower > 0.0);
        QCOMPARE(said(p50.change), std::string("worse"));
        QCOMPARE(p50.band, std::string("none"));
    }

    void fiveRoundsConfirm()
    {
        const auto candidate
            = compared(comparedRounds(shortSpec(1), 5, 0.03), comparedRounds(shortSpec(100, 1.3), 5, 0.03));
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
            = compared(comparedRounds(shortSpec(1), 5, 0.02), comparedRounds(shortSpec(100), 5, 0.02));
        QCOMPARE(word(candidate.verdict), std::string("pass"));
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QVERIFY(p95.confirmed);
        QCOMPARE(said(p95.change), std::string("same"));
    }

    /// Five wild rounds: the medians differ by more than the limit, but the interval does not bear it out.
    /// Rounds of a few seconds have no interval of their own, and what is under every limit moved all the
    /// same.
    void aChangeUnderTheLimitsIsNoStandstill()
    {
        const auto brief = [](std::uint64_t seed, double factor) {
            auto run = comparedSpec(seed, factor);
            run.seconds = 3;
            return comparedRounds(run, 5, 0.01);
        };
        const auto candidate = compared(brief(1, 1.0), brief(20, 1.15));
        QCOMPARE(word(candidate.verdict), std::string("pass"));
        QCOMPARE(said(rowOf(candidate, "latency_ms.p50").change), std::string("worse"));
        QVERIFY(contains(candidate.sentence, "No limit is broken: all of "));
        // Without histograms no one can say where it moved, but that it did.
        auto blind = [&brief](std::uint64_t seed, double factor) {
            auto rounds = brief(seed, factor);
            for (auto& report : rounds) {
                for (auto& step : report.steps) {
                    step.histograms = {};
                    step.windows = {};
                }
                report.series = {};
            }
            return rounds;
        };
        const auto told = compared(blind(1, 1.0), blind(20, 1.15));
        QVERIFY(contains(told.sentence, "No limit is broken, but "));
        QVERIFY(contains(told.sentence, " rose by 1"));
    }

    /// Medians that fell a little while most pairs of rounds rose: the sentence follows the change it names.
    void wildMediansDoNotTurnTheSentenceRound()
    {
        const auto side = [](std::uint64_t seed, std::initializer_list<double> factors) {
            std::vector<report::Report> rounds;
            for (const double factor : factors) {
                rounds.push_back(comparedRun(shortSpec(++seed, factor)));
            }
            return rounds;
        };
        const auto candidate
            = compared(side(1, {1.0, 1.0, 1.5, 1.5, 1.5}), side(20, {1.3, 1.3, 1.3, 2.2, 2.2}));
        const auto& p50 = rowOf(candidate, "latency_ms.p50");
        QVERIFY(*p50.delta < 0.0 && *p50.delta_pct > 0.0);
        QVERIFY(contains(candidate.sentence, " rose by "));
        QVERIFY(contains(candidate.sentence, ", though the medians went from "));
    }

    void whatTellsNothingIsNotTheSame()
    {
        const auto wild = [](std::uint64_t seed) { return comparedRounds(shortSpec(seed), 5, 0.4); };
        for (const std::uint64_t seed : {1U, 101U, 201U}) {
            const auto candidate = compared(wild(seed), wild(seed + 50));
            QVERIFY(rowOf(candidate, "latency_ms.p50").change != Change::same);
        }
    }

    void wildRoundsTakeAFailureBack()
    {
        const auto candidate
            = compared(comparedRounds(shortSpec(7), 5, 0.25), comparedRounds(shortSpec(300, 1.25), 5, 0.25));
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QVERIFY(!p95.confirmed);
        QVERIFY(p95.verdict && *p95.verdict != Verdict::fail && *p95.verdict != Verdict::pass);
        QVERIFY(p95.rounds_needed > 0);
        QVERIFY(candidate.verdict != Verdict::pass);
    }

    void wildEqualRoundsAreInconclusive()
    {
        const auto candidate
            = compared(comparedRounds(shortSpec(13), 5, 0.3), comparedRounds(shortSpec(500), 5, 0.3));
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QVERIFY2(p95.verdict && *p95.verdict != Verdict::pass,
            (word(p95.verdict) + " " + std::to_string(*p95.delta_pct)).c_str());
        QVERIFY(p95.rounds_needed > 5);
        QVERIFY(candidate.verdict != Verdict::pass);
    }

    /// The machine becomes slower from round to round: what both sides have in common cancels in pairs.
    void roundsByTurnsAreComparedInPairs()
    {
        const auto side = [](std::uint64_t seed, double factor, const std::string& suite) {
            std::vector<report::Report> rounds;
            for (int round = 1; round <= 7; ++round) {
                auto report = comparedRun(
                    shortSpec(seed + static_cast<std::uint64_t>(round), factor * (1.0 + 0.15 * round)));
                if (!suite.empty()) {
                    report.facts["suite_id"] = suite;
                    report.facts["suite_round"] = std::to_string(round);
                }
                rounds.push_back(std::move(report));
            }
            return rounds;
        };
        const auto paired = compared(side(1, 1.0, "s"), side(50, 1.3, "s"));
        const auto& p95 = rowOf(paired, "latency_ms.p95");
        QVERIFY(p95.paired);
        QCOMPARE(said(p95.change), std::string("worse"));
        QCOMPARE(word(p95.verdict), std::string("fail"));
        QVERIFY(p95.confirmed);
        QVERIFY(contains(paired.sentence, "confirmed by 7 rounds against 7, in pairs"));
        QVERIFY(std::abs(*p95.delta_pct - 30.0) < 8.0);
        // Of two suites, or without the facts, nothing is in pairs.
        for (const auto& suite : {std::string("t"), std::string()}) {
            const auto candidate = compared(side(1, 1.0, "s"), side(50, 1.3, suite));
            const auto& apart = rowOf(candidate, "latency_ms.p95");
            QVERIFY(!apart.paired);
            QVERIFY(apart.change != Change::worse);
        }
        // Nothing changed but the machine.
        const auto same = compared(side(1, 1.0, "s"), side(70, 1.0, "s"));
        QCOMPARE(said(rowOf(same, "latency_ms.p95").change), std::string("same"));
        QCOMPARE(word(same.verdict), std::string("pass"));
    }

    void fourRoundsDoNotConfirm()
    {
        const auto candidate
            = compared(comparedRounds(shortSpec(1), 4, 0.02), comparedRounds(shortSpec(100, 1.4), 4, 0.02));
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QCOMPARE(word(p95.verdict), std::string("fail"));
        QVERIFY(p95.basis == Effect::Basis::rounds);
        QVERIFY(!p95.confirmed);
        QCOMPARE(p95.rounds_needed, 1);
    }

    /// What is known of the spread between runs widens the interval of single ones.
    void historyWidensTheInterval()
    {
        const auto narrow = compared(comparedSpec(1), comparedSpec(2));
        NoiseBook noise;
        noise.source = "12 earlier runs";
        noise.entries[{"run", "latency_ms.p95"}] = {{0.05, 11.0}, 0.0};
        const auto wide = compared({comparedRun(comparedSpec(1))}, {comparedRun(comparedSpec(2))}, &noise);
        const auto &a = rowOf(narrow, "latency_ms.p95"), &b = rowOf(wide, "latency_ms.p95");
        QVERIFY(b.basis == Effect::Basis::spread);
        QVERIFY(b.ci95->upper - b.ci95->lower > a.ci95->upper - a.ci95->lower + 20.0);
        QVERIFY(!wide.withinRunOnly);
        // Where nothing is known of a metric, its interval stays within the run.
        QVERIFY(rowOf(wide, "latency_ms.p50").basis == Effect::Basis::withinRun);
    }

    void theTailAloneIsTold()
    {
        auto slow = comparedSpec(2);
        slow.tail = 3.0;
        slow.changed = "validate";
        slow.perSecond = 100;
        auto base = comparedSpec(1);
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
        auto base = comparedSpec(1), slow = comparedSpec(2);
        base.open = slow.open = true;
        slow.achieved = 0.78;
        const auto candidate = compared(base, slow);
        const auto& row = rowOf(candidate, "achieved_ratio");
        QVERIFY(std::abs(*row.delta_pct + 22.0) < 1.0);
        QCOMPARE(word(row.verdict), std::string("fail"));
        QCOMPARE(said(row.change), std::string("worse"));
        QVERIFY_EXCEPTION_THROWN(rowOf(candidate, "rps"), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(rowOf(candidate, "rps", "pay"), std::runtime_error);
        const auto closed = compared(comparedSpec(1), comparedSpec(2));
        QVERIFY_EXCEPTION_THROWN(rowOf(closed, "achieved_ratio"), std::runtime_error);
        QCOMPARE(word(rowOf(closed, "rps").verdict), std::string("pass"));
    }

    void farPercentilesCarryNoVerdict()
    {
        auto base = comparedSpec(1), other = comparedSpec(2);
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
        auto base = comparedSpec(1), other = comparedSpec(2);
        base.perSecond = other.perSecond = 1;
        const auto candidate = compared(base, other);
        QVERIFY(candidate.verdict == Verdict::inconclusive || candidate.verdict == Verdict::notMeasured);
        QVERIFY(!rowOf(candidate, "latency_ms.p95").verdict);
    }

    void aRunWithItself()
    {
        const auto report = comparedRun(comparedSpec(1));
        const auto candidate = compared({report}, {report});
        QVERIFY(!candidate.comparable);
        QCOMPARE(word(candidate.verdict), std::string("inconclusive"));
        QVERIFY(contains(candidate.sentence, "one and the same run"));
        QVERIFY(!rowOf(candidate, "latency_ms.p95").verdict);
    }

    void withoutWindowsIntervalsAreApproximate()
    {
        auto base = comparedSpec(1), other = comparedSpec(2, 1.6);
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
        const auto candidate
            = compared({strip(comparedRun(comparedSpec(1)))}, {strip(comparedRun(comparedSpec(2, 1.6)))});
        const auto& p95 = rowOf(candidate, "latency_ms.p95");
        QVERIFY(p95.basis == Effect::Basis::point);
        QVERIFY(!p95.ci95);
        QCOMPARE(word(p95.verdict), std::string("fail"));
        QCOMPARE(said(p95.change), std::string("unclear"));
        QVERIFY(candidate.distributions.empty());
    }
};

PLUMB_TEST_MAIN(TestCompare)
#include "tst_compare.moc"
