// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace plumb {

/// The whole file. Errors: missing, a folder, no permission, larger than @p maxBytes.
Result<std::string> readFile(const std::filesystem::path& file, std::uintmax_t maxBytes = 256ULL << 20);

/// Writes to a temporary file beside @p file, syncs it and renames it: readers see the old text or the new,
/// never a part. Missing parent folders are made. Replaces an existing file.
Result<void> writeFileAtomic(const std::filesystem::path& file, std::string_view text);

/// As writeFileAtomic, but never replaces: where @p folder/@p stem@p extension is taken it tries _2, _3, ...
/// Safe against other programs doing the same. Returns the path that was written.
Result<std::filesystem::path> writeNewFileAtomic(const std::filesystem::path& folder, const std::string& stem,
    const std::string& extension, std::string_view text);

/// A name that is safe as one path component everywhere: letters, digits, '_', '-', '.', no leading dot, at
/// most 80 bytes, never empty, never a reserved Windows name. "../../x" gives "x"; other characters become
/// '_'.
std::string safeName(std::string_view name);

} // namespace plumb
