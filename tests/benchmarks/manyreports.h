// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <filesystem>

namespace plumb::bench {

/// A minute's run with one step.
report::Report minuteRun();

/// Writes the reports number @p from to @p count - 1 below the library @p folder, one a minute of the past.
/// False: the disk does not take them.
bool writeReports(const std::filesystem::path& folder, int from, int count);

} // namespace plumb::bench
