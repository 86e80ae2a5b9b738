// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cookiedate.h"
#include "engine/cookiejar.h"
#include "tests/support/testmain.h"

using namespace plumb::engine;

namespace {
constexpr std::int64_t now = 1'700'000'000'000; // 2023-11-14T22:13:20Z
}

class TestCookieJar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// One Set-Cookie, then what is sent to another address.
    void oneCookie_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("setCookie");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("sent");
        const auto row
            = [](const char* name, const char* from, const char* set, const char* to, const char* sent) {
                  QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(set)
                                      << QString::fromLatin1(to) << QString::fromLatin1(sent);
              };
        row("same host", "http://a.example/x", "sid=1", "http://a.example/", "sid=1");
        row("host-only: not the subdomain", "http://a.example/", "sid=1", "http://b.a.example/", "");
        row("domain: the subdomain too", "http://a.example/", "sid=1; Domain=a.example",
            "http://b.a.example/", "sid=1");
        row("leading dot is ignored", "http://b.a.example/", "sid=1; Domain=.a.example", "http://a.example/",
            "sid=1");
        row("domain: not a name that only ends so", "http://a.example/", "s=1; Domain=a.example",
            "http://xa.example/", "");
        row("foreign domain is refused", "http://a.example/", "sid=1; Domain=b.example", "http://a.example/",
            "");
        row("top level domain is refused", "http://a.example/", "sid=1; Domain=example", "http://a.example/",
            "");
        row("host name case", "http://A.Example/", "sid=1", "http://a.EXAMPLE/", "sid=1");
        row("other port, same cookies", "http://127.0.0.1:80/", "sid=1", "http://127.0.0.1:8080/", "sid=1");
        row("address has no subdomains", "http://127.0.0.1/", "s=1; Domain=0.0.1", "http://127.0.0.1/", "");
        row("IPv6", "http://[::1]:80/", "sid=1", "http://[::1]/", "sid=1");
        row("path", "http://a.example/", "sid=1; Path=/api", "http://a.example/api/v1", "sid=1");
        row("path: whole segments", "http://a.example/", "sid=1; Path=/api", "http://a.example/apis", "");
        row("path with slash", "http://a.example/", "sid=1; Path=/api/", "http://a.example/api", "");
        row("default path", "http://a.example/one/two", "sid=1", "http://a.example/one/x", "sid=1");
        row("default path, elsewhere", "http://a.example/one/two", "sid=1", "http://a.example/", "");
        row("query is no path", "http://a.example/one?x=/a/b", "sid=1", "http://a.example/?y", "sid=1");
        row("secure over https", "https://a.example/", "sid=1; Secure", "https://a.example/", "sid=1");
        row("secure, not over http", "https://a.example/", "sid=1; Secure", "http://a.example/", "");
        row("secure set over http is refused", "http://a.example/", "sid=1; Secure", "https://a.example/",
            "");
        row("secure on loopback", "http://127.0.0.1/", "sid=1; Secure", "http://127.0.0.1/", "sid=1");
        row("expired", "http://a.example/", "sid=1; Max-Age=0", "http://a.example/", "");
        row("max-age", "http://a.example/", "sid=1; Max-Age=60", "http://a.example/", "sid=1");
        row("max-age beats expires", "http://a.example/",
            "s=1; Max-Age=9; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "http://a.example/", "s=1");
        row("expires in the past", "http://a.example/", "s=1; expires=Thu, 01-Jan-1970 00:00:00 GMT",
            "http://a.example/", "");
        row("expires in the future", "http://a.example/", "s=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT",
            "http://a.example/", "s=1");
        row("unknown attributes", "http://a.example/", "s=1; SameSite=Lax; HttpOnly; Priority",
            "http://a.example/", "s=1");
        row("value with =", "http://a.example/", "s=a=b==; Path=/", "http://a.example/", "s=a=b==");
        row("quotes stay", "http://a.example/", "s=\"x y\"", "http://a.example/", "s=\"x y\"");
        row("no name", "http://a.example/", "=1", "http://a.example/", "");
        row("no =", "http://a.example/", "sid", "http://a.example/", "");
        row("empty", "http://a.example/", "", "http://a.example/", "");
        row("garbage max-age", "http://a.example/", "s=1; Max-Age=soon", "http://a.example/", "s=1");
        row("huge max-age", "http://a.example/", "s=1; Max-Age=99999999999999999999", "http://a.example/",
            "s=1");
        row("no URL", "nonsense", "s=1", "nonsense", "");
    }
    void oneCookie()
    {
        QFETCH(QString, from);
        QFETCH(QString, setCookie);
        QFETCH(QString, to);
        QFETCH(QString, sent);
        CookieJar jar;
        jar.store(from.toStdString(), setCookie.toStdString(), now);
        QCOMPARE(QString::fromStdString(jar.header(to.toStdString(), now)), sent);
    }

    void orderAndReplacement()
    {
        CookieJar jar;
        jar.store("http://a.example/", "a=1; Path=/", now);
        jar.store("http://a.example/", "b=2; Path=/deep", now);
        jar.store("http://a.example/", "a=deep; Path=/deep", now);
        jar.store("http://a.example/", "a=3; Path=/", now);
        QCOMPARE(jar.header("http://a.example/deep/x", now), std::string("b=2; a=deep; a=3"));
        QCOMPARE(jar.cookies("http://a.example/deep/x", now).at("a"), std::string("deep"));
        jar.store("http://a.example/", "a=; Path=/; Max-Age=0", now);
        QCOMPARE(jar.header("http://a.example/", now), std::string());
    }
    void expiresWithTime()
    {
        CookieJar jar;
        jar.store("http://a.example/", "a=1; Max-Age=10", now);
        QCOMPARE(jar.header("http://a.example/", now + 9'999), std::string("a=1"));
        QCOMPARE(jar.header("http://a.example/", now + 10'000), std::string());
    }
    void keepsFiftyPerHost()
    {
        CookieJar jar;
        for (int i = 0; i < 60; ++i)
            jar.store("http://a.example/", "c" + std::to_string(i) + "=1", now);
        const auto cookies = jar.cookies("http://a.example/", now);
        QCOMPARE(cookies.size(), std::size_t{50});
        QVERIFY(!cookies.contains("c0") && cookies.contains("c59"));
    }

    void dates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qlonglong>("ms");
        QTest::newRow("RFC 1123") << QStringLiteral("Wed, 21 Oct 2026 07:28:00 GMT") << 1'792'567'680'000LL;
        QTest::newRow("RFC 850") << QStringLiteral("Wednesday, 21-Oct-26 07:28:00 GMT")
                                 << 1'792'567'680'000LL;
        QTest::newRow("asctime") << QStringLiteral("Wed Oct 21 07:28:00 2026") << 1'792'567'680'000LL;
        QTest::newRow("1970") << QStringLiteral("Thu, 01 Jan 1970 00:00:00 GMT") << 0LL;
        QTest::newRow("year 99") << QStringLiteral("Fri, 31-Dec-99 23:59:59 GMT") << 946'684'799'000LL;
        QTest::newRow("no such day") << QStringLiteral("Sun, 31 Feb 2026 00:00:00 GMT") << -1LL;
        QTest::newRow("hour 24") << QStringLiteral("Wed, 21 Oct 2026 24:00:00 GMT") << -1LL;
        QTest::newRow("no time") << QStringLiteral("Wed, 21 Oct 2026") << -1LL;
        QTest::newRow("words") << QStringLiteral("next week") << -1LL;
        QTest::newRow("empty") << QString() << -1LL;
    }
    void dates()
    {
        QFETCH(QString, text);
        QFETCH(qlonglong, ms);
        QCOMPARE(static_cast<qlonglong>(parseCookieDate(text.toStdString()).value_or(-1)), ms);
    }
};

PLUMB_TEST_MAIN(TestCookieJar)
#include "tst_cookiejar.moc"
