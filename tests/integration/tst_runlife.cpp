// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "report/verify.h"
#include "runner/runner.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace plumb;
using namespace plumb::test;
namespace fs = std::filesystem;

namespace {

QString text(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

Json longScenario()
{
    auto json = oneStepScenario(
        "builtin:", "/health", {{"executor", "constant-vus"}, {"vus", 2}, {"duration_s", 60}});
    json["patterns"][0]["think_ms"] = 20;
    return json;
}

QStringList runArguments(const Workspace& workspace, const fs::path& scenario)
{
    return {QStringLiteral("run"), text(scenario), QStringLiteral("--library"), text(workspace.library()),
        QStringLiteral("--events")};
}

/// Reads stdout until @p count ticks were seen.
bool waitForTicks(QProcess& process, int count)
{
    QByteArray seen;
    while (seen.count("\"event\":\"tick\"") < count) {
        if (process.bytesAvailable() == 0 && !process.waitForReadyRead(20'000)) {
            return false;
        }
        seen += process.readAllStandardOutput();
    }
    return true;
}

/// Collects what a session tells.
struct Watcher
{
    explicit Watcher(runner::RunSession& session)
    {
        QObject::connect(
            &session, &runner::RunSession::event, &context, [this](const report::RunEvent& event) {
                started += std::holds_alternative<report::RunStarted>(event) ? 1 : 0;
                ticks += std::holds_alternative<report::Tick>(event) ? 1 : 0;
                if (const auto* mark = std::get_if<report::RunMark>(&event)) {
                    changes += mark->isLiveChange() ? 1 : 0;
                    notices += mark->kind == "notice" ? 1 : 0;
                }
                if (const auto* last = std::get_if<report::Stored>(&event)) {
                    stored = *last;
                }
            });
        QObject::connect(&session, &runner::RunSession::ended, &context, [this](const QString& error) {
            ended = true;
            endError = error;
        });
    }
    QObject context;
    int started = 0, ticks = 0, changes = 0, notices = 0;
    bool ended = false;
    QString endError;
    std::optional<report::Stored> stored;
};

} // namespace

/// A run survives its window; a killed runner loses at most the last second.
class TestRunLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedRunIsRecoveredOnce()
    {
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", longScenario());
        const auto process = startPlumb(runArguments(workspace, scenario));
        QVERIFY(waitForTicks(*process, 3));
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
        QVERIFY(process->waitForFinished());
        QVERIFY(workspace.reports().empty());
        QCOMPARE(workspace.journals().size(), std::size_t(1));

        // Two at once, then once more: one report.
        const QStringList check{QStringLiteral("library"), QStringLiteral("check"),
            QStringLiteral("--library"), text(workspace.library())};
        const auto first = startPlumb(check);
        const auto second = startPlumb(check);
        const auto one = finishPlumb(*first);
        const auto two = finishPlumb(*second);
        QVERIFY2(one.exitCode >= 0 && two.exitCode >= 0, (one.text() + two.text()).c_str());
        QCOMPARE(runPlumb(check).exitCode, 0);
        const auto reports = workspace.reports();
        QCOMPARE(reports.size(), std::size_t(1));
        QVERIFY(workspace.journals().empty());

        const auto report = report::readReport(reports.front());
        QVERIFY2(report.has_value(), report ? "" : report.error().text().c_str());
        QVERIFY(report->partial);
        QCOMPARE(report->ended_by, std::string("crash"));
        QVERIFY(report->totals.completed > 50);
        QVERIFY(report->duration_s >= 3.0);
        QCOMPARE(report->totals.planned, report->totals.sent + report->totals.dropped);
    }

    void nextRunRecoversToo()
    {
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", longScenario());
        const auto process = startPlumb(runArguments(workspace, scenario));
        QVERIFY(waitForTicks(*process, 2));
        ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
        QVERIFY(process->waitForFinished());
        auto arguments = runArguments(workspace, scenario);
        arguments << QStringLiteral("--requests") << QStringLiteral("5");
        const auto next = runPlumb(arguments);
        QVERIFY2(next.exitCode == 0, next.text().c_str());
        QCOMPARE(workspace.reports().size(), std::size_t(2));
    }

    void runOutlivesItsWindow()
    {
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", longScenario());
        auto runner = runner::makeProcessRunner(text(builtProgram("plumb")));
        runner::RunRequest request;
        request.scenario = scenario;
        request.library = workspace.library();
        QString runId;
        int ticksSeen = 0;
        {
            const auto session = runner->start(request);
            const Watcher watcher(*session);
            QTRY_VERIFY_WITH_TIMEOUT(watcher.ticks >= 2 || watcher.ended, 30'000);
            QVERIFY2(!watcher.ended, qPrintable(watcher.endError));
            runId = session->runId();
            ticksSeen = watcher.ticks;
        } // the window is gone

        const auto live = runner->liveRuns(workspace.library());
        QCOMPARE(live.size(), std::size_t(1));
        QCOMPARE(live.front().runId, runId);
        QCOMPARE(live.front().operation, QStringLiteral("test_run"));
        const auto session = runner->attach(live.front());
        const Watcher watcher(*session);
        QTRY_VERIFY_WITH_TIMEOUT(watcher.ticks > ticksSeen, 30'000);
        QCOMPARE(watcher.started, 1);
        session->mark(QStringLiteral("deployed"));
        session->stop();
        QTRY_VERIFY_WITH_TIMEOUT(watcher.ended, 30'000);
        QCOMPARE(watcher.endError, QString());
        QVERIFY(watcher.stored.has_value());

        const auto reports = workspace.reports();
        QCOMPARE(reports.size(), std::size_t(1));
        const auto report = report::readReport(reports.front());
        QVERIFY(report.has_value());
        QVERIFY(report->partial);
        QCOMPARE(report->ended_by, std::string("user"));
        QCOMPARE(report->id, runId.toStdString());
        QVERIFY(std::any_of(report->events.begin(), report->events.end(),
            [](const report::RunMark& mark) { return mark.text == "deployed"; }));
        QVERIFY(runner->liveRuns(workspace.library()).empty());
    }

    /// The load is changed from the screen, over the socket; journal, report and series show it.
    void theLoadIsChangedFromTheWindow()
    {
        const Workspace workspace;
        auto runner = runner::makeProcessRunner(text(builtProgram("plumb")));
        runner::RunRequest request;
        request.scenario = workspace.write("s.json",
            oneStepScenario("builtin:", "/health",
                {{"executor", "constant-arrival-rate"}, {"rate", 20}, {"duration_s", 60}, {"max_vus", 5}}));
        request.library = workspace.library();
        const auto session = runner->start(request);
        const Watcher watcher(*session);
        QTRY_VERIFY_WITH_TIMEOUT(watcher.ticks >= 1 || watcher.ended, 30'000);
        engine::LiveChange change;
        change.rate = 60.0;
        session->change(change);
        QTRY_VERIFY_WITH_TIMEOUT(watcher.changes == 1 || watcher.ended, 30'000);
        const int before = watcher.ticks;
        QTRY_VERIFY_WITH_TIMEOUT(watcher.ticks >= before + 2 || watcher.ended, 30'000);
        change = {};
        change.vus = 3;
        session->change(change); // such a load has no users to be set
        QTRY_VERIFY_WITH_TIMEOUT(watcher.notices == 1 || watcher.ended, 30'000);
        session->stop();
        QTRY_VERIFY_WITH_TIMEOUT(watcher.ended, 30'000);
        QCOMPARE(watcher.endError, QString());

        const auto report = report::readReport(workspace.reports().front());
        QVERIFY(report.has_value());
        const auto mark = std::find_if(report->events.begin(), report->events.end(),
            [](const report::RunMark& event) { return event.isLiveChange(); });
        QVERIFY(mark != report->events.end());
        QCOMPARE(mark->kind, std::string("rate"));
        QCOMPARE(mark->value, std::optional(60.0));
        QVERIFY(report::verify(*report).empty());
        const auto& series = report->series;
        int before20 = 0;
        int after60 = 0;
        for (std::size_t i = 0; i + 1 < series.t.size();
             ++i) { // a row may span the change where a tick was late
            before20 += series.t[i] <= mark->at_s && series.planned_rps[i] == 20.0 ? 1 : 0;
            after60 += series.t[i] > mark->at_s && series.planned_rps[i] == 60.0 ? 1 : 0;
        }
        QVERIFY(before20 > 0 && after60 > 0);
    }

    void refusalReachesTheWindow()
    {
        const Workspace workspace;
        auto runner = runner::makeProcessRunner(text(builtProgram("plumb")));
        runner::RunRequest request;
        request.scenario = workspace.write("s.json", std::string("{}"));
        request.library = workspace.library();
        const auto session = runner->start(request);
        const Watcher watcher(*session);
        QTRY_VERIFY_WITH_TIMEOUT(watcher.ended, 30'000);
        QVERIFY2(watcher.endError.contains(QStringLiteral("schema")), qPrintable(watcher.endError));
    }

    void programThatIsNotThere()
    {
        auto runner = runner::makeProcessRunner(QStringLiteral("/nonexistent/plumb"));
        const auto session = runner->start({});
        const Watcher watcher(*session);
        QTRY_VERIFY_WITH_TIMEOUT(watcher.ended, 30'000);
        QVERIFY(!watcher.endError.isEmpty());
    }

    void interruptKeepsAPartialReport()
    {
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", longScenario());
        const auto process = startPlumb(runArguments(workspace, scenario));
        QVERIFY(waitForTicks(*process, 2));
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const auto result = finishPlumb(*process);
        QVERIFY2(result.exitCode == 130, result.text().c_str());
        QCOMPARE(workspace.reports().size(), std::size_t(1));
        QVERIFY(workspace.journals().empty());
        QVERIFY(report::readReport(workspace.reports().front())->partial);
    }
};

PLUMB_TEST_MAIN(TestRunLife)
#include "tst_runlife.moc"
