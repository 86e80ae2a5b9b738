// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/kindtotals.h"

namespace plumb::report {

KindTotals kindTotals(const Report& report, std::string_view kind)
{
    KindTotals totals;
    stats::HdrHistogram merged;
    bool whole = true;
    for (const auto& step : report.steps) {
        if (step.kind != kind) {
            continue;
        }
        totals.count += step.count;
        totals.failed += step.failed;
        totals.use.add(step.command);
        if (step.rows) {
            totals.rows = totals.rows.value_or(0) + *step.rows;
        }
        const auto& encoded = step.histograms[static_cast<std::size_t>(Series::response)];
        const auto histogram = stats::HdrHistogram::decode(encoded);
        if (!encoded.empty() && histogram) {
            merged.merge(*histogram);
        } else {
            whole = whole && step.summary(Series::response).count == 0;
        }
    }
    if (whole) {
        totals.latency = Summary::of(merged);
    }
    const double seconds = measuredSeconds(report);
    if (seconds > 0.0 && totals.count > 0) {
        totals.per_s = static_cast<double>(totals.count) / seconds;
        if (totals.rows) {
            totals.rows_per_s = static_cast<double>(*totals.rows) / seconds;
        }
    }
    return totals;
}

} // namespace plumb::report
