// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/distance.h"
#include "stats/ranktests.h"
#include "stats/shiftfunction.h"
#include "tests/core/stats/vectors.h"
#include "tests/support/noise.h"
#include "tests/support/testmain.h"

using namespace plumb;
using namespace plumb::stats;
using test::numbers;
using test::vectorFile;

namespace {

Distribution weighted(const Json& c, const char* values, const char* weights)
{
    auto x = numbers(c.at(values));
    if (!c.contains(weights)) {
        return Distribution::ofValues(x);
    }
    const auto w = numbers(c.at(weights));
    std::vector<Distribution::Cell> cells;
    for (std::size_t i = 0; i < x.size(); ++i) {
        cells.push_back({x[i], x[i], w[i]});
    }
    std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.lower < b.lower; });
    return Distribution(cells);
}

/// 6,000 values in 60 windows; each value is passed through @p change.
template <class Change>
std::vector<QuantileInterval> changed(Change change)
{
    test::Noise noise(8);
    Distribution total;
    std::vector<Distribution> windows;
    for (int w = 0; w < 60; ++w) {
        HdrHistogram histogram;
        for (int i = 0; i < 100; ++i) {
            histogram.record(std::llround(change(20'000.0 * std::exp(0.3 * noise.normal()))));
        }
        windows.emplace_back(histogram.buckets(), 0.001);
        total.add(windows.back());
    }
    WindowedQuantiles quantiles(total, shiftProbabilities());
    for (const auto& window : windows) {
        quantiles.addWindow(window);
    }
    return quantiles.intervals();
}

} // namespace

class TestDistance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfDistances()
    {
        const auto json = vectorFile("compare/distances_effect_sizes.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const auto& c : json->at("wasserstein")) {
            const auto distances = distancesOf(weighted(c, "u", "u_weights"), weighted(c, "v", "v_weights"));
            CLOSE(distances.wasserstein, c.at("d"), 1e-9, c.dump());
        }
        for (const auto& c : json->at("energy")) {
            const auto distances = distancesOf(weighted(c, "u", "u_weights"), weighted(c, "v", "v_weights"));
            CLOSE(distances.energy, c.at("d"), 1e-9, c.dump());
        }
        const auto& ks = json->at("ks_reference_run");
        const auto& effect = json->at("effect_reference_run");
        const auto x = numbers(effect.at("x")), y = numbers(effect.at("y"));
        const auto a = Distribution::ofValues(x), b = Distribution::ofValues(y);
        const auto distances = distancesOf(a, b);
        CLOSE(distances.ks, ks.at("D"), 1e-12, "KS");
        CLOSE(distances.wasserstein, effect.at("wasserstein"), 1e-12, "Wasserstein");
        CLOSE(distances.energy, effect.at("energy"), 1e-12, "energy");
        CLOSE(superiority(b, a), effect.at("A12_P_y_gt_x"), 1e-12, "A12 of cells");
        CLOSE(superiority(y, x), effect.at("A12_P_y_gt_x"), 1e-12, "A12 of values");
        CLOSE(pairwiseShift(y, x).value, effect.at("HL_shift_y_minus_x"), 1e-12, "shift");
    }

    void equalDistributionsHaveNoDistance()
    {
        const Distribution d({{1.0, 2.0, 5.0}, {2.0, 4.0, 7.0}, {9.0, 9.0, 3.0}});
        const auto distances = distancesOf(d, d);
        QCOMPARE(distances.ks, 0.0);
        QCOMPARE(distances.wasserstein, 0.0);
        QCOMPARE(distances.wasserstein_log, 0.0);
        QCOMPARE(distances.energy, 0.0);
        CLOSE(superiority(d, d), 0.5, 1e-12, "A12");
        QVERIFY(std::abs(hodgesLehmannShift(d, d)) < 1.0);
    }

    void aShiftIsItsOwnDistance()
    {
        const Distribution a({{1.0, 2.0, 4.0}, {2.0, 3.0, 4.0}});
        const Distribution b({{11.0, 12.0, 40.0}, {12.0, 13.0, 40.0}});
        CLOSE(distancesOf(a, b).wasserstein, 10.0, 1e-12, "Wasserstein");
        CLOSE(distancesOf(a, b).ks, 1.0, 1e-12, "KS");
        CLOSE(superiority(b, a), 1.0, 1e-12, "A12");
        CLOSE(hodgesLehmannShift(a, b), 10.0, 1e-3, "shift");
        // All values times 1.1: in logarithms that is one number.
        std::vector<Distribution::Cell> cells, scaled;
        for (int i = 0; i < 500; ++i) {
            const double lower = std::exp(0.01 * i), upper = std::exp(0.01 * (i + 1));
            cells.push_back({lower, upper, 1.0 + i % 7});
            scaled.push_back({1.1 * lower, 1.1 * upper, 1.0 + i % 7});
        }
        CLOSE(distancesOf(Distribution(cells), Distribution(scaled)).wasserstein_log, std::log(1.1), 1e-3,
            "in logarithms");
    }

    void ecdfRises()
    {
        const auto points = ecdf(Distribution({{1.0, 2.0, 1.0}, {5.0, 5.0, 1.0}}));
        QCOMPARE(points.size(), std::size_t{3});
        CLOSE(points[0].at, 0.0, 0.0, "start");
        CLOSE(points[1].at, 0.5, 1e-12, "half");
        CLOSE(points[2].below, 0.5, 1e-12, "before the jump");
        CLOSE(points[2].at, 1.0, 1e-12, "after it");
    }

    void shapes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("shape");
        QTest::newRow("nothing") << 0 << QStringLiteral("none");
        QTest::newRow("all by a fifth") << 1 << QStringLiteral("uniform");
        QTest::newRow("the slowest") << 2 << QStringLiteral("tail-only");
        QTest::newRow("the fast ones") << 3 << QStringLiteral("body-only");
        QTest::newRow("both ways") << 4 << QStringLiteral("crossing");
        QTest::newRow("more and more") << 5 << QStringLiteral("growing");
    }
    void shapes()
    {
        QFETCH(int, kind);
        QFETCH(QString, shape);
        const auto base = changed([](double us) { return us; });
        const auto candidate = changed([kind](double us) {
            switch (kind) {
            case 1:
                return 1.2 * us;
            case 2:
                return us > 30'000.0 ? 1.4 * us : us;
            case 3:
                return us < 28'000.0 ? 0.8 * us : us;
            case 4:
                return us < 20'000.0 ? 0.8 * us : 1.2 * us;
            case 5:
                return us * (1.1 + 0.01 * us / 1000.0);
            default:
                return us;
            }
        });
        const auto shifts = shiftFunction(base, candidate);
        const auto name = toString(shapeOf(shifts, std::log(1.05)));
        QCOMPARE(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), shape);
        const auto& tail = shifts.back();
        QVERIFY(!tail.trusted); // p99.9 of 6,000
        for (const auto& shift : shifts) {
            QVERIFY(shift.difference.lower <= shift.difference.value);
            QVERIFY(shift.difference.upper >= shift.difference.value);
        }
    }

    void tooFewValuesHaveNoShape()
    {
        const auto few = WindowedQuantiles(Distribution::ofValues({1.0, 2.0, 3.0}), shiftProbabilities());
        const auto name = toString(shapeOf(shiftFunction(few.intervals(), few.intervals()), 0.05));
        QCOMPARE(std::string(name), std::string("unknown"));
    }
};

PLUMB_TEST_MAIN(TestDistance)
#include "tst_distance.moc"
