// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/mailbox.h"
#include "engine/sql/sqlline.h"

#include <memory>
#include <vector>

namespace plumb::engine::sql {

/// Runs the queries of a worker's users: a thread and a connection for each user, made with its first query.
/// Requests without a query are none of its business.
class SqlTransport final : public Transport
{
public:
    explicit SqlTransport(Reactor& reactor);
    ~SqlTransport() override;

    void send(int user, const Request& request, Completion completion) override;
    void cancel(int user) override;
    void dropConnections(int user) override;

private:
    [[nodiscard]] SqlLine* find(int user) const;

    std::shared_ptr<Mailbox> m_mailbox;
    SqlWatch m_watch;
    std::vector<std::unique_ptr<SqlLine>> m_lines; ///< by user
};

} // namespace plumb::engine::sql
