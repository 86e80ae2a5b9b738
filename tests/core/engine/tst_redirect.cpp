// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/redirect.h"
#include "engine/urlparts.h"
#include "tests/support/testmain.h"

#include <algorithm>

using namespace plumb;
using namespace plumb::engine;

namespace {

Request post(const std::string& url)
{
    Request request;
    request.method = "POST";
    request.url = url;
    request.headers
        = {{"Authorization", "Bearer x"}, {"Content-Type", "text/plain"}, {"X-Own", "1"}, {"cookie", "a=1"}};
    request.body = std::make_shared<std::string>("body");
    return request;
}

Exchange answer(int status, const std::string& location)
{
    Exchange exchange;
    exchange.status = status;
    exchange.headers = {{"LOCATION", location}};
    return exchange;
}

bool has(const Request& request, std::string_view name)
{
    return std::any_of(request.headers.begin(), request.headers.end(),
        [name](const auto& header) { return equalsIgnoringCase(header.first, name); });
}

bool loopback(const std::string& host)
{
    return isLoopbackName(host);
}

} // namespace

class TestRedirect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void methodAndBody_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("then");
        QTest::addColumn<bool>("body");
        for (const int status : {301, 302, 303}) {
            QTest::addRow("%d POST", status)
                << status << QStringLiteral("POST") << QStringLiteral("GET") << false;
            QTest::addRow("%d HEAD", status)
                << status << QStringLiteral("HEAD") << QStringLiteral("HEAD") << true;
        }
        for (const int status : {307, 308})
            QTest::addRow("%d POST", status)
                << status << QStringLiteral("POST") << QStringLiteral("POST") << true;
    }
    void methodAndBody()
    {
        QFETCH(int, status);
        QFETCH(QString, method);
        QFETCH(QString, then);
        QFETCH(bool, body);
        Request request = post("http://127.0.0.1:8080/a");
        request.method = method.toStdString();
        QVERIFY(isRedirect(answer(status, "/b")));
        const Result<Request> next = followRedirect(request, answer(status, "/b"), loopback);
        QVERIFY(next.has_value());
        QCOMPARE(next->method, then.toStdString());
        QCOMPARE(next->body != nullptr, body);
        QCOMPARE(has(*next, "content-type"), body);
        QVERIFY(has(*next, "authorization") && has(*next, "x-own") && !has(*next, "cookie"));
    }

    void places_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("authorized");
        const auto row = [](const char* name, const char* location, const char* url, bool authorized) {
            QTest::newRow(name) << QString::fromLatin1(location) << QString::fromLatin1(url) << authorized;
        };
        row("absolute path", "/b?x=1", "http://127.0.0.1:8080/b?x=1", true);
        row("relative", "c", "http://127.0.0.1:8080/a/c", true);
        row("up", "../d", "http://127.0.0.1:8080/d", true);
        row("query only", "?y", "http://127.0.0.1:8080/a/b?y", true);
        row("same origin", "http://127.0.0.1:8080/e#part", "http://127.0.0.1:8080/e", true);
        row("other port", "http://127.0.0.1:9090/e", "http://127.0.0.1:9090/e", false);
        row("other scheme", "https://127.0.0.1:8080/e", "https://127.0.0.1:8080/e", false);
        row("other loopback name", "//localhost:8080/f", "http://localhost:8080/f", false);
        row("another host", "http://evil.example/", "", false);
        row("looks like loopback", "http://127.0.0.1.evil.example/", "", false);
        row("other protocol", "ftp://127.0.0.1/", "", false);
        row("script", "javascript:alert(1)", "", false);
    }
    void places()
    {
        QFETCH(QString, location);
        QFETCH(QString, url);
        QFETCH(bool, authorized);
        const Result<Request> next = followRedirect(
            post("http://127.0.0.1:8080/a/b"), answer(307, location.toStdString()), loopback);
        QCOMPARE(next.has_value(), !url.isEmpty());
        if (!next) {
            QVERIFY(next.error().kind == ErrorKind::target);
            return;
        }
        QCOMPARE(QString::fromStdString(next->url), url);
        QCOMPARE(has(*next, "authorization"), authorized);
    }

    void noRedirect()
    {
        QVERIFY(!isRedirect(answer(200, "/b")));
        QVERIFY(!isRedirect(answer(304, "/b")));
        Exchange bare;
        bare.status = 302;
        QVERIFY(!isRedirect(bare));
    }

    void urlParts()
    {
        const UrlParts parts = splitUrl("https://user:pw@[::1]:8443/a/b?c#d");
        QCOMPARE(parts.host, std::string_view("::1"));
        QCOMPARE(parts.port, std::string_view("8443"));
        QCOMPARE(parts.path, std::string_view("/a/b"));
        QVERIFY(parts.secure());
        QCOMPARE(splitUrl("http://h?x").path, std::string_view("/"));
        QVERIFY(sameOrigin("http://h/", "HTTP://H:80/x"));
        QVERIFY(!sameOrigin("http://h/", "https://h/"));
    }
};

PLUMB_TEST_MAIN(TestRedirect)
#include "tst_redirect.moc"
