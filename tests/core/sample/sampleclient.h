// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/sampleservice.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace plumb::sample::test {

using Response = boost::beast::http::response<boost::beast::http::string_body>;
using Headers = std::vector<std::pair<std::string, std::string>>;

/// A blocking HTTP client on one connection, with cookies. Anything unexpected throws, which fails the test.
class Client
{
public:
    explicit Client(const SampleService& service)
        : Client(service.port())
    {
    }
    explicit Client(unsigned short port);
    /// Over TLS, trusting @p caPem alone and checking @p name.
    Client(const SampleService& service, const std::string& caPem, const std::string& name)
        : Client(service.port(), caPem, name)
    {
    }
    Client(unsigned short port, const std::string& caPem, const std::string& name);

    Response get(const std::string& target, const Headers& headers = {})
    {
        return ask("GET", target, {}, headers);
    }
    Response post(const std::string& target, const std::string& body, const Headers& headers = {})
    {
        return ask("POST", target, body, headers);
    }
    Response ask(const std::string& method, const std::string& target, const std::string& body,
        const Headers& headers);

    void sendRaw(const std::string& bytes);
    /// The next answer; @p head: it has no body.
    Response receive(bool head = false);
    /// What comes until the service closes.
    std::string receiveRest();

    std::map<std::string, std::string> cookies; ///< kept from Set-Cookie and sent with each request

private:
    boost::asio::io_context m_io;
    boost::asio::ssl::context m_tls{boost::asio::ssl::context::tls_client};
    boost::asio::ip::tcp::socket m_socket{m_io};
    std::unique_ptr<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> m_secure;
    boost::beast::flat_buffer m_buffer;
};

/// As FakeClock, for services that read it on their own threads.
class AtomicClock final : public Clock
{
public:
    [[nodiscard]] Nanos now() const override { return Nanos(m_now.load()); }
    void advance(Nanos by) { m_now += by.count(); }

private:
    std::atomic<std::int64_t> m_now = 1'000'000'000;
};

/// JSON written with ' for ".
std::string quoted(std::string json);

/// A service with these routes (the JSON of the array, ' may stand for ") and further top-level fields,
/// ",\"limit_rps\":5".
std::unique_ptr<SampleService> startService(
    const std::string& routes, const std::string& fields = {}, Options options = {});

} // namespace plumb::sample::test
