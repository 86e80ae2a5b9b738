// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/watcher.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <limits>

using namespace plumb;
using namespace plumb::monitor;

namespace {

/// Counts its readings; the first says something.
class Counting final : public Source
{
public:
    Counting(std::atomic<int>& readings, std::chrono::milliseconds takes)
        : m_readings(readings)
        , m_takes(takes)
    {
    }
    [[nodiscard]] std::string_view kind() const override { return "host"; }
    [[nodiscard]] const std::string& label() const override { return m_label; }
    [[nodiscard]] const std::vector<SeriesInfo>& series() const override { return m_series; }
    void read(Nanos, std::vector<double>& values, std::vector<std::string>& notices) override
    {
        std::this_thread::sleep_for(m_takes);
        const int count = ++m_readings;
        values = {static_cast<double>(count), std::numeric_limits<double>::quiet_NaN()};
        if (count == 1) {
            notices.emplace_back("begun");
        }
    }

private:
    std::atomic<int>& m_readings;
    std::chrono::milliseconds m_takes;
    std::string m_label = "counting";
    std::vector<SeriesInfo> m_series{{"count", ""}, {"nothing", "MB"}};
};

constexpr Nanos ms = std::chrono::milliseconds(1);

} // namespace

class TestWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingsStandAtWholeIntervals()
    {
        QCOMPARE(nextReading(100 * ms, 500 * ms, 100 * ms, 101 * ms, 1 * ms), 600 * ms);
        QCOMPARE(nextReading(100 * ms, 500 * ms, 603 * ms, 604 * ms, 1 * ms), 1100 * ms);
        // An effort of 120 ms rests for 1.2 s, and one for ever does not rest for ever.
        QCOMPARE(nextReading(0 * ms, 500 * ms, 500 * ms, 620 * ms, 120 * ms), 2000 * ms);
        QCOMPARE(nextReading(0 * ms, 500 * ms, 0 * ms, 60'000 * ms, 60'000 * ms), 60'500 * ms);
        // Waiting for the processor is no effort.
        QCOMPARE(nextReading(0 * ms, 500 * ms, 500 * ms, 1620 * ms, 1 * ms), 2000 * ms);
    }

    void whatIsReadComesAsEvents()
    {
        std::atomic<int> readings = 0;
        Watcher watcher;
        QVERIFY(watcher.empty());
        watcher.add(std::make_unique<Counting>(readings, std::chrono::milliseconds(0)), 20 * ms);
        QVERIFY(!watcher.empty());
        const Nanos origin = SteadyClock().now() + std::chrono::seconds(3);
        watcher.start();
        QTRY_VERIFY(readings >= 5);
        const auto events = watcher.take(origin);
        QCOMPARE(events.size(), std::size_t(2));
        const auto& mark = std::get<report::RunMark>(events[0]);
        QCOMPARE(mark.kind, std::string("monitor"));
        QCOMPARE(mark.text, std::string("begun"));
        QVERIFY2(mark.at_s < 0.0, "before the run");
        const auto& tick = std::get<report::MonitorTick>(events[1]);
        QCOMPARE(tick.series.size(), std::size_t(2));
        QCOMPARE(tick.series[0].source, std::string("counting"));
        QCOMPARE(tick.series[1].unit, std::string("MB"));
        QCOMPARE(tick.series[0].t.size(), tick.series[0].value.size());
        QVERIFY(tick.series[0].t.size() >= 4);
        QVERIFY(std::is_sorted(tick.series[0].t.begin(), tick.series[0].t.end()));
        QVERIFY(std::isnan(tick.series[1].value[0]));
        const auto before = tick.series[0].value.back();
        QTRY_VERIFY(readings > before + 1);
        watcher.stop();
        const auto later = watcher.take(origin);
        QCOMPARE(std::get<report::MonitorTick>(later.at(0)).series[0].value.front(), before + 1.0);
        QVERIFY(watcher.take(origin).empty());
    }

    void aSlowSourceHoldsUpNoOther()
    {
        std::atomic<int> slow = 0, fast = 0;
        Watcher watcher;
        watcher.add(std::make_unique<Counting>(slow, std::chrono::milliseconds(300)), 20 * ms);
        watcher.add(std::make_unique<Counting>(fast, std::chrono::milliseconds(0)), 20 * ms);
        watcher.start();
        QTRY_VERIFY(slow >= 1);
        QVERIFY(fast > slow);
        watcher.stop();
    }
};

PLUMB_TEST_MAIN(TestWatcher)
#include "tst_watcher.moc"
