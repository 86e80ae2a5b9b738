// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/generatorverdict.h"
#include "report/generatorwatch.h"
#include "tests/support/testmain.h"

#include <algorithm>

using namespace plumb::report;

namespace {

bool has(const GeneratorReport& generator, const std::string& code)
{
    return std::any_of(generator.reasons.begin(), generator.reasons.end(),
        [&code](const GeneratorReason& reason) { return reason.code == code; });
}

/// A minute of 1,000 requests on two cores, 5 ms each, that nothing is wrong with.
GeneratorLoad quietLoad()
{
    GeneratorLoad load;
    load.service_p50_ms = 5.0;
    load.response_p99_ms = 20.0;
    load.sent = load.planned = 1000;
    load.cores = 2;
    load.measured_s = 60.0;
    return load;
}

} // namespace

class TestGeneratorVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<double>("demand"); // of the busiest thread
        QTest::addColumn<double>("wait"); // of it, for a core
        QTest::addColumn<double>("cpu"); // of all threads, on two cores
        QTest::addColumn<double>("lag"); // p99
        QTest::addColumn<double>("loop"); // p50
        QTest::addColumn<int>("droppedWhileBusy");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, double demand, double wait, double cpu, double lag, double loop,
                             int dropped, const char* verdict, const char* code) {
            QTest::newRow(name) << demand << wait << cpu << lag << loop << dropped
                                << QString::fromLatin1(verdict) << QString::fromLatin1(code);
        };
        row("idle", 15, 0, 20, 0.1, 0.05, 0, "ok", "");
        row("late on a noisy machine", 15, 5, 20, 9, 0.2, 0, "ok", "");
        row("late but idle", 15, 5, 20, 40, 0.2, 0, "suspect", "disturbed");
        row("two threads half used", 60, 5, 115, 1, 0.2, 0, "ok", "");
        row("one busy among idle ones", 95, 0, 100, 1, 0.2, 0, "suspect", "busy");
        row("the whole machine", 70, 0, 190, 1, 0.2, 0, "suspect", "busy");
        row("warm", 85, 0, 100, 1, 0.2, 0, "suspect", "warm");
        row("late and busy", 95, 0, 120, 40, 0.2, 0, "invalid", "late");
        row("late and starved", 95, 60, 40, 40, 0.2, 0, "invalid", "late");
        row("answers wait, but it is not busy", 50, 0, 60, 1, 4, 0, "ok", "");
        row("answers wait for a busy one", 95, 0, 100, 1, 4, 0, "invalid", "own-queue");
        row("many dropped while busy", 95, 0, 100, 1, 0.2, 30, "invalid", "dropped");
        row("many dropped while others had the cores", 95, 60, 40, 1, 0.2, 30, "suspect", "dropped");
        row("the same, and it shows", 95, 60, 40, 1, 4, 30, "invalid", "dropped");
        row("few dropped while busy", 85, 0, 80, 1, 0.2, 3, "suspect", "dropped");
        row("a core was seldom free", 50, 30, 40, 1, 0.2, 0, "suspect", "kept-waiting");
    }

    void verdicts()
    {
        QFETCH(double, demand);
        QFETCH(double, wait);
        QFETCH(double, cpu);
        QFETCH(double, lag);
        QFETCH(double, loop);
        QFETCH(int, droppedWhileBusy);
        QFETCH(QString, verdict);
        QFETCH(QString, code);
        GeneratorReport generator;
        generator.demand_pct = demand;
        generator.wait_pct = wait;
        generator.busiest_pct = demand - wait;
        generator.cpu_pct = cpu;
        generator.lag_ms.p99 = lag;
        generator.loop_ms.p50 = loop;
        auto load = quietLoad();
        load.dropped_while_busy = droppedWhileBusy;
        judgeGenerator(generator, load);
        QCOMPARE(QString::fromStdString(generator.verdict), verdict);
        QCOMPARE(generator.reasons.empty(), verdict == QLatin1String("ok"));
        if (!code.isEmpty()) {
            QCOMPARE(QString::fromStdString(generator.reasons.front().code), code);
            QVERIFY(generator.reasons.front().text.ends_with('.'));
        }
    }

    void whatMadeItInvalidComesFirst()
    {
        GeneratorReport generator;
        generator.demand_pct = generator.busiest_pct = 97.0;
        generator.lag_ms.p99 = 40.0;
        auto load = quietLoad();
        load.dropped_while_busy = 3; // too few
        judgeGenerator(generator, load);
        QCOMPARE(generator.verdict, std::string("invalid"));
        QCOMPARE(generator.reasons.size(), std::size_t(2));
        QCOMPARE(generator.reasons.front().code, std::string("late"));
    }

    void aMomentProvesNothing()
    {
        GeneratorReport generator;
        generator.demand_pct = 99.0;
        generator.lag_ms.p99 = 40.0;
        generator.loop_ms.p50 = 4.0;
        auto load = quietLoad();
        load.measured_s = 0.4;
        judgeGenerator(generator, load);
        QCOMPARE(generator.verdict, std::string("suspect"));
        QVERIFY(has(generator, "late") && has(generator, "own-queue"));
    }

    void aSlowServiceAllowsMoreLag()
    {
        GeneratorReport generator;
        generator.demand_pct = 75.0;
        generator.cpu_pct = 95.0;
        generator.lag_ms.p99 = 40.0;
        auto load = quietLoad();
        load.response_p99_ms = 1000.0;
        load.cores = 4;
        judgeGenerator(generator, load);
        QCOMPARE(generator.verdict, std::string("ok"));
        QCOMPARE(allowedLag_ms(1000.0), 100.0);
        QCOMPARE(allowedLag_ms(std::nullopt), allowedLag_ms(1.0));
    }

    void exhaustion_data()
    {
        QTest::addColumn<int>("ports");
        QTest::addColumn<int>("files");
        QTest::addColumn<int>("resends");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("none") << 0 << 0 << 5 << "ok";
        QTest::newRow("a port") << 1 << 0 << 0 << "suspect";
        QTest::newRow("many ports") << 20 << 0 << 0 << "invalid";
        QTest::newRow("many files") << 0 << 20 << 0 << "invalid";
        QTest::newRow("resends") << 0 << 0 << 50 << "suspect";
    }

    void exhaustion()
    {
        QFETCH(int, ports);
        QFETCH(int, files);
        QFETCH(int, resends);
        QFETCH(QString, verdict);
        GeneratorReport generator;
        generator.demand_pct = 15.0;
        generator.port_errors = ports;
        generator.file_errors = files;
        generator.resends = resends;
        judgeGenerator(generator, quietLoad());
        QCOMPARE(QString::fromStdString(generator.verdict), verdict);
        QCOMPARE(has(generator, "ports"), ports > 0);
        QCOMPARE(has(generator, "files"), files > 0);
    }

    void whatLiesInTheMeasurePhaseCounts()
    {
        GeneratorWatch watch;
        const auto second = [&watch](Phase during, Phase after, double cpu) {
            Tick tick;
            tick.phase = after;
            tick.generator.phase = during;
            tick.generator_cpu_pct = tick.generator_busiest_pct = cpu;
            plumb::stats::HdrHistogram lag;
            lag.record(100);
            tick.lag_histogram = lag.encode();
            tick.connects = 1;
            watch.add(tick);
        };
        second(Phase::warmup, Phase::measure, 90.0); // ends where the measure phase begins
        second(Phase::measure, Phase::measure, 20.0);
        second(Phase::measure, Phase::cooldown, 40.0); // the last of it
        second(Phase::cooldown, Phase::cooldown, 90.0);
        const auto report = watch.build({});
        QCOMPARE(report.cpu_pct, std::optional(30.0));
        QCOMPARE(report.lag_ms.count, 2);
        QCOMPARE(report.connects, 4); // of the whole run
    }

    void whatIsAbsentIsNotBusy()
    {
        QVERIFY(!generatorBusy(std::nullopt, std::nullopt, 2));
        QVERIFY(!generatorBusy(std::nullopt, 399.0, 0)); // how many cores there are is not known
        QVERIFY(generatorBusy(std::nullopt, 399.0, 4));
        QVERIFY(generatorBusy(90.1, std::nullopt, 0));
    }

    void nothingKnownIsOk()
    {
        GeneratorReport generator;
        judgeGenerator(generator, {});
        QCOMPARE(generator.verdict, std::string("ok"));
    }
};

PLUMB_TEST_MAIN(TestGeneratorVerdict)
#include "tst_generatorverdict.moc"
