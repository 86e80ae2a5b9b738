// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/latencyheatmap.h"

#include <algorithm>
#include <cmath>

namespace plumb::models {

namespace {

constexpr double bandsPerDecade = 24.0;
constexpr int mostBands = 96;

double middleOf(const stats::HdrHistogram::Bucket& bucket)
{
    // In µs; the first bucket starts at 0, which has no logarithm.
    return std::max(0.5, (static_cast<double>(bucket.lowest) + static_cast<double>(bucket.highest)) / 2.0);
}

} // namespace

LatencyHeatMap latencyHeatMap(const report::Windows& windows)
{
    LatencyHeatMap map;
    map.start_s = windows.start_s;
    map.interval_s = windows.interval_s;
    std::vector<std::vector<stats::HdrHistogram::Bucket>> buckets;
    double lowest = 0.0;
    double highest = 0.0;
    for (const auto& text : windows.histograms) {
        LatencyHeatMap::Column column;
        buckets.emplace_back();
        const auto histogram = text.empty() ? Result<stats::HdrHistogram>(stats::HdrHistogram())
                                            : stats::HdrHistogram::decode(text);
        if (histogram && !histogram->empty()) {
            const auto percentile = [&](double percent) {
                return static_cast<double>(histogram->valueAtPercentile(percent)) / 1000.0;
            };
            column.total = histogram->totalCount();
            column.p50 = percentile(50.0);
            column.p95 = percentile(95.0);
            column.p99 = percentile(99.0);
            column.max = static_cast<double>(histogram->max()) / 1000.0;
            buckets.back() = histogram->buckets();
            const auto first = middleOf(buckets.back().front());
            lowest = lowest == 0.0 ? first : std::min(lowest, first);
            highest = std::max(highest, middleOf(buckets.back().back()));
        }
        map.columns.push_back(std::move(column));
    }
    if (lowest == 0.0)
        return map;
    // A little air, so that a single value has a band round it.
    const auto from = std::log10(lowest) - 0.01;
    const auto to = std::log10(highest) + 0.01;
    const auto bands = std::clamp(static_cast<int>(std::ceil((to - from) * bandsPerDecade)), 1, mostBands);
    for (int i = 0; i <= bands; ++i)
        map.edges_ms.push_back(std::pow(10.0, from + (to - from) * i / bands) / 1000.0);
    for (std::size_t i = 0; i < map.columns.size(); ++i) {
        auto& column = map.columns[i];
        column.counts.assign(static_cast<std::size_t>(bands), 0);
        for (const auto& bucket : buckets[i]) {
            const auto place = (std::log10(middleOf(bucket)) - from) / (to - from) * bands;
            auto& cell
                = column.counts[static_cast<std::size_t>(std::clamp(static_cast<int>(place), 0, bands - 1))];
            cell += bucket.count;
            map.largest = std::max(map.largest, cell);
        }
    }
    return map;
}

} // namespace plumb::models
