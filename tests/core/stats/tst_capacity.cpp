// SPDX-License-Identifier: GPL-3.0-or-later
// The scalability law, knees, Little's law.
#include "base/json.h"
#include "stats/knee.h"
#include "stats/littleslaw.h"
#include "stats/usl.h"
#include "tests/support/noise.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>

using namespace plumb;
using stats::UslPoint;

namespace {

bool near(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance * std::abs(expected);
}

std::optional<Json> vectors(const char* name)
{
    const auto file = test::sharedFile(std::string("samples/statistics/capacity/") + name);
    return file.empty() ? std::nullopt : std::optional<Json>(*readJsonFile(file));
}

std::vector<UslPoint> pointsOf(const Json& data, std::size_t most = 1000)
{
    std::vector<UslPoint> points;
    for (const auto& one : data) {
        if (points.size() < most) {
            points.push_back({one.at(0).get<double>(), one.at(1).get<double>(), 0.0});
        }
    }
    return points;
}

std::vector<UslPoint> made(const stats::UslModel& model, const std::vector<double>& concurrencies)
{
    std::vector<UslPoint> points;
    for (const double n : concurrencies) {
        points.push_back({n, model.throughput(n), 0.0});
    }
    return points;
}

QString word(stats::LittleVerdict verdict)
{
    return QString::fromStdString(std::string(stats::toString(verdict)));
}

} // namespace

class TestCapacity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectorsOfTheLaw()
    {
        const auto document = vectors("usl.json");
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        const auto& data = document->at("data");
        const auto fitOf = [&data](const char* name, std::size_t most = 1000) {
            return *stats::fitUsl(pointsOf(data.at(name), most));
        };
        const auto& reference = document->at("our_nls_reference_run");
        for (const auto& [name, fit] :
            {std::pair{"cisco", fitOf("cisco")}, std::pair{"specsdm91", fitOf("specsdm91")},
                std::pair{"raytracer_1_6", fitOf("raytracer", 6)},
                std::pair{"cisco_first10", fitOf("cisco", 10)}, std::pair{"synthetic", fitOf("synthetic")}}) {
            const auto& expected = reference.at(name);
            QVERIFY2(near(fit.model.lambda, expected.at("lambda_").get<double>(), 1e-5), name);
            QVERIFY2(near(fit.model.sigma, expected.at("sigma").get<double>(), 1e-4), name);
            QVERIFY2(near(fit.model.kappa, expected.at("kappa").get<double>(), 1e-4), name);
            QVERIFY2(near(fit.lambdaError, expected.at("se").at("lambda_").get<double>(), 1e-3), name);
            QVERIFY2(near(fit.sigmaError, expected.at("se").at("sigma").get<double>(), 1e-3), name);
            QVERIFY2(near(fit.kappaError, expected.at("se").at("kappa").get<double>(), 1e-3), name);
            QVERIFY2(near(fit.residualError, expected.at("rse").get<double>(), 1e-3), name);
            QVERIFY2(near(fit.rSquared, expected.at("r2").get<double>(), 1e-6), name);
            QVERIFY2(near(fit.model.peakConcurrency(), expected.at("N_peak").get<double>(), 1e-4), name);
            QVERIFY2(near(fit.model.peakThroughput(), expected.at("X_peak").get<double>(), 1e-4), name);
            QVERIFY2(near(fit.model.limit(), expected.at("X_limit_amdahl").get<double>(), 1e-4), name);
            QVERIFY2(near(fit.model.optimalConcurrency(), expected.at("N_opt").get<double>(), 1e-4), name);
        }
        const auto& published = document->at("published").at("cisco");
        const auto cisco = fitOf("cisco");
        QVERIFY(near(cisco.model.sigma, published.at("sigma").get<double>(), 2e-4));
        QVERIFY(near(cisco.model.kappa, published.at("kappa").get<double>(), 2e-4));
        for (const auto& [n, x] : published.at("X_at").items()) {
            QVERIFY(near(cisco.model.throughput(std::stod(n)), x.get<double>(), 2e-4));
        }
        for (const auto& [n, r] : published.at("latency_at").items()) {
            QVERIFY(near(cisco.model.latency(std::stod(n)), r.get<double>(), 2e-4));
        }
        const auto first = fitOf("cisco", 10);
        for (const auto& [r, n] :
            document->at("published").at("cisco_first10").at("concurrency_at_latency").items()) {
            QVERIFY(
                near(first.model.concurrencyAtLatency(std::stod(r)).value_or(0.0), n.get<double>(), 2e-3));
        }
        QVERIFY(!cisco.peakExtrapolated && first.peakExtrapolated && !cisco.fewLevels);
        // Without bounds this one has a negative kappa.
        const auto rays = fitOf("raytracer");
        QCOMPARE(rays.model.kappa, 0.0);
        QVERIFY(rays.model.sigma > 0.0 && std::isinf(rays.model.peakConcurrency()) && rays.peakExtrapolated);
        QCOMPARE(rays.model.peakThroughput(), rays.model.limit());

        const auto& model = document->at("model_points").at("params");
        const stats::UslModel given{model.at("lambda_").get<double>(), model.at("sigma").get<double>(),
            model.at("kappa").get<double>()};
        for (const auto& [r, x] : document->at("model_points").at("throughput_at_latency").items()) {
            const double n = *given.concurrencyAtLatency(std::stod(r));
            QVERIFY(near(n / std::stod(r), x.get<double>(), 1e-9));
        }
    }

    void knownModelsAreFoundAgain()
    {
        const std::vector<double> steps{1, 2, 4, 8, 16, 32, 64, 128};
        for (const stats::UslModel& model :
            {stats::UslModel{100.0, 0.05, 0.001}, stats::UslModel{20'000.0, 0.3, 0.0},
                stats::UslModel{0.5, 0.0, 0.01}, stats::UslModel{40.0, 0.0, 0.0}}) {
            const auto fit = *stats::fitUsl(made(model, steps));
            QVERIFY(near(fit.model.lambda, model.lambda, 1e-4));
            QVERIFY(std::abs(fit.model.sigma - model.sigma) < 1e-5);
            QVERIFY(std::abs(fit.model.kappa - model.kappa) < 1e-6);
            QVERIFY(fit.rSquared > 0.999999);
        }
        // Noise is shrugged off, and heavy weights win.
        auto points = made({100.0, 0.05, 0.001}, steps);
        test::Noise noise(5);
        for (auto& point : points) {
            point.throughput *= 1.0 + 0.01 * noise.normal();
        }
        const auto fit = *stats::fitUsl(points);
        QVERIFY(std::abs(fit.model.peakConcurrency() - std::sqrt(950.0)) < 3.0);
        QVERIFY(fit.kappaError > 0.0 && fit.kappaError < 0.0003);
        points.back().throughput *= 3.0;
        for (auto& point : points) {
            point.error = &point == &points.back() ? 1e6 : 1.0;
        }
        QVERIFY(std::abs(stats::fitUsl(points)->model.peakConcurrency() - std::sqrt(950.0)) < 4.0);
    }

    void concurrencyAndThroughputBelongTogether()
    {
        const stats::UslModel model{100.0, 0.05, 0.001};
        for (const double n : {1.0, 5.0, 20.0, 30.0}) {
            QVERIFY(near(*model.concurrencyAtThroughput(model.throughput(n)), n, 1e-9));
            QVERIFY(near(*model.concurrencyAtLatency(model.latency(n)), n, 1e-9));
        }
        QVERIFY(!model.concurrencyAtThroughput(model.peakThroughput() * 1.001));
        QVERIFY(!model.concurrencyAtLatency(0.001)); // one alone takes 0.01 s
        const stats::UslModel linear{40.0, 0.0, 0.0};
        QVERIFY(near(*linear.concurrencyAtThroughput(400.0), 10.0, 1e-12));
        QVERIFY(std::isinf(linear.limit()) && std::isinf(linear.peakThroughput()));
    }

    void whatIsNoCurveIsRefused()
    {
        QVERIFY(!stats::fitUsl({}));
        QVERIFY(!stats::fitUsl(std::vector<UslPoint>{{1, 10, 0}, {2, 20, 0}, {2, 21, 0}}));
        QVERIFY(!stats::fitUsl(std::vector<UslPoint>{{1, 10, 0}, {2, 0, 0}, {4, 21, 0}}));
        QVERIFY(!stats::fitUsl(
            std::vector<UslPoint>{{1, 10, 0}, {2, std::numeric_limits<double>::quiet_NaN(), 0}, {4, 21, 0}}));
        const auto three = stats::fitUsl(std::vector<UslPoint>{{1, 10, 0}, {2, 18, 0}, {4, 28, 0}});
        QVERIFY(three && three->fewLevels);
        // Nothing scales at all: the same throughput everywhere.
        const auto flat
            = stats::fitUsl(std::vector<UslPoint>{{1, 10, 0}, {2, 10, 0}, {4, 10, 0}, {8, 10, 0}});
        QVERIFY(flat && near(flat->model.throughput(4.0), 10.0, 1e-6));
    }

    void vectorsOfKnees()
    {
        const auto document = vectors("kneedle.json");
        const auto law = vectors("usl.json");
        if (!document || !law) {
            QSKIP("the shared samples are not here");
        }
        for (const auto& one : document->at("cases")) {
            const auto x = one.at("x").get<std::vector<double>>(), y = one.at("y").get<std::vector<double>>();
            const auto& given = one.at("params");
            const stats::CurveForm form{given.value("curve", "concave") == "concave",
                given.value("direction", "increasing") == "increasing"};
            const auto knees = stats::kneedle(x, y, form, given.value("S", 1.0));
            const auto name = one.at("name").get<std::string>();
            if (one.at("expected").is_null()) {
                QVERIFY2(knees.empty(), name.c_str());
                continue;
            }
            QVERIFY2(!knees.empty(), name.c_str());
            QVERIFY2(x[knees.front()] == one.at("exact_reference_run").get<double>(), name.c_str());
            if (name == "bumpy") {
                std::vector<double> all;
                for (const auto knee : knees) {
                    all.push_back(x[knee]);
                }
                std::sort(all.begin(), all.end());
                QCOMPARE(all, document->at("bumpy_all_online").at("expected").get<std::vector<double>>());
            }
        }
        std::vector<double> n, x, r;
        for (const auto& point : pointsOf(law->at("data").at("cisco"))) {
            n.push_back(point.concurrency);
            x.push_back(point.throughput);
            r.push_back(point.concurrency / point.throughput);
        }
        const auto& cisco = document->at("cisco_reference_run");
        QCOMPARE(
            n[stats::kneedle(n, x, {true, true}).front()], cisco.at("throughput_concave_knee").get<double>());
        QCOMPARE(
            n[stats::kneedle(n, r, {false, true}).front()], cisco.at("latency_convex_knee").get<double>());
        QCOMPARE(n[*stats::kleinrockPower(x, r)], cisco.at("kleinrock_max_power_N").get<double>());
    }

    void kneesOfPlainCurves()
    {
        const std::vector<double> x{0, 1, 2, 3, 4, 5, 6}, bent{0, 10, 20, 30, 33, 34, 35};
        QCOMPARE(stats::kneedle(x, bent, {true, true}), std::vector<std::size_t>{3});
        QCOMPARE(stats::twoLines(x, bent).value_or(99), 3U);
        QVERIFY(stats::kneedle(x, x, {true, true}).empty()); // a straight line
        QVERIFY(stats::kneedle(x, std::vector<double>(7, 5.0), {true, true}).size() <= 1);
        QVERIFY(stats::kneedle({}, {}, {true, true}).empty());
        QVERIFY(!stats::twoLines(std::vector{1.0, 2.0, 3.0}, std::vector{1.0, 2.0, 3.0}));
        QVERIFY(!stats::kleinrockPower({}, {}));
        QVERIFY(!stats::kleinrockPower(std::vector{0.0}, std::vector{0.0}));
        QCOMPARE(*stats::kleinrockPower(std::vector{10.0, 18.0, 19.0}, std::vector{0.1, 0.11, 0.3}), 1U);
    }

    void littlesLaw_data()
    {
        QTest::addColumn<double>("users");
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("response");
        QTest::addColumn<double>("think");
        QTest::addColumn<QString>("verdict");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("exact") << 3.0 << 5.0 << 0.6 << 0.0 << QStringLiteral("ok");
        QTest::newRow("with think time") << 10.0 << 5.0 << 0.5 << 1.5 << QStringLiteral("ok");
        QTest::newRow("at the edge") << 100.0 << 95.0 << 1.0 << 0.0 << QStringLiteral("ok");
        QTest::newRow("a little off") << 100.0 << 93.0 << 1.0 << 0.0 << QStringLiteral("doubtful");
        QTest::newRow("a gap in the generator") << 100.0 << 60.0 << 1.0 << 0.0 << QStringLiteral("broken");
        QTest::newRow("milliseconds for seconds")
            << 100.0 << 100.0 << 1000.0 << 0.0 << QStringLiteral("broken");
        QTest::newRow("nothing completed") << 10.0 << 0.0 << nan << 0.0 << QStringLiteral("unknown");
        QTest::newRow("no users") << 0.0 << 5.0 << 1.0 << 0.0 << QStringLiteral("unknown");
    }
    void littlesLaw()
    {
        QFETCH(double, users);
        QFETCH(double, rate);
        QFETCH(double, response);
        QFETCH(double, think);
        const auto check = stats::checkLittle({users, rate, response, think});
        QTEST(word(check.verdict), "verdict");
        QVERIFY(!check.sentence.empty());
        QCOMPARE(std::isnan(check.ratio), check.verdict == stats::LittleVerdict::unknown);
    }

    void vectorsOfLittle()
    {
        const auto document = vectors("usl.json");
        if (!document) {
            QSKIP("the shared samples are not here");
        }
        for (const auto& one : document->at("little").at("cases")) {
            QVERIFY(near(stats::littleConcurrency(one.at("X").get<double>(), one.at("R").get<double>()),
                one.at("N").get<double>(), 1e-12));
        }
    }
};

PLUMB_TEST_MAIN(TestCapacity)
#include "tst_capacity.moc"
