// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/qnam/qnamfactory.h"
#include "tests/support/fakestep.h"
#include "tests/support/faultserver.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace plumb;
using namespace plumb::engine;
using namespace plumb::test;

namespace {

scenario::CompiledScenario scenarioAt(
    const FaultServer& server, const std::vector<std::string>& paths, scenario::Load load)
{
    scenario::CompiledPattern flow;
    flow.pattern.name = "p";
    for (const std::string& path : paths)
        flow.steps.push_back(std::make_shared<FakeStep>(step(path), server.url()));
    auto scenario = scenarioOf({flow}, std::move(load));
    scenario.base_url = server.url();
    scenario.scenario.target.base_url = server.url();
    return scenario;
}

struct Seen
{
    Result<void> result;
    std::int64_t sent = 0, connects = 0;
};

Seen run(scenario::CompiledScenario scenario)
{
    EngineSetup setup;
    setup.scenario = std::move(scenario);
    setup.transport = std::make_shared<qnam::QnamFactory>();
    setup.masker = std::make_shared<scenario::Masker>();
    Seen seen;
    Engine engine(std::move(setup), [&seen](const report::RunEvent& event) {
        if (const auto* tick = std::get_if<report::Tick>(&event)) {
            seen.connects += tick->connects;
            for (const report::StepTick& step : tick->steps)
                seen.sent += step.sent;
        }
    });
    seen.result = engine.run();
    return seen;
}

} // namespace

/// The engine over real sockets: what it says it did is what the server saw.
class TestWireBooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionsAreWhatTheScenarioAsksFor_data()
    {
        QTest::addColumn<int>("connection");
        QTest::addColumn<int>("connections");
        const auto row = [](const char* name, scenario::Connection connection, int connections) {
            QTest::newRow(name) << static_cast<int>(connection) << connections;
        };
        row("keep-alive: one a user", scenario::Connection::keepAlive, 4);
        row("per iteration", scenario::Connection::perIteration, 20);
        row("per request", scenario::Connection::perRequest, 60);
    }
    void connectionsAreWhatTheScenarioAsksFor()
    {
        QFETCH(int, connection);
        QFETCH(int, connections);
        FaultServer server;
        auto load = sharedIterations(20, 4);
        load.executor = "per-vu-iterations";
        load.iterations = std::int64_t{5};
        auto scenario = scenarioAt(server, {"ok", "bytes/100", "delay/5"}, load);
        scenario.scenario.target.connection = static_cast<scenario::Connection>(connection);
        const Seen seen = run(std::move(scenario));
        QVERIFY2(seen.result.has_value(), seen.result ? "" : seen.result.error().text().c_str());
        QCOMPARE(seen.sent, 60);
        QCOMPARE(server.requestCount(), 60);
        QCOMPARE(seen.connects, connections);
        QCOMPARE(server.connections(), connections + 1); // prepare() opens one, too
        int closing = 0;
        for (const SeenRequest& request : server.requests())
            closing += request.header("Connection") == "close" ? 1 : 0;
        QCOMPARE(closing, connections == 4 ? 0 : connections);
        QTRY_COMPARE(server.openConnections(), 0);
    }
};

PLUMB_TEST_MAIN(TestWireBooks)
#include "tst_wirebooks.moc"
