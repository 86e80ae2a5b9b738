// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <csignal>

using namespace plumb;
using namespace plumb::test;

namespace {

const report::MonitorSeries* seriesOf(
    const report::Report& report, const std::string& kind, const std::string& name)
{
    for (const auto& series : report.monitors) {
        if (series.kind == kind && series.name == name) {
            return &series;
        }
    }
    return nullptr;
}

QString path(const std::filesystem::path& file)
{
    return QString::fromStdString(file.string());
}

/// `plumb serve`, a process of its own.
class Service
{
public:
    Service()
        : m_process(startPlumb({QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")}))
    {
        while (!m_process->canReadLine() && m_process->waitForReadyRead(20'000)) { }
        m_url = QString::fromUtf8(m_process->readLine()).trimmed().section(QLatin1String("listening on "), 1);
    }
    ~Service()
    {
        m_process->kill();
        m_process->waitForFinished();
    }
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] qint64 pid() const { return m_process->processId(); }

private:
    std::unique_ptr<QProcess> m_process;
    QString m_url;
};

QList<QByteArray> linesOf(const QString& file)
{
    QFile csv(file);
    return csv.open(QIODevice::ReadOnly) ? csv.readAll().trimmed().split('\n') : QList<QByteArray>();
}

} // namespace

/// Monitors of real services, through the built plumb.
class TestMonitors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsWatchedAndJudged()
    {
        const Service service;
        const Workspace workspace;
        auto json = oneStepScenario(service.url().toStdString(), "/api/health",
            {{"executor", "constant-arrival-rate"}, {"rate", 40}, {"duration_s", 3}, {"max_vus", 5},
                {"warmup_s", 1}});
        json["monitors"] = Json::array({Json{{"kind", "process"}, {"interval_ms", 100}},
            Json{{"kind", "host"}}, Json{{"kind", "connections"}, {"interval_ms", 100}},
            Json{{"kind", "process"}, {"match", "no such program 7f3a"}},
            Json{{"kind", "prometheus"}, {"series", Json::array({"http_requests_total"})}}});
        json["thresholds"] = "t.json";
        workspace.write("t.json", std::string(R"({"schema":"plumbline.thresholds/1","rules":[
              {"name":"memory","metric":"process.rss_mb.max","fail":"> 500"},
              {"name":"no memory","metric":"process.rss_mb.max","fail":"> 0.5"},
              {"name":"host","metric":"host.cpu_pct.mean","fail":"> 101"},
              {"name":"connections","metric":"connections.open","fail":"> 100"},
              {"name":"requests","metric":"prom.http_requests_total.mean","fail":"< 10"},
              {"name":"none","metric":"prom.other","fail":"> 1"}]})"));
        const auto result = runPlumb({QStringLiteral("run"), path(workspace.write("s.json", json)),
            QStringLiteral("--library"), path(workspace.library())});
        QVERIFY2(result.exitCode == 1, result.text().c_str());
        const auto reports = workspace.reports();
        QCOMPARE(reports.size(), std::size_t(1));
        const auto report = report::readReport(reports.front());
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());

        const auto* memory = seriesOf(*report, "process", "rss_mb");
        QVERIFY(memory != nullptr);
        QVERIFY(memory->source.starts_with("port "));
        QVERIFY2(memory->t.front() < -2.0, "it is watched from 3 s before the load on");
        QVERIFY(memory->t.back() > 3.5);
        QVERIFY(memory->summary.max && *memory->summary.max > 1.0 && *memory->summary.max < 500.0);
        QVERIFY2(memory->summary.count >= 10 && memory->summary.count <= 31,
            qPrintable(QString::number(memory->summary.count))); // 3 s of the measure phase, not the warm-up
        QVERIFY(seriesOf(*report, "host", "cpu_pct") != nullptr);
        const auto* connections = seriesOf(*report, "connections", "open");
        QVERIFY(connections != nullptr && connections->summary.max && *connections->summary.max >= 1.0);
        const auto* requests = seriesOf(*report, "prometheus", "http_requests_total");
        QVERIFY(requests != nullptr);
        QCOMPARE(requests->unit, std::string("1/s"));
        QVERIFY2(requests->summary.mean && std::abs(*requests->summary.mean - 40.0) < 15.0,
            qPrintable(QString::number(requests->summary.mean.value_or(-1))));
        QVERIFY(std::any_of(report->events.begin(), report->events.end(), [](const report::RunMark& mark) {
            return mark.kind == "monitor" && mark.text.find("no process matches") != std::string::npos;
        }));
        const auto verdictOf = [&report](const std::string& name) {
            for (const auto& rule : report->judgement.rules) {
                if (rule.name == name) {
                    return std::string(metric::toString(rule.verdict));
                }
            }
            return std::string();
        };
        QCOMPARE(verdictOf("memory"), std::string("pass"));
        QCOMPARE(verdictOf("no memory"), std::string("fail"));
        QCOMPARE(verdictOf("host"), std::string("pass"));
        QCOMPARE(verdictOf("connections"), std::string("pass"));
        QCOMPARE(verdictOf("requests"), std::string("pass"));
        QCOMPARE(verdictOf("none"), std::string("not-measured"));

        const auto markdown = runPlumb({QStringLiteral("export"), path(reports.front()),
            QStringLiteral("--format"), QStringLiteral("markdown")});
        QVERIFY2(markdown.output.contains("## Monitors"), markdown.output.constData());
    }

    void aStopRuleWatchesTheProcess()
    {
        const Service service;
        const Workspace workspace;
        auto json = oneStepScenario(service.url().toStdString(), "/api/health",
            {{"executor", "constant-vus"}, {"vus", 1}, {"duration_s", 60}});
        json["patterns"][0]["think_ms"] = 50;
        json["monitors"] = Json::array({Json{{"kind", "process"}}});
        json["stop_when"]
            = Json::array({Json{{"metric", "process.rss_mb.max"}, {"over_s", 2}, {"is", "> 0.5"}}});
        const auto result = runPlumb({QStringLiteral("run"), path(workspace.write("s.json", json)),
            QStringLiteral("--library"), path(workspace.library())});
        QVERIFY2(result.exitCode == 1, result.text().c_str());
        const auto report = report::readReport(workspace.reports().at(0));
        QVERIFY(report.has_value());
        QVERIFY2(report->ended_by.starts_with("stop-rule: process.rss_mb.max"), report->ended_by.c_str());
        QVERIFY(report->duration_s < 30.0);
    }

    void aServiceThatDiesLeavesAGapAndAnEvent()
    {
        auto service = std::make_unique<Service>();
        const Workspace workspace;
        auto json = oneStepScenario(service->url().toStdString(), "/api/health",
            {{"executor", "constant-vus"}, {"vus", 1}, {"duration_s", 4}});
        json["patterns"][0]["think_ms"] = 50;
        json["monitors"]
            = Json::array({Json{{"kind", "process"}, {"pid", service->pid()}, {"interval_ms", 100}}});
        const auto run = startPlumb({QStringLiteral("run"), path(workspace.write("s.json", json)),
            QStringLiteral("--library"), path(workspace.library()), QStringLiteral("--events")});
        QByteArray seen;
        while (!seen.contains("\"measuring\"") && run->waitForReadyRead(20'000)) {
            seen += run->readAll();
        }
        QTRY_VERIFY((seen += run->readAll(), seen.count("\"event\":\"tick\"") >= 1));
        service.reset();
        finishPlumb(*run);
        const auto report = report::readReport(workspace.reports().at(0));
        QVERIFY(report.has_value());
        const auto* memory = seriesOf(*report, "process", "rss_mb");
        QVERIFY(memory != nullptr);
        QVERIFY(memory->summary.count > 0 && memory->summary.missing > 0);
        QVERIFY(memory->summary.min && *memory->summary.min > 1.0);
        QVERIFY(std::isnan(memory->value.back()));
        QVERIFY(std::any_of(report->events.begin(), report->events.end(), [](const report::RunMark& mark) {
            return mark.kind == "monitor" && mark.text.find("is gone (pid") != std::string::npos;
        }));
    }

    void theVerbWritesCsv()
    {
        const Service service;
        const Workspace workspace;
        const auto file = path(workspace.folder() / "m.csv");
        const auto result = runPlumb({QStringLiteral("monitor"), QStringLiteral("--pid"),
            QString::number(service.pid()), QStringLiteral("--interval"), QStringLiteral("0.1"),
            QStringLiteral("--duration"), QStringLiteral("1s"), QStringLiteral("--out"), file});
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        QVERIFY(result.output.isEmpty());
        QVERIFY2(result.errors.contains("rss_mb: min "), result.errors.constData());
        const auto lines = linesOf(file);
        QCOMPARE(
            lines.at(0), QByteArray("time,elapsed_s,rss_mb,vms_mb,cpu_pct,threads,open_files,processes"));
        QVERIFY2(lines.size() >= 9 && lines.size() <= 11, qPrintable(QString::number(lines.size())));
        for (const auto& line : lines) {
            QCOMPARE(line.count(','), 7);
        }
        QVERIFY(lines.at(1).split(',').at(2).toDouble() > 1.0);
        QCOMPARE(lines.at(1).split(',').at(4), QByteArray()); // no CPU time after one reading: absent, not 0
    }

    void anInterruptLeavesWholeRows()
    {
        const Workspace workspace;
        const auto file = path(workspace.folder() / "h.csv");
        const auto process = startPlumb({QStringLiteral("monitor"), QStringLiteral("--host"),
            QStringLiteral("--interval"), QStringLiteral("0.1"), QStringLiteral("--out"), file});
        QTRY_VERIFY(linesOf(file).size() >= 4);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const auto result = finishPlumb(*process);
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const auto text = csv.readAll();
        QVERIFY(text.endsWith('\n'));
        const auto commas = text.split('\n').constFirst().count(',');
        for (const auto& line : text.trimmed().split('\n')) {
            QCOMPARE(line.count(','), commas);
        }
    }

    void whatCannotBeIsSaid()
    {
        const auto nothing = runPlumb({QStringLiteral("monitor")});
        QCOMPARE(nothing.exitCode, 2);
        QVERIFY(nothing.errors.contains("--match"));
        const auto never = runPlumb({QStringLiteral("monitor"), QStringLiteral("--match"),
            QStringLiteral("no such program 7f3a"), QStringLiteral("--duration"), QStringLiteral("0.3"),
            QStringLiteral("--interval"), QStringLiteral("0.1")});
        QCOMPARE(never.exitCode, 4);
        QVERIFY(never.errors.contains("no process matches"));
        QVERIFY(never.output.startsWith("time,elapsed_s,"));
        for (const auto* wrong : {"0", "abc", "100"}) {
            QCOMPARE(runPlumb({QStringLiteral("monitor"), QStringLiteral("--host"),
                                  QStringLiteral("--interval"), QString::fromLatin1(wrong)})
                         .exitCode,
                2);
        }
        const auto series = runPlumb({QStringLiteral("monitor"), QStringLiteral("--prometheus"),
            QStringLiteral("http://127.0.0.1:1/metrics"), QStringLiteral("--series"), QStringLiteral("a{")});
        QCOMPARE(series.exitCode, 2);
        QVERIFY2(series.errors.contains("chooses no series"), series.errors.constData());
    }
};

PLUMB_TEST_MAIN(TestMonitors)
#include "tst_monitors.moc"
