// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/scriptedrun.h"
#include "tests/support/testmain.h"
#include "ui/models/captions.h"
#include "ui/models/format.h"
#include "ui/models/reportview.h"
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
