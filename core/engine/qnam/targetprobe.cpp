// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/targetprobe.h"

#include "engine/qnam/tlsconfig.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QSslSocket>

namespace plumb::engine::qnam {

namespace {

constexpr const char* http2Protocol = "h2";

Error targetError(std::string what, std::string remedy)
{
    return Error{ErrorKind::target, std::move(what), {}, std::move(remedy)};
}

std::string shown(const QUrl& url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toStdString();
}

std::string endpoint(const QString& host, int port)
{
    return (host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host).toStdString()
        + ":" + std::to_string(port);
}

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

std::string lowerFirst(const QString& text)
{
    return text.isEmpty() ? std::string() : QString(text.at(0).toLower() + text.mid(1)).toStdString();
}

std::string seconds(std::chrono::milliseconds time)
{
    return std::to_string(time.count() / 1000) + " s";
}

bool isLiteral(const QString& host)
{
    return !QHostAddress(host).isNull();
}

Result<QStringList> resolve(const QUrl& url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    if (isLiteral(host)) {
        return QStringList{host};
    }
    const QHostInfo info = QHostInfo::fromName(host);
    QStringList addresses;
    for (const QHostAddress& address : info.addresses()) {
        addresses << address.toString();
    }
    if (addresses.isEmpty()) {
        return targetError("cannot reach " + shown(url) + ": the host name " + host.toStdString()
                + " does not resolve (" + lowerFirst(info.errorString()) + ")",
            "check the name in target.base_url and the name service of this machine");
    }
    return addresses;
}

/// Prior knowledge (RFC 9113, 3.3 and 3.4): a server that speaks HTTP/2 answers our preface with a SETTINGS
/// frame.
bool speaksHttp2(QTcpSocket& socket, std::chrono::milliseconds timeout)
{
    constexpr int frameHead = 9;
    constexpr char settingsType = 4;
    socket.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    socket.write(QByteArray("\0\0\0\4\0\0\0\0\0", frameHead));
    while (socket.bytesAvailable() < frameHead) {
        if (!socket.waitForReadyRead(static_cast<int>(timeout.count()))) {
            return false;
        }
    }
    return socket.read(frameHead).at(3) == settingsType;
}

Error noHttp2(const ProbeRequest& request, const std::string& found)
{
    return targetError(shown(request.url) + " does not speak HTTP/2 (" + found + ")",
        "set target.http to \"1.1\", or switch HTTP/2 on at the server");
}

Error tlsError(const ProbeRequest& request, const QSslSocket& socket, const std::string& tried)
{
    const std::string reasons = explainTlsErrors(socket.sslHandshakeErrors(), request.verify_name);
    if (!reasons.empty()) {
        return targetError("the certificate of " + shown(request.url) + " does not verify: " + reasons
                + " (tried " + tried + ")",
            "name the authority that signed it in target.tls.ca_file, or set target.tls.verify to false");
    }
    return targetError("no TLS connection to " + shown(request.url) + ": " + lowerFirst(socket.errorString())
            + " (tried " + tried + ")",
        "does this port speak TLS, and does it ask for a client certificate (target.tls.client_cert)?");
}

/// The certificate and ALPN of a connected socket.
Result<void> secure(QSslSocket& socket, const ProbeRequest& request, const std::string& tried)
{
    QSslConfiguration config = request.tls;
    if (request.http2) {
        config.setAllowedNextProtocols({http2Protocol, QSslConfiguration::NextProtocolHttp1_1});
    }
    socket.setSslConfiguration(config);
    socket.setPeerVerifyName(QString::fromStdString(request.verify_name));
    socket.startClientEncryption();
    if (!socket.waitForEncrypted(static_cast<int>(request.timeout.count()))) {
        return tlsError(request, socket, tried);
    }
    if (request.http2 && socket.sslConfiguration().nextNegotiatedProtocol() != http2Protocol) {
        const QByteArray got = socket.sslConfiguration().nextNegotiatedProtocol();
        return noHttp2(request, got.isEmpty() ? "ALPN gave no protocol" : "ALPN gave " + got.toStdString());
    }
    return {};
}

Error unreachable(const ProbeRequest& request, const QTcpSocket& socket, const std::string& tried)
{
    switch (socket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return targetError("cannot reach " + shown(request.url) + ": connection refused",
            "is the service running? tried " + tried);
    case QAbstractSocket::SocketTimeoutError:
        return targetError("cannot reach " + shown(request.url) + ": no answer",
            "is the service running, and does a firewall drop the packets? tried " + tried + " for "
                + seconds(request.timeout));
    default:
        return targetError("cannot reach " + shown(request.url) + ": " + lowerFirst(socket.errorString()),
            "is the service running? tried " + tried);
    }
}

Result<ProbeFindings> probeThroughProxy(const ProbeRequest& request)
{
    const std::string proxy = endpoint(request.proxy.hostName(), request.proxy.port());
    const int wait = static_cast<int>(request.timeout.count());
    QSslSocket socket;
    const bool encrypted = request.url.scheme() == QLatin1String("https");
    // A forward proxy need not tunnel to plain http, so there only the proxy itself is tried.
    const bool tunnel = encrypted || request.proxy.type() != QNetworkProxy::HttpProxy;
    socket.setProxy(tunnel ? request.proxy : QNetworkProxy(QNetworkProxy::NoProxy));
    if (tunnel) {
        socket.connectToHost(request.url.host(QUrl::FullyEncoded), static_cast<quint16>(portOf(request.url)));
    } else {
        socket.connectToHost(request.proxy.hostName(), request.proxy.port());
    }
    if (!socket.waitForConnected(wait)) {
        return targetError("cannot reach " + shown(request.url) + " through the proxy " + proxy + ": "
                + lowerFirst(socket.errorString()),
            "check target.proxy and that the proxy runs and may connect there");
    }
    ProbeFindings findings;
    if (encrypted) {
        if (const Result<void> secured = secure(socket, request, "through the proxy " + proxy); !secured) {
            return secured.error();
        }
        findings.chain = socket.peerCertificateChain();
    }
    socket.abort();
    return findings;
}

} // namespace

Result<ProbeFindings> probeTarget(const ProbeRequest& request)
{
    if (request.proxy.type() != QNetworkProxy::NoProxy) {
        return probeThroughProxy(request);
    }
    const Result<QStringList> addresses = resolve(request.url);
    if (!addresses) {
        return addresses.error();
    }
    const int port = portOf(request.url);
    const int wait = static_cast<int>(request.timeout.count());
    std::string tried;
    std::optional<Error> failure;
    for (const QString& address : *addresses) {
        tried += (tried.empty() ? "" : ", ") + endpoint(address, port);
        QSslSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(address, static_cast<quint16>(port));
        if (!socket.waitForConnected(wait)) {
            failure = unreachable(request, socket, tried);
            continue;
        }
        ProbeFindings findings;
        findings.address = address.toStdString();
        if (request.url.scheme() == QLatin1String("https")) {
            if (const Result<void> secured = secure(socket, request, tried); !secured) {
                return secured.error();
            }
            findings.chain = socket.peerCertificateChain();
        } else if (request.http2 && !speaksHttp2(socket, request.timeout)) {
            return noHttp2(request, "it did not answer the HTTP/2 preface in plain text");
        }
        socket.abort();
        return findings;
    }
    return *failure;
}

} // namespace plumb::engine::qnam
