// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace plumb::ui {

class Plot;

/// Writes @p plot to @p path as PNG (twice the screen's size), SVG or CSV, by the suffix. Pictures are in the
/// light theme with @p title above. Errors: unknown suffix (input), cannot be written (io); nothing is left
/// half-written.
Result<void> exportChart(Plot& plot, const QString& title, const QString& path);

} // namespace plumb::ui
