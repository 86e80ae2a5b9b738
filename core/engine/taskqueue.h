// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

namespace plumb::engine {

/// What other threads want done in the coordinator's thread.
class TaskQueue
{
public:
    /// From any thread.
    void post(std::function<void()> task);
    /// Waits for a task or for @p deadline (monotonic), then runs all tasks there are, in the order of
    /// posting.
    void runUntil(Nanos deadline);

private:
    std::mutex m_mutex;
    std::condition_variable m_added;
    std::vector<std::function<void()>> m_tasks;
};

} // namespace plumb::engine
