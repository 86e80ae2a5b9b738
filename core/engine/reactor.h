// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <functional>

namespace plumb::engine {

/// The event loop of one worker thread. Users, schedule and recorder of a worker run inside it and nowhere
/// else, so they need no locks. Each transport brings the reactor it works with (Qt, Asio); tests bring a
/// fake.
class Reactor
{
public:
    virtual ~Reactor() = default;
    /// Runs until quit(), in the calling thread.
    virtual void run() = 0;
    /// From any thread.
    virtual void quit() = 0;
    /// Runs @p task inside the loop, soon. From any thread.
    virtual void post(std::function<void()> task) = 0;
    /// What to call when the time given to wakeAt() has come. Set once, before run().
    virtual void onWake(std::function<void()> task) = 0;
    /// One absolute wake-up (CLOCK_MONOTONIC); a later call replaces an earlier one. Loop thread only.
    virtual void wakeAt(Nanos when) = 0;
};

} // namespace plumb::engine
