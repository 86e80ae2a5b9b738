// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace plumb::scenario {

/// As a user would type it: words with blanks or signs in single quotes.
std::string commandLine(const std::vector<std::string>& argv);

/// The processors of a command: [0, 2], "0-3,5" or 1; null: all, an empty list. Error: none of these.
Result<std::vector<int>> processorList(const Json& cpus);

/// Where the program @p name is: a path is relative to @p folder, a bare name is looked up in PATH. Empty if
/// there is no such program.
std::filesystem::path findProgram(const std::string& name, const std::filesystem::path& folder);

} // namespace plumb::scenario
