// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QImage>
#include <QString>

namespace plumb::ui {

class Plot;

/// What stands above a chart.
struct ChartWords
{
    QString title;
    QString caption; ///< the sentence that says what the chart shows
};

/// What is in view of @p plot in the light theme, with its words above: twice the screen's size.
QImage chartPicture(Plot& plot, const ChartWords& words);

/// Writes @p plot to @p path as PNG or SVG (as chartPicture()) or CSV (all its numbers), by the suffix.
/// Errors: unknown suffix (input), cannot be written (io); nothing is left half-written.
Result<void> exportChart(Plot& plot, const ChartWords& words, const QString& path);

} // namespace plumb::ui
