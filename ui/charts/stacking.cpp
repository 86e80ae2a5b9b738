// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stacking.h"

#include <algorithm>
#include <cmath>

namespace plumb::ui {

double StackedColumns::tallest() const
{
    double result = 0.0;
    for (std::size_t column = 0; column < centres.size(); ++column) {
        double height = 0.0;
        for (const auto& one : heights) {
            height += one[column];
        }
        result = std::max(result, height);
    }
    return result;
}

double intervalOf(const std::vector<double>& t)
{
    if (t.size() < 2) {
        return 1.0;
    }
    // The middle one: the last row of a run may be short, and gaps may be long.
    std::vector<double> steps;
    steps.reserve(t.size() - 1);
    for (std::size_t i = 1; i < t.size(); ++i) {
        steps.push_back(t[i] - t[i - 1]);
    }
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle > 0.0 ? *middle : 1.0;
}

StackedColumns stackColumns(const std::vector<TimeSeries>& series, const AxisRange& window, int maxColumns)
{
    StackedColumns result;
    if (series.empty() || series.front().t.empty()) {
        return result;
    }
    const auto& t = series.front().t;
    const double interval = intervalOf(t);
    const auto first
        = static_cast<std::size_t>(std::lower_bound(t.begin(), t.end(), window.lower - interval) - t.begin());
    const auto last
        = static_cast<std::size_t>(std::upper_bound(t.begin(), t.end(), window.upper + interval) - t.begin());
    if (first >= last) {
        return result;
    }
    const auto points = last - first;
    const auto columns = static_cast<std::size_t>(std::max(1, maxColumns));
    const auto perColumn = (points + columns - 1) / columns;
    result.width = interval * static_cast<double>(perColumn);
    result.heights.resize(series.size());
    for (std::size_t begin = first; begin < last; begin += perColumn) {
        const auto end = std::min(last, begin + perColumn);
        result.centres.push_back((t[begin] + t[end - 1]) / 2.0);
        for (std::size_t s = 0; s < series.size(); ++s) {
            double sum = 0.0;
            for (auto i = begin; i < std::min(end, series[s].y.size()); ++i) {
                sum += std::isfinite(series[s].y[i]) ? series[s].y[i] : 0.0;
            }
            result.heights[s].push_back(sum / static_cast<double>(end - begin));
        }
    }
    return result;
}

} // namespace plumb::ui
