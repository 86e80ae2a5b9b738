// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/procreader.h"

namespace plumb::monitor {

/// A line of /proc/net/tcp or tcp6 (proc(5)): ports, state and inode of a socket.
struct TcpSocket
{
    static constexpr unsigned established = 1, listening = 10; ///< linux/tcp_states.h
    unsigned localPort = 0, remotePort = 0, state = 0;
    std::uint64_t inode = 0;
};

std::optional<TcpSocket> parseTcpLine(std::string_view line);

/// Both address families. False where the kernel does not tell.
bool forEachTcpSocket(ProcReader& proc, const std::function<void(const TcpSocket& socket)>& visit);

} // namespace plumb::monitor
