// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/liveaccumulator.h"
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
        QCOMPARE(std::round(now.series.p50[0]), 40.0);
        QCOMPARE(now.series.planned[2], 50.0);
        QCOMPARE(
            now.series.outcomes[size_t(report::Outcome::http5xx)], std::vector<double>({0, 0, 0, 2, 0, 0}));
        QCOMPARE(now.failing.size(), 1u);
        QCOMPARE(now.generator.connects, 6);
        QCOMPARE(std::round(*now.generator.lag_p99_ms * 100.0), 8.0);
        QVERIFY(now.oneRequestPerIteration);
        QVERIFY(now.finished);
        QVERIFY(!now.closedModel);
        QVERIFY(now.stored->verdict == metric::Verdict::pass);
        QCOMPARE(now.phases.size(), 2u);
        QCOMPARE(now.phases[1].start_s, 2.0);
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
        QCOMPARE(std::round(now.series.p95.front()), 10.0);
        QCOMPARE(std::round(now.series.max.front()), 500.0);
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
        QVERIFY(std::isnan(now.series.p95.front()));
        QVERIFY(std::isnan(now.series.planned.front()));
        QCOMPARE(now.series.rps.front(), 0.0);
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
