// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace plumb::engine::sql {

/// Calls back when the time of a query is over. One thread for all users of a worker; it sleeps until the
/// earliest deadline.
class SqlWatch
{
public:
    SqlWatch();
    ~SqlWatch();
    SqlWatch(const SqlWatch&) = delete;
    SqlWatch& operator=(const SqlWatch&) = delete;

    /// @p late is called in the watch's thread, at @p deadline or soon after, and every 50 ms from then on:
    /// an interruption that comes just before a call begins has no effect.
    std::uint64_t add(Nanos deadline, std::function<void()> late);
    /// After it has returned, the call does not come any more.
    void remove(std::uint64_t id);

private:
    void run();

    struct Entry
    {
        Nanos deadline{};
        std::function<void()> late;
    };
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::uint64_t, Entry> m_entries;
    std::uint64_t m_last = 0;
    Nanos m_wake{Nanos::max()}; ///< when the thread looks next
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace plumb::engine::sql
