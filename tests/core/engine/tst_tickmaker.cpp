// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tickmaker.h"
#include "tests/support/testmain.h"

#include <atomic>
#include <cmath>
#include <thread>

using namespace plumb;
using namespace plumb::engine;
using namespace std::chrono_literals;

namespace {

Crew::Harvest harvestOf(int users, ThreadTimes threads)
{
    Crew::Harvest harvest;
    harvest.interval = std::make_unique<Interval>(std::make_shared<IntervalLayout>());
    harvest.users = users;
    harvest.threads = std::move(threads);
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
        const std::string http = "QNetworkAccessM";
        ticks.make(
            harvestOf(4, {{1, {"plumb-w0", Nanos(500ms), Nanos(0)}}, {2, {http, Nanos(100ms), Nanos(0)}}}),
            11s);
        // Thread 3 is new; thread 1 has hardly done anything since, but wanted to.
        const report::Tick tick = ticks.make(
            harvestOf(7,
                {{1, {"plumb-w0", Nanos(520ms), Nanos(1500ms)}}, {2, {http, Nanos(1000ms), Nanos(100ms)}},
                    {3, {http, Nanos(80ms), Nanos(0)}}}),
            13s);
        QCOMPARE(tick.interval_s, 2.0);
        QCOMPARE(tick.vus, 7);
        QCOMPARE(*tick.generator_busiest_pct, 45.0);
        QCOMPARE(*tick.generator_cpu_pct, 50.0);
        const auto& threads = tick.generator.threads;
        QCOMPARE(threads.size(), std::size_t(3));
        QCOMPARE(threads[0].name, std::string("worker 1"));
        QCOMPARE(threads[0].cpu_pct, 1.0);
        QCOMPARE(threads[0].wait_pct, 75.0);
        QCOMPARE(threads[1].name, std::string("http 1"));
        QCOMPARE(threads[2].name, std::string("http 2"));
        ticks.make(harvestOf(2, {}), 14s);
        QCOMPARE(ticks.usersMax(), 7);
    }

    void theMachineStandsBesideTheThreads()
    {
        TickMaker ticks;
        auto harvest = harvestOf(1, {});
        harvest.host = HostCpu{1000, 500, 100, 10};
        QVERIFY(!ticks.make(harvest, 1s).generator.idle_pct); // one reading is none
        harvest.host = HostCpu{1200, 550, 110, 20};
        const report::Tick tick = ticks.make(harvest, 2s);
        QCOMPARE(*tick.generator.idle_pct, 30.0); // waiting for disks included
        QCOMPARE(*tick.generator.steal_pct, 5.0);
    }

    void manyThreadsAreCutToTheBusiest()
    {
        TickMaker ticks;
        ticks.startAt(1s);
        ThreadTimes threads;
        for (int i = 1; i <= 40; ++i)
            threads[i] = {"QNetworkAccessM", Nanos(i * 1ms), {}};
        const report::Tick tick = ticks.make(harvestOf(1, threads), 2s);
        QCOMPARE(tick.generator.threads.size(), std::size_t(16));
        QCOMPARE(tick.generator.threads.front().cpu_pct, 4.0);
        QCOMPARE(std::round(*tick.generator_cpu_pct), 82.0); // of all of them
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
            return times.size() == 1 && times.begin()->second.computed > Nanos{}
            && times.begin()->second.name == "plumb-w7";
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
