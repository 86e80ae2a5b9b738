// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sql/sqltransport.h"

namespace plumb::engine::sql {

SqlTransport::SqlTransport(Reactor& reactor)
    : m_mailbox(std::make_shared<Mailbox>(reactor))
{
}

SqlTransport::~SqlTransport()
{
    m_mailbox->close();
    // All at once: each line waits for what it has under way.
    for (const auto& line : m_lines) {
        if (line)
            line->cancel();
    }
    m_lines.clear();
}

SqlLine* SqlTransport::find(int user) const
{
    const auto index = static_cast<std::size_t>(user);
    return index < m_lines.size() ? m_lines[index].get() : nullptr;
}

void SqlTransport::send(int user, const Request& request, Completion completion)
{
    const auto index = static_cast<std::size_t>(user);
    if (index >= m_lines.size())
        m_lines.resize(index + 1);
    if (!m_lines[index])
        m_lines[index] = std::make_unique<SqlLine>(m_watch);
    m_lines[index]->ask(
        request, [mailbox = m_mailbox, completion = std::move(completion)](Exchange&& exchange) {
            mailbox->post([completion, exchange = std::make_shared<Exchange>(std::move(exchange))] {
                completion(std::move(*exchange));
            });
        });
}

void SqlTransport::cancel(int user)
{
    if (SqlLine* line = find(user))
        line->cancel();
}

void SqlTransport::dropConnections(int user)
{
    if (SqlLine* line = find(user))
        line->dropConnections();
}

} // namespace plumb::engine::sql
