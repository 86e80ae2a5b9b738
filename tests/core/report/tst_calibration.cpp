// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "report/calibration.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace plumb;
using namespace plumb::report;

class TestCalibration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestOfAKeyIsKept()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file
            = folder.filePath(QStringLiteral("deep/calibration.json")).toStdString();
        QVERIFY(readCalibrations(file).empty());
        const CalibrationKey qnam = calibrationKey("qnam");
        const CalibrationKey direct = calibrationKey("direct");
        QVERIFY(!qnam.engine_version.empty() && !(qnam == direct));
        QVERIFY(storeCalibration(file, {qnam, {0.2, 0.4, 5000.0, "2026-11-20T10:00:00+00:00"}}));
        QVERIFY(storeCalibration(file, {direct, {0.05, 0.1, 90000.0, "2026-11-20T10:00:10+00:00"}}));
        QVERIFY(storeCalibration(file, {qnam, {0.1, 0.3, 12000.0, "2026-11-21T10:00:00+00:00"}}));
        const auto stored = readCalibrations(file);
        QCOMPARE(stored.size(), std::size_t(2));
        const auto found = findCalibration(stored, qnam);
        QVERIFY(found.has_value());
        QCOMPARE(found->p50_ms, 0.1);
        QCOMPARE(found->p99_ms, 0.3);
        QCOMPARE(found->max_rps, 12000.0);
        QCOMPARE(found->measured_at, std::string("2026-11-21T10:00:00+00:00"));
        auto elsewhere = qnam;
        elsewhere.cpu = "another";
        QVERIFY(!findCalibration(stored, elsewhere));
    }

    void whatCannotBeReadIsNone()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("calibration.json")).toStdString();
        for (const char* text : {"", "{", "[]", R"({"schema":"plumbline.calibration/2","entries":[]})",
                 R"({"schema":"plumbline.calibration/1","entries":[{"host":7}]})"}) {
            QVERIFY(writeFileAtomic(file, text));
            QVERIFY2(readCalibrations(file).empty(), text);
        }
    }

    void testsHaveAPlaceOfTheirOwn()
    {
        QVERIFY(calibrationFile().string().starts_with(qgetenv("PLUMBLINE_MACHINE_DIR").toStdString()));
    }
};

PLUMB_TEST_MAIN(TestCalibration)
#include "tst_calibration.moc"
