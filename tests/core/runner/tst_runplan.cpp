// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runplan.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::runner;
using namespace plumb::test;

namespace {

const Json shortLoad = {{"executor", "shared-iterations"}, {"iterations", 3}, {"vus", 1}};

} // namespace

class TestRunPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemIsListed()
    {
        const Workspace workspace;
        auto json = oneStepScenario("ftp://x", "/{{nobody}}", {{"executor", "bogus"}});
        RunRequest request;
        request.scenario = workspace.write("s.json", json);
        const auto plan = planRun(request, {});
        QVERIFY(!plan);
        const auto text = plan.error().text();
        for (const char* part : {"s.json", "/target/base_url", "nobody", "/load/executor"}) {
            QVERIFY2(
                text.find(part) != std::string::npos, (std::string(part) + " is not in: " + text).c_str());
        }
    }

    void thresholdsAreFoundBesideAndInTheLibrary()
    {
        const Workspace workspace;
        workspace.write("scenarios/beside.json", std::string("{}"));
        workspace.write("library/thresholds/shared.json", std::string("{}"));
        const auto folder = workspace.folder() / "scenarios";
        QCOMPARE(findThresholds("beside.json", folder, workspace.library()), folder / "beside.json");
        QCOMPARE(findThresholds("shared.json", folder, workspace.library()),
            workspace.library() / "thresholds" / "shared.json");
        QCOMPARE(findThresholds("thresholds/shared.json", folder, workspace.library()),
            workspace.library() / "thresholds" / "shared.json");
        QVERIFY(findThresholds("none.json", folder, workspace.library()).empty());
    }

    void monitorsAreReadWithTheirVariables()
    {
        const Workspace workspace;
        auto json = oneStepScenario("builtin:", "/health", shortLoad);
        json["variables"] = {{"app", "serve.py"}, {"pid", 77}};
        json["monitors"] = Json::array({Json{{"kind", "process"}, {"match", "{{app}}"}},
            Json{{"kind", "process"}, {"pid", "{{pid}}"}, {"interval_ms", 100}}});
        RunRequest request;
        request.scenario = workspace.write("s.json", json);
        const auto plan = planRun(request, {});
        QVERIFY2(plan.has_value(), plan ? "" : plan.error().text().c_str());
        QCOMPARE(plan->monitors.size(), std::size_t(2));
        QCOMPARE(plan->monitors[0].match, std::string("serve.py"));
        QCOMPARE(plan->monitors[0].interval_s, 0.5);
        QCOMPARE(plan->monitors[1].pid, 77);
        QCOMPARE(plan->monitors[1].interval_s, 0.1);

        json["monitors"] = Json::array({Json{{"kind", "prometheus"}, {"series", Json::array({"up"})},
            {"url", "http://192.0.2.1:9100/metrics"}}});
        request.scenario = workspace.write("far.json", json);
        const auto far = planRun(request, {});
        QVERIFY(!far.has_value());
        QVERIFY2(far.error().text().find("192.0.2.1") != std::string::npos, far.error().text().c_str());
        QVERIFY(planRun(request, {"192.0.2.1"}).has_value());
    }

    void whatThisVersionCannotDoIsSaid()
    {
        const Workspace workspace;
        auto json = oneStepScenario("builtin:", "/health", shortLoad);
        RunRequest request;
        json["target"]["start"] = {{"argv", {"./serve.sh"}}, {"ready", "/health"}};
        request.scenario = workspace.write("s.json", json);
        QVERIFY(planRun(request, {}).error().text().find("/target/start") != std::string::npos);
    }

    /// Whatever address the scenario writes down is checked before anything is started.
    void everyHostNeedsConfirmation_data()
    {
        QTest::addColumn<QString>("place");
        for (const char* place : {"base_url", "proxy", "token", "step", "setup"}) {
            QTest::newRow(place) << QString::fromLatin1(place);
        }
    }
    void everyHostNeedsConfirmation()
    {
        QFETCH(QString, place);
        const Workspace workspace;
        auto json = oneStepScenario("http://127.0.0.1:1", "/", shortLoad);
        const Json away
            = {{"name", "away"}, {"request", {{"method", "GET"}, {"path", "http://192.0.2.9:81/x"}}}};
        if (place == QLatin1String("base_url")) {
            json["target"]["base_url"] = "http://192.0.2.9";
        } else if (place == QLatin1String("proxy")) {
            json["target"]["proxy"] = "http://192.0.2.9:3128";
        } else if (place == QLatin1String("token")) {
            json["target"]["auth"]["oauth2_client_credentials"]
                = {{"token_url", "https://192.0.2.9/token"}, {"client_id", "i"}, {"client_secret", "s"}};
        } else if (place == QLatin1String("step")) {
            json["patterns"][0]["steps"].push_back(away);
        } else {
            json["setup"] = Json::array({away});
        }
        RunRequest request;
        request.scenario = workspace.write("s.json", json);
        const auto refused = planRun(request, {"192.0.2.8"});
        QVERIFY(!refused);
        QVERIFY2(refused.error().text().find("--confirm-host 192.0.2.9") != std::string::npos,
            refused.error().text().c_str());
        QVERIFY(planRun(request, {"192.0.2.9"}).has_value());
        request.confirmed_hosts = {"192.0.2.9"};
        const auto plan = planRun(request, {});
        QVERIFY2(plan.has_value(), plan ? "" : plan.error().text().c_str());
        QVERIFY(plan->hosts.allows("192.0.2.9") && !plan->hosts.allows("192.0.2.8"));

        json["patterns"][0]["enabled"] = false;
        json["patterns"].push_back(oneStepScenario("builtin:", "/", shortLoad)["patterns"][0]);
        json["patterns"][1]["name"] = "Other";
        request.confirmed_hosts.clear();
        request.scenario = workspace.write("s.json", json);
        QCOMPARE(planRun(request, {}).has_value(), place == QLatin1String("step")); // it is not run
    }

    void missingThresholdsAreAnError()
    {
        const Workspace workspace;
        auto json = oneStepScenario("builtin:", "/health", shortLoad);
        json["thresholds"] = "none.json";
        RunRequest request;
        request.scenario = workspace.write("s.json", json);
        const auto plan = planRun(request, {});
        QVERIFY(!plan);
        QVERIFY(plan.error().text().find("none.json") != std::string::npos);
    }
};

PLUMB_TEST_MAIN(TestRunPlan)
#include "tst_runplan.moc"
