// SPDX-License-Identifier: GPL-3.0-or-later
// Theil-Sen and Mann-Kendall.
#include "base/json.h"
#include "stats/mannkendall.h"
#include "stats/robust.h"
#include "stats/theilsen.h"
#include "tests/support/noise.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace plumb;

namespace {

bool near(double value, double expected, double tolerance = 1e-9)
{
    return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

std::optional<Json> vectors()
{
    const auto file = test::sharedFile("samples/statistics/trend/mann_kendall_theil_sen.json");
    return file.empty() ? std::nullopt : std::optional<Json>(*readJsonFile(file));
}

/// S by its definition.
std::int64_t slowS(const std::vector<double>& values)
{
    std::int64_t s = 0;
    for (std::size_t j = 1; j < values.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
            s += values[j] > values[i] ? 1 : values[j] < values[i] ? -1 : 0;
        }
    }
    return s;
}

} // namespace

class TestSlopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsWithGapsAndTies()
    {
        const auto document = vectors();
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        const auto& one = document->at("arbitrary");
        std::vector<double> times, values;
        for (std::size_t i = 0; i < one.at("x").size(); ++i) {
            if (!one.at("x")[i].is_null()) {
                times.push_back(static_cast<double>(i));
                values.push_back(one.at("x")[i].get<double>());
            }
        }
        const auto plain = stats::mannKendall(values);
        const auto& expected = one.at("original");
        QCOMPARE(plain.s, expected.at("s").get<std::int64_t>());
        QVERIFY(near(plain.variance, expected.at("var_s").get<double>()));
        QVERIFY(near(plain.z, expected.at("z").get<double>()));
        QVERIFY(near(plain.p, expected.at("p").get<double>()));
        QVERIFY(near(plain.tau, expected.at("tau").get<double>()));
        const auto line = stats::theilSen(times, values);
        QVERIFY(near(line.slope, one.at("slope").get<double>()));
        const auto wide = stats::mannKendallHamedRao(values, 3);
        const auto& lag3 = one.at("hamed_rao_lag3");
        QVERIFY(near(wide.variance, lag3.at("var_s").get<double>(), 1e-3));
        QVERIFY(near(wide.p, lag3.at("p").get<double>(), 1e-3));
    }

    void vectorsOfSmallSeries()
    {
        const auto document = vectors();
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        const auto& small = document->at("small");
        const auto values = small.at("x").get<std::vector<double>>();
        const auto trend = stats::mannKendall(values);
        QCOMPARE(trend.s, small.at("s").get<std::int64_t>());
        QVERIFY(near(trend.variance, small.at("var_s").get<double>()));
        QVERIFY(near(trend.pNormal, small.at("p").get<double>()));
        QVERIFY(trend.p < trend.pNormal && trend.p > 0.0); // exact
        const auto line = stats::theilSen(values);
        QVERIFY(near(line.slope, small.at("sen").at("slope").get<double>()));
        QVERIFY(near(line.intercept, small.at("sen").at("intercept_conover_or_median").get<double>()));
        QVERIFY(near(line.low, small.at("sen").at("lo").get<double>()));
        QVERIFY(near(line.high, small.at("sen").at("hi").get<double>()));

        const auto& sen = document->at("scipy_theil_tests").at("sen1968");
        const auto old = stats::theilSen(sen.at("x").get<std::vector<double>>(),
            sen.at("y").get<std::vector<double>>(), 1.0 - sen.at("alpha").get<double>());
        QCOMPARE(old.slope, 4.0);
        QCOMPARE(old.intercept, 4.0);
        QVERIFY(near(old.low, 3.71, 0.002));
        QVERIFY(near(old.high, 4.38, 0.002));

        const auto& kendall = document->at("kendall");
        const auto x = kendall.at("x").get<std::vector<double>>();
        const auto y = kendall.at("y").get<std::vector<double>>();
        std::vector<std::size_t> order(x.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&x](std::size_t a, std::size_t b) { return x[a] < x[b]; });
        std::vector<double> sorted;
        for (const std::size_t i : order) {
            sorted.push_back(y[i]);
        }
        const auto tau = stats::mannKendall(sorted);
        QVERIFY(near(tau.tau, kendall.at("tau").get<double>()));
        QVERIFY(near(tau.p / 2.0, kendall.at("p_greater").get<double>(), 1e-8));
    }

    void vectorsOfTheNile()
    {
        const auto document = vectors();
        const auto file = test::sharedFile("samples/statistics/changepoint/nile.json");
        if (!document || file.empty()) {
            QSKIP("the shared samples are not here");
        }
        const auto values = readJsonFile(file)->at("values").get<std::vector<double>>();
        const auto& whole = document->at("nile");
        const auto trend = stats::mannKendall(values);
        QCOMPARE(trend.s, whole.at("s").get<std::int64_t>());
        QVERIFY(near(trend.p, whole.at("p").get<double>()));
        const auto line = stats::theilSen(values);
        QVERIFY(near(line.slope, -2.6));
        QVERIFY(near(line.intercept, 1022.2));
        QVERIFY(near(line.low, whole.at("sen").at("lo").get<double>()));
        QVERIFY(near(line.high, whole.at("sen").at("hi").get<double>()));
        const std::vector<double> after(values.begin() + 28, values.end());
        QVERIFY(near(stats::mannKendall(after).p, document->at("nile_after_28").at("p").get<double>()));
        QVERIFY(near(stats::theilSen(after).slope, document->at("nile_after_28").at("slope").get<double>()));
    }

    void exactDistributions()
    {
        // 1/n! of all orders rises throughout: 2/5! two-sided.
        QVERIFY(near(stats::mannKendall(std::vector{1.0, 2.0, 3.0, 4.0, 5.0}).p, 2.0 / 120.0));
        QVERIFY(near(stats::mannKendall(std::vector{4.0, 3.0, 2.0, 1.0}).p, 2.0 / 24.0));
        // Against counting all orders, ties included.
        for (std::vector<double> values : {std::vector{1.0, 2.0, 2.0, 3.0, 5.0, 4.0, 4.0},
                 std::vector{1.0, 1.0, 1.0, 2.0, 2.0, 3.0}, std::vector{6.0, 2.0, 3.0, 1.0, 5.0, 4.0, 7.0}}) {
            const auto given = stats::mannKendall(values);
            std::sort(values.begin(), values.end());
            double all = 0.0, extreme = 0.0;
            do {
                all += 1.0;
                extreme += std::abs(slowS(values)) >= std::abs(given.s) ? 1.0 : 0.0;
            } while (std::next_permutation(values.begin(), values.end()));
            QVERIFY(near(given.p, extreme / all));
        }
    }

    void nothingToTell()
    {
        for (const std::vector<double>& values :
            {std::vector<double>{}, std::vector<double>{1.0}, std::vector<double>(50, 3.0)}) {
            const auto trend = stats::mannKendall(values);
            QCOMPARE(trend.s, 0);
            QCOMPARE(trend.z, 0.0);
            QCOMPARE(trend.p, 1.0);
            QCOMPARE(stats::theilSen(values).slope, 0.0);
            QCOMPARE(stats::theilSenSlope(values), 0.0);
            QCOMPARE(stats::mannKendallHamedRao(values).p, 1.0);
        }
        QVERIFY(std::isinf(stats::theilSen(std::vector{1.0}).low));
        QVERIFY(std::isnan(stats::theilSen({}).intercept));
    }

    void equalTimesHaveNoSlope()
    {
        const auto same = stats::theilSen(std::vector{5.0, 5.0, 5.0}, std::vector{1.0, 2.0, 3.0});
        QCOMPARE(same.pairs, 0U);
        QCOMPARE(same.slope, 0.0);
        QVERIFY(std::isinf(same.high));
        const auto some = stats::theilSen(std::vector{2.0, 1.0, 2.0, 1.0}, std::vector{5.0, 1.0, 7.0, 3.0});
        QCOMPARE(some.pairs, 4U);
        QCOMPARE(some.slope, 4.0); // of 2, 4, 4, 6
    }

    void countingSlopesAgreesWithListingThem()
    {
        // Longer than what is listed, with equal times and equal values among them.
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            test::Noise noise(seed);
            std::vector<double> times, values, slopes;
            for (int i = 0; i < 1700; ++i) {
                times.push_back(std::floor(noise.uniform() * 900.0));
                values.push_back(
                    seed == 3 ? std::floor(noise.uniform() * 8.0) : noise.normal() + times.back() * 0.01);
            }
            for (std::size_t j = 1; j < times.size(); ++j) {
                for (std::size_t i = 0; i < j; ++i) {
                    if (times[i] != times[j]) {
                        slopes.push_back((values[j] - values[i]) / (times[j] - times[i]));
                    }
                }
            }
            const auto line = stats::theilSen(times, values);
            QCOMPARE(line.pairs, slopes.size());
            QVERIFY(std::abs(line.slope - stats::median(slopes)) < 1e-9);
            QVERIFY(line.low <= line.slope && line.slope <= line.high);
        }
    }

    void manyPoints()
    {
        test::Noise noise(5);
        auto values = noise.series(100'000, 1.0);
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] += 0.001 * static_cast<double>(i);
        }
        const auto line = stats::theilSen(values);
        QCOMPARE(stats::theilSenSlope(values), line.slope);
        QVERIFY(near(line.slope, 0.001, 1e-6));
        QVERIFY(line.low < line.slope && line.slope < line.high);
        QVERIFY(stats::mannKendall(values).p < 1e-9);
        const auto flat = stats::theilSen(std::vector<double>(100'000, 1.0));
        QCOMPARE(flat.slope, 0.0);
    }

    void sCountsPairs()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            test::Noise noise(seed);
            std::vector<double> values;
            for (int i = 0; i < 83; ++i) {
                values.push_back(std::floor(noise.uniform() * 20.0));
            }
            QCOMPARE(stats::kendallS(values), slowS(values));
        }
    }

    /// Correlated values without a trend are called one far less often than by the plain test.
    void dependenceIsAllowedFor()
    {
        int plain = 0, corrected = 0;
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            const auto values = test::Noise(seed).series(100, 1.0, 0.5);
            plain += stats::mannKendall(values).p < 0.05 ? 1 : 0;
            corrected += stats::mannKendallHamedRao(values).p < 0.05 ? 1 : 0;
        }
        QVERIFY2(plain > 36, qPrintable(QString::number(plain)));
        QVERIFY2(corrected < 24, qPrintable(QString::number(corrected)));
    }
};

PLUMB_TEST_MAIN(TestSlopes)
#include "tst_slopes.moc"
