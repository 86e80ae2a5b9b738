// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/selftest.h"

#include "engine/qnam/qnamtransport.h"
#include "engine/qnam/qtreactor.h"
#include "engine/qnam/selfcert.h"

#include <QSslServer>
#include <QSslSocket>
#include <QTimer>

#include <thread>

namespace plumb::engine::qnam {

namespace {

constexpr std::chrono::milliseconds patience{3000};

/// Counts sockets, and answers when as many requests have come as there are users (or patience ends).
class Sink : public QObject
{
public:
    explicit Sink(int users)
        : m_users(users)
    {
    }

    void listenTo(QTcpServer& server)
    {
        connect(&server, &QTcpServer::pendingConnectionAvailable, this, [this, &server] {
            while (QTcpSocket* socket = server.nextPendingConnection()) {
                ++sockets;
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
            }
        });
        QTimer::singleShot(patience, this, [this] { answer(); });
    }

    int sockets = 0;

private:
    void read(QTcpSocket& socket)
    {
        QByteArray& head = m_heads[&socket];
        head += socket.readAll();
        if (head.endsWith("\r\n\r\n")) {
            head.clear();
            m_waiting.push_back(&socket);
            if (m_open || static_cast<int>(m_waiting.size()) == m_users) {
                answer();
            }
        }
    }

    void answer()
    {
        m_open = true;
        for (QTcpSocket* socket : std::exchange(m_waiting, {})) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        }
    }

    const int m_users;
    bool m_open = false;
    std::map<QTcpSocket*, QByteArray> m_heads;
    std::vector<QTcpSocket*> m_waiting;
};

/// In a thread of its own, since it needs an event loop and the caller may have none.
void run(HostKind kind, SelfTest& test)
{
    QtReactor reactor;
    WireSettings settings;
    const bool encrypted = kind != HostKind::http;
    std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>();
    if (encrypted) {
        const Result<SelfCertificate> own = makeSelfCertificate();
        if (!own) {
            test.trouble = own.error().text();
            return;
        }
        auto secured = std::make_unique<QSslServer>();
        QSslConfiguration config = QSslConfiguration::defaultConfiguration();
        config.setLocalCertificate(own->certificate);
        config.setPrivateKey(own->key);
        config.setPeerVerifyMode(QSslSocket::VerifyNone);
        secured->setSslConfiguration(config);
        server = std::move(secured);
        settings.tls = QSslConfiguration::defaultConfiguration();
        settings.tls.setCaCertificates({own->certificate});
    }
    if (!server->listen(QHostAddress::LocalHost)) {
        test.trouble = "cannot listen on 127.0.0.1: " + server->errorString().toStdString();
        return;
    }
    settings.host = kind == HostKind::httpsName ? "localhost" : "127.0.0.1";
    settings.address = "127.0.0.1";
    Sink sink(test.users);
    sink.listenTo(*server);

    QnamTransport transport(settings);
    Request request;
    request.method = "GET";
    request.url = (encrypted ? "https://" : "http://") + settings.host + ":"
        + std::to_string(server->serverPort()) + "/";
    request.timeout = 2 * patience;
    int open = test.users;
    for (int user = 0; user < test.users; ++user) {
        transport.send(user, request, [&](Exchange&& exchange) {
            if (exchange.outcome != Outcome::ok) {
                test.trouble = exchange.error;
            }
            if (--open == 0) {
                reactor.quit();
            }
        });
    }
    reactor.run();
    test.sockets = sink.sockets;
}

} // namespace

std::string SelfTest::text() const
{
    return trouble.empty() ? std::to_string(users) + " users, " + std::to_string(sockets) + " sockets"
                           : "not done: " + trouble;
}

SelfTest runSelfTest(HostKind kind)
{
    SelfTest test;
    std::thread thread([kind, &test] { run(kind, test); });
    thread.join();
    return test;
}

} // namespace plumb::engine::qnam
