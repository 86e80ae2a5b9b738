// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/arrivalschedule.h"
#include "engine/phaseplan.h"
#include "engine/vuschedule.h"
#include "engine/weights.h"
#include "tests/support/testmain.h"

#include <cmath>
#include <map>

using namespace plumb;
using namespace plumb::engine;
using namespace std::chrono_literals;

namespace {

LinearCurve hold(double duration, double value)
{
    LinearCurve curve;
    curve.add(duration, value, value);
    return curve;
}

std::vector<Arrival> all(ArrivalSchedule schedule)
{
    std::vector<Arrival> arrivals;
    while (const auto arrival = schedule.next())
        arrivals.push_back(*arrival);
    return arrivals;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void curveValues()
    {
        LinearCurve curve;
        curve.add(10, 0, 10);
        curve.add(5, 10, 10);
        curve.add(0, 99, 99);
        curve.add(10, 4, 0);
        QCOMPARE(curve.duration_s(), 25.0);
        QCOMPARE(curve.valueAt(0), 0.0);
        QCOMPARE(curve.valueAt(5), 5.0);
        QCOMPARE(curve.valueAt(15), 4.0); // the later piece counts at an edge
        QCOMPARE(curve.valueAt(99), 0.0);
        QCOMPARE(curve.integral(), 50.0 + 50.0 + 20.0);
        QCOMPARE(*curve.timeOfIntegral(50.0), 10.0);
        QVERIFY(std::abs(*curve.timeOfIntegral(12.5) - 5.0) < 1e-12);
        QVERIFY(!curve.timeOfIntegral(120.0));
    }

    /// No drift: arrival k stands at k / rate to the nanosecond, also after an hour.
    void uniformArrivals_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("duration");
        QTest::addColumn<int>("count");
        QTest::newRow("50/s for a minute") << 50.0 << 60.0 << 3000;
        QTest::newRow("3/s, no finite binary period") << 3.0 << 3600.0 << 10800;
        QTest::newRow("a third per second") << 1.0 / 3.0 << 60.0 << 20;
        QTest::newRow("not a whole number") << 0.7 << 10.0 << 7;
        QTest::newRow("7777/s") << 7777.0 << 2.0 << 15554;
        QTest::newRow("less than one") << 0.05 << 10.0 << 1;
    }
    void uniformArrivals()
    {
        QFETCH(double, rate);
        QFETCH(double, duration);
        QFETCH(int, count);
        const auto arrivals
            = all(ArrivalSchedule(hold(duration, rate), ArrivalSchedule::Spacing::uniform, {1, 0}, 0, 1));
        QCOMPARE(static_cast<int>(arrivals.size()), count);
        for (std::size_t k = 0; k < arrivals.size(); ++k) {
            QCOMPARE(arrivals[k].number, static_cast<std::int64_t>(k));
            const auto exact = static_cast<double>(k) / rate * 1e9;
            QVERIFY(std::abs(static_cast<double>(arrivals[k].at.count()) - exact) <= 1.0);
        }
    }

    void rampedArrivals()
    {
        LinearCurve curve;
        curve.add(10, 0, 10); // 50 arrivals, the k-th at sqrt(2k)
        curve.add(10, 10, 10);
        const auto arrivals = all(ArrivalSchedule(curve, ArrivalSchedule::Spacing::uniform, {1, 0}, 0, 1));
        QCOMPARE(arrivals.size(), std::size_t{150});
        QVERIFY(std::abs(static_cast<double>(arrivals[8].at.count()) - 4e9) <= 1.0);
        QCOMPARE(arrivals[50].at, Nanos(10s));
        QCOMPARE(arrivals[51].at, Nanos(10100ms));
    }

    void heldCurves()
    {
        LinearCurve curve;
        curve.add(10, 0, 10);
        curve.add(10, 10, 10);
        const LinearCurve held = curve.heldFrom(5, 20);
        QCOMPARE(held.duration_s(), 20.0);
        QCOMPARE(held.valueAt(4), 4.0);
        QCOMPARE(held.valueAt(5), 20.0);
        QCOMPARE(held.integral(), 12.5 + 300.0);
        QCOMPARE(held.heldFrom(5, 0).integral(), 12.5); // the same moment again: the later word counts
        QCOMPARE(held.heldFrom(15, 1).integral(), 12.5 + 200.0 + 5.0);
        QCOMPARE(curve.heldFrom(0, 3).integral(), 60.0);
        QCOMPARE(curve.heldFrom(25, 3).integral(), curve.integral()); // it is over
    }

    /// A live change: what is taken stays, numbers go on, and all workers see one schedule, wherever each of
    /// them stands when it hears of the change.
    void arrivalsFollowAChange_data()
    {
        QTest::addColumn<bool>("poisson");
        QTest::addColumn<double>("rate");
        for (const double rate : {0.0, 3.0, 400.0}) {
            QTest::addRow("uniform, to %g", rate) << false << rate;
            QTest::addRow("poisson, to %g", rate) << true << rate;
        }
    }
    void arrivalsFollowAChange()
    {
        QFETCH(bool, poisson);
        QFETCH(double, rate);
        const auto spacing = poisson ? ArrivalSchedule::Spacing::poisson : ArrivalSchedule::Spacing::uniform;
        const LinearCurve before = hold(20, 50);
        const LinearCurve after = before.heldFrom(8, rate);
        const auto whole = all(ArrivalSchedule(after, spacing, {7, 0}, 0, 1));
        std::map<std::int64_t, Nanos> seen;
        for (int worker = 0; worker < 3; ++worker) {
            ArrivalSchedule schedule(before, spacing, {7, 0}, worker, 3);
            while (schedule.peek()->at < worker * Nanos(3500ms)) {
                const Arrival arrival = *schedule.next();
                seen[arrival.number] = arrival.at;
            }
            schedule.follow(after);
            while (const auto arrival = schedule.next()) {
                QVERIFY(!seen.contains(arrival->number));
                seen[arrival->number] = arrival->at;
            }
        }
        QCOMPARE(seen.size(), whole.size());
        for (const Arrival& arrival : whole)
            QCOMPARE(seen.at(arrival.number), arrival.at);
        const auto later = std::count_if(
            whole.begin(), whole.end(), [](const Arrival& arrival) { return arrival.at >= 8s; });
        if (!poisson)
            QCOMPARE(later, static_cast<std::ptrdiff_t>(rate * 12));
    }

    /// A schedule that had come to its end goes on where a change makes it longer than it was.
    void anEndIsNoEndAfterAChange()
    {
        ArrivalSchedule schedule(hold(10, 0.05), ArrivalSchedule::Spacing::poisson, {3, 0}, 0, 1);
        std::int64_t taken = 0;
        while (schedule.next())
            ++taken;
        schedule.follow(hold(10, 0.05).heldFrom(5, 100));
        const auto next = schedule.next();
        QVERIFY(next && next->number == taken && next->at >= 5s);
    }

    void stripesCoverEveryArrivalOnce_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<bool>("poisson");
        for (int workers = 1; workers <= 4; ++workers) {
            QTest::addRow("uniform, %d workers", workers) << workers << false;
            QTest::addRow("poisson, %d workers", workers) << workers << true;
        }
    }
    void stripesCoverEveryArrivalOnce()
    {
        QFETCH(int, workers);
        QFETCH(bool, poisson);
        const auto spacing = poisson ? ArrivalSchedule::Spacing::poisson : ArrivalSchedule::Spacing::uniform;
        const auto whole = all(ArrivalSchedule(hold(20, 37), spacing, {7, 0}, 0, 1));
        std::vector<std::optional<Nanos>> seen(whole.size());
        for (int worker = 0; worker < workers; ++worker) {
            for (const Arrival& arrival :
                all(ArrivalSchedule(hold(20, 37), spacing, {7, 0}, worker, workers))) {
                QCOMPARE(static_cast<int>(arrival.number % workers), worker);
                auto& slot = seen.at(static_cast<std::size_t>(arrival.number));
                QVERIFY(!slot);
                slot = arrival.at;
            }
        }
        for (std::size_t k = 0; k < whole.size(); ++k)
            QCOMPARE(seen[k], std::optional(whole[k].at));
    }

    /// Gaps of a Poisson process: mean and standard deviation are both 1 / rate.
    void poissonGaps()
    {
        const double rate = 100.0;
        const auto arrivals
            = all(ArrivalSchedule(hold(1000, rate), ArrivalSchedule::Spacing::poisson, {42, 0}, 0, 1));
        QVERIFY(std::abs(static_cast<double>(arrivals.size()) - 100000.0) < 4 * std::sqrt(100000.0));
        double sum = 0;
        double squares = 0;
        for (std::size_t k = 1; k < arrivals.size(); ++k) {
            const double gap = std::chrono::duration<double>(arrivals[k].at - arrivals[k - 1].at).count();
            QVERIFY(gap >= 0);
            sum += gap;
            squares += gap * gap;
        }
        const auto n = static_cast<double>(arrivals.size() - 1);
        const double mean = sum / n;
        QVERIFY(std::abs(mean * rate - 1.0) < 0.02);
        QVERIFY(std::abs(std::sqrt(squares / n - mean * mean) * rate - 1.0) < 0.02);
        const auto again
            = all(ArrivalSchedule(hold(1000, rate), ArrivalSchedule::Spacing::poisson, {42, 0}, 0, 1));
        const auto other
            = all(ArrivalSchedule(hold(1000, rate), ArrivalSchedule::Spacing::poisson, {43, 0}, 0, 1));
        QCOMPARE(again[500].at, arrivals[500].at);
        QVERIFY(other[500].at != arrivals[500].at);
    }

    void vuChanges()
    {
        LinearCurve curve;
        curve.add(3, 0, 3);
        curve.add(2, 3, 3);
        curve.add(3, 3, 0);
        curve.add(1, 5, 5);
        const VuSchedule schedule(curve);
        const std::vector<VuSchedule::Change> expected{
            {0s, 0}, {1s, 1}, {2s, 2}, {3s, 3}, {6s, 2}, {7s, 1}, {8s, 5}};
        QVERIFY(schedule.changes() == expected);
        QCOMPARE(schedule.most(), 5);
        QCOMPARE(schedule.activeAt(-1s), 0);
        QCOMPARE(schedule.activeAt(1999ms), 1);
        QCOMPARE(schedule.activeAt(2s), 2);
        QCOMPARE(schedule.activeAt(5999ms), 3);
        QCOMPARE(schedule.activeAt(6s), 2);
        QCOMPARE(schedule.activeAt(99s), 5);
    }
    void vuHoldIsOneChange()
    {
        const VuSchedule schedule(hold(60, 10));
        QCOMPARE(schedule.changes().size(), std::size_t{1});
        QCOMPARE(schedule.activeAt(0s), 10);
    }

    void phases()
    {
        const PhasePlan plan{5s, Nanos(60s), 2s};
        QVERIFY(plan.phaseAt(Nanos(5s) - Nanos(1)) == Phase::warmup);
        QVERIFY(plan.phaseAt(5s) == Phase::measure);
        QVERIFY(plan.phaseAt(Nanos(65s) - Nanos(1)) == Phase::measure);
        QVERIFY(plan.phaseAt(65s) == Phase::cooldown);
        QVERIFY(plan.end() == Nanos(67s));
        const PhasePlan open{};
        QVERIFY(open.phaseAt(1h) == Phase::measure);
        QVERIFY(!open.end());
    }

    void shares_data()
    {
        QTest::addColumn<int>("total");
        QTest::addColumn<QList<double>>("weights");
        QTest::addColumn<QList<int>>("counts");
        QTest::newRow("3 to 1") << 8 << QList<double>{3, 1} << QList<int>{6, 2};
        QTest::newRow("largest remainder") << 10 << QList<double>{1, 1, 1} << QList<int>{4, 3, 3};
        QTest::newRow("remainders decide") << 10 << QList<double>{47, 16, 37} << QList<int>{5, 1, 4};
        QTest::newRow("a zero weight gets none") << 5 << QList<double>{0, 2} << QList<int>{0, 5};
        QTest::newRow("all zero: equal") << 4 << QList<double>{0, 0} << QList<int>{2, 2};
        QTest::newRow("fewer users than patterns") << 1 << QList<double>{1, 5, 1} << QList<int>{0, 1, 0};
    }
    void shares()
    {
        QFETCH(int, total);
        QFETCH(QList<double>, weights);
        QFETCH(QList<int>, counts);
        const std::vector<double> given(weights.begin(), weights.end());
        const std::vector<int> expected(counts.begin(), counts.end());
        QVERIFY(shareOut(total, given) == expected);
        std::vector<int> assigned(expected.size());
        for (const int choice : assign(total, given))
            ++assigned[static_cast<std::size_t>(choice)];
        QVERIFY(assigned == expected);
    }
    void everyBeginningHasTheShares()
    {
        const std::vector<int> order = assign(100, {70, 20, 10});
        std::array<int, 3> counts{};
        for (std::size_t i = 0; i < order.size(); ++i) {
            ++counts[static_cast<std::size_t>(order[i])];
            QVERIFY(std::abs(counts[0] - 0.7 * static_cast<double>(i + 1)) <= 1.0);
        }
    }
    void arrivalsPickByWeight()
    {
        std::array<int, 2> counts{};
        for (int k = 0; k < 1000; ++k)
            ++counts[static_cast<std::size_t>(pickForArrival(k, {3, 1}))];
        QVERIFY(std::abs(counts[0] - 750) <= 3);
        for (int k = 0; k < 100; ++k)
            QCOMPARE(pickForArrival(k, {0, 1}), 1);
        QCOMPARE(pickAt(0.0, {1, 1}), 0);
        QCOMPARE(pickAt(0.5, {1, 1}), 1);
        QCOMPARE(pickAt(0.999999, {1, 0}), 0);
    }
};

PLUMB_TEST_MAIN(TestSchedule)
#include "tst_schedule.moc"
