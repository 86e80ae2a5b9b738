// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/transportconformance.h"

#include "tests/support/transportrun.h"

#include <QFile>
#include <QSet>
#include <QTcpServer>
#include <QTest>

#include <future>

using namespace std::chrono_literals;
using plumb::engine::Exchange;
using plumb::engine::Outcome;
using plumb::engine::Request;
using plumb::engine::TransportSettings;

Q_DECLARE_METATYPE(plumb::engine::Outcome)

namespace plumb::test {

namespace {

/// Generous, so that a busy machine does not turn an answer into a timeout.
constexpr Nanos patience = 20s;
constexpr Nanos shortPatience = 400ms;

const char* name(Outcome outcome)
{
    constexpr const char* names[]
        = {"ok", "http4xx", "http5xx", "check", "dns", "connect", "tls", "timeout", "reset", "protocol"};
    return names[static_cast<int>(outcome)];
}

std::string describe(const Exchange& exchange)
{
    return std::string(name(exchange.outcome)) + ", status " + std::to_string(exchange.status) + ", "
        + exchange.error;
}

std::string header(const Exchange& exchange, const QString& wanted)
{
    std::string out;
    for (const auto& [key, value] : exchange.headers) {
        if (wanted.compare(QString::fromStdString(key), Qt::CaseInsensitive) == 0) {
            out += (out.empty() ? "" : ", ") + value;
        }
    }
    return out;
}

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

#define COMPARE_OUTCOME(exchange, expected)                                                                  \
    QVERIFY2((exchange).outcome == (expected), qPrintable(QString::fromStdString(describe(exchange))))

TransportSettings TransportConformance::settingsFor(const std::string& baseUrl, int users) const
{
    TransportSettings settings;
    settings.base_url = baseUrl;
    settings.users = users;
    return settings;
}

Request TransportConformance::get(const std::string& url)
{
    Request request;
    request.method = "GET";
    request.url = url;
    request.headers = {{"User-Agent", "conformance"}};
    request.timeout = patience;
    return request;
}

Request TransportConformance::post(const std::string& url, std::string body)
{
    Request request = get(url);
    request.method = "POST";
    request.headers.emplace_back("Content-Type", "application/octet-stream");
    request.body = std::make_shared<const std::string>(std::move(body));
    return request;
}

Exchange TransportConformance::askOnce(const std::string& path, const std::function<void(Request&)>& change)
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    if (!run.prepared()) {
        Exchange failed;
        failed.error = run.prepared().error().text();
        failed.outcome = Outcome::connect;
        return failed;
    }
    Request request = get(m_server->url(path));
    if (change) {
        change(request);
    }
    return run.once(request);
}

void TransportConformance::initTestCase()
{
    m_ca = std::make_unique<TestCa>();
}

void TransportConformance::cleanup()
{
    m_server.reset();
}

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
}

void TransportConformance::answers()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, body);
    const Exchange exchange = askOnce(path.toStdString());
    COMPARE_OUTCOME(exchange, Outcome::ok);
    QCOMPARE(exchange.status, status);
    QCOMPARE(QString::fromStdString(exchange.body), body);
    QCOMPARE(exchange.error, std::string());
    QCOMPARE(exchange.resends, 0);
    QCOMPARE(exchange.http_version, std::string("1.1"));
    QCOMPARE(m_server->requestCount(), 1); // neither redirects nor challenges are followed
    QCOMPARE(QString::fromStdString(m_server->requests().front().target), path);
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

void TransportConformance::timesAreInOrder()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    const Exchange first = run.once(get(m_server->url("/delay/30")));
    QVERIFY(first.new_connection);
    QVERIFY(first.start.count() > 0 && first.start <= first.connect_start);
    // A connect on loopback may be too short to be measured; it is absent then, never next to nothing.
    QVERIFY(first.connected.count() == 0
        || (first.connected - first.connect_start > 1us && first.connected <= first.sent));
    QVERIFY(first.sent <= first.first_byte && first.first_byte <= first.end);
    QVERIFY(first.first_byte - first.sent >= 25ms);
    QCOMPARE(first.tls_done.count(), 0);
    const Exchange second = run.once(get(m_server->url("/ok")));
    QVERIFY(!second.new_connection);
    QCOMPARE(second.connect_start.count(), 0);
    QVERIFY(second.start <= second.sent && second.sent <= second.first_byte);
}

void TransportConformance::timeoutCountsItsAge()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    Request request = get(m_server->url("/never"));
    request.timeout = shortPatience;
    const Exchange exchange = run.once(request);
    COMPARE_OUTCOME(exchange, Outcome::timeout);
    QVERIFY(exchange.end - exchange.start >= shortPatience);
    QVERIFY(exchange.end - exchange.start < 10 * shortPatience);
    const Exchange next = run.once(get(m_server->url("/ok")));
    COMPARE_OUTCOME(next, Outcome::ok);
    QVERIFY(next.new_connection); // the answer to the first one may still come on the old
}

void TransportConformance::cancel()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    std::promise<Exchange> cancelled;
    run.inLoop([&](engine::Transport& transport) {
        transport.cancel(0); // nothing in flight: no effect
        transport.send(0, get(m_server->url("/never")),
            [&](Exchange&& exchange) { cancelled.set_value(std::move(exchange)); });
    });
    QTRY_COMPARE(m_server->requestCount(), 1);
    run.inLoop([](engine::Transport& transport) { transport.cancel(0); });
    const Exchange exchange = cancelled.get_future().get();
    COMPARE_OUTCOME(exchange, Outcome::reset);
    COMPARE_OUTCOME(run.once(get(m_server->url("/ok"))), Outcome::ok);
}

void TransportConformance::completionsComeLater()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    for (const char* url : {"", "no url", "http://", "http://127.0.0.1:1/"}) {
        Request request = get(url);
        QVERIFY(run.once(request).outcome != Outcome::ok);
    }
    QVERIFY(!run.completedInsideSend());
}

void TransportConformance::oneSocketPerUser()
{
    constexpr int users = 64;
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url(), users));
    m_server->clear();
    for (int round = 0; round < 3; ++round) {
        for (const Exchange& exchange : run.together(users, get(m_server->url("/delay/100")))) {
            COMPARE_OUTCOME(exchange, Outcome::ok);
            QCOMPARE(exchange.new_connection, round == 0);
        }
    }
    QCOMPARE(m_server->connections(), users);
    QCOMPARE(m_server->requestCount(), 3 * users);
}

void TransportConformance::nobodyWaitsForAnother()
{
    constexpr int users = 64;
    constexpr auto delay = 200ms;
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url(), users));
    run.together(users, get(m_server->url("/ok")));
    const SteadyClock clock;
    const Nanos start = clock.now();
    run.together(users, get(m_server->url("/delay/200")));
    const Nanos took = clock.now() - start;
    QVERIFY2(took < 2 * delay, qPrintable(QString::number(took.count() / 1'000'000)));
}

void TransportConformance::connectionIsReused()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    m_server->clear();
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(run.once(get(m_server->url("/ok"))).new_connection, i == 0);
    }
    QCOMPARE(m_server->connections(), 1);
}

void TransportConformance::droppedConnectionsAreRenewed()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportSettings settings = settingsFor(m_server->url());
    settings.target.connection = scenario::Connection::perIteration;
    TransportRun run(*factory, settings);
    m_server->clear();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(run.once(get(m_server->url("/ok"))).new_connection);
        Request last = get(m_server->url("/ok"));
        last.close_after = i == 1;
        QVERIFY(!run.once(last).new_connection);
        run.inLoop([](engine::Transport& transport) { transport.dropConnections(0); });
    }
    QCOMPARE(m_server->connections(), 3);
}

void TransportConformance::freshConnections()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    m_server->clear();
    for (int i = 0; i < 3; ++i) {
        Request request = get(m_server->url("/ok"));
        request.fresh_connection = true;
        QVERIFY(run.once(request).new_connection);
    }
    QCOMPARE(m_server->connections(), 3);
}

void TransportConformance::connectionPerRequest()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportSettings settings = settingsFor(m_server->url());
    settings.target.connection = scenario::Connection::perRequest;
    TransportRun run(*factory, settings);
    m_server->clear();
    for (int i = 0; i < 5; ++i) {
        Request request = get(m_server->url("/ok"));
        request.fresh_connection = true;
        QVERIFY(run.once(request).new_connection);
    }
    QCOMPARE(m_server->connections(), 5);
    QCOMPARE(m_server->requests().back().header("Connection"), std::string("close"));
    QTRY_COMPARE(m_server->openConnections(), 0); // nothing lingers
}

void TransportConformance::closedKeepAliveIsRenewed()
{
    m_server = std::make_unique<FaultServer>();
    const auto factory = makeFactory();
    TransportRun run(*factory, settingsFor(m_server->url()));
    int resends = 0;
    for (int i = 0; i < 4; ++i) {
        const Exchange exchange = run.once(get(m_server->url("/kill-second")));
        // A transport may report the broken connection or send again, but it has to say which.
        QVERIFY2(exchange.outcome == Outcome::reset || exchange.outcome == Outcome::ok,
            describe(exchange).c_str());
        resends += exchange.resends;
    }
    QCOMPARE(m_server->requestCount(), 4 + resends);
}

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
