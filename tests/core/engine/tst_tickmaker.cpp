// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tickmaker.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <thread>

using namespace plumb;
using namespace plumb::engine;
using namespace std::chrono_literals;

namespace {

Crew::Harvest harvestOf(int users, ThreadTimes cpu)
{
    Crew::Harvest harvest;
    harvest.interval = std::make_unique<Interval>(std::make_shared<IntervalLayout>());
    harvest.users = users;
    harvest.cpu = std::move(cpu);
    return harvest;
}

} // namespace

class TestTickMaker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theBusiestThreadStandsBesideTheSum()
    {
        TickMaker ticks;
        ticks.startAt(10s);
        ticks.make(harvestOf(4, {{1, Nanos(500ms)}, {2, Nanos(100ms)}}), 11s);
        // Thread 3 is new; thread 1 has hardly done anything since.
        const report::Tick tick
            = ticks.make(harvestOf(7, {{1, Nanos(520ms)}, {2, Nanos(1000ms)}, {3, Nanos(80ms)}}), 13s);
        QCOMPARE(tick.interval_s, 2.0);
        QCOMPARE(tick.vus, 7);
        QCOMPARE(*tick.generator_busiest_pct, 45.0);
        QCOMPARE(*tick.generator_cpu_pct, 50.0);
        ticks.make(harvestOf(2, {}), 14s);
        QCOMPARE(ticks.usersMax(), 7);
    }

    void withoutTimesThereIsNoFigure()
    {
        TickMaker ticks;
        const report::Tick tick = ticks.make(harvestOf(1, {}), 1s);
        QVERIFY(!tick.generator_cpu_pct && !tick.generator_busiest_pct);
    }

    void threadsAreFoundByName()
    {
        std::atomic<bool> stop{false};
        std::thread busy([&stop] {
            nameThread("plumb-w7");
            while (!stop)
                ;
        });
        const auto found = [] {
            const ThreadTimes times = threadTimes({"plumb-w"});
            return times.size() == 1 && times.begin()->second > Nanos{};
        };
#ifdef __linux__
        QTRY_VERIFY(found());
#else
        QVERIFY(!found());
#endif
        QVERIFY(threadTimes({"nobody"}).empty());
        stop = true;
        busy.join();
    }
};

PLUMB_TEST_MAIN(TestTickMaker)
#include "tst_tickmaker.moc"
