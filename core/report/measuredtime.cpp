// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/measuredtime.h"

namespace plumb::report {

std::vector<MeasuredSpan> measuredSpans(const Report& report, const std::string& pattern)
{
    std::vector<MeasuredSpan> spans;
    for (const auto& turn : report.turns) {
        if (pattern.empty() || turn.pattern == pattern) {
            spans.push_back({turn.start_s, turn.end_s});
        }
    }
    if (!report.turns.empty()) {
        return spans;
    }
    for (const auto& phase : report.phases) {
        if (phase.phase == Phase::measure) {
            spans.push_back({phase.start_s, phase.end_s});
        }
    }
    return spans;
}

double measuredSeconds(const Report& report)
{
    if (report.totals.measured_s) {
        return *report.totals.measured_s;
    }
    double seconds = 0.0;
    for (const auto& span : measuredSpans(report)) {
        seconds += span.end_s - span.start_s;
    }
    return seconds;
}

} // namespace plumb::report
