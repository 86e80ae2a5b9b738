// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

namespace plumb::scenario {

/// Whether a load says all that its executor needs; fields it has no use for become warnings.
void checkLoad(const Load& load, const std::string& path, std::vector<Problem>& problems);

/// Empty, or why @p url cannot be the base of a target: "builtin:", "http://host" and "https://host" can.
std::string baseUrlFault(const std::string& url);

/// As baseUrlFault(), for proxies: http, https and socks5.
std::string proxyFault(const std::string& url);

} // namespace plumb::scenario
