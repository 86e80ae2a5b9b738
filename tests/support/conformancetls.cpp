// SPDX-License-Identifier: GPL-3.0-or-later
// The conformance suite: preparing, TLS, proxies.
#include "tests/support/conformancetools.h"

#include <QTcpServer>

namespace plumb::test {

void TransportConformance::prepareNamesWhatItTried()
{
    const int port = freePort();
    const std::string base = "http://127.0.0.1:" + std::to_string(port);
    const auto factory = makeFactory();
    const auto refused = factory->prepare(settingsFor(base));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == ErrorKind::target);
    const QString text = QString::fromStdString(refused.error().text());
    QVERIFY2(text.contains(QString::fromStdString("cannot reach " + base + ": connection refused")),
        qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("tried 127.0.0.1:%1").arg(port)), qPrintable(text));

    const auto unknown = factory->prepare(settingsFor("http://no-such-host.invalid"));
    QVERIFY(!unknown);
    QVERIFY(unknown.error().kind == ErrorKind::target);
    QVERIFY(QString::fromStdString(unknown.error().text()).contains(QStringLiteral("no-such-host.invalid")));
}

void TransportConformance::prepareRejectsUrls_data()
{
    QTest::addColumn<QString>("url");
    for (const char* url :
        {"", "127.0.0.1:80", "ftp://127.0.0.1", "http://", "http://a b", "://x", "http://[::1"}) {
        QTest::addRow("'%s'", url) << QString::fromLatin1(url);
    }
}

void TransportConformance::prepareRejectsUrls()
{
    QFETCH(QString, url);
    const auto prepared = makeFactory()->prepare(settingsFor(url.toStdString()));
    QVERIFY(!prepared);
    QVERIFY(prepared.error().kind == ErrorKind::input);
    QVERIFY(QString::fromStdString(prepared.error().text()).contains(QStringLiteral("target.base_url")));
}

void TransportConformance::tlsByNameAndByAddress_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("verify");
    QTest::newRow("name") << QStringLiteral("localhost") << true;
    QTest::newRow("address") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("name, unverified") << QStringLiteral("localhost") << false;
    QTest::newRow("address, unverified") << QStringLiteral("127.0.0.1") << false;
}

void TransportConformance::tlsByNameAndByAddress()
{
    QFETCH(QString, host);
    QFETCH(bool, verify);
    constexpr int users = 20;
    const CertificateFiles leaf = m_ca->issue("leaf", "DNS:localhost,IP:127.0.0.1");
    m_server = std::make_unique<FaultServer>(ServerTls{leaf.certificate, leaf.key, {}});
    TransportSettings settings = settingsFor(m_server->url({}, host.toStdString()), users);
    settings.target.tls.verify = verify;
    if (verify) {
        settings.target.tls.ca_file = m_ca->caFile();
    }
    const auto factory = makeFactory();
    TransportRun run(*factory, settings);
    QVERIFY2(run.prepared(), run.prepared() ? "" : run.prepared().error().text().c_str());
    m_server->clear();
    const auto answers = run.together(users, get(m_server->url("/delay/300", host.toStdString())));
    for (const Exchange& exchange : answers) {
        COMPARE_OUTCOME(exchange, Outcome::ok);
        QVERIFY(exchange.new_connection);
        QVERIFY(exchange.connect_start <= exchange.tls_done && exchange.tls_done <= exchange.sent);
    }
    QCOMPARE(m_server->connections(), users);
    QCOMPARE(m_server->requests().front().header("Host"),
        host.toStdString() + ":" + std::to_string(m_server->port()));
    run.inLoop([](engine::Transport& transport) { transport.dropConnections(0); });
    QVERIFY(run.once(get(m_server->url("/ok", host.toStdString()))).new_connection);
}

void TransportConformance::badCertificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("reason");
    QTest::newRow("self-signed") << QStringLiteral("self-signed") << QStringLiteral("self-signed");
    QTest::newRow("expired") << QStringLiteral("expired") << QStringLiteral("expired");
    QTest::newRow("other host") << QStringLiteral("other") << QStringLiteral("host mismatch");
    QTest::newRow("unknown authority") << QStringLiteral("unknown") << QStringLiteral("not trusted");
}

void TransportConformance::badCertificates()
{
    QFETCH(QString, certificate);
    QFETCH(QString, reason);
    const TestCa otherCa;
    CertificateFiles leaf;
    if (certificate == QLatin1String("self-signed")) {
        leaf = m_ca->selfSigned("own", "DNS:localhost");
    } else if (certificate == QLatin1String("expired")) {
        leaf = m_ca->issue("expired", "DNS:localhost", -2);
    } else if (certificate == QLatin1String("other")) {
        leaf = m_ca->issue("other", "DNS:elsewhere.example");
    } else {
        leaf = otherCa.issue("leaf", "DNS:localhost");
    }
    m_server = std::make_unique<FaultServer>(ServerTls{leaf.certificate, leaf.key, {}});
    TransportSettings settings = settingsFor(m_server->url({}, "localhost"));
    settings.target.tls.ca_file = m_ca->caFile();
    const auto factory = makeFactory();
    const auto prepared = factory->prepare(settings);
    QVERIFY(!prepared);
    QVERIFY(prepared.error().kind == ErrorKind::target);
    const QString text = QString::fromStdString(prepared.error().text());
    QVERIFY2(text.contains(reason), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("target.tls.ca_file")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("target.tls.verify")), qPrintable(text));

    settings.target.tls.verify = false;
    TransportRun run(*factory, settings);
    QVERIFY(run.prepared());
    COMPARE_OUTCOME(run.once(get(m_server->url("/ok", "localhost"))), Outcome::ok);
}

void TransportConformance::brokenTlsOfOneRequest_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [this](const char* fault, Outcome outcome) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << expected(QString::fromLatin1(fault), outcome);
    };
    row("self-signed", Outcome::tls);
    row("expired", Outcome::tls);
    row("other host", Outcome::tls);
    row("unknown authority", Outcome::tls);
    row("no TLS", Outcome::tls);
    row("silence", Outcome::timeout);
}

/// The base is in order; one request goes to a place that is not.
void TransportConformance::brokenTlsOfOneRequest()
{
    QFETCH(QString, fault);
    QFETCH(Outcome, outcome);
    const TestCa otherCa;
    CertificateFiles leaf;
    if (fault == QLatin1String("self-signed")) {
        leaf = m_ca->selfSigned("own", "DNS:localhost");
    } else if (fault == QLatin1String("expired")) {
        leaf = m_ca->issue("expired", "DNS:localhost", -2);
    } else if (fault == QLatin1String("other host")) {
        leaf = m_ca->issue("other", "DNS:elsewhere.example");
    } else if (fault == QLatin1String("unknown authority")) {
        leaf = otherCa.issue("leaf", "DNS:localhost");
    }
    const CertificateFiles good = m_ca->issue("good", "DNS:localhost");
    m_server = std::make_unique<FaultServer>(ServerTls{good.certificate, good.key, {}});
    const FaultServer bad(ServerTls{leaf.certificate, leaf.key, {}});
    QTcpServer silent; // accepted by the kernel, answered by nobody
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    TransportSettings settings = settingsFor(m_server->url({}, "localhost"));
    settings.target.tls.ca_file = m_ca->caFile();
    const auto factory = makeFactory();
    TransportRun run(*factory, settings);
    QVERIFY2(run.prepared(), run.prepared() ? "" : run.prepared().error().text().c_str());
    const int port = fault == QLatin1String("silence") ? silent.serverPort() : bad.port();
    Request request = get("https://localhost:" + std::to_string(port) + "/ok");
    request.timeout = outcome == Outcome::timeout ? shortPatience : patience;
    const Exchange exchange = run.once(request);
    COMPARE_OUTCOME(exchange, outcome);
    QVERIFY(!exchange.error.empty());
    QCOMPARE(exchange.bytes_sent, 0);
    QCOMPARE(exchange.status, 0);
    COMPARE_OUTCOME(run.once(get(m_server->url("/ok", "localhost"))), Outcome::ok);
}

void TransportConformance::clientCertificates()
{
    const CertificateFiles leaf = m_ca->issue("leaf", "DNS:localhost");
    const CertificateFiles client = m_ca->issue("client", "DNS:client");
    m_server = std::make_unique<FaultServer>(ServerTls{leaf.certificate, leaf.key, m_ca->caFile()});
    TransportSettings settings = settingsFor(m_server->url({}, "localhost"));
    settings.target.tls.ca_file = m_ca->caFile();
    const auto factory = makeFactory();
    {
        TransportRun without(*factory, settings);
        // TLS 1.3 lets the client finish before the server has looked at its certificate.
        if (without.prepared()) {
            const Exchange exchange = without.once(get(m_server->url("/ok", "localhost")));
            QVERIFY2(exchange.outcome == Outcome::tls || exchange.outcome == Outcome::reset,
                describe(exchange).c_str());
        }
    }
    settings.target.tls.client_cert = client.certificate;
    settings.target.tls.client_key = client.key;
    TransportRun with(*factory, settings);
    QVERIFY(with.prepared());
    COMPARE_OUTCOME(with.once(get(m_server->url("/ok", "localhost"))), Outcome::ok);
}

void TransportConformance::serverName()
{
    const CertificateFiles leaf = m_ca->issue("named", "DNS:service.example");
    m_server = std::make_unique<FaultServer>(ServerTls{leaf.certificate, leaf.key, {}});
    TransportSettings settings = settingsFor(m_server->url());
    settings.target.tls.ca_file = m_ca->caFile();
    settings.target.tls.server_name = "service.example";
    const auto factory = makeFactory();
    TransportRun run(*factory, settings);
    QVERIFY2(run.prepared(), run.prepared() ? "" : run.prepared().error().text().c_str());
    COMPARE_OUTCOME(run.once(get(m_server->url("/ok"))), Outcome::ok);
}

void TransportConformance::missingCertificateFiles()
{
    const auto factory = makeFactory();
    TransportSettings settings = settingsFor("https://localhost:1");
    settings.folder = "/nowhere";
    settings.target.tls.ca_file = "ca.pem";
    const auto missing = factory->prepare(settings);
    QVERIFY(!missing);
    QVERIFY(QString::fromStdString(missing.error().text()).contains(QStringLiteral("/nowhere/ca.pem")));
    settings.target.tls.ca_file.clear();
    const CertificateFiles client = m_ca->issue("client", "DNS:client");
    settings.target.tls.client_cert = client.certificate;
    settings.target.tls.client_key = client.certificate; // a certificate where a key belongs
    const auto wrong = factory->prepare(settings);
    QVERIFY(!wrong);
    QVERIFY(QString::fromStdString(wrong.error().text()).contains(QStringLiteral("target.tls.client_key")));
}

void TransportConformance::forwardProxy()
{
    m_server = std::make_unique<FaultServer>();
    const FaultServer proxy;
    TransportSettings settings = settingsFor(m_server->url());
    settings.target.proxy = proxy.url();
    const auto factory = makeFactory();
    TransportRun run(*factory, settings);
    QVERIFY2(run.prepared(), run.prepared() ? "" : run.prepared().error().text().c_str());
    Request request = get(m_server->url("/ok"));
    COMPARE_OUTCOME(run.once(request), Outcome::ok);
    QCOMPARE(m_server->requests().front().header("Via"), std::string("1.1 faults"));
    QCOMPARE(proxy.requests().front().target, m_server->url("/ok"));
}

void TransportConformance::tunnelThroughProxy()
{
    const CertificateFiles leaf = m_ca->issue("leaf", "DNS:localhost");
    m_server = std::make_unique<FaultServer>(ServerTls{leaf.certificate, leaf.key, {}});
    const FaultServer proxy;
    TransportSettings settings = settingsFor(m_server->url({}, "localhost"), 8);
    settings.target.proxy = proxy.url();
    settings.target.tls.ca_file = m_ca->caFile();
    const auto factory = makeFactory();
    TransportRun run(*factory, settings);
    QVERIFY2(run.prepared(), run.prepared() ? "" : run.prepared().error().text().c_str());
    m_server->clear();
    for (const Exchange& exchange : run.together(8, get(m_server->url("/delay/200", "localhost")))) {
        COMPARE_OUTCOME(exchange, Outcome::ok);
    }
    QCOMPARE(m_server->connections(), 8);
    QCOMPARE(proxy.requests().front().method, std::string("CONNECT"));
}

/// The proxy of the fault server answers 502 where nobody listens.
void TransportConformance::proxyThatRefuses()
{
    const CertificateFiles leaf = m_ca->issue("leaf", "DNS:localhost");
    m_server = std::make_unique<FaultServer>(ServerTls{leaf.certificate, leaf.key, {}});
    const FaultServer proxy;
    TransportSettings settings = settingsFor(m_server->url({}, "localhost"));
    settings.target.proxy = proxy.url();
    settings.target.tls.ca_file = m_ca->caFile();
    const auto factory = makeFactory();
    TransportRun run(*factory, settings);
    QVERIFY2(run.prepared(), run.prepared() ? "" : run.prepared().error().text().c_str());
    const std::string nobody = "localhost:" + std::to_string(freePort()) + "/ok";
    COMPARE_OUTCOME(run.once(get("https://" + nobody)), Outcome::connect);
    const Exchange plain = run.once(get("http://" + nobody));
    COMPARE_OUTCOME(plain, Outcome::ok);
    QCOMPARE(plain.status, 502);
    COMPARE_OUTCOME(run.once(get(m_server->url("/ok", "localhost"))), Outcome::ok);
}

void TransportConformance::proxyThatIsNotThere()
{
    m_server = std::make_unique<FaultServer>();
    TransportSettings settings = settingsFor(m_server->url());
    settings.target.proxy = "http://127.0.0.1:" + std::to_string(freePort());
    const auto prepared = makeFactory()->prepare(settings);
    QVERIFY(!prepared);
    QVERIFY(QString::fromStdString(prepared.error().text()).contains(QStringLiteral("target.proxy")));
    settings.target.proxy = "127.0.0.1:3128";
    QVERIFY(!makeFactory()->prepare(settings));
}

} // namespace plumb::test
