// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/trend.h"
#include "tests/support/noise.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace plumb;
using judge::TrendDirection;
using judge::TrendInput;

namespace {

/// A history of @p count runs at 100 with 2 % of noise.
TrendInput history(std::size_t count, std::uint64_t seed = 9, double sigma = 0.02)
{
    TrendInput input;
    input.operation = "checkout";
    input.environment = "stage";
    input.metric = "latency_ms.p95";
    input.unit = "ms";
    const auto noise = test::Noise(seed).series(count, sigma);
    for (std::size_t i = 0; i < count; ++i) {
        judge::TrendPoint point;
        point.id = "run-" + std::to_string(i);
        point.started_at = "2026-11-" + std::to_string(10 + i / 24) + "T" + (i % 24 < 10 ? "0" : "")
            + std::to_string(i % 24) + ":00:00.000+00:00";
        point.target_version = "1." + std::to_string(i);
        point.value = 100.0 * std::exp(noise[i]);
        input.points.push_back(std::move(point));
    }
    return input;
}

void scale(TrendInput& input, std::size_t from, std::size_t past, double factor)
{
    for (std::size_t i = from; i < past; ++i) {
        input.points[i].value = *input.points[i].value * factor;
    }
}

judge::Trend look(const TrendInput& input, const judge::TrendOptions& options = {})
{
    return *judge::trend(input, options);
}

std::string word(TrendDirection direction)
{
    return std::string(judge::toString(direction));
}

std::vector<std::size_t> indexesOf(const judge::Trend& trend)
{
    std::vector<std::size_t> indexes;
    for (const auto& change : trend.changes) {
        indexes.push_back(change.index);
    }
    return indexes;
}

using Indexes = std::vector<std::size_t>;

} // namespace

class TestTrend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLevelHistoryIsStable()
    {
        const auto input = history(40);
        const auto trend = look(input);
        QVERIFY(trend.changes.empty());
        QCOMPARE(word(trend.direction), std::string("stable"));
        QCOMPARE(trend.segment.count, 40U);
        QVERIFY2(trend.sentence.starts_with("latency_ms.p95: stable at "), trend.sentence.c_str());
        QVERIFY(!judge::trendIsWorse(input, trend));
    }

    void aSlopeIsAnImprovementOrADegradation()
    {
        for (const auto better : {metric::Better::lower, metric::Better::higher, metric::Better::neither}) {
            auto input = history(24, 3, 0.005);
            input.better = better;
            for (std::size_t i = 0; i < 24; ++i) {
                input.points[i].value = *input.points[i].value * (1.0 + 0.003 * static_cast<double>(i));
            }
            const auto trend = look(input);
            QVERIFY(trend.changes.empty());
            QCOMPARE(word(trend.direction),
                std::string(better == metric::Better::lower ? "degrading"
                        : better == metric::Better::higher  ? "improving"
                                                            : "mixed"));
            QVERIFY(std::abs(*trend.segment.change - 0.07) < 0.02);
            QVERIFY(trend.segment.p.value_or(1.0) < 0.01);
            QCOMPARE(judge::trendIsWorse(input, trend), better == metric::Better::lower);
        }
    }

    void noiseIsMixed()
    {
        const auto trend = look(history(30, 5, 0.15));
        QCOMPARE(word(trend.direction), std::string("mixed"));
        // Between 5 and 10 % of spread it is neither stable nor moving.
        QCOMPARE(word(look(history(30, 5, 0.08)).direction), std::string("mixed"));
    }

    void fewRunsAreTooFew_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("direction");
        QTest::newRow("none") << 0 << QStringLiteral("too-few");
        QTest::newRow("one") << 1 << QStringLiteral("too-few");
        QTest::newRow("two") << 2 << QStringLiteral("too-few");
        QTest::newRow("four") << 4 << QStringLiteral("too-few");
        QTest::newRow("five") << 5 << QStringLiteral("stable");
    }
    void fewRunsAreTooFew()
    {
        QFETCH(int, count);
        const auto input = history(static_cast<std::size_t>(count));
        const auto trend = look(input);
        QTEST(QString::fromStdString(word(trend.direction)), "direction");
        QVERIFY(!trend.sentence.empty());
        QVERIFY(trend.sentence.find("stable") == std::string::npos || count >= 5);
        // What two points at least are needed for is absent, not 0 and 1.
        QCOMPARE(trend.segment.p.has_value(), count >= 2);
        QCOMPARE(trend.segment.spread.has_value(), count >= 2);
        QVERIFY(!judge::trendText(input, trend).empty());
    }

    void identicalValuesAreStable()
    {
        auto input = history(30, 1, 0.0);
        auto trend = look(input);
        QVERIFY(trend.changes.empty());
        QCOMPARE(word(trend.direction), std::string("stable"));
        for (auto& point : input.points) {
            point.value = 0.0;
        }
        trend = look(input);
        QCOMPARE(word(trend.direction), std::string("stable"));
        QVERIFY(!judge::trendJson(input, trend).dump().empty());
    }

    void aStepIsToldWithItsSize()
    {
        auto input = history(40);
        scale(input, 34, 40, 1.2);
        const auto trend = look(input);
        QCOMPARE(indexesOf(trend), Indexes{34});
        const auto& change = trend.changes.front();
        QVERIFY(std::abs(*change.change - 0.2) < 0.03);
        QVERIFY(change.low && change.high && *change.low < 0.2 && *change.high > 0.2);
        QVERIFY(change.worse(metric::Better::lower) && !change.worse(metric::Better::higher));
        QCOMPARE(trend.segment.from, 34U);
        QCOMPARE(word(trend.direction), std::string("stable"));
        QVERIFY2(trend.sentence.find("stepped +") != std::string::npos, trend.sentence.c_str());
        QVERIFY(judge::trendIsWorse(input, trend));
        input.better = metric::Better::higher;
        QVERIFY(!judge::trendIsWorse(input, look(input)));
        const auto text = judge::trendText(input, trend);
        const auto delta = text.find("·\n");
        QVERIFY(delta != std::string::npos && text.find("1.33") < delta && text.find("1.34") > delta);
        const auto markdown = judge::trendMarkdown(input, trend);
        QVERIFY(markdown.find("# Trend of latency_ms.p95 in checkout (stage)") == 0);
        QVERIFY(markdown.find("| **+") != std::string::npos);
    }

    void recoveredDipsAreKept()
    {
        auto input = history(50);
        scale(input, 20, 27, 1.3);
        QCOMPARE(indexesOf(look(input)), (Indexes{20, 27}));
        QVERIFY(!judge::trendIsWorse(input, look(input)));
    }

    void theNewestRunsAreProvisional()
    {
        auto input = history(30);
        scale(input, 28, 30, 1.25);
        const auto trend = look(input);
        QCOMPARE(indexesOf(trend), Indexes{28});
        QVERIFY(trend.changes.front().provisional);
        QCOMPARE(word(trend.direction), std::string("stable")); // of those before
        QCOMPARE(trend.segment.count, 28U);
        QVERIFY2(
            trend.sentence.find("one or two more will tell") != std::string::npos, trend.sentence.c_str());
        QVERIFY(!judge::trendIsWorse(input, trend));
    }

    void anotherSetupIsAnotherSeries()
    {
        auto input = history(40);
        scale(input, 20, 40, 2.0);
        input.points[20].changedSetup = {"cpu", "kernel"};
        const auto trend = look(input);
        QVERIFY(trend.changes.empty()); // not a change of the service
        QCOMPARE(trend.breaks.size(), 1U);
        QCOMPARE(trend.breaks.front().index, 20U);
        QCOMPARE(trend.segment.from, 20U);
        QCOMPARE(word(trend.direction), std::string("stable"));
        QVERIFY(judge::trendText(input, trend).find("new cpu, kernel") != std::string::npos);
        QVERIFY(judge::trendText(input, trend).find("another cpu, kernel") != std::string::npos);
        // Otava knows nothing of setups.
        judge::TrendOptions otava;
        otava.method = judge::TrendOptions::Method::otava;
        QCOMPARE(indexesOf(look(input, otava)), Indexes{20});
        // Newest points of a block that ended are nothing to wait for.
        input = history(40);
        scale(input, 19, 20, 1.5);
        input.points[20].changedSetup = {"cpu"};
        QVERIFY(look(input).changes.empty());
    }

    void whatDoesNotCountIsPassedOver()
    {
        auto input = history(40);
        scale(input, 30, 40, 1.2);
        // Invalid runs in between, wherever they lie.
        for (const std::size_t index : {3U, 29U, 30U, 31U}) {
            input.points[index].value = 5000.0;
            input.points[index].passedOver = "invalid run";
        }
        input.points[10].value = std::nullopt;
        input.points[10].passedOver = "no value";
        input.points[11].value = std::numeric_limits<double>::quiet_NaN();
        input.points[12].value = std::numeric_limits<double>::infinity();
        const auto trend = look(input);
        QCOMPARE(indexesOf(trend), Indexes{32}); // an index among all points
        QVERIFY(trend.outliers.empty());
        const auto json = judge::trendJson(input, trend);
        QCOMPARE(json.at("points").at(3).at("passed_over").get<std::string>(), std::string("invalid run"));
        QVERIFY(json.at("points").at(10).at("value").is_null());
    }

    void anExpectedChangeIsNoAccusation()
    {
        auto input = history(40);
        scale(input, 34, 40, 1.3);
        input.points[34].expected = true;
        auto trend = look(input);
        QCOMPARE(indexesOf(trend), Indexes{34});
        QVERIFY(trend.changes.front().expected);
        QVERIFY(!judge::trendIsWorse(input, trend));
        QVERIFY2(trend.sentence.find("as expected") != std::string::npos, trend.sentence.c_str());
        // Noted where nothing changed: the history begins anew there.
        input = history(40);
        input.points[15].expected = true;
        trend = look(input);
        QVERIFY(trend.changes.empty());
        QCOMPARE(trend.segment.from, 15U);
        QCOMPARE(trend.segment.count, 25U);
    }

    void aSlowCreepIsSeenAgainstThePin()
    {
        auto input = history(60, 12, 0.01);
        for (std::size_t i = 0; i < 60; ++i) {
            input.points[i].value = *input.points[i].value * (1.0 + 0.0015 * static_cast<double>(i));
        }
        input.baseline = judge::TrendBaseline{100.0, {"run-0"}, 0U, "2026-11-10T00:00:00Z"};
        auto trend = look(input);
        QVERIFY(trend.creep.has_value());
        QVERIFY(trend.creep->creeping);
        QVERIFY(std::abs(*trend.creep->change - 0.087) < 0.02);
        QVERIFY2(trend.sentence.find("away from the pinned baseline") != std::string::npos,
            trend.sentence.c_str());
        QVERIFY(judge::trendIsWorse(input, trend));
        // One step is told as a step.
        auto stepped = history(60, 12, 0.01);
        scale(stepped, 30, 60, 1.1);
        stepped.baseline = input.baseline;
        trend = look(stepped);
        QCOMPARE(indexesOf(trend), Indexes{30});
        QVERIFY(std::abs(*trend.creep->change - 0.1) < 0.02 && !trend.creep->creeping);
        // Better than what was pinned is no creep, and within 5 % neither.
        input.better = metric::Better::higher;
        QVERIFY(!look(input).creep->creeping);
        auto level = history(60, 12, 0.01);
        level.baseline = input.baseline;
        QVERIFY(!look(level).creep->creeping);
        QVERIFY(!look(history(60)).creep.has_value());
    }

    void anExpectedChangeRecentresTheCreep()
    {
        auto input = history(60, 12, 0.01);
        scale(input, 30, 60, 1.2);
        input.points[30].expected = true;
        input.baseline = judge::TrendBaseline{100.0, {"run-0"}, 0U, "2026-11-10T00:00:00Z"};
        const auto trend = look(input);
        QVERIFY(trend.creep && trend.creep->afterExpected && !trend.creep->creeping);
        QVERIFY(std::abs(trend.creep->reference - 120.0) < 3.0);
        // A pin after it counts again.
        input.baseline = judge::TrendBaseline{110.0, {"run-40"}, 40U, "2026-11-10T00:00:00Z"};
        QVERIFY(!look(input).creep->afterExpected);
    }

    void otavaIsFollowedToTheIndex()
    {
        auto input = history(40);
        scale(input, 20, 40, 1.3);
        input.points[5].value = std::nullopt; // filled as Otava fills it
        input.points[0].value = std::nullopt;
        judge::TrendOptions options;
        options.method = judge::TrendOptions::Method::otava;
        const auto trend = look(input, options);
        QCOMPARE(indexesOf(trend), Indexes{20});
        QVERIFY(std::abs(*trend.changes.front().change - 0.3) < 0.03);
        options.minMagnitude = 0.5;
        QVERIFY(look(input, options).changes.empty());
        for (auto& point : input.points) {
            point.value = std::nullopt;
        }
        QVERIFY(look(input, options).changes.empty());
        QCOMPARE(word(look(input, options).direction), std::string("too-few"));
    }

    void optionsOutsideTheirRangesAreRefused()
    {
        judge::TrendOptions options;
        options.window = 1;
        QVERIFY(!judge::trend(history(20), options));
        options = {};
        options.maxP = 0.0;
        QVERIFY(!judge::trend(history(20), options));
        options.method = judge::TrendOptions::Method::otava;
        QVERIFY(!judge::trend(history(20), options));
        options = {};
        options.minMagnitude = -0.1;
        QVERIFY(!judge::trend(history(20), options));
    }

    void theJsonHasTheShapeItPromises()
    {
        auto input = history(30);
        scale(input, 15, 30, 1.2);
        scale(input, 29, 30, 2.0);
        const auto json = judge::trendJson(input, look(input));
        for (const char* name : {"points", "change_points", "direction"}) {
            QVERIFY2(json.contains(name), name);
        }
        QCOMPARE(json.at("points").size(), 30U);
        QCOMPARE(json.at("change_points").size(), 2U);
        for (const auto& change : json.at("change_points")) {
            QVERIFY(change.at("index").is_number_integer());
            QVERIFY(change.at("delta_pct").is_number());
            QCOMPARE(change.at("ci95").size(), 2U);
            QVERIFY(change.at("p").is_number());
            QVERIFY(change.at("provisional").is_boolean());
        }
        QVERIFY(std::abs(json.at("change_points").at(0).at("delta_pct").get<double>() - 20.0) < 3.0);
        QVERIFY(json.at("change_points").at(1).at("provisional").get<bool>());
        // The same bytes again.
        QCOMPARE(dumpJson(json), dumpJson(judge::trendJson(input, look(input))));
    }

    void ratesNearZeroAreHeldAgainstTheFloor()
    {
        auto input = history(30, 4, 0.0);
        input.metric = "error_rate";
        input.unit = "fraction";
        input.absolute = 0.001;
        for (std::size_t i = 0; i < 30; ++i) {
            input.points[i].value = i % 7 == 0 ? 0.0002 : 0.0;
        }
        QCOMPARE(word(look(input).direction), std::string("stable"));
        QVERIFY(look(input).changes.empty());
        for (std::size_t i = 20; i < 30; ++i) {
            input.points[i].value = 0.03;
        }
        const auto trend = look(input);
        QCOMPARE(indexesOf(trend), Indexes{20});
        QVERIFY(!trend.changes.front().change); // no fraction of nothing
        QVERIFY(judge::trendJson(input, trend).at("change_points").at(0).at("delta_pct").is_null());
        QVERIFY2(trend.sentence.find("from 0") != std::string::npos, trend.sentence.c_str());
    }

    void longHistoriesShowTheirEnd()
    {
        const auto input = history(200);
        const auto text = judge::trendText(input, look(input), 50);
        QVERIFY(text.starts_with("150 earlier runs not shown\n"));
        QVERIFY(text.find("1.149") == std::string::npos && text.find("1.150") != std::string::npos);
    }
};

PLUMB_TEST_MAIN(TestTrend)
#include "tst_trend.moc"
