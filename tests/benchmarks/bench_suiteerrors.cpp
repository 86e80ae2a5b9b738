// SPDX-License-Identifier: GPL-3.0-or-later
// How often comparisons of suites are wrong: made-up suites with known truths, seeds fixed, so that the
// figures are the same on every machine. Prints a table; README holds it.
//   bench_suiteerrors [PAIRS (1000)] [ROUNDS (5)] [STEPS (1)] [SEED (1)]
// With several steps the last column says how many comparisons call any of all their figures worse.
#include "tests/core/judge/comparefixture.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace plumb;

constexpr double betweenSd = 0.03; ///< run-to-run spread, of logarithms
constexpr double secondSd = 0.05, secondCorrelation = 0.6; ///< level of the seconds inside a run

struct Counts
{
    int worse = 0, better = 0, same = 0, failed = 0, warned = 0, passed = 0, open = 0;
    int anyWorse = 0; ///< comparisons with a figure of the run or of a step that is called worse
};

struct Setting
{
    int pairs = 1000;
    std::size_t rounds = 5;
    int steps = 1;
    std::uint64_t seed = 1;
};

/// Rounds for 60 s at 60 requests/s of each step.
std::vector<report::Report> suite(std::uint64_t seed, const Setting& setting, double factor)
{
    test::ComparedRunSpec spec;
    spec.seed = seed;
    spec.steps = {"validate"};
    for (int i = 1; i < setting.steps; ++i) {
        spec.steps.push_back("step" + std::to_string(i));
    }
    spec.level_sd = secondSd;
    spec.phi = secondCorrelation;
    spec.factor = factor;
    return test::comparedRounds(spec, setting.rounds, betweenSd);
}

Counts countPairs(const Setting& setting, double factor)
{
    Counts counts;
    const auto rules = test::defaultRules();
    for (int i = 0; i < setting.pairs; ++i) {
        const auto seed = setting.seed * 1'000'000 + static_cast<std::uint64_t>(i) * 1000;
        test::ComparedSets sets;
        sets.add(suite(seed, setting, 1.0));
        sets.add(suite(500 + seed, setting, factor));
        const auto comparison = judge::compareRuns(sets.sets, rules, nullptr);
        if (!comparison) {
            std::fprintf(stderr, "%s\n", comparison.error().text().c_str());
            std::exit(1);
        }
        const auto& rows = comparison->candidates.front().rows;
        counts.anyWorse += std::any_of(rows.begin(), rows.end(),
                               [](const auto& r) { return r.change == judge::Change::worse; })
            ? 1
            : 0;
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
    const auto number = [&](int place, int usual) { return argc > place ? std::atoi(argv[place]) : usual; };
    const int rounds = number(2, 5), seed = number(4, 1);
    const Setting setting{
        number(1, 1000), static_cast<std::size_t>(rounds), number(3, 1), static_cast<std::uint64_t>(seed)};
    if (setting.pairs < 1 || rounds < 1 || rounds > 100 || setting.steps < 1 || seed < 0) {
        std::fprintf(stderr, "usage: bench_suiteerrors [PAIRS] [ROUNDS] [STEPS] [SEED]\n");
        return 2;
    }
    std::printf(
        "%d pairs of suites of %d rounds of %d steps, seed %d, %.0f %% spread between runs, seconds with "
        "%.0f %% spread and correlation %.1f; p95 of the run, default rules\n",
        setting.pairs, rounds, setting.steps, seed, 100.0 * betweenSd, 100.0 * secondSd, secondCorrelation);
    std::printf("%-8s %8s %8s %8s %8s | %8s %8s %8s %12s | %9s\n", "truth", "worse", "same", "unclear",
        "better", "fail", "warn", "pass", "inconclusive", "any worse");
    for (const double factor : {1.0, 1.1, 1.2, 1.3}) {
        const auto c = countPairs(setting, factor);
        const auto share = [&setting](int count) { return 100.0 * count / setting.pairs; };
        std::printf("%+7.0f%% %7.1f%% %7.1f%% %7.1f%% %7.1f%% | %7.1f%% %7.1f%% %7.1f%% %11.1f%% | %8.1f%%\n",
            100.0 * (factor - 1.0), share(c.worse), share(c.same),
            share(setting.pairs - c.worse - c.same - c.better), share(c.better), share(c.failed),
            share(c.warned), share(c.passed), share(c.open), share(c.anyWorse));
        std::fflush(stdout);
    }
    return 0;
}
