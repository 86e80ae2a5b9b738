// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/connection.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include <array>
#include <charconv>
#include <cstring>

namespace plumb::engine::direct {

namespace asio = boost::asio;
using report::Outcome;

namespace {

constexpr std::size_t firstBuffer = 8 * 1024;
constexpr std::size_t wideBuffer = 64 * 1024; ///< once an answer has filled the first
constexpr std::size_t cipherBuffer = 17 * 1024; ///< a TLS record
constexpr std::size_t longestTunnelAnswer = 64 * 1024;

Nanos now()
{
    return SteadyClock().now();
}

std::string lowerFirst(std::string text)
{
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string text(const asio::ip::tcp::endpoint& endpoint)
{
    return Origin{endpoint.address().to_string(), endpoint.port(), false}.text();
}

} // namespace

Connection::Connection(
    asio::io_context& io, const DirectSettings& settings, Origin origin, ConnectionUser& user)
    : m_io(io)
    , m_settings(settings)
    , m_origin(std::move(origin))
    , m_user(&user)
    , m_socket(io)
{
}

void Connection::open()
{
    m_state = State::connecting;
    const Origin& place = m_settings.proxy ? m_settings.proxy->place : m_origin;
    ErrorCode noAddress;
    auto address = asio::ip::make_address(place.host, noAddress);
    if (m_settings.address && (m_settings.proxy || place.host == m_settings.target.host)) {
        address = *m_settings.address;
        noAddress = {};
    }
    if (!noAddress) {
        asio::post(m_io, [self = shared_from_this(), endpoint = Tcp::endpoint(address, place.port)] {
            if (self->m_state == State::connecting)
                self->connect({endpoint}, 0);
        });
        return;
    }
    auto resolver = std::make_shared<Tcp::resolver>(m_io);
    resolver->async_resolve(place.host, std::to_string(place.port), Tcp::resolver::numeric_service,
        [self = shared_from_this(), resolver, host = place.host](
            const ErrorCode& error, const Tcp::resolver::results_type& found) {
            if (self->m_state != State::connecting)
                return;
            if (error || found.empty()) {
                self->fail(Outcome::dns,
                    "the host name " + host + " does not resolve (" + lowerFirst(error.message()) + ")");
                return;
            }
            std::vector<Tcp::endpoint> endpoints;
            for (const auto& entry : found)
                endpoints.push_back(entry.endpoint());
            self->connect(std::move(endpoints), 0);
        });
}

void Connection::connect(std::vector<Tcp::endpoint> endpoints, std::size_t index)
{
    const Tcp::endpoint endpoint = endpoints[index];
    m_tried += (m_tried.empty() ? "" : ", ") + text(endpoint);
    if (m_opening.connect_start == Nanos{})
        m_opening.connect_start = now();
    ErrorCode error;
    m_socket.close(error);
    m_socket.open(endpoint.protocol(), error);
    if (error) {
        m_shortage = shortageOf(error.value());
        fail(Outcome::connect, lowerFirst(error.message()) + " (" + text(endpoint) + ")");
        return;
    }
    m_socket.set_option(Tcp::no_delay(true), error);
    m_socket.async_connect(endpoint,
        [self = shared_from_this(), endpoints = std::move(endpoints), index](
            const ErrorCode& failed) mutable { self->onConnected(failed, std::move(endpoints), index); });
}

void Connection::onConnected(const ErrorCode& error, std::vector<Tcp::endpoint> endpoints, std::size_t index)
{
    if (m_state != State::connecting)
        return;
    if (error && index + 1 < endpoints.size()) {
        connect(std::move(endpoints), index + 1);
        return;
    }
    if (error) {
        m_shortage = shortageOf(error.value());
        fail(Outcome::connect, lowerFirst(error.message()) + " (" + text(endpoints[index]) + ")");
        return;
    }
    m_opening.connected = now();
    m_peer = endpoints[index].address();
    ErrorCode ignored;
    m_socket.non_blocking(true, ignored);
    m_buffer.resize(firstBuffer);
    if (m_settings.proxy && m_origin.secure)
        askForTunnel();
    else if (m_origin.secure)
        secure();
    else
        stand();
}

void Connection::askForTunnel()
{
    m_state = State::tunnelling;
    const std::string place = m_origin.text();
    m_own = "CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\nUser-Agent: plumbline\r\n";
    if (!m_settings.proxy->authorization.empty())
        m_own += "Proxy-Authorization: " + m_settings.proxy->authorization + "\r\n";
    m_own += "\r\n";
    m_head = m_own;
    flush();
    read();
}

void Connection::readTunnelAnswer()
{
    constexpr std::string_view endOfHead = "\r\n\r\n";
    const std::string_view seen(m_buffer.data() + m_begin, m_end - m_begin);
    const std::size_t end = seen.find(endOfHead);
    if (end == std::string_view::npos) {
        if (seen.size() > longestTunnelAnswer)
            fail(Outcome::connect, "the proxy gave no proper answer");
        else
            read();
        return;
    }
    const std::string_view status = seen.substr(0, seen.find("\r\n"));
    int code = 0;
    if (status.starts_with("HTTP/1.") && status.size() >= 12)
        std::from_chars(status.data() + 9, status.data() + 12, code);
    if (code < 200 || code > 299) {
        const std::string said(status.substr(0, 100));
        fail(Outcome::connect,
            "the proxy " + m_settings.proxy->place.text() + " refused to connect to " + m_origin.text() + " ("
                + said + ")");
        return;
    }
    const std::string early(seen.substr(end + endOfHead.size()));
    m_begin = m_end = 0;
    m_opening.connected = now();
    secure();
    if (!early.empty() && m_state == State::securing) {
        m_tls->received(early);
        shakeHands();
    }
}

void Connection::secure()
{
    m_state = State::securing;
    const bool named = m_origin.host == m_settings.target.host && !m_settings.server_name.empty();
    m_tls = std::make_unique<TlsChannel>(*m_settings.tls, named ? m_settings.server_name : m_origin.host);
    m_cipher.resize(cipherBuffer);
    shakeHands();
    if (m_state == State::securing)
        read();
}

void Connection::shakeHands()
{
    const TlsChannel::Step step = m_tls->handshake();
    flush();
    if (step == TlsChannel::Step::done) {
        m_opening.tls_done = now();
        stand();
    } else if (step != TlsChannel::Step::more) {
        fail(Outcome::tls, m_tls->error());
    }
}

void Connection::stand()
{
    m_state = State::open;
    if (!m_tls)
        read();
    m_user->opened();
}

void Connection::fail(Outcome outcome, std::string text)
{
    ConnectionUser* user = m_user;
    close();
    user->openFailed(outcome, text);
}

void Connection::close()
{
    if (m_state == State::closed)
        return;
    if (m_tls && m_state == State::open && !m_awaiting) {
        m_tls->sayGoodbye();
        flush();
    }
    m_state = State::closed;
    ErrorCode ignored;
    m_socket.close(ignored);
}

/// Where the next bytes go.
char* Connection::space(std::size_t& size)
{
    if (m_begin == m_end) {
        m_begin = m_end = 0;
    } else if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end == m_buffer.size())
        m_buffer.resize(std::max(wideBuffer, 2 * m_buffer.size()));
    size = m_buffer.size() - m_end;
    return m_buffer.data() + m_end;
}

void Connection::read()
{
    std::size_t size = m_cipher.size();
    char* place = m_tls ? m_cipher.data() : space(size);
    m_socket.async_read_some(
        asio::buffer(place, size), [self = shared_from_this()](const ErrorCode& error, std::size_t bytes) {
            self->onRead(error, bytes);
        });
}

void Connection::onRead(const ErrorCode& error, std::size_t bytes)
{
    if (m_state == State::closed)
        return;
    if (error) {
        const bool end = error == asio::error::eof;
        lose(end ? std::string() : lowerFirst(error.message()), false);
        return;
    }
    if (!m_tls) {
        m_end += bytes;
        if (m_state == State::tunnelling)
            readTunnelAnswer();
        else if (deliver())
            read();
        return;
    }
    m_tls->received({m_cipher.data(), bytes});
    if (m_state == State::securing)
        shakeHands();
    if (m_state == State::open)
        decrypt();
    if (m_state != State::closed)
        read();
}

void Connection::decrypt()
{
    while (m_state == State::open) {
        std::size_t size = 0;
        char* place = space(size);
        std::size_t got = 0;
        const TlsChannel::Step step = m_tls->read(place, size, got);
        flush();
        if (step == TlsChannel::Step::more)
            return;
        if (step != TlsChannel::Step::done) {
            const bool failed = step == TlsChannel::Step::failed;
            lose(failed ? m_tls->error() : std::string(), failed);
            return;
        }
        m_end += got;
        if (!deliver())
            return;
    }
}

/// Gives the user what there is. False: the connection is closed or the user has been called for the last
/// time.
bool Connection::deliver()
{
    if (!m_awaiting) { // nobody asked
        close();
        return false;
    }
    bool done = false;
    bool keep = false;
    m_begin += m_user->received({m_buffer.data() + m_begin, m_end - m_begin}, done, keep);
    if (!done)
        return true;
    m_awaiting = false;
    const bool allSent = m_tls ? m_tls->outgoing().empty() : m_head.empty() && m_body.empty();
    if (!keep || m_begin != m_end || !allSent) {
        close();
        m_user->answered();
        return false;
    }
    if (!m_tls) {
        read(); // before the user goes on: what it sends next needs nothing from here
        m_user->answered();
        return false;
    }
    m_user->answered();
    return m_state == State::open;
}

void Connection::lose(const std::string& text, bool byTls)
{
    const State was = m_state;
    const bool awaited = std::exchange(m_awaiting, false);
    if (was == State::tunnelling) {
        fail(Outcome::connect, "the proxy " + m_settings.proxy->place.text() + " closed the connection");
    } else if (was == State::securing) {
        fail(Outcome::tls, text.empty() ? "the connection closed during the TLS handshake" : text);
    } else {
        m_awaiting = awaited; // no goodbye on a connection that broke
        close();
        m_awaiting = false;
        if (awaited)
            m_user->lost(text, byTls);
    }
}

bool Connection::write(std::string_view head, std::string_view body)
{
    m_awaiting = true;
    if (!m_tls) {
        m_head = head;
        m_body = body;
        flush();
        return m_head.empty() && m_body.empty();
    }
    constexpr std::size_t oneRecord = 16 * 1024;
    if (!body.empty() && head.size() + body.size() <= oneRecord) {
        m_own.assign(head).append(body);
        m_tls->write(m_own);
    } else {
        m_tls->write(head);
        m_tls->write(body);
    }
    flush();
    return m_tls->outgoing().empty();
}

/// Writes what the socket takes. Errors are left to the read under way, which also sees an answer that came
/// before the connection broke.
void Connection::flush()
{
    if (m_tls) {
        const std::string_view all = m_tls->outgoing();
        while (m_cipherSent < all.size()) {
            ErrorCode error;
            m_cipherSent += m_socket.send(
                asio::buffer(all.data() + m_cipherSent, all.size() - m_cipherSent), 0, error);
            if (error == asio::error::would_block) {
                awaitWritable();
                return;
            }
            if (error)
                break;
        }
        m_cipherSent = 0;
        if (!all.empty())
            m_tls->sent();
        return;
    }
    while (!m_head.empty() || !m_body.empty()) {
        ErrorCode error;
        std::size_t sent = 0;
        if (m_body.empty()) {
            sent = m_socket.send(asio::buffer(m_head.data(), m_head.size()), 0, error);
        } else {
            const std::array<asio::const_buffer, 2> parts{
                asio::buffer(m_head.data(), m_head.size()), asio::buffer(m_body.data(), m_body.size())};
            sent = m_socket.send(parts, 0, error);
        }
        if (error == asio::error::would_block) {
            awaitWritable();
            return;
        }
        if (error) {
            m_head = m_body = {};
            return;
        }
        const std::size_t ofHead = std::min(sent, m_head.size());
        m_head.remove_prefix(ofHead);
        m_body.remove_prefix(sent - ofHead);
    }
}

void Connection::awaitWritable()
{
    if (std::exchange(m_awaitingWritable, true))
        return;
    m_socket.async_wait(Tcp::socket::wait_write, [self = shared_from_this()](const ErrorCode& error) {
        self->m_awaitingWritable = false;
        if (error || self->m_state == State::closed)
            return;
        const bool answering = self->m_awaiting;
        self->flush();
        const bool all
            = self->m_tls ? self->m_tls->outgoing().empty() : self->m_head.empty() && self->m_body.empty();
        if (all && answering && self->m_state == State::open)
            self->m_user->written();
    });
}

} // namespace plumb::engine::direct
