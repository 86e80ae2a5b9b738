// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "stats/hampel.h"
#include "stats/mser.h"
#include "stats/pelt.h"
#include "stats/robust.h"
#include "stats/steadystate.h"
#include "tests/support/noise.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace plumb;
using stats::SteadyClass;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// @p shape(second) ms with 3 % of independent noise.
template <class Shape>
stats::SteadyInput made(std::size_t count, const Shape& shape, std::uint64_t seed = 7, double sigma = 0.03)
{
    stats::SteadyInput input;
    input.latency = test::Noise(seed).series(count, sigma);
    for (std::size_t i = 0; i < count; ++i) {
        input.latency[i] = std::exp(input.latency[i]) * shape(static_cast<double>(i));
    }
    return input;
}

/// Qt Test would take stats::toString() for its own.
QString word(SteadyClass kind)
{
    const auto text = stats::toString(kind);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<Json> vectors(const char* name)
{
    const auto file = test::sharedFile(std::string("samples/statistics/steady/") + name);
    if (file.empty()) {
        return std::nullopt;
    }
    return *readJsonFile(file);
}

} // namespace

class TestSteadyState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfShapes()
    {
        const auto document = vectors("synthetic_warmup.json");
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        const std::map<std::string, SteadyClass> kinds{{"exp_warmup_300", SteadyClass::warmUp},
            {"flat_300", SteadyClass::flat}, {"late_shift_300", SteadyClass::lateShift},
            {"drift_300", SteadyClass::drift}, {"step_warmup_60s", SteadyClass::warmUp}};
        for (const auto& [name, one] : document->at("series").items()) {
            const auto values = one.at("x").get<std::vector<double>>();
            for (const std::size_t batch : {1U, 5U}) {
                const auto& expected = one.at(batch == 1 ? "mser1" : "mser5");
                const auto found = stats::mser(values, batch);
                QCOMPARE(found.cut, expected.at("truncate_points").get<std::size_t>());
                QCOMPARE(found.reached, expected.at("d_batches") < expected.at("max_d"));
                QVERIFY(std::abs(found.statistic / expected.at("stat").get<double>() - 1.0) < 1e-9);
                QVERIFY(std::abs(found.uncut / expected.at("stat0").get<double>() - 1.0) < 1e-9);
            }
            QCOMPARE(stats::meanVarianceChangePoints(values),
                one.at("changepoints_meanvar_pen15logn").get<std::vector<std::size_t>>());
            QCOMPARE(word(stats::steadyState({values, {}, 1.0}).kind), word(kinds.at(name)));
        }
    }

    void vectorsOfMser()
    {
        const auto document = vectors("equilibration_red.json");
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        const auto values = document->at("x").get<std::vector<double>>();
        for (const auto& [name, expected] : document->at("mser_reference_run").items()) {
            const auto found = stats::mser(values, expected.at("batch").get<std::size_t>());
            QCOMPARE(found.cut, expected.at("truncate_points").get<std::size_t>());
            QVERIFY(std::abs(found.statistic / expected.at("stat").get<double>() - 1.0) < 1e-9);
        }
    }

    void classes_data()
    {
        QTest::addColumn<stats::SteadyInput>("input");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("cutFrom");
        QTest::addColumn<double>("cutTo");
        const auto row
            = [](const char* name, const stats::SteadyInput& input, SteadyClass kind, double from = 0.0,
                  double to = 0.0) { QTest::newRow(name) << input << word(kind) << from << to; };
        row("flat", made(120, [](double) { return 50.0; }), SteadyClass::flat);
        row("identical", {std::vector<double>(120, 5.0), {}, 1.0}, SteadyClass::flat);
        row("settles", made(300, [](double i) { return 50.0 + 40.0 * std::exp(-i / 12.0); }),
            SteadyClass::warmUp, 20.0, 90.0);
        row("steps down", made(300, [](double i) { return i < 40.0 ? 60.0 : 50.0; }), SteadyClass::warmUp,
            40.0, 100.0);
        row("a leak fills up", made(300, [](double i) { return i < 60.0 ? 50.0 : 60.0; }),
            SteadyClass::slowdown, 60.0, 120.0);
        row("late", made(300, [](double i) { return i < 240.0 ? 50.0 : 62.0; }), SteadyClass::lateShift);
        row("late and better", made(300, [](double i) { return i < 200.0 ? 50.0 : 40.0; }),
            SteadyClass::lateShift);
        row("drift", made(300, [](double i) { return 50.0 + i / 15.0; }), SteadyClass::drift);
        row("waves", made(300, [](double i) { return 50.0 + 15.0 * std::sin(i * 0.314159265); }),
            SteadyClass::cyclic);
        row("pauses", made(300, [](double i) { return std::fmod(i, 30.0) == 17.0 ? 150.0 : 50.0; }),
            SteadyClass::cyclic);
        row("one spike", made(300, [](double i) { return i == 150.0 ? 500.0 : 50.0; }), SteadyClass::flat);
        row("short", made(29, [](double) { return 50.0; }), SteadyClass::insufficient);
        row("empty", {}, SteadyClass::insufficient);
        row("nothing came back", {std::vector<double>(100, absent), {}, 1.0}, SteadyClass::insufficient);
        row("zeros and infinities",
            {std::vector<double>(100, std::numeric_limits<double>::infinity()), {}, 1.0},
            SteadyClass::insufficient);
    }
    void classes()
    {
        QFETCH(stats::SteadyInput, input);
        QFETCH(double, cutFrom);
        QFETCH(double, cutTo);
        const auto state = stats::steadyState(input);
        QVERIFY(!state.reasons.empty());
        qInfo("%s", state.reasons.front().c_str());
        QTEST(word(state.kind), "kind");
        QVERIFY2(state.cut_s >= cutFrom && state.cut_s <= cutTo, qPrintable(QString::number(state.cut_s)));
        // The same answer again, whatever the unit.
        for (double& value : input.latency) {
            value *= 1000.0;
        }
        const auto again = stats::steadyState(input);
        QCOMPARE(word(again.kind), word(state.kind));
        QCOMPARE(again.cut, state.cut);
        QCOMPARE(again.changePoints, state.changePoints);
    }

    void saysWhatAndWhen()
    {
        const auto late = stats::steadyState(made(300, [](double i) { return i < 240.0 ? 50.0 : 62.5; }));
        QCOMPARE(late.at_s.value_or(0.0), 240.0);
        QVERIFY(std::abs(late.change.value_or(0.0) - 0.25) < 0.02);
        QCOMPARE(late.reasons.front(),
            std::string("the response time rose by 25 % at 240 s, in the second half of the run"));
        QVERIFY(!late.settled());
        const auto cyclic
            = stats::steadyState(made(300, [](double i) { return std::fmod(i, 20.0) < 4.0 ? 80.0 : 50.0; }));
        QCOMPARE(cyclic.period_s.value_or(0.0), 20.0);
        QVERIFY(cyclic.settled());
    }

    void secondsWithoutAnswersArePassedOver()
    {
        auto input = made(400, [](double i) { return i < 200.0 ? 60.0 : 50.0; });
        for (std::size_t i = 0; i < input.latency.size(); i += 2) {
            input.latency[i] = absent;
        }
        input.interval_s = 2.0;
        const auto state = stats::steadyState(input);
        // By index: 200 of 400 is in the second half, so it is a late shift at twice the index.
        QCOMPARE(word(state.kind), word(SteadyClass::lateShift));
        QCOMPARE(state.at_s.value_or(0.0), 402.0);
    }

    void aRateThatSinksCounts()
    {
        auto input = made(300, [](double) { return 50.0; });
        input.rate = made(
            300, [](double i) { return i < 220.0 ? 1000.0 : 700.0; }, 8)
                         .latency;
        const auto state = stats::steadyState(input);
        QCOMPARE(word(state.kind), word(SteadyClass::lateShift));
        QVERIFY(state.ofRate);
        QCOMPARE(state.at_s.value_or(0.0), 220.0);
        // Lower at first is what is worse for a rate.
        input.rate = made(
            300, [](double i) { return i < 30.0 ? 600.0 : 1000.0; }, 8)
                         .latency;
        const auto warm = stats::steadyState(input);
        QCOMPARE(word(warm.kind), word(SteadyClass::warmUp));
        QVERIFY(warm.cut >= 30);
    }

    void levelRunsAreSeldomAccused()
    {
        int accused = 0, found = 0;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            auto level = made(
                120, [](double) { return 50.0; }, seed, 0.05);
            accused += stats::steadyState(level).kind == SteadyClass::flat ? 0 : 1;
            auto late = made(
                120, [](double i) { return i < 90.0 ? 50.0 : 62.0; }, seed, 0.05);
            found += stats::steadyState(late).settled() ? 0 : 1;
        }
        QVERIFY2(accused <= 5, qPrintable(QString::number(accused)));
        QVERIFY2(found >= 95, qPrintable(QString::number(found)));
    }

    void dependentSecondsAndAShortRestAreTold()
    {
        stats::SteadyInput input;
        input.latency = test::Noise(3).series(300, 0.1, 0.95);
        for (double& value : input.latency) {
            value = 50.0 * std::exp(value);
        }
        const auto state = stats::steadyState(input);
        QVERIFY(state.lag1 > 0.7);
        QVERIFY(state.reasons.size() > 1);
        QVERIFY(state.reasons.at(1).find("depend on each other") != std::string::npos);
    }

    void spikesAreTakenOutAndChangesAreNot()
    {
        std::vector<double> values(40, 100.0);
        values[10] = 160.0;
        values[20] = values[21] = 160.0;
        values[39] = 160.0;
        const auto result = stats::hampel(values);
        QCOMPARE(result.outliers, std::vector<std::size_t>{10});
        QCOMPARE(result.cleaned[10], 100.0);
        QCOMPARE(result.cleaned[20], 160.0);
        QCOMPARE(result.cleaned[39], 160.0); // the last point may be the first of a change
        // Within 4 % of a level without spread nothing is one.
        values.assign(40, 100.0);
        values[10] = 103.9;
        QVERIFY(stats::hampel(values).outliers.empty());
        QVERIFY(stats::hampel({}).outliers.empty());
    }

    void robustFigures()
    {
        QVERIFY(std::isnan(stats::median({})));
        QCOMPARE(stats::median({3.0}), 3.0);
        QCOMPARE(stats::median({4.0, 1.0, 3.0, 2.0}), 2.5);
        QCOMPARE(stats::median({1e308, 1.5e308}), 1.25e308); // no overflow on the way
        QCOMPARE(stats::robustSigma(std::vector{1.0, 2.0, 3.0, 4.0, 100.0}), stats::madToSigma);
        QCOMPARE(stats::mean(std::vector{1e308, 1e308}), 1e308);
        QVERIFY(!stats::allFinite(std::vector{1.0, absent}));
    }

    void pruningLosesNothing()
    {
        // The optimum by looking at every partition, on series short enough for it.
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            test::Noise noise(seed);
            auto values = noise.series(40, 1.0);
            for (std::size_t i = 13; i < 29; ++i) {
                values[i] += 4.0 * noise.uniform();
            }
            const auto cost = [&values](std::size_t from, std::size_t past) {
                double sum = 0.0, square = 0.0;
                for (std::size_t i = from; i < past; ++i) {
                    sum += values[i];
                }
                const auto n = static_cast<double>(past - from);
                for (std::size_t i = from; i < past; ++i) {
                    square += (values[i] - sum / n) * (values[i] - sum / n);
                }
                return n * (std::log(2.0 * M_PI) + std::log(square / n) + 1.0);
            };
            const double penalty = 2.0 * std::log(40.0);
            std::vector<double> best(41, std::numeric_limits<double>::infinity());
            std::vector<std::size_t> from(41, 0);
            best[0] = -penalty;
            for (std::size_t past = 2; past <= 40; ++past) {
                for (std::size_t start = 0; start + 2 <= past; ++start) {
                    if (best[start] + cost(start, past) + penalty < best[past]) {
                        best[past] = best[start] + cost(start, past) + penalty;
                        from[past] = start;
                    }
                }
            }
            std::vector<std::size_t> expected;
            for (std::size_t at = from[40]; at > 0; at = from[at]) {
                expected.insert(expected.begin(), at);
            }
            QCOMPARE(stats::meanVarianceChangePoints(values, {2.0, 0.0}), expected);
        }
        QVERIFY(stats::meanVarianceChangePoints(std::vector<double>(100, 1.0)).empty());
        QVERIFY(stats::meanVarianceChangePoints({}).empty());
        QVERIFY(stats::meanVarianceChangePoints(std::vector{1.0}).empty());
    }

    void wordsOfClasses()
    {
        for (const char* text :
            {"flat", "warm-up", "slowdown", "late-shift", "drift", "cyclic", "insufficient"}) {
            const auto kind = stats::steadyClassFromString(text);
            QVERIFY(kind.has_value());
            QCOMPARE(word(*kind), QString::fromUtf8(text));
        }
        QVERIFY(!stats::steadyClassFromString("steady"));
    }
};

PLUMB_TEST_MAIN(TestSteadyState)
#include "tst_steadystate.moc"
