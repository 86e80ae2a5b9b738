// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/distribution.h"
#include "stats/ranktests.h"
#include "tests/core/stats/vectors.h"
#include "tests/support/noise.h"
#include "tests/support/testmain.h"

using namespace plumb;
using namespace plumb::stats;
using test::numbers;
using test::vectorFile;

namespace {

std::vector<double> steps(int count, double from, double by)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        values.push_back(from + i * by);
    }
    return values;
}

/// The groups of mann_whitney.json that are described in words.
std::vector<double> group(const Json& json)
{
    if (json.is_array()) {
        return numbers(json);
    }
    const std::string text = json;
    auto second = steps(600, -41.0, 2.0);
    if (text.starts_with("l2")) {
        return second;
    }
    const auto first = steps(500, 0.0, 2.0);
    if (text.starts_with("l3")) {
        std::copy_n(first.begin(), 30, second.begin());
        return second;
    }
    return first;
}

/// Where the probability of a cut is exactly the one allowed, theirs does not make it.
double confidenceOf(const Json& in)
{
    return 1.0 - double(in.at("misrate")) * (1.0 - 1e-9);
}

std::vector<double> sortedDifferences(const std::vector<double>& x, const std::vector<double>& y)
{
    std::vector<double> differences;
    for (const double a : x) {
        for (const double b : y) {
            differences.push_back(a - b);
        }
    }
    std::sort(differences.begin(), differences.end());
    return differences;
}

} // namespace

class TestRankTests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfTwoGroups()
    {
        const auto json = vectorFile("compare/mann_whitney.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const auto& c : json->at("two_sample")) {
            const std::string method = c.at("method");
            if (method.starts_with("asymptotic no continuity")) {
                continue; // another definition
            }
            const auto x = group(c.at("x")), y = group(c.at("y"));
            const bool asymptotic = method.starts_with("asymptotic");
            const auto where = c.dump().substr(0, 200);
            const auto result = asymptotic ? mannWhitneyNormal(x, y) : mannWhitney(x, y);
            CLOSE(result.statistic, c.at("U"), 1e-12, where);
            if (c.contains("p_two")) {
                const double expected = c.at("p_two") == 0 ? 0.0952380952380952 : double(c.at("p_two"));
                // R uses the normal distribution with ties; the exact answer lies a little beside it.
                const bool inexact = !asymptotic && result.exact && method.find("exact") == std::string::npos;
                CLOSE(inexact ? mannWhitneyNormal(x, y).p_two : result.p_two, expected, 1e-6, where);
            }
            for (const auto& [name, value] :
                {std::pair("p_less", result.p_less), std::pair("p_greater", result.p_greater)}) {
                if (c.contains(name)) {
                    CLOSE(value, c.at(name), 1e-6, where);
                }
            }
            for (const char* name : {"HL_shift", "HL_shift_exact"}) {
                if (c.contains(name)) {
                    CLOSE(pairwiseShift(x, y).value, c.at(name), 1e-9, where);
                }
            }
            for (const auto& [name, confidence] : {std::pair("CI95", 0.95), std::pair("CI90", 0.90)}) {
                if (c.contains(name)) {
                    const auto shift = pairwiseShift(x, y, confidence);
                    CLOSE(shift.lower, c.at(name).at(0), 1e-9, where);
                    CLOSE(shift.upper, c.at(name).at(1), 1e-9, where);
                }
            }
        }
        for (const auto& [n, p] : json->at("min_p_equal_n").items()) {
            const auto low = steps(std::stoi(n), 0.0, 1.0), high = steps(std::stoi(n), 100.0, 1.0);
            CLOSE(mannWhitney(low, high).p_two, p, 1e-9, n);
        }
        for (const auto& c : json->at("benchmath_compare")) {
            CLOSE(mannWhitney(numbers(c.at("x")), numbers(c.at("y"))).p_two, c.at("p"), 1e-9, c.dump());
        }
    }

    void vectorsOfBenchstat()
    {
        const auto json = vectorFile("compare/benchstat.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const auto& row : json->at("rows")) {
            const auto result = mannWhitney(numbers(row.at("old")), numbers(row.at("new")));
            CLOSE(result.statistic, row.at("U_old"), 1e-12, row.at("name"));
            CLOSE(result.p_two, row.at("p_exact_with_ties"), 1e-9, row.at("name"));
        }
    }

    void vectorsOfPairs()
    {
        const auto json = vectorFile("compare/mann_whitney.json");
        if (!json) {
            QSKIP("the test vectors are not there");
        }
        for (const auto& c : json->at("signed_rank")) {
            auto differences = numbers(c.at("x"));
            const auto y = numbers(c.at("y"));
            for (std::size_t i = 0; i < y.size(); ++i) {
                differences[i] -= y[i];
            }
            const auto result = signedRanks(differences);
            CLOSE(result.statistic, c.at("V"), 1e-12, "V");
            CLOSE(result.p_greater, c.at("p_greater"), 1e-9, "greater");
            CLOSE(result.p_two, c.at("p_two"), 1e-9, "two-sided");
            const auto shift = pairedShift(differences);
            CLOSE(shift.value, c.at("pseudomedian"), 1e-9, "pseudomedian");
            CLOSE(shift.lower, c.at("CI95").at(0), 1e-9, "lower");
            CLOSE(shift.upper, c.at("CI95").at(1), 1e-9, "upper");
        }
    }

    void vectorsOfPragmastat()
    {
        const auto bounds = vectorFile("compare/pragmastat_bounds.json");
        const auto margins = vectorFile("compare/pragmastat_margins.json");
        const auto estimators = vectorFile("compare/pragmastat_estimators.json");
        if (!bounds || !margins || !estimators) {
            QSKIP("the test vectors are not there");
        }
        int seen = 0;
        for (const auto& [name, c] : margins->at("suites").at("pairwise-margin").items()) {
            const auto& in = c.at("input");
            const std::size_t n = in.at("n"), m = in.at("m");
            if (n * m > 2500 || in.at("misrate") < 1e-6) {
                continue; // theirs is an expansion there, or the probability no double tells from none
            }
            // Theirs cuts one more than the probability allows; R's wilcox.test, above, agrees with us.
            const auto cut = pairwiseCut(n, m, confidenceOf(in));
            QVERIFY2((cut ? 2 * (*cut + 1) : 0) == c.at("output"), name.c_str());
            ++seen;
        }
        for (const auto& [name, c] : margins->at("suites").at("signed-rank-margin").items()) {
            const auto& in = c.at("input");
            const std::size_t n = in.at("n");
            if (n > 63) {
                continue;
            }
            const auto cut = signedRankCut(n, confidenceOf(in));
            QVERIFY2((cut ? 2 * (*cut + 1) : 0) == c.at("output"), name.c_str());
            ++seen;
        }
        for (const auto& [name, c] : bounds->at("suites").at("shift-bounds").items()) {
            const auto& in = c.at("input");
            if (c.contains("expected_error") || in.at("x").size() * in.at("y").size() > 2500) {
                continue;
            }
            const auto x = numbers(in.at("x")), y = numbers(in.at("y"));
            const auto cut = pairwiseCut(x.size(), y.size(), confidenceOf(in));
            auto differences = sortedDifferences(x, y);
            const auto skip = static_cast<std::size_t>(cut ? *cut + 1 : 0);
            CLOSE(differences[skip], c.at("output").at("lower"), 1e-9, name);
            CLOSE(differences[differences.size() - 1 - skip], c.at("output").at("upper"), 1e-9, name);
            const auto shift = pairwiseShift(x, y, confidenceOf(in));
            QVERIFY2(shift.lower <= differences[skip], name.c_str());
            ++seen;
        }
        for (const auto& [name, c] : estimators->at("suites").at("shift").items()) {
            const auto& in = c.at("input");
            if (c.contains("expected_error")) {
                QVERIFY(std::isnan(pairwiseShift(numbers(in.at("x")), numbers(in.at("y"))).value));
                continue;
            }
            CLOSE(pairwiseShift(numbers(in.at("x")), numbers(in.at("y"))).value, c.at("output"), 1e-9, name);
            ++seen;
        }
        for (const auto& [name, c] : estimators->at("suites").at("center").items()) {
            if (!c.contains("expected_error")) {
                CLOSE(pairedShift(numbers(c.at("input").at("x"))).value, c.at("output"), 1e-9, name);
                ++seen;
            }
        }
        QVERIFY2(seen > 300, std::to_string(seen).c_str());
    }

    /// The table of stats.md, section 1.5: how many differences are cut off.
    void cuts_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("cut"); // -1: no interval
        QTest::newRow("3 and 3") << 3 << 3 << -1;
        QTest::newRow("4 and 4") << 4 << 4 << 0;
        QTest::newRow("5 and 5") << 5 << 5 << 2;
        QTest::newRow("6 and 6") << 6 << 6 << 5;
        QTest::newRow("7 and 7") << 7 << 7 << 8;
        QTest::newRow("10 and 10") << 10 << 10 << 23;
        QTest::newRow("3 and 5") << 3 << 5 << 0;
        QTest::newRow("5 and 10") << 5 << 10 << 8;
    }
    void cuts()
    {
        QFETCH(int, n);
        QFETCH(int, m);
        QFETCH(int, cut);
        const auto found = pairwiseCut(static_cast<std::size_t>(n), static_cast<std::size_t>(m));
        QCOMPARE(static_cast<int>(found.value_or(-1)), cut);
        QCOMPARE(pairwiseCut(static_cast<std::size_t>(m), static_cast<std::size_t>(n)), found);
    }

    void fewRoundsHaveNoInterval()
    {
        const auto shift = pairwiseShift(std::vector{1.0, 2.0, 3.0}, std::vector{4.0, 5.0, 6.0});
        QCOMPARE(shift.value, -3.0);
        QVERIFY(std::isinf(shift.lower) && std::isinf(shift.upper));
        QVERIFY(std::isinf(pairedShift(std::vector{1.0, 2.0, 3.0, 4.0, 5.0}).lower));
        QVERIFY(std::isfinite(pairedShift(std::vector{1.0, 2.0, 3.0, 4.0, 5.0, 6.0}).lower));
    }

    void groupsMayBeExchanged()
    {
        test::Noise noise(11);
        for (int round = 0; round < 30; ++round) {
            std::vector<double> x, y;
            for (int i = 0; i < 3 + round % 7; ++i) {
                x.push_back(std::round(4.0 * noise.normal())); // with ties
            }
            for (int i = 0; i < 2 + round % 5; ++i) {
                y.push_back(std::round(4.0 * noise.normal()));
            }
            const auto there = mannWhitney(x, y), back = mannWhitney(y, x);
            CLOSE(there.statistic + back.statistic, static_cast<double>(x.size() * y.size()), 1e-12, "U");
            CLOSE(there.p_less, back.p_greater, 1e-9, "tails");
            CLOSE(there.p_two, back.p_two, 1e-9, "two-sided");
            CLOSE(superiority(x, y) + superiority(y, x), 1.0, 1e-12, "superiority");
        }
    }

    void equalValuesSayNothing()
    {
        const std::vector<double> same(6, 5.0);
        QCOMPARE(mannWhitney(same, same).p_two, 1.0);
        QCOMPARE(signedRanks(std::vector<double>(6, 0.0)).p_two, 1.0);
        QCOMPARE(pairwiseShift(same, same), (Estimated{0.0, 0.0, 0.0}));
        const std::vector<double> many(60, 5.0);
        QCOMPARE(mannWhitney(many, many).p_two, 1.0);
        QCOMPARE(superiority(same, same), 0.5);
    }

    /// The exact distribution goes over into the normal one without a step.
    void largeGroupsAgreeWithExactOnes()
    {
        test::Noise noise(21);
        std::vector<double> x, y;
        for (int i = 0; i < 50; ++i) {
            x.push_back(noise.normal());
            y.push_back(noise.normal() + 0.3);
        }
        const auto exact = mannWhitney(x, y), normal = mannWhitneyNormal(x, y);
        QVERIFY(exact.exact && !normal.exact);
        QVERIFY(std::abs(exact.p_two - normal.p_two) < 0.01);
        x.push_back(0.0);
        QVERIFY(!mannWhitney(x, y).exact);
        const auto shift = pairwiseShift(x, y);
        QVERIFY(shift.lower < shift.value && shift.value < shift.upper);
    }
};

PLUMB_TEST_MAIN(TestRankTests)
#include "tst_ranktests.moc"
