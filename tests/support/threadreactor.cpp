// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/threadreactor.h"

#include <algorithm>
#include <thread>

namespace plumb::test {

void ThreadReactor::run()
{
    const SteadyClock clock;
    for (;;) {
        std::vector<std::function<void()>> tasks;
        // A mutex is not fair: a busy loop would take it again and again before another thread gets to post.
        while (m_posting.load() > 0)
            std::this_thread::yield();
        {
            std::unique_lock lock(m_mutex);
            const auto ready = [this] { return m_quit || !m_tasks.empty(); };
            const Nanos due = nextDue();
            if (due == Nanos::max())
                m_changed.wait(lock, ready);
            else
                m_changed.wait_until(lock, std::chrono::steady_clock::time_point(due), ready);
            tasks.swap(m_tasks);
            if (m_quit && tasks.empty())
                return;
        }
        for (const auto& task : tasks)
            task();
        runDue(clock.now());
    }
}

void ThreadReactor::quit()
{
    const std::scoped_lock lock(m_mutex);
    m_quit = true;
    m_changed.notify_one();
}

void ThreadReactor::post(std::function<void()> task)
{
    ++m_posting;
    const std::scoped_lock lock(m_mutex);
    --m_posting;
    m_tasks.push_back(std::move(task));
    m_changed.notify_one();
}

void ThreadReactor::wakeAt(Nanos when)
{
    m_wakeAt = when;
}

void ThreadReactor::callAt(Nanos when, std::function<void()> task)
{
    m_timers.push_back({when, std::move(task)});
}

Nanos ThreadReactor::nextDue() const
{
    Nanos due = m_wakeAt;
    for (const Timer& timer : m_timers)
        due = std::min(due, timer.when);
    return due;
}

void ThreadReactor::runDue(Nanos now)
{
    std::vector<Timer> due;
    const auto later = std::stable_partition(
        m_timers.begin(), m_timers.end(), [now](const Timer& t) { return t.when > now; });
    due.assign(std::make_move_iterator(later), std::make_move_iterator(m_timers.end()));
    m_timers.erase(later, m_timers.end());
    for (const Timer& timer : due)
        timer.task();
    if (m_wakeAt <= now) {
        m_wakeAt = Nanos::max();
        m_wake();
    }
}

} // namespace plumb::test
