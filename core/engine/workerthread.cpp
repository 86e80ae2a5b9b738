// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workerthread.h"

#include "engine/threadcpu.h"

namespace plumb::engine {

WorkerThread::~WorkerThread()
{
    stop();
}

Result<void> WorkerThread::start(int index, MakeIo makeIo, MakeWorker makeWorker)
{
    std::promise<Result<void>> ready;
    std::future<Result<void>> made = ready.get_future();
    m_thread = std::thread([this, index, makeIo = std::move(makeIo), makeWorker = std::move(makeWorker),
                               &ready] { run(index, makeIo, makeWorker, ready); });
    return made.get();
}

void WorkerThread::run(
    int index, const MakeIo& makeIo, const MakeWorker& makeWorker, std::promise<Result<void>>& ready)
{
    nameThread(namePrefix + std::to_string(index));
    Result<WorkerIo> io = makeIo();
    if (!io) {
        ready.set_value(io.error());
        return;
    }
    const std::unique_ptr<LoadWorker> worker = makeWorker(*io);
    m_reactor = io->reactor.get();
    m_worker = worker.get();
    ready.set_value({});
    m_reactor->run();
    // Before the users: what the transport still completes while it goes down finds them alive.
    io->transport.reset();
}

void WorkerThread::post(std::function<void(LoadWorker&)> task)
{
    m_reactor->post([this, task = std::move(task)] { task(*m_worker); });
}

void WorkerThread::stop()
{
    if (!m_thread.joinable())
        return;
    // Through the loop, so that it cannot come before the loop has begun.
    if (m_reactor != nullptr)
        m_reactor->post([this] { m_reactor->quit(); });
    m_thread.join();
}

} // namespace plumb::engine
