// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <filesystem>
#include <functional>

namespace plumb::report {

/// Host, cpu, cores, memory, system, load, git commit of @p folder (read from .git, without running git),
/// harmless variables of CI systems, and the data files with their hashes. What cannot be found out stays
/// empty.
/// @p dataFiles: paths as the scenario writes them, relative to @p folder.
Fingerprint collectFingerprint(const std::filesystem::path& folder, const std::vector<std::string>& dataFiles,
    const std::function<std::optional<std::string>(const std::string& name)>& environment);

/// With the variables of this process.
Fingerprint collectFingerprint(
    const std::filesystem::path& folder, const std::vector<std::string>& dataFiles);

/// Names of data files whose content is not what @p print says, those that are gone among them.
std::vector<std::string> changedDataFiles(const Fingerprint& print, const std::filesystem::path& folder);

/// The commit that is checked out at @p folder or a parent of it; empty outside a repository.
std::string gitCommit(const std::filesystem::path& folder);

/// SHA-256 of a file in lower-case hex; empty if it cannot be read.
std::string sha256OfFile(const std::filesystem::path& file);

} // namespace plumb::report
