// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/partsjson.h"
#include "tests/support/testmain.h"
#include "ui/models/loadpreview.h"

#include <QTest>

using namespace plumb;
using namespace plumb::models;

namespace {

scenario::Load load(const QByteArray& json)
{
    std::vector<scenario::Problem> problems;
    return scenario::readLoad(Json::parse(json.toStdString()), {}, problems);
}

QString points(const std::vector<LoadPreview::Point>& list)
{
    QStringList parts;
    for (const auto& point : list)
        parts << QStringLiteral("%1:%2").arg(point.time_s).arg(point.value);
    return parts.join(QLatin1Char(' '));
}

} // namespace

class TestLoadPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsTheEnginesPlan_data();
    void drawsTheEnginesPlan();
    void saysWhyThereIsNone();
    void draggingChangesOneStage_data();
    void draggingChangesOneStage();
    void estimates_data();
    void estimates();
};

void TestLoadPreview::drawsTheEnginesPlan_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("curve");
    QTest::addColumn<QString>("handles");
    QTest::addColumn<double>("iterations");
    const auto row = [](const char* json, const char* curve, const char* handles, double iterations) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(curve) << QString::fromLatin1(handles)
                            << iterations;
    };
    row("{\"executor\":\"constant-vus\",\"vus\":5,\"duration_s\":60,\"warmup_s\":10}", "0:5 10:5 70:5", "",
        -1);
    row("{\"executor\":\"ramping-vus\",\"stages\":[{\"duration_s\":10,\"target\":20},"
        "{\"duration_s\":5,\"target\":0}]}",
        "0:0 10:20 15:0", "10:20 15:0", -1);
    row("{\"executor\":\"ramping-vus\",\"users\":11,\"spawn_rate\":2,\"duration_s\":60}", "0:1 5:11 60:11",
        "", -1);
    row("{\"executor\":\"shared-iterations\",\"vus\":2,\"iterations\":30}", "", "", 30);
    row("{\"executor\":\"per-vu-iterations\",\"vus\":2,\"iterations\":30}", "", "", 60);
    row("{\"executor\":\"constant-arrival-rate\",\"rate\":50,\"duration_s\":20,\"warmup_s\":5}",
        "0:50 5:50 25:50", "", 1000);
    row("{\"executor\":\"ramping-arrival-rate\",\"start_rate\":0,\"stages\":[{\"duration_s\":10,"
        "\"target\":20}]}",
        "0:0 10:20", "10:20", 100);
    row("{\"executor\":\"burst\",\"size\":20,\"repeat\":3,\"warmup_s\":5}", "", "", 60);
    row("{\"executor\":\"burst\",\"size\":20,\"duration_s\":120,\"warmup_s\":5}", "0:20 5:20 125:20", "", -1);
    row("{\"executor\":\"shared-iterations\",\"vus\":2,\"iterations\":30,\"warmup_s\":5,"
        "\"warmup_shape\":\"ramp\"}",
        "", "", 30);
    row("{\"executor\":\"constant-arrival-rate\",\"rate\":50,\"duration_s\":20,\"warmup_iterations\":100,"
        "\"warmup_shape\":\"ramp\"}",
        "0:0 4:50 24:50", "", 1000);
}

void TestLoadPreview::drawsTheEnginesPlan()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, curve);
    QFETCH(QString, handles);
    QFETCH(double, iterations);
    const auto preview = previewLoad(load(json));
    QCOMPARE(preview.problem, std::string());
    QCOMPARE(points(preview.curve), curve);
    QCOMPARE(points(preview.handles), handles);
    QCOMPARE(preview.iterations.value_or(-1), iterations);
}

void TestLoadPreview::saysWhyThereIsNone()
{
    QVERIFY(!previewLoad(load("{\"executor\":\"burst\",\"size\":5}")).problem.empty());
    QVERIFY(!previewLoad(load("{\"executor\":\"constant-vus\",\"vus\":5}")).problem.empty());
}

void TestLoadPreview::draggingChangesOneStage_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<double>("time");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("handles");
    QTest::newRow("later and higher") << 0 << 20.4 << 25.2 << QStringLiteral("20:25 25:0");
    QTest::newRow("the last") << 1 << 30.0 << 7.6 << QStringLiteral("15:20 30:8");
    QTest::newRow("not before its begin") << 1 << 3.0 << -4.0 << QStringLiteral("15:20 16:0");
    QTest::newRow("there is none") << 2 << 3.0 << 4.0 << QStringLiteral("15:20 20:0");
}

void TestLoadPreview::draggingChangesOneStage()
{
    QFETCH(int, stage);
    QFETCH(double, time);
    QFETCH(double, value);
    QFETCH(QString, handles);
    auto changed = load("{\"executor\":\"ramping-vus\",\"warmup_s\":5,\"stages\":["
                        "{\"duration_s\":10,\"target\":20},{\"duration_s\":5,\"target\":0}]}");
    dragStage(changed, static_cast<std::size_t>(stage), time, value);
    QCOMPARE(points(previewLoad(changed).handles), handles);
}

void TestLoadPreview::estimates_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<double>("duration");
    QTest::addColumn<double>("requests");
    QTest::addColumn<double>("peak");
    QTest::newRow("rate") << QByteArray(
        "{\"executor\":\"constant-arrival-rate\",\"rate\":10,\"duration_s\":60,"
        "\"cooldown_s\":5}")
                          << 65.0 << 1500.0 << 25.0;
    QTest::newRow("users") << QByteArray("{\"executor\":\"constant-vus\",\"vus\":5,\"duration_s\":60}")
                           << 60.0 << -1.0 << -1.0;
    QTest::newRow("iterations") << QByteArray(
        "{\"executor\":\"shared-iterations\",\"vus\":2,\"iterations\":10}")
                                << -1.0 << 25.0 << -1.0;
}

void TestLoadPreview::estimates()
{
    QFETCH(QByteArray, json);
    QFETCH(double, duration);
    QFETCH(double, requests);
    QFETCH(double, peak);
    // Two steps each time, one every other time, one switched off: 2.5 requests an iteration.
    scenario::Scenario scenario;
    scenario.patterns.resize(1);
    scenario.patterns[0].steps.resize(4);
    scenario.patterns[0].steps[2].every = 2;
    scenario.patterns[0].steps[3].enabled = false;
    scenario.load = load(json);
    QCOMPARE(requestsPerIteration(scenario), 2.5);
    const auto estimate = estimateLoad(scenario);
    QCOMPARE(estimate.duration_s.value_or(-1), duration);
    QCOMPARE(estimate.requests.value_or(-1), requests);
    QCOMPARE(estimate.peak_rps.value_or(-1), peak);
}

PLUMB_TEST_MAIN(TestLoadPreview)
#include "tst_loadpreview.moc"
