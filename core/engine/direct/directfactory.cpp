// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/directfactory.h"

#include "engine/direct/asioreactor.h"
#include "engine/direct/directtransport.h"
#include "engine/direct/requesthead.h"
#include "engine/urlparts.h"

#include <QUrl>

#include <boost/version.hpp>
#include <openssl/crypto.h>

#include <cstdio>

namespace plumb::engine::direct {

namespace {

constexpr int proxyPort = 3128;

Result<std::optional<Proxy>> parseProxy(const std::string& text)
{
    if (text.empty())
        return std::optional<Proxy>();
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    if (url.isValid() && url.scheme() == QLatin1String("socks5")) {
        return Error{ErrorKind::input, "the direct transport knows no SOCKS proxies", "target.proxy",
            "use --transport qnam, or an HTTP proxy"};
    }
    if (!url.isValid() || url.host().isEmpty() || url.scheme() != QLatin1String("http")) {
        return Error{ErrorKind::input, "\"" + text + "\" is no proxy address", "target.proxy",
            "write it like http://127.0.0.1:3128"};
    }
    Proxy proxy;
    proxy.place = {lowerCase(url.host(QUrl::FullyEncoded).toStdString()),
        static_cast<std::uint16_t>(url.port(proxyPort)), false};
    if (!url.userInfo().isEmpty()) {
        const QString credentials
            = url.userName(QUrl::FullyDecoded) + QLatin1Char(':') + url.password(QUrl::FullyDecoded);
        proxy.authorization = "Basic " + credentials.toUtf8().toBase64().toStdString();
    }
    return std::optional<Proxy>(std::move(proxy));
}

std::string milliseconds(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.3f ms", value);
    return text;
}

} // namespace

Result<void> DirectFactory::prepare(const TransportSettings& settings)
{
    const std::optional<Origin> target = originOf(settings.base_url);
    if (!target) {
        return Error{ErrorKind::input, "\"" + settings.base_url + "\" is no http or https URL",
            "target.base_url", "write it like http://127.0.0.1:8080"};
    }
    if (settings.target.http == "2") {
        return Error{ErrorKind::input, "the direct transport speaks HTTP/1.1 only", "target.http",
            "set it to \"1.1\", or use --transport qnam"};
    }
    Result<std::optional<Proxy>> proxy = parseProxy(settings.target.proxy);
    if (!proxy)
        return proxy.error();
    const auto tls = TlsContext::make(settings.target.tls, settings.folder);
    if (!tls)
        return tls.error();
    DirectSettings made;
    made.target = *target;
    made.server_name = settings.target.tls.server_name;
    made.close_each = settings.target.connection == scenario::Connection::perRequest;
    made.proxy = std::move(*proxy);
    made.tls = *tls;
    const Result<ProbeFindings> found = probeTarget(made);
    if (!found)
        return found.error();
    m_found = *found;
    made.address = m_found.address;
    m_settings = std::move(made);
    return {};
}

std::map<std::string, std::string> DirectFactory::describe() const
{
    std::map<std::string, std::string> out{
        {"http", "1.1"},
        {"pools", "a connection per user"},
        {"address", m_settings.proxy ? "resolved by the proxy" : m_found.address.to_string()},
        {"probe_resolve", milliseconds(m_found.resolve_ms)},
        {"probe_connect", milliseconds(m_found.connect_ms)},
    };
    if (m_settings.target.secure)
        out.emplace("probe_tls", milliseconds(m_found.tls_ms));
    if (m_settings.proxy)
        out.emplace("proxy", m_settings.proxy->place.text());
    return out;
}

std::string DirectFactory::version() const
{
    return "Boost " + std::to_string(BOOST_VERSION / 100'000) + "."
        + std::to_string(BOOST_VERSION / 100 % 1000) + ", " + OpenSSL_version(OPENSSL_VERSION_STRING);
}

Result<WorkerIo> DirectFactory::make(const TransportSettings&)
{
    auto reactor = std::make_unique<AsioReactor>();
    auto transport = std::make_unique<DirectTransport>(reactor->context(), m_settings);
    return WorkerIo{std::move(reactor), std::move(transport)};
}

} // namespace plumb::engine::direct
