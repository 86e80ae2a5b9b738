// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/loadworker.h"

#include <functional>
#include <future>
#include <thread>

namespace plumb::engine {

/// The thread of one worker: makes reactor, transport and LoadWorker inside it, runs the loop, and takes
/// everything down there again. Named "plumb-w0" and so on.
class WorkerThread
{
public:
    using MakeIo = std::function<Result<WorkerIo>()>;
    using MakeWorker = std::function<std::unique_ptr<LoadWorker>(WorkerIo&)>;

    static constexpr const char* namePrefix = "plumb-w";

    WorkerThread() = default;
    WorkerThread(const WorkerThread&) = delete;
    WorkerThread& operator=(const WorkerThread&) = delete;
    ~WorkerThread(); ///< stop()

    /// Returns when the loop is ready to take tasks. Error: the transport could not be made.
    Result<void> start(int index, MakeIo makeIo, MakeWorker makeWorker);
    /// Runs @p task in the worker's loop.
    void post(std::function<void(LoadWorker&)> task);
    /// Ends the loop and joins the thread. Tasks posted before still run.
    void stop();

private:
    void run(
        int index, const MakeIo& makeIo, const MakeWorker& makeWorker, std::promise<Result<void>>& ready);

    Reactor* m_reactor = nullptr;
    LoadWorker* m_worker = nullptr;
    std::thread m_thread;
};

} // namespace plumb::engine
