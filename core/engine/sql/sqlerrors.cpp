// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sql/sqlerrors.h"

#include "base/json.h"

namespace plumb::engine::sql {

namespace {

bool mentions(const QString& text, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(),
        [&text](const char* word) { return text.contains(QLatin1String(word), Qt::CaseInsensitive); });
}

/// Primary result codes of sqlite3.h.
enum SqliteCode {
    busy = 5,
    locked = 6,
    readOnly = 8,
    interrupted = 9,
    inputOutput = 10,
    corrupt = 11,
    cannotOpen = 14,
    noDatabase = 26
};

bool setSqliteFailure(int code, Exchange& exchange)
{
    exchange.reason = "sqlite_" + std::to_string(code);
    switch (code) {
    case busy:
    case locked:
    case interrupted:
        exchange.outcome = Outcome::timeout;
        return false;
    case cannotOpen:
        exchange.outcome = Outcome::connect;
        return true;
    case inputOutput:
    case corrupt:
    case noDatabase:
        exchange.outcome = Outcome::protocol;
        return true;
    case readOnly:
        exchange.failure
            = exchange.error + ": the step only reads; \"write\": true lets it change the database";
        return false;
    default:
        exchange.failure = exchange.error;
        return false;
    }
}

/// By the classes of PostgreSQL's error codes (its documentation, appendix A).
bool setPostgresFailure(const QString& state, Exchange& exchange)
{
    const bool gone
        = state.isEmpty() || state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57P"));
    if (gone) {
        exchange.outcome = Outcome::reset;
        return true;
    }
    exchange.reason = "sql_" + state.toStdString();
    if (state == QLatin1String("57014") || state == QLatin1String("55P03")) { // cancelled, no lock
        exchange.outcome = Outcome::timeout;
        return false;
    }
    exchange.failure = exchange.error;
    if (state == QLatin1String("25006"))
        exchange.failure += ": the step only reads; \"write\": true lets it change the database";
    return false;
}

} // namespace

std::string errorText(const QSqlError& error)
{
    QString text = error.databaseText();
    if (text.trimmed().isEmpty())
        text = error.driverText();
    // Debian's driver for PostgreSQL repeats the code: "(42P01) ERROR: ...".
    return cleanUtf8(text.simplified().toStdString());
}

void setOpenFailure(const QSqlError& error, Exchange& exchange)
{
    const QString text = error.databaseText() + error.driverText();
    exchange.error = errorText(error);
    if (mentions(text, {"could not translate host name"}))
        exchange.outcome = Outcome::dns;
    else if (mentions(text, {"timeout expired", "timed out"}))
        exchange.outcome = Outcome::timeout;
    else if (mentions(text, {"SSL error", "certificate", "does not support SSL"}))
        exchange.outcome = Outcome::tls;
    else
        exchange.outcome = Outcome::connect;
}

bool setStatementFailure(const QString& driver, const QSqlError& error, Exchange& exchange)
{
    exchange.error = errorText(error);
    if (driver == QLatin1String("QSQLITE"))
        return setSqliteFailure(error.nativeErrorCode().toInt() & 0xff, exchange);
    return setPostgresFailure(error.nativeErrorCode(), exchange);
}

} // namespace plumb::engine::sql
