// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/trend.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace plumb::judge {

/// A column of a CSV file as a series, a row per point, in the order of the file whatever its times say. The
/// first line names the columns; commas, semicolons (then with decimal commas, too) or tabs separate them.
/// Rows without a value (empty, NaN, null, NA, "-") and with an infinite one are kept as points that do not
/// count. A column named time, timestamp, date or started_at, and one named commit, version, run, id or name,
/// label the points. A column that has the name of a metric of the catalogue has its unit and direction,
/// others are better lower. Errors (input): no such file, empty, not UTF-8, no such column, no rows, a cell
/// that is no number.
Result<TrendInput> readSeriesCsv(const std::filesystem::path& file, const std::string& column);
Result<TrendInput> parseSeriesCsv(
    std::string_view text, const std::string& fileName, const std::string& column);

} // namespace plumb::judge
