// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/directfactory.h"
#include "tests/support/faultserver.h"
#include "tests/support/testca.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <thread>

using namespace plumb;
using namespace plumb::engine;
using plumb::engine::direct::DirectFactory;
using namespace plumb::test;
using namespace std::chrono_literals;

namespace {

Request get(const std::string& url)
{
    Request request;
    request.method = "GET";
    request.url = url;
    request.timeout = 20s;
    return request;
}

/// One user that asks again and again in a loop of its own, as a worker's do.
int askOften(DirectFactory& factory, const TransportSettings& settings, const std::string& url, int times)
{
    WorkerIo io = *factory.make(settings);
    int good = 0;
    const std::function<void()> ask = [&] {
        io.transport->send(0, get(url), [&](Exchange&& exchange) {
            good += exchange.outcome == Outcome::ok ? 1 : 0;
            if (--times > 0)
                ask();
            else
                io.reactor->quit();
        });
    };
    io.reactor->post(ask);
    io.reactor->run();
    io.transport.reset();
    return good;
}

} // namespace

/// What threads of the direct transport share, and how they end.
class DirectThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workersShareAFactory_data()
    {
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }
    void workersShareAFactory()
    {
        QFETCH(bool, encrypted);
        const auto leaf = m_ca.issue("leaf", "DNS:localhost");
        const FaultServer server(encrypted ? ServerTls{leaf.certificate, leaf.key, {}} : ServerTls{});
        TransportSettings settings;
        settings.base_url = server.url({}, "localhost");
        settings.target.tls.ca_file = m_ca.caFile();
        DirectFactory factory;
        QVERIFY(factory.prepare(settings));
        constexpr int workers = 4;
        constexpr int times = 50;
        std::atomic<int> good{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < workers; ++i) {
            threads.emplace_back(
                [&] { good += askOften(factory, settings, server.url("/ok", "localhost"), times); });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(good.load(), workers * times);
    }

    void endsWithRequestsInFlight()
    {
        const FaultServer server;
        TransportSettings settings;
        settings.base_url = server.url();
        DirectFactory factory;
        QVERIFY(factory.prepare(settings));
        std::atomic<bool> completed{false};
        std::thread([&] {
            WorkerIo io = *factory.make(settings);
            const auto never = [&](Exchange&&) { completed = true; };
            io.reactor->post([&] {
                io.transport->send(0, get(server.url("/never")), never);
                io.transport->send(
                    1, get("http://no-such-host.invalid/"), never); // the resolver has a thread
                io.transport->send(2, get("http://[::1"), never);
                io.transport->send(3, get(server.url("/never")), never);
                io.transport->cancel(3);
                io.transport.reset();
                io.reactor->quit();
            });
            io.reactor->run();
        }).join();
        QVERIFY(!completed);
    }

private:
    TestCa m_ca;
};

PLUMB_TEST_MAIN(DirectThreads)
#include "tst_directthreads.moc"
