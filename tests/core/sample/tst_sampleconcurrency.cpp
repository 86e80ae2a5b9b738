// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sample/sampleclient.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace plumb;
using namespace plumb::sample;
using namespace plumb::sample::test;

/// Everything that the service's threads share, at once. Run under ThreadSanitizer too.
class TestSampleConcurrency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyClientsAtOnce()
    {
        std::atomic<int> logged = 0;
        Options options;
        options.threads = 3;
        options.access = [&logged](const AccessEntry&) { ++logged; };
        const auto service = startService(R"([{"path":"/fast","body":{"text":"x"}},
            {"path":"/wait","latency":{"dist":"uniform","from_ms":0,"to_ms":2}},
            {"method":"POST","path":"/cold","cache":{"key":["body:/k"],"status":[{"status":503}]}},
            {"method":"POST","path":"/auth/register","action":"register"},
            {"path":"/me","requires":["session"],"body":{"json":"{{user}} {{seq()}}"}},
            {"path":"/metrics","action":"metrics"}])",
            R"(,"limit_rps":1000000,"disturbances":[{"fail_rate":0}])", options);
        constexpr int clients = 8;
        constexpr int rounds = 40;
        std::atomic<int> cold = 0;
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < clients; ++i) {
            threads.emplace_back([&, i] {
                Client client(*service);
                const auto name = "u" + std::to_string(i);
                client.post("/auth/register", R"({"email":")" + name + R"(","password":"p"})");
                for (int round = 0; round < rounds; ++round) {
                    wrong += client.get("/fast").body() == "x" ? 0 : 1;
                    wrong += client.get("/wait").result_int() == 200 ? 0 : 1;
                    wrong += client.get("/me").body().starts_with("\"" + name + " ") ? 0 : 1;
                    const auto key = R"({"k":)" + std::to_string(round) + "}";
                    cold += client.post("/cold", key).result_int() == 503 ? 1 : 0;
                    wrong += client.get("/metrics").result_int() == 200 ? 0 : 1;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(cold.load(), rounds); // one of the clients met each key first
        QCOMPARE(service->requestsServed(), std::int64_t(clients * (5 * rounds + 1)));
        QCOMPARE(std::int64_t(logged.load()), service->requestsServed());
    }

    void startsAndStopsUnderLoad()
    {
        for (int i = 0; i < 10; ++i) {
            Options options;
            options.threads = 2;
            auto service = startService(R"([{"path":"/wait","latency":{"ms":1}}])", {}, options);
            std::atomic<bool> answered = false;
            std::thread user([&] {
                try {
                    Client client(*service);
                    for (;;) {
                        client.get("/wait");
                        answered = true;
                        answered.notify_all();
                    }
                } catch (const boost::system::system_error&) { // the service went away, as it should
                }
                answered = true;
                answered.notify_all();
            });
            answered.wait(false);
            service->stop();
            service.reset();
            user.join();
        }
    }
};

PLUMB_TEST_MAIN(TestSampleConcurrency)
#include "tst_sampleconcurrency.moc"
