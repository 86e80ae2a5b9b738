// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/requesthandler.h"
#include "sample/sampleservice.h"
#include "sample/servicemetrics.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <ctime>
#include <string>
#include <unordered_set>

namespace plumb::sample {

/// What a worker must know of a connection to watch over it.
class Watched
{
public:
    virtual ~Watched() = default;
    /// The deadline has passed. Must not destroy the object before it returns.
    virtual void expire() = 0;
    virtual void close() = 0;
    Nanos deadline{Nanos::max()}; ///< on the steady clock
};

/// One thread's share of the service: an io_context, a handler, counters and the watch over its connections.
/// All but the constructor, metrics() and the io_context's post run on its thread.
class Worker
{
public:
    Worker(ServiceState& state, const Options& options, std::size_t index, std::size_t workers);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    boost::asio::io_context& io() { return m_io; }
    RequestHandler& handler() { return m_handler; }
    [[nodiscard]] const ServiceLimits& limits() const { return m_state.spec.limits; }
    [[nodiscard]] const WorkerMetrics& metrics() const { return m_metrics; }
    /// Counts and logs one answer.
    void answered(const AccessEntry& entry, std::size_t route);
    /// False where there are too many connections already.
    bool watch(Watched* connection);
    void unwatch(Watched* connection) { m_connections.erase(connection); }
    /// "Date: ...\r\n", made once a second.
    const std::string& dateLine();
    /// Handles events until the io_context is stopped.
    void run();
    /// After run() has ended.
    void closeAll();

private:
    void sweepLater();
    void sweep();

    ServiceState& m_state;
    std::size_t m_mostConnections;
    std::function<void(const AccessEntry&)> m_access;
    WorkerMetrics m_metrics;
    RequestHandler m_handler;
    std::unordered_set<Watched*> m_connections; ///< outlives the io_context, whose end destroys connections
    std::string m_dateLine;
    std::time_t m_dateOf = -1;
    boost::asio::io_context m_io{1};
    boost::asio::steady_timer m_sweep{m_io};
};

} // namespace plumb::sample
