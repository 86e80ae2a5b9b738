// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/direct/directfactory.h"
#include "engine/engine.h"
#include "engine/qnam/qnamfactory.h"
#include "report/reportbuilder.h"
#include "tests/support/faultserver.h"
#include "tests/support/testmain.h"

using namespace plumb;
using plumb::test::FaultServer;

namespace {

/// A step of each kind of answer that both transports read alike, with checks, redirects, cookies and bodies.
Json steps()
{
    Json all = Json::array();
    const auto add
        = [&all](const char* name, const char* method, const char* path, Json more = Json::object()) {
              Json step = {{"name", name}, {"request", {{"method", method}, {"path", path}}}};
              if (more.contains("request"))
                  step["request"].update(more["request"]);
              if (more.contains("checks"))
                  step["checks"] = more["checks"];
              all.push_back(step);
          };
    const Json checks = Json::parse(R"([{"status": [200]}, {"body_contains": "ok"}])");
    const Json soon = Json::parse(R"({"timeout_ms": 300})");
    add("ok", "GET", "/ok", {{"checks", checks}});
    add("wrong body", "GET", "/bytes/100", {{"checks", checks}});
    add("head", "HEAD", "/ok");
    add("not found", "GET", "/status/404");
    add("server error", "GET", "/status/500");
    add("accepted 404", "GET", "/status/404", {{"checks", Json::parse(R"([{"status": [404]}])")}});
    add("no content", "GET", "/status/204");
    add("not modified", "GET", "/bodiless/304");
    add("redirects", "GET", "/redirect-loop");
    add("no redirects", "GET", "/redirect-loop",
        {{"request", Json::parse(R"({"follow_redirects": false})")}});
    add("cookies", "GET", "/cookies/3");
    add("post", "POST", "/echo", {{"request", Json::parse(R"({"body": "ok then"})")}, {"checks", checks}});
    add("chunked", "GET", "/chunked");
    add("continue", "GET", "/continue");
    add("cut", "GET", "/mid-body");
    add("reset", "GET", "/reset-middle");
    add("half a chunk", "GET", "/chunked-cut");
    add("announced close", "GET", "/announced-close");
    add("to the end", "GET", "/until-close");
    add("packed", "GET", "/gzip");
    add("slow", "GET", "/drip/1000/20", {{"request", soon}});
    add("never", "GET", "/never", {{"request", soon}});
    add("challenge", "GET", "/challenge");
    return all;
}

Json scenarioFor(const FaultServer& server, const std::string& connection)
{
    Json scenario = Json::parse(R"({"schema": "plumbline.scenario/1", "operation": "same", "target": {},
        "load": {"executor": "per-vu-iterations", "vus": 3, "iterations": 2}})");
    scenario["target"]["base_url"] = server.url();
    scenario["target"]["connection"] = connection;
    scenario["patterns"] = Json::array({{{"name", "user"}, {"steps", steps()}}});
    return scenario;
}

template <class T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().text().c_str());
    return std::move(*result);
}

/// What a report says about requests, without times.
std::string books(std::shared_ptr<engine::TransportFactory> transport, const std::string& connection)
{
    const FaultServer server;
    scenario::LoadedScenario loaded;
    loaded.scenario = need(scenario::scenarioFromJson(scenarioFor(server, connection), "same.json"));
    const auto noEnvironment = [](const std::string&) { return std::optional<std::string>(); };
    engine::EngineSetup setup;
    setup.scenario = need(scenario::compile(need(scenario::resolve(loaded, {}, noEnvironment)), {}, {}, 1));
    setup.transport = std::move(transport);
    setup.masker = std::make_shared<scenario::Masker>();
    setup.workers = 2;
    report::ReportBuilder builder;
    engine::Engine engine(
        std::move(setup), [&builder](const report::RunEvent& event) { builder.add(event); });
    if (const Result<void> ran = engine.run(); !ran)
        qFatal("%s", ran.error().text().c_str());
    const report::Report report = builder.build();
    std::string out;
    const auto number = [&out](const char* name, std::int64_t value) {
        out += std::string(" ") + name + "=" + std::to_string(value);
    };
    number("planned", report.totals.planned);
    number("sent", report.totals.sent);
    number("completed", report.totals.completed);
    number("failed", report.totals.failed);
    number("unfinished", report.totals.unfinished);
    for (const report::StepReport& step : report.steps) {
        out += "\n" + step.name + ":";
        number("count", step.count);
        for (const auto& [outcome, count] : step.outcomes)
            number(outcome.c_str(), count);
        for (const auto& [status, count] : step.statuses)
            number(status.c_str(), count);
        for (const report::CheckCount& check : step.checks) {
            number((check.name + " passed").c_str(), check.passed);
            number((check.name + " failed").c_str(), check.failed);
        }
        number("latencies", step.summary(report::Series::response).count);
    }
    return out;
}

} // namespace

/// The same scenario gives the same counts, checks and outcomes whatever transport it runs on.
class SameTransports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameBooks_data()
    {
        QTest::addColumn<QString>("connection");
        for (const char* connection : {"keep-alive", "per-iteration", "per-request"})
            QTest::newRow(connection) << QString::fromLatin1(connection);
    }
    void sameBooks()
    {
        QFETCH(QString, connection);
        const std::string direct
            = books(std::make_shared<engine::direct::DirectFactory>(), connection.toStdString());
        const std::string qnam
            = books(std::make_shared<engine::qnam::QnamFactory>(), connection.toStdString());
        QCOMPARE(QString::fromStdString(direct), QString::fromStdString(qnam));
        QVERIFY(direct.find("timeout=6") != std::string::npos);
    }
};

PLUMB_TEST_MAIN(SameTransports)
#include "tst_sametransports.moc"
