// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reactor.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace plumb::engine {

/// All timers of one worker over the reactor's single absolute wake-up. Tasks that are due at the same wake
/// run in the order of their times, all at once. A small capture (two words) allocates nothing.
class TimerQueue
{
public:
    explicit TimerQueue(Reactor& reactor);
    /// Runs @p task at @p when or soon after, never from inside add(). There is no removal: tasks check
    /// whether they still matter.
    void add(Nanos when, std::function<void()> task);
    /// Runs everything due at @p now, tasks added meanwhile included, and arms the reactor for the next.
    void runDue(Nanos now);

private:
    struct Entry
    {
        Nanos when{};
        std::uint64_t order = 0;
        std::function<void()> task;
    };
    static bool later(const Entry& a, const Entry& b);
    void arm();

    Reactor& m_reactor;
    std::vector<Entry> m_heap;
    std::uint64_t m_order = 0;
    Nanos m_armed{Nanos::max()};
    bool m_running = false;
};

} // namespace plumb::engine
