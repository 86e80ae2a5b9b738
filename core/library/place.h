// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

namespace plumb::library {

/// What the library asks about the folder it is in. Passed in, so that tests can say "read-only" or "network"
/// on any machine (root may write everywhere).
struct Place
{
    std::function<bool(const std::filesystem::path& folder)> writable;
    std::function<bool(const std::filesystem::path& folder)>
        network; ///< SQLite's locks are not to be trusted there
    std::filesystem::path cacheFolder; ///< of the user; for the index where the library cannot hold it
};

/// The real answers.
Place systemPlace();

} // namespace plumb::library
