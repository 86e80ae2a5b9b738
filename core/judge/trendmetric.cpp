// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/trendmetric.h"

namespace plumb::judge {

void describeMetric(TrendInput& input, const std::string& metric)
{
    const auto name = metric::parseMetricName(metric);
    if (!name) {
        return;
    }
    input.unit = std::string(name->metric->unit);
    input.better = name->metric->better;
    input.absolute = name->metric->unit == "fraction" ? 0.001 : 0.0;
}

} // namespace plumb::judge
