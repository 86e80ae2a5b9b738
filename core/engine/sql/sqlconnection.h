// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/transport.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <map>
#include <memory>

namespace plumb::engine::sql {

/// One connection to one database with its prepared statements. Belongs to one thread.
class SqlConnection
{
public:
    /// Which connection @p call needs: reading and writing ones are kept apart, so that a database enforces
    /// that a reading step only reads.
    static std::string keyOf(const scenario::SqlCall& call);

    SqlConnection();
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    /// Read-only unless the call writes. What goes wrong is put into @p exchange.
    bool open(const scenario::SqlCall& call, Nanos timeout, Exchange& exchange);
    void close();
    [[nodiscard]] bool isOpen() const { return m_database.isValid() && m_database.isOpen(); }
    [[nodiscard]] const QSqlDatabase& database() const { return m_database; }
    /// Runs the call and reads its rows: times, rows, body and what went wrong go into @p exchange. False
    /// where the connection is of no use any more.
    bool ask(const scenario::SqlCall& call, const Request& request, Exchange& exchange);
    /// Has the database read the query without running it, where it can. Empty: it is fine.
    std::string faultOf(const scenario::SqlCall& call);

private:
    /// The statement with its parameters bound; null where it could not be prepared, which @p exchange tells.
    QSqlQuery* prepared(const scenario::SqlCall& call, Exchange& exchange, bool& usable);
    QSqlError limitTime(Nanos timeout);

    QString m_name;
    QSqlDatabase m_database;
    std::map<std::string, QSqlQuery> m_statements; ///< by query
    Nanos m_timeout{}; ///< as the server knows it
};

} // namespace plumb::engine::sql
