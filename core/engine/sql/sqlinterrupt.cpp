// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sql/sqlinterrupt.h"

#include <QSqlDriver>
#include <QVariant>

#include <dlfcn.h>
#include <sys/socket.h>

#include <cstring>

namespace plumb::engine::sql {

namespace {

/// A function of a library that is loaded already; null where it is not, so that no second copy is made.
template <class Function>
Function* loadedFunction(const char* library, const char* name)
{
    void* handle = dlopen(library, RTLD_NOW | RTLD_NOLOAD);
    if (handle == nullptr)
        return nullptr;
    void* symbol = dlsym(handle, name);
    dlclose(handle); // the driver holds it
    Function* function = nullptr;
    static_assert(sizeof function == sizeof symbol);
    std::memcpy(&function, &symbol, sizeof symbol);
    return function;
}

} // namespace

std::function<void()> interrupterOf(const QSqlDatabase& database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || handle.constData() == nullptr)
        return {};
    void* connection = *static_cast<void* const*>(handle.constData());
    if (connection == nullptr)
        return {};
    if (database.driverName() == QLatin1String("QSQLITE")) {
        if (auto* interrupt = loadedFunction<void(void*)>("libsqlite3.so.0", "sqlite3_interrupt"))
            return [interrupt, connection] { interrupt(connection); };
    } else if (auto* socketOf = loadedFunction<int(const void*)>("libpq.so.5", "PQsocket")) {
        const int socket = socketOf(connection);
        if (socket >= 0)
            return [socket] { ::shutdown(socket, SHUT_RDWR); };
    }
    return {};
}

} // namespace plumb::engine::sql
