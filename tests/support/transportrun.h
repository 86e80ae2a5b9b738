// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <atomic>
#include <thread>

namespace plumb::test {

/// A transport in a worker thread as the engine runs it, with calls that wait for the answer.
class TransportRun
{
public:
    TransportRun(engine::TransportFactory& factory, engine::TransportSettings settings);
    ~TransportRun();
    TransportRun(const TransportRun&) = delete;
    TransportRun& operator=(const TransportRun&) = delete;

    [[nodiscard]] const Result<void>& prepared() const { return m_prepared; }
    engine::Exchange once(const engine::Request& request, int user = 0);
    /// Users 0 to @p users - 1 send @p request at the same moment.
    std::vector<engine::Exchange> together(int users, const engine::Request& request);
    /// Runs in the worker's loop, and waits.
    void inLoop(const std::function<void(engine::Transport&)>& task);
    /// True if a completion ever ran inside send().
    [[nodiscard]] bool completedInsideSend() const { return m_completedInsideSend; }

private:
    Result<void> m_prepared;
    engine::WorkerIo m_io;
    std::thread m_thread;
    bool m_sending = false; ///< loop thread only
    std::atomic<bool> m_completedInsideSend = false;
};

} // namespace plumb::test
