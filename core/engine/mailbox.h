// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reactor.h"

#include <mutex>

namespace plumb::engine {

/// The way from threads beside a worker into its loop, which may be gone before they are.
class Mailbox
{
public:
    explicit Mailbox(Reactor& reactor)
        : m_reactor(&reactor)
    {
    }
    /// From any thread. After close() the task is dropped.
    void post(std::function<void()> task)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_reactor != nullptr)
            m_reactor->post(std::move(task));
    }
    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_reactor = nullptr;
    }

private:
    std::mutex m_mutex;
    Reactor* m_reactor;
};

} // namespace plumb::engine
