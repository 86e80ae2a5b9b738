// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/qnamfactory.h"

#include "engine/qnam/qnamtransport.h"
#include "engine/qnam/qtreactor.h"
#include "engine/qnam/targetprobe.h"
#include "engine/qnam/tlsconfig.h"

#include <QUrl>

namespace plumb::engine::qnam {

namespace {

/// Pools that were given up close after this; longer than most think times inside an iteration.
constexpr int renewedPoolExpiry_s = 10;

Result<QUrl> parseBase(const std::string& base)
{
    QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(base), QUrl::StrictMode);
    const bool known = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !known || url.host().isEmpty()) {
        return Error{ErrorKind::input, "\"" + base + "\" is no http or https URL", "target.base_url",
            "write it like http://127.0.0.1:8080"};
    }
    return url;
}

Result<QNetworkProxy> parseProxy(const std::string& text)
{
    if (text.empty()) {
        return QNetworkProxy(QNetworkProxy::NoProxy);
    }
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    const bool http = url.scheme() == QLatin1String("http");
    const bool socks = url.scheme() == QLatin1String("socks5");
    if (!url.isValid() || url.host().isEmpty() || (!http && !socks)) {
        return Error{ErrorKind::input, "\"" + text + "\" is no proxy address", "target.proxy",
            "write it like http://127.0.0.1:3128 or socks5://127.0.0.1:1080"};
    }
    constexpr int httpPort = 3128;
    constexpr int socksPort = 1080;
    return QNetworkProxy(http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, url.host(),
        static_cast<quint16>(url.port(http ? httpPort : socksPort)), url.userName(), url.password());
}

std::string poolText(const PoolPlan& plan)
{
    if (plan.keys == 0) {
        return "managers of " + std::to_string(plan.users_per_manager) + " users";
    }
    return plan.kind == HostKind::http ? "a key per user" : "a key per user (case variants of the host name)";
}

} // namespace

Result<void> QnamFactory::prepare(const TransportSettings& settings)
{
    // DefaultProxy, which selects the buffered socket path, stands for the application proxy: none.
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    const Result<QUrl> url = parseBase(settings.base_url);
    if (!url) {
        return url.error();
    }
    const Result<QNetworkProxy> proxy = parseProxy(settings.target.proxy);
    if (!proxy) {
        return proxy.error();
    }
    const Result<QSslConfiguration> tls = makeTlsConfig(settings.target.tls, settings.folder);
    if (!tls) {
        return tls.error();
    }

    WireSettings wire;
    wire.host = url->host(QUrl::FullyEncoded).toStdString();
    wire.server_name = settings.target.tls.server_name;
    wire.http2 = settings.target.http == "2";
    wire.close_each = settings.target.connection == scenario::Connection::perRequest;
    wire.fresh_pools = settings.target.connection != scenario::Connection::keepAlive;
    wire.cache_expiry_s = wire.fresh_pools ? renewedPoolExpiry_s : 0;
    wire.tls = *tls;
    const std::string verifyName = wire.server_name.empty() ? wire.host : wire.server_name;

    ProbeRequest probe;
    probe.url = *url;
    probe.verify_name = verifyName;
    probe.proxy = *proxy;
    probe.tls = *tls;
    probe.http2 = wire.http2;
    const Result<ProbeFindings> found = probeTarget(probe);
    if (!found) {
        return found.error();
    }
    if (proxy->type() == QNetworkProxy::NoProxy) {
        wire.address = found->address;
    } else {
        wire.proxy = *proxy;
    }
    if (!settings.target.tls.verify.get(true)) {
        // What verifies raises no sslErrors(), which would halt the manager's thread for each new connection.
        wire.tls.setCaCertificates(found->chain);
    }

    const HostKind kind = hostKind(url->scheme() == QLatin1String("https"), verifyName);
    const auto [tested, first] = m_selfTests.try_emplace(kind);
    if (first) {
        tested->second = runSelfTest(kind);
    }
    m_selfTest = tested->second;
    (kind == HostKind::http ? wire.plain_keys_work : wire.encrypted_keys_work) = m_selfTest.passed();
    m_plan = planPools(kind, verifyName, m_selfTest.passed());
    m_users = settings.users;
    m_wire = std::move(wire);
    return {};
}

std::map<std::string, std::string> QnamFactory::describe() const
{
    const bool direct = m_wire.proxy.type() == QNetworkProxy::DefaultProxy;
    return {
        {"http", m_wire.http2 ? "2" : "1.1"},
        {"socket_path", direct ? "buffered (proxy factory)" : "proxy"},
        {"pools", poolText(m_plan)},
        {"managers_per_worker", std::to_string(m_plan.managersFor(std::max(m_users, 1)))},
        {"self_test", m_selfTest.text()},
        {"address", direct ? m_wire.address : "resolved by the proxy"},
    };
}

std::string QnamFactory::version() const
{
    return std::string("Qt ") + qVersion();
}

Result<WorkerIo> QnamFactory::make(const TransportSettings&)
{
    return WorkerIo{std::make_unique<QtReactor>(), std::make_unique<QnamTransport>(m_wire)};
}

} // namespace plumb::engine::qnam
