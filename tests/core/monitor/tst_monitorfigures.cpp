// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/connections.h"
#include "monitor/hostsource.h"
#include "monitor/procreader.h"
#include "report/monitortrack.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace plumb;
using namespace plumb::monitor;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

} // namespace

/// Arithmetic and parsing, without a process or a clock.
class TestMonitorFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProcessWithoutMemoryHasEnded()
    {
        const auto ended = [](const char* line) { return parseStat(line, 4096).value().ended(); };
        QVERIFY(!ended("77 (a) R 5 77 77 0 -1 64 1 2 3 4 150 50 7 8 20 0 9 0 4242 8192000 100 1"));
        QVERIFY(ended("77 (a) Z 5 77 77 0 -1 64 1 2 3 4 150 50 7 8 20 0 9 0 4242 0 0 1"));
        // On its way out: the memory is gone, the state is not Z yet.
        QVERIFY(ended("77 (a) R 5 77 77 0 -1 64 1 2 3 4 150 50 7 8 20 0 1 0 4242 0 0 1"));
        QVERIFY(!ended("16 (ksoftirqd/0) S 2 0 0 0 -1 64 0 0 0 0 0 9 0 0 20 0 1 0 12 0 0 1"));
        QVERIFY(!ended("2 (kthreadd) S 0 0 0 0 -1 64 0 0 0 0 0 9 0 0 20 0 1 0 12 0 0 1"));
    }

    void aStatLineWithANameThatHoldsAnything()
    {
        const auto stat = parseStat(
            "77 (a) b (c) S 5 77 77 0 -1 4194560 1 2 3 4 150 50 7 8 20 0 9 0 4242 8192000 100 1", 4096);
        QVERIFY(stat.has_value());
        QCOMPARE(stat->pid, 77);
        QCOMPARE(stat->parent, 5);
        QVERIFY(stat->name == "a) b (c");
        QCOMPARE(stat->state, 'S');
        QCOMPARE(stat->cpu, std::uint64_t(200));
        QCOMPARE(stat->threads, 9);
        QCOMPARE(stat->started, std::uint64_t(4242));
        QCOMPARE(stat->vms, std::uint64_t(8192000));
        QCOMPARE(stat->rss, std::uint64_t(409600));
        for (const auto* bad : {"", "77", "77 (x", "x (y) S 1", "77 (y) S", ") 7 ("}) {
            QVERIFY2(!parseStat(bad, 4096), bad);
        }
    }

    void aTcpLine()
    {
        const auto socket = parseTcpLine("   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 "
                                         "00000000  1000        0 123456 1 0000000000000000 20 4 30 10 -1");
        QVERIFY(socket.has_value());
        QCOMPARE(socket->localPort, 8080U);
        QCOMPARE(socket->remotePort, 50000U);
        QCOMPARE(socket->state, TcpSocket::established);
        QCOMPARE(socket->inode, std::uint64_t(123456));
        QVERIFY(!parseTcpLine("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt"));
        QVERIFY(!parseTcpLine(""));
    }

    void theCpuLineOfTheHost()
    {
        const auto cpu = parseHostCpu("cpu  10 1 5 80 4 0 0 2 9 9");
        QVERIFY(cpu.has_value());
        QCOMPARE(cpu->total, std::uint64_t(102)); // guest times are in user time already
        QCOMPARE(cpu->idle, std::uint64_t(80));
        QCOMPARE(cpu->iowait, std::uint64_t(4));
        QCOMPARE(cpu->steal, std::uint64_t(2));
        QVERIFY(!parseHostCpu("cpu0 1 2 3 4 5 6 7 8"));
        QVERIFY(!parseHostCpu("cpu 1 2"));
    }

    void aTrackKeepsReadingsAsTheyAre()
    {
        report::MonitorTrack track(10);
        track.add(-1.0, 5.0, false);
        track.add(0.5, 10.0, true);
        track.add(1.0, absent, true);
        track.add(1.5, 30.0, true);
        report::MonitorSeries series;
        track.build(series);
        QCOMPARE(series.t, (std::vector<double>{-1.0, 0.5, 1.0, 1.5}));
        QCOMPARE(series.value[1], 10.0);
        QVERIFY2(std::isnan(series.value[2]), "a gap is no 0");
        QVERIFY(series.min.empty());
        QCOMPARE(series.summary.count, std::int64_t(2));
        QCOMPARE(series.summary.missing, std::int64_t(1));
        QCOMPARE(series.summary.min, std::optional(10.0));
        QCOMPARE(series.summary.mean, std::optional(20.0));
        QCOMPARE(series.summary.max, std::optional(30.0));
        QCOMPARE(series.summary.last, std::optional(30.0));
    }

    void aLongTrackIsMergedAndForgetsNoPeak()
    {
        report::MonitorTrack track(100);
        constexpr int readings = 100'000;
        double sum = 0.0;
        for (int i = 0; i < readings; ++i) {
            const double value = i == 54'321 ? 999.0 : i % 7;
            sum += value;
            track.add(0.5 * i, value, true);
        }
        report::MonitorSeries series;
        track.build(series);
        QVERIFY(series.t.size() <= 100 && series.t.size() >= 40);
        QCOMPARE(series.min.size(), series.t.size());
        QCOMPARE(series.max.size(), series.t.size());
        QCOMPARE(*std::max_element(series.max.begin(), series.max.end()), 999.0);
        QCOMPARE(*std::min_element(series.min.begin(), series.min.end()), 0.0);
        QVERIFY(std::is_sorted(series.t.begin(), series.t.end()));
        QCOMPARE(series.t.back(), 0.5 * (readings - 1));
        QVERIFY(std::abs(*series.summary.mean - sum / readings) < 1e-3);
        QCOMPARE(series.summary.max, std::optional(999.0));
    }

    void nothingKnownIsAbsent()
    {
        report::MonitorTracks tracks(10);
        tracks.add(
            {{{"process", "rss_mb", "MB", "x", {0.0, 1.0}, {absent, absent}}}}, [](double) { return true; });
        const auto all = tracks.build();
        QCOMPARE(all.size(), std::size_t(1));
        QVERIFY(!all[0].summary.max && !all[0].summary.mean);
        QCOMPARE(all[0].summary.missing, std::int64_t(2));
    }

    void whatNamesManySeriesIsBounded()
    {
        report::MonitorTracks tracks(10);
        report::MonitorTick tick;
        for (int i = 0; i < 1000; ++i) {
            tick.series.push_back({"prometheus", "s" + std::to_string(i), "", "p", {1.0}, {1.0}});
        }
        tracks.add(tick, [](double) { return true; });
        QCOMPARE(tracks.build().size(), std::size_t(100));
    }
};

PLUMB_TEST_MAIN(TestMonitorFigures)
#include "tst_monitorfigures.moc"
