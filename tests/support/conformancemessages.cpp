// SPDX-License-Identifier: GPL-3.0-or-later
// The conformance suite: what is sent and what is made of the answer.
#include "tests/support/conformancetools.h"

#include <QSet>

namespace plumb::test {

void TransportConformance::faults_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [this](const char* path, Outcome outcome) {
        QTest::newRow(path) << QString::fromLatin1(path) << expected(QString::fromLatin1(path), outcome);
    };
    row("/never", Outcome::timeout);
    row("/close", Outcome::reset);
    row("/reset", Outcome::reset);
    row("/mid-body", Outcome::reset);
    row("/length-long", Outcome::timeout);
    row("/huge-header/400000", Outcome::protocol);
    row("/garbage", Outcome::protocol);
    row("/drip/100000/20", Outcome::timeout);
    row("/endless-body", Outcome::protocol);
    row("/chunked-broken", Outcome::protocol);
    row("/chunked-cut", Outcome::reset);
    row("/endless-headers", Outcome::protocol);
    row("/reset-header", Outcome::reset);
    row("/reset-middle", Outcome::reset);
    row("/cut-header", Outcome::reset);
    row("/length-twice", Outcome::protocol);
    row("/length-absurd", Outcome::protocol);
    row("/chunked-endless", Outcome::protocol);
    row("/drip/1000/50", Outcome::timeout);
}

void TransportConformance::faults()
{
    QFETCH(QString, path);
    QFETCH(Outcome, outcome);
    const Exchange exchange = askOnce(path.toStdString(), [outcome](Request& request) {
        request.timeout = outcome == Outcome::timeout ? shortPatience : patience;
        request.max_body = 1 << 20;
    });
    COMPARE_OUTCOME(exchange, outcome);
    QCOMPARE(exchange.error.empty(), outcome == Outcome::ok);
    QVERIFY(exchange.end >= exchange.start);
    QVERIFY(exchange.body.size() <= 1 << 20);
}

void TransportConformance::answers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("body");
    const auto row = [](const char* path, int status, const char* body) {
        QTest::newRow(path) << QString::fromLatin1(path) << status << QString::fromLatin1(body);
    };
    row("/ok", 200, "ok");
    row("/ok?a=b%20c&d=%2F", 200, "ok");
    row("/status/204", 204, "");
    row("/status/304", 304, "");
    row("/status/404", 404, "status");
    row("/status/418", 418, "status");
    row("/status/500", 500, "status");
    row("/status/503", 503, "status");
    row("/silent-close", 200, "ok");
    row("/announced-close", 200, "ok");
    row("/length-short", 200, "12345");
    row("/continue", 200, "");
    row("/chunked", 200, "hello world");
    row("/drip/5/1", 200, "ddddd");
    row("/redirect-loop", 302, "");
    row("/challenge", 401, "who are you");
    row("/huge-header/10000", 200, "ok");
    row("/chunked-slow", 200, "hello world");
    row("/hints", 200, "hinted");
    row("/bodiless/304", 304, "");
    row("/until-close", 200, "to the end");
    row("/old-version", 200, "old");
}

void TransportConformance::answers()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, body);
    if (expected(path, Outcome::ok) != Outcome::ok) {
        QSKIP("the library underneath does not understand it");
    }
    const Exchange exchange = askOnce(path.toStdString());
    COMPARE_OUTCOME(exchange, Outcome::ok);
    QCOMPARE(exchange.status, status);
    QCOMPARE(QString::fromStdString(exchange.body), body);
    QCOMPARE(exchange.error, std::string());
    QCOMPARE(exchange.resends, 0);
    QVERIFY(!exchange.http_version.empty());
    QCOMPARE(m_server->requestCount(), 1); // neither redirects nor challenges are followed
    QCOMPARE(QString::fromStdString(m_server->requests().front().target), path);
}

void TransportConformance::answersToHead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("200") << QStringLiteral("/bodiless/200") << 200;
    QTest::newRow("304") << QStringLiteral("/bodiless/304") << 304;
    QTest::newRow("404") << QStringLiteral("/bodiless/404") << 404;
}

void TransportConformance::answersToHead()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    Request request = get(m_server->url(path.toStdString()));
    request.method = "HEAD";
    for (int i = 0; i < 2; ++i) { // the second one on the same connection
        const Exchange exchange = run.once(request);
        COMPARE_OUTCOME(exchange, Outcome::ok);
        QCOMPARE(exchange.status, status);
        QCOMPARE(exchange.body, std::string());
        QCOMPARE(header(exchange, QStringLiteral("Content-Length")), std::string("500"));
        QCOMPARE(exchange.new_connection, i == 0);
    }
}

void TransportConformance::connectionOutlivesTheAnswer_data()
{
    QTest::addColumn<QString>("path");
    for (const char* path :
        {"/status/204", "/status/304", "/bodiless/304", "/chunked", "/chunked-slow", "/hints", "/gzip"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TransportConformance::connectionOutlivesTheAnswer()
{
    QFETCH(QString, path);
    if (expected(path, Outcome::ok) != Outcome::ok) {
        QSKIP("the library underneath does not understand it");
    }
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    COMPARE_OUTCOME(run.once(get(m_server->url(path.toStdString()))), Outcome::ok);
    const Exchange next = run.once(get(m_server->url("/ok")));
    COMPARE_OUTCOME(next, Outcome::ok);
    QCOMPARE(next.status, 200);
    QCOMPARE(next.body, std::string("ok"));
    QVERIFY(!next.new_connection);
}

/// What a server says and then goes on to say belongs to no later request.
void TransportConformance::surplusIsNobodysAnswer()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    for (int i = 0; i < 3; ++i) {
        const Exchange exchange = run.once(get(m_server->url("/length-short")));
        COMPARE_OUTCOME(exchange, Outcome::ok);
        QCOMPARE(exchange.body, std::string("12345"));
    }
}

void TransportConformance::packedStaysPacked()
{
    const Exchange exchange = askOnce("/gzip");
    COMPARE_OUTCOME(exchange, Outcome::ok);
    QCOMPARE(header(exchange, QStringLiteral("Content-Encoding")), std::string("gzip"));
    QCOMPARE(exchange.body.size(), 26U);
    QVERIFY(exchange.body.starts_with("\x1f\x8b"));
}

void TransportConformance::refusedConnection()
{
    auto server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(server->url()));
    const std::string url = server->url("/ok");
    server.reset();
    const Exchange exchange = run.once(get(url));
    COMPARE_OUTCOME(exchange, Outcome::connect);
    QVERIFY(QString::fromStdString(exchange.error).contains(QStringLiteral("refused"), Qt::CaseInsensitive));
    QCOMPARE(exchange.bytes_sent, 0);
}

void TransportConformance::unknownHostOfOneRequest()
{
    const Exchange exchange
        = askOnce("/ok", [](Request& request) { request.url = "http://no-such-host.invalid/ok"; });
    COMPARE_OUTCOME(exchange, Outcome::dns);
}

void TransportConformance::notAUrl()
{
    const Exchange exchange = askOnce("/ok", [](Request& request) { request.url = "ftp://127.0.0.1/x"; });
    COMPARE_OUTCOME(exchange, Outcome::protocol);
    QCOMPARE(m_server->requestCount(), 0);
}

void TransportConformance::headers()
{
    const Exchange exchange
        = askOnce("/ok", [](Request& request) { request.headers.emplace_back("X-Own", "yes"); });
    COMPARE_OUTCOME(exchange, Outcome::ok);
    const SeenRequest seen = m_server->requests().front();
    QCOMPARE(seen.header("X-Own"), std::string("yes"));
    QCOMPARE(seen.header("User-Agent"), std::string("conformance"));
    QCOMPARE(seen.header("Accept-Encoding"), std::string("identity"));
    QCOMPARE(seen.header("Host"), "127.0.0.1:" + std::to_string(m_server->port()));
    QCOMPARE(seen.header("Cookie"), std::string());
}

void TransportConformance::duplicateHeadersAreKept()
{
    const Exchange exchange = askOnce("/twice", [](Request& request) {
        request.headers.emplace_back("X-Twice", "first");
        request.headers.emplace_back("X-Twice", "second");
    });
    QCOMPARE(m_server->requests().front().header("X-Twice"), std::string("first, second"));
    QCOMPARE(header(exchange, QStringLiteral("X-Twice")), std::string("one, two"));
}

void TransportConformance::everyCookieIsKept()
{
    const Exchange exchange = askOnce("/cookies/50");
    QSet<QString> cookies;
    for (const auto& [key, value] : exchange.headers) {
        if (QString::fromStdString(key).compare(QStringLiteral("set-cookie"), Qt::CaseInsensitive) == 0) {
            cookies.insert(QString::fromStdString(value));
        }
    }
    QCOMPARE(cookies.size(), 50);
    QVERIFY(cookies.contains(QStringLiteral("c49=v49; Path=/")));
}

void TransportConformance::bodies_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 16 * 1024, 20'000, 5'000'000}) {
        for (const char* method : {"POST", "PUT", "PATCH", "DELETE"}) {
            QTest::addRow("%s %d", method, size) << QString::fromLatin1(method) << size;
        }
    }
}

void TransportConformance::bodies()
{
    QFETCH(QString, method);
    QFETCH(int, size);
    std::string body(static_cast<std::size_t>(size), '\0');
    for (std::size_t i = 0; i < body.size(); ++i) {
        body[i] = static_cast<char>(i * 31 + i / 251);
    }
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    Request request = post(m_server->url("/echo"), body);
    request.method = method.toStdString();
    for (int i = 0; i < 2; ++i) { // the second one on a connection that stands
        const Exchange exchange = run.once(request);
        COMPARE_OUTCOME(exchange, Outcome::ok);
        QVERIFY(exchange.body == body);
        QCOMPARE(header(exchange, QStringLiteral("X-Method")), method.toStdString());
        QVERIFY(exchange.sent > exchange.start);
    }
    QVERIFY(m_server->requests().back().body == body);
    QCOMPARE(m_server->connections(), 2); // prepare() opens one, too
}

void TransportConformance::emptyPostSaysSo()
{
    const Exchange exchange = askOnce("/echo", [](Request& request) { request.method = "POST"; });
    COMPARE_OUTCOME(exchange, Outcome::ok);
    QCOMPARE(m_server->requests().front().header("Content-Length"), std::string("0"));
}

void TransportConformance::unwantedBodyIsCounted()
{
    const Exchange exchange = askOnce("/bytes/3000000", [](Request& request) { request.want_body = false; });
    COMPARE_OUTCOME(exchange, Outcome::ok);
    QVERIFY(exchange.body.empty());
    QVERIFY(exchange.bytes_received > 3'000'000);
}

void TransportConformance::startOfAnUnwantedBodyIsKept()
{
    for (const int size : {300, 1000, 1001, 3'000'000}) { // read at once, and drained while it comes
        const Exchange exchange = askOnce("/bytes/" + std::to_string(size), [](Request& request) {
            request.want_body = false;
            request.keep_start = 1000;
        });
        COMPARE_OUTCOME(exchange, Outcome::ok);
        QCOMPARE(exchange.body.size(), static_cast<std::size_t>(std::min(size, 1000)));
        QCOMPARE(exchange.body_cut, size > 1000);
        QVERIFY(exchange.bytes_received > size);
    }
}

void TransportConformance::longBodyIsCut()
{
    for (const char* path : {"/bytes/3000000", "/bytes/1500"}) {
        const Exchange exchange = askOnce(path, [](Request& request) { request.max_body = 1000; });
        COMPARE_OUTCOME(exchange, Outcome::protocol);
        QVERIFY(exchange.body.empty());
    }
    const Exchange bomb = askOnce("/gzip-bomb", [](Request& request) { request.max_body = 100'000; });
    COMPARE_OUTCOME(bomb, Outcome::ok); // stays packed
    QVERIFY(bomb.bytes_received < 100'000);
}

void TransportConformance::bytesAreCounted()
{
    const Exchange exchange = askOnce("/bytes/1000");
    const std::int64_t head = exchange.bytes_received - 1000;
    QVERIFY2(head > 30 && head < 100, qPrintable(QString::number(head)));
    QVERIFY(exchange.bytes_sent > 50 && exchange.bytes_sent < 400);
}

} // namespace plumb::test
