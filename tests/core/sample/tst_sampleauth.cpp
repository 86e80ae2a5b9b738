// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/accounts.h"
#include "tests/core/sample/sampleclient.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <QFloat16>
#include <QTest>

using namespace plumb;
using namespace plumb::sample;
using namespace plumb::sample::test;

namespace {

constexpr const char* routes = R"([{"method":"POST","path":"/auth/login","action":"login"},
    {"method":"POST","path":"/auth/register","action":"register"},
    {"method":"POST","path":"/auth/logout","action":"logout","requires":["csrf"]},
    {"path":"/me","requires":["session"],"body":{"json":{"email":"{{user}}"}}},
    {"method":"PUT","path":"/progress","requires":["csrf"]},
    {"path":"/basic","requires":["basic"]}, {"path":"/bearer","requires":["bearer"]},
    {"method":"POST","path":"/oauth/token","action":"token"}])";
constexpr const char* auth
    = R"(,"auth":{"session_cookie":"rota_session","csrf_cookie":"rota_csrf","token_ttl_s":10,
    "users":{"demo@example.com":"secret"},"clients":{"me":"mine"},"tokens":["forever"]})";

std::string reason(const Response& response)
{
    return Json::parse(response.body()).value("reason_code", "");
}

} // namespace

class TestSampleAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnknownUserRegistersAndWrites()
    {
        const auto service = startService(routes, auth);
        Client client(*service);
        const std::string credentials = R"({"email":"new@example.com","password":"p"})";
        QCOMPARE(reason(client.get("/me")), std::string("no_session"));
        const auto unknown = client.post("/auth/login", credentials);
        QCOMPARE(unknown.result_int(), 401U);
        QCOMPARE(reason(unknown), std::string("unknown_user"));
        QVERIFY(client.cookies.empty());
        QCOMPARE(client.post("/auth/register", credentials).result_int(), 201U);
        QCOMPARE(client.post("/auth/register", credentials).result_int(), 409U);
        QCOMPARE(client.post("/auth/login", credentials).result_int(), 200U);
        QVERIFY(client.cookies.contains("rota_session") && client.cookies.contains("rota_csrf"));
        QVERIFY(Json::parse(client.get("/me").body())["email"] == "new@example.com");

        QCOMPARE(client.ask("PUT", "/progress", "{}", {}).result_int(), 403U);
        QCOMPARE(client.ask("PUT", "/progress", "{}", {{"X-CSRF", "other"}}).result_int(), 403U);
        const Headers csrf{{"X-CSRF", client.cookies["rota_csrf"]}};
        QCOMPARE(client.ask("PUT", "/progress", "{}", csrf).result_int(), 200U);
        QCOMPARE(client.post("/auth/logout", "{}", csrf).result_int(), 204U);
    }

    void aClosedSessionIsGone()
    {
        const auto service = startService(routes, auth);
        Client client(*service);
        client.post("/auth/login", R"({"email":"demo@example.com","password":"secret"})");
        const auto kept = client.cookies;
        client.post("/auth/logout", "{}", {{"X-CSRF", client.cookies["rota_csrf"]}});
        client.cookies = kept;
        QCOMPARE(client.get("/me").result_int(), 401U);
    }

    void wrongLoginsAreTold()
    {
        const auto service = startService(routes, auth);
        Client client(*service);
        const auto wrong = client.post("/auth/login", R"({"email":"demo@example.com","password":"x"})");
        QCOMPARE(reason(wrong), std::string("wrong_password"));
        QCOMPARE(client.post("/auth/login", "not json").result_int(), 422U);
        QCOMPARE(client.post("/auth/login", R"({"email":5})").result_int(), 422U);
        // A form works as well as JSON.
        QCOMPARE(client.post("/auth/login", "email=demo%40example.com&password=secret").result_int(), 200U);
    }

    void basicAuthentication()
    {
        const auto service = startService(routes, auth);
        Client client(*service);
        const auto none = client.get("/basic");
        QCOMPARE(none.result_int(), 401U);
        QVERIFY(none["WWW-Authenticate"].starts_with("Basic "));
        QCOMPARE(
            client.get("/basic", {{"Authorization", "Basic ZGVtb0BleGFtcGxlLmNvbTpzZWNyZXQ="}}).result_int(),
            200U);
        QCOMPARE(client.get("/basic", {{"Authorization", "Basic ZGVtbzp4"}}).result_int(), 401U);
    }

    void tokensExpire()
    {
        const auto clock = std::make_shared<AtomicClock>();
        Options options;
        options.clock = clock;
        const auto service = startService(routes, auth, options);
        Client client(*service);
        QCOMPARE(client.get("/bearer").result_int(), 401U);
        QCOMPARE(client.get("/bearer", {{"Authorization", "Bearer forever"}}).result_int(), 200U);
        QCOMPARE(client.post("/oauth/token", "grant_type=password").result_int(), 400U);
        const std::string grant = "grant_type=client_credentials";
        QCOMPARE(client.post("/oauth/token", grant + "&client_id=me&client_secret=no").result_int(), 401U);
        const auto token = client.post("/oauth/token", grant, {{"Authorization", "Basic bWU6bWluZQ=="}});
        const auto json = Json::parse(token.body());
        QVERIFY(json["expires_in"] == 10.0);
        const Headers bearer{{"Authorization", "Bearer " + json["access_token"].get<std::string>()}};
        QCOMPARE(client.get("/bearer", bearer).result_int(), 200U);
        clock->advance(std::chrono::seconds(10));
        QCOMPARE(client.get("/bearer", bearer).result_int(), 401U);
    }

    void oldSessionsMakeRoomForNewOnes()
    {
        Accounts accounts({});
        for (int i = 0; i <= 100'000; ++i) {
            accounts.openSession("s" + std::to_string(i), {"e", "c"});
        }
        QVERIFY(!accounts.session("s0"));
        QVERIFY(accounts.session("s1"));
        QVERIFY(accounts.session("s100000"));
    }
};

PLUMB_TEST_MAIN(TestSampleAuth)
#include "tst_sampleauth.moc"
