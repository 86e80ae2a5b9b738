// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>

namespace plumb::engine {

/// What of this machine ran out when a connection could not be made: no fault of the target.
enum class Shortage { none, ports, files };

/// By the errno of socket() or connect().
inline Shortage shortageOf(int error)
{
    if (error == EADDRNOTAVAIL)
        return Shortage::ports;
    return error == EMFILE || error == ENFILE ? Shortage::files : Shortage::none;
}

} // namespace plumb::engine
