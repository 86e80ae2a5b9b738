// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"
#include "launch/launcher.h"

namespace plumb::engine::command {

/// How the launcher is to run @p request.
launch::Job jobOf(const Request& request);

/// What became of a command, as an exchange. Its output is the body; headers tell of the rest: exit-code,
/// signal, user-cpu-ms, system-cpu-ms, peak-rss-mb, stderr (its last lines).
///
/// A command that cannot be started is outcome connect, one that takes too long timeout, one that writes more
/// than can be kept for its checks protocol, one that loses its starter or is cancelled reset. One that ends
/// otherwise than expected is an answer that says no: its check "exit code" fails, with the reason exit_3 or
/// signal_11.
Exchange exchangeOf(const Request& request, launch::Ended&& ended);

} // namespace plumb::engine::command
