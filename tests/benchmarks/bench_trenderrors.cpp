// SPDX-License-Identifier: GPL-3.0-or-later
// How often change points are seen where nothing changed and missed where something did, by simulation with
// fixed seeds, Apache Otava's algorithm beside ours; and how long a history takes. Judges nothing.
#include "judge/trend.h"
#include "stats/gatedchanges.h"
#include "stats/steadystate.h"
#include "tests/support/noise.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

using namespace plumb;

namespace {

constexpr int histories = 1000;
constexpr std::size_t before = 50; ///< runs before a step

struct Kind
{
    const char* name;
    double sigma, phi, spikes;
};

constexpr Kind kinds[] = {{"noise of 2 %", 0.02, 0.0, 0.0}, {"2 %, runs depend (0.5)", 0.02, 0.5, 0.0},
    {"2 % and 3 % spikes of +50 %", 0.02, 0.0, 0.03}, {"noise of 5 %", 0.05, 0.0, 0.0}};

std::vector<double> made(const Kind& kind, std::uint64_t seed, std::size_t count, double step)
{
    test::Noise noise(seed * 7919 + 13);
    auto values = noise.series(count, kind.sigma, kind.phi);
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = 100.0 * std::exp(values[i]) * (i >= before ? step : 1.0);
        values[i] *= noise.uniform() < kind.spikes ? 1.5 : 1.0;
    }
    return values;
}

double percent(int count)
{
    return 100.0 * count / histories;
}

void falseAlarms()
{
    std::printf("Level histories with a change point, of %d (ours: confirmed or provisional)\n", histories);
    for (const auto& kind : kinds) {
        for (const std::size_t count : {10U, 20U, 50U, 100U}) {
            int ours = 0, confirmed = 0, otava = 0;
            for (int i = 0; i < histories; ++i) {
                const auto values = made(kind, static_cast<std::uint64_t>(i), count, 1.0);
                const auto found = *stats::gatedChanges(values);
                ours += found.changes.empty() ? 0 : 1;
                confirmed += std::any_of(found.changes.begin(), found.changes.end(),
                                 [](const stats::GatedChange& change) { return !change.provisional; })
                    ? 1
                    : 0;
                otava += stats::edivisive(values)->empty() ? 0 : 1;
            }
            std::printf("  %-28s %3zu runs: ours %5.1f %%, confirmed %5.1f %%, Otava %5.1f %%\n", kind.name,
                count, percent(ours), percent(confirmed), percent(otava));
        }
    }
}

void power()
{
    std::printf("Steps of +10 %% after %zu runs that are found within 2 runs of where they are\n", before);
    for (const auto& kind : kinds) {
        for (const std::size_t after : {1U, 2U, 3U, 5U, 8U}) {
            int confirmed = 0, ours = 0, otava = 0;
            const auto fits = [](std::size_t index) { return index + 2 >= before && index <= before + 2; };
            for (int i = 0; i < histories; ++i) {
                const auto values = made(kind, static_cast<std::uint64_t>(i), before + after, 1.1);
                bool any = false, sure = false;
                const auto found = *stats::gatedChanges(values);
                for (const auto& change : found.changes) {
                    any = any || fits(change.index);
                    sure = sure || (fits(change.index) && !change.provisional);
                }
                ours += any ? 1 : 0;
                confirmed += sure ? 1 : 0;
                const auto points = *stats::edivisive(values);
                otava += std::any_of(points.begin(), points.end(),
                             [&fits](const stats::ChangePoint& point) { return fits(point.index); })
                    ? 1
                    : 0;
            }
            std::printf("  %-28s %zu runs later: ours %5.1f %%, confirmed %5.1f %%, Otava %5.1f %%\n",
                kind.name, after, percent(ours), percent(confirmed), percent(otava));
        }
    }
}

void steadyStates()
{
    constexpr int runs = 400;
    std::printf("Runs of 120 seconds by their class, of %d\n", runs);
    for (const double phi : {0.0, 0.6, 0.9}) {
        int level = 0, late = 0;
        for (int i = 0; i < runs; ++i) {
            for (const bool shifted : {false, true}) {
                stats::SteadyInput input;
                input.latency = test::Noise(static_cast<std::uint64_t>(i)).series(120, 0.05, phi);
                for (std::size_t second = 0; second < 120; ++second) {
                    input.latency[second]
                        = 50.0 * std::exp(input.latency[second]) * (shifted && second >= 90 ? 1.25 : 1.0);
                }
                const bool settled = stats::steadyState(input).settled();
                (shifted ? late : level) += settled ? 0 : 1;
            }
        }
        std::printf("  noise of 5 %%, seconds depend (%.1f): level but called unsettled %5.1f %%, +25 %% at "
                    "second 90 "
                    "called unsettled %5.1f %%\n",
            phi, 100.0 * level / runs, 100.0 * late / runs);
    }
}

void speed(std::size_t count, bool steps)
{
    judge::TrendInput input;
    input.metric = "latency_ms.p95";
    input.unit = "ms";
    const auto noise = test::Noise(1).series(count, 0.02);
    for (std::size_t i = 0; i < count; ++i) {
        judge::TrendPoint point;
        point.value = 100.0 * std::exp(noise[i]) * (steps && i / 100 % 2 == 1 ? 1.2 : 1.0);
        input.points.push_back(std::move(point));
    }
    double best = 1e9;
    std::size_t changes = 0;
    for (int round = 0; round < 5; ++round) {
        const auto start = std::chrono::steady_clock::now();
        changes = judge::trend(input)->changes.size();
        const auto took = std::chrono::steady_clock::now() - start;
        best = std::min(best, std::chrono::duration<double, std::milli>(took).count());
    }
    std::printf("  %6zu points, %3zu changes: %7.1f ms\n", count, changes, best);
}

} // namespace

int main()
{
    falseAlarms();
    power();
    steadyStates();
    std::printf("Trend of a history, best of 5\n");
    speed(5000, false);
    speed(5000, true);
    speed(100'000, false);
    return 0;
}
