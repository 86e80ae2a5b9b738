// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sampleservice.h"
#include "tests/core/sample/sampleclient.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <QElapsedTimer>
#include <QFloat16>
#include <QTest>

#include <mutex>

using namespace plumb;
using namespace plumb::sample;
using namespace plumb::sample::test;

class TestSampleService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersEveryKindOfRoute()
    {
        const auto service = startService(
            "[{'path':'/text','body':{'text':'hi'},'headers':{'X-A':'b'}},"
            "{'path':'/bytes','body':{'bytes':[10,20]}}, {'path':'/none','status':204},"
            "{'method':'POST','path':'/echo/{id}','body':{'json':{'id':'{{path.id}}','n':'{{body:/n}}'}}},"
            "{'method':'*','path':'/rest/*','status':202}, "
            "{'path':'/away','redirect':{'to':'/text','status':307}},"
            "{'path':'/bad','status':[{'status':503,'reason':'why'}]}]");
        QCOMPARE(service->baseUrl(), "http://127.0.0.1:" + std::to_string(service->port()));
        Client client(*service);
        const auto text = client.get("/text?x=1");
        QCOMPARE(text.result_int(), 200U);
        QCOMPARE(text.body(), std::string("hi"));
        QCOMPARE(std::string(text["X-A"]), std::string("b"));
        QVERIFY(!text["Date"].empty());
        const auto bytes = client.get("/bytes").body().size();
        QVERIFY(bytes >= 10 && bytes <= 20);
        const auto none = client.get("/none");
        QCOMPARE(none.result_int(), 204U);
        QVERIFY(none["Content-Length"].empty());
        QCOMPARE(client.post("/echo/x%20y", quoted("{'n':[1]}")).body(), quoted("{'id':'x y','n':[1]}"));
        QCOMPARE(client.ask("PATCH", "/rest/a/b", {}, {}).result_int(), 202U);
        const auto away = client.get("/away");
        QCOMPARE(away.result_int(), 307U);
        QCOMPARE(std::string(away["Location"]), std::string("/text"));
        const auto bad = client.get("/bad");
        QCOMPARE(bad.result_int(), 503U);
        QVERIFY(Json::parse(bad.body())["reason_code"] == "why");
        QCOMPARE(client.get("/nowhere").result_int(), 404U);
        const auto wrong = client.post("/text", "x");
        QCOMPARE(wrong.result_int(), 405U);
        QCOMPARE(std::string(wrong["Allow"]), std::string("GET"));
        const auto head = client.ask("HEAD", "/text", {}, {});
        QCOMPARE(std::string(head["Content-Length"]), std::string("2"));
        QCOMPARE(client.get("/text").body(), std::string("hi")); // the same connection, still in step
        QCOMPARE(service->requestsServed(), std::int64_t(11));
    }

    void waitsAsTheSpecSays()
    {
        const auto service = startService(
            "[{'path':'/slow','latency':{'dist':'fixed','ms':60}},"
            "{'path':'/items','method':'POST','cost':{'items':'count:/p','wait_us_per_item':20000}}]");
        Client client(*service);
        QElapsedTimer timer;
        timer.start();
        client.get("/slow");
        QVERIFY(timer.elapsed() >= 60);
        timer.start();
        client.post("/items", quoted("{'p':[1,2,3]}"));
        QVERIFY(timer.elapsed() >= 60);
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        const auto service = startService("[{'path':'/a','body':{'text':'a'}},"
                                          "{'path':'/b','body':{'text':'b'},'latency':{'ms':20}}]");
        Client client(*service);
        std::string requests;
        for (const char* path : {"/a", "/b", "/a", "/a", "/b"}) {
            requests += std::string("GET ") + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
        }
        client.sendRaw(requests);
        std::string order;
        for (int i = 0; i < 5; ++i) {
            order += client.receive().body();
        }
        QCOMPARE(order, std::string("abaab"));
    }

    void closesWhenAsked()
    {
        const auto service = startService("[{'path':'/a','body':{'text':'a'}}]");
        Client client(*service);
        client.sendRaw("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        const auto rest = client.receiveRest();
        QVERIFY(rest.starts_with("HTTP/1.1 200 OK\r\n"));
        QVERIFY(rest.find("Connection: close\r\n") != std::string::npos);
        QVERIFY(rest.ends_with("\r\n\r\na"));
        Client old(*service);
        old.sendRaw("GET /a HTTP/1.0\r\n\r\n");
        QVERIFY(old.receiveRest().ends_with("\r\n\r\na"));
    }

    void coldRequestsDifferFromWarmOnes()
    {
        const auto service = startService(
            "[{'method':'POST','path':'/route','body':{'json':'{{cache}}'},"
            "'cache':{'key':['body:/from'],'status':[{'status':503,'reason':'terrain_cache_miss'}]}}]");
        Client client(*service);
        for (const char* from : {"{\"from\":\"A\"}", "{\"from\":\"B\"}"}) {
            const auto cold = client.post("/route", from);
            QCOMPARE(cold.result_int(), 503U);
            QVERIFY(Json::parse(cold.body())["reason_code"] == "terrain_cache_miss");
            QCOMPARE(client.post("/route", from).body(), std::string("\"warm\""));
        }
    }

    void disturbancesComeAndGo()
    {
        const auto clock = std::make_shared<AtomicClock>();
        Options options;
        options.clock = clock;
        options.fail_rate = 1.0;
        options.from_s = 5.0;
        options.until_s = 6.0;
        const auto service = startService("[{'path':'/a'}]", {}, options);
        Client client(*service);
        QCOMPARE(client.get("/a").result_int(), 200U);
        clock->advance(std::chrono::seconds(5));
        const auto failed = client.get("/a");
        QCOMPARE(failed.result_int(), 503U);
        QVERIFY(Json::parse(failed.body())["reason_code"] == "injected_failure");
        clock->advance(std::chrono::seconds(1));
        QCOMPARE(client.get("/a").result_int(), 200U);
    }

    void theSlowFactorMultipliesTheWaits()
    {
        Options options;
        options.slow_factor = 10.0;
        const auto service = startService("[{'path':'/a','latency':{'ms':8}}]", {}, options);
        Client client(*service);
        QElapsedTimer timer;
        timer.start();
        client.get("/a");
        QVERIFY(timer.elapsed() >= 80);
    }

    void tooManyRequestsGet429()
    {
        const auto clock = std::make_shared<AtomicClock>();
        Options options;
        options.clock = clock;
        options.limit_rps = 1.0;
        const auto service = startService("[{'path':'/a'}]", {}, options);
        Client client(*service);
        QCOMPARE(client.get("/a").result_int(), 200U);
        const auto refused = client.get("/a");
        QCOMPARE(refused.result_int(), 429U);
        QCOMPARE(std::string(refused["Retry-After"]), std::string("1"));
        clock->advance(std::chrono::seconds(1));
        QCOMPARE(client.get("/a").result_int(), 200U);
    }

    void metricsCountByRouteAndStatus()
    {
        const auto service
            = startService("[{'path':'/a/{id}','latency':{'ms':3}},{'path':'/metrics','action':'metrics'}]");
        Client client(*service);
        client.get("/a/1");
        client.get("/a/2");
        client.get("/none");
        const auto metrics = client.get("/metrics");
        QVERIFY(metrics["Content-Type"].starts_with("text/plain; version=0.0.4"));
        const auto& text = metrics.body();
        const auto has = [&text](const char* line) { return text.find(line) != std::string::npos; };
        QVERIFY(has("http_requests_total{method=\"GET\",route=\"/a/{id}\",status=\"200\"} 2\n"));
        QVERIFY(has("http_requests_total{method=\"*\",route=\"(none)\",status=\"404\"} 1\n"));
        QVERIFY(
            has("http_request_duration_seconds_bucket{method=\"GET\",route=\"/a/{id}\",le=\"0.0025\"} 0\n"));
        QVERIFY(
            has("http_request_duration_seconds_bucket{method=\"GET\",route=\"/a/{id}\",le=\"+Inf\"} 2\n"));
        QVERIFY(has("http_request_duration_seconds_count{method=\"GET\",route=\"/a/{id}\"} 2\n"));
        QVERIFY(has("\nprocess_resident_memory_bytes "));
        QVERIFY(!has("\nprocess_resident_memory_bytes 0\n"));
    }

    void theAccessHookSeesEveryAnswer()
    {
        std::mutex mutex;
        std::vector<std::string> lines;
        Options options;
        options.access = [&](const AccessEntry& entry) {
            const std::lock_guard lock(mutex);
            lines.push_back(std::string(entry.method) + " " + std::string(entry.target) + " "
                + std::to_string(entry.status) + " " + std::to_string(entry.body_bytes));
        };
        const auto service = startService("[{'path':'/a','body':{'text':'four'}}]", {}, options);
        Client client(*service);
        client.get("/a?x=1");
        client.get("/b");
        service->stop();
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0], std::string("GET /a?x=1 200 4"));
        QVERIFY(lines[1].starts_with("GET /b 404 "));
    }

    void tlsVerifiesAgainstItsOwnAuthority()
    {
        Options options;
        options.tls = true;
        const auto service = startService("[{'path':'/a','body':{'text':'safe'}}]", {}, options);
        QVERIFY(service->baseUrl().starts_with("https://127.0.0.1:"));
        for (const char* name : {"localhost", "127.0.0.1", "::1"}) {
            Client client(*service, service->caPem(), name);
            QCOMPARE(client.get("/a").body(), std::string("safe"));
            QCOMPARE(client.get("/a").body(), std::string("safe"));
        }
        QVERIFY_EXCEPTION_THROWN(
            Client(*service, service->caPem(), "example.com"), boost::system::system_error);
        const auto other = startService("[{'path':'/a'}]", {}, options);
        QVERIFY_EXCEPTION_THROWN(Client(*service, other->caPem(), "localhost"), boost::system::system_error);
        // A broken handshake does not harm the next one.
        Client plain(*service);
        plain.sendRaw("GET /a HTTP/1.1\r\n\r\n");
        plain.receiveRest();
        QCOMPARE(Client(*service, service->caPem(), "localhost").get("/a").body(), std::string("safe"));
    }

    void aPortInUseIsAnError()
    {
        const auto first = startService("[{'path':'/a'}]");
        Options options;
        options.spec = ServiceSpec{};
        options.port = first->port();
        const auto second = SampleService::start(options);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::io);
        QVERIFY(second.error().what.find(std::to_string(first->port())) != std::string::npos);
        QVERIFY(!second.error().remedy.empty());
        options.port = 0;
        options.address = "not an address";
        QVERIFY(!SampleService::start(options));
    }

    void stoppingClosesConnectionsAndKeepsTheCount()
    {
        const auto service = startService("[{'path':'/a'},{'path':'/slow','latency':{'ms':60000}}]");
        Client waiting(*service);
        Client client(*service);
        client.get("/a");
        waiting.sendRaw("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
        service->stop();
        service->stop();
        QCOMPARE(service->requestsServed(), std::int64_t(1));
        QVERIFY_EXCEPTION_THROWN(Client refused(*service), boost::system::system_error);
    }
};

PLUMB_TEST_MAIN(TestSampleService)
#include "tst_sampleservice.moc"
