// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/trial.h"
#include "tests/support/testmain.h"

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
