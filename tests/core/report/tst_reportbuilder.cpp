// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/histogramtrack.h"
#include "report/reportbuilder.h"
#include "report/verify.h"
#include "tests/core/report/madeuprun.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace plumb;
using namespace plumb::report;
using stats::HdrHistogram;

namespace {

QByteArray joined(const std::vector<std::string>& lines)
{
    QByteArray all;
    for (const auto& line : lines) {
        all += QByteArray::fromStdString(line) + '\n';
    }
    return all;
}

HdrHistogram merged(const std::vector<std::string>& encoded)
{
    HdrHistogram all;
    for (const auto& text : encoded) {
        if (!text.empty()) {
            all.merge(*HdrHistogram::decode(text));
        }
    }
    return all;
}

/// A tick with @p count requests of @p us each in the only step.
Tick plainTick(double at_s, std::int64_t count, std::int64_t us)
{
    Tick tick;
    tick.at_s = at_s;
    tick.vus = static_cast<int>(at_s);
    if (count > 0) {
        StepTick step;
        step.sent = count;
        step.outcomes[0] = count;
        HdrHistogram histogram;
        histogram.record(us, count);
        step.histograms[0] = histogram.encode();
        tick.steps.push_back(step);
    }
    IterationTick iterations;
    iterations.planned = iterations.started = iterations.completed = iterations.planned_requests = count;
    tick.iterations.push_back(iterations);
    return tick;
}

RunStarted plainStart()
{
    RunStarted start;
    start.run_id = "r";
    start.operation = "o";
    start.steps.push_back({"only", "P", "http", "GET", "/", false});
    return start;
}

} // namespace

class TestReportBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void booksBalance_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void booksBalance()
    {
        QFETCH(unsigned, seed);
        test::MadeUpRun run;
        run.seed = seed;
        run.steps = 1 + static_cast<int>(seed % 4);
        run.measure = 5 + static_cast<int>(seed);
        run.failShare = 0.1 * (seed % 5);
        run.open = seed % 2 == 0;
        run.finish = seed % 3 != 0;
        const auto report = test::madeUpReport(run);
        const auto findings = verify(report);
        QVERIFY2(findings.empty(), joined(findings).constData());
        QVERIFY(report.totals.sent > 0);
        QCOMPARE(report.totals.sent, static_cast<std::int64_t>(run.steps) * run.perSecond * run.measure);
        QCOMPARE(report.partial, !run.finish);
        QCOMPARE(report.ended_by, std::string(run.finish ? "schedule" : "crash"));
    }

    void verifyFindsImbalance()
    {
        auto report = test::madeUpReport({});
        ++report.totals.completed;
        QVERIFY(!verify(report).empty());
        report = test::madeUpReport({});
        report.steps[0].histograms[0] = report.steps[1].histograms[1];
        QVERIFY(!verify(report).empty());
        report = test::madeUpReport({});
        report.steps[0].histograms[0] = "HISTFAAA";
        QVERIFY(!verify(report).empty());
    }

    void onlyTheMeasurePhaseIsJudged()
    {
        ReportBuilder builder;
        builder.add(plainStart());
        auto warm = plainTick(1.0, 100, 900'000);
        warm.steps[0].phase = Phase::warmup;
        warm.iterations[0].phase = Phase::warmup;
        builder.add(warm);
        builder.add(plainTick(2.0, 10, 1'000));
        Finished end;
        end.at_s = 2.0;
        end.ended_by = "schedule";
        end.phases = {{Phase::warmup, 0, 1}, {Phase::measure, 1, 2}};
        builder.add(end);
        const auto report = builder.build();
        QCOMPARE(report.totals.completed, 10);
        QCOMPARE(report.totals.rps, 10.0);
        QCOMPARE(report.totals.rpm, 600.0);
        QCOMPARE(report.totals.success_rate, std::optional<double>(1.0));
        QVERIFY(*report.latency_ms.max < 1.01);
        QCOMPARE(report.phases[0].completed, 100);
        QVERIFY(*report.phases[0].latency.p50 > 899.0);
        // The series shows the warm-up.
        QCOMPARE(report.series.rps, (std::vector<double>{100.0, 10.0}));
        QVERIFY(report.series.p95[0] > 899.0);
    }

    void lateAndMissingTicks()
    {
        ReportBuilder builder;
        builder.add(plainStart());
        builder.add(plainTick(1.004, 10, 1'000));
        builder.add(plainTick(2.003, 20, 1'000));
        auto late = plainTick(5.0, 30, 1'000); // the machine slept: one tick for three seconds
        late.interval_s = 3.0;
        builder.add(late);
        auto last = plainTick(5.4, 4, 1'000);
        last.interval_s = 0.4;
        builder.add(last);
        const auto& series = builder.build().series;
        QCOMPARE(series.rps.size(), std::size_t(6));
        QCOMPARE(series.rps[0], 10.0);
        QCOMPARE(series.rps[1], 20.0);
        QVERIFY(std::isnan(series.rps[2])); // nobody told: absent, not zero
        QCOMPARE(series.rps[3], 10.0);
        QVERIFY(std::isnan(series.p50[4]));
        QCOMPARE(series.rps[5], 10.0);
        QCOMPARE(series.t[0], 1.0);
        QCOMPARE(series.t[5], 5.4);
    }

    void anIdleSecondIsZeroRequestsAndNoLatency()
    {
        ReportBuilder builder;
        builder.add(plainStart());
        builder.add(plainTick(1.0, 0, 0));
        const auto& series = builder.build().series;
        QCOMPARE(series.rps[0], 0.0);
        QVERIFY(std::isnan(series.p95[0]));
    }

    void outcomesAndReasonsOverTime()
    {
        ReportBuilder builder;
        builder.add(plainStart());
        const auto tick = [](double at_s, std::int64_t timeouts, const std::string& reason) {
            auto one = plainTick(at_s, 10, 1'000);
            one.steps[0].outcomes[static_cast<std::size_t>(Outcome::timeout)] = timeouts;
            one.steps[0].reasons[reason] = 3; // good answers may give one too
            return one;
        };
        builder.add(tick(1.0, 0, "cache_miss"));
        builder.add(tick(2.0, 4, "no_route"));
        builder.add(tick(3.0, 1, "cache_miss"));
        const auto report = builder.build();
        const auto& series = report.series;
        using Column = std::vector<std::int64_t>;
        QCOMPARE(series.outcomes.size(), std::size_t(1)); // "ok" is the rest, the others did not occur
        QCOMPARE(series.outcomes.at("timeout"), (Column{0, 4, 1}));
        QCOMPARE(series.reasons.size(), std::size_t(2));
        QCOMPARE(series.reasons.at("cache_miss"), (Column{3, 0, 3}));
        QCOMPARE(series.reasons.at("no_route"), (Column{0, 3, 0}));
        ReportBuilder plain;
        plain.add(plainStart());
        plain.add(plainTick(1.0, 10, 1'000));
        const auto json = toJson(plain.build());
        QVERIFY(!json["series"].contains("outcomes") && !json["series"].contains("reasons"));
    }

    void manyReasonsStandUnderOther()
    {
        ReportBuilder builder;
        builder.add(plainStart());
        std::int64_t given = 0;
        for (int second = 1; second <= 200; ++second) {
            auto tick = plainTick(second, 1, 1'000);
            // A code of its own for each second, as where it is taken from an answer's id, and one that
            // stays.
            tick.steps[0].reasons = {{"id_" + std::to_string(second), 1}, {"late_favourite", second / 100}};
            given += 1 + second / 100;
            builder.add(tick);
        }
        const auto& reasons = builder.build().series.reasons;
        QCOMPARE(reasons.size(), maxSeriesReasons); // `other` is one of the most frequent itself
        std::int64_t kept = 0;
        for (const auto& [code, rows] : reasons) {
            QCOMPARE(rows.size(), std::size_t(200));
            for (const auto count : rows) {
                kept += count;
            }
        }
        QCOMPARE(kept, given);
        QVERIFY(reasons.contains(std::string(otherReasons)));
    }

    void longRunsAreCoarsenedExactly()
    {
        constexpr int seconds = 7300; // doubles twice: 4 s rows
        ReportBuilder builder;
        builder.add(plainStart());
        std::int64_t sent = 0;
        for (int second = 1; second <= seconds; ++second) {
            const std::int64_t count = second % 7;
            sent += count;
            builder.add(plainTick(second, count, 1'000 + second));
        }
        const auto report = builder.build();
        const auto& series = report.series;
        QCOMPARE(series.interval_s, 4.0);
        QCOMPARE(series.t.size(), std::size_t(1825));
        QVERIFY(series.windows.histograms.size() <= maxRunWindows);
        QVERIFY(series.windows.histograms.size() >= 60);
        QVERIFY(report.steps[0].windows.histograms.size() <= maxStepWindows);
        QVERIFY(report.steps[0].windows.histograms.size() >= 60);
        // Nothing is lost or counted twice on the way.
        QCOMPARE(merged(series.windows.histograms).totalCount(), sent);
        QVERIFY(merged(series.windows.histograms) == *HdrHistogram::decode(report.steps[0].histograms[0]));
        QVERIFY(merged(report.steps[0].windows.histograms) == merged(series.windows.histograms));
        // A row's percentile is that of its merged values: seconds 5 to 8 hold 5, 6, 0, 1 requests of 1005 to
        // 1008 µs.
        HdrHistogram row;
        row.record(1005, 5);
        row.record(1006, 6);
        row.record(1008, 1);
        QCOMPARE(series.p50[1], static_cast<double>(row.valueAtPercentile(50)) / 1000.0);
        QCOMPARE(series.max[1], static_cast<double>(row.max()) / 1000.0);
        QCOMPARE(series.rps[1], 3.0);
        QCOMPARE(series.vus[1], 8.0);
        QVERIFY(verify(report).empty());
    }

    void trackKeepsEveryValue()
    {
        HistogramTrack track(8);
        HdrHistogram all;
        for (int second = 0; second < 100; ++second) {
            HdrHistogram one;
            one.record(100 * (second + 1), 3);
            all.merge(one);
            track.add(second + 0.5, one);
        }
        QVERIFY(track.slots().size() <= 8);
        QCOMPARE(track.interval(), 16.0);
        QVERIFY(merged(track.slots()) == all);
        QVERIFY(merged(track.coarsened(3).slots()) == all);
        QCOMPARE(track.withInterval(32).interval(), 32.0);
        // Out of order and hostile times do no harm.
        track.add(0.0, all);
        track.add(std::nan(""), all);
        track.add(1e300, all);
        QVERIFY(track.slots().size() <= 8);
        QCOMPARE(merged(track.slots()).totalCount(), 4 * all.totalCount());
    }

    void setupStepsStandApart()
    {
        const auto report = test::madeUpReport({});
        QCOMPARE(report.steps.size(), std::size_t(2));
        QCOMPARE(report.setup_steps.size(), std::size_t(1));
        QCOMPARE(report.setup_steps[0].name, std::string("login"));
        QCOMPARE(report.setup_steps[0].count, 10);
    }

    void damagedEventsAreSkipped()
    {
        ReportBuilder builder;
        QVERIFY(!builder.started());
        builder.add(plainTick(1.0, 5, 10)); // before the start
        builder.add(plainStart());
        auto tick = plainTick(1.0, 5, 10);
        tick.steps[0].step = 99;
        builder.add(tick);
        tick.steps[0].step = -1;
        builder.add(tick);
        tick.steps[0].step = 0;
        tick.steps[0].histograms[0] = "garbage";
        tick.at_s = std::nan("");
        builder.add(tick);
        QVERIFY(builder.started());
        QVERIFY(!builder.finished());
        QCOMPARE(builder.build().totals.completed, 5);
    }

    void anErrorOfTheRunIsAnEvent()
    {
        ReportBuilder builder;
        builder.add(plainStart());
        Finished end;
        end.at_s = 0.5;
        end.ended_by = "target";
        end.error = "connection refused (127.0.0.1:81)";
        builder.add(end);
        const auto report = builder.build();
        QCOMPARE(report.events.size(), std::size_t(1));
        QCOMPARE(report.events[0].text, end.error);
        QCOMPARE(report.ended_by, std::string("target"));
        QVERIFY(!report.totals.success_rate);
        QVERIFY(!report.latency_ms.p95);
    }

    void samplesAreBounded()
    {
        ReportBuilder builder;
        builder.add(plainStart());
        for (int i = 0; i < 1000; ++i) {
            Sample sample;
            sample.at_s = i;
            sample.step = "only";
            sample.why = i % 2 == 0 ? "slow" : "failed";
            sample.response_ms = i;
            sample.status = 500 + i % 4;
            builder.add(sample);
        }
        const auto samples = builder.build().samples;
        QCOMPARE(samples.size(), std::size_t(10 + 2 * 5));
        QVERIFY(std::is_sorted(samples.begin(), samples.end(),
            [](const Sample& a, const Sample& b) { return a.at_s < b.at_s; }));
        QCOMPARE(samples.back().response_ms, 998.0);
    }
};

PLUMB_TEST_MAIN(TestReportBuilder)
#include "tst_reportbuilder.moc"
