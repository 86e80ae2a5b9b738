// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metric/limit.h"
#include "metric/metricname.h"
#include "scenario/prepare.h"

#include <optional>

namespace plumb::scenario {

/// An entry of `stop_when`: the run ends where the metric over a sliding window hits the limit.
struct StopRule
{
    std::string name; ///< as written, else "latency_ms.p95 of step:login > 800 over 10 s"
    metric::MetricName metric;
    metric::Limit limit; ///< absolute
    std::string of = "run"; ///< "run", "step:NAME", "pattern:NAME"
    double over_s = 10.0; ///< > 0
};

/// Reads @p rule, which stands at @p path. Nothing where there are problems: a field is missing or has the
/// wrong type, the metric is not known while a run goes on or not of such a part of it, the limit is none.
std::optional<StopRule> stopRuleFromJson(
    const Json& rule, const std::string& path, std::vector<Problem>& problems);

/// The NAME in `of` where it begins with @p kind ("step:", "pattern:"); nothing where it does not.
std::optional<std::string_view> partNamed(std::string_view of, std::string_view kind);

} // namespace plumb::scenario
