// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/machinelock.h"
#include "report/calibration.h"
#include "report/verify.h"
#include "tests/support/faultserver.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace plumb;
using namespace plumb::test;
namespace fs = std::filesystem;

namespace {

QString text(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

/// As many processes as there are cores, all of them busy.
class BusyMachine
{
public:
    BusyMachine()
    {
        for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
            const auto child = ::fork();
            if (child == 0) {
                ::prctl(PR_SET_PDEATHSIG, SIGKILL);
                for (;;) {
                    ::getppid(); // a loop without any effect may be taken away
                }
            }
            m_children.push_back(child);
        }
    }
    ~BusyMachine()
    {
        for (const auto child : m_children) {
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
        }
    }

private:
    std::vector<pid_t> m_children;
};

bool hasReason(const report::Report& report, const std::string& code)
{
    const auto& reasons = report.generator.reasons;
    return std::any_of(reasons.begin(), reasons.end(),
        [&code](const report::GeneratorReason& reason) { return reason.code == code; });
}

} // namespace

/// A run whose generator was the limit is invalid, one whose target was slow is not; and one run at a time.
class TestHonest : public QObject
{
    Q_OBJECT

private:
    PlumbResult run(const Json& scenario, const QStringList& more = {})
    {
        m_workspace = std::make_unique<Workspace>();
        const auto file = m_workspace->write("s.json", scenario);
        return runPlumb(QStringList{QStringLiteral("run"), text(file), QStringLiteral("--library"),
                            text(m_workspace->library())}
            + more);
    }
    [[nodiscard]] report::Report theReport() const
    {
        const auto files = m_workspace->reports();
        if (files.size() != 1) {
            return {};
        }
        auto report = report::readReport(files.front());
        return report ? std::move(*report) : report::Report();
    }

    std::unique_ptr<Workspace> m_workspace;

private Q_SLOTS:
    void whatOneWorkerCannotMakeIsInvalid_data()
    {
        QTest::addColumn<QString>("transport");
        QTest::newRow("qnam") << QStringLiteral("qnam");
        QTest::newRow("direct") << QStringLiteral("direct");
    }

    void whatOneWorkerCannotMakeIsInvalid()
    {
        QFETCH(QString, transport);
        const auto scenario = oneStepScenario("builtin:", "/api/health",
            {{"executor", "constant-arrival-rate"}, {"rate", 200'000}, {"duration_s", 3}, {"max_vus", 100},
                {"backlog", 1000}, {"workers", 1}});
        const auto result = run(scenario, {QStringLiteral("--transport"), transport});
        QVERIFY2(result.exitCode == 3, result.text().c_str());
        const auto report = theReport();
        QVERIFY(report.verdict == metric::Verdict::invalid);
        QCOMPARE(report.generator.verdict, std::string("invalid"));
        QVERIFY2(hasReason(report, "dropped"), result.text().c_str());
        QVERIFY(*report.generator.demand_pct > 90.0);
        QVERIFY(!report.generator.threads.empty());
        QVERIFY(result.output.contains("To do: "));
        QVERIFY(report::verify(report).empty());
    }

    void aSlowTargetIsNotTheGeneratorsFault_data() { whatOneWorkerCannotMakeIsInvalid_data(); }
    void aSlowTargetIsNotTheGeneratorsFault()
    {
        QFETCH(QString, transport);
        const FaultServer server;
        const auto scenario = oneStepScenario(server.url(), "/delay/400",
            {{"executor", "constant-arrival-rate"}, {"rate", 100}, {"duration_s", 3}, {"max_vus", 4},
                {"backlog", 20}});
        const auto result = run(scenario, {QStringLiteral("--transport"), transport});
        // Success is judged by itself: most arrivals were dropped.
        QVERIFY2(result.exitCode == 1, result.text().c_str());
        const auto report = theReport();
        QVERIFY(report.generator.verdict != "invalid");
        QVERIFY2(!hasReason(report, "dropped"), result.text().c_str());
        QVERIFY(report.iterations.dropped > 100);
        QVERIFY(report.generator.lag_ms.count >= 4); // those that found a free user
        QVERIFY(report.generator.waited_ms.count >= 10); // of the backlog
        QVERIFY(*report.generator.waited_ms.p99 > 300.0);
        QVERIFY(report.generator.loop_ms.count > 250); // a heartbeat every 10 ms
        QVERIFY(report.generator.idle_pct.has_value());
    }

    void anOrdinaryRunIsTrusted_data() { whatOneWorkerCannotMakeIsInvalid_data(); }
    void anOrdinaryRunIsTrusted()
    {
        QFETCH(QString, transport);
        const auto scenario = oneStepScenario("builtin:", "/api/health",
            {{"executor", "constant-arrival-rate"}, {"rate", 50}, {"duration_s", 3}, {"max_vus", 20}});
        const auto result = run(scenario, {QStringLiteral("--transport"), transport});
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        QVERIFY(result.output.contains("  generator   "));
        const auto report = theReport();
        QVERIFY(report.generator.verdict != "invalid");
        // Every arrival had its user at once or waited for it; one at the very end may belong to the next
        // tick.
        const auto seen = report.generator.lag_ms.count + report.generator.waited_ms.count;
        QVERIFY2(seen >= report.iterations.started - 3 && seen <= report.iterations.started,
            std::to_string(seen).c_str());
        QVERIFY(report.generator.ports.value_or(0) > 1000);
    }

    void theSecondRunWaitsOrGivesUp()
    {
        const auto scenario = oneStepScenario(
            "builtin:", "/api/health", {{"executor", "shared-iterations"}, {"iterations", 3}, {"vus", 1}});
        auto lock = MachineLock::tryTake({0, "run", "checkout", {}, 1});
        QVERIFY(lock && *lock);
        const auto refused = run(scenario, {QStringLiteral("--no-wait"), QStringLiteral("--json")});
        QVERIFY2(refused.exitCode == 5, refused.text().c_str());
        const auto holder = "a run of checkout (process " + std::to_string(::getpid()) + ")";
        QVERIFY2(refused.errors.contains(holder.c_str()), refused.errors.constData());
        QVERIFY(refused.json()["error"]["exit_code"] == Json(5));
        QVERIFY(m_workspace->reports().empty());

        const auto process = startPlumb({QStringLiteral("run"), text(m_workspace->folder() / "s.json"),
            QStringLiteral("--library"), text(m_workspace->library())});
        QByteArray errors;
        const auto says = [&](const char* words) {
            errors += process->readAllStandardError();
            return errors.contains(words);
        };
        QTRY_VERIFY_WITH_TIMEOUT(says("waiting: a run of checkout"), 20'000);
        QVERIFY(process->state() == QProcess::Running);
        lock->reset();
        const auto result = finishPlumb(*process);
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        QCOMPARE(m_workspace->reports().size(), std::size_t(1));
    }

    void whoWaitsCanBeInterrupted()
    {
        const auto lock = MachineLock::tryTake({0, "run", "checkout", {}, 1});
        QVERIFY(lock && *lock);
        m_workspace = std::make_unique<Workspace>();
        const auto file = m_workspace->write("s.json",
            oneStepScenario("builtin:", "/api/health",
                {{"executor", "shared-iterations"}, {"iterations", 3}, {"vus", 1}}));
        const auto process = startPlumb(
            {QStringLiteral("run"), text(file), QStringLiteral("--library"), text(m_workspace->library())});
        QByteArray errors;
        QTRY_VERIFY_WITH_TIMEOUT(
            (errors += process->readAllStandardError()).contains("waiting: a run of checkout"), 20'000);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const auto result = finishPlumb(*process);
        QVERIFY2(result.exitCode == 130, result.text().c_str());
        QVERIFY(m_workspace->reports().empty());
        QVERIFY(m_workspace->journals().empty());
    }

    void aBusyMachineIsNotedOrRefused()
    {
        const auto scenario = oneStepScenario(
            "builtin:", "/api/health", {{"executor", "shared-iterations"}, {"iterations", 3}, {"vus", 1}});
        const BusyMachine busy;
        qunsetenv("PLUMBLINE_QUIET_CHECK");
        const auto noted = run(scenario);
        const auto report = theReport();
        const auto refused = run(scenario, {QStringLiteral("--require-quiet")});
        const auto unasked = run(scenario, {QStringLiteral("--no-quiet-check")});
        qputenv("PLUMBLINE_QUIET_CHECK", "off");
        QVERIFY2(
            noted.errors.contains("this machine is not quiet: other programs use"), noted.errors.constData());
        QCOMPARE(report.generator.disturbances.size(), std::size_t(1));
        QVERIFY(report.fingerprint.idle_before_pct.value_or(100.0) < 80.0);
        QVERIFY2(refused.exitCode == 5, refused.text().c_str());
        QVERIFY2(refused.errors.contains("--require-quiet"), refused.errors.constData());
        QVERIFY2(!unasked.errors.contains("not quiet"), unasked.errors.constData());
    }

    void aCalibrationIsKeptAndComesWithRuns()
    {
        const auto result
            = runPlumb({QStringLiteral("calibrate"), QStringLiteral("--json"), QStringLiteral("--transport"),
                QStringLiteral("direct"), QStringLiteral("--seconds"), QStringLiteral("1")});
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        const auto json = result.json();
        QCOMPARE(json["transports"].size(), std::size_t(1));
        const auto& direct = json["transports"][0];
        QVERIFY(direct["transport"] == Json("direct"));
        QVERIFY(direct["floor_ms"]["p50"].get<double>() > 0.0);
        QVERIFY(direct["floor_ms"]["p99"].get<double>() >= direct["floor_ms"]["p50"].get<double>());
        QVERIFY(direct["max_rps"].get<double>() > 100.0);
        QVERIFY(!MachineLock::holder());

        const auto scenario = oneStepScenario(
            "builtin:", "/api/health", {{"executor", "shared-iterations"}, {"iterations", 3}, {"vus", 1}});
        run(scenario, {QStringLiteral("--transport"), QStringLiteral("direct")});
        const auto calibrated = theReport().generator;
        QCOMPARE(calibrated.floor_p50_ms.value_or(0), direct["floor_ms"]["p50"].get<double>());
        QCOMPARE(calibrated.floor_rps.value_or(0), direct["max_rps"].get<double>());
        run(scenario); // qnam was not calibrated
        QVERIFY(!theReport().generator.floor_p50_ms);
    }

    void aCalibrationCanBeCancelled()
    {
        const auto process = startPlumb({QStringLiteral("calibrate"), QStringLiteral("--events"),
            QStringLiteral("--seconds"), QStringLiteral("30")});
        QByteArray output;
        QTRY_VERIFY_WITH_TIMEOUT(
            (output += process->readAllStandardOutput()).contains("\"event\":\"calibrating\""), 20'000);
        QVERIFY(MachineLock::holder().has_value());
        QCOMPARE(MachineLock::holder()->what, std::string("calibration"));
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const auto result = finishPlumb(*process, 10'000);
        QVERIFY2(result.exitCode == 130, result.text().c_str());
    }
};

PLUMB_TEST_MAIN(TestHonest)
#include "tst_honest.moc"
