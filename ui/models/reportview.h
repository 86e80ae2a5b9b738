// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/models/latencyheatmap.h"

#include <QString>

#include <memory>
#include <vector>

namespace plumb::models {

/// A distribution as a curve: the value in ms that the fraction `percentile` of all does not exceed, evenly
/// spaced over 1 / (1 - percentile), up to the last value.
struct PercentileCurve
{
    std::vector<double> percentile, value;
    std::int64_t count = 0;
};
[[nodiscard]] PercentileCurve percentileCurve(const stats::HdrHistogram& histogram);

/// A report with everything the screen draws from it, made once in a pool thread.
struct ReportView
{
    report::Report report;
    QString file; ///< where it was read from
    PercentileCurve response, service; ///< of the run: all steps of patterns, merged
    std::vector<PercentileCurve> stepResponse, stepService; ///< by step index
    LatencyHeatMap heatMap;
    QString scenarioText; ///< indented JSON, masked
};

/// Decodes histograms; damaged ones are left out.
[[nodiscard]] std::shared_ptr<const ReportView> makeReportView(report::Report report, const QString& file);

} // namespace plumb::models
