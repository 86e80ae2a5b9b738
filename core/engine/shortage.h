// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <string_view>

namespace plumb::engine {

/// What of this machine ran out when a connection could not be made: no fault of the target.
enum class Shortage { none, ports, files };

/// What a user is told; empty where nothing ran out.
constexpr std::string_view shortageText(Shortage shortage)
{
    return shortage == Shortage::ports ? "this machine has no port left for another connection"
        : shortage == Shortage::files  ? "this program may open no more files or connections"
                                       : "";
}

/// By the errno of socket() or connect().
inline Shortage shortageOf(int error)
{
    if (error == EADDRNOTAVAIL)
        return Shortage::ports;
    return error == EMFILE || error == ENFILE ? Shortage::files : Shortage::none;
}

} // namespace plumb::engine
