// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/generatorverdict.h"
#include "tests/support/testmain.h"

using namespace plumb::report;

class TestGeneratorVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<double>("busiest"); // thread
        QTest::addColumn<double>("cpu"); // all of them, on two cores
        QTest::addColumn<double>("lag");
        QTest::addColumn<int>("droppedWhileBusy");
        QTest::addColumn<int>("resends");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("idle") << 15.0 << 20.0 << 0.1 << 0 << 0 << "ok";
        QTest::newRow("late on a noisy machine") << 15.0 << 20.0 << 19.0 << 0 << 0 << "ok";
        QTest::newRow("late but idle") << 15.0 << 20.0 << 40.0 << 0 << 0 << "suspect";
        QTest::newRow("two threads half used") << 60.0 << 115.0 << 1.0 << 0 << 0 << "ok";
        QTest::newRow("one busy among idle ones") << 95.0 << 100.0 << 1.0 << 0 << 0 << "suspect";
        QTest::newRow("the whole machine") << 70.0 << 190.0 << 1.0 << 0 << 0 << "suspect";
        QTest::newRow("warm") << 85.0 << 100.0 << 1.0 << 0 << 0 << "suspect";
        QTest::newRow("late and busy") << 95.0 << 120.0 << 40.0 << 0 << 0 << "invalid";
        QTest::newRow("dropped while busy") << 85.0 << 100.0 << 1.0 << 3 << 0 << "invalid";
        QTest::newRow("a few resends") << 15.0 << 20.0 << 1.0 << 0 << 5 << "ok";
        QTest::newRow("many resends") << 15.0 << 20.0 << 1.0 << 0 << 50 << "suspect";
    }

    void verdicts()
    {
        QFETCH(double, busiest);
        QFETCH(double, cpu);
        QFETCH(double, lag);
        QFETCH(int, droppedWhileBusy);
        QFETCH(int, resends);
        QFETCH(QString, verdict);
        GeneratorReport generator;
        generator.busiest_pct = busiest;
        generator.cpu_pct = cpu;
        generator.lag_p99_ms = lag;
        generator.resends = resends;
        judgeGenerator(generator, {5.0, 1000, droppedWhileBusy, 2});
        QCOMPARE(QString::fromStdString(generator.verdict), verdict);
        QCOMPARE(generator.reasons.empty(), verdict == QLatin1String("ok"));
    }

    void aSlowServiceAllowsMoreLag()
    {
        GeneratorReport generator;
        generator.cpu_pct = 95.0;
        generator.busiest_pct = 75.0;
        generator.lag_p99_ms = 40.0;
        judgeGenerator(generator, {1000.0, 1000, 0, 4});
        QCOMPARE(generator.verdict, std::string("ok"));
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
