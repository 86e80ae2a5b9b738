// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"

namespace plumb::report {

void CommandUse::add(const CommandUse& other)
{
    if (other.count == 0) {
        return;
    }
    const double share = static_cast<double>(other.count) / static_cast<double>(count + other.count);
    const auto join = [share](Figure& mine, const Figure& theirs) {
        mine.mean += (theirs.mean - mine.mean) * share;
        mine.max = std::max(mine.max, theirs.max);
    };
    join(user_cpu_s, other.user_cpu_s);
    join(system_cpu_s, other.system_cpu_s);
    join(peak_rss_mb, other.peak_rss_mb);
    count += other.count;
}

Summary Summary::of(const stats::HdrHistogram& histogram)
{
    Summary summary;
    summary.count = histogram.totalCount();
    if (histogram.empty()) {
        return summary;
    }
    const auto percentile = [&histogram](double percent) {
        return static_cast<double>(histogram.valueAtPercentile(percent)) / 1000.0;
    };
    summary.min = static_cast<double>(histogram.min()) / 1000.0;
    summary.mean = histogram.mean() / 1000.0;
    summary.p50 = percentile(50);
    summary.p75 = percentile(75);
    summary.p90 = percentile(90);
    summary.p95 = percentile(95);
    summary.p99 = percentile(99);
    summary.p999 = percentile(99.9);
    summary.max = static_cast<double>(histogram.max()) / 1000.0;
    summary.stddev = histogram.stddev() / 1000.0;
    return summary;
}

std::optional<double> Summary::value(std::string_view statistic) const
{
    const std::pair<std::string_view, const std::optional<double>&> known[]{{"min", min}, {"mean", mean},
        {"p50", p50}, {"p75", p75}, {"p90", p90}, {"p95", p95}, {"p99", p99}, {"p99_9", p999}, {"max", max},
        {"stddev", stddev}};
    for (const auto& [name, figure] : known) {
        if (name == statistic) {
            return figure;
        }
    }
    return std::nullopt;
}

bool percentileTrusted(double percent, std::int64_t count)
{
    // p99 from 1,000 values on. Compared as a product: 10 / (1 - 0.999) is 10000.000000000009 in binary.
    return static_cast<double>(count) * (100.0 - percent) >= 1000.0 - 1e-6;
}

} // namespace plumb::report
