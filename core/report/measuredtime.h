// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace plumb::report {

/// Seconds since the start of the run.
struct MeasuredSpan
{
    double start_s = 0.0, end_s = 0.0;
};

/// When the run was measured: the measure phase, or where patterns ran in turn each turn by itself, since
/// pauses and warm-ups lie between them. With @p pattern: only when that pattern was.
std::vector<MeasuredSpan> measuredSpans(const Report& report, const std::string& pattern = {});

/// Length of the measure phase, of all turns together where patterns ran in turn.
double measuredSeconds(const Report& report);

} // namespace plumb::report
