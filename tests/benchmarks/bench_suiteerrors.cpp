// SPDX-License-Identifier: GPL-3.0-or-later
// How often comparisons of suites are wrong: made-up suites with known truths, seeds fixed, so that the
// figures are the same on every machine. Prints a table; README holds it.
//   bench_suiteerrors [PAIRS (1000)] [ROUNDS (5)]
#include "tests/core/judge/comparefixture.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace plumb;

constexpr double betweenSd = 0.03; ///< run-to-run spread, of logarithms
constexpr double secondSd = 0.05, secondCorrelation = 0.6; ///< level of the seconds inside a run

struct Counts
{
    int worse = 0, better = 0, same = 0, failed = 0, warned = 0, passed = 0, open = 0;
};

/// Rounds of one step for 60 s at 60 requests/s.
std::vector<report::Report> suite(std::uint64_t seed, std::size_t rounds, double factor)
{
    test::ComparedRunSpec spec;
    spec.seed = seed;
    spec.steps = {"validate"};
    spec.level_sd = secondSd;
    spec.phi = secondCorrelation;
    spec.factor = factor;
    return test::comparedRounds(spec, rounds, betweenSd);
}

Counts countPairs(int pairs, std::size_t rounds, double factor)
{
    Counts counts;
    const auto rules = test::defaultRules();
    for (int i = 0; i < pairs; ++i) {
        const auto seed = static_cast<std::uint64_t>(i) * 1000;
        test::ComparedSets sets;
        sets.add(suite(1'000'000 + seed, rounds, 1.0));
        sets.add(suite(1'000'500 + seed, rounds, factor));
        const auto comparison = judge::compareRuns(sets.sets, rules, nullptr);
        if (!comparison) {
            std::fprintf(stderr, "%s\n", comparison.error().text().c_str());
            std::exit(1);
        }
        const auto& row = test::rowOf(comparison->candidates.front(), "latency_ms.p95");
        counts.worse += row.change == judge::Change::worse ? 1 : 0;
        counts.better += row.change == judge::Change::better ? 1 : 0;
        counts.same += row.change == judge::Change::same ? 1 : 0;
        const auto verdict = row.verdict.value_or(metric::Verdict::notMeasured);
        counts.failed += verdict == metric::Verdict::fail ? 1 : 0;
        counts.warned += verdict == metric::Verdict::warn ? 1 : 0;
        counts.passed += verdict == metric::Verdict::pass ? 1 : 0;
        counts.open += verdict == metric::Verdict::inconclusive ? 1 : 0;
    }
    return counts;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int pairs = argc > 1 ? std::atoi(argv[1]) : 1000;
    const auto rounds = static_cast<std::size_t>(argc > 2 ? std::atoi(argv[2]) : 5);
    if (pairs < 1 || rounds < 1) {
        std::fprintf(stderr, "usage: bench_suiteerrors [PAIRS] [ROUNDS]\n");
        return 2;
    }
    std::printf(
        "%d pairs of suites of %zu rounds, %.0f %% spread between runs, seconds with %.0f %% spread and "
        "correlation %.1f; p95, default rules\n",
        pairs, rounds, 100.0 * betweenSd, 100.0 * secondSd, secondCorrelation);
    std::printf("%-8s %8s %8s %8s %8s | %8s %8s %8s %12s\n", "truth", "worse", "same", "unclear", "better",
        "fail", "warn", "pass", "inconclusive");
    for (const double factor : {1.0, 1.1, 1.2, 1.3}) {
        const auto c = countPairs(pairs, rounds, factor);
        const auto share = [pairs](int count) { return 100.0 * count / pairs; };
        std::printf("%+7.0f%% %7.1f%% %7.1f%% %7.1f%% %7.1f%% | %7.1f%% %7.1f%% %7.1f%% %11.1f%%\n",
            100.0 * (factor - 1.0), share(c.worse), share(c.same), share(pairs - c.worse - c.same - c.better),
            share(c.better), share(c.failed), share(c.warned), share(c.passed), share(c.open));
        std::fflush(stdout);
    }
    return 0;
}
