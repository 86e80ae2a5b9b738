// SPDX-License-Identifier: GPL-3.0-or-later
// What a comparison takes: two reports of 20 steps, and twenty of them, from the files to the verdict. Goals:
// 100 ms and 1 s.
#include "base/files.h"
#include "judge/readruns.h"
#include "tests/core/judge/comparefixture.h"

#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

using namespace plumb;

namespace {

/// Milliseconds of @p work: the median of five.
template <class Work>
double millis(Work work)
{
    std::array<double, 5> timings{};
    for (double& timing : timings) {
        const auto start = std::chrono::steady_clock::now();
        work();
        timing = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    }
    std::sort(timings.begin(), timings.end());
    return timings[timings.size() / 2];
}

} // namespace

int main()
{
    QTemporaryDir folder;
    std::vector<std::filesystem::path> files;
    test::ComparedRunSpec spec;
    spec.steps.clear();
    for (int i = 0; i < 20; ++i) {
        spec.steps.push_back("step" + std::to_string(i));
    }
    spec.seconds = 120; // windows of a second for each step: the most there are
    spec.perSecond = 50;
    std::size_t bytes = 0;
    for (std::uint64_t i = 0; i < 20; ++i) {
        spec.seed = i + 1;
        const auto text = dumpJson(toJson(test::comparedRun(spec)));
        bytes = std::max(bytes, text.size());
        files.emplace_back(folder.path().toStdString() + "/" + std::to_string(i) + ".json");
        if (!writeFileAtomic(files.back(), text)) {
            return 1;
        }
    }
    const auto rules = test::defaultRules();
    std::printf("reports of 20 steps, 120 s, %zu bytes each\n", bytes);
    for (const std::size_t count : {std::size_t{2}, std::size_t{20}}) {
        bool good = true;
        double reading = 0.0;
        const double whole = millis([&] {
            const auto start = std::chrono::steady_clock::now();
            test::ComparedSets sets;
            auto reports = judge::readRuns(std::span(files).first(count));
            good = good && reports.has_value();
            for (auto& report : *reports) {
                sets.add(std::move(report));
            }
            reading
                = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
            const auto comparison = judge::compareRuns(sets.sets, rules, nullptr);
            good = good && comparison && comparison->candidates.size() == count - 1;
        });
        std::printf("%2zu reports: %7.1f ms, of which reading the files %7.1f ms\n", count, whole, reading);
        if (!good) {
            return 1;
        }
    }
    return 0;
}
