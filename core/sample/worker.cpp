// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/worker.h"

#include "sample/httptext.h"

#include <algorithm>
#include <vector>

namespace plumb::sample {

Worker::Worker(ServiceState& state, const Options& options, std::size_t index, std::size_t workers)
    : m_state(state)
    , m_mostConnections(std::max<std::size_t>(1, state.spec.limits.connections / workers))
    , m_access(options.access)
    , m_metrics(state.routes.size())
    , m_handler(state, options.seed, index, workers)
{
}

void Worker::answered(const AccessEntry& entry, std::size_t route)
{
    m_metrics.count(route, entry.status, entry.took);
    if (m_access) {
        m_access(entry);
    }
}

bool Worker::watch(Watched* connection)
{
    return m_connections.size() < m_mostConnections && m_connections.insert(connection).second;
}

const std::string& Worker::dateLine()
{
    if (const auto now = std::time(nullptr); now != m_dateOf) {
        m_dateOf = now;
        m_dateLine = "Date: " + httpDate(now) + "\r\n";
    }
    return m_dateLine;
}

void Worker::run()
{
    const auto guard = boost::asio::make_work_guard(m_io);
    sweepLater();
    m_io.run();
}

void Worker::closeAll()
{
    for (auto* connection : m_connections) {
        connection->close();
    }
}

void Worker::sweepLater()
{
    // One timer for all connections: arming one for each request would cost more than answering it.
    const double seconds = std::clamp(std::min(limits().idle_s, limits().request_s) / 4.0, 0.02, 1.0);
    m_sweep.expires_after(std::chrono::duration_cast<Nanos>(std::chrono::duration<double>(seconds)));
    m_sweep.async_wait([this](const boost::system::error_code& error) {
        if (!error) {
            sweep();
            sweepLater();
        }
    });
}

void Worker::sweep()
{
    const auto now = SteadyClock().now();
    std::vector<Watched*> late;
    std::copy_if(m_connections.begin(), m_connections.end(), std::back_inserter(late),
        [now](const Watched* connection) { return connection->deadline < now; });
    for (auto* connection : late) {
        connection->expire();
    }
}

} // namespace plumb::sample
