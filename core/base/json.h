// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace plumb {

/// JSON with the key order of the file: what is read and written again keeps its order.
using Json = nlohmann::ordered_json;

/// Parses a whole document. A leading UTF-8 byte order mark is skipped. The error names @p fileName, line and
/// column, and says so when the text is empty, cut short, or not UTF-8 (UTF-16 is recognised by its mark).
Result<Json> parseJson(std::string_view text, const std::string& fileName);

/// Reads and parses a file of at most @p maxBytes (default 256 MiB).
Result<Json> readJsonFile(const std::filesystem::path& file, std::uintmax_t maxBytes = 256ULL << 20);

/// Compact (indent < 0) or indented text. Invalid UTF-8 inside strings is replaced by U+FFFD, never thrown
/// on.
std::string dumpJson(const Json& json, int indent = -1);

/// Checks the `schema` field: "<name>/<major>", e.g. name "plumbline.scenario", major 1. Other types, missing
/// fields and newer majors give an error that says which and what to do.
Result<void> checkSchema(const Json& json, std::string_view name, int major, const std::string& fileName);

/// Replaces invalid UTF-8 by U+FFFD.
std::string cleanUtf8(std::string_view text);

} // namespace plumb
