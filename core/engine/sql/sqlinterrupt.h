// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

#include <functional>

namespace plumb::engine::sql {

/// What ends the call under way on an open connection, from any thread; empty where nothing can. It asks the
/// client library that Qt's driver has loaded: sqlite3_interrupt() of SQLite; of PostgreSQL the socket is
/// shut down, since PQcancel() would wait for a server that does not answer. It must not be called once the
/// connection is closed.
std::function<void()> interrupterOf(const QSqlDatabase& database);

} // namespace plumb::engine::sql
