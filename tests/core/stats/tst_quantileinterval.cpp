// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/harrelldavis.h"
#include "stats/longrunvariance.h"
#include "stats/moments.h"
#include "stats/orderstatistic.h"
#include "stats/quantileinterval.h"
#include "stats/sparsehistogram.h"
#include "tests/core/stats/vectors.h"
#include "tests/support/noise.h"
#include "tests/support/testmain.h"

using namespace plumb;
using namespace plumb::stats;
using test::numbers;
using test::vectorFile;

namespace {

Distribution ofCounts(const std::vector<double>& edges, const std::vector<double>& counts)
{
    std::vector<Distribution::Cell> cells;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        cells.push_back({edges[i], edges[i + 1], counts[i]});
    }
    return Distribution(cells);
}

struct MadeRun
{
    Distribution total;
    std::vector<Distribution> windows;
};

/// @p windows of @p each log-normal values, whose level moves from window to window as AR(1).
MadeRun madeRun(std::uint64_t seed, std::size_t windows, int each, double sigma, double phi)
{
    test::Noise noise(seed);
    MadeRun run;
    for (const double level : noise.series(windows, sigma, phi)) {
        HdrHistogram histogram;
        for (int i = 0; i < each; ++i) {
            histogram.record(std::llround(20'000.0 * std::exp(level + 0.5 * noise.normal())));
        }
        run.windows.emplace_back(histogram.buckets(), 0.001);
        run.total.add(run.windows.back());
    }
    return run;
}

std::vector<QuantileInterval> intervalsOf(const MadeRun& run, std::vector<double> probabilities)
{
    WindowedQuantiles quantiles(run.total, std::move(probabilities));
    for (const auto& window : run.windows) {
        quantiles.addWindow(window);
    }
    return quantiles.intervals();
}

} // namespace

class TestQuantileInterval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfWoodruff()
    {
        const auto json = vectorFile("compare/woodruff_hac_reference.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        const auto edges = numbers(json->at("edges"));
        Distribution total;
        std::vector<Distribution> windows;
        for (const auto& counts : json->at("counts")) {
            windows.push_back(ofCounts(edges, numbers(counts)));
            total.add(windows.back());
        }
        std::vector<double> probabilities;
        for (const auto& result : json->at("results")) {
            probabilities.push_back(result.at("p"));
        }
        WindowedQuantiles quantiles(total, probabilities);
        for (const auto& window : windows) {
            quantiles.addWindow(window);
        }
        const auto intervals = quantiles.intervals();
        for (std::size_t i = 0; i < probabilities.size(); ++i) {
            const auto& result = json->at("results").at(i);
            const auto& ewc = result.at("ewc");
            const auto where = "p " + std::to_string(probabilities[i]);
            CLOSE(intervals[i].estimate.value, result.at("q"), 1e-12, where);
            const auto residuals = quantiles.residuals(i);
            const auto expected = numbers(result.at("z"));
            for (std::size_t w = 0; w < expected.size(); ++w) {
                CLOSE(residuals[w], expected[w], 1e-9, where);
            }
            CLOSE(intervals[i].residual_r1, result.at("r1"), 1e-9, where);
            CLOSE(intervals[i].estimate.lower, ewc.at("q_lo"), 1e-10, where);
            CLOSE(intervals[i].estimate.upper, ewc.at("q_hi"), 1e-10, where);
            CLOSE(intervals[i].n_eff, ewc.at("n_eff"), 1e-10, where);
            const auto longRun = cosineVariance(residuals);
            CLOSE(longRun.variance, ewc.at("omega"), 1e-10, where);
            CLOSE(longRun.df, ewc.at("nu"), 0.0, where);
            // The cross-check with Bartlett's weights.
            const auto& fixed = result.at("llsw_fixed_b");
            const int lags = bartlettLags(residuals.size());
            CLOSE(lags + 1.0, fixed.at("S"), 0.0, where);
            const double critical
                = fixedBandwidthQuantile((lags + 1.0) / static_cast<double>(residuals.size()));
            CLOSE(critical, fixed.at("cv95"), 1e-12, where);
            const double error = fixed.at("se_F");
            const auto check = invertedInterval(total, probabilities[i], error, critical);
            CLOSE(check.estimate.lower, fixed.at("q_lo"), 1e-10, where);
            CLOSE(check.estimate.upper, fixed.at("q_hi"), 1e-10, where);
        }
    }

    void vectorsOfDependentValues()
    {
        const auto json = vectorFile("compare/autocorrelation_blocks.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const auto& set : json->at("nist")) {
            std::vector<double> data;
            const std::string name = set.at("name");
            if (set.at("data").is_array()) {
                data = numbers(set.at("data"));
            } else {
                const double mean = set.at("mean");
                data.push_back(mean);
                for (int i = 0; i < 500; ++i) {
                    data.push_back(mean - 0.1);
                    data.push_back(mean + 0.1);
                }
            }
            CLOSE(meanOf(data), set.at("mean"), 1e-14, name);
            CLOSE(deviationOf(data), set.at("sd"), 1e-7, name);
            CLOSE(autocorrelation(data, 1), set.at("r1"), 1e-7, name);
        }
        const auto x = numbers(json->at("block_length").at("small_reference_run").at("x"));
        const auto& hac = json->at("hac_reference_run");
        CLOSE(autocorrelation(x, 1), hac.at("lag1"), 1e-10, "lag 1");
        for (const auto& [lags, variance] : hac.at("nw_lrv").items()) {
            CLOSE(bartlettVariance(x, std::stoi(lags)), variance, 1e-10, lags);
        }
        const auto& ewc = json->at("ewc_reference_run");
        const auto longRun = cosineVariance(x);
        CLOSE(longRun.df, ewc.at("nu"), 0.0, "nu");
        CLOSE(longRun.variance, ewc.at("omega"), 1e-10, "omega");
        const auto mean = meanInterval(x);
        CLOSE(mean.value, ewc.at("mean"), 1e-12, "mean");
        const double half = double(ewc.at("t975")) * double(ewc.at("se_mean"));
        CLOSE(mean.upper - mean.value, half, 1e-9, "half width");
    }

    void vectorsOfOrderStatistics()
    {
        const auto json = vectorFile("compare/quantile_order_ci.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const auto& c : json->at("cases")) {
            const auto orders = shortestOrders(c.at("n"), c.at("q"), c.at("conf"));
            const auto where = c.dump();
            QVERIFY2(orders.lower == c.at("lo_order") && orders.upper == c.at("hi_order"), where.c_str());
            CLOSE(orders.coverage, c.at("actual"), 1e-9, where);
        }
        for (const auto& c : json->at("equal_tailed_reference_run").at("rows")) {
            const auto orders = equalTailedOrders(c.at("n"), c.at("q"), 0.95);
            const auto where = c.dump();
            QVERIFY2(orders.lower == c.at("lo_order") && orders.upper == c.at("hi_order"), where.c_str());
            CLOSE(orders.coverage, c.at("coverage"), 1e-9, where);
        }
        const auto& median = json->at("benchmath_median").at(0);
        const auto orders = shortestOrders(6, 0.5, median.at("conf"));
        QCOMPARE(orders.lower, std::int64_t{1});
        QCOMPARE(orders.upper, std::int64_t{6});
        CLOSE(orders.coverage, median.at("actual"), 1e-12, "median of 6");
    }

    void vectorsOfHarrellAndDavis()
    {
        const auto json = vectorFile("compare/harrell_davis_maritz_jarrett.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const char* name : {"case1", "case2", "hmisc"}) {
            const auto& c = json->at(name);
            const auto x = numbers(c.at("x")), p = numbers(c.at("p")), expected = numbers(c.at("hd"));
            for (std::size_t i = 0; i < p.size(); ++i) {
                CLOSE(harrellDavis(x, p[i]), expected[i], 1e-9, name);
                CLOSE(harrellDavis(Distribution::ofValues(x), p[i], static_cast<double>(x.size())),
                    expected[i], 1e-9, name);
            }
        }
        const auto& scipy = json->at("scipy");
        const auto x = numbers(scipy.at("x"));
        for (const auto& [p, value] : scipy.at("hd").items()) {
            CLOSE(harrellDavis(x, std::stod(p)), value, 1e-8, p);
        }
        // Of the jackknife there are two: scipy's as here; Hmisc keeps the weights of all values when one is
        // out.
        for (std::size_t i = 0; i < 3; ++i) {
            const double p = 0.25 * static_cast<double>(i + 1);
            CLOSE(harrellDavisError(x, p), scipy.at("hd_se_jackknife").at(i), 2e-6, "jackknife");
        }
        const auto& mj = scipy.at("maritz_jarrett_reference_run");
        for (std::size_t i = 0; i < mj.at("p").size(); ++i) {
            CLOSE(maritzJarrett(x, mj.at("p").at(i)), mj.at("se").at(i), 1e-9, "Maritz-Jarrett");
        }
    }

    /// On a process with correlated seconds the interval holds about as often as it says, and the number of
    /// effective values tells that the textbook would not.
    void holdsOnDependentSeconds_data()
    {
        QTest::addColumn<double>("phi");
        QTest::addColumn<double>("p");
        QTest::newRow("independent, p50") << 0.0 << 0.5;
        QTest::newRow("independent, p95") << 0.0 << 0.95;
        QTest::newRow("correlated, p50") << 0.6 << 0.5;
        QTest::newRow("correlated, p95") << 0.6 << 0.95;
    }
    void holdsOnDependentSeconds()
    {
        QFETCH(double, phi);
        QFETCH(double, p);
        // Of the whole process: log-normal with both variances.
        const double z = p == 0.5 ? 0.0 : 1.6448536269514722;
        const double truth = 20.0 * std::exp(z * std::sqrt(0.25 + 0.01));
        const int runs = 100;
        int held = 0, effective = 0;
        for (int run = 0; run < runs; ++run) {
            const auto made = madeRun(1000 + static_cast<std::uint64_t>(run), 60, 100, 0.1, phi);
            const auto interval = intervalsOf(made, {p}).front();
            held += interval.estimate.lower <= truth && truth <= interval.estimate.upper ? 1 : 0;
            effective += interval.n_eff < 0.7 * made.total.total() ? 1 : 0;
        }
        // It should hold 93 of 100; less than 86 is three standard errors away.
        QVERIFY2(held >= 86, std::to_string(held).c_str());
        QVERIFY2(phi == 0.0 || effective > runs / 2, std::to_string(effective).c_str());
    }

    void withoutWindowsNEffIsAssumed()
    {
        const auto made = madeRun(5, 20, 500, 0.0, 0.0);
        const auto interval = WindowedQuantiles(made.total, {0.5, 0.95}).intervals(25.0);
        QVERIFY(interval[0].approximate);
        CLOSE(interval[0].n_eff, 400.0, 1e-9, "n_eff");
        CLOSE(interval[0].design_effect, 25.0, 1e-9, "design effect");
        QVERIFY(interval[0].estimate.lower < interval[0].estimate.value);
        QVERIFY(interval[1].estimate.upper > interval[1].estimate.value);
        QVERIFY(WindowedQuantiles(Distribution(), {0.5}).intervals().empty());
    }

    void farTailsAreRefused()
    {
        const auto made = madeRun(6, 60, 15, 0.0, 0.0); // 900 values
        const auto intervals = intervalsOf(made, {0.5, 0.95, 0.99, 0.999});
        QVERIFY(!intervals[0].refused());
        QVERIFY(!intervals[1].refused());
        QVERIFY(intervals[2].refused());
        QVERIFY(intervals[3].refused());
        QVERIFY(std::isinf(intervals[3].estimate.upper)); // beyond the largest value nobody knows
    }

    void equalValuesHaveNoWidth()
    {
        MadeRun run;
        for (int w = 0; w < 60; ++w) {
            HdrHistogram histogram;
            histogram.record(42'000, 50);
            run.windows.emplace_back(histogram.buckets(), 0.001);
            run.total.add(run.windows.back());
        }
        const auto intervals = intervalsOf(run, {0.5, 0.99});
        for (const auto& interval : intervals) {
            QVERIFY(interval.estimate.lower >= 41.9 && interval.estimate.upper <= 42.1);
            CLOSE(interval.n_eff, 3000.0, 1e-9, "n_eff");
        }
    }

    void emptyWindowsCount()
    {
        auto made = madeRun(9, 60, 100, 0.0, 0.0);
        for (std::size_t w = 0; w < made.windows.size(); w += 3) {
            made.windows[w] = {};
        }
        const auto interval = intervalsOf(made, {0.5}).front();
        QVERIFY(!interval.approximate);
        QVERIFY(std::isfinite(interval.estimate.lower) && std::isfinite(interval.estimate.upper));
    }

    void quantilesInterpolateByOneRule()
    {
        const Distribution d({{0.0, 10.0, 4.0}, {10.0, 20.0, 0.0}, {20.0, 30.0, 4.0}});
        CLOSE(d.quantile(0.25), 5.0, 1e-12, "within a cell");
        CLOSE(d.quantile(0.5), 10.0, 1e-12, "at its end");
        CLOSE(d.quantile(0.75), 25.0, 1e-12, "in the next");
        CLOSE(d.quantile(-1.0), 0.0, 1e-12, "below");
        CLOSE(d.quantile(2.0), 30.0, 1e-12, "above");
        CLOSE(d.countBelow(5.0), 2.0, 1e-12, "below 5");
        CLOSE(d.countBelow(15.0), 4.0, 1e-12, "in the gap");
        CLOSE(d.countBelow(-3.0), 0.0, 1e-12, "before all");
        CLOSE(d.countBelow(99.0), 8.0, 1e-12, "after all");
        CLOSE(d.mean(), 15.0, 1e-12, "mean");
        CLOSE(d.variance(), 100.0, 1e-12, "variance");
        auto sum = Distribution({{0.0, 10.0, 1.0}});
        sum.add(Distribution({{0.0, 10.0, 2.0}, {20.0, 30.0, 1.0}}));
        QCOMPARE(sum.cells().size(), std::size_t{2});
        CLOSE(sum.total(), 4.0, 1e-12, "sum");
    }

    void bucketsAreReadWithoutTheCounts()
    {
        test::Noise noise(3);
        for (int i = 0; i < 20; ++i) {
            HdrHistogram histogram(i % 2 == 0 ? HdrHistogram::Config{} : HdrHistogram::Config{1, 100'000, 2});
            for (int k = 0; k < 50 * i; ++k) {
                histogram.record(std::llround(2000.0 * std::exp(noise.normal())));
            }
            const auto text = histogram.encode();
            const auto direct = decodeBuckets(text);
            QVERIFY(direct);
            const auto whole = histogram.buckets();
            QCOMPARE(direct->size(), whole.size());
            for (std::size_t b = 0; b < whole.size(); ++b) {
                QVERIFY((*direct)[b].lowest == whole[b].lowest && (*direct)[b].highest == whole[b].highest
                    && (*direct)[b].count == whole[b].count);
            }
            QVERIFY(!decodeBuckets(text.substr(0, text.size() / 2)));
        }
        QCOMPARE(decodeBuckets("!").error().text(), HdrHistogram::decode("!").error().text());
    }
};

PLUMB_TEST_MAIN(TestQuantileInterval)
#include "tst_quantileinterval.moc"
