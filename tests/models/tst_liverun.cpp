// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/captions.h"
#include "ui/models/liveaccumulator.h"
#include "ui/models/livejudge.h"
#include "ui/models/liveloads.h"
#include "ui/models/liverun.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace plumb;
using namespace plumb::models;
using report::Phase;
using report::RunState;

class TestLiveRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheMeasurePhaseIsCounted()
    {
        LiveAccumulator run;
        for (const auto& event : test::scriptedRun("/r.json"))
            run.apply(event);
        const auto now = run.snapshot();
        QCOMPARE(now.count, 200);
        QCOMPARE(now.failed, 2);
        QCOMPARE(*now.error_rate, 0.01);
        // 150 values of 10 ms and 50 of 20 ms; warm-up's 30 and 40 ms are on the chart, not in the figures.
        QCOMPARE(std::round(*now.p50.ms), 10.0);
        QCOMPARE(std::round(*now.p95.ms), 20.0);
        QVERIFY(now.p95.trusted);
        QVERIFY(!now.p99.trusted); // 200 values, 1000 needed
        QCOMPARE(now.series.t, std::vector<double>({1, 2, 3, 4, 5, 6}));
        QCOMPARE(std::round(now.series.latency[0].p50[0]), 40.0);
        QCOMPARE(now.series.planned[2], 50.0);
        QCOMPARE(
            now.series.outcomes[size_t(report::Outcome::http5xx)], std::vector<double>({0, 0, 0, 2, 0, 0}));
        QCOMPARE(now.failing.size(), 1u);
        QCOMPARE(now.trust.generator.connects, 6);
        QCOMPARE(std::round(*now.trust.generator.lag_ms.p99 * 100.0), 8.0);
        QVERIFY(now.oneRequestPerIteration);
        QVERIFY(now.finished);
        QVERIFY(!now.closedModel);
        QVERIFY(now.stored->verdict == metric::Verdict::pass);
        QCOMPARE(now.phases.size(), 2u);
        QCOMPARE(now.phases[1].start_s, 2.0);
    }

    /// The pause before the next turn is no measured time, and a step's rate is that of its turn.
    void turnsAreMeasuredEachByItself()
    {
        auto start = test::scriptedStart();
        start.loads.push_back({1, "Reader", "constant-arrival-rate", "rate"});
        start.steps[1].turn = 1;
        LiveAccumulator run;
        run.apply(start);
        run.apply(test::state(RunState::measuring, 0.0));
        run.apply(test::scriptedTick(0.5, Phase::measure, 50, 0, 10.0));
        run.apply(test::state(RunState::draining, 0.5));
        run.apply(test::scriptedTick(2.0, Phase::measure, 0, 0, 10.0));
        QCOMPARE(run.snapshot().trust.measured_s, 0.5);
        run.apply(test::state(RunState::measuring, 2.0));
        auto second = test::scriptedTick(4.0, Phase::measure, 60, 0, 10.0);
        second.steps[0].step = 1;
        run.apply(second);
        auto now = run.snapshot();
        QCOMPARE(now.trust.measured_s, 2.5);
        QCOMPARE(*now.mean_rps, 110.0 / 2.5);
        QCOMPARE(*now.steps[0].rps, 100.0);
        QCOMPARE(*now.steps[1].rps, 30.0);
        auto finish = test::scriptedFinish(4.1);
        finish.phases = {{Phase::measure, 0.0, 4.0}};
        finish.turns = {{0, 0.0, 0.5}, {1, 2.0, 4.0}};
        run.apply(finish);
        now = run.snapshot();
        QCOMPARE(now.trust.measured_s, 2.5);
        QCOMPARE(*now.steps[1].rps, 30.0);
    }

    void timeLeftOfAPlannedDuration()
    {
        LiveAccumulator run;
        QVERIFY(!run.snapshot().eta_s);
        run.apply(test::scriptedStart());
        run.apply(test::state(RunState::setup, 0.0));
        run.apply(test::state(RunState::warmup, 3.0)); // set-up does not eat into the plan
        run.apply(test::scriptedTick(4.0, Phase::warmup, 50, 0, 10.0));
        const auto now = run.snapshot();
        QCOMPARE(*now.total_s, 9.0);
        QCOMPARE(*now.eta_s, 5.0);
        QCOMPARE(*now.progress, 1.0 / 6.0);
        QVERIFY(!now.p50.ms); // nothing measured yet
        QVERIFY(!now.error_rate);
    }

    void timeLeftOfPlannedIterationsIsEstimated()
    {
        auto start = test::scriptedStart();
        start.planned_duration_s.reset();
        start.planned_iterations = 1000;
        LiveAccumulator run;
        run.apply(start);
        run.apply(test::state(RunState::measuring, 0.0));
        run.apply(test::scriptedTick(1.0, Phase::measure, 100, 0, 10.0));
        QVERIFY(!run.snapshot().eta_s); // one second is too little to tell
        run.apply(test::scriptedTick(2.0, Phase::measure, 100, 0, 10.0));
        QCOMPARE(*run.snapshot().progress, 0.2);
        QCOMPARE(*run.snapshot().eta_s, 8.0);
    }

    void aRunWithoutAPlanHasNoTimeLeft()
    {
        auto start = test::scriptedStart();
        start.planned_duration_s.reset();
        LiveAccumulator run;
        run.apply(start);
        run.apply(test::state(RunState::measuring, 0.0));
        run.apply(test::scriptedTick(5.0, Phase::measure, 100, 0, 10.0));
        QVERIFY(!run.snapshot().eta_s);
        QVERIFY(!run.snapshot().progress);
    }

    void rowsMergeExactlyWhenTheyGetTooMany()
    {
        LiveAccumulator run(8);
        run.apply(test::scriptedStart());
        run.apply(test::state(RunState::measuring, 0.0));
        // Odd seconds 10 ms with 99 answers, even seconds 500 ms with 1.
        for (int second = 1; second <= 8; ++second)
            run.apply(test::scriptedTick(
                second, Phase::measure, second % 2 == 1 ? 99 : 1, 0, second % 2 == 1 ? 10.0 : 500.0));
        const auto now = run.snapshot();
        QCOMPARE(now.series.interval_s, 2.0);
        QCOMPARE(now.series.t, std::vector<double>({2, 4, 6, 8}));
        QCOMPARE(now.series.rps.front(), 50.0);
        // Merged, not averaged: of 100 values the 95th is 10 ms, the largest 500 ms.
        QCOMPARE(std::round(now.series.latency[0].p95.front()), 10.0);
        QCOMPARE(std::round(now.series.latency[0].max.front()), 500.0);
        for (int second = 9; second <= 40; ++second)
            run.apply(test::scriptedTick(second, Phase::measure, 50, 0, 10.0));
        QVERIFY(run.snapshot().series.t.size() <= 8);
        QCOMPARE(run.snapshot().series.t.back(), 40.0);
        QCOMPARE(run.snapshot().count, 400 + 32 * 50);
    }

    void secondsWithoutAnswersAreGaps()
    {
        LiveAccumulator run;
        run.apply(test::scriptedStart());
        run.apply(test::state(RunState::measuring, 0.0));
        auto idle = test::scriptedTick(1.0, Phase::measure, 0, 0, 1.0);
        idle.steps.clear();
        idle.planned_rate.reset();
        run.apply(idle);
        const auto now = run.snapshot();
        QVERIFY(std::isnan(now.series.latency[0].p95.front()));
        QVERIFY(std::isnan(now.series.planned.front()));
        QCOMPARE(now.series.rps.front(), 0.0);
    }

    void percentilesOfALongerWindowAreMerged()
    {
        LiveAccumulator run;
        run.apply(test::scriptedStart());
        run.apply(test::state(RunState::measuring, 0.0));
        // 100 answers a second: of 10 ms, and in second 3 of 500 ms.
        for (int second = 1; second <= 40; ++second)
            run.apply(test::scriptedTick(second, Phase::measure, 100, 0, second == 3 ? 500.0 : 10.0));
        const auto& latency = run.snapshot().series.latency;
        const auto at = [&latency](std::size_t window, int second) {
            return std::round(latency[window].p95[static_cast<std::size_t>(second - 1)]);
        };
        QCOMPARE(liveWindows[1], 5);
        QCOMPARE(liveWindows[2], 30);
        // Of itself, the second is slow; 5 s see it as the slowest fifth until it is 5 s old; of 30 s it is
        // 1 in 30, under the slowest twentieth once 20 s have come.
        QCOMPARE(at(0, 3), 500.0);
        QCOMPARE(at(0, 4), 10.0);
        QCOMPARE(at(1, 2), 10.0);
        QCOMPARE(at(1, 7), 500.0);
        QCOMPARE(at(1, 8), 10.0);
        QCOMPARE(at(2, 19), 500.0);
        QCOMPARE(at(2, 20), 10.0);
        QCOMPARE(std::round(latency[2].max[31]), 500.0);
        QCOMPARE(std::round(latency[2].max[32]), 10.0);
    }

    void aRestOfASecondIsNoRowOfItsOwn()
    {
        LiveAccumulator run;
        run.apply(test::scriptedStart());
        run.apply(test::state(RunState::measuring, 0.0));
        run.apply(test::scriptedTick(1.0, Phase::measure, 100, 0, 10.0));
        run.apply(test::scriptedTick(2.0, Phase::measure, 100, 0, 10.0));
        auto rest = test::scriptedTick(2.25, Phase::measure, 5, 5, 10.0);
        rest.interval_s = 0.25;
        run.apply(rest);
        const auto now = run.snapshot();
        QCOMPARE(now.series.t, std::vector<double>({1.0, 2.25}));
        QCOMPARE(now.series.rps, std::vector<double>({100.0, 88.0}));
        QCOMPARE(now.series.error_rate.back(), 5.0 / 110.0);
        QCOMPARE(now.allFinished, 210);
        QCOMPARE(now.allFailed, 5);
    }

    void meansAreOfTheMeasurePhaseAlone()
    {
        LiveAccumulator run;
        for (const auto& event : std::vector<report::RunEvent>{test::scriptedStart(),
                 test::state(RunState::warmup, 0.0), test::scriptedTick(1.0, Phase::warmup, 5, 0, 10.0)})
            run.apply(event);
        // Until then what there is.
        QCOMPARE(liveRateCaption(run.snapshot()),
            QStringLiteral("Achieved 5.00 of 50.0 iterations a second planned"));
        run.apply(test::state(RunState::measuring, 1.0));
        run.apply(test::scriptedTick(2.0, Phase::measure, 50, 0, 10.0));
        run.apply(test::scriptedTick(3.0, Phase::measure, 40, 0, 10.0));
        run.apply(test::state(RunState::cooldown, 3.0));
        run.apply(test::scriptedTick(4.0, Phase::cooldown, 3, 0, 10.0));
        const auto now = run.snapshot();
        QCOMPARE(*now.mean_rps, 45.0);
        QCOMPARE(*now.mean_iterations, 45.0);
        QCOMPARE(liveRateCaption(now), QStringLiteral("Achieved 45.0 of 50.0 iterations a second planned"));
    }

    void loadsAreNamedWhereThereAreSeveral()
    {
        const std::vector<report::LoadInfo> known{{0, "Browse", "constant-vus", "users"},
            {0, "Seed", "shared-iterations", ""}, {1, "Buy", "constant-arrival-rate", "rate"}};
        const auto both = liveLoads(known, {{0, 4.0, 4}, {1, 2.0, 2}, {9, 1.0, 1}});
        QCOMPARE(both.size(), 2u);
        QCOMPARE(both[0].pattern, QStringLiteral("Browse"));
        QVERIFY(both[0].changes == LiveLoad::Changes::users);
        QVERIFY(both[1].changes == LiveLoad::Changes::nothing);
        QVERIFY(fixedLoadsText(both).contains(QStringLiteral("Seed (shared-iterations)")));
        const auto alone = liveLoads(known, {{2, 50.0, 30}});
        QVERIFY(alone[0].pattern.isEmpty());
        QCOMPARE(alone[0].most, 30);
        QVERIFY(fixedLoadsText(alone).isEmpty());
    }

    void aPlanForSomeLoadsIsNoneForAll()
    {
        auto start = test::scriptedStart();
        start.executor = "mixed";
        start.loads = {{0, "Browse", "constant-vus", "users"}, {0, "Buy", "constant-arrival-rate", "rate"},
            {1, "Later", "constant-arrival-rate", "rate"}};
        LiveAccumulator run;
        run.apply(start);
        run.apply(test::state(RunState::measuring, 0.0));
        auto tick = test::scriptedTick(1.0, Phase::measure, 50, 0, 10.0);
        tick.loads = {{0, 4.0, 4}, {1, 50.0, 30}};
        run.apply(tick);
        QVERIFY(!run.snapshot().planned_rate);
        QVERIFY(std::isnan(run.snapshot().series.planned.front()));
        tick.at_s = 2.0;
        tick.loads = {{2, 50.0, 30}};
        run.apply(tick);
        QCOMPARE(run.snapshot().planned_rate, std::optional(50.0));
    }

    void stopRulesSayHowNearTheyAre()
    {
        auto start = test::scriptedStart();
        start.stop_rules
            = {{"error_rate > 0.02 over 10 s", "error_rate", "run", 10.0, "> 0.02", 0.02, "fraction"},
                {"rps < 50 over 5 s", "rps", "run", 5.0, "< 50", 50.0, "1/s"}};
        LiveAccumulator run;
        run.apply(start);
        run.apply(test::state(RunState::measuring, 0.0));
        QCOMPARE(run.snapshot().stopRules.size(), 2u);
        QVERIFY2(run.snapshot().stopRules[0].name.endsWith(QStringLiteral(" > 2 % over 10 s")),
            qPrintable(run.snapshot().stopRules[0].name));
        QVERIFY(run.snapshot().stopRules[0].value.isEmpty());
        QVERIFY(!run.snapshot().stopRules[0].nearness);
        auto tick = test::scriptedTick(5.0, Phase::measure, 100, 0, 10.0);
        tick.stop_rules = {{0, 0.005, 5.0}, {1, 100.0, 5.0}, {7, 1.0, 1.0}};
        run.apply(tick);
        const auto now = run.snapshot().stopRules;
        QCOMPARE(now[0].value, QStringLiteral("0.50 %"));
        QCOMPARE(*now[0].nearness, 0.25);
        QVERIFY(!now[0].filled);
        QCOMPARE(now[1].value, QStringLiteral("100 /s"));
        QCOMPARE(*now[1].nearness, 0.5);
        QVERIFY(now[1].filled);
        tick.stop_rules = {{0, 0.03, 10.0}, {1, std::nullopt, 5.0}};
        run.apply(tick);
        QCOMPARE(*run.snapshot().stopRules[0].nearness, 1.0);
        QVERIFY(!run.snapshot().stopRules[1].nearness);
    }

    void theVerdictSoFarIsThatOfTheAbsoluteRules()
    {
        auto start = test::scriptedStart();
        start.thresholds_json
            = "{\"schema\":\"plumbline.thresholds/1\",\"rules\":["
              "{\"name\":\"slow\",\"metric\":\"latency_ms.p95\",\"fail\":\"> 15\"},"
              "{\"metric\":\"latency_ms.p95\",\"of\":\"step:publish\",\"fail\":\"> 1\"},"
              "{\"metric\":\"latency_ms.p95\",\"against\":\"baseline\",\"fail\":\"> +10%\"}]}";
        LiveJudge judge;
        judge.apply(start);
        judge.apply(test::state(RunState::warmup, 0.0));
        judge.apply(test::scriptedTick(1.0, Phase::warmup, 50, 0, 40.0));
        QVERIFY(!judge.judge()); // warm-up is never judged
        judge.apply(test::state(RunState::measuring, 1.0));
        auto tick = test::scriptedTick(2.0, Phase::measure, 2000, 0, 10.0);
        tick.steps.front().sent += 100; // in flight: neither failed nor anything else yet
        judge.apply(tick);
        const auto& now = judge.judge();
        QVERIFY(now);
        QVERIFY2(now->verdict == metric::Verdict::pass, qPrintable(now->sentence));
        QVERIFY2(!now->sentence.contains(QStringLiteral("partial")), qPrintable(now->sentence));
        QCOMPARE(now->waiting, 1);
        QCOMPARE(now->rules.size(), 3u); // with the built-in one on the success rate
        QCOMPARE(*now->rules.back().value, 1.0);
        QVERIFY(now->rules[1].verdict == metric::Verdict::notMeasured);
        judge.apply(test::scriptedFinish(3.0));
        QVERIFY(!judge.judge());
    }

    void aRunThatGoesWrongIsSaidToBefore()
    {
        LiveRun run;
        for (const auto& event :
            {report::RunEvent(test::scriptedStart()), report::RunEvent(test::state(RunState::measuring, 0.0)),
                report::RunEvent(test::scriptedTick(1.0, Phase::measure, 90, 10, 10.0))})
            run.add(event);
        QTRY_VERIFY(run.snapshot().soFar);
        QVERIFY(run.snapshot().soFar->verdict == metric::Verdict::fail);
        QVERIFY(run.snapshot().soFar->sentence.startsWith(QStringLiteral("Success rate")));
    }

    void damagedEventsDoNoHarm()
    {
        LiveAccumulator run;
        run.apply(test::scriptedTick(1.0, Phase::measure, 5, 0, 1.0)); // before any RunStarted
        run.apply(test::scriptedStart());
        auto tick = test::scriptedTick(2.0, Phase::measure, 5, 0, 1.0);
        tick.steps.front().histograms[0] = "not a histogram";
        tick.steps.push_back(tick.steps.front());
        tick.steps.back().step = 99;
        run.apply(tick);
        QCOMPARE(run.snapshot().count, 5);
        QVERIFY(!run.snapshot().p50.ms);
    }

    void samplesAreBounded()
    {
        LiveAccumulator run;
        run.apply(test::scriptedStart());
        for (int i = 0; i < 600; ++i)
            run.apply(test::failingSample(i, 503));
        auto slow = test::failingSample(1.0, 200);
        slow.why = "slow";
        run.apply(slow);
        const auto now = run.snapshot();
        QCOMPARE(now.failing.size(), LiveAccumulator::maxSamples);
        QCOMPARE(now.failing.back().at_s, 599.0);
        QCOMPARE(now.failingTotal, 600);
    }

    void aLateAttachCatchesUpInFewChanges()
    {
        LiveRun run;
        QSignalSpy changed(&run, &LiveRun::changed);
        run.add(test::scriptedStart());
        run.add(test::state(RunState::measuring, 0.0));
        for (int second = 1; second <= 2000; ++second)
            run.add(test::scriptedTick(second, Phase::measure, 50, 0, 10.0));
        QTRY_COMPARE_WITH_TIMEOUT(run.snapshot().count, 100'000, 30'000);
        QVERIFY2(changed.count() <= 3, qPrintable(QString::number(changed.count())));
        QCOMPARE(run.snapshot().series.t.size(), 2000u);
    }

    void closingTheScreenInTheMiddleIsSafe()
    {
        auto run = std::make_unique<LiveRun>();
        for (int second = 1; second <= 200; ++second)
            run->add(test::scriptedTick(second, Phase::measure, 50, 0, 10.0));
        QSignalSpy changed(run.get(), &LiveRun::changed);
        QVERIFY(changed.wait());
        run->add(test::scriptedTick(201, Phase::measure, 50, 0, 10.0));
        run.reset();
    }
};

PLUMB_TEST_MAIN(TestLiveRun)
#include "tst_liverun.moc"
