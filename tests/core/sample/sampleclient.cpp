// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sample/sampleclient.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include <algorithm>
#include <stdexcept>
#include <sys/socket.h>

namespace plumb::sample::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;

Client::Client(unsigned short port)
{
    m_socket.connect({asio::ip::make_address("127.0.0.1"), port});
    const timeval patience{20, 0}; // a test that hangs must end by itself
    ::setsockopt(m_socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

Client::Client(unsigned short port, const std::string& caPem, const std::string& name)
    : Client(port)
{
    m_tls.add_certificate_authority(asio::buffer(caPem));
    m_secure = std::make_unique<asio::ssl::stream<asio::ip::tcp::socket&>>(m_socket, m_tls);
    m_secure->set_verify_mode(asio::ssl::verify_peer);
    m_secure->set_verify_callback(asio::ssl::host_name_verification(name));
    m_secure->handshake(asio::ssl::stream_base::client);
}

Response Client::ask(
    const std::string& method, const std::string& target, const std::string& body, const Headers& headers)
{
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers) {
        text += name + ": " + value + "\r\n";
    }
    std::string jar;
    for (const auto& [name, value] : cookies) {
        jar += (jar.empty() ? "" : "; ") + name + "=" + value;
    }
    if (!jar.empty()) {
        text += "Cookie: " + jar + "\r\n";
    }
    if (!body.empty()) {
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    sendRaw(text + "\r\n" + body);
    auto response = receive(method == "HEAD");
    const auto [first, last] = response.equal_range(http::field::set_cookie);
    for (auto it = first; it != last; ++it) {
        const std::string pair(it->value().substr(0, it->value().find(';')));
        const auto equals = pair.find('=');
        cookies[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    return response;
}

void Client::sendRaw(const std::string& bytes)
{
    if (m_secure) {
        asio::write(*m_secure, asio::buffer(bytes));
    } else {
        asio::write(m_socket, asio::buffer(bytes));
    }
}

Response Client::receive(bool head)
{
    http::response_parser<http::string_body> parser;
    parser.body_limit(boost::none);
    parser.skip(head);
    if (m_secure) {
        http::read(*m_secure, m_buffer, parser);
    } else {
        http::read(m_socket, m_buffer, parser);
    }
    return parser.release();
}

std::string Client::receiveRest()
{
    std::string rest;
    boost::system::error_code end;
    asio::read(m_socket, asio::dynamic_buffer(rest), end);
    if (end != asio::error::eof && end != asio::error::connection_reset) {
        throw std::runtime_error("the service did not close: " + end.message());
    }
    return rest;
}

std::string quoted(std::string json)
{
    std::replace(json.begin(), json.end(), '\'', '"');
    return json;
}

std::unique_ptr<SampleService> startService(
    const std::string& routes, const std::string& fields, Options options)
{
    const auto json
        = parseJson(quoted("{'schema':'plumbline.service/1','routes':" + routes + fields + "}"), "test.json");
    auto spec = specFromJson(json.value(), "test.json");
    options.spec = std::move(spec.value());
    auto service = SampleService::start(std::move(options));
    return std::move(service.value());
}

} // namespace plumb::sample::test
