// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/models/eta.h"

#include <QTest>

using plumb::models::EtaEstimate;

class EtaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsUntilItCanTell()
    {
        EtaEstimate eta;
        QVERIFY(!eta.secondsLeft());
        eta.update(0, 100, 0.0);
        eta.update(50, 100, 0.4);
        QVERIFY(!eta.secondsLeft()); // within the first second
        eta.update(60, 100, 2.0);
        QCOMPARE(*eta.secondsLeft(), 2.0 * 40 / 60);
        eta.update(100, 100, 3.0);
        QCOMPARE(*eta.secondsLeft(), 0.0);
    }

    void saysNothingOfTheFirstFew()
    {
        EtaEstimate eta;
        eta.update(0, 1000, 0.0);
        eta.update(49, 1000, 10.0);
        QVERIFY(!eta.secondsLeft());
        eta.update(50, 1000, 10.0);
        QCOMPARE(*eta.secondsLeft(), 190.0);
    }

    void anotherJobBeginsAnew()
    {
        EtaEstimate eta;
        eta.update(0, 10, 0.0);
        eta.update(9, 10, 9.0);
        QCOMPARE(*eta.secondsLeft(), 1.0);
        eta.update(1, 10, 10.0);
        QVERIFY(!eta.secondsLeft());
        eta.update(5, 10, 12.0);
        QCOMPARE(*eta.secondsLeft(), 2.0);
        eta.update(0, 0, 12.0);
        QVERIFY(!eta.secondsLeft());
    }
};

PLUMB_TEST_MAIN(EtaTest)
#include "tst_eta.moc"
