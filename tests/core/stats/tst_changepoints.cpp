// SPDX-License-Identifier: GPL-3.0-or-later
// Otava's change points, and those behind the gates.
#include "base/json.h"
#include "stats/edivisive.h"
#include "stats/gatedchanges.h"
#include "stats/numpysum.h"
#include "tests/core/stats/historycases.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <numeric>

using namespace plumb;
using Indexes = std::vector<std::size_t>;

namespace {

Indexes indexesOf(const std::vector<stats::ChangePoint>& points)
{
    Indexes indexes;
    for (const auto& point : points) {
        indexes.push_back(point.index);
    }
    return indexes;
}

Indexes otava(const std::vector<double>& values, const stats::EDivisiveOptions& options = {})
{
    return indexesOf(*stats::edivisive(values, options));
}

/// Confirmed ones.
Indexes gated(const std::vector<double>& values, bool provisional = false)
{
    Indexes indexes;
    const auto result = stats::gatedChanges(values);
    for (const auto& change : result->changes) {
        if (change.provisional == provisional) {
            indexes.push_back(change.index);
        }
    }
    return indexes;
}

/// @p count values of 100 with 2 % of noise from @p seed.
std::vector<double> level(std::size_t count, std::uint64_t seed = 4)
{
    auto values = test::Noise(seed).series(count, 0.02);
    for (double& value : values) {
        value = 100.0 * std::exp(value);
    }
    return values;
}

void scale(std::vector<double>& values, std::size_t from, std::size_t past, double factor)
{
    for (std::size_t i = from; i < past; ++i) {
        values[i] *= factor;
    }
}

bool near(double value, double expected, double tolerance = 1e-9)
{
    return std::abs(value - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

std::optional<Json> vectors(const char* name)
{
    const auto file = test::sharedFile(std::string("samples/statistics/changepoint/") + name);
    return file.empty() ? std::nullopt : std::optional<Json>(*readJsonFile(file));
}

} // namespace

class TestChangePoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfTigerBeetle()
    {
        const auto document = vectors("otava_tests.json");
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        const auto& beetle = document->at("tigerbeetle");
        const auto values = beetle.at("series").get<std::vector<double>>();
        QCOMPARE(beetle.at("cases").size(), 10U);
        for (const auto& one : beetle.at("cases")) {
            stats::EDivisiveOptions options;
            options.window = one.at("window_len").get<std::size_t>();
            options.maxP = one.at("max_pvalue").get<double>();
            options.minMagnitude = one.at("min_magnitude").get<double>();
            const auto points = *stats::edivisive(values, options);
            QVERIFY2(indexesOf(points) == one.at("expected").get<Indexes>(),
                one.at("name").get<std::string>().c_str());
            for (std::size_t i = 0; i < points.size(); ++i) {
                const auto& detail = one.at("detail_reference_run").at(i);
                QVERIFY(near(points[i].qhat, detail.at("qhat").get<double>()));
                QVERIFY(near(points[i].meanBefore, detail.at("mean_before").get<double>()));
                QVERIFY(near(points[i].meanAfter, detail.at("mean_after").get<double>()));
                QVERIFY(near(points[i].sigmaBefore, detail.at("std_before_pop").get<double>()));
                QVERIFY(near(points[i].sigmaAfter, detail.at("std_after_pop").get<double>()));
                const double p = detail.at("pvalue").get<double>();
                QVERIFY2(std::abs(points[i].p - p) <= 1e-6 * p, one.at("name").get<std::string>().c_str());
            }
        }
    }

    void vectorsOfOtavasTests()
    {
        const auto document = vectors("otava_tests.json");
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        const auto& single = document->at("single_series");
        QCOMPARE(
            otava(single.at("series").get<std::vector<double>>(),
                {single.at("window_len").get<std::size_t>(), single.at("max_pvalue").get<double>(), 0.0}),
            single.at("expected").get<Indexes>());

        const auto& sequence = document->at("sequence");
        const auto values = sequence.at("series").get<std::vector<double>>();
        QCOMPARE(indexesOf(stats::edivisiveSplit(values, sequence.at("max_pvalue").get<double>())),
            sequence.at("expected").get<Indexes>());
        const auto matrix = stats::edivisiveQ(values);
        const auto& expected = sequence.at("Q_matrix");
        QCOMPARE(matrix.size(), expected.size());
        for (std::size_t i = 0; i < matrix.size(); ++i) {
            for (std::size_t j = 0; j < matrix.size(); ++j) {
                QVERIFY(near(matrix[i][j], expected[i][j].get<double>(), 1e-12));
            }
        }

        const auto& defaults = document->at("defaults");
        const auto series = [&defaults](const char* name) {
            return defaults.at(name).at("series").get<std::vector<double>>();
        };
        for (const char* name : {"series1", "series2", "csv_metric1", "csv_metric2"}) {
            QCOMPARE(otava(series(name)), defaults.at(name).at("expected").get<Indexes>());
        }
        const stats::EDivisiveOptions large{50, 0.001, 0.2};
        QCOMPARE(otava(series("series1"), large), (Indexes{6}));
        QVERIFY(otava(series("series2"), large).empty());
        const auto zeros = otava(series("zeros"));
        QCOMPARE(zeros.size(), 2U);
        QCOMPARE(zeros.front(), 3U);
        const auto change = stats::edivisive(series("csv_metric2"))->front().change();
        QCOMPARE(std::lround(change * 1000.0), -129L);
        for (const auto& test : document->at("ttest_cases")) {
            const double p = stats::levelsP(
                test.at("left").get<std::vector<double>>(), test.at("right").get<std::vector<double>>());
            QVERIFY(p >= test.at("pvalue_range")[0] && p <= test.at("pvalue_range")[1]);
        }
    }

    void vectorsOfOtherCollections()
    {
        const auto tcpd = vectors("tcpd_subset.json");
        const auto nile = vectors("nile.json");
        if (!tcpd || !nile) {
            QSKIP("the shared samples are not here");
        }
        QCOMPARE(otava(nile->at("values").get<std::vector<double>>()), (Indexes{28}));
        int compared = 0;
        for (const auto& one : tcpd->at("series")) {
            if (!one.contains("otava_reference_run")) {
                continue;
            }
            const auto values = one.at("values").get<std::vector<double>>();
            const auto& runs = one.at("otava_reference_run");
            const std::map<std::string, stats::EDivisiveOptions> options{
                {"w50_p0.001_m0.0", {50, 0.001, 0.0}}, {"w50_p0.01_m0.0", {50, 0.01, 0.0}},
                {"w30_p0.01_m0.05", {30, 0.01, 0.05}}};
            for (const auto& [name, option] : options) {
                QVERIFY2(otava(values, option) == runs.at(name).get<Indexes>(),
                    (one.at("name").get<std::string>() + " " + name).c_str());
                ++compared;
            }
        }
        QVERIFY(compared >= 30);
    }

    void levelsWithoutNoiseAreNoTrouble()
    {
        QVERIFY(otava({}).empty());
        QVERIFY(otava({5.0}).empty());
        QVERIFY(otava({5.0, 9.0}).empty());
        QVERIFY(otava(std::vector<double>(200, 0.1)).empty());
        std::vector<double> steps(30, 0.1);
        std::fill(steps.begin() + 15, steps.end(), 0.3);
        QCOMPARE(otava(steps), (Indexes{15}));
        QCOMPARE(gated(steps), (Indexes{15}));
        // Back and forth between two constants.
        std::vector<double> dip(30, 5.0);
        dip[10] = dip[11] = 9.0;
        QVERIFY(stats::edivisive(dip).has_value());
    }

    void optionsHaveRanges()
    {
        const std::vector<double> values(10, 1.0);
        QVERIFY(!stats::edivisive(values, {1, 0.01, 0.0}));
        QVERIFY(!stats::edivisive(values, {5000, 0.01, 0.0}));
        QVERIFY(!stats::edivisive(values, {50, 0.0, 0.0}));
        QVERIFY(!stats::edivisive(values, {50, 1.5, 0.0}));
        QVERIFY(!stats::edivisive(values, {50, std::nan(""), 0.0}));
        QVERIFY(!stats::edivisive(values, {50, 0.01, -1.0}));
        QVERIFY(!stats::gatedChanges(values, {{1, 0.01, 0.0}, 0.05, 0.0, 2.5, 3}));
        QVERIFY(stats::edivisive(values, {2, 1.0, 0.0}));
    }

    void sumsAreNumpys()
    {
        QCOMPARE(stats::numpySum({}), 0.0);
        std::vector<double> values(1000, 0.1);
        QVERIFY(near(stats::numpySum(values), 100.0, 1e-14));
        // 0.1 three times is not exact: 0.30000000000000004 / 3 is.
        const std::vector<double> three(3, 0.1);
        QVERIFY(stats::numpyDeviation(three) < 1e-16);
        std::iota(values.begin(), values.end(), 0.0);
        QCOMPARE(stats::numpyMean(values), 499.5);
    }

    void aStepIsFoundWithItsSize()
    {
        auto values = level(60);
        scale(values, 40, 60, 1.2);
        const auto result = *stats::gatedChanges(values);
        QCOMPARE(result.changes.size(), 1U);
        const auto& change = result.changes.front();
        QCOMPARE(change.index, 40U);
        QVERIFY(!change.provisional);
        QVERIFY(std::abs(*change.change - 0.2) < 0.02);
        QVERIFY(*change.changeLow < 0.2 && *change.changeHigh > 0.2);
        QVERIFY(*change.changeHigh - *change.changeLow < 0.06);
        QVERIFY(change.p < 1e-6);
        QVERIFY(change.earliest <= 40U && change.latest >= 40U && change.latest - change.earliest <= 4U);
    }

    void aRecoveredDipIsKept()
    {
        auto values = level(60);
        scale(values, 25, 32, 1.25);
        const auto found = gated(values);
        QCOMPARE(found, (Indexes{25, 32}));
    }

    void whatIsSmallOrShortIsNoChange()
    {
        auto values = level(60);
        scale(values, 30, 60, 1.04); // under 5 %
        QVERIFY(gated(values).empty());
        values = level(60);
        values[30] *= 1.5; // a spike
        QVERIFY(gated(values).empty());
        QCOMPARE(stats::gatedChanges(values)->outliers, (Indexes{30}));
        values = level(60);
        scale(values, 30, 32, 1.3); // two runs are not yet a level
        QVERIFY(gated(values).empty());
        auto noisy = test::Noise(8).series(60, 0.15);
        for (std::size_t i = 0; i < noisy.size(); ++i) {
            noisy[i] = 100.0 * std::exp(noisy[i]) * (i < 30 ? 1.0 : 1.08);
        }
        QVERIFY(gated(noisy).empty()); // 8 % within noise of 15 %
    }

    void theNewestPointsAreProvisional()
    {
        for (const std::size_t newest : {1U, 2U}) {
            auto values = level(40);
            scale(values, 40 - newest, 40, 1.25);
            QVERIFY(gated(values).empty());
            QCOMPARE(gated(values, true), (Indexes{40 - newest}));
            const auto change = stats::gatedChanges(values)->changes.front();
            QVERIFY(std::abs(*change.change - 0.25) < 0.08);
            QVERIFY(*change.changeLow < 0.25 && *change.changeHigh > 0.25);
            // One run more: it is confirmed or gone.
            if (newest == 2) {
                values.push_back(125.0);
                QCOMPARE(gated(values), (Indexes{38}));
                values.back() = 100.0;
                QVERIFY(gated(values, true).empty());
            }
        }
        // Where spikes like this one were seen before, it is one more.
        auto spiky = level(40);
        spiky[12] *= 1.3;
        spiky[39] *= 1.25;
        QVERIFY(gated(spiky, true).empty());
        // Downwards it is news.
        spiky[39] = 75.0;
        QCOMPARE(gated(spiky, true), (Indexes{39}));
    }

    void absoluteSmallnessCounts()
    {
        // An error rate of 0 that becomes 1 in 10,000: nothing to speak of, though infinitely more.
        std::vector<double> values(40, 0.0);
        std::fill(values.begin() + 20, values.end(), 0.0001);
        stats::GateOptions options;
        options.absolute = 0.001;
        QVERIFY(stats::gatedChanges(values, options)->changes.empty());
        std::fill(values.begin() + 20, values.end(), 0.05);
        const auto result = *stats::gatedChanges(values, options);
        QCOMPARE(result.changes.size(), 1U);
        QCOMPARE(result.changes.front().index, 20U);
        QVERIFY(!result.changes.front().change); // no fraction of nothing
        QCOMPARE(result.changes.front().after, 0.05);
    }

    void negativeAndTinyValues()
    {
        std::vector<double> values = test::Noise(3).series(60, 1.0);
        for (std::size_t i = 30; i < 60; ++i) {
            values[i] -= 20.0;
        }
        QCOMPARE(gated(values), (Indexes{30}));
        auto tiny = level(60);
        scale(tiny, 30, 60, 1.2);
        scale(tiny, 0, 60, 1e-12);
        QCOMPARE(gated(tiny), (Indexes{30}));
        scale(tiny, 0, 60, 1e200);
        QCOMPARE(gated(tiny), (Indexes{30}));
    }

    void predictionIntervals()
    {
        QVERIFY(!stats::predictNext(std::vector{1.0, 2.0, 3.0, 4.0}));
        // Of 1..5 and -1..-5 plainly: 3 -+ 2.776 * 1.5811 * sqrt(1.2).
        const auto plain = *stats::predictNext(std::vector{-1.0, -2.0, -3.0, -4.0, -5.0});
        QVERIFY(near(plain.low, -3.0 - 4.8087, 1e-3));
        QVERIFY(near(plain.high, -3.0 + 4.8087, 1e-3));
        const auto logs = *stats::predictNext(std::vector(10, 7.0));
        QVERIFY(near(logs.low, 7.0) && near(logs.high, 7.0));
    }

    void theSameInputGivesTheSameAnswer()
    {
        for (std::uint64_t which = 0; which < 60; ++which) {
            const auto made = test::historyCase(which);
            const auto once = *stats::edivisive(made.values, made.options);
            const auto again = *stats::edivisive(made.values, made.options);
            QCOMPARE(indexesOf(once), indexesOf(again));
            for (const auto& point : once) {
                QVERIFY(point.index > 0 && point.index < made.values.size());
                QVERIFY(point.p < made.options.maxP);
            }
            const auto& weak = *stats::edivisiveWeak(made.values, made.options);
            QVERIFY(weak.size() >= once.size());
        }
    }

    void manyPoints()
    {
        auto values = level(100'000);
        scale(values, 60'000, 100'000, 1.1);
        const auto found = gated(values);
        // In so many runs chance makes one or two of its own.
        QVERIFY2(found.size() <= 5, qPrintable(QString::number(found.size())));
        QVERIFY(std::any_of(found.begin(), found.end(),
            [](std::size_t index) { return index >= 59'998 && index <= 60'002; }));
    }

    void errorRatesStayLow()
    {
        int accused = 0, found = 0;
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            auto values = level(100, seed);
            test::Noise spikes(seed + 1000);
            for (double& value : values) {
                value *= spikes.uniform() < 0.03 ? 1.5 : 1.0;
            }
            accused += stats::gatedChanges(values)->changes.empty() ? 0 : 1;
            auto stepped = level(53, seed);
            scale(stepped, 50, 53, 1.1);
            const auto changes = gated(stepped);
            found += !changes.empty() && changes.back() >= 48 ? 1 : 0;
        }
        QVERIFY2(accused <= 6, qPrintable(QString::number(accused)));
        QVERIFY2(found >= 180, qPrintable(QString::number(found)));
    }
};

PLUMB_TEST_MAIN(TestChangePoints)
#include "tst_changepoints.moc"
