// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sql/sqlwatch.h"

#include "engine/threadcpu.h"

#include <algorithm>

namespace plumb::engine::sql {

namespace {
constexpr Nanos longest = std::chrono::hours(1);
constexpr Nanos again = std::chrono::milliseconds(50);
} // namespace

SqlWatch::SqlWatch()
    : m_thread([this] { run(); })
{
}

SqlWatch::~SqlWatch()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

std::uint64_t SqlWatch::add(Nanos deadline, std::function<void()> late)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.emplace(++m_last, Entry{deadline, std::move(late)});
    // Most deadlines lie behind the one that is waited for.
    if (deadline < m_wake)
        m_changed.notify_one();
    return m_last;
}

void SqlWatch::remove(std::uint64_t id)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.erase(id);
}

void SqlWatch::run()
{
    nameThread("plumb-sqlwatch");
    const SteadyClock clock;
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        const Nanos now = clock.now();
        m_wake = now + longest;
        for (auto& [id, entry] : m_entries) {
            if (entry.deadline <= now) {
                entry.late();
                entry.deadline = now + again;
            }
            m_wake = std::min(m_wake, entry.deadline);
        }
        m_changed.wait_for(lock, m_wake - now);
    }
}

} // namespace plumb::engine::sql
