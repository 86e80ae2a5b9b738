// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace plumb::library {

/// Most points of a sparkline.
inline constexpr std::size_t maxSparkline = 40;

/// The index row of a report file, `file` included. Reads on demand: bulk values are walked over, not
/// converted. A file that cannot be read gives an error with place and remedy.
Result<ReportRow> readReportHead(const std::filesystem::path& file);

/// The row of a report that is at hand.
ReportRow rowOf(const report::Report& report, const std::filesystem::path& file);

/// At most maxSparkline points; each is the largest of those it stands for, so that peaks stay visible.
std::vector<double> sparkline(const std::vector<double>& values);

} // namespace plumb::library
