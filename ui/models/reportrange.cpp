// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportrange.h"

#include <algorithm>
#include <cmath>

namespace plumb::models {

namespace {

constexpr double tolerance = 1e-9; // edges are sums of binary fractions

/// The windows whose middle lies in the range: all of them whole, since the range is made of their edges.
stats::HdrHistogram merged(const report::Windows& windows, const TimeRange& range)
{
    stats::HdrHistogram all;
    for (std::size_t i = 0; i < windows.histograms.size(); ++i) {
        const auto middle = windows.start_s + (static_cast<double>(i) + 0.5) * windows.interval_s;
        if (middle < range.from_s || middle > range.to_s || windows.histograms[i].empty())
            continue;
        if (const auto histogram = stats::HdrHistogram::decode(windows.histograms[i]))
            all.merge(*histogram);
    }
    return all;
}

/// Adds what each code counts in the row.
void addRow(const std::map<std::string, std::vector<std::int64_t>>& codes, std::size_t row,
    std::map<std::string, std::int64_t>& sums)
{
    for (const auto& [code, counts] : codes)
        if (row < counts.size() && counts[row] > 0)
            sums[code] += counts[row];
}

double coarsestInterval(const report::Report& report)
{
    auto interval = report.series.windows.interval_s;
    for (const auto& step : report.steps)
        if (!step.windows.histograms.empty())
            interval = std::max(interval, step.windows.interval_s);
    return interval;
}

} // namespace

std::optional<TimeRange> snapped(const report::Report& report, const TimeRange& asked)
{
    const auto& windows = report.series.windows;
    const auto interval = coarsestInterval(report);
    if (windows.histograms.empty() || !(interval > 0.0))
        return std::nullopt;
    const auto end = windows.start_s + static_cast<double>(windows.histograms.size()) * windows.interval_s;
    const auto from = std::max(std::min(asked.from_s, asked.to_s), windows.start_s);
    const auto to = std::min(std::max(asked.from_s, asked.to_s), end);
    if (!(to > from))
        return std::nullopt;
    const auto slot = [&](double t) { return (t - windows.start_s) / interval; };
    return TimeRange{windows.start_s + std::floor(slot(from) + tolerance) * interval,
        std::min(windows.start_s + std::ceil(slot(to) - tolerance) * interval, end)};
}

std::optional<RangeFigures> figuresIn(const report::Report& report, const TimeRange& asked)
{
    const auto range = snapped(report, asked);
    if (!range)
        return std::nullopt;
    RangeFigures figures;
    figures.range = *range;
    const auto response = merged(report.series.windows, *range);
    figures.response = report::Summary::of(response);
    figures.curve = percentileCurve(response);
    for (const auto& step : report.steps) {
        const auto histogram = merged(step.windows, *range);
        figures.steps.push_back(report::Summary::of(histogram));
        figures.stepCurves.push_back(percentileCurve(histogram));
    }
    const auto& rows = report.series;
    double covered = 0.0;
    for (std::size_t i = 0; i < rows.t.size(); ++i) {
        const auto start = i == 0 ? 0.0 : rows.t[i - 1];
        const auto middle = (start + rows.t[i]) / 2.0;
        if (middle < range->from_s || middle > range->to_s)
            continue;
        covered += rows.t[i] - start;
        if (i < rows.count.size() && std::isfinite(rows.count[i]))
            figures.finished += std::llround(rows.count[i]);
        if (i < rows.failed.size() && std::isfinite(rows.failed[i]))
            figures.failed += std::llround(rows.failed[i]);
        addRow(rows.outcomes, i, figures.outcomes);
        addRow(rows.reasons, i, figures.reasons);
    }
    if (covered > 0.0 && !rows.count.empty())
        figures.rps = static_cast<double>(figures.finished) / covered;
    if (figures.finished > 0)
        figures.error_rate = static_cast<double>(figures.failed) / static_cast<double>(figures.finished);
    return figures;
}

} // namespace plumb::models
