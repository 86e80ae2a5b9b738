// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/trial.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumb;

namespace {

/// Against the built-in sample service: registers, then asks for what needs the session.
scenario::Scenario sampleScenario()
{
    const auto json = Json::parse(
        "{\"schema\":\"plumbline.scenario/1\",\"operation\":\"x\",\"target\":{\"base_url\":\"builtin:\"},"
        "\"patterns\":[{\"name\":\"u\",\"steps\":["
        "{\"name\":\"start\",\"request\":{\"method\":\"POST\",\"path\":\"/api/modules/module-1/run\","
        "\"json\":{\"parameters\":{}}},\"extract\":[{\"as\":\"run_id\",\"json\":\"/run_id\"}]},"
        "{\"name\":\"other\",\"request\":{\"path\":\"/api/runs\"}},"
        "{\"name\":\"look\",\"request\":{\"path\":\"/api/runs/{{run_id}}\"},"
        "\"checks\":[{\"status\":[200]},{\"header\":\"X-None\",\"exists\":true}]}]}],"
        "\"load\":{\"executor\":\"constant-vus\",\"vus\":1,\"duration_s\":1}}");
    return *scenario::scenarioFromJson(json, "trial");
}

} // namespace

class TestTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatTheStepNeeds();
    void aHostHasToBeConfirmed();
    void saysWhyItCannot_data();
    void saysWhyItCannot();
    void isCancelled();
    void commandsAndQueriesAreTriedOnceAllowed();
};

void TestTrial::sendsWhatTheStepNeeds()
{
    runner::TrialRequest request;
    request.scenario = sampleScenario();
    request.step = "/patterns/0/steps/2";
    const auto trial = runner::sendOnce(request);
    QVERIFY2(trial, trial ? "" : trial.error().text().c_str());
    QCOMPARE(trial->ended, std::string());
    QCOMPARE(trial->exchanges.size(), 2u); // "other" extracts nothing
    const auto& first = trial->exchanges[0];
    QVERIFY(first.setup);
    QCOMPARE(first.method, std::string("POST"));
    QCOMPARE(first.extracted.size(), 1u);
    QVERIFY(first.extracted[0].found);
    QCOMPARE(first.extracted[0].value, std::string("***"));
    QVERIFY2(first.body.find("***") != std::string::npos, first.body.c_str());
    QVERIFY(!first.request_body.empty());
    const auto& second = trial->exchanges[1];
    QCOMPARE(second.status, 200);
    QVERIFY(second.url.ends_with("/api/runs/***"));
    QVERIFY(second.total_ms.value_or(0.0) > 0.0);
    QCOMPARE(second.checks.size(), 2u);
    QVERIFY(second.checks[0].passed);
    QVERIFY(!second.checks[1].passed);
    QVERIFY(second.outcome == report::Outcome::check);
    QVERIFY(!second.headers.empty());
}

void TestTrial::commandsAndQueriesAreTriedOnceAllowed()
{
    const QTemporaryDir data;
    qputenv("XDG_DATA_HOME", data.path().toUtf8());
    const auto json = Json::parse(
        R"({"schema":"plumbline.scenario/1","operation":"x","target":{},"patterns":[{"name":"u","steps":[
        {"name":"seed","kind":"command","command":{"argv":["echo","{\"seed\": 7654321}"]},"extract":[{"as":"seed","json":"/seed"}]},
        {"name":"bench","kind":"command","command":{"argv":["sh","-c","echo got {{seed}}; exit 3"]},"checks":[{"body_contains":"got 7654321"}]},
        {"name":"query","kind":"sql","sql":{"driver":"QSQLITE","database":":memory:","query":"SELECT 1 AS one"}}]}],
        "load":{"executor":"constant-vus","vus":1,"duration_s":1}})");
    runner::TrialRequest request;
    request.scenario = *scenario::scenarioFromJson(json, "trial");
    request.folder = data.path().toStdString();
    request.step = "/patterns/0/steps/1";
    QCOMPARE(runner::trialActs(request).size(), std::size_t(2)); // with the one it needs
    QVERIFY(!runner::sendOnce(request));
    request.allow_commands = true;
    const auto trial = runner::sendOnce(request);
    QVERIFY2(trial, trial ? "" : trial.error().text().c_str());
    const auto& tried = trial->exchanges.back();
    QCOMPARE(tried.kind, std::string("command"));
    QVERIFY(tried.checks.at(0).passed);
    QVERIFY(!tried.checks.at(1).passed);
    QCOMPARE(QString::fromStdString(tried.message), QStringLiteral("exit code 3, expected 0: got ***"));
    request.allow_commands = false; // remembered
    QVERIFY(runner::trialActs(request).empty());
    request.step = "/patterns/0/steps/2";
    const auto queried = runner::sendOnce(request);
    QVERIFY2(queried, queried ? "" : queried.error().text().c_str());
    QCOMPARE(queried->exchanges.back().rows, std::optional<std::int64_t>(1));
    QCOMPARE(queried->exchanges.back().body, std::string("[{\"one\":1}]"));
}

void TestTrial::aHostHasToBeConfirmed()
{
    runner::TrialRequest request;
    request.scenario = sampleScenario();
    request.scenario.target.base_url = "http://192.0.2.1";
    request.step = "/patterns/0/steps/1";
    const auto host = runner::trialHost(request);
    QVERIFY(host);
    QCOMPARE(*host, std::string("192.0.2.1"));
    QVERIFY(!runner::sendOnce(request));
    request.scenario.target.base_url = "http://127.0.0.1:9";
    QCOMPARE(*runner::trialHost(request), std::string());
}

void TestTrial::saysWhyItCannot_data()
{
    QTest::addColumn<QByteArray>("step");
    for (const auto* step :
        {"/patterns/0/steps/9", "/patterns/1/steps/0", "/setup/0", "/load", "/patterns/0"})
        QTest::newRow(step) << QByteArray(step);
}

void TestTrial::saysWhyItCannot()
{
    QFETCH(QByteArray, step);
    runner::TrialRequest request;
    request.scenario = sampleScenario();
    request.step = step.toStdString();
    QVERIFY(!runner::sendOnce(request));
}

void TestTrial::isCancelled()
{
    runner::TrialRequest request;
    request.scenario = sampleScenario();
    request.step = "/patterns/0/steps/2";
    const auto trial = runner::sendOnce(request, std::make_shared<std::atomic_bool>(true));
    QVERIFY(trial);
    QCOMPARE(trial->ended, std::string("cancelled"));
    QVERIFY(trial->exchanges.empty());
}

PLUMB_TEST_MAIN(TestTrial)
#include "tst_trial.moc"
