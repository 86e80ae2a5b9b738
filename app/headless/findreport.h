// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/library.h"

#include <filesystem>
#include <memory>
#include <string>

namespace plumb::headless {

/// The file of @p wanted, a path or the id of a report in @p library (empty: the default one). Error (input):
/// there is neither.
Result<std::filesystem::path> findReport(const std::string& library, const std::string& wanted);

/// The library that a report is in: @p library where it is named, else the one above the file @p wanted, else
/// (for an id) the default one. Not refreshed.
Result<std::unique_ptr<library::Library>> openLibraryOf(
    const std::string& library, const std::string& wanted);

/// The library @p library, or the default one; brought up to date.
Result<std::unique_ptr<library::Library>> openUpToDate(const std::string& library);

/// What --library says in every verb that reads reports of a library.
inline constexpr const char* libraryHelp
    = "Library folder; default: the nearest folder upwards with plumbline.json, else $PLUMBLINE_LIBRARY, "
      "else among the user's data";

} // namespace plumb::headless
