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

/// The beginning of a data file, to look at before a run.
struct DataHead
{
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows; ///< at most as many as were asked for
    std::size_t count = 0; ///< rows in the file, or in what was read of it
    bool whole = true; ///< false: the file is so large that only its head was read
    std::optional<Error> problem; ///< why a run could not use it; what stands before it was read
};
/// A CSV file above this size is read in its first megabyte only, a JSON file not at all.
inline constexpr std::uintmax_t wholeDataFile = 16ULL << 20;
/// Reads up to @p wholeUpTo bytes; call it in a thread of its own.
DataHead readDataHead(
    const std::filesystem::path& file, std::size_t rows, std::uintmax_t wholeUpTo = wholeDataFile);

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
