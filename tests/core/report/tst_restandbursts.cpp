// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "report/reportbuilder.h"
#include "report/steadywatch.h"
#include "tests/support/noise.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace plumb;
using namespace plumb::report;
using stats::HdrHistogram;

namespace {

constexpr int warmup = 5;
constexpr int measure = 120;

/// A run whose median response time in second s of the measure phase is @p ms(s), under a constant load.
class Course
{
public:
    Course()
    {
        start.run_id = "r";
        start.operation = "o";
        start.steps.push_back({"only", "P", "http", "GET", "/", false});
        start.constant_from_s = 0.0;
        start.closed_model = false;
    }

    template <class Ms>
    Report of(const Ms& ms)
    {
        ReportBuilder builder;
        builder.add(start);
        builder.add(StateChanged{RunState::warmup, 0.0, {}});
        builder.add(StateChanged{RunState::measuring, warmup, {}});
        test::Noise noise(3);
        for (int second = 1; second <= warmup + measure; ++second) {
            Tick tick;
            tick.at_s = second;
            StepTick step;
            step.phase = second <= warmup ? Phase::warmup : Phase::measure;
            const double median = second <= warmup ? 500.0 : ms(second - warmup - 1);
            HdrHistogram histogram;
            for (int i = 0; i < 50; ++i)
                histogram.record(std::llround(median * 1000.0 * (1.0 + 0.02 * noise.normal())));
            step.sent = step.outcomes[0] = 50;
            step.histograms[0] = histogram.encode();
            tick.steps.push_back(step);
            builder.add(tick);
        }
        for (const RunMark& mark : marks)
            builder.add(mark);
        Finished finished;
        finished.at_s = warmup + measure;
        finished.phases = {{Phase::warmup, 0.0, warmup}, {Phase::measure, warmup, warmup + measure}};
        finished.turns = turns;
        builder.add(finished);
        return builder.build();
    }

    RunStarted start;
    std::vector<RunMark> marks;
    std::vector<Finished::TurnSpan> turns;
};

} // namespace

/// What a report says of a run as a whole: whether it came to rest, and the makespans of its bursts.
class TestRestAndBursts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunAtRestIsFlat()
    {
        const auto report = Course().of([](int) { return 20.0; });
        QVERIFY(report.steady.has_value());
        QCOMPARE(report.steady->kind, std::string("flat"));
        QVERIFY(report.steady->settled);
        QCOMPARE(report.steady->from_s, double(warmup)); // the warm-up itself is not looked at
        QVERIFY(!report.steady->cut_s);
    }

    void aWarmUpThatWasTooShortIsCut()
    {
        const auto report = Course().of([](int second) { return 20.0 + 30.0 * std::exp(-second / 6.0); });
        QCOMPARE(report.steady->kind, std::string("warm-up"));
        QVERIFY(report.steady->settled);
        QVERIFY(report.steady->cut_s.has_value());
        QVERIFY(*report.steady->cut_s > warmup + 5.0); // since the start of the run
        QVERIFY(*report.steady->cut_s < warmup + 60.0);
        QVERIFY(*report.steady->change < 0.0);
    }

    void aRunThatNeverSettledIsMarked()
    {
        const auto late = Course().of([](int second) { return second < 90 ? 20.0 : 30.0; });
        QCOMPARE(late.steady->kind, std::string("late-shift"));
        QVERIFY(!late.steady->settled);
        QVERIFY(std::abs(*late.steady->at_s - (warmup + 90.0)) <= 2.0);
        const auto drift = Course().of([](int second) { return 20.0 + 0.15 * second; });
        QCOMPARE(drift.steady->kind, std::string("drift"));
        QVERIFY(!drift.steady->settled);
        QVERIFY(!drift.steady->reasons.empty());
    }

    void onlyAConstantLoadIsLookedAt()
    {
        Course ramp;
        ramp.start.constant_from_s.reset();
        QVERIFY(!ramp.of([](int) { return 20.0; }).steady);
        // 60 s of ramp within the measure phase: the slow half is not held against the run.
        Course half;
        half.start.constant_from_s = warmup + 60.0;
        const auto report = half.of([](int second) { return second < 60 ? 10.0 + second : 20.0; });
        QCOMPARE(report.steady->kind, std::string("flat"));
        QCOMPARE(report.steady->from_s, warmup + 60.0);
        Course changed;
        changed.marks.push_back({30.0, "rate", "rate changed to 5/s", 5.0, {}});
        QVERIFY(!changed.of([](int) { return 20.0; }).steady);
        Course tooShort;
        tooShort.start.constant_from_s = warmup + 100.0;
        const auto less = tooShort.of([](int) { return 20.0; });
        QVERIFY(less.steady->insufficient);
        QVERIFY(!less.steady->settled);
    }

    /// Two turns of 60 s: the first came to rest, the second drifted; a change by hand is of its turn.
    void turnsRestByThemselves()
    {
        Course course;
        course.start.constant_from_s.reset();
        course.start.turns_constant_from_s = {0.0, 0.0};
        course.start.loads = {{0, "A", "constant-vus", "users"}, {1, "B", "constant-arrival-rate", "rate"}};
        course.turns = {{0, warmup, warmup + 60.0}, {1, warmup + 60.0, warmup + 120.0}};
        const auto ms = [](int second) { return second < 60 ? 20.0 : 20.0 + 0.3 * (second - 60); };
        const auto report = course.of(ms);
        QVERIFY(!report.steady);
        QCOMPARE(report.turns.size(), std::size_t{2});
        QCOMPARE(report.turns[0].steady->kind, std::string("flat"));
        QCOMPARE(report.turns[1].pattern, std::string("B"));
        QCOMPARE(report.turns[1].steady->kind, std::string("drift"));
        QCOMPARE(report.turns[1].steady->from_s, warmup + 60.0);
        const auto parts = steadyParts(report);
        QCOMPARE(parts.size(), std::size_t{2});
        QVERIFY(parts[1].pattern == "B" && !parts[1].steady->settled);
        const auto again = reportFromJson(toJson(report), "a.json");
        QVERIFY(again.has_value() && again->extra.empty());
        QCOMPARE(again->turns.size(), std::size_t{2});
        QCOMPARE(again->turns[1].steady->kind, std::string("drift"));
        course.marks.push_back({100.0, "rate", "rate changed to 5/s", 5.0, {}});
        course.start.turns_constant_from_s = {std::nan(""), 0.0};
        const auto changed = course.of(ms);
        QVERIFY(!changed.turns[0].steady && !changed.turns[1].steady);
    }

    void itIsKeptInTheFile()
    {
        const auto report = Course().of([](int second) { return second < 90 ? 20.0 : 30.0; });
        const auto json = toJson(report);
        QVERIFY(json["steady"]["class"] == "late-shift");
        const auto again = reportFromJson(json, "a.json");
        QVERIFY(again.has_value());
        QCOMPARE(dumpJson(toJson(*again)), dumpJson(json));
        QVERIFY(again->extra.empty());
    }

    void makespansOfBursts()
    {
        ReportBuilder builder;
        RunStarted start;
        start.run_id = "r";
        start.operation = "o";
        start.executor = "burst";
        builder.add(start);
        const auto tick = [&builder](double at_s, Phase phase, const std::vector<double>& makespans) {
            Tick one;
            one.at_s = at_s;
            HdrHistogram histogram;
            for (const double ms : makespans)
                histogram.record(std::llround(ms * 1000.0));
            if (!makespans.empty())
                one.bursts.push_back({phase, static_cast<std::int64_t>(makespans.size()),
                    *std::max_element(makespans.begin(), makespans.end()), histogram.encode()});
            builder.add(one);
        };
        tick(1.0, Phase::warmup, {900.0});
        tick(2.0, Phase::measure, {100.0, 120.0});
        tick(3.0, Phase::measure, {});
        tick(4.0, Phase::measure, {140.25});
        const auto report = builder.build();
        QCOMPARE(report.totals.makespan_ms, std::optional(140.25));
        QCOMPARE(report.bursts->count, 3);
        QCOMPARE(report.bursts->makespan.max, std::optional(140.25));
        QVERIFY(std::abs(*report.bursts->makespan.p50 - 120.0) < 0.2);
        QCOMPARE(report.series.makespan.size(), std::size_t(4));
        QCOMPARE(report.series.makespan[0], 900.0);
        QCOMPARE(report.series.makespan[1], 120.0);
        QVERIFY(std::isnan(report.series.makespan[2]));
        const auto again = reportFromJson(toJson(report), "a.json");
        QVERIFY(again.has_value());
        QCOMPARE(again->bursts->count, 3);
        QCOMPARE(again->series.makespan.size(), std::size_t(4));
    }

    void burstsTravelInTicks()
    {
        Tick tick;
        tick.bursts.push_back({Phase::measure, 2, 12.5, "HISTFAAAA"});
        const auto again = runEventFromJson(toJson(RunEvent(tick)));
        QVERIFY(again.has_value());
        const auto& bursts = std::get<Tick>(*again).bursts;
        QCOMPARE(bursts.size(), std::size_t(1));
        QCOMPARE(bursts.front().longest_ms, 12.5);
        QCOMPARE(bursts.front().histogram, std::string("HISTFAAAA"));
    }
};

PLUMB_TEST_MAIN(TestRestAndBursts)
#include "tst_restandbursts.moc"
