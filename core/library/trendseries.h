// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/trend.h"
#include "library/library.h"

namespace plumb::library {

/// Which runs and which figure of them.
struct TrendQuery
{
    std::string operation;
    std::optional<std::string> environment; ///< absent: that of the newest run
    std::string metric = "latency_ms.p95";
    std::string of = "run"; ///< or "step:NAME"
    std::optional<int> days; ///< only runs that started within so many days before now
    std::int64_t now_ms = 0; ///< wall clock; runs that start more than an hour later do not count
};

/// The runs of an operation in one environment, oldest first, from the index and the notes beside the reports
/// alone. Runs that were ended early, are invalid, were noted as noise, start in the future or have no value
/// are there and do not count. What is pinned is taken from all days. The library has to be up to date.
/// Errors: an unknown metric, a metric the index does not keep, no runs of this operation or environment.
Result<judge::TrendInput> trendSeries(Library& library, const TrendQuery& query);

} // namespace plumb::library
