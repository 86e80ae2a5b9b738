// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reactor.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

namespace plumb::engine::direct {

/// An Asio loop with one absolute wake-up on CLOCK_MONOTONIC, exact to a microsecond (on Linux Asio waits by
/// a timerfd). One thread runs it; post() and quit() may come from others.
class AsioReactor final : public Reactor
{
public:
    AsioReactor();
    void run() override;
    void quit() override;
    void post(std::function<void()> task) override;
    void onWake(std::function<void()> task) override { m_wake = std::move(task); }
    void wakeAt(Nanos when) override;

    [[nodiscard]] boost::asio::io_context& context() { return m_io; }

private:
    boost::asio::io_context m_io;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    boost::asio::steady_timer m_timer;
    std::function<void()> m_wake;
    Nanos m_due{}; ///< 0: not armed
};

} // namespace plumb::engine::direct
