// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sql/sqlconnection.h"

#include "engine/sql/sqlerrors.h"
#include "engine/sql/sqlrows.h"
#include "scenario/sqlstatement.h"

#include <QVariant>

#include <array>
#include <atomic>
#include <cmath>

namespace plumb::engine::sql {

namespace {

constexpr const char* postgres = "QPSQL";

std::int64_t millisecondsOf(Nanos time)
{
    return std::chrono::ceil<std::chrono::milliseconds>(time).count();
}

QString textOf(const std::string& text)
{
    return QString::fromStdString(text);
}

QVariant variantOf(const scenario::SqlValue& value)
{
    return std::visit(
        [](const auto& plain) -> QVariant {
            using T = std::decay_t<decltype(plain)>;
            if constexpr (std::is_same_v<T, std::monostate>)
                return QVariant(QMetaType(QMetaType::QString));
            else if constexpr (std::is_same_v<T, std::string>)
                return textOf(plain);
            else if constexpr (std::is_same_v<T, std::int64_t>)
                return QVariant::fromValue(static_cast<qlonglong>(plain));
            else
                return QVariant(plain);
        },
        value);
}

/// PostgreSQL prepares these alone.
bool canBePrepared(const std::string& driver, const std::string& verb)
{
    static constexpr std::array<std::string_view, 7> preparable{
        "SELECT", "WITH", "VALUES", "INSERT", "UPDATE", "DELETE", "TABLE"};
    return driver != postgres || std::find(preparable.begin(), preparable.end(), verb) != preparable.end();
}

} // namespace

std::string SqlConnection::keyOf(const scenario::SqlCall& call)
{
    std::string key = call.write ? "w" : "r";
    for (const std::string& part :
        {call.driver, call.database, call.host, std::to_string(call.port), call.user, call.password})
        key += '\n' + part;
    return key;
}

SqlConnection::SqlConnection()
{
    static std::atomic<std::uint64_t> count{0};
    m_name = QStringLiteral("plumb-sql-%1").arg(++count);
}

SqlConnection::~SqlConnection()
{
    close();
}

bool SqlConnection::open(const scenario::SqlCall& call, Nanos timeout, Exchange& exchange)
{
    close();
    const bool server = call.driver == postgres;
    m_database = QSqlDatabase::addDatabase(textOf(call.driver), m_name);
    m_database.setDatabaseName(textOf(call.database));
    if (server) {
        m_database.setHostName(textOf(call.host));
        m_database.setUserName(textOf(call.user));
        m_database.setPassword(textOf(call.password));
        if (call.port > 0)
            m_database.setPort(call.port);
        const auto seconds
            = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(timeout).count());
        m_database.setConnectOptions(
            QStringLiteral("connect_timeout=%1;application_name=plumbline").arg(seconds));
    } else {
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(millisecondsOf(timeout))
            + (call.write ? QString() : QStringLiteral(";QSQLITE_OPEN_READONLY")));
    }
    if (!m_database.open()) {
        setOpenFailure(m_database.lastError(), exchange);
        return false;
    }
    m_timeout = {};
    if (server && !call.write) {
        QSqlQuery query(m_database);
        if (!query.exec(QStringLiteral("SET default_transaction_read_only = on"))) {
            setOpenFailure(query.lastError(), exchange);
            return false;
        }
    }
    return true;
}

void SqlConnection::close()
{
    m_statements.clear();
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

/// The server ends by itself what takes longer, so that it does not go on for nobody.
QSqlError SqlConnection::limitTime(Nanos timeout)
{
    if (m_database.driverName() != QLatin1String(postgres) || timeout == m_timeout)
        return {};
    QSqlQuery query(m_database);
    m_timeout = timeout;
    const bool done = query.exec(QStringLiteral("SET statement_timeout = %1").arg(millisecondsOf(timeout)));
    return done ? QSqlError() : query.lastError();
}

QSqlQuery* SqlConnection::prepared(const scenario::SqlCall& call, Exchange& exchange, bool& usable)
{
    auto [place, isNew] = m_statements.try_emplace(call.query, m_database);
    QSqlQuery& query = place->second;
    if (isNew) {
        // SQLite reads rows one by one; PostgreSQL sends them all, and its mode for single rows is slow.
        query.setForwardOnly(m_database.driverName() != QLatin1String(postgres));
        if (!query.prepare(textOf(call.query))) {
            usable = !setStatementFailure(m_database.driverName(), query.lastError(), exchange);
            m_statements.erase(place);
            return nullptr;
        }
    }
    int position = 0;
    for (const auto& [name, value] : call.params) {
        if (name.empty())
            query.bindValue(position++, variantOf(value));
        else
            query.bindValue(textOf(':' + name), variantOf(value));
    }
    return &query;
}

bool SqlConnection::ask(const scenario::SqlCall& call, const Request& request, Exchange& exchange)
{
    const SteadyClock clock;
    bool usable = true;
    const auto fail = [&](const QSqlError& error) {
        usable = !setStatementFailure(m_database.driverName(), error, exchange);
        exchange.end = clock.now();
        return usable;
    };
    if (const QSqlError error = limitTime(request.timeout); error.isValid())
        return fail(error);
    QSqlQuery plain(m_database);
    QSqlQuery* query = &plain;
    bool ran = false;
    if (canBePrepared(call.driver, scenario::readSqlStatement(call.query).verb)) {
        query = prepared(call, exchange, usable);
        if (query == nullptr) {
            exchange.end = clock.now();
            return usable;
        }
        ran = query->exec();
    } else {
        ran = query->exec(textOf(call.query));
    }
    if (!ran)
        return fail(query->lastError());
    exchange.first_byte = clock.now();
    SqlRows rows(request.want_body ? request.max_body : request.keep_start);
    if (query->isSelect())
        rows.readAll(*query);
    exchange.end = clock.now();
    const QSqlError error = query->lastError();
    if (error.isValid() && error.type() != QSqlError::NoError) {
        const bool alive = fail(error);
        query->finish();
        return alive;
    }
    if (query->isSelect()) {
        exchange.rows = rows.count();
        exchange.body = rows.json();
        exchange.body_cut = rows.cut();
        if (request.want_body && rows.cut()) {
            exchange.outcome = Outcome::protocol;
            exchange.error = "more rows than can be kept for the checks";
        }
    } else {
        exchange.rows = std::max(0, query->numRowsAffected());
    }
    exchange.headers = {{"rows", std::to_string(*exchange.rows)}};
    query->finish();
    return true;
}

std::string SqlConnection::faultOf(const scenario::SqlCall& call)
{
    Exchange exchange;
    bool usable = true;
    const bool possible = canBePrepared(call.driver, scenario::readSqlStatement(call.query).verb);
    if (!possible || prepared(call, exchange, usable) != nullptr)
        return {};
    return exchange.error;
}

} // namespace plumb::engine::sql
