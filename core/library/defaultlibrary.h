// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace plumb::library {

/// Where reports go without --library: the nearest folder from @p from upwards that holds plumbline.json,
/// else PLUMBLINE_LIBRARY, else "plumbline/library" among the user's data.
std::filesystem::path defaultLibrary(const std::filesystem::path& from);

/// From the current folder.
std::filesystem::path defaultLibrary();

} // namespace plumb::library
