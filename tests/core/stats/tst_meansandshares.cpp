// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/longrunvariance.h"
#include "stats/probability.h"
#include "stats/proportions.h"
#include "stats/ratiointerval.h"
#include "stats/studenttests.h"
#include "stats/variancelevels.h"
#include "tests/core/stats/vectors.h"
#include "tests/support/noise.h"
#include "tests/support/testmain.h"

#include <limits>

using namespace plumb;
using namespace plumb::stats;
using test::numbers;
using test::vectorFile;

namespace {

void flatten(const Json& json, std::vector<double>& out)
{
    if (json.is_number()) {
        out.push_back(json);
        return;
    }
    for (const auto& part : json) {
        flatten(part, out);
    }
}

/// As printed with so many decimals.
bool printedAs(double value, double printed, int decimals)
{
    return std::abs(value - printed) <= 0.5000001 * std::pow(10.0, -decimals);
}

} // namespace

class TestMeansAndShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfMeans()
    {
        const auto json = vectorFile("compare/t_tests_and_mde.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const auto& c : json->at("two_sample")) {
            auto x = numbers(c.at("x"));
            const auto y = numbers(c.at("y"));
            const std::string kind = c.at("kind");
            StudentTest result;
            if (kind == "paired") {
                for (std::size_t i = 0; i < y.size(); ++i) {
                    x[i] -= y[i];
                }
                result = oneSampleTest(x, 0.0);
            } else {
                result = kind == "welch" ? welchTest(x, y) : pooledTest(x, y);
            }
            const auto where = c.dump();
            CLOSE(result.t, c.at("t"), 1e-9, where);
            for (const auto& [name, value] : {std::pair("df", result.df), std::pair("p_less", result.p_less),
                     std::pair("p_two", result.p_two), std::pair("p_greater", result.p_greater)}) {
                if (c.contains(name)) {
                    CLOSE(value, c.at(name), 1e-9, where + name);
                }
            }
            if (c.contains("ci95")) {
                CLOSE(result.difference.lower, c.at("ci95").at(0), 1e-9, where);
                CLOSE(result.difference.upper, c.at("ci95").at(1), 1e-9, where);
            }
        }
        for (const auto& c : json->at("one_sample")) {
            const auto result = oneSampleTest(numbers(c.at("x")), c.at("mu"));
            CLOSE(result.t, c.at("t"), 1e-12, "one sample");
            CLOSE(result.p_two, c.at("p_two"), 1e-9, "one sample");
        }
        for (const auto& c : json->at("mean_ci")) {
            const auto result = oneSampleTest(numbers(c.at("x")), 0.0);
            CLOSE(result.difference.lower, c.at("ci95").at(0), 1e-9, "mean");
            CLOSE(result.difference.upper, c.at("ci95").at(1), 1e-9, "mean");
        }
        const auto& power = json->at("power_t");
        const auto& first = power.at("cases").at(0);
        CLOSE(powerOfStudentTest(first.at("n"), 1.0), first.at("power"), 1e-8, "power");
        for (const auto& c : power.at("cases")) {
            CLOSE(powerOfStudentTest(c.at("n"), 1.0, 0.05, c.contains("alternative")), c.at("power"), 1e-7,
                c.dump());
        }
        for (const auto& [n, row] : power.at("mde_over_sd").items()) {
            const double rounds = std::stod(n);
            // R searches to four digits or so.
            CLOSE(detectableDifference(rounds), row.at("80%"), 1e-4, n);
            CLOSE(detectableDifference(rounds, {0.05, 0.9}), row.at("90%"), 1e-4, n);
            // The short formula is near enough from five rounds on.
            CLOSE(minimumDetectableEffect(1.0, rounds, 1.0, rounds), row.at("80%"), rounds < 5 ? 0.02 : 0.003,
                n);
        }
    }

    void vectorsOfShares()
    {
        const auto json = vectorFile("compare/proportions.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const auto& c : json->at("wilson")) {
            const auto interval = wilsonInterval(c.at("x"), c.at("n"));
            CLOSE(interval.lower, c.at("exact").at(0), 1e-9, c.dump());
            CLOSE(interval.upper, c.at("exact").at(1), 1e-9, c.dump());
        }
        for (const auto& c : json->at("newcombe_diff")) {
            const auto difference = proportionDifference(
                wilsonInterval(c.at("x1"), c.at("n1")), wilsonInterval(c.at("x2"), c.at("n2")));
            CLOSE(difference.lower, c.at("exact").at(0), 1e-9, c.dump());
            CLOSE(difference.upper, c.at("exact").at(1), 1e-9, c.dump());
        }
        const auto& exact = json->at("clopper_pearson");
        const auto interval = clopperPearson(exact.at("x"), exact.at("n"));
        CLOSE(interval.lower, exact.at("ci95").at(0), 1e-10, "exact");
        CLOSE(interval.upper, exact.at("ci95").at(1), 1e-10, "exact");
    }

    void vectorsOfLevels()
    {
        const auto json = vectorFile("steady/kalibera_levels.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const char* name : {"worked_3_level", "worked_2_level", "optimal"}) {
            const auto& c = json->at(name);
            std::vector<double> values;
            flatten(c.at("data"), values);
            const auto levels = varianceLevels(values, c.at("reps_high_to_low").get<std::vector<int>>());
            const auto own = numbers(c.at("T2"));
            QCOMPARE(levels.own.size(), own.size());
            for (std::size_t i = 0; i < own.size(); ++i) {
                QVERIFY2(printedAs(levels.own[i], own[i], c.contains("decimals") ? 1 : 4), name);
                QVERIFY2(!c.contains("S2") || printedAs(levels.sampled[i], c.at("S2").at(i), 1), name);
            }
            if (c.contains("grand")) {
                QVERIFY2(printedAs(levels.mean, c.at("grand"), 1), name);
            }
            if (c.contains("r")) {
                auto costs = numbers(c.at("costs_high_to_low"));
                std::reverse(costs.begin(), costs.end());
                auto wanted = numbers(c.at("r"));
                std::reverse(wanted.begin(), wanted.end());
                const auto repetitions = optimalRepetitions(levels, costs);
                auto sorted = repetitions;
                std::sort(sorted.begin(), sorted.end());
                std::sort(wanted.begin(), wanted.end());
                for (std::size_t i = 0; i < wanted.size(); ++i) {
                    CLOSE(sorted[i], wanted[i], 1e-4, name);
                }
            }
        }
    }

    void levelsRefuseWhatDoesNotFit()
    {
        QVERIFY(varianceLevels(std::vector{1.0, 2.0, 3.0}, std::vector{2, 2}).own.empty());
        QVERIFY(varianceLevels(std::vector{1.0, 2.0}, std::vector{1, 2}).own.empty());
        const auto calm = varianceLevels(std::vector{1.0, 1.0, 1.0, 1.0}, std::vector{2, 2});
        QVERIFY(std::isinf(optimalRepetitions(calm, std::vector{1.0, 5.0}).front()));
        QCOMPARE(betweenRounds(std::vector{5.0, 5.0, 5.0}, std::vector{1.0, 1.0, 1.0}), 0.0);
        CLOSE(betweenRounds(std::vector{4.0, 5.0, 6.0}, std::vector{0.5, 0.5, 0.5}), 0.75, 1e-12, "T²");
    }

    void distributionsAgreeWithTheirTables()
    {
        CLOSE(normalQuantile(0.975), 1.959963984540054, 1e-12, "normal");
        CLOSE(normalCdf(1.0), 0.841344746068543, 1e-12, "normal");
        CLOSE(studentQuantile(0.975, 4.0), 2.7764451051978, 1e-10, "t");
        CLOSE(studentCdf(2.7764451051978, 4.0), 0.975, 1e-10, "t");
        QCOMPARE(binomialQuantile(0.025, 10, 0.5), std::int64_t{2});
        QCOMPARE(binomialQuantile(0.5, 10, 0.0), std::int64_t{0});
        QCOMPARE(binomialQuantile(0.5, 10, 1.0), std::int64_t{10});
        QCOMPARE(binomialCdf(-1, 5, 0.5), 0.0);
        QCOMPARE(binomialPmf(9, 5, 0.5), 0.0);
        CLOSE(betaCdf(0.5, 2.0, 2.0), 0.5, 1e-12, "beta");
        QCOMPARE(betaCdf(-1.0, 2.0, 2.0), 0.0);
        QCOMPARE(betaCdf(2.0, 2.0, 2.0), 1.0);
    }

    void differencesOfLogarithmsAreRatios()
    {
        const Estimated base{100.0, 90.0, 110.0}, candidate{120.0, 115.0, 130.0};
        const auto ratio = percentOfLog(moverDifference(logOf(candidate), logOf(base)));
        CLOSE(ratio.value, 20.0, 1e-12, "ratio");
        QVERIFY(ratio.lower > 0.0 && ratio.lower < 15.0);
        QVERIFY(ratio.upper > 30.0 && ratio.upper < 50.0);
        // Spread between runs widens both sides.
        const auto wider = percentOfLog(moverDifference(logOf(candidate), logOf(base), 0.1, 0.1));
        QVERIFY(wider.lower < ratio.lower && wider.upper > ratio.upper);
        const auto open
            = moverDifference({1.0, 0.5, std::numeric_limits<double>::infinity()}, {0.0, -0.1, 0.1});
        QVERIFY(std::isinf(open.upper) && std::isfinite(open.lower));
    }

    void testsOfEqualValues()
    {
        const std::vector<double> same(4, 3.0), other(4, 4.0);
        QCOMPARE(welchTest(same, same).p_two, 1.0);
        QCOMPARE(welchTest(other, same).p_two, 0.0);
        QCOMPARE(welchTest(other, same).difference, (Estimated{1.0, 1.0, 1.0}));
    }

    void roundsThatAreNeeded()
    {
        QCOMPARE(roundsNeeded(0.0, 0.05), 2);
        const int many = roundsNeeded(0.03, std::log(1.05));
        QVERIFY(minimumDetectableEffect(0.03, many, 0.03, many) <= std::log(1.05));
        QVERIFY(minimumDetectableEffect(0.03, many - 1, 0.03, many - 1) > std::log(1.05));
        QCOMPARE(roundsNeeded(10.0, 1e-6), 10'000);
    }

    void errorsThatComeTogetherCountForFewer()
    {
        std::vector<double> trials(60, 100.0), spread(60, 2.0), burst(60, 0.0);
        test::Noise noise(2);
        for (double& errors : spread) {
            errors = std::floor(4.0 * noise.uniform());
        }
        for (std::size_t i = 20; i < 25; ++i) {
            burst[i] = 24.0;
        }
        const auto even = windowedShare(spread, trials), together = windowedShare(burst, trials);
        QVERIFY(even.n_eff > 2000.0 && even.n_eff <= 6000.0);
        QVERIFY(together.n_eff < 600.0);
        QVERIFY(together.estimate.upper > even.estimate.upper);
        CLOSE(together.estimate.value, 0.02, 1e-12, "rate");
        // Without errors all that is known is how many went well.
        const auto none = windowedShare(std::vector<double>(60, 0.0), trials);
        QCOMPARE(none.estimate.value, 0.0);
        QVERIFY(none.estimate.upper > 0.0004 && none.estimate.upper < 0.001);
        QCOMPARE(windowedShare({}, {}).estimate, (Estimated{0.0, 0.0, 1.0}));
    }

    void meanOfFewValuesHasNoInterval()
    {
        QVERIFY(std::isinf(meanInterval(std::vector{1.0, 2.0}).upper));
        const auto interval = meanInterval(test::Noise(4).series(100, 1.0));
        QVERIFY(interval.lower < 0.0 && interval.upper > 0.0 && interval.upper - interval.lower < 1.0);
    }
};

PLUMB_TEST_MAIN(TestMeansAndShares)
#include "tst_meansandshares.moc"
