// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/direct/directsettings.h"
#include "engine/transport.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <vector>

namespace plumb::engine::direct {

class UserLine;

/// HTTP/1.1 straight over sockets, with connections of their own for every user. Lives in the thread of its
/// loop. Destroying it forgets requests in flight without completing them.
class DirectTransport final : public Transport
{
public:
    DirectTransport(boost::asio::io_context& io, DirectSettings settings);
    ~DirectTransport() override;

    void send(int user, const Request& request, Completion completion) override;
    void cancel(int user) override;
    void dropConnections(int user) override;

private:
    UserLine& lineOf(int user);
    void watch(Nanos deadline);
    void expire();

    boost::asio::io_context& m_io;
    const DirectSettings m_settings;
    std::vector<std::shared_ptr<UserLine>> m_lines; ///< by user
    boost::asio::steady_timer m_timer;
    Nanos m_watched = Nanos::max(); ///< when the timer fires
};

} // namespace plumb::engine::direct
