// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scenario/samples.h"
#include "tests/support/testmain.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace plumb;
using namespace plumb::scenario;

namespace {

std::vector<std::uint64_t> first(RandomStream random, int count)
{
    std::vector<std::uint64_t> values;
    for (int i = 0; i < count; ++i) {
        values.push_back(random.next());
    }
    return values;
}

Think think(Think::Kind kind, double a, double b = 0.0)
{
    Think value;
    value.kind = kind;
    value.a = a;
    value.b = b;
    return value;
}

std::vector<double> drawn(const Think& value, int count)
{
    RandomStream random(42, 7);
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        times.push_back(thinkMs(value, random));
    }
    std::sort(times.begin(), times.end());
    return times;
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

} // namespace

class TestRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamsAreReproducible()
    {
        QVERIFY(first({1, 0}, 1000) == first({1, 0}, 1000));
        QVERIFY(first({1, 0}, 4) != first({1, 1}, 4));
        QVERIFY(first({1, 2}, 4) != first({2, 1}, 4));
        QVERIFY(first({0, 0}, 4) != first({0, 1}, 4));
        // Streams of all users of a large run differ from the first value on.
        std::set<std::uint64_t> firsts;
        for (std::uint64_t user = 0; user < 20'000; ++user) {
            firsts.insert(RandomStream(1, user).next());
        }
        QCOMPARE(firsts.size(), std::size_t{20'000});
    }

    void uniformStaysInside()
    {
        RandomStream random(3, 0);
        double least = 1.0;
        double most = 0.0;
        double sum = 0.0;
        constexpr int count = 100'000;
        for (int i = 0; i < count; ++i) {
            const double value = random.uniform();
            least = std::min(least, value);
            most = std::max(most, value);
            sum += value;
        }
        QVERIFY(least >= 0.0 && least < 0.001);
        QVERIFY(most < 1.0 && most > 0.999);
        QVERIFY(std::abs(sum / count - 0.5) < 0.005); // five standard errors of 1/sqrt(12 n)
    }

    void integersReachBothEnds()
    {
        RandomStream random(4, 0);
        std::map<std::int64_t, int> counts;
        for (int i = 0; i < 60'000; ++i) {
            ++counts[random.integer(-2, 3)];
        }
        QCOMPARE(counts.size(), std::size_t{6});
        QCOMPARE(counts.begin()->first, std::int64_t{-2});
        for (const auto& [value, count] : counts) {
            QVERIFY2(std::abs(count - 10'000) < 500, std::to_string(count).c_str());
        }
        using Limits = std::numeric_limits<std::int64_t>;
        QCOMPARE(random.integer(5, 5), std::int64_t{5});
        QCOMPARE(random.integer(Limits::max(), Limits::max()), Limits::max());
        QVERIFY(random.integer(Limits::min(), Limits::max()) != random.integer(Limits::min(), Limits::max()));
    }

    void thinkTimes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("a");
        QTest::addColumn<double>("b");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("median");
        const auto row
            = [](const char* name, Think::Kind kind, double a, double b, double mean, double median) {
                  QTest::newRow(name) << static_cast<int>(kind) << a << b << mean << median;
              };
        row("none", Think::Kind::none, 0.0, 0.0, 0.0, 0.0);
        row("fixed", Think::Kind::fixed, 250.0, 0.0, 250.0, 250.0);
        row("range", Think::Kind::range, 100.0, 500.0, 300.0, 300.0);
        row("exponential", Think::Kind::exponential, 200.0, 0.0, 200.0, 200.0 * std::log(2.0));
        row("normal", Think::Kind::normal, 300.0, 50.0, 300.0, 300.0);
        // Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 1, ch. 14: mean = median exp(s^2 /
        // 2)
        row("lognormal", Think::Kind::lognormal, 200.0, 0.5, 200.0 * std::exp(0.125), 200.0);
    }
    void thinkTimes()
    {
        QFETCH(int, kind);
        QFETCH(double, a);
        QFETCH(double, b);
        QFETCH(double, mean);
        QFETCH(double, median);
        const auto times = drawn(think(static_cast<Think::Kind>(kind), a, b), 50'000);
        QVERIFY(times.front() >= 0.0);
        QVERIFY2(std::abs(meanOf(times) - mean) <= 0.02 * mean, std::to_string(meanOf(times)).c_str());
        const double middle = times[times.size() / 2];
        QVERIFY2(std::abs(middle - median) <= 0.02 * median, std::to_string(middle).c_str());
    }

    void thinkTimesKeepTheirShape()
    {
        const auto range = drawn(think(Think::Kind::range, 100.0, 500.0), 20'000);
        QVERIFY(range.front() >= 100.0 && range.back() < 500.0);
        // 15.87 % lie more than one standard deviation below the mean of a normal distribution.
        const auto normal = drawn(think(Think::Kind::normal, 300.0, 50.0), 50'000);
        const double low = normal[static_cast<std::size_t>(0.1587 * 50'000)];
        QVERIFY2(std::abs(low - 250.0) < 3.0, std::to_string(low).c_str());
        // Half of these draws are below zero: they become no pause, never a negative one.
        const auto clipped = drawn(think(Think::Kind::normal, 0.0, 100.0), 10'000);
        QCOMPARE(clipped.front(), 0.0);
        QVERIFY(clipped.back() > 100.0);
    }

    void presetsCanRun()
    {
        const std::vector<std::string> names{
            "smoke", "baseline", "normal", "high", "burst", "stress", "spike", "soak"};
        QVERIFY(presetNames() == names);
        for (const auto& name : names) {
            Json document = test::parsed(test::oneStep(R"({"name":"s","request":{"path":"/"}})"));
            Scenario scenario = scenarioFromJson(document, "s").value();
            scenario.load = preset(name).value();
            const auto problems = validateDocument(toJson(scenario), {});
            QVERIFY2(problems.empty(), (name + ": " + (problems.empty() ? "" : problems[0].message)).c_str());
        }
        QVERIFY(!preset("none"));
        QVERIFY(!preset(""));
    }

    void presetsAreThoseOfTheSpecification()
    {
        QCOMPARE(preset("baseline")->users.get(), 10);
        QCOMPARE(preset("baseline")->spawn_rate.get(), 2.0);
        QCOMPARE(preset("baseline")->duration_s.get(), 180.0);
        QCOMPARE(preset("normal")->duration_s.get(), 60.0);
        QCOMPARE(preset("high")->users.get(), 50);
        QCOMPARE(preset("high")->duration_s.get(), 300.0);
        QCOMPARE(preset("burst")->size.get(), 20);
        QCOMPARE(preset("burst")->duration_s.get(), 120.0);
        // On and on at the slope of the ramp: only a stop rule or the user ends it early.
        QVERIFY(preset("stress")->stages.front() == (Stage{300.0, 50.0, Json::object()}));
        QCOMPARE(presetStopRules("stress").size(), std::size_t{2});
        QVERIFY(presetStopRules("spike").empty());
    }
};

PLUMB_TEST_MAIN(TestRandom)
#include "tst_random.moc"
