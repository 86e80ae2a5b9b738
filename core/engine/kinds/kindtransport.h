// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"
#include "launch/launcher.h"

#include <memory>

namespace plumb::engine {

/// Sends each request to whoever knows its kind: HTTP to the transport it is put around, queries to
/// databases, commands to the launcher. What a scenario does not use is not made.
class KindTransport final : public Transport
{
public:
    /// @p launcher may be null where there are no commands.
    KindTransport(
        std::unique_ptr<Transport> http, Reactor& reactor, std::shared_ptr<launch::Launcher> launcher);

    void send(int user, const Request& request, Completion completion) override;
    void cancel(int user) override;
    void dropConnections(int user) override;

private:
    std::unique_ptr<Transport> m_http, m_sql, m_command;
    Reactor& m_reactor;
    bool m_httpUsed = false;
    std::shared_ptr<launch::Launcher> m_launcher;
};

} // namespace plumb::engine
