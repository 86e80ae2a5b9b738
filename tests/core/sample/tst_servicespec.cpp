// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/router.h"
#include "sample/servicespec.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumb;
using namespace plumb::sample;

namespace {

Result<ServiceSpec> parse(const QString& text)
{
    const auto json = parseJson(text.toStdString(), "svc.json");
    return json ? specFromJson(*json, "svc.json") : Result<ServiceSpec>(json.error());
}

RouteSpec route(const char* method, const char* path)
{
    RouteSpec out;
    out.method = method;
    out.path = path;
    return out;
}

} // namespace

class TestServiceSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        const auto row
            = [](const char* name, const QString& routes, const char* where) {
                  QTest::newRow(name)
                      << QStringLiteral(R"({"schema":"plumbline.service/1","routes":[%1]})").arg(routes)
                      << QString::fromLatin1(where);
              };
        row("no routes", QString(), "svc.json, /routes");
        row("no path", QStringLiteral("{}"), "svc.json, /routes/0");
        row("path without slash", QStringLiteral(R"({"path":"x"})"), "svc.json, /routes/0/path");
        row("route of wrong type", QStringLiteral("5"), "svc.json, /routes/0");
        row("unknown field", QStringLiteral(R"({"path":"/","latncy":{}})"), "svc.json, /routes/0/latncy");
        row("unknown distribution", QStringLiteral(R"({"path":"/","latency":{"dist":"gauss"}})"),
            "svc.json, /routes/0/latency/dist");
        row("negative time", QStringLiteral(R"({"path":"/","latency":{"ms":-1}})"),
            "svc.json, /routes/0/latency/ms");
        row("time as text", QStringLiteral(R"({"path":"/","latency":{"ms":"5"}})"),
            "svc.json, /routes/0/latency/ms");
        row("uniform reversed",
            QStringLiteral(R"({"path":"/","latency":{"dist":"uniform","from_ms":5,"to_ms":2}})"),
            "svc.json, /routes/0/latency/to_ms");
        row("empty mixture", QStringLiteral(R"({"path":"/","latency":{"dist":"mixture","of":[]}})"),
            "svc.json, /routes/0/latency/of");
        row("status out of range", QStringLiteral(R"({"path":"/"},{"path":"/a","status":99})"),
            "svc.json, /routes/1/status");
        row("no weight", QStringLiteral(R"({"path":"/","status":[{"status":200,"weight":0}]})"),
            "svc.json, /routes/0/status");
        row("two bodies", QStringLiteral(R"({"path":"/","body":{"text":"a","bytes":5}})"),
            "svc.json, /routes/0/body");
        row("sizes reversed", QStringLiteral(R"({"path":"/","body":{"bytes":[9,5]}})"),
            "svc.json, /routes/0/body/bytes");
        row("unknown expression", QStringLiteral(R"({"path":"/","body":{"json":{"a":[0,"{{nope}}"]}}})"),
            "svc.json, /routes/0/body/json/a/1");
        row("repeat without count", QStringLiteral(R"({"path":"/","body":{"json":{"a":{"$repeat":true}}}})"),
            "svc.json, /routes/0/body/json/a/$repeat");
        row("cache key", QStringLiteral(R"({"path":"/","cache":{"key":["body:/a","what"]}})"),
            "svc.json, /routes/0/cache/key/1");
        row("requirement", QStringLiteral(R"({"path":"/","requires":["magic"]})"),
            "svc.json, /routes/0/requires/0");
        row("action", QStringLiteral(R"({"path":"/","action":"fly"})"), "svc.json, /routes/0/action");
        row("header with line break", QStringLiteral(R"({"path":"/","headers":{"X-A":"a\r\nX-B: b"}})"),
            "svc.json, /routes/0/headers/X-A");
        row("twice", QStringLiteral(R"({"path":"/a"},{"path":"/a"})"), "svc.json, /routes/1");
        QTest::newRow("other schema")
            << QStringLiteral(R"({"schema":"plumbline.scenario/1"})") << QStringLiteral("svc.json, /schema");
        QTest::newRow("newer") << QStringLiteral(R"({"schema":"plumbline.service/2"})")
                               << QStringLiteral("svc.json, /schema");
        QTest::newRow("cut") << QStringLiteral(R"({"schema":"plumbline.service/1",)")
                             << QStringLiteral("svc.json, line 1, column 33");
    }
    void errors()
    {
        QFETCH(QString, text);
        QFETCH(QString, where);
        const auto spec = parse(text);
        QVERIFY(!spec);
        QCOMPARE(QString::fromStdString(spec.error().where), where);
        QVERIFY(!spec.error().what.empty());
        QVERIFY(!spec.error().remedy.empty());
    }

    void everyFieldIsRead()
    {
        const auto spec = parse(QStringLiteral(R"({"schema":"plumbline.service/1","name":"n","limit_rps":7,
            "auth":{"session_cookie":"s","csrf_cookie":"c","csrf_header":"X-C","users":{"a":"b"},"tokens":["t"]},
            "limits":{"body_bytes":100,"idle_s":2},
            "disturbances":[{"from_s":1,"until_s":2,"slow":3,"fail_rate":0.5,"path_prefix":"/a"}],
            "routes":[{"method":"post","path":"/a/{id}","status":201,"requires":["csrf"],
                "latency":{"dist":"mixture","of":[{"weight":1,"ms":4},{"weight":2,"dist":"exponential","mean_ms":5}]},
                "cache":{"key":["path.id"],"cold_first":2,"latency":{"ms":9},"status":[{"status":503,"reason":"x"}]},
                "cost":{"items":"count:/p","wait_us_per_item":1},"body":{"bytes":[1,2]},
                "redirect":{"to":"/b","status":307}}]})"));
        QVERIFY2(spec, spec ? "" : spec.error().text().c_str());
        QCOMPARE(spec->limit_rps, 7.0);
        QCOMPARE(spec->auth.csrf_header, std::string("X-C"));
        QCOMPARE(spec->limits.body_bytes, std::size_t(100));
        QCOMPARE(spec->disturbances.at(0).slow_factor, 3.0);
        const auto& first = spec->routes.at(0);
        QCOMPARE(first.method, std::string("POST"));
        QVERIFY(first.needs_session && first.needs_csrf && !first.needs_basic);
        QCOMPARE(first.latency.parts.size(), std::size_t(2));
        QCOMPARE(first.latency.parts[1].a, 5.0);
        QCOMPARE(first.cache->cold_first, 2);
        QCOMPARE(first.cache->status.at(0).reason, std::string("x"));
        QCOMPARE(first.body.max_bytes, std::size_t(2));
        QCOMPARE(first.redirect_status, 307);
    }

    void aMissingFileIsNamed()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("none.json")).toStdString();
        const auto spec = readSpec(file);
        QVERIFY(!spec);
        QCOMPARE(spec.error().where, file);
        QCOMPARE(spec.error().kind, ErrorKind::input);
    }

    void theMostSpecificRouteWins()
    {
        const Router router({route("GET", "/a/{id}"), route("GET", "/a/*"), route("GET", "/a/b"),
            route("POST", "/a/b"), route("*", "/any"), route("GET", "/a/{id}/x"), route("PUT", "/a/{id}")});
        const auto found = [&router](const char* method, const char* path) {
            const auto match = router.find(method, path);
            return match.route ? static_cast<int>(*match.route) : -1;
        };
        QCOMPARE(found("GET", "/a/b"), 2);
        QCOMPARE(found("HEAD", "/a/b"), 2);
        QCOMPARE(found("POST", "/a/b"), 3);
        QCOMPARE(found("PUT", "/a/b"), 6); // the literal path has no PUT, the pattern has
        QCOMPARE(found("GET", "/a/7"), 0);
        QCOMPARE(found("GET", "/a/7/x"), 5);
        QCOMPARE(found("GET", "/a/7/y"), 1);
        QCOMPARE(found("PATCH", "/any"), 4);
        QCOMPARE(found("GET", "/b"), -1);
        QCOMPARE(found("GET", "/a/"), 1); // a parameter is never empty
        const auto match = router.find("GET", "/a/x%20y");
        QCOMPARE(match.parameters.at(0).second, std::string("x y"));
        QCOMPARE(router.find("DELETE", "/a/b").allow, std::string("GET, POST, PUT"));
    }
};

PLUMB_TEST_MAIN(TestServiceSpec)
#include "tst_servicespec.moc"
