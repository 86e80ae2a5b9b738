// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "report/verify.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::test;

namespace {

/// `plumb serve` whose answers fail from a second of its life on.
class FailingService
{
public:
    explicit FailingService(int from)
        : m_process(startPlumb({QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"),
            QStringLiteral("--fail-rate"), QStringLiteral("1"), QStringLiteral("--from"),
            QString::number(from)}))
    {
        while (!m_process->canReadLine() && m_process->waitForReadyRead(20'000)) { }
        const auto line = QString::fromUtf8(m_process->readLine()).trimmed();
        m_url = line.section(QLatin1String("listening on "), 1).toStdString();
    }
    ~FailingService()
    {
        m_process->kill();
        m_process->waitForFinished();
    }
    [[nodiscard]] const std::string& url() const { return m_url; }

private:
    std::unique_ptr<QProcess> m_process;
    std::string m_url;
};

} // namespace

/// A stop rule ends a run whose target goes down, and everything says so.
class TestStopRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTargetThatGoesDownEndsTheRun()
    {
        const FailingService service(5);
        QVERIFY(!service.url().empty());
        const Workspace workspace;
        auto json = oneStepScenario(service.url(), "/api/health",
            {{"executor", "constant-arrival-rate"}, {"rate", 50}, {"duration_s", 120}, {"max_vus", 5}});
        json["stop_when"] = Json::array({Json{{"metric", "rps"}, {"over_s", 3}, {"is", "< 1"}},
            Json{{"name", "too many errors"}, {"metric", "error_rate"}, {"over_s", 2}, {"is", "> 50%"}}});
        const auto result = runPlumb({QStringLiteral("run"),
            QString::fromStdString(workspace.write("s.json", json).string()), QStringLiteral("--library"),
            QString::fromStdString(workspace.library().string()), QStringLiteral("--events")});
        QVERIFY2(result.exitCode == 1, result.errors.constData());
        QVERIFY2(!result.errors.contains("/stop_when"), result.errors.constData());

        const auto reports = workspace.reports();
        QCOMPARE(reports.size(), std::size_t(1));
        const auto report = report::readReport(reports.front());
        QVERIFY(report.has_value());
        QCOMPARE(report->ended_by, std::string("stop-rule: too many errors"));
        QCOMPARE(report::endedByRule(report->ended_by), std::optional<std::string_view>("too many errors"));
        QVERIFY(report->partial);
        QVERIFY(report->duration_s < 60.0);
        QVERIFY(report->totals.failed > 0);
        QVERIFY(report::verify(*report).empty());
        QVERIFY(std::any_of(report->events.begin(), report->events.end(), [](const report::RunMark& mark) {
            return mark.kind == "stop" && mark.text.starts_with("stop rule \"too many errors\": ");
        }));
        QVERIFY(report->judgement.sentence.find("the stop rule \"too many errors\" ended it")
            != std::string::npos);
        QVERIFY(result.output.contains("\"stop_rules\":[{\"rule\":0,\"value\":"));
    }
};

PLUMB_TEST_MAIN(TestStopRules)
#include "tst_stoprules.moc"
