// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/captions.h"
#include "ui/models/endings.h"
#include "ui/models/format.h"
#include "ui/models/reportgaps.h"
#include "ui/models/reportrange.h"
#include "ui/models/sparsehistogram.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace plumb;
using namespace plumb::models;

namespace {
constexpr double gap = std::numeric_limits<double>::quiet_NaN();
} // namespace

class TestReportView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void curvesFollowTheHistogram()
    {
        stats::HdrHistogram histogram;
        for (int i = 1; i <= 1000; ++i)
            histogram.record(i * 100);
        const auto curve = percentileCurve(histogram);
        QCOMPARE(curve.count, 1000);
        QCOMPARE(curve.percentile.front(), 0.0);
        QCOMPARE(curve.percentile.back(), 0.999);
        // 40 points a decade: number 40 is p90, number 80 p99, with the very values the histogram gives.
        QCOMPARE(curve.value[40], double(histogram.valueAtPercentile(90.0)) / 1000.0);
        QCOMPARE(curve.value[80], double(histogram.valueAtPercentile(99.0)) / 1000.0);
        QVERIFY(std::is_sorted(curve.value.begin(), curve.value.end()));
        QVERIFY(percentileCurve(stats::HdrHistogram()).value.empty());
    }

    void outcomesOverTime()
    {
        report::TimeSeries rows;
        rows.t = {1.0, 2.0, 2.5};
        rows.rps = {10.0, 20.0, 8.0}; // the last row is half a second
        rows.errors = {0.0, 5.0, 4.0};
        // A report that keeps no kinds.
        auto courses = outcomeCourses(rows, 5);
        QCOMPARE(courses.size(), std::size_t(2));
        QCOMPARE(courses[0].per_s, (std::vector<double>{10.0, 15.0, 4.0}));
        QCOMPARE(courses[1].per_s, rows.errors);
        rows.count = {10.0, 20.0, 4.0};
        rows.failed = {0.0, 5.0, 2.0};
        rows.outcomes = {{"http_5xx", {0, 1, 0}}, {"timeout", {0, 4, 2}}};
        courses = outcomeCourses(rows, 5);
        QCOMPARE(courses.size(), std::size_t(3));
        QCOMPARE(courses[0].name, QStringLiteral("ok"));
        QCOMPARE(courses[0].total, 27);
        QCOMPARE(courses[1].name, QStringLiteral("timeout"));
        QCOMPARE(courses[1].per_s, (std::vector<double>{0.0, 4.0, 4.0}));
        QCOMPARE(courses[2].name, QStringLiteral("HTTP 5xx"));
        courses = outcomeCourses(rows, 1);
        QCOMPARE(courses.size(), std::size_t(2));
        QVERIFY(courses[1].rest);
        QCOMPARE(courses[1].total, 7);
        QCOMPARE(courses[1].per_s, (std::vector<double>{0.0, 5.0, 4.0}));
    }

    void reasonsOverTime()
    {
        report::TimeSeries rows;
        QVERIFY(reasonCourses(rows, 6).empty());
        QCOMPARE(reasonCaption(rows, nullptr), QStringLiteral("No answer gave a reason code"));
        rows.t = {1.0, 2.0, 3.0};
        rows.rps = {10.0, gap, 10.0};
        rows.count = {10.0, gap, 10.0};
        rows.reasons = {{"no_route", {1, 0, 3}}, {"other", {5, 0, 5}}, {"stale", {1, 0, 0}}};
        const auto courses = reasonCourses(rows, 6);
        QCOMPARE(courses.size(), std::size_t(3));
        QCOMPARE(courses[0].name, QStringLiteral("no_route"));
        QCOMPARE(courses[0].per_s[0], 1.0);
        QVERIFY(std::isnan(courses[0].per_s[1]));
        QCOMPARE(courses[1].name, QStringLiteral("stale"));
        QCOMPARE(courses[2].name, QStringLiteral("other reasons")); // last, however frequent
        QVERIFY(courses[2].rest);
        rows.reasons.erase("other");
        QCOMPARE(reasonCaption(rows, nullptr),
            QStringLiteral("no_route, the most frequent of 2 reasons, came 4 time(s), most often at 00:03"));
        RangeFigures part;
        part.reasons = {{"stale", 1}};
        QVERIFY(reasonCaption(rows, &part).startsWith(QStringLiteral("stale came 1 time(s)")));
        part.reasons.clear();
        QCOMPARE(reasonCaption(rows, &part),
            QStringLiteral("No answer gave a reason code in this part of the run"));
    }

    void whyNothingWasMeasured()
    {
        auto report = test::scriptedReport();
        QVERIFY(!nothingMeasured(report));
        report = {};
        report.ended_by = "target";
        report.events = {{0.1, "mark", "before"}, {0.2, "abort", "connection refused by 127.0.0.1:9"}};
        auto nothing = nothingMeasured(report);
        QVERIFY(nothing.has_value());
        QVERIFY(nothing->headline.contains(QStringLiteral("could not start")));
        QCOMPARE(nothing->cause, QStringLiteral("Connection refused by 127.0.0.1:9."));
        QVERIFY(nothing->remedy.contains(QStringLiteral("address of the target")));
        QVERIFY(!nothing->courses);
        report.ended_by = "user";
        report.events.clear();
        report.series.count = {10.0};
        nothing = nothingMeasured(report);
        QVERIFY(nothing->courses); // the warm-up is worth seeing
        QVERIFY(nothing->cause.isEmpty());
        for (const char* end : {"setup", "crash", "abort", "schedule", "data", "stop-rule: errors"}) {
            report.ended_by = end;
            nothing = nothingMeasured(report);
            QVERIFY(!nothing->headline.isEmpty() && !nothing->remedy.isEmpty());
        }
    }

    void aSparseHistogramMergesAsTheWholeOne()
    {
        stats::HdrHistogram a;
        stats::HdrHistogram b;
        for (int i = 0; i < 500; ++i) {
            a.record(17 * i);
            b.record(1'000 + 31 * i * i);
        }
        SparseHistogram sparse(a);
        sparse.merge(SparseHistogram(b));
        sparse.merge(SparseHistogram());
        a.merge(b);
        QCOMPARE(sparse.totalCount(), a.totalCount());
        for (const auto percent : {0.0, 10.0, 50.0, 95.0, 99.0, 99.9, 100.0})
            QCOMPARE(*sparse.percentileMs(percent), double(a.valueAtPercentile(percent)) / 1000.0);
        QCOMPARE(*sparse.maxMs(), double(a.max()) / 1000.0);
        QVERIFY(!SparseHistogram().percentileMs(50.0));
    }

    void damagedHistogramsAreLeftOut()
    {
        auto report = test::scriptedReport();
        report.steps[0].histograms[0] = "HISTFAAA";
        report.scenario = Json(); // not even an object
        const auto view = makeReportView(report, QString());
        QVERIFY(view->stepResponse[0].value.empty());
        QVERIFY(!view->stepService[0].value.empty());
    }

    void captions()
    {
        QCOMPARE(latencyCaption({1, 2, 3}, {12.1, gap, 18.0}),
            QStringLiteral("p95 stayed between 12.1 ms and 18.0 ms"));
        QCOMPARE(latencyCaption({1, 42, 3}, {12.1, 63.0, 18.0}),
            QStringLiteral("p95 was between 12.1 ms and 63.0 ms, highest at 00:42"));
        QCOMPARE(latencyCaption({1}, {gap}), QStringLiteral("No answers yet"));
        QCOMPARE(rateCaption({49.0, 50.6}, {50.0, 50.0}),
            QStringLiteral("Achieved 49.8 of 50.0 iterations a second planned"));
        QCOMPARE(
            rateCaption({40.0, 60.0}, {gap, gap}), QStringLiteral("50.0 a second in the mean, 60.0 at most"));
        QCOMPARE(outcomeCaption(1000, 2), QStringLiteral("2 of 1,000 finished requests failed (0.20 %)"));
        QCOMPARE(outcomeCaption(0, 0), QStringLiteral("No requests yet"));
        QCOMPARE(outcomeCaption(1590, 0), QStringLiteral("1,590 requests finished, none failed"));
        QCOMPARE(outcomeCaption(10, 0, 3),
            QStringLiteral("10 requests finished, none failed; 3 more arrivals were dropped"));
        QCOMPARE(
            outcomeCaption(0, 0, 3), QStringLiteral("No request finished; 3 more arrivals were dropped"));
        QVERIFY(percentileCaption(test::scriptedReport().latency_ms, true)
                    .endsWith(QStringLiteral("response = service (closed model)")));
    }

    void figures()
    {
        QCOMPARE(latency(0.42), QStringLiteral("420 µs"));
        QCOMPARE(latency(42.14), QStringLiteral("42.1 ms"));
        QCOMPARE(latency(999.9), QStringLiteral("1,000 ms"));
        QCOMPARE(latency(12'345.0), QStringLiteral("12.3 s"));
        QCOMPARE(latency(std::nullopt), QStringLiteral("–"));
        QCOMPARE(latency(gap), QStringLiteral("–"));
        QCOMPARE(percent(0.0021), QStringLiteral("0.21 %"));
        QCOMPARE(percent(0.0), QStringLiteral("0 %"));
        QCOMPARE(percent(1.0), QStringLiteral("100 %"));
        QCOMPARE(clock(3723.0), QStringLiteral("1:02:03"));
        QCOMPARE(clock(-1.0), QStringLiteral("00:00"));
        QCOMPARE(dateTime("2026-11-20T14:03:05.120+01:00"), QStringLiteral("2026-11-20 14:03"));
        QCOMPARE(dateTime("yesterday"), QStringLiteral("yesterday"));
    }
};

PLUMB_TEST_MAIN(TestReportView)
#include "tst_reportview.moc"
