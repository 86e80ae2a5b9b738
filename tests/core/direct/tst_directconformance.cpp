// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/directfactory.h"
#include "tests/support/testmain.h"
#include "tests/support/transportconformance.h"
#include "tests/support/transportrun.h"

using plumb::engine::Exchange;
using plumb::engine::Outcome;
using plumb::engine::TransportSettings;
using plumb::test::FaultServer;
using plumb::test::TransportRun;

/// The common suite, and what only this transport promises.
class DirectConformance : public plumb::test::TransportConformance
{
    Q_OBJECT

protected:
    std::unique_ptr<plumb::engine::TransportFactory> makeFactory() const override
    {
        return std::make_unique<plumb::engine::direct::DirectFactory>();
    }

private Q_SLOTS:
    void resendsOnlyWhatNobodyAnswered()
    {
        m_server = std::make_unique<FaultServer>();
        const auto factory = makeFactory();
        TransportRun run(*factory, settingsFor(m_server->url()));
        QCOMPARE(run.once(post(m_server->url("/kill-second"), "x")).resends, 0);
        const Exchange second = run.once(post(m_server->url("/kill-second"), "x"));
        QVERIFY(second.outcome == Outcome::ok);
        QCOMPARE(second.resends, 1);
        QVERIFY(second.new_connection);
        QCOMPARE(m_server->requestCount(), 3);
        // A new connection that dies is a failure, not a reason to ask again.
        m_server->clear();
        const Exchange closed = run.once(post(m_server->url("/close"), "x"));
        QCOMPARE(closed.resends, 1); // the connection stood from before
        QVERIFY(closed.outcome == Outcome::reset);
        QCOMPARE(m_server->requestCount(), 2);
        const Exchange fresh = run.once(post(m_server->url("/close"), "x"));
        QCOMPARE(fresh.resends, 0);
        QVERIFY(fresh.outcome == Outcome::reset);
    }

    void answerBeforeTheBodyIsThrough()
    {
        m_server = std::make_unique<FaultServer>();
        const auto factory = makeFactory();
        TransportRun run(*factory, settingsFor(m_server->url()));
        const Exchange exchange = run.once(post(m_server->url("/early"), std::string(30'000'000, 'x')));
        QCOMPARE(exchange.status, 413);
    }

    void proxyCredentials()
    {
        m_server = std::make_unique<FaultServer>();
        const FaultServer proxy;
        TransportSettings settings = settingsFor(m_server->url());
        settings.target.proxy = "http://us%40er:pass@127.0.0.1:" + std::to_string(proxy.port());
        const auto factory = makeFactory();
        {
            TransportRun run(*factory, settings);
            QVERIFY(run.once(get(m_server->url("/ok"))).outcome == Outcome::ok);
            QCOMPARE(proxy.requests().front().header("Proxy-Authorization"),
                std::string("Basic dXNAZXI6cGFzcw=="));
        }
        const auto leaf = m_ca->issue("leaf", "DNS:localhost");
        m_server = std::make_unique<FaultServer>(plumb::test::ServerTls{leaf.certificate, leaf.key, {}});
        settings.base_url = m_server->url({}, "localhost");
        settings.target.tls.ca_file = m_ca->caFile();
        TransportRun run(*factory, settings);
        QVERIFY(run.once(get(m_server->url("/ok", "localhost"))).outcome == Outcome::ok);
        QCOMPARE(proxy.requests().back().method, std::string("CONNECT"));
        QCOMPARE(
            proxy.requests().back().header("Proxy-Authorization"), std::string("Basic dXNAZXI6cGFzcw=="));
        QCOMPARE(m_server->requests().front().header("Proxy-Authorization"), std::string());
    }

    void whatItDoesNotDo()
    {
        m_server = std::make_unique<FaultServer>();
        TransportSettings settings = settingsFor(m_server->url());
        settings.target.http = "2";
        const auto http2 = makeFactory()->prepare(settings);
        QVERIFY(!http2);
        QVERIFY(http2.error().text().find("target.http") != std::string::npos);
        settings.target.http = "1.1";
        settings.target.proxy = "socks5://127.0.0.1:1080";
        const auto socks = makeFactory()->prepare(settings);
        QVERIFY(!socks);
        QVERIFY(socks.error().text().find("--transport qnam") != std::string::npos);
    }

    void describesItself()
    {
        m_server = std::make_unique<FaultServer>();
        const auto factory = makeFactory();
        QVERIFY(factory->prepare(settingsFor(m_server->url(), 200)));
        const auto described = factory->describe();
        QCOMPARE(described.at("http"), std::string("1.1"));
        QCOMPARE(described.at("address"), std::string("127.0.0.1"));
        QVERIFY(factory->version().starts_with("Boost 1."));
        QCOMPARE(factory->name(), std::string("direct"));
    }
};

PLUMB_TEST_MAIN(DirectConformance)
#include "tst_directconformance.moc"
