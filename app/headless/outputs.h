// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace plumb::headless {

/// Refuses an option that was given without a value: `--base-url ""` is more likely an unset variable of a
/// script than a wish.
CLI::Validator notEmpty();
/// For options that take a number above 0.
CLI::Validator aboveZero();

/// Error: @p file stands below reports/ of a library, and stored reports are never rewritten. An empty path
/// is fine.
Result<void> checkOutput(const std::filesystem::path& file);

} // namespace plumb::headless
