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
        QTest::addColumn<double>("cpu");
        QTest::addColumn<double>("lag");
        QTest::addColumn<int>("droppedWhileBusy");
        QTest::addColumn<int>("resends");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("idle") << 20.0 << 0.1 << 0 << 0 << "ok";
        QTest::newRow("late on a noisy machine") << 20.0 << 19.0 << 0 << 0 << "ok";
        QTest::newRow("late but idle") << 20.0 << 40.0 << 0 << 0 << "suspect";
        QTest::newRow("busy but punctual") << 95.0 << 1.0 << 0 << 0 << "suspect";
        QTest::newRow("warm") << 85.0 << 1.0 << 0 << 0 << "suspect";
        QTest::newRow("late and busy") << 95.0 << 40.0 << 0 << 0 << "invalid";
        QTest::newRow("dropped while busy") << 85.0 << 1.0 << 3 << 0 << "invalid";
        QTest::newRow("a few resends") << 20.0 << 1.0 << 0 << 5 << "ok";
        QTest::newRow("many resends") << 20.0 << 1.0 << 0 << 50 << "suspect";
    }

    void verdicts()
    {
        QFETCH(double, cpu);
        QFETCH(double, lag);
        QFETCH(int, droppedWhileBusy);
        QFETCH(int, resends);
        QFETCH(QString, verdict);
        GeneratorReport generator;
        generator.cpu_pct = cpu;
        generator.lag_p99_ms = lag;
        generator.resends = resends;
        judgeGenerator(generator, {5.0, 1000, droppedWhileBusy, droppedWhileBusy, 1, 2});
        QCOMPARE(QString::fromStdString(generator.verdict), verdict);
        QCOMPARE(generator.reasons.empty(), verdict == QLatin1String("ok"));
    }

    void aSlowServiceAllowsMoreLag()
    {
        GeneratorReport generator;
        generator.cpu_pct = 95.0;
        generator.lag_p99_ms = 40.0;
        judgeGenerator(generator, {1000.0, 1000, 0, 0, 2, 2});
        QCOMPARE(generator.verdict, std::string("ok"));
    }

    void capacityGrowsWithWorkersUpToTheCores()
    {
        QCOMPARE(capacityPercent(1, 2), 100.0);
        QCOMPARE(capacityPercent(4, 2), 200.0);
        QCOMPARE(capacityPercent(3, 0), 300.0);
        QCOMPARE(capacityPercent(0, 8), 100.0);
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
