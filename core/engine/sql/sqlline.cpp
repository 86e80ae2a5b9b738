// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sql/sqlline.h"

#include "engine/sql/sqlinterrupt.h"
#include "engine/threadcpu.h"

namespace plumb::engine::sql {

namespace {
/// A server that limits the time by itself gets a moment to say so, and its connection lives on.
constexpr Nanos serverGrace = std::chrono::milliseconds(500);
constexpr Nanos again = std::chrono::milliseconds(50);
} // namespace

SqlLine::SqlLine(SqlWatch& watch)
    : m_watch(watch)
    , m_thread([this] { run(); })
{
}

SqlLine::~SqlLine()
{
    {
        std::unique_lock lock(m_mutex);
        m_stop = true;
        while (m_busy) {
            interruptLocked(Ended::cancelled);
            m_idle.wait_for(lock, again);
        }
    }
    m_wake.notify_one();
    m_thread.join();
}

void SqlLine::ask(const Request& request, Answer answer)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_job.emplace(request, std::move(answer));
        m_ended = Ended::no;
    }
    m_wake.notify_one();
}

void SqlLine::cancel()
{
    interrupt(Ended::cancelled);
}

void SqlLine::dropConnections()
{
    const std::scoped_lock lock(m_mutex);
    m_drop = true;
}

bool SqlLine::isEnded()
{
    const std::scoped_lock lock(m_mutex);
    return m_ended != Ended::no;
}

void SqlLine::interrupt(Ended why)
{
    const std::scoped_lock lock(m_mutex);
    interruptLocked(why);
}

void SqlLine::interruptLocked(Ended why)
{
    if (m_ended == Ended::no)
        m_ended = why;
    if (m_interrupter)
        m_interrupter();
}

void SqlLine::setInterrupter(std::function<void()> interrupter)
{
    const std::scoped_lock lock(m_mutex);
    m_interrupter = std::move(interrupter);
}

void SqlLine::run()
{
    nameThread("plumb-sql");
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stop || m_job; });
        if (m_stop)
            break;
        const Job job = std::move(*m_job);
        m_job.reset();
        m_busy = true;
        const bool drop = std::exchange(m_drop, false);
        lock.unlock();
        if (drop || job.request.fresh_connection)
            m_connections.clear();
        Exchange exchange = perform(job.request);
        job.answer(std::move(exchange));
        lock.lock();
        m_busy = false;
        m_idle.notify_all();
    }
    lock.unlock();
    m_connections.clear(); // in the thread they were made in
}

SqlConnection* SqlLine::connect(const Request& request, Exchange& exchange)
{
    const SteadyClock clock;
    std::unique_ptr<SqlConnection>& connection = m_connections[SqlConnection::keyOf(*request.sql)];
    if (!connection)
        connection = std::make_unique<SqlConnection>();
    if (connection->isOpen())
        return connection.get();
    exchange.new_connection = true;
    exchange.connect_start = clock.now();
    const bool open = connection->open(*request.sql, request.timeout, exchange);
    exchange.connected = clock.now();
    if (open)
        return connection.get();
    connection->close();
    return nullptr;
}

Exchange SqlLine::perform(const Request& request)
{
    const SteadyClock clock;
    Exchange exchange;
    exchange.start = clock.now();
    SqlConnection* connection = isEnded() ? nullptr : connect(request, exchange);
    if (connection == nullptr && exchange.outcome == Outcome::ok)
        exchange.outcome = Outcome::reset; // cancelled before it began
    if (connection != nullptr) {
        const bool server = request.sql->driver == "QPSQL";
        setInterrupter(interrupterOf(connection->database()));
        const std::uint64_t watched
            = m_watch.add(exchange.start + request.timeout + (server ? serverGrace : Nanos{}),
                [this] { interrupt(Ended::late); });
        const bool usable = connection->ask(*request.sql, request, exchange);
        m_watch.remove(watched);
        setInterrupter({});
        if (!usable)
            connection->close();
    }
    exchange.end = exchange.end > Nanos{} ? exchange.end : clock.now();
    const std::scoped_lock lock(m_mutex);
    if (m_ended != Ended::no && exchange.outcome != Outcome::ok) {
        exchange.outcome = m_ended == Ended::late ? Outcome::timeout : Outcome::reset;
        exchange.error = m_ended == Ended::late ? "no answer in time" : "cancelled";
        exchange.reason.clear();
    }
    if (exchange.outcome == Outcome::timeout && exchange.error.empty())
        exchange.error = "no answer in time";
    return exchange;
}

} // namespace plumb::engine::sql
