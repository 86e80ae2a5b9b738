// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeuprun.h"
#include "report/generatorverdict.h"
#include "report/trust.h"
#include "tests/support/testmain.h"

#include <algorithm>
#include <cmath>

using namespace plumb::report;
using Kind = TrustFact::Kind;
using Level = TrustFact::Level;

namespace {

/// Ten seconds at 50 iterations/s on this machine, that nothing is wrong with.
TrustContext fine()
{
    TrustContext context;
    auto& own = context.generator;
    own.cpu_pct = 15.0;
    own.busiest_pct = own.demand_pct = 12.0;
    own.wait_pct = 1.0;
    own.lag_ms = {0.02, 0.08, 0.9, 500};
    own.loop_ms = {0.03, 0.2, 2.0, 1000};
    own.idle_pct = 80.0;
    own.steal_pct = 0.0;
    own.connects = 10;
    own.floor_p50_ms = 0.1;
    own.floor_p99_ms = 0.3;
    own.floor_rps = 12000.0;
    own.calibrated_at = "2026-11-21T10:00:00+00:00";
    own.settings = {{"workers", "1"}, {"http", "1.1"}};
    context.closed = false;
    context.transport = "qnam";
    context.target_here = true;
    context.cores = 4;
    context.measured_s = 10.0;
    context.planned_per_s = 50.0;
    context.achieved_per_s = 49.9;
    context.planned = 500;
    context.rps = 49.9;
    context.response_p99_ms = 96.2;
    context.service_p50_ms = 12.0;
    context.service_p99_ms = 96.0;
    context.idle_before_pct = 97.0;
    return context;
}

Level levelOf(const TrustContext& context, Kind kind)
{
    const auto facts = trustOf(context).facts;
    const auto found = std::find_if(
        facts.begin(), facts.end(), [kind](const TrustFact& fact) { return fact.kind == kind; });
    return found == facts.end() ? Level::unknown : found->level;
}

std::string figureOf(const TrustContext& context, Kind kind)
{
    for (const auto& fact : trustOf(context).facts) {
        if (fact.kind == kind) {
            return trustFigure(fact);
        }
    }
    return {};
}

TrustContext judged(TrustContext context)
{
    judgeGenerator(context.generator,
        {context.service_p50_ms, context.response_p99_ms, 500, context.planned, context.dropped,
            context.cores, context.measured_s});
    return context;
}

} // namespace

class TestTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodRunIsGoodAllOver()
    {
        const auto context = judged(fine());
        const auto trust = trustOf(context);
        QCOMPARE(trust.verdict, std::string("ok"));
        QVERIFY(trust.advice.empty());
        QCOMPARE(trust.facts.size(), std::size_t(11));
        for (const auto& fact : trust.facts) {
            QVERIFY2(fact.level == Level::good, std::string(toString(fact.kind)).c_str());
            QVERIFY(!trustFigure(fact).empty() && !trustTitle(fact.kind).empty());
        }
        QCOMPARE(trustSentence(context, trust),
            std::string(
                "The generator kept up: 99 % of its sends were at most 80.0 µs late, its busiest thread "
                "used 12 % of a core."));
        QCOMPARE(figureOf(context, Kind::rate), std::string("49.9 of 50.0 iterations/s, 0 dropped"));
    }

    void aSlowTargetIsNotHeldAgainstTheGenerator()
    {
        auto context = fine();
        context.achieved_per_s = 10.0;
        context.dropped = 300;
        context.response_p99_ms = 4000.0;
        context.service_p99_ms = 1000.0;
        context.generator.waited_ms = {500.0, 3000.0, 3100.0, 150};
        judgeGenerator(context.generator, {100.0, 4000.0, 100, 500, 0, 4, 10.0});
        QCOMPARE(context.generator.verdict, std::string("ok"));
        QCOMPARE(levelOf(context, Kind::rate), Level::note);
        QCOMPARE(levelOf(context, Kind::response), Level::note);
        QCOMPARE(levelOf(context, Kind::waited), Level::note);
        QCOMPARE(figureOf(context, Kind::waited), std::string("150 arrivals (30.0 %), p99 3000 ms"));
        QVERIFY(trustOf(context).advice.empty());
    }

    void aGeneratorAtItsLimitSaysWhatToDo()
    {
        auto context = fine();
        context.generator.busiest_pct = context.generator.demand_pct = 99.0;
        context.dropped = 300;
        context = judged(context);
        auto trust = trustOf(context);
        QCOMPARE(trust.verdict, std::string("invalid"));
        QCOMPARE(levelOf(context, Kind::rate), Level::bad);
        QCOMPARE(levelOf(context, Kind::cpu), Level::bad);
        QCOMPARE(trust.advice, std::vector<std::string>({"use-direct", "lower-rate"}));
        QVERIFY(
            trustSentence(context, trust).starts_with("The generator was the limit, not the target: 300 "));
        context.transport = "direct";
        QCOMPARE(trustOf(context).advice, std::vector<std::string>({"more-workers", "lower-rate"}));
        context.cores = 2;
        context.closed = true;
        QCOMPARE(trustOf(context).advice, std::vector<std::string>({"fewer-users", "move-off"}));
        context.generator.settings["http"] = "2";
        context.transport = "qnam";
        QCOMPARE(trustOf(context).advice.front(), std::string("fewer-users"));
    }

    void aStarvedGeneratorLeavesTheMachine()
    {
        auto context = fine();
        context.generator.busiest_pct = 30.0;
        context.generator.wait_pct = 65.0;
        context.generator.demand_pct = 95.0;
        context.generator.lag_ms.p99 = 50.0;
        context = judged(context);
        QCOMPARE(context.generator.verdict, std::string("invalid"));
        QCOMPARE(trustOf(context).advice.front(), std::string("move-off"));
        QCOMPARE(levelOf(context, Kind::runQueue), Level::bad);
        context.target_here = false;
        QCOMPARE(trustOf(context).advice.front(), std::string("quiet"));
        context.target_here = true;
        context.generator.disturbances = {"other programs use 60 % of this machine's 4 cores"};
        QCOMPARE(trustOf(context).advice.front(), std::string("quiet"));
    }

    void nearnessToTheFloorIsANote()
    {
        auto context = fine();
        context.service_p50_ms = 0.3;
        QCOMPARE(levelOf(context, Kind::floor), Level::note);
        context.service_p50_ms = 12.0;
        context.rps = 7000.0;
        QCOMPARE(levelOf(context, Kind::floor), Level::note);
        context.generator.floor_p50_ms.reset();
        context.generator.floor_rps.reset();
        QCOMPARE(levelOf(context, Kind::floor), Level::unknown);
        QCOMPARE(figureOf(context, Kind::floor), std::string("not calibrated (plumb calibrate)"));
    }

    void portsRunOutTowardsOthersOnly()
    {
        auto context = fine();
        context.generator.ports = 28232;
        context.generator.connects = 5000; // 500 a second
        QCOMPARE(levelOf(context, Kind::connections), Level::good);
        context.target_here = false;
        QCOMPARE(levelOf(context, Kind::connections), Level::note);
        context.generator.port_errors = 3;
        QCOMPARE(levelOf(context, Kind::connections), Level::bad);
    }

    void aReportGivesItsContext()
    {
        plumb::test::MadeUpRun run;
        const auto report = plumb::test::madeUpReport(run);
        const auto context = trustContext(report);
        QVERIFY(context.measured_s > 0.0);
        QCOMPARE(context.closed, report.closed_model);
        QCOMPARE(context.planned, report.iterations.planned);
        QVERIFY(levelOf(context, Kind::rate) != Level::unknown);
        QCOMPARE(levelOf(context, Kind::before), Level::unknown); // made up without a look
    }

    void hosts()
    {
        QVERIFY(isHere("builtin:") && isHere("http://127.0.0.1:80") && isHere("https://[::1]:8443/x")
            && isHere("http://localhost:8000"));
        QVERIFY(!isHere("https://stage.example") && !isHere(""));
    }
};

PLUMB_TEST_MAIN(TestTrust)
#include "tst_trust.moc"
