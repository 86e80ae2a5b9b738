// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/kindtotals.h"
#include "report/report.h"
#include "report/verify.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <fstream>

using namespace plumb;
using namespace plumb::test;

namespace {

/// A scenario of command steps, in order; nothing listens anywhere.
Json commandScenario(const std::vector<std::pair<std::string, Json>>& commands, const Json& load)
{
    Json json = oneStepScenario("", "/", load);
    json["target"] = Json::object();
    Json steps = Json::array();
    for (const auto& [name, command] : commands)
        steps.push_back({{"name", name}, {"kind", "command"}, {"command", command}});
    json["patterns"][0]["steps"] = steps;
    return json;
}

Json iterations(int count)
{
    return {{"executor", "shared-iterations"}, {"vus", 1}, {"iterations", count}};
}

Json shell(const std::string& script)
{
    return {{"argv", {"sh", "-c", script}}};
}

const report::StepReport& stepNamed(const report::Report& report, const std::string& name)
{
    static const report::StepReport none;
    const auto found = std::find_if(
        report.steps.begin(), report.steps.end(), [&name](const auto& step) { return step.name == name; });
    return found == report.steps.end() ? none : *found;
}

bool isRunning(const std::string& pid)
{
    std::ifstream stat("/proc/" + pid + "/stat");
    std::string text((std::istreambuf_iterator<char>(stat)), std::istreambuf_iterator<char>());
    return !text.empty() && text.find(") Z ") == std::string::npos;
}

} // namespace

/// Queries, commands and started services through the built program.
class TestKindSteps : public QObject
{
    Q_OBJECT

    std::unique_ptr<Workspace> m_workspace;
    QTemporaryDir m_data;

    [[nodiscard]] PlumbResult run(const std::filesystem::path& file, const QStringList& more = {}) const
    {
        return runPlumb(
            QStringList{QStringLiteral("run"), QString::fromStdString(file.string()),
                QStringLiteral("--library"), QString::fromStdString(m_workspace->library().string())}
            + more);
    }
    [[nodiscard]] PlumbResult allowed(const Json& json) const
    {
        return run(m_workspace->write("s.json", json), {QStringLiteral("--allow-commands")});
    }
    [[nodiscard]] report::Report report() const
    {
        const auto files = m_workspace->reports();
        auto read = files.empty() ? Result<report::Report>(Error{}) : report::readReport(files.front());
        return read ? std::move(*read) : report::Report();
    }
    std::filesystem::path fromTemplate(const char* name) const
    {
        const auto made = runPlumb({QStringLiteral("scenario"), QStringLiteral("new"),
            QStringLiteral("--template"), QLatin1String(name), QStringLiteral("--out"),
            QString::fromStdString(m_workspace->folder().string())});
        return made.exitCode == 0 ? m_workspace->folder() / "scenario.json" : std::filesystem::path();
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_DATA_HOME", m_data.path().toUtf8()); }
    void init() { m_workspace = std::make_unique<Workspace>(); }

    void theQueryBenchmarkRunsAsItIs()
    {
        const auto file = fromTemplate("query-benchmark");
        QVERIFY(!file.empty());
        const auto result = run(file,
            {QStringLiteral("--set"), QStringLiteral("iterations=30"), QStringLiteral("--set"),
                QStringLiteral("warmup=5")});
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        QVERIFY2(result.output.contains("all queries"), result.text().c_str());
        const auto made = report();
        QVERIFY(report::verify(made).empty());
        QCOMPARE(made.steps.size(), std::size_t(5));
        for (const char* name : {"trail_by_id", "trails_of_user", "progress_summary", "search_trails"}) {
            const auto& step = stepNamed(made, name);
            QCOMPARE(step.count, 30); // the warm-up is recorded apart
            QCOMPARE(step.failed, 0);
            QVERIFY(step.rows && *step.rows >= 30);
            QVERIFY(step.rows_per_s && *step.rows_per_s > 0.0 && step.rps > 0.0);
            QVERIFY(step.summary(report::Series::response).p95.has_value());
        }
        QCOMPARE(*stepNamed(made, "trail_by_id").rows, 30);
        QCOMPARE(*stepNamed(made, "progress_summary").rows, 150);
        QCOMPARE(stepNamed(made, "enrol").count, 0);
        QCOMPARE(made.skipped.size(), std::size_t(1));
        QCOMPARE(made.skipped[0].reason, std::string("include_writes is not set"));
        QVERIFY(made.totals.rows && made.totals.rows_per_s);
        const auto all = report::kindTotals(made, "sql");
        QCOMPARE(all.count, 120);
        QCOMPARE(*all.rows, *made.totals.rows);
        const auto written = run(file,
            {QStringLiteral("--set"), QStringLiteral("include_writes=1"), QStringLiteral("--set"),
                QStringLiteral("iterations=5"), QStringLiteral("--json")});
        QVERIFY2(written.exitCode == 0, written.text().c_str());
        const auto steps = written.json()["steps"];
        QCOMPARE(steps.back()["name"].get<std::string>(), std::string("enrol"));
        QCOMPARE(steps.back()["rows"].get<int>(), 5);
        const auto exported = runPlumb(
            {QStringLiteral("export"), QString::fromStdString(m_workspace->reports().front().string()),
                QStringLiteral("--format"), QStringLiteral("markdown")});
        QVERIFY2(exported.output.contains("## Queries") && exported.output.contains("| **All** | 120 |"),
            exported.text().c_str());
    }

    void theBenchmarkProgramsRunAsTheyAre()
    {
        const auto file = fromTemplate("benchmark-programs");
        QVERIFY(!file.empty());
        const auto result = run(file, {QStringLiteral("--set"), QStringLiteral("runs=6")});
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        const auto made = report();
        QVERIFY(report::verify(made).empty());
        const auto& cold = stepNamed(made, "benchmark_route (cold)");
        const auto& warm = stepNamed(made, "benchmark_route");
        QCOMPARE(cold.count, 1);
        QCOMPARE(cold.reasons, (std::map<std::string, std::int64_t>{{"cache_miss", 1}}));
        QCOMPARE(warm.count, 5);
        QCOMPARE(warm.reasons, (std::map<std::string, std::int64_t>{{"cache_hit", 5}}));
        const auto& batch = stepNamed(made, "benchmark_batch_pareto");
        QCOMPARE(batch.count, 8);
        QVERIFY(batch.command.count == 8 && batch.command.user_cpu_s.mean > 0.0);
        QVERIFY(batch.command.peak_rss_mb.max > 1.0 && batch.command.peak_rss_mb.max < 60.0);
        QVERIFY(std::any_of(made.judgement.rules.begin(), made.judgement.rules.end(), [](const auto& rule) {
            return rule.metric == "command.peak_rss_mb.max" && rule.value
                && rule.verdict == metric::Verdict::pass;
        }));
        QVERIFY2(result.output.contains("peak mem"), result.text().c_str());
    }

    void commandsAreAskedForOnce()
    {
        auto json = commandScenario({{"mark", shell("echo ran >> ran.txt")}}, iterations(1));
        const auto file = m_workspace->write("s.json", json);
        const auto refused = run(file);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.contains("step mark: sh -c 'echo ran >> ran.txt'")
                && refused.errors.contains("--allow-commands"),
            refused.text().c_str());
        QVERIFY(!std::filesystem::exists(m_workspace->folder() / "ran.txt"));
        QVERIFY(m_workspace->reports().empty());
        QCOMPARE(run(file, {QStringLiteral("--allow-commands")}).exitCode, 0);
        QVERIFY(std::filesystem::exists(m_workspace->folder() / "ran.txt"));
        json["load"]["iterations"] = 2; // no part of what is run
        QCOMPARE(run(m_workspace->write("s.json", json)).exitCode, 0);
        json["patterns"][0]["steps"][0]["command"]["argv"][2] = "echo other >> ran.txt";
        QCOMPARE(run(m_workspace->write("s.json", json)).exitCode, 2);
        // Variables may stand in commands.
        json = commandScenario({{"mark", shell("true {{x}}")}}, iterations(1));
        json["variables"]["x"] = "a";
        QCOMPARE(allowed(json).exitCode, 0);
        json["variables"]["x"] = "; rm -rf b";
        QCOMPARE(run(m_workspace->write("s.json", json)).exitCode, 2);
    }

    void whatBecomesOfCommands()
    {
        auto json = commandScenario(
            {{"good", shell("echo '{\"score\": 9}'")}, {"bad", shell("echo broken >&2; exit 3")},
                {"hangs", shell("sleep 300 & echo $! > pid.txt; wait")},
                {"floods", shell("yes | head -c 20000000")}, {"checked", shell("echo nothing")}},
            iterations(1));
        auto& steps = json["patterns"][0]["steps"];
        steps[0]["checks"] = Json::array({{{"json", "/score"}, {"equals", 9}}});
        steps[2]["command"]["timeout_s"] = 0.5;
        steps[4]["checks"] = Json::array({{{"body_contains", "something"}}});
        const auto result = allowed(json);
        QVERIFY2(result.exitCode == 1, result.text().c_str()); // the success rate
        const auto made = report();
        QVERIFY(report::verify(made).empty());
        using Counts = std::map<std::string, std::int64_t>;
        QCOMPARE(stepNamed(made, "good").outcomes, (Counts{{"ok", 1}}));
        QCOMPARE(stepNamed(made, "bad").outcomes, (Counts{{"check", 1}}));
        QCOMPARE(stepNamed(made, "bad").reasons, (Counts{{"exit_3", 1}}));
        QCOMPARE(stepNamed(made, "hangs").outcomes, (Counts{{"timeout", 1}}));
        QVERIFY(*stepNamed(made, "hangs").summary(report::Series::response).max >= 500.0);
        QCOMPARE(stepNamed(made, "floods").outcomes, (Counts{{"ok", 1}}));
        QCOMPARE(stepNamed(made, "floods").received_bytes, 20'000'000);
        QCOMPARE(stepNamed(made, "checked").outcomes, (Counts{{"check", 1}}));
        std::string pid;
        std::ifstream(m_workspace->folder() / "pid.txt") >> pid;
        QVERIFY(!pid.empty());
        QTRY_VERIFY(!isRunning(pid));
        QVERIFY(std::any_of(made.samples.begin(), made.samples.end(),
            [](const report::Sample& sample) { return sample.error == "exit code 3, expected 0: broken"; }));
    }

    void whatIsKnownBeforeTheRun_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("program") << QByteArray(R"({"argv":["./no-such-benchmark"]})")
                                 << QByteArray("there is no program \"./no-such-benchmark\"");
        QTest::newRow("in PATH") << QByteArray(R"({"argv":["no-such-benchmark"]})")
                                 << QByteArray("there is no program \"no-such-benchmark\"");
        QTest::newRow("folder") << QByteArray(R"({"argv":["sh"],"cwd":"nowhere"})") << QByteArray("nowhere");
        QTest::newRow("processor") << QByteArray(R"({"argv":["sh"],"cpus":[1000]})")
                                   << QByteArray("there is no processor 1000");
    }
    void whatIsKnownBeforeTheRun()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, message);
        const auto result
            = allowed(commandScenario({{"c", Json::parse(command.toStdString())}}, iterations(1)));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains(message), result.text().c_str());
        QVERIFY(m_workspace->reports().empty());
    }

    void bothTransportsRunThem()
    {
        const auto file
            = m_workspace->write("s.json", commandScenario({{"c", shell("echo x")}}, iterations(3)));
        QCOMPARE(
            run(file,
                {QStringLiteral("--allow-commands"), QStringLiteral("--transport"), QStringLiteral("direct")})
                .exitCode,
            0);
        const auto made = report();
        QCOMPARE(stepNamed(made, "c").count, 3);
        QCOMPARE(made.engine_transport, std::string("direct"));
    }

    void anInterruptedRunLeavesNothing()
    {
        const auto file = m_workspace->write(
            "s.json", commandScenario({{"c", shell("echo $$ > pid.txt; exec sleep 300")}}, iterations(1)));
        const auto process = startPlumb(
            {QStringLiteral("run"), QString::fromStdString(file.string()), QStringLiteral("--library"),
                QString::fromStdString(m_workspace->library().string()), QStringLiteral("--allow-commands")});
        std::string pid;
        const auto readPid = [&] {
            std::ifstream(m_workspace->folder() / "pid.txt") >> pid;
            return !pid.empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(readPid(), 20'000);
        process->kill(); // not even the chance to tidy up
        process->waitForFinished();
        QTRY_VERIFY(!isRunning(pid));
    }

    void databasesThatRefuse()
    {
        auto json = oneStepScenario("", "/", iterations(1));
        json["target"] = Json::object();
        json["patterns"][0]["steps"] = Json::array({{{"name", "q"}, {"kind", "sql"},
            {"sql",
                {{"driver", "QPSQL"}, {"host", "127.0.0.1"}, {"port", 9}, {"database", "app"},
                    {"query", "SELECT 1"}}}}});
        const auto refused = run(m_workspace->write("s.json", json));
        QCOMPARE(refused.exitCode, 5);
        QVERIFY2(refused.errors.contains("the database cannot be opened")
                && refused.errors.contains("127.0.0.1:9"),
            refused.text().c_str());
        json["patterns"][0]["steps"][0]["sql"]["host"] = "192.0.2.1";
        const auto elsewhere = run(m_workspace->write("s.json", json));
        QCOMPARE(elsewhere.exitCode, 2);
        QVERIFY2(elsewhere.errors.contains("--confirm-host 192.0.2.1"), elsewhere.text().c_str());
    }
};

PLUMB_TEST_MAIN(TestKindSteps)
#include "tst_kindsteps.moc"
