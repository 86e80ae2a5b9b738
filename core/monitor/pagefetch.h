// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>

namespace plumb::monitor {

/// A page to be read again and again.
struct PageAddress
{
    std::string url; ///< http or https; a user and password in it go into an Authorization header
    bool verify = true; ///< of the certificate
    std::filesystem::path ca_file; ///< trusted besides what the system trusts; may be empty
};

/// Fetches over a connection of its own, in the calling thread. Error (target): no such host, refused, too
/// slow, certificate, an answer other than 200, a page over @p maxBytes. Redirects are not followed.
Result<std::string> fetchPage(
    const PageAddress& address, std::chrono::milliseconds timeout, std::size_t maxBytes);

/// The status of the answer, whatever it is. Error (target): there was none.
Result<int> fetchStatus(const PageAddress& address, std::chrono::milliseconds timeout);

} // namespace plumb::monitor
