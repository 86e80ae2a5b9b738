// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/latencydraw.h"
#include "sample/trouble.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plumb;
using namespace plumb::sample;
using namespace std::chrono_literals;

class TestServiceTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distributions_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("a");
        QTest::addColumn<double>("b");
        QTest::addColumn<double>("median");
        QTest::newRow("fixed") << int(Latency::Kind::fixed) << 8.0 << 0.0 << 8.0;
        QTest::newRow("uniform") << int(Latency::Kind::uniform) << 10.0 << 20.0 << 15.0;
        QTest::newRow("normal") << int(Latency::Kind::normal) << 50.0 << 5.0 << 50.0;
        QTest::newRow("lognormal") << int(Latency::Kind::lognormal) << 30.0 << 0.5 << 30.0;
        QTest::newRow("exponential") << int(Latency::Kind::exponential) << 10.0 << 0.0
                                     << 10.0 * std::log(2.0);
        QTest::newRow("none") << int(Latency::Kind::none) << 0.0 << 0.0 << 0.0;
    }
    void distributions()
    {
        QFETCH(int, kind);
        QFETCH(double, a);
        QFETCH(double, b);
        QFETCH(double, median);
        Latency latency;
        latency.kind = static_cast<Latency::Kind>(kind);
        latency.a = a;
        latency.b = b;
        RandomEngine random(5);
        std::vector<double> drawn(4001);
        std::generate(drawn.begin(), drawn.end(), [&] { return drawMs(latency, random); });
        std::sort(drawn.begin(), drawn.end());
        QVERIFY(drawn.front() >= 0.0);
        // 4001 draws: the median's standard error is under 2 % for all of these; 8 % is beyond 4 of them.
        QVERIFY2(std::abs(drawn[2000] - median) <= 0.08 * median, qPrintable(QString::number(drawn[2000])));
    }

    void boundsHold()
    {
        Latency latency;
        latency.kind = Latency::Kind::normal;
        latency.a = 10.0;
        latency.b = 30.0;
        latency.min_ms = 5.0;
        latency.max_ms = 12.0;
        RandomEngine random(5);
        for (int i = 0; i < 1000; ++i) {
            const double ms = drawMs(latency, random);
            QVERIFY(ms >= 5.0 && ms <= 12.0);
        }
    }

    void mixturesKeepTheirWeights()
    {
        Latency slow;
        slow.kind = Latency::Kind::fixed;
        slow.a = 100.0;
        Latency latency;
        latency.kind = Latency::Kind::mixture;
        Latency fast;
        fast.weight = 9.0;
        latency.parts = {fast, slow};
        RandomEngine random(5);
        int slowOnes = 0;
        for (int i = 0; i < 10'000; ++i) {
            slowOnes += drawMs(latency, random) > 0.0 ? 1 : 0;
        }
        QVERIFY(slowOnes > 850 && slowOnes < 1150); // 1000 +- 5 standard deviations
        const std::vector<StatusChoice> choices{{200, 3.0, {}}, {500, 1.0, "r"}};
        int failures = 0;
        for (int i = 0; i < 10'000; ++i) {
            failures += drawStatus(choices, random).status == 500 ? 1 : 0;
        }
        QVERIFY(failures > 2280 && failures < 2720);
        QCOMPARE(drawStatus({}, random).status, 200);
    }

    void disturbancesHoldInTheirTime()
    {
        Disturbance slow;
        slow.from_s = 10.0;
        slow.until_s = 20.0;
        slow.slow_factor = 4.0;
        Disturbance failing = slow;
        failing.slow_factor = 0.5;
        failing.fail_rate = 1.0;
        failing.path_prefix = "/api";
        const Disturbances disturbances({slow, failing});
        RandomEngine random(1);
        QCOMPARE(disturbances.at(9999ms, "/api", random).slow_factor, 1.0);
        QVERIFY(!disturbances.at(9999ms, "/api", random).fail);
        QCOMPARE(disturbances.at(10s, "/x", random).slow_factor, 4.0);
        QVERIFY(!disturbances.at(10s, "/x", random).fail);
        QCOMPARE(disturbances.at(19999ms, "/api/y", random).slow_factor, 2.0);
        QVERIFY(disturbances.at(19999ms, "/api/y", random).fail);
        QCOMPARE(disturbances.at(20s, "/api", random).slow_factor, 1.0);
    }

    void theRateLimitHoldsItsRate()
    {
        RateLimit limit(100.0);
        int admitted = 0;
        for (auto now = 0ms; now < 10s; now += 1ms) {
            admitted += limit.admit(now) ? 1 : 0;
        }
        // 100 a second for ten seconds, and the tenth of a second that may come at once.
        QVERIFY2(admitted >= 1000 && admitted <= 1011, qPrintable(QString::number(admitted)));
        RateLimit slow(2.0);
        QVERIFY(slow.admit(0ms));
        QVERIFY(!slow.admit(499ms));
        QVERIFY(slow.admit(500ms));
        RateLimit none(0.0);
        QVERIFY(none.admit(0ms) && none.admit(0ms));
    }

    void coldKeysWarmUpOneByOne()
    {
        ColdKeys keys;
        QVERIFY(keys.cold("a", 2));
        QVERIFY(keys.cold("b", 2));
        QVERIFY(keys.cold("a", 2));
        QVERIFY(!keys.cold("a", 2));
        QVERIFY(keys.cold("b", 2));
        QVERIFY(!keys.cold("b", 2));
    }
};

PLUMB_TEST_MAIN(TestServiceTrouble)
#include "tst_servicetrouble.moc"
