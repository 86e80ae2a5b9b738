// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace plumb::engine {

/// Raises the number of files and sockets this process may have open to what the system grants it, and says
/// how many that are. Every user of a run has a socket.
std::int64_t raiseOpenFiles();

} // namespace plumb::engine
