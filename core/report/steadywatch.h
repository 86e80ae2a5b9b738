// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace plumb::report {

/// The part of a run in which its load was meant to be constant, seconds since the start of the run.
struct ConstantPart
{
    double from_s = 0.0, to_s = 0.0;
};

/// Whether the run came to rest in @p part: its class after reference/stats.md section 5, from the median
/// response time of each row and, in closed models, from the rate. Times are since the start of the run.
SteadyReport steadyOf(const TimeSeries& series, const ConstantPart& part, bool closedModel);

} // namespace plumb::report
