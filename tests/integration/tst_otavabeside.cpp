// SPDX-License-Identifier: GPL-3.0-or-later
// Apache Otava itself beside our E-divisive, on 200 made-up histories. Otava is no part of the project: `pip
// install apache-otava`, and PLUMB_OTAVA_PYTHON names the interpreter that has it.
#include "base/json.h"
#include "stats/edivisive.h"
#include "tests/core/stats/historycases.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QProcess>

#include <nlohmann/json.hpp>

using namespace plumb;

class TestOtavaBeside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothFindTheSame()
    {
        const auto python = qEnvironmentVariable("PLUMB_OTAVA_PYTHON", QStringLiteral("python3"));
        QProcess probe;
        probe.start(python, {QStringLiteral("-c"), QStringLiteral("import otava.analysis")});
        if (!probe.waitForFinished() || probe.exitStatus() != QProcess::NormalExit || probe.exitCode() != 0) {
            QSKIP("Apache Otava is not installed");
        }
        constexpr std::size_t count = 200;
        Json cases = Json::array();
        for (std::size_t i = 0; i < count; ++i) {
            const auto made = test::historyCase(i);
            cases.push_back({{"values", made.values}, {"window", made.options.window},
                {"p", made.options.maxP}, {"magnitude", made.options.minMagnitude}});
        }
        QProcess otava;
        otava.start(
            python, {QString::fromStdString(test::sourceFile("tests/integration/otavabeside.py").string())});
        otava.write(QByteArray::fromStdString(dumpJson(cases)));
        otava.closeWriteChannel();
        QVERIFY(otava.waitForFinished(100'000));
        const auto answers = parseJson(otava.readAllStandardOutput().toStdString(), "otava");
        QVERIFY2(answers, otava.readAllStandardError().constData());
        QCOMPARE(answers->size(), count);
        std::size_t points = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto made = test::historyCase(i);
            std::vector<std::size_t> indexes;
            for (const auto& point : *stats::edivisive(made.values, made.options)) {
                indexes.push_back(point.index);
            }
            points += indexes.size();
            QVERIFY2(
                indexes == answers->at(i).get<std::vector<std::size_t>>(), qPrintable(QString::number(i)));
        }
        qInfo("%zu histories, %zu change points", count, points);
        QVERIFY(points > 100);
    }
};

PLUMB_TEST_MAIN(TestOtavaBeside)
#include "tst_otavabeside.moc"
