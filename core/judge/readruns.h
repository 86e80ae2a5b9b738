// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <deque>
#include <filesystem>
#include <span>

namespace plumb::judge {

/// Reads reports on all cores, as that is most of what a comparison takes; in the order of @p files. Error:
/// of the first of them that cannot be read.
Result<std::deque<report::Report>> readRuns(std::span<const std::filesystem::path> files);

} // namespace plumb::judge
