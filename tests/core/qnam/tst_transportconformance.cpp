// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qnam/qnamfactory.h"
#include "tests/support/nginxserver.h"
#include "tests/support/testmain.h"
#include "tests/support/transportconformance.h"
#include "tests/support/transportrun.h"

using plumb::engine::Exchange;
using plumb::engine::Outcome;
using plumb::engine::TransportSettings;
using plumb::test::NginxServer;

/// The common suite, and what only QNetworkAccessManager does.
class QnamConformance : public plumb::test::TransportConformance
{
    Q_OBJECT

protected:
    std::unique_ptr<plumb::engine::TransportFactory> makeFactory() const override
    {
        return std::make_unique<plumb::engine::qnam::QnamFactory>();
    }
    Outcome expected(const QString& path, Outcome outcome) const override
    {
        if (path == QLatin1String("/endless-headers") || path == QLatin1String("/huge-header/400000")) {
            // Qt 6.4 tells nothing before the head is complete, and past 64 kB (its read buffer) it forgets
            // to read on, so the deadline ends it.
            return Outcome::timeout;
        }
        if (path == QLatin1String("/garbage")) {
            return Outcome::reset; // a bad status line is reported as "connection closed"
        }
        if (path == QLatin1String("/chunked-broken")) {
            return Outcome::ok; // a chunk size that is no number counts as the last chunk
        }
        if (path == QLatin1String("/length-twice")) {
            return Outcome::ok; // the first one counts
        }
        if (path == QLatin1String("/hints") || path == QLatin1String("/chunked-slow")) {
            // An interim answer other than 100 passes for the answer; what follows the last chunk is left in
            // the connection, which is closed over it.
            return Outcome::protocol;
        }
        return outcome;
    }

private Q_SLOTS:
    void resendsAreSeen()
    {
        m_server = std::make_unique<plumb::test::FaultServer>();
        const auto factory = makeFactory();
        plumb::test::TransportRun run(*factory, settingsFor(m_server->url()));
        QCOMPARE(run.once(post(m_server->url("/kill-second"), "x")).resends, 0);
        const Exchange second = run.once(post(m_server->url("/kill-second"), "x"));
        QVERIFY(second.outcome == Outcome::ok);
        QCOMPARE(second.resends, 1);
        QCOMPARE(m_server->requestCount(), 3); // the library sent a POST twice
    }

    void describesItself()
    {
        m_server = std::make_unique<plumb::test::FaultServer>();
        const auto factory = makeFactory();
        QVERIFY(factory->prepare(settingsFor(m_server->url(), 200)));
        auto described = factory->describe();
        QCOMPARE(described["pools"], std::string("a key per user"));
        QCOMPARE(described["managers_per_worker"], std::string("2"));
        QCOMPARE(described["self_test"], std::string("8 users, 8 sockets"));
        QCOMPARE(described["address"], std::string("127.0.0.1"));
        QVERIFY(factory->version().starts_with("Qt 6."));
    }

    void http2_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::addColumn<QString>("host");
        QTest::newRow("prior knowledge") << false << QStringLiteral("127.0.0.1");
        QTest::newRow("ALPN, name") << true << QStringLiteral("localhost");
        QTest::newRow("ALPN, address") << true << QStringLiteral("127.0.0.1");
    }
    void http2()
    {
        QFETCH(bool, encrypted);
        QFETCH(QString, host);
        const auto leaf = m_ca->issue("nginx", "DNS:localhost,IP:127.0.0.1");
        plumb::test::NginxOptions options;
        options.http2 = true;
        if (encrypted) {
            options.certificate = leaf.certificate;
            options.key = leaf.key;
        }
        NginxServer nginx(options);
        if (!nginx.running()) {
            QSKIP(nginx.error().c_str());
        }
        TransportSettings settings = settingsFor(nginx.url({}, host.toStdString()), 8);
        settings.target.http = "2";
        settings.target.tls.ca_file = encrypted ? m_ca->caFile() : std::string();
        const auto factory = makeFactory();
        plumb::test::TransportRun run(*factory, settings);
        QVERIFY2(run.prepared(), run.prepared() ? "" : run.prepared().error().text().c_str());
        for (const bool first : {true, false}) {
            for (const Exchange& exchange : run.together(8, get(nginx.url("/two", host.toStdString())))) {
                QVERIFY2(exchange.outcome == Outcome::ok, exchange.error.c_str());
                QCOMPARE(exchange.http_version, std::string("2"));
                QCOMPARE(exchange.body.size(), 50U);
                if (!first) {
                    QVERIFY(!exchange.new_connection);
                }
            }
        }
        QTRY_COMPARE(nginx.accessLog().filter(QStringLiteral("GET /two 200")).size(), 16);
    }

    void http2ThatIsNotThere()
    {
        m_server = std::make_unique<plumb::test::FaultServer>();
        TransportSettings settings = settingsFor(m_server->url());
        settings.target.http = "2";
        const auto plain = makeFactory()->prepare(settings);
        QVERIFY(!plain);
        QVERIFY(
            QString::fromStdString(plain.error().text()).contains(QStringLiteral("does not speak HTTP/2")));
        const auto leaf = m_ca->issue("leaf", "DNS:localhost");
        m_server = std::make_unique<plumb::test::FaultServer>(
            plumb::test::ServerTls{leaf.certificate, leaf.key, {}});
        settings.base_url = m_server->url({}, "localhost");
        settings.target.tls.ca_file = m_ca->caFile();
        const auto encrypted = makeFactory()->prepare(settings);
        QVERIFY(!encrypted);
        QVERIFY(QString::fromStdString(encrypted.error().text()).contains(QStringLiteral("target.http")));
    }
};

PLUMB_TEST_MAIN(QnamConformance)
#include "tst_transportconformance.moc"
