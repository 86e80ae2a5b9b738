// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <functional>

namespace plumb::engine {

/// Whether load may go to a host (loopback, the target's own, or confirmed by the user).
using HostFilter = std::function<bool(const std::string& host)>;

/// The same, asked once per host: the answer may need a look-up.
HostFilter remembered(HostFilter filter);

/// Error (target) where @p url leads to a host that is neither the one of @p baseUrl nor allowed.
Result<void> checkHost(const std::string& url, const std::string& baseUrl, const HostFilter& allowed);

inline constexpr int mostRedirects = 10;

/// 301, 302, 303, 307 or 308 with a Location.
bool isRedirect(const Exchange& exchange);

/// The request that follows @p exchange, the answer to @p request. 301, 302 and 303 become GET without a body
/// (HEAD stays HEAD); 307 and 308 repeat method and body. Authorization and Proxy-Authorization are dropped
/// where scheme, host or port change; cookies are left to the caller, so Cookie is always dropped. Error
/// (target): the place is no http(s) URL or not allowed.
Result<Request> followRedirect(const Request& request, const Exchange& exchange, const HostFilter& allowed);

} // namespace plumb::engine
