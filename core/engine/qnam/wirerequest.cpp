// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/wirerequest.h"

#include <QUrl>

namespace plumb::engine::qnam {

namespace {

QByteArray bytes(const std::string& text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// Headers of the same name become one line, which RFC 9110 section 5.3 declares equal; QNetworkRequest has
/// no second line of a name.
void addHeader(QNetworkRequest& request, const std::string& name, const std::string& value)
{
    const QByteArray key = bytes(name);
    if (!request.hasRawHeader(key)) {
        request.setRawHeader(key, bytes(value));
        return;
    }
    const QByteArray separator = key.compare("cookie", Qt::CaseInsensitive) == 0 ? "; " : ", ";
    request.setRawHeader(key, request.rawHeader(key) + separator + bytes(value));
}

void addDefault(QNetworkRequest& request, const QByteArray& name, const QByteArray& value)
{
    if (!request.hasRawHeader(name)) {
        request.setRawHeader(name, value);
    }
}

bool expectsLength(const std::string& method)
{
    return method == "POST" || method == "PUT" || method == "PATCH";
}

QByteArray authority(const QUrl& url)
{
    return url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo).toLatin1();
}

std::int64_t headBytes(const std::string& method, const QUrl& url, const QNetworkRequest& request)
{
    const QByteArray target
        = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    std::int64_t total
        = static_cast<std::int64_t>(method.size()) + std::max<qsizetype>(target.size(), 1) + 12 + 2;
    for (const QByteArray& name : request.rawHeaderList()) {
        total += name.size() + request.rawHeader(name).size() + 4;
    }
    return total;
}

} // namespace

bool WireRequest::matches(const Request& other, bool closing) const
{
    return close == closing && with_body == (other.body && !other.body->empty()) && method == other.method
        && url == other.url && headers == other.headers;
}

WireRequest makeWireRequest(const Request& request, bool close, const WireSettings& settings)
{
    WireRequest wire;
    wire.url = request.url;
    wire.headers = request.headers;
    wire.method = request.method;
    wire.with_body = request.body && !request.body->empty();
    wire.close = close;

    QUrl url = QUrl::fromEncoded(bytes(request.url), QUrl::StrictMode);
    const bool encrypted = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || (!encrypted && url.scheme() != QLatin1String("http"))) {
        wire.error = "\"" + request.url + "\" is no http or https URL";
        return wire;
    }
    url.setFragment(QString());
    const std::string host = url.host(QUrl::FullyEncoded).toStdString();
    const QByteArray hostHeader = authority(url);
    const bool target = host == settings.host;
    const std::string verifyName = target && !settings.server_name.empty() ? settings.server_name : host;
    wire.pools = planPools(hostKind(encrypted, verifyName), verifyName,
        encrypted ? settings.encrypted_keys_work : settings.plain_keys_work);
    // In HTTP/2 the URL is the only source of :authority, so the name has to stay in it.
    if (target && !settings.address.empty() && !settings.http2) {
        url.setHost(QString::fromStdString(settings.address));
    }

    QNetworkRequest& out = wire.request;
    out.setUrl(url);
    for (const auto& [name, value] : request.headers) {
        addHeader(out, name, value);
    }
    addDefault(out, "Host", hostHeader);
    addDefault(out, "User-Agent", "plumbline");
    addDefault(out, "Accept-Encoding", "identity");
    addDefault(out, "Accept-Language", "en");
    if (close) {
        out.setRawHeader("Connection", "close");
    } else {
        addDefault(out, "Connection", "keep-alive");
    }
    if (!wire.with_body && expectsLength(request.method)) {
        out.setRawHeader("Content-Length", "0");
    }
    wire.head_bytes = headBytes(request.method, url, out);
    if (wire.with_body) {
        wire.head_bytes += static_cast<std::int64_t>(
            std::string_view("Content-Length: \r\n").size() + std::to_string(request.body->size()).size());
    }

    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, settings.http2);
    if (settings.http2 && !encrypted) {
        out.setAttribute(QNetworkRequest::Http2DirectAttribute, true);
    }
    if (settings.cache_expiry_s > 0) {
        out.setAttribute(
            QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, settings.cache_expiry_s);
    }
    if (encrypted) {
        out.setSslConfiguration(settings.tls);
        // Without a key the real name still has to reach SNI and verification, since the URL holds an
        // address.
        if (wire.pools.keys == 0 && wire.pools.kind == HostKind::httpsName) {
            out.setPeerVerifyName(QString::fromStdString(verifyName));
        }
    }
    wire.valid = true;
    return wire;
}

} // namespace plumb::engine::qnam
