// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/qnam/poolkeys.h"

#include <string>

namespace plumb::engine::qnam {

/// Whether each user of QnamTransport really gets a socket of its own, which rests on how this Qt builds its
/// cache keys. A loopback server in this process holds its answers back until all users have connected.
struct SelfTest
{
    int users = 8; ///< more than QNetworkAccessManager's 6 connections per key
    int sockets = 0;
    std::string trouble; ///< why it could not be run; empty normally
    [[nodiscard]] bool passed() const { return sockets == users && trouble.empty(); }
    [[nodiscard]] std::string text() const; ///< "8 users, 8 sockets"
};

/// Blocks for some 10 ms; seconds only where it fails.
SelfTest runSelfTest(HostKind kind);

} // namespace plumb::engine::qnam
