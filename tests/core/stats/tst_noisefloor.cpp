// SPDX-License-Identifier: GPL-3.0-or-later
// Noise floors, outliers of a report, scores of change points.
#include "base/json.h"
#include "stats/gesd.h"
#include "stats/noisefloor.h"
#include "stats/segmentscore.h"
#include "tests/support/noise.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace plumb;

namespace {

std::optional<Json> vectors(const char* name)
{
    const auto file = test::sharedFile(std::string("samples/statistics/changepoint/") + name);
    return file.empty() ? std::nullopt : std::optional<Json>(*readJsonFile(file));
}

bool near(double value, double expected, double tolerance = 1e-9)
{
    return std::abs(value - expected) <= tolerance;
}

QString word(stats::FloorReason reason)
{
    return QString::fromStdString(std::string(stats::toString(reason)));
}

} // namespace

class TestNoiseFloor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadOfRuns()
    {
        QVERIFY(!stats::runSpread(std::vector{100.0, 101.0}));
        QVERIFY(!stats::runSpread(std::vector{100.0, 0.0, 101.0}));
        QVERIFY(!stats::runSpread(std::vector{100.0, std::numeric_limits<double>::infinity(), 101.0}));
        QCOMPARE(stats::runSpread(std::vector{5.0, 5.0, 5.0}).value_or(1.0), 0.0);
        const double e = std::exp(0.1);
        QVERIFY(near(*stats::runSpread(std::vector{100.0 / e, 100.0, 100.0 * e}), 0.1));
    }

    void spreadOfAHistoryIsOfItsLastLevel()
    {
        auto values = test::Noise(6).series(60, 0.03);
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = 100.0 * std::exp(values[i]) * (i < 30 ? 1.0 : 2.0);
        }
        values[40] *= 1.6; // an outlier
        QVERIFY(*stats::runSpread(values) > 0.3);
        const double spread = *stats::historySpread(values);
        QVERIFY2(spread > 0.02 && spread < 0.04, qPrintable(QString::number(spread)));
        QVERIFY(!stats::historySpread(std::vector{1.0}));
    }

    void theLargestReasonWins()
    {
        auto floor = stats::noiseFloor({0.005, 100.0, 0.1, 1.0, 0.05});
        QCOMPARE(word(floor.reason), QStringLiteral("usual"));
        QCOMPARE(floor.fraction, 0.05);
        floor = stats::noiseFloor({0.04, 100.0, 0.1, 1.0, 0.05});
        QCOMPARE(word(floor.reason), QStringLiteral("spread"));
        QVERIFY(near(floor.fraction, std::expm1(2.0 * std::sqrt(2.0) * 0.04)));
        floor = stats::noiseFloor({0.01, 4.0, 0.1, 1.0, 0.05});
        QCOMPARE(word(floor.reason), QStringLiteral("absolute"));
        QCOMPARE(floor.fraction, 0.25);
        floor = stats::noiseFloor({std::nullopt, 4.0, 1.0, 0.0, 0.05});
        QCOMPARE(word(floor.reason), QStringLiteral("resolution"));
        QCOMPARE(floor.fraction, 0.5);
        QCOMPARE(stats::noiseFloor({std::nullopt, 0.0, 1.0, 1.0, 0.05}).fraction, 0.05);
    }

    void whatRoundsCanSee()
    {
        QVERIFY(!stats::detectableChange(0.03, 1));
        QCOMPARE(stats::detectableChange(0.0, 5).value_or(1.0), 0.0);
        // 2.02 standard deviations with 5 rounds.
        QVERIFY(near(*stats::detectableChange(0.03, 5), std::expm1(2.02 * 0.03), 0.001));
        QVERIFY(*stats::detectableChange(0.03, 3) > *stats::detectableChange(0.03, 10));
    }

    void vectorsOfOutliers()
    {
        const auto document = vectors("gesd_outliers.json");
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        const auto& rosner = document->at("rosner");
        const auto found = stats::gesd(rosner.at("data").get<std::vector<double>>());
        QCOMPARE(found.outliers.size(), rosner.at("expected_outliers").get<std::size_t>());
        QCOMPARE(found.candidates, rosner.at("indexes").get<std::vector<std::size_t>>());
        for (std::size_t i = 0; i < found.statistic.size(); ++i) {
            const auto& run = rosner.at("reference_run");
            QVERIFY(near(found.statistic[i], std::abs(run.at("R").at(i).get<double>())));
            QVERIFY(near(found.critical[i], run.at("lam").at(i).get<double>(), 1e-6));
        }
        const auto& real = document->at("real_series");
        const auto series = stats::gesd(real.at("data").get<std::vector<double>>());
        QCOMPARE(series.outliers.size(), real.at("expected_outliers").get<std::size_t>());
        QCOMPARE(series.candidates, real.at("indexes").get<std::vector<std::size_t>>());
    }

    void outliersOfOwnCases()
    {
        std::vector<double> almostFlat(279, -1.0);
        almostFlat[203] = -2.0;
        QCOMPARE(stats::gesd(almostFlat).outliers, std::vector<std::size_t>{203});
        QVERIFY(stats::gesd(std::vector<double>(50, 3.0)).outliers.empty());
        QVERIFY(stats::gesd({}).outliers.empty());
        QVERIFY(stats::gesd(std::vector{1.0, 900.0}).outliers.empty());
        auto values = test::Noise(2).series(60, 1.0);
        values[7] = 30.0;
        values[30] = -25.0;
        QCOMPARE(stats::gesd(values).outliers, (std::vector<std::size_t>{7, 30}));
    }

    void vectorsOfScores()
    {
        const auto document = vectors("tcpd_metrics.json");
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        using stats::ChangeIndexes;
        for (const auto& one : document->at("true_positives")) {
            QCOMPARE(stats::truePositives(one.at("T").get<ChangeIndexes>(), one.at("X").get<ChangeIndexes>(),
                         one.at("margin").get<std::size_t>()),
                one.at("tp").get<ChangeIndexes>());
        }
        for (const auto& one : document->at("f_measure")) {
            const double score = stats::changeF1(
                one.at("ann").get<std::vector<ChangeIndexes>>(), one.at("pred").get<ChangeIndexes>());
            QVERIFY(near(score, one.at("f1").get<double>()));
        }
        for (const auto& one : document->at("covering")) {
            const double score = stats::changeCovering(one.at("ann").get<std::vector<ChangeIndexes>>(),
                one.at("pred").get<ChangeIndexes>(), one.at("n").get<std::size_t>());
            QVERIFY(near(score, one.at("c").get<double>()));
        }
    }

    void scoresOfOwnCases()
    {
        const std::vector<stats::ChangeIndexes> marks{{50}, {52}};
        QCOMPARE(stats::changeF1(marks, {51}), 1.0);
        QVERIFY(stats::changeF1(marks, {}) < 0.8);
        QCOMPARE(stats::changeCovering(std::vector<stats::ChangeIndexes>{{50}}, {50}, 100), 1.0);
        QVERIFY(stats::changeCovering(marks, {20}, 100) < 0.8);
        QCOMPARE(stats::changeCovering({}, {}, 0), 0.0);
    }
};

PLUMB_TEST_MAIN(TestNoiseFloor)
#include "tst_noisefloor.moc"
