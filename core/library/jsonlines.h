// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Files that only grow, a JSON document a line: annotations and baselines.
namespace plumb::library {

/// Appends @p line (without its line end) in one write, without a lock: other programs may append to and read
/// the same file at the same time. A line that a crash cut before is closed first, so that it damages no
/// other. Missing folders are made. The error says "@p what cannot be written".
Result<void> appendLine(const std::filesystem::path& file, std::string line, const std::string& what);

/// Calls @p take(text, "file.jsonl, line 3") for every line that is not empty; what it gives is a sentence
/// about a line that cannot be read, or nothing. Returns these sentences; one about a file that cannot be
/// opened is among them. A missing file has no lines.
std::vector<std::string> eachLine(const std::filesystem::path& file,
    const std::function<std::string(std::string_view text, const std::string& place)>& take);

} // namespace plumb::library
