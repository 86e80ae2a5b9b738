// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

// plumbline.json, the file that makes a folder a library: {"schema":"plumbline.library/1","settings":{},
// "confirmed_hosts":[]}. Unknown fields are kept.
namespace plumb::library {

inline constexpr const char* markerName = "plumbline.json";

/// Reads and checks it. Error: cut, wrong type, newer version.
Result<Json> readMarker(const std::filesystem::path& folder);

/// Makes the folders and the marker where they are missing.
Result<void> makeLibrary(const std::filesystem::path& folder);

/// Whether a folder may become a library: it is empty, or holds only what a library holds.
bool mayBecomeLibrary(const std::filesystem::path& folder);

std::vector<std::string> confirmedHosts(const Json& marker);
/// Adds @p host where it is missing and writes the marker.
Result<void> addConfirmedHost(const std::filesystem::path& folder, const std::string& host);

} // namespace plumb::library
