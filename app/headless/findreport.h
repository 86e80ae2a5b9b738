// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace plumb::headless {

/// The file of @p wanted, a path or the id of a report in @p library (empty: the default one). Error (input):
/// there is neither.
Result<std::filesystem::path> findReport(const std::string& library, const std::string& wanted);

} // namespace plumb::headless
