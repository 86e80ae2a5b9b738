// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/direct/directsettings.h"

#include <chrono>

namespace plumb::engine::direct {

struct ProbeFindings
{
    boost::asio::ip::address address; ///< that answered: the target's, or the proxy's
    double resolve_ms = 0.0, connect_ms = 0.0;
    double tls_ms = 0.0; ///< 0 without TLS
};

/// Opens one connection to the target as a user would, and closes it again. Blocks for at most @p timeout.
/// Errors (target) say what was tried and what to do.
Result<ProbeFindings> probeTarget(
    const DirectSettings& settings, std::chrono::milliseconds timeout = std::chrono::seconds(5));

} // namespace plumb::engine::direct
