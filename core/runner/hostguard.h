// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace plumb::runner {

/// Load goes to loopback freely; any other host needs one confirmation (PRODUCT.md section 4), so that a typo
/// or a scenario from elsewhere cannot turn into an attack.

/// True where every address @p host resolves to is loopback. A host that does not resolve is not loopback's
/// problem: true, and the transport will say that it cannot be found.
bool isLoopbackHost(const std::string& host);

/// The host part of an http or https URL, lower case, without brackets.
std::string hostOf(std::string_view url);

/// Error (usage) naming the host and the remedy where @p url leads off this machine unconfirmed.
Result<void> checkHost(const std::string& url, const std::vector<std::string>& confirmed);

} // namespace plumb::runner
