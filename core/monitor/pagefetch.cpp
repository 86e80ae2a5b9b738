// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/pagefetch.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <QUrl>

namespace plumb::monitor {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;

class Fetch
{
public:
    Fetch(const PageAddress& address, std::chrono::milliseconds timeout, std::size_t maxBytes)
        : m_address(address)
        , m_url(QUrl(QString::fromStdString(address.url)))
        , m_timeout(timeout)
        , m_tls(asio::ssl::context::tls_client)
        , m_resolver(m_io)
    {
        m_parser.body_limit(maxBytes);
        m_parser.header_limit(64U << 10);
    }

    Result<std::string> run()
    {
        const auto asked = ask();
        return asked ? answer() : Result<std::string>(asked.error());
    }

    Result<int> status()
    {
        const auto asked = ask();
        return asked ? Result<int>(static_cast<int>(m_parser.get().result_int()))
                     : Result<int>(asked.error());
    }

private:
    Result<void> ask()
    {
        const bool secure = m_url.scheme() == QLatin1String("https");
        if ((!secure && m_url.scheme() != QLatin1String("http")) || m_url.host().isEmpty()) {
            return error("this is no http or https address");
        }
        if (secure) {
            if (auto ready = prepareTls(); !ready) {
                return ready.error();
            }
            m_secure.emplace(m_io, m_tls);
        } else {
            m_plain.emplace(m_io);
        }
        lowest().expires_after(m_timeout);
        const auto host = m_url.host().toStdString();
        const auto port = std::to_string(m_url.port(secure ? 443 : 80));
        m_resolver.async_resolve(host, port, [this](error_code code, const auto& found) {
            if (failed("find the host", code)) {
                return;
            }
            lowest().async_connect(
                found, [this](error_code connected, const auto&) { onConnected(connected); });
        });
        // A name that does not resolve in time is not noticed by the stream's own timer.
        m_io.run_for(m_timeout + std::chrono::milliseconds(200));
        if (!m_done) {
            return error("no answer within " + std::to_string(m_timeout.count()) + " ms");
        }
        return m_failure.empty() ? Result<void>() : Result<void>(error(m_failure));
    }

    [[nodiscard]] Error error(const std::string& what) const
    {
        const auto shown = m_url.adjusted(QUrl::RemoveUserInfo).toString().toStdString();
        return {ErrorKind::target, what, shown, {}};
    }

    beast::tcp_stream& lowest() { return m_secure ? beast::get_lowest_layer(*m_secure) : *m_plain; }

    Result<void> prepareTls()
    {
        error_code code;
        m_tls.set_default_verify_paths(code);
        if (!m_address.ca_file.empty()) {
            m_tls.load_verify_file(m_address.ca_file.string(), code);
            if (code) {
                return error("the certificates in " + m_address.ca_file.string() + " cannot be read");
            }
        }
        m_tls.set_verify_mode(m_address.verify ? asio::ssl::verify_peer : asio::ssl::verify_none);
        return {};
    }

    bool failed(const char* doing, error_code code)
    {
        if (!code) {
            return false;
        }
        m_done = true;
        m_failure = code == beast::error::timeout
            ? "no answer within " + std::to_string(m_timeout.count()) + " ms"
            : std::string("could not ") + doing + ": " + code.message();
        return true;
    }

    void onConnected(error_code code)
    {
        if (failed("connect", code)) {
            return;
        }
        if (!m_secure) {
            send();
            return;
        }
        auto host = m_url.host().toStdString();
        // What SSL_set_tlsext_host_name() is a macro for.
        ::SSL_ctrl(
            m_secure->native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, host.data());
        if (m_address.verify) {
            m_secure->set_verify_callback(asio::ssl::host_name_verification(host));
        }
        m_secure->async_handshake(asio::ssl::stream_base::client, [this](error_code shaken) {
            if (!failed("agree on TLS", shaken)) {
                send();
            }
        });
    }

    void send()
    {
        const auto path = m_url.path(QUrl::FullyEncoded);
        m_request.method(http::verb::get);
        m_request.version(11);
        m_request.target((path.isEmpty() ? QStringLiteral("/") : path).toStdString()
            + (m_url.hasQuery() ? "?" + m_url.query(QUrl::FullyEncoded).toStdString() : std::string()));
        m_request.set(http::field::host,
            m_url.authority(QUrl::FullyEncoded).section(QLatin1Char('@'), -1).toStdString());
        m_request.set(http::field::accept, "text/plain;version=0.0.4, */*;q=0.1");
        m_request.set(http::field::user_agent, "plumb");
        m_request.set(http::field::connection, "close");
        if (!m_url.userName().isEmpty()) {
            const QByteArray both = m_url.userName(QUrl::FullyDecoded).toUtf8() + ':'
                + m_url.password(QUrl::FullyDecoded).toUtf8();
            m_request.set(http::field::authorization, "Basic " + both.toBase64().toStdString());
        }
        const auto written = [this](error_code code, std::size_t) {
            if (!failed("ask", code)) {
                receive();
            }
        };
        if (m_secure) {
            http::async_write(*m_secure, m_request, written);
        } else {
            http::async_write(*m_plain, m_request, written);
        }
    }

    void receive()
    {
        const auto read = [this](error_code code, std::size_t) {
            if (code == http::error::body_limit) {
                m_failure = "the page is too large";
            } else if (failed("read the answer", code)) {
                return;
            }
            m_done = true;
        };
        if (m_secure) {
            http::async_read(*m_secure, m_buffer, m_parser, read);
        } else {
            http::async_read(*m_plain, m_buffer, m_parser, read);
        }
    }

    Result<std::string> answer()
    {
        auto& response = m_parser.get();
        const int status = response.result_int();
        if (status != 200) {
            return error("the answer is " + std::to_string(status)
                + (status >= 300 && status < 400 ? ", a redirect; write the address it leads to" : ""));
        }
        return std::move(response.body());
    }

    const PageAddress& m_address;
    QUrl m_url;
    std::chrono::milliseconds m_timeout;
    asio::io_context m_io;
    asio::ssl::context m_tls;
    asio::ip::tcp::resolver m_resolver;
    std::optional<beast::tcp_stream> m_plain;
    std::optional<asio::ssl::stream<beast::tcp_stream>> m_secure;
    http::request<http::empty_body> m_request;
    http::response_parser<http::string_body> m_parser;
    beast::flat_buffer m_buffer;
    bool m_done = false;
    std::string m_failure;
};

} // namespace

Result<std::string> fetchPage(
    const PageAddress& address, std::chrono::milliseconds timeout, std::size_t maxBytes)
{
    return Fetch(address, timeout, maxBytes).run();
}

Result<int> fetchStatus(const PageAddress& address, std::chrono::milliseconds timeout)
{
    constexpr std::size_t most = 64U << 20;
    return Fetch(address, timeout, most).status();
}

} // namespace plumb::monitor
