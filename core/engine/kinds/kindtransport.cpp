// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kinds/kindtransport.h"

#include "engine/command/commandtransport.h"
#include "engine/sql/sqltransport.h"

namespace plumb::engine {

KindTransport::KindTransport(
    std::unique_ptr<Transport> http, Reactor& reactor, std::shared_ptr<launch::Launcher> launcher)
    : m_http(std::move(http))
    , m_reactor(reactor)
    , m_launcher(std::move(launcher))
{
}

void KindTransport::send(int user, const Request& request, Completion completion)
{
    if (request.sql) {
        if (!m_sql)
            m_sql = std::make_unique<sql::SqlTransport>(m_reactor);
        m_sql->send(user, request, std::move(completion));
    } else if (request.command) {
        if (!m_command)
            m_command = std::make_unique<command::CommandTransport>(m_reactor, m_launcher);
        m_command->send(user, request, std::move(completion));
    } else {
        m_httpUsed = true;
        m_http->send(user, request, std::move(completion));
    }
}

/// A user has one request under way, so the others have nothing to cancel.
void KindTransport::cancel(int user)
{
    for (Transport* kind : {m_httpUsed ? m_http.get() : nullptr, m_sql.get(), m_command.get()}) {
        if (kind != nullptr)
            kind->cancel(user);
    }
}

void KindTransport::dropConnections(int user)
{
    if (m_httpUsed)
        m_http->dropConnections(user);
    if (m_sql)
        m_sql->dropConnections(user);
}

} // namespace plumb::engine
