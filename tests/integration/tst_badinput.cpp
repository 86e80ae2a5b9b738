// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <QTcpServer>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::test;

namespace {

Json shortLoad()
{
    return {{"executor", "shared-iterations"}, {"iterations", 3}, {"vus", 1}};
}

QStringList runArguments(const Workspace& workspace, const std::filesystem::path& scenario)
{
    return {QStringLiteral("run"), QString::fromStdString(scenario.string()), QStringLiteral("--library"),
        QString::fromStdString(workspace.library().string())};
}

} // namespace

/// Each bad input gives a message with place and remedy, the documented exit code, and leaves nothing
/// half-written.
class TestBadInput : public QObject
{
    Q_OBJECT

private:
    void refuse(
        const Workspace& workspace, const QStringList& arguments, int exitCode, const QByteArray& says)
    {
        const auto result = runPlumb(arguments);
        QVERIFY2(result.exitCode == exitCode, result.text().c_str());
        QVERIFY2(result.errors.contains(says), result.text().c_str());
        QVERIFY2(result.output.isEmpty(), result.text().c_str());
        QVERIFY(workspace.reports().empty());
        QVERIFY(workspace.journals().empty());
    }

private Q_SLOTS:
    void unreadableScenario_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("empty") << QByteArray() << QByteArray("empty");
        QTest::newRow("cut") << QByteArray("{\"schema\":\"plumbline.scenario/1\",\"patt")
                             << QByteArray("cut");
        QTest::newRow("version") << QByteArray("{\"schema\":\"plumbline.scenario/2\"}")
                                 << QByteArray("newer version");
        QTest::newRow("type") << QByteArray("{\"schema\":\"plumbline.report/1\"}")
                              << QByteArray("plumbline.scenario/1");
        QTest::newRow("utf16") << QByteArray("\xFF\xFE{\0}\0", 6) << QByteArray("UTF-8");
        QTest::newRow("list") << QByteArray("[]") << QByteArray("JSON object");
        QTest::newRow("field type") << QByteArray("{\"schema\":\"plumbline.scenario/1\",\"operation\":7}")
                                    << QByteArray("/operation");
    }
    void unreadableScenario()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, says);
        const Workspace workspace;
        const auto file = workspace.write("s.json", content.toStdString());
        refuse(workspace, runArguments(workspace, file), 2, says);
        refuse(workspace, runArguments(workspace, file), 2, "s.json");
    }

    void missingScenario()
    {
        const Workspace workspace;
        refuse(workspace, runArguments(workspace, workspace.folder() / "none.json"), 2, "none.json");
    }

    void unknownOption()
    {
        refuse(Workspace(), {QStringLiteral("run"), QStringLiteral("--bogus")}, 2, "--bogus");
    }

    void unreadableThresholds_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("cut") << QByteArray("{\"schema\":\"plumbline.thresholds/1\",\"rules\":[")
                             << QByteArray("cut");
        QTest::newRow("metric") << QByteArray(
            "{\"schema\":\"plumbline.thresholds/1\",\"rules\":[{\"metric\":\"latency_ms.p59x\",\"fail\":\"> "
            "1\"}]}") << QByteArray("/rules/0/metric");
        QTest::newRow("limit") << QByteArray(
            "{\"schema\":\"plumbline.thresholds/1\",\"rules\":[{\"metric\":\"rps\",\"fail\":\"about 5\"}]}")
                               << QByteArray("/rules/0/fail");
        QTest::newRow("version") << QByteArray("{\"schema\":\"plumbline.thresholds/3\",\"rules\":[]}")
                                 << QByteArray("newer version");
    }
    void unreadableThresholds()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, says);
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", oneStepScenario("builtin:", "/health", shortLoad()));
        const auto thresholds = workspace.write("t.json", content.toStdString());
        auto arguments = runArguments(workspace, scenario);
        arguments << QStringLiteral("--thresholds") << QString::fromStdString(thresholds.string());
        refuse(workspace, arguments, 2, says);
        refuse(workspace, arguments, 2, "t.json");
    }

    void baseUrlThatIsNone()
    {
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", oneStepScenario("not a url", "/", shortLoad()));
        refuse(workspace, runArguments(workspace, scenario), 2, "/target/base_url");
    }

    void unreachableTarget()
    {
        const Workspace workspace;
        QTcpServer server; // finds a free port, and leaves it
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto url = "http://127.0.0.1:" + std::to_string(server.serverPort());
        server.close();
        const auto scenario = workspace.write("s.json", oneStepScenario(url, "/", shortLoad()));
        refuse(workspace, runArguments(workspace, scenario), 5, QByteArray::fromStdString(url));
        refuse(workspace, runArguments(workspace, scenario), 5, "refused");
    }

    void hostOffThisMachine()
    {
        const Workspace workspace;
        const auto scenario
            = workspace.write("s.json", oneStepScenario("http://192.0.2.1", "/", shortLoad()));
        refuse(workspace, runArguments(workspace, scenario), 2, "--confirm-host 192.0.2.1");
    }

    void libraryThatCannotBe()
    {
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", oneStepScenario("builtin:", "/health", shortLoad()));
        const auto blocked = workspace.write("library", std::string("a file where the library should be"));
        refuse(workspace, runArguments(workspace, scenario), 2, "library");
        QCOMPARE(*readFile(blocked), std::string("a file where the library should be"));
    }

    void operationThatIsAPath()
    {
        const Workspace workspace;
        auto json = oneStepScenario("builtin:", "/health", shortLoad());
        json["operation"] = "../../x";
        const auto scenario = workspace.write("s.json", json);
        const auto result = runPlumb(runArguments(workspace, scenario));
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        const auto reports = workspace.reports();
        QCOMPARE(reports.size(), std::size_t(1));
        QCOMPARE(reports.front().parent_path(), workspace.library() / "reports" / "x");
        QCOMPARE(readJsonFile(reports.front())->at("operation").get<std::string>(), std::string("../../x"));
    }

    void portInUse()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto port = QString::number(server.serverPort());
        const auto result = runPlumb({QStringLiteral("serve"), QStringLiteral("--port"), port});
        QVERIFY2(result.exitCode == 2, result.text().c_str());
        QVERIFY2(
            result.errors.contains(port.toUtf8()) && result.errors.contains("in use"), result.text().c_str());
    }

    void reportThatIsNone()
    {
        const Workspace workspace;
        const auto cut = workspace.write(
            "r.json", std::string("{\"schema\":\"plumbline.report/1\",\"id\":\"a\",\"oper"));
        for (const auto& verb : {QStringLiteral("evaluate"), QStringLiteral("export")}) {
            QStringList arguments{verb, QString::fromStdString(cut.string())};
            if (verb == QStringLiteral("export")) {
                arguments << QStringLiteral("--format") << QStringLiteral("csv");
            }
            const auto result = runPlumb(arguments);
            QVERIFY2(result.exitCode == 2, result.text().c_str());
            QVERIFY2(result.errors.contains("r.json"), result.text().c_str());
        }
    }

    void emptyValues_data()
    {
        QTest::addColumn<QString>("option");
        for (const char* option :
            {"--base-url", "--env", "--library", "--thresholds", "--out", "--duration"}) {
            QTest::newRow(option) << QString::fromUtf8(option);
        }
    }
    void emptyValues()
    {
        QFETCH(QString, option);
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", oneStepScenario("builtin:", "/health", shortLoad()));
        refuse(workspace, runArguments(workspace, scenario) << option << QString(), 2, option.toUtf8());
    }

    void loadOptionsThatDoNotFit_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const QString& options, const char* says) {
            QTest::newRow(qPrintable(options)) << options.split(QLatin1Char(' ')) << QByteArray(says);
        };
        row(QStringLiteral("--preset smoke --duration 2s"), "a preset has its own duration");
        row(QStringLiteral("--preset smoke --concurrency 2"), "--concurrency: this goes with --requests");
        row(QStringLiteral("--requests 5 --duration 2s"), "--duration: this goes with --rate or --vus");
        row(QStringLiteral("--rate 5 --duration 2s --spawn-rate 2"), "--spawn-rate: this goes with --vus");
        row(QStringLiteral("--preset none"), "there are smoke, ");
    }
    void loadOptionsThatDoNotFit()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, says);
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", oneStepScenario("builtin:", "/health", shortLoad()));
        refuse(workspace, runArguments(workspace, scenario) + options, 2, says);
    }

    /// The summary says why requests failed; exports take several reports and never replace a stored one.
    void whatFailedAndWhereItGoes()
    {
        const Workspace workspace;
        const auto scenario = workspace.write("s.json", oneStepScenario("builtin:", "/nowhere", shortLoad()));
        for (int i = 0; i < 2; ++i) {
            const auto ran = runPlumb(runArguments(workspace, scenario));
            QVERIFY2(ran.exitCode == 1, ran.text().c_str());
            QVERIFY2(ran.output.contains("  failed      http_4xx 3\n"), ran.text().c_str());
        }
        const auto stored = workspace.reports();
        QCOMPARE(stored.size(), std::size_t(2));
        const auto before = *readFile(stored.front());
        QStringList both{QStringLiteral("export")};
        for (const auto& report : stored) {
            both << QString::fromStdString(report.string());
        }
        const auto asText = runPlumb(both);
        QVERIFY2(asText.exitCode == 0, asText.text().c_str());
        QVERIFY(asText.output.count("\n# ") + (asText.output.startsWith("# ") ? 1 : 0) == 2);
        const auto folder = workspace.folder() / "out";
        const auto asFiles = runPlumb(both
            + QStringList{
                QStringLiteral("--out"), QString::fromStdString(folder.string()) + QLatin1Char('/')});
        QVERIFY2(asFiles.exitCode == 0, asFiles.text().c_str());
        for (const auto& report : stored) {
            QVERIFY(std::filesystem::exists(folder / (report.stem().string() + ".md")));
        }
        const auto refused = [&](const QStringList& arguments, const char* says) {
            const auto result = runPlumb(arguments);
            QVERIFY2(result.exitCode == 2, result.text().c_str());
            QVERIFY2(result.errors.contains(says), result.text().c_str());
            QVERIFY2(result.output.isEmpty(), result.text().c_str());
        };
        refused(both + QStringList{QStringLiteral("--out"), QStringLiteral("one.md")}, "one file");
        refused(both + QStringList{QStringLiteral("--format"), QStringLiteral("json")}, "--out FOLDER");
        for (const auto& target : {stored.front(), stored.front().parent_path() / "new.json"}) {
            refused({QStringLiteral("export"), both.at(1), QStringLiteral("--format"), QStringLiteral("json"),
                        QStringLiteral("--out"), QString::fromStdString(target.string())},
                target == stored.front() ? "replace the report" : "stored reports");
            QVERIFY(*readFile(stored.front()) == before);
        }
        refused(
            {QStringLiteral("evaluate"), both.at(1), QStringLiteral("--out"), both.at(1)}, "stored reports");
        QCOMPARE(workspace.reports().size(), std::size_t(2));
    }

    void damagedReportsAreNamedByTheIndex()
    {
        const Workspace workspace;
        workspace.write("library/plumbline.json", Json{{"schema", "plumbline.library/1"}});
        const auto damaged = workspace.write("library/reports/x/damaged.json", std::string("no report"));
        // A fresh one might still be on its way.
        std::filesystem::last_write_time(
            damaged, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
        const QStringList call{QStringLiteral("library"), QStringLiteral("index"),
            QStringLiteral("--library"), QString::fromStdString(workspace.library().string())};
        const auto result = runPlumb(call);
        QVERIFY2(result.output.contains("unreadable: "), result.text().c_str());
        QVERIFY2(result.output.contains("damaged.json"), result.text().c_str());
        const auto json = runPlumb(call + QStringList{QStringLiteral("--json")}).json();
        QCOMPARE(json.at("unreadable_files").size(), std::size_t(1));
    }

    void secretAsArgument()
    {
        const Workspace workspace;
        auto json = oneStepScenario("builtin:", "/health", shortLoad());
        json["variables"] = {{"password", {{"from_env", "PLUMB_TEST_NONE"}, {"secret", true}}}};
        const auto scenario = workspace.write("s.json", json);
        auto arguments = runArguments(workspace, scenario);
        arguments << QStringLiteral("--set") << QStringLiteral("password=open-sesame");
        const auto result = runPlumb(arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.errors.contains("--secrets-stdin"));
        QVERIFY(!result.errors.contains("open-sesame"));
    }
};

PLUMB_TEST_MAIN(TestBadInput)
#include "tst_badinput.moc"
