// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/hdrhistogram.h"
#include "tests/support/testmain.h"

#include <cmath>
#include <numeric>
#include <random>

using plumb::stats::HdrHistogram;

class TestHdrHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyHasNoFigures()
    {
        const HdrHistogram empty;
        QVERIFY(empty.empty());
        QCOMPARE(empty.totalCount(), 0);
        QCOMPARE(empty.min(), 0);
        QCOMPARE(empty.max(), 0);
        QCOMPARE(empty.mean(), 0.0);
        QCOMPARE(empty.stddev(), 0.0);
        QCOMPARE(empty.valueAtPercentile(99.0), 0);
        QCOMPARE(empty.countAtOrBelow(1000), 0);
        QVERIFY(empty.buckets().empty());
    }

    void ranksAreNearestCeil_data()
    {
        QTest::addColumn<int>("values");
        QTest::addColumn<double>("percent");
        QTest::addColumn<int>("rank");
        QTest::newRow("17 p90 (the C library says 15)") << 17 << 90.0 << 16;
        QTest::newRow("20 p95") << 20 << 95.0 << 19;
        QTest::newRow("21 p95") << 21 << 95.0 << 20;
        QTest::newRow("1000 p99.9") << 1000 << 99.9 << 999;
        QTest::newRow("1001 p99.9") << 1001 << 99.9 << 1000;
        QTest::newRow("one value") << 1 << 50.0 << 1;
        QTest::newRow("two p50") << 2 << 50.0 << 1;
        QTest::newRow("p0 is the first") << 10 << 0.0 << 1;
        QTest::newRow("p100 is the last") << 10 << 100.0 << 10;
        QTest::newRow("beyond 100") << 10 << 250.0 << 10;
        QTest::newRow("below 0") << 10 << -5.0 << 1;
    }
    void ranksAreNearestCeil()
    {
        QFETCH(int, values);
        QFETCH(double, percent);
        QFETCH(int, rank);
        HdrHistogram histogram;
        for (int i = 1; i <= values; ++i) {
            histogram.record(i); // below 2048 every value has a bucket of its own
        }
        QCOMPARE(histogram.valueAtPercentile(percent), rank);
    }

    void bucketsHoldTheirValues()
    {
        for (const HdrHistogram::Config config : {HdrHistogram::Config{}, {1, 3'600'000'000, 2},
                 {1000, 1LL << 40, 3}, {20'000, 3'600'000'000'000, 2}, {1, 100'000, 5},
                 {1, std::numeric_limits<std::int64_t>::max(), 1}}) {
            std::mt19937_64 random(7);
            const double bits = std::log2(static_cast<double>(config.highest));
            for (int i = 0; i < 2000; ++i) {
                const double exponent = std::uniform_real_distribution(0.0, bits * 0.999)(random);
                const auto value = static_cast<std::int64_t>(std::exp2(exponent));
                HdrHistogram histogram(config);
                QVERIFY(histogram.record(value));
                const auto bucket = histogram.buckets().front();
                QVERIFY(bucket.lowest <= value && value <= bucket.highest);
                const double width = static_cast<double>(bucket.highest - bucket.lowest);
                const double allowed = std::max(static_cast<double>(config.lowest),
                    static_cast<double>(value) * std::pow(10, -config.digits));
                QVERIFY2(width <= allowed, qPrintable(QString::number(value)));
            }
        }
    }

    void percentilesAreWithinPrecisionOfTheTruth()
    {
        std::mt19937_64 random(42);
        std::lognormal_distribution<double> latency(10.0, 1.5);
        std::vector<std::int64_t> values;
        HdrHistogram histogram;
        for (int i = 0; i < 20'001; ++i) {
            values.push_back(static_cast<std::int64_t>(latency(random)));
            QVERIFY(histogram.record(values.back()));
        }
        std::sort(values.begin(), values.end());
        for (const double percent : {1.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.9}) {
            const auto rank = static_cast<std::size_t>(std::ceil(percent / 100.0 * 20'001));
            const auto truth = values.at(rank - 1);
            const auto found = histogram.valueAtPercentile(percent);
            QVERIFY(found >= truth);
            QVERIFY(static_cast<double>(found - truth) <= 0.001 * static_cast<double>(truth));
        }
        const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 20'001;
        QVERIFY(std::abs(histogram.mean() - mean) < 0.001 * mean);
        double squares = 0.0;
        for (const auto value : values) {
            squares += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean);
        }
        const double deviation = std::sqrt(squares / 20'001);
        QVERIFY(std::abs(histogram.stddev() - deviation) < 0.001 * deviation);
    }

    void outOfRangeIsClampedAndCounted()
    {
        HdrHistogram histogram;
        QVERIFY(histogram.record(3'600'000'000));
        QVERIFY(!histogram.record(3'600'000'001));
        QVERIFY(!histogram.record(std::numeric_limits<std::int64_t>::max(), 2));
        QVERIFY(!histogram.record(-1));
        QCOMPARE(histogram.clamped(), 4);
        QCOMPARE(histogram.totalCount(), 5);
        QCOMPARE(histogram.min(), 0);
        QCOMPARE(histogram.countAtOrBelow(0), 1);
        QVERIFY(histogram.max() >= 3'600'000'000);
        QVERIFY(!histogram.record(5, 0));
        QVERIFY(!histogram.record(5, -3));
        QCOMPARE(histogram.totalCount(), 5);
    }

    void wrongConfigurationsAreBroughtIntoRange()
    {
        const HdrHistogram histogram({-5, -7, 99});
        QCOMPARE(histogram.config().lowest, 1);
        QCOMPARE(histogram.config().highest, 2);
        QCOMPARE(histogram.config().digits, 5);
    }

    void mergeIsExactAndSymmetric()
    {
        HdrHistogram a, b, all;
        std::mt19937_64 random(3);
        for (int i = 0; i < 5000; ++i) {
            const auto value = static_cast<std::int64_t>(random() % 10'000'000);
            (i % 3 == 0 ? a : b).record(value);
            all.record(value);
        }
        HdrHistogram ab = a;
        ab.merge(b);
        HdrHistogram ba = b;
        ba.merge(a);
        QVERIFY(ab == ba);
        QVERIFY(ab == all);
        QCOMPARE(ab.min(), all.min());
        QCOMPARE(ab.max(), all.max());
        ab.merge(HdrHistogram());
        QVERIFY(ab == all);
        HdrHistogram fromEmpty;
        fromEmpty.merge(all);
        QVERIFY(fromEmpty == all);
        QCOMPARE(fromEmpty.max(), all.max());
    }

    void mergeOfAnotherConfigurationRecordsAgain()
    {
        HdrHistogram coarse({1, 3'600'000'000, 2});
        coarse.record(1'000'000, 3);
        coarse.record(50);
        HdrHistogram fine;
        fine.merge(coarse);
        QCOMPARE(fine.totalCount(), 4);
        QCOMPARE(fine.clamped(), 0);
        QCOMPARE(fine.countAtOrBelow(50), 1);
        QCOMPARE(fine.valueAtPercentile(100.0), fine.max());
        QVERIFY(fine.max() >= coarse.max());
        HdrHistogram narrow({1, 1000, 3});
        narrow.merge(coarse);
        QCOMPARE(narrow.totalCount(), 4);
        QCOMPARE(narrow.clamped(), 3);
    }

    void countsSaturate()
    {
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        HdrHistogram a, b;
        a.record(10, most - 1);
        b.record(10, most - 1);
        b.record(20, 5);
        a.merge(b);
        QCOMPARE(a.totalCount(), most);
        QCOMPARE(a.countAtOrBelow(10), most);
        QCOMPARE(a.valueAtPercentile(50.0), 10);
    }

    void resetForgetsEverything()
    {
        HdrHistogram histogram;
        for (std::int64_t value = 1; value < 1'000'000'000; value *= 3) {
            histogram.record(value);
        }
        histogram.record(-1);
        histogram.reset();
        QVERIFY(histogram == HdrHistogram());
        QCOMPARE(histogram.clamped(), 0);
        histogram.record(77);
        QCOMPARE(histogram.min(), 77);
        QCOMPARE(histogram.max(), 77);
        QCOMPARE(histogram.buckets().size(), 1U);
    }

    void countsAtOrBelowIncludeTheBucket()
    {
        HdrHistogram histogram;
        histogram.record(100);
        histogram.record(1'000'000);
        QCOMPARE(histogram.countAtOrBelow(-1), 0);
        QCOMPARE(histogram.countAtOrBelow(99), 0);
        QCOMPARE(histogram.countAtOrBelow(100), 1);
        QCOMPARE(histogram.countAtOrBelow(999'936), 2); // the bucket of 1,000,000 is 512 wide
        QCOMPARE(histogram.countAtOrBelow(999'935), 1);
        QCOMPARE(histogram.countAtOrBelow(std::numeric_limits<std::int64_t>::max()), 2);
    }
};

PLUMB_TEST_MAIN(TestHdrHistogram)
#include "tst_hdrhistogram.moc"
