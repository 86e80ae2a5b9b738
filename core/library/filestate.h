// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace plumb::library {

struct FileState
{
    std::string stamp; ///< size and times: a file that was replaced by one of equal size has other times
    std::int64_t modified_ms = 0;
};

/// Nothing for what is no file.
std::optional<FileState> stateOf(const std::filesystem::path& file);

/// All files below @p folder whose name ends so, absolute and sorted; hidden ones (files being written) left
/// out.
std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder, std::string_view ending);

} // namespace plumb::library
