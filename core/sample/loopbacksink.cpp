// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/loopbacksink.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <thread>

namespace plumb::sample {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ErrorCode = boost::system::error_code;

constexpr std::string_view endOfHead = "\r\n\r\n";
constexpr std::string_view answer
    = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"ok\":true}";

/// Requests are told apart by the empty line at their end alone.
class Session : public std::enable_shared_from_this<Session>
{
public:
    explicit Session(tcp::socket socket)
        : m_socket(std::move(socket))
    {
        ErrorCode ignored;
        m_socket.set_option(tcp::no_delay(true), ignored);
    }

    void read()
    {
        m_socket.async_read_some(
            asio::buffer(m_buffer), [self = shared_from_this()](const ErrorCode& error, std::size_t bytes) {
                if (!error && self->take({self->m_buffer.data(), bytes})) {
                    self->read();
                }
            });
    }

private:
    bool take(std::string_view data)
    {
        ErrorCode error;
        for (const char c : data) {
            m_matched = c == endOfHead[m_matched] ? m_matched + 1 : c == '\r' ? 1U : 0U;
            if (m_matched == endOfHead.size()) {
                m_matched = 0;
                asio::write(m_socket, asio::buffer(answer.data(), answer.size()), error);
            }
        }
        return !error;
    }

    tcp::socket m_socket;
    std::array<char, 8192> m_buffer{};
    std::size_t m_matched = 0; ///< of the empty line
};

} // namespace

struct LoopbackSink::Impl
{
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    std::thread thread;

    void accept()
    {
        acceptor.async_accept([this](const ErrorCode& error, tcp::socket socket) {
            if (error) {
                return;
            }
            std::make_shared<Session>(std::move(socket))->read();
            accept();
        });
    }
};

LoopbackSink::LoopbackSink(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

LoopbackSink::~LoopbackSink()
{
    m_impl->io.stop();
    m_impl->thread.join();
}

Result<std::unique_ptr<LoopbackSink>> LoopbackSink::start()
{
    auto impl = std::make_unique<Impl>();
    ErrorCode error;
    const tcp::endpoint place(asio::ip::address_v4::loopback(), 0);
    impl->acceptor.open(place.protocol(), error);
    if (!error) {
        impl->acceptor.bind(place, error);
    }
    if (!error) {
        impl->acceptor.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error) {
        return Error{
            ErrorKind::io, "no port could be opened: " + error.message(), "127.0.0.1", "close some programs"};
    }
    impl->accept();
    impl->thread = std::thread([raw = impl.get()] { raw->io.run(); });
    return std::unique_ptr<LoopbackSink>(new LoopbackSink(std::move(impl)));
}

std::string LoopbackSink::baseUrl() const
{
    ErrorCode ignored;
    return "http://127.0.0.1:" + std::to_string(m_impl->acceptor.local_endpoint(ignored).port());
}

} // namespace plumb::sample
