// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reactorconformance.h"

#include <QTest>

#include <thread>

using namespace std::chrono_literals;

namespace plumb::test {

void ReactorConformance::tasksRunInOrder()
{
    const auto made = makeReactor();
    auto& reactor = *made;
    std::vector<int> order;
    reactor.post([&] { order.push_back(1); });
    std::thread([&] {
        reactor.post([&] { order.push_back(2); });
        reactor.quit(); // before run(): must not be lost, and 2 still runs
    }).join();
    reactor.run();
    QCOMPARE(order, (std::vector<int>{1, 2}));
}

void ReactorConformance::wakesWhenDueAndNotBefore()
{
    const auto made = makeReactor();
    auto& reactor = *made;
    const SteadyClock clock;
    const Nanos due = clock.now() + 20ms;
    Nanos woken{};
    reactor.onWake([&] {
        woken = clock.now();
        reactor.quit();
    });
    reactor.wakeAt(due);
    reactor.run();
    QVERIFY(woken >= due);
}

void ReactorConformance::laterCallReplacesEarlierOne()
{
    const auto made = makeReactor();
    auto& reactor = *made;
    const SteadyClock clock;
    const Nanos start = clock.now();
    int wakes = 0;
    reactor.onWake([&] {
        ++wakes;
        reactor.quit();
    });
    reactor.wakeAt(start + 10min);
    reactor.wakeAt(start + 30ms);
    reactor.run();
    QCOMPARE(wakes, 1);
    QVERIFY(clock.now() - start < 1min);
}

void ReactorConformance::pastAndZeroWakeAtOnce()
{
    const auto made = makeReactor();
    auto& reactor = *made;
    const SteadyClock clock;
    int wakes = 0;
    reactor.onWake([&] {
        if (++wakes == 3) {
            reactor.quit();
            return;
        }
        reactor.wakeAt(wakes == 1 ? clock.now() - 1s : Nanos{1});
    });
    reactor.wakeAt(clock.now());
    reactor.run();
    QCOMPARE(wakes, 3);
}

void ReactorConformance::sameTimeAgainWakesAgain()
{
    const auto made = makeReactor();
    auto& reactor = *made;
    const Nanos due = SteadyClock().now();
    int wakes = 0;
    reactor.onWake([&] {
        if (++wakes == 2) {
            reactor.quit();
        } else {
            reactor.wakeAt(due);
        }
    });
    reactor.wakeAt(due);
    reactor.run();
    QCOMPARE(wakes, 2);
}

} // namespace plumb::test
