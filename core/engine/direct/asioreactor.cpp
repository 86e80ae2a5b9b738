// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/asioreactor.h"

#include <boost/asio/post.hpp>

namespace plumb::engine::direct {

AsioReactor::AsioReactor()
    // Sockets and timers are touched by the loop's thread alone; only the queue of tasks is shared.
    : m_io(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO)
    , m_work(boost::asio::make_work_guard(m_io))
    , m_timer(m_io)
{
}

void AsioReactor::run()
{
    m_io.run();
}

void AsioReactor::quit()
{
    // As a task, so that a quit() before run() is not lost and what was posted before it still runs.
    post([this] { m_io.stop(); });
}

void AsioReactor::post(std::function<void()> task)
{
    boost::asio::post(m_io, std::move(task));
}

void AsioReactor::wakeAt(Nanos when)
{
    if (when == m_due)
        return;
    m_due = when;
    if (when == Nanos::max()) {
        m_timer.cancel();
        return;
    }
    m_timer.expires_at(std::chrono::steady_clock::time_point(when));
    m_timer.async_wait([this, when](const boost::system::error_code& error) {
        // A wait that was replaced may have ended before it could be cancelled.
        if (error || when != m_due)
            return;
        m_due = Nanos{};
        if (m_wake)
            m_wake();
    });
}

} // namespace plumb::engine::direct
