// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "tests/support/nginxserver.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::test;

/// Where load goes is what the user allowed. The host off this machine is a name that cannot exist (RFC
/// 6761), so that asking for it shows as a dns error and reaches nobody.
class TestHosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirects_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("confirm");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("to loopback by another name") << "/near" << false << "ok";
        QTest::newRow("away, not confirmed") << "/away" << false << "protocol";
        QTest::newRow("away, confirmed") << "/away" << true << "dns";
    }
    void redirects()
    {
        QFETCH(QString, path);
        QFETCH(bool, confirm);
        QFETCH(QString, outcome);
        NginxOptions options;
        options.extra = "location /away { return 302 http://elsewhere.invalid/; } "
                        "location /near { return 302 http://localhost:$server_port/; }";
        const NginxServer nginx(options);
        if (!nginx.running()) {
            QSKIP(nginx.error().c_str());
        }
        const Workspace workspace;
        const auto scenario = workspace.write("s.json",
            oneStepScenario(nginx.url(), path.toStdString(),
                {{"executor", "shared-iterations"}, {"iterations", 3}, {"vus", 1}}));
        QStringList arguments{QStringLiteral("run"), QString::fromStdString(scenario.string()),
            QStringLiteral("--library"), QString::fromStdString(workspace.library().string())};
        if (confirm) {
            arguments << QStringLiteral("--confirm-host") << QStringLiteral("elsewhere.invalid");
        }
        const auto result = runPlumb(arguments);
        QVERIFY2(result.exitCode == (outcome == QLatin1String("ok") ? 0 : 1), result.text().c_str());
        const auto reports = workspace.reports();
        QCOMPARE(reports.size(), std::size_t(1));
        const auto report = report::readReport(reports.front());
        QVERIFY(report.has_value());
        QCOMPARE(
            report->steps.front().outcomes.at(outcome.toStdString()), outcome == QLatin1String("ok") ? 6 : 3);
        QCOMPARE(report->totals.sent, outcome == QLatin1String("protocol") ? 3 : 6);
        if (outcome == QLatin1String("protocol")) {
            QVERIFY(
                std::any_of(report->samples.begin(), report->samples.end(), [](const report::Sample& sample) {
                    return sample.error.find("a redirect to elsewhere.invalid was not followed")
                        != std::string::npos
                        && sample.error.find("--confirm-host elsewhere.invalid") != std::string::npos;
                }));
        }
    }
};

PLUMB_TEST_MAIN(TestHosts)
#include "tst_hosts.moc"
