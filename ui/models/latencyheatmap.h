// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <optional>
#include <vector>

namespace plumb::models {

/// How many answers took how long, over time: a column per window, a row per band of latency. Bands are
/// equally wide on a logarithmic axis.
struct LatencyHeatMap
{
    double start_s = 0.0;
    double interval_s = 1.0;
    std::vector<double> edges_ms; ///< ascending, one more than there are bands
    struct Column
    {
        std::vector<std::int64_t> counts; ///< by band, the fastest first
        std::int64_t total = 0;
        std::optional<double> p50, p95, p99, max; ///< ms, of the window itself
    };
    std::vector<Column> columns;
    std::int64_t largest = 0; ///< of all cells

    [[nodiscard]] bool empty() const { return largest == 0; }
    [[nodiscard]] std::size_t bands() const { return edges_ms.empty() ? 0 : edges_ms.size() - 1; }
};

/// At most 96 bands between the fastest and the slowest answer, 24 to a power of ten while they fit. Damaged
/// windows are left empty.
[[nodiscard]] LatencyHeatMap latencyHeatMap(const report::Windows& windows);

} // namespace plumb::models
