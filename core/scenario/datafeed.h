// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/compiled.h"

#include <filesystem>

namespace plumb::scenario {

/// The rows of a data file. Every row has as many values as there are columns.
struct DataTable
{
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;
};

/// CSV (RFC 4180 with a header line; BOM and any line ends) or, for *.json, an array of objects. Errors say
/// "users.csv, line 7: 3 columns, expected 4".
Result<DataTable> readDataFile(const std::filesystem::path& file);
Result<DataTable> parseCsv(std::string_view text, const std::string& fileName);
Result<DataTable> parseDataJson(std::string_view text, const std::string& fileName);

/// A feed and the values of its secret columns.
struct OpenedFeed
{
    std::shared_ptr<DataSource> source;
    std::vector<std::string> secrets;
};

/// Reads the feed's file. @p seed decides the order of `random` picks that must not repeat.
Result<OpenedFeed> openFeed(const DataFeed& feed, const std::filesystem::path& folder, std::uint64_t seed);

/// A feed over a table that is already in memory.
std::shared_ptr<DataSource> makeFeed(const DataFeed& feed, DataTable table, std::uint64_t seed);

} // namespace plumb::scenario
