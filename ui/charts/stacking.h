// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/axisarithmetic.h"
#include "ui/charts/series.h"

#include <vector>

namespace plumb::ui {

/// Columns of a stacked chart: at most @c centres.size() of them, each the mean of the points it covers, so
/// that the area stays true however many points share a column.
struct StackedColumns
{
    double width = 1.0; ///< seconds a column covers
    std::vector<double> centres; ///< seconds
    std::vector<std::vector<double>> heights; ///< per series, then per column; NaN counts as nothing
    [[nodiscard]] double tallest() const;
};

/// The points of @p series within @p window in at most @p maxColumns columns. All series share the times of
/// the first.
StackedColumns stackColumns(const std::vector<TimeSeries>& series, const AxisRange& window, int maxColumns);

/// The usual distance between points in seconds; 1 where there are less than two.
double intervalOf(const std::vector<double>& t);

} // namespace plumb::ui
