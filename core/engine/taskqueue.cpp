// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/taskqueue.h"

namespace plumb::engine {

void TaskQueue::post(std::function<void()> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_added.notify_one();
}

void TaskQueue::runUntil(Nanos deadline)
{
    std::vector<std::function<void()>> tasks;
    {
        std::unique_lock lock(m_mutex);
        const std::chrono::steady_clock::time_point until{
            std::chrono::duration_cast<std::chrono::steady_clock::duration>(deadline)};
        m_added.wait_until(lock, until, [this] { return !m_tasks.empty(); });
        tasks.swap(m_tasks);
    }
    for (const std::function<void()>& task : tasks)
        task();
}

} // namespace plumb::engine
