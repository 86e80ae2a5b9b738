// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/connection.h"

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace plumb::sample {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Socket = asio::ip::tcp::socket;
using TlsSocket = asio::ssl::stream<Socket>;
using Failure = boost::system::error_code;

constexpr std::size_t readBytes = 16U << 10; ///< asked of the socket at a time
constexpr std::size_t flushBytes = 64U << 10; ///< of pipelined answers kept back at most
constexpr double drainSeconds = 2.0;

Nanos fromSeconds(double seconds)
{
    return std::chrono::duration_cast<Nanos>(std::chrono::duration<double>(seconds));
}

int statusOf(const Failure& error)
{
    if (error == http::error::body_limit) {
        return 413;
    }
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        return 431;
    }
    return error == http::error::bad_version ? 505 : 400;
}

/// Reads, answers and writes one connection's requests in their order; answers to pipelined requests that
/// need no waiting leave in one write. At most one read, one write or one wait is under way at a time.
template <class Stream>
class Connection final : public std::enable_shared_from_this<Connection<Stream>>, public Watched
{
public:
    template <class... Args>
    Connection(Worker& worker, Args&&... args)
        : m_worker(worker)
        , m_stream(std::forward<Args>(args)...)
        , m_timer(worker.io())
    {
    }
    ~Connection() override { m_worker.unwatch(this); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start()
    {
        if (!m_worker.watch(this)) {
            return;
        }
        Failure ignored;
        m_stream.lowest_layer().set_option(asio::ip::tcp::no_delay(true), ignored);
        if constexpr (std::is_same_v<Stream, TlsSocket>) {
            giveTime(m_worker.limits().request_s);
            m_stream.async_handshake(
                asio::ssl::stream_base::server, [self = this->shared_from_this()](const Failure& error) {
                    if (!error) {
                        self->newRequest();
                        self->read();
                    }
                });
        } else {
            newRequest();
            read();
        }
    }

    void expire() override
    {
        if (m_reading && m_inRequest) {
            m_late = true; // the read ends with an error and the client is told
        }
        deadline = Nanos::max();
        if (m_late) {
            Failure ignored;
            m_stream.lowest_layer().cancel(ignored);
        } else {
            close();
        }
    }

    void close() override
    {
        Failure ignored;
        m_stream.lowest_layer().close(ignored);
    }

private:
    using Parser = http::request_parser<http::string_body>;

    void giveTime(double seconds) { deadline = SteadyClock().now() + fromSeconds(seconds); }

    void newRequest()
    {
        m_parser.emplace();
        m_parser->eager(true);
        m_parser->header_limit(static_cast<std::uint32_t>(m_worker.limits().header_bytes));
        m_parser->body_limit(m_worker.limits().body_bytes);
        m_inRequest = false;
        m_toldToContinue = false;
        giveTime(m_worker.limits().idle_s);
    }

    void read()
    {
        m_reading = true;
        m_stream.async_read_some(m_in.prepare(readBytes),
            [self = this->shared_from_this()](
                const Failure& error, std::size_t bytes) { self->onRead(error, bytes); });
    }

    void onRead(const Failure& error, std::size_t bytes)
    {
        m_reading = false;
        if (m_late) {
            refuse(408, "request_too_slow");
            return;
        }
        if (error) {
            return; // closed by the client, or broken: nobody is left to tell
        }
        m_in.commit(bytes);
        parse();
    }

    /// Takes requests out of the input as long as they are whole and their answers need no waiting.
    void parse()
    {
        while (m_in.size() > 0) {
            if (!m_inRequest) {
                m_inRequest = true;
                giveTime(m_worker.limits().request_s);
            }
            Failure error;
            const auto used = m_parser->put(m_in.data(), error);
            m_in.consume(used);
            if (error == http::error::need_more) {
                if (m_in.size() > m_worker.limits().header_bytes + readBytes) {
                    refuse(431, "header_too_large");
                    return;
                }
                break;
            }
            if (error) {
                refuse(statusOf(error), "bad_request");
                return;
            }
            if (!m_parser->is_done()) {
                if (used == 0) {
                    break;
                }
                continue;
            }
            if (!answer()) {
                return;
            }
        }
        if (m_parser->is_header_done() && !m_parser->is_done() && !m_toldToContinue
            && beast::iequals(m_parser->get()[http::field::expect], "100-continue")) {
            m_toldToContinue = true;
            m_out += "HTTP/1.1 100 Continue\r\n\r\n";
        }
        if (m_out.empty()) {
            read();
        } else {
            flush([](Connection& self) { self.read(); });
        }
    }

    /// Handles the whole request in the parser. False: the rest of the input must wait.
    bool answer()
    {
        deadline = Nanos::max();
        m_started = SteadyClock().now();
        const auto& message = m_parser->get();
        RequestView view(message.method_string(), message.target(), message.body(),
            [&message](std::string_view name) -> std::optional<std::string_view> {
                const auto found = message.find(beast::string_view(name.data(), name.size()));
                return found == message.end() ? std::nullopt
                                              : std::optional<std::string_view>(found->value());
            });
        m_reply = Reply{};
        m_worker.handler().handle(view, m_reply);
        if (m_reply.wait.count() == 0) {
            return finish();
        }
        // What is ready goes out before the wait.
        if (m_out.empty()) {
            wait();
        } else {
            flush([](Connection& self) { self.wait(); });
        }
        return false;
    }

    void wait()
    {
        m_timer.expires_at(std::chrono::steady_clock::time_point(m_started + m_reply.wait));
        m_timer.async_wait([self = this->shared_from_this()](const Failure& error) {
            if (!error && self->finish()) {
                self->parse();
            }
        });
    }

    /// Puts the answer into the output. False: the connection goes on by itself, or ends.
    bool finish()
    {
        if (m_reply.cpu.count() > 0) {
            const auto until = SteadyClock().now() + m_reply.cpu;
            while (SteadyClock().now() < until) { } // computing is what the spec asks for
        }
        const auto& message = m_parser->get();
        const bool keep = message.keep_alive();
        serialise(message.method() == http::verb::head, keep, message.version() == 10);
        m_worker.answered({message.method_string(), message.target(), m_reply.status,
                              SteadyClock().now() - m_started, bodyOf(m_reply).size()},
            m_reply.route);
        if (!keep) {
            flush([](Connection& self) { self.drain(); });
            return false;
        }
        newRequest();
        if (m_out.size() > flushBytes) {
            flush([](Connection& self) { self.parse(); });
            return false;
        }
        return true;
    }

    static const std::string& bodyOf(const Reply& reply)
    {
        return reply.fixed != nullptr ? reply.fixed->body : reply.body;
    }

    void serialise(bool head, bool keep, bool oldVersion)
    {
        if (m_reply.fixed != nullptr) {
            m_out += m_reply.fixed->head;
        } else {
            m_out += headOf(m_reply);
        }
        m_out += m_worker.dateLine();
        if (!keep) {
            m_out += "Connection: close\r\n";
        } else if (oldVersion) {
            m_out += "Connection: keep-alive\r\n";
        }
        m_out += "\r\n";
        if (!head) {
            m_out += bodyOf(m_reply);
        }
    }

    /// Answers something that is no request, and closes.
    void refuse(int status, std::string_view reason)
    {
        m_reply = Reply{};
        m_reply.route = std::numeric_limits<std::size_t>::max();
        setError(m_reply, status, reason);
        serialise(false, false, false);
        m_worker.answered({"-", "-", status, Nanos(0), m_reply.body.size()}, m_reply.route);
        flush([](Connection& self) { self.drain(); });
    }

    template <class Next>
    void flush(Next next)
    {
        giveTime(m_worker.limits().request_s);
        std::swap(m_out, m_writing);
        m_out.clear();
        asio::async_write(m_stream, asio::buffer(m_writing),
            [self = this->shared_from_this(), next](const Failure& error, std::size_t) {
                if (error) {
                    return;
                }
                self->m_writing.clear();
                if (self->m_writing.capacity() > (1U << 20)) {
                    self->m_writing.shrink_to_fit();
                }
                self->giveTime(
                    self->m_inRequest ? self->m_worker.limits().request_s : self->m_worker.limits().idle_s);
                next(*self);
            });
    }

    /// Says that no more comes and reads on until the client closes: closing with unread input would reset
    /// the connection, and the client might lose the answer.
    void drain()
    {
        giveTime(drainSeconds);
        if constexpr (std::is_same_v<Stream, TlsSocket>) {
            m_stream.async_shutdown([self = this->shared_from_this()](const Failure&) {});
        } else {
            Failure ignored;
            m_stream.shutdown(Socket::shutdown_send, ignored);
            m_in.clear();
            discard();
        }
    }

    void discard()
    {
        m_stream.async_read_some(
            m_in.prepare(readBytes), [self = this->shared_from_this()](const Failure& error, std::size_t) {
                if (!error) {
                    self->discard();
                }
            });
    }

    Worker& m_worker;
    Stream m_stream;
    asio::steady_timer m_timer;
    beast::flat_buffer m_in;
    std::optional<Parser> m_parser;
    std::string m_out, m_writing; ///< being filled, being sent
    Reply m_reply;
    Nanos m_started{0};
    bool m_reading = false, m_inRequest = false, m_late = false, m_toldToContinue = false;
};

} // namespace

void serve(Worker& worker, Socket socket)
{
    std::make_shared<Connection<Socket>>(worker, std::move(socket))->start();
}

void serveTls(Worker& worker, Socket socket, asio::ssl::context& context)
{
    std::make_shared<Connection<TlsSocket>>(worker, std::move(socket), context)->start();
}

} // namespace plumb::sample
