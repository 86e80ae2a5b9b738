// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transport.h"

#include <QSqlError>

namespace plumb::engine::sql {

/// Puts into @p exchange that no connection could be made: dns, connect, tls or timeout.
void setOpenFailure(const QSqlError& error, Exchange& exchange);

/// Puts into @p exchange what became of a statement that failed. An answer of the database, such as a
/// constraint or a table that is not there, is a `failure` with a reason code, not an outcome of its own. A
/// connection that is gone is reset, a time that ran out or a lock that was not got is timeout, a file that
/// is no database is protocol. Returns whether the connection is of no use any more.
bool setStatementFailure(const QString& driver, const QSqlError& error, Exchange& exchange);

/// In one line, without the driver's own words around it.
std::string errorText(const QSqlError& error);

} // namespace plumb::engine::sql
