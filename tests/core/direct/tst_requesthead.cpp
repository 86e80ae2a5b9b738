// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/requesthead.h"
#include "tests/support/testmain.h"

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::engine::direct;

namespace {

Request asking(const std::string& url, Headers headers = {})
{
    Request request;
    request.method = "GET";
    request.url = url;
    request.headers = std::move(headers);
    return request;
}

} // namespace

class RequestHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeText()
    {
        Request request = asking("http://Host.Example:8080/a%20b?c=d#e", {{"X-A", "1"}});
        const RequestHead head = makeRequestHead(request, false, {});
        QCOMPARE(head.text,
            std::string(
                "GET /a%20b?c=d HTTP/1.1\r\nHost: host.example:8080\r\nX-A: 1\r\nUser-Agent: plumbline\r\n"
                "Accept-Encoding: identity\r\nAccept-Language: en\r\nConnection: keep-alive\r\n\r\n"));
        QVERIFY(head.matches(request, false));
        QVERIFY(!head.matches(request, true));
        request.body = std::make_shared<const std::string>("four");
        QVERIFY(!head.matches(request, false));
        request.method = "POST";
        const RequestHead post = makeRequestHead(request, true, {});
        QVERIFY(post.text.ends_with("Connection: close\r\nContent-Length: 4\r\n\r\n"));
        request.body.reset();
        QVERIFY(makeRequestHead(request, false, {}).text.ends_with("Content-Length: 0\r\n\r\n"));
    }

    void ownHeadersWin()
    {
        const Request request = asking("https://h/",
            {{"host", "other"}, {"USER-AGENT", "me"}, {"accept-encoding", "gzip"}, {"Connection", "x"},
                {"Content-Length", "99"}, {"Transfer-Encoding", "chunked"}, {"Cookie", "a=1"},
                {"cookie", "b=2"}});
        QCOMPARE(makeRequestHead(request, false, {}).text,
            std::string("GET / HTTP/1.1\r\nhost: other\r\nUSER-AGENT: me\r\naccept-encoding: gzip\r\n"
                        "Connection: x\r\nCookie: a=1; b=2\r\nAccept-Language: en\r\n\r\n"));
        QVERIFY(makeRequestHead(request, true, {}).text.ends_with("Connection: close\r\n\r\n"));
    }

    void absoluteFormForAProxy()
    {
        DirectSettings settings;
        settings.proxy = Proxy{{"p", 3128, false}, "Basic eA=="};
        const std::string plain = makeRequestHead(asking("http://h:81/x"), false, settings).text;
        QVERIFY(plain.starts_with("GET http://h:81/x HTTP/1.1\r\nHost: h:81\r\n"));
        QVERIFY(plain.find("Proxy-Authorization: Basic eA==\r\n") != std::string::npos);
        const std::string secure = makeRequestHead(asking("https://h/x"), false, settings).text;
        QVERIFY(secure.starts_with("GET /x HTTP/1.1\r\nHost: h\r\n"));
        QVERIFY(secure.find("Proxy-Authorization") == std::string::npos);
    }

    void origins_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin"); // empty: no URL
        const auto row = [](const char* url, const char* origin) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromLatin1(origin);
        };
        row("http://a", "a:80");
        row("HTTPS://A.b?x", "a.b:443 secure");
        row("http://user:pw@h:8/", "h:8");
        row("http://[::1]:9/", "[::1]:9");
        row("http://h:/", "h:80");
        row("http://bücher.example/", "xn--bcher-kva.example:80");
        for (const char* bad : {"", "h", "ftp://h", "http://", "http:///x", "http://a b", "http://h:0",
                 "http://h:99999", "http://h:8x", "http://[::1", "http://h/\r\nX: y", "http://h/%zz",
                 "http://h/%2", "http://h/{x}"})
            row(bad, "");
    }
    void origins()
    {
        QFETCH(QString, url);
        QFETCH(QString, origin);
        const auto found = originOf(url.toStdString());
        const QString text
            = found ? QString::fromStdString(found->text() + (found->secure ? " secure" : "")) : QString();
        QCOMPARE(text, origin);
    }

    void bytesOutsideAsciiAreEncoded()
    {
        const std::string text = makeRequestHead(asking("http://h/ä?ü"), false, {}).text;
        QVERIFY(text.starts_with("GET /%C3%A4?%C3%BC HTTP/1.1\r\n"));
    }

    void nothingIsSmuggledIn()
    {
        QVERIFY(!makeRequestHead(asking("http://h/", {{"X", "a\r\nY: b"}}), false, {}).error.empty());
        QVERIFY(!makeRequestHead(asking("http://h/", {{"X\r\nY", "a"}}), false, {}).error.empty());
        QVERIFY(!makeRequestHead(asking("http://h/", {{"", "a"}}), false, {}).error.empty());
        Request request = asking("http://h/");
        request.method = "GET / HTTP/1.1\r\n\r\nGET";
        QVERIFY(!makeRequestHead(request, false, {}).error.empty());
    }
};

PLUMB_TEST_MAIN(RequestHeadTest)
#include "tst_requesthead.moc"
