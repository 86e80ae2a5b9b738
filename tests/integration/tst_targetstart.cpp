// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "report/report.h"
#include "report/verify.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace plumb;
using namespace plumb::test;

namespace {

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool accepts(int port)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
    return socket.waitForConnected(1000);
}

} // namespace

/// The service that a scenario starts: awaited, watched, stopped, and told about when it fails.
class TestTargetStart : public QObject
{
    Q_OBJECT

    std::unique_ptr<Workspace> m_workspace;
    QTemporaryDir m_data;
    int m_port = 0;

    [[nodiscard]] Json scenario(const Json& start, double seconds) const
    {
        auto json = oneStepScenario("http://127.0.0.1:" + std::to_string(m_port), "/api/health",
            {{"executor", "constant-arrival-rate"}, {"rate", 20}, {"duration_s", seconds}, {"max_vus", 4}});
        json["target"]["start"] = start;
        return json;
    }
    [[nodiscard]] Json serve(const std::string& after = {}) const
    {
        const auto serve = builtProgram("plumb").string() + " serve --port " + std::to_string(m_port);
        return {{"argv", {"sh", "-c", after.empty() ? "exec " + serve : serve + " & " + after}},
            {"ready", "/api/health"}};
    }
    [[nodiscard]] PlumbResult run(const Json& json) const
    {
        return runPlumb({QStringLiteral("run"),
            QString::fromStdString(m_workspace->write("s.json", json).string()), QStringLiteral("--library"),
            QString::fromStdString(m_workspace->library().string()), QStringLiteral("--allow-commands")});
    }
    [[nodiscard]] report::Report report() const
    {
        const auto files = m_workspace->reports();
        auto read = files.empty() ? Result<report::Report>(Error{}) : report::readReport(files.front());
        return read ? std::move(*read) : report::Report();
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_DATA_HOME", m_data.path().toUtf8()); }
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_port = freePort();
    }

    void isStartedWatchedAndStopped()
    {
        const auto result = run(scenario(serve(), 2));
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        QVERIFY2(result.errors.contains("the service is ready"), result.text().c_str());
        QVERIFY(!accepts(m_port));
        const auto made = report();
        QVERIFY(report::verify(made).empty());
        QCOMPARE(made.totals.completed, 40);
        QVERIFY(
            std::any_of(made.monitors.begin(), made.monitors.end(), [](const report::MonitorSeries& series) {
                return series.kind == "process" && series.name == "rss_mb" && series.summary.max
                    && *series.summary.max > 1.0;
            }));
    }

    void readyMayBeAPort()
    {
        auto start = serve();
        start["ready"] = ":" + std::to_string(m_port);
        const auto result = run(scenario(start, 1));
        QVERIFY2(result.exitCode == 0, result.text().c_str());
    }

    void failuresAreTold_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("never ready") << QByteArray("echo still booting; sleep 300")
                                     << QByteArray("the service was not ready within 1.00 s");
        QTest::newRow("never ready, lines")
            << QByteArray("echo still booting; sleep 300") << QByteArray("its last lines:\n  still booting");
        QTest::newRow("ends") << QByteArray("echo first; echo no configuration >&2; exit 3")
                              << QByteArray(
                                     "the service ended before it was ready: exit code 3; start it by hand "
                                     "to see what it needs; its last lines:\n  first\n  no configuration");
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$") << QByteArray("signal 11");
    }
    void failuresAreTold()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, told);
        const auto result = run(
            scenario({{"argv", {"sh", "-c", script.toStdString()}}, {"ready", "/"}, {"timeout_s", 1}}, 1));
        QCOMPARE(result.exitCode, 5);
        QVERIFY2(result.errors.contains(told), result.text().c_str());
        QVERIFY(m_workspace->reports().empty());
    }

    void dyingDuringTheRunEndsIt()
    {
        const auto result = run(scenario(serve("sleep 6; echo giving up; exit 1"), 60));
        QVERIFY2(result.exitCode == 5, result.text().c_str());
        QVERIFY2(result.errors.contains("the service ended during the run: exit code 1")
                && result.errors.contains("giving up"),
            result.text().c_str());
        QVERIFY(!accepts(m_port)); // its children went with it
        const auto made = report();
        QCOMPARE(made.ended_by, std::string("target"));
        QVERIFY(made.partial && made.duration_s < 40.0);
        QVERIFY(made.totals.completed > 0);
        QVERIFY(std::any_of(made.events.begin(), made.events.end(),
            [](const report::RunMark& mark) { return mark.text.find("giving up") != std::string::npos; }));
    }

    void anotherServiceInItsPlaceIsRefused()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, static_cast<quint16>(m_port)));
        const auto result = run(scenario(serve(), 1));
        QCOMPARE(result.exitCode, 5);
        QVERIFY2(result.errors.contains("before the service was started"), result.text().c_str());
    }

    void anInterruptWhileItIsAwaitedStopsIt()
    {
        const auto pidFile = m_workspace->folder() / "service.pid";
        const auto file = m_workspace->write("s.json",
            scenario({{"argv", {"sh", "-c", "echo $$ > '" + pidFile.string() + "'; sleep 300"}},
                         {"ready", "/"}, {"timeout_s", 120}},
                1));
        const auto process = startPlumb(
            {QStringLiteral("run"), QString::fromStdString(file.string()), QStringLiteral("--library"),
                QString::fromStdString(m_workspace->library().string()), QStringLiteral("--allow-commands")});
        const auto servicePid = [&pidFile] {
            const Result<std::string> text = readFile(pidFile);
            return text ? std::atoi(text->c_str()) : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(servicePid() > 0, 20'000);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const auto result = finishPlumb(*process, 20'000);
        QVERIFY2(result.exitCode == 130, result.text().c_str());
        QVERIFY2(result.errors.contains("stopped before the service was ready"), result.text().c_str());
        QVERIFY(::kill(servicePid(), 0) != 0);
        QVERIFY(m_workspace->reports().empty());
        const auto journals = m_workspace->library() / ".plumbline" / "journal";
        QVERIFY(!std::filesystem::exists(journals) || std::filesystem::is_empty(journals));
    }

    void aMissingProgramIsToldBefore()
    {
        const auto result = run(scenario({{"argv", {"./no-such-service"}}}, 1));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains("there is no program \"./no-such-service\""), result.text().c_str());
    }
};

PLUMB_TEST_MAIN(TestTargetStart)
#include "tst_targetstart.moc"
