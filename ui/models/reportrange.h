// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportview.h"

namespace plumb::models {

/// A part of a run, in seconds since its start.
struct TimeRange
{
    double from_s = 0.0;
    double to_s = 0.0;
    bool operator==(const TimeRange&) const = default;
};

/// The figures of a part of a run. Latencies come from the merged windows of the part, never from averaged
/// percentiles; whatever phase a request belongs to, it counts where it ended.
struct RangeFigures
{
    TimeRange range; ///< whole windows
    std::int64_t finished = 0, failed = 0;
    std::optional<double> rps, error_rate;
    report::Summary response;
    PercentileCurve curve;
    /// By step index. Windows hold latencies only: what failed is known for the run alone.
    std::vector<report::Summary> steps;
    std::vector<PercentileCurve> stepCurves;
    /// Over all steps, by code; empty too where the report does not keep them over time.
    std::map<std::string, std::int64_t> outcomes, reasons;
};

/// @p asked widened to the edges of the coarsest windows of the report, so that the run and its steps speak
/// of the same time, and cut at the end of the run. Nothing where the report has no windows there.
[[nodiscard]] std::optional<TimeRange> snapped(const report::Report& report, const TimeRange& asked);

/// Decodes and merges: some milliseconds to some hundred, for a pool thread. Damaged windows are left out.
[[nodiscard]] std::optional<RangeFigures> figuresIn(const report::Report& report, const TimeRange& asked);

} // namespace plumb::models
