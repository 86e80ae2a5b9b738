// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>

namespace plumb::library {

/// @p name in @p folder, with a number where it is taken.
std::filesystem::path freeName(const std::filesystem::path& folder, const std::filesystem::path& name);

/// Within one file system; makes the folder of @p to.
Result<void> moveFile(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace plumb::library
