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

/// What a report says of its coming to rest: of the run, or of each turn of patterns that ran in turn.
struct SteadyPart
{
    std::string pattern; ///< of the turn; empty: the run
    const SteadyReport* steady = nullptr; ///< of the report
};
/// Those of @p report, but for parts that were too short to tell.
std::vector<SteadyPart> steadyParts(const Report& report);

} // namespace plumb::report
