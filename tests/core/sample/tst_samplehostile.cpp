// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sample/sampleclient.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace plumb;
using namespace plumb::sample;
using namespace plumb::sample::test;

namespace {
constexpr const char* routes = R"([{"path":"/a","body":{"text":"a"}},
    {"method":"POST","path":"/a","body":{"json":"{{body:/n}}"}}])";
}

/// Whatever clients send, the service tells them, closes, and goes on serving others.
class TestSampleHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badRequests_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("garbage") << QByteArray("\x00\xff\x16\x03 garbage\r\n\r\n", 17) << 400;
        QTest::newRow("no version") << QByteArray("GET /a\r\n\r\n") << 400;
        QTest::newRow("version 2") << QByteArray("GET /a HTTP/2.0\r\n\r\n") << 505;
        QTest::newRow("header without colon") << QByteArray("GET /a HTTP/1.1\r\nnonsense\r\n\r\n") << 400;
        QTest::newRow("huge header") << "GET /a HTTP/1.1\r\nX: " + QByteArray(100'000, 'x') << 431;
        QTest::newRow("many headers")
            << "GET /a HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(20'000) << 431;
        QTest::newRow("endless request line") << "GET /" + QByteArray(100'000, 'a') << 431;
        QTest::newRow("body too large")
            << QByteArray("POST /a HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n") << 413;
        QTest::newRow("chunks too large")
            << QByteArray("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\nabc") << 413;
        QTest::newRow("broken chunk")
            << QByteArray("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n") << 400;
        QTest::newRow("two lengths") << QByteArray(
            "POST /a HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")
                                     << 400;
    }
    void badRequests()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const auto service = startService(routes);
        Client bad(*service);
        bad.sendRaw(bytes.toStdString());
        const auto answer = bad.receive();
        QCOMPARE(static_cast<int>(answer.result_int()), status);
        QVERIFY(!answer.keep_alive());
        Client good(*service);
        QCOMPARE(good.get("/a").body(), std::string("a"));
    }

    void aSlowRequestIsTold()
    {
        const auto service = startService(routes, R"(,"limits":{"request_s":0.2,"idle_s":30})");
        Client slow(*service);
        slow.sendRaw("GET /a HTT");
        QCOMPARE(slow.receive().result_int(), 408U);
        slow.receiveRest();
    }

    void anIdleConnectionIsClosed()
    {
        const auto service = startService(routes, R"(,"limits":{"request_s":30,"idle_s":0.2})");
        Client idle(*service);
        idle.get("/a");
        QCOMPARE(idle.receiveRest(), std::string());
    }

    void tooManyConnectionsAreTurnedAway()
    {
        const auto service = startService(routes, R"(,"limits":{"connections":2})");
        Client first(*service);
        Client second(*service);
        first.get("/a");
        second.get("/a");
        QCOMPARE(Client(*service).receiveRest(), std::string());
        QCOMPARE(first.get("/a").result_int(), 200U);
    }

    void aClientMayAskBeforeItsBody()
    {
        const auto service = startService(routes);
        Client client(*service);
        client.sendRaw("POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 7\r\n\r\n");
        QCOMPARE(client.receive(true).result_int(), 100U);
        client.sendRaw("{\"n\":4}");
        QCOMPARE(client.receive().body(), std::string("4"));
    }

    void requestsMayComeByteByByte()
    {
        const auto service = startService(routes);
        Client client(*service);
        for (const char c : std::string(
                 "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"n\":4}\r\n0\r\n\r\n")) {
            client.sendRaw(std::string(1, c));
        }
        QCOMPARE(client.receive().body(), std::string("4"));
    }

    void nestedJsonIsHarmless()
    {
        const auto service = startService(routes);
        Client client(*service);
        QCOMPARE(client.post("/a", std::string(2'000'000, '[')).body(), std::string("null"));
    }
};

PLUMB_TEST_MAIN(TestSampleHostile)
#include "tst_samplehostile.moc"
