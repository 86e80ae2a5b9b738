// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/userline.h"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace plumb::engine::direct {

using report::Outcome;

namespace {

constexpr std::size_t headsKept = 16;
constexpr std::size_t connectionsKept = 6; ///< to as many origins
constexpr int mostResends = 3; ///< as the qnam transport

Nanos now()
{
    return SteadyClock().now();
}

/// Empties @p exchange but keeps its memory. The header lines stay for AnswerReader to write over.
void renew(Exchange& exchange)
{
    Headers headers = std::move(exchange.headers);
    std::string body = std::move(exchange.body);
    exchange = Exchange{};
    body.clear();
    exchange.headers = std::move(headers);
    exchange.body = std::move(body);
}

} // namespace

UserLine::UserLine(boost::asio::io_context& io, const DirectSettings& settings)
    : m_io(io)
    , m_settings(settings)
{
}

UserLine::~UserLine()
{
    closeAll();
}

void UserLine::closeAll()
{
    for (const auto& connection : m_connections)
        connection->close();
    m_connections.clear();
    m_connection.reset();
}

const RequestHead& UserLine::headFor(const Request& request, bool close)
{
    for (const auto& known : m_heads) {
        if (known->matches(request, close))
            return *known;
    }
    auto made = std::make_unique<RequestHead>(makeRequestHead(request, close, m_settings));
    if (m_heads.size() < headsKept) {
        m_heads.push_back(std::move(made));
        return *m_heads.back();
    }
    m_nextHead = (m_nextHead + 1) % headsKept;
    m_heads[m_nextHead] = std::move(made);
    return *m_heads[m_nextHead];
}

void UserLine::beginExchange(const Request& request)
{
    ++m_serial;
    m_busy = true;
    m_broken = false;
    m_timeout = request.timeout;
    m_body = request.body && !request.body->empty() ? request.body : nullptr;
    m_limits.max_body = request.max_body;
    m_limits.keep_body
        = request.want_body ? request.max_body : std::min(request.keep_start, request.max_body);
    m_limits.head = request.method == "HEAD";
    m_answer.reset();
    renew(m_exchange);
    m_exchange.start = now();
    m_deadline = m_timeout.count() > 0 ? m_exchange.start + m_timeout : Nanos::max();
}

void UserLine::send(const Request& request, Transport::Completion completion)
{
    m_completion = std::move(completion);
    beginExchange(request);
    m_head = &headFor(request, m_settings.close_each || request.close_after);
    if (!m_head->error.empty()) {
        finishLater(Outcome::protocol, m_head->error);
        return;
    }
    const auto known = std::find_if(m_connections.begin(), m_connections.end(),
        [this](const auto& connection) { return connection->origin() == m_head->origin; });
    if (known != m_connections.end()) {
        m_connection = *known;
        if (m_connection->isOpen() && !request.fresh_connection) {
            write();
            return;
        }
        m_connection->close();
        m_connections.erase(known);
    }
    openConnection();
}

void UserLine::openConnection()
{
    if (m_connections.size() >= connectionsKept) {
        m_connections.front()->close();
        m_connections.erase(m_connections.begin());
    }
    m_exchange.new_connection = true;
    m_connection = std::make_shared<Connection>(m_io, m_settings, m_head->origin, *this);
    m_connections.push_back(m_connection);
    m_connection->open();
}

void UserLine::opened()
{
    readFrom();
    write();
}

/// The times of a connection's opening, as far as it came.
void UserLine::readFrom()
{
    if (!m_connection || !m_exchange.new_connection)
        return;
    const Opening& opening = m_connection->opening();
    m_exchange.connect_start = opening.connect_start;
    m_exchange.connected = opening.connected;
    m_exchange.tls_done = opening.tls_done;
}

void UserLine::write()
{
    m_exchange.bytes_sent += static_cast<std::int64_t>(m_head->text.size() + (m_body ? m_body->size() : 0));
    m_answer.emplace(m_exchange, m_limits);
    const bool all
        = m_connection->write(m_head->text, m_body ? std::string_view(*m_body) : std::string_view());
    if (all)
        m_exchange.sent = now();
}

void UserLine::written()
{
    m_exchange.sent = now();
}

void UserLine::openFailed(Outcome outcome, const std::string& text)
{
    readFrom();
    if (m_connection)
        m_exchange.shortage = m_connection->shortage();
    finish(outcome,
        m_exchange.shortage == Shortage::none ? text : std::string(shortageText(m_exchange.shortage)));
}

std::size_t UserLine::received(std::string_view data, bool& done, bool& keep)
{
    const Nanos moment = now();
    std::size_t used = 0;
    while (used < data.size()) {
        if (m_exchange.first_byte == Nanos{})
            m_exchange.first_byte = moment;
        const AnswerReader::Taken taken = m_answer->take(data.substr(used));
        used += taken.bytes;
        if (taken.state == AnswerReader::Taken::State::more)
            break;
        if (taken.state == AnswerReader::Taken::State::complete && m_answer->interim()) {
            m_answer.emplace(m_exchange, m_limits);
            m_exchange.status = 0;
            m_exchange.first_byte = Nanos{};
            continue;
        }
        m_broken = taken.state == AnswerReader::Taken::State::broken;
        m_exchange.end = moment;
        done = true;
        keep = !m_broken && m_answer->reusable() && !m_head->close;
        break;
    }
    m_exchange.bytes_received += static_cast<std::int64_t>(used);
    return used;
}

void UserLine::answered()
{
    if (m_broken)
        finish(Outcome::protocol, m_answer->error());
    else
        finish(Outcome::ok, {});
}

void UserLine::lost(const std::string& text, bool byTls)
{
    const bool silent = m_exchange.first_byte == Nanos{};
    if (silent && !m_exchange.new_connection && !byTls && m_exchange.resends < mostResends) {
        // The peer had closed it before the request was there: nobody's fault, and told as a resend.
        ++m_exchange.resends;
        std::erase(m_connections, m_connection);
        openConnection();
        return;
    }
    if (byTls && silent && m_exchange.new_connection) {
        finish(Outcome::tls, text);
        return;
    }
    m_exchange.end = now();
    const auto state = m_answer->end();
    if (state == AnswerReader::Taken::State::complete && text.empty())
        finish(Outcome::ok, {});
    else
        finish(Outcome::reset, text.empty() ? m_answer->error() : text);
}

void UserLine::cancel()
{
    if (!m_busy)
        return;
    // Not from inside the caller: it may be in the middle of its own bookkeeping.
    boost::asio::post(m_io, [weak = weak_from_this(), serial = m_serial] {
        const auto self = weak.lock();
        if (self && self->m_busy && self->m_serial == serial)
            self->abort(Outcome::reset, "cancelled");
    });
}

void UserLine::timeOut()
{
    abort(Outcome::timeout,
        "no complete answer within "
            + std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(m_timeout).count())
            + " ms");
}

void UserLine::abort(Outcome outcome, std::string text)
{
    if (!m_busy)
        return;
    readFrom();
    if (m_connection)
        m_connection->close();
    m_exchange.body.clear();
    finish(outcome, std::move(text));
}

void UserLine::finishLater(Outcome outcome, std::string text)
{
    boost::asio::post(m_io, [weak = weak_from_this(), serial = m_serial, outcome, text = std::move(text)] {
        const auto self = weak.lock();
        if (self && self->m_busy && self->m_serial == serial)
            self->finish(outcome, text);
    });
}

void UserLine::finish(Outcome outcome, std::string text)
{
    m_exchange.outcome = outcome;
    m_exchange.error = std::move(text);
    if (m_exchange.end == Nanos{})
        m_exchange.end = now();
    if (m_exchange.status == 0)
        m_exchange.headers.clear();
    if (m_broken)
        m_exchange.body.clear();
    m_busy = false;
    m_deadline = Nanos::max();
    if (m_connection && m_connection->isClosed())
        std::erase(m_connections, m_connection);
    m_connection.reset();
    if (std::exchange(m_dropWhenDone, false))
        closeAll();
    // Out of the members first: the completion usually sends the next request.
    const Transport::Completion completion = std::exchange(m_completion, nullptr);
    completion(std::move(m_exchange));
}

void UserLine::dropConnections()
{
    if (m_busy)
        m_dropWhenDone = true;
    else
        closeAll();
}

} // namespace plumb::engine::direct
