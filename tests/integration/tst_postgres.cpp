// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.h"
#include "report/verify.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <csignal>
#include <fstream>

using namespace plumb;
using namespace plumb::test;

/// sql steps on a PostgreSQL that is there for this test alone (tests/support/withpostgres.sh).
class TestPostgres : public QObject
{
    Q_OBJECT

    std::unique_ptr<Workspace> m_workspace;
    QTemporaryDir m_data;

    [[nodiscard]] Json sql(const std::string& query, bool write = false) const
    {
        Json sql = {{"driver", "QPSQL"}, {"host", qEnvironmentVariable("PGHOST").toStdString()},
            {"port", qEnvironmentVariableIntValue("PGPORT")}, {"database", "postgres"},
            {"user", qEnvironmentVariable("PGUSER").toStdString()}, {"password", "{{pw}}"}, {"query", query}};
        if (write)
            sql["write"] = true;
        return sql;
    }
    [[nodiscard]] Json scenario(
        const std::vector<std::pair<std::string, Json>>& queries, const Json& load) const
    {
        auto json = oneStepScenario("", "/", load);
        json["target"] = Json::object();
        json["variables"]["pw"] = {{"from_env", "PGPASSWORD"}, {"secret", true}};
        Json steps = Json::array();
        for (const auto& [name, query] : queries)
            steps.push_back({{"name", name}, {"kind", "sql"}, {"sql", query}});
        json["patterns"][0]["steps"] = steps;
        return json;
    }
    [[nodiscard]] QStringList arguments(const Json& json) const
    {
        return {QStringLiteral("run"), QString::fromStdString(m_workspace->write("s.json", json).string()),
            QStringLiteral("--library"), QString::fromStdString(m_workspace->library().string()),
            QStringLiteral("--allow-commands")};
    }
    [[nodiscard]] PlumbResult run(const Json& json) const { return runPlumb(arguments(json)); }
    [[nodiscard]] report::Report report() const
    {
        const auto files = m_workspace->reports();
        auto read = files.empty() ? Result<report::Report>(Error{}) : report::readReport(files.front());
        return read ? std::move(*read) : report::Report();
    }
    static Json iterations(int count, int users = 1)
    {
        return {{"executor", "shared-iterations"}, {"vus", users}, {"iterations", count}};
    }
    /// Process of the server itself.
    static int serverPid()
    {
        QProcess ask;
        ask.start(QStringLiteral("psql"), {QStringLiteral("-Atc"), QStringLiteral("SHOW data_directory")});
        ask.waitForFinished();
        int pid = 0;
        std::ifstream(ask.readAllStandardOutput().trimmed().toStdString() + "/postmaster.pid") >> pid;
        return pid;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("PGHOST"))
            QSKIP("there is no PostgreSQL here (pg_virtualenv of postgresql-common starts one)");
        qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
    }
    void init() { m_workspace = std::make_unique<Workspace>(); }

    void readsAndWrites()
    {
        auto json = scenario({{"one", sql("SELECT id, name, price::float8, made FROM item WHERE id = ?")},
                                 {"all", sql("SELECT * FROM item WHERE price > :p")},
                                 {"new", sql("INSERT INTO item (name, price) VALUES (?, ?)", true)}},
            iterations(40, 4));
        auto& steps = json["patterns"][0]["steps"];
        steps[0]["sql"]["params"] = Json::array({"{{random_int(1, 100)}}"});
        steps[0]["checks"] = Json::array(
            {{{"json", "/0/name"}, {"equals", "thing"}}, {{"header", "rows"}, {"equals", "1"}}});
        steps[1]["sql"]["params"] = {{"p", 0}};
        steps[2]["sql"]["params"] = Json::array({"it's; DROP TABLE item", 9.5});
        Json setup = Json::array();
        for (const auto& [name, query] :
            std::vector<std::pair<std::string, std::string>>{{"drop", "DROP TABLE IF EXISTS item"},
                {"make",
                    "CREATE TABLE item (id serial PRIMARY KEY, name text NOT NULL, price numeric, made "
                    "timestamptz DEFAULT now())"},
                {"fill",
                    "INSERT INTO item (name, price) SELECT 'thing', i FROM generate_series(1, 100) AS i"}})
            setup.push_back({{"per", "run"}, {"name", name}, {"kind", "sql"}, {"sql", sql(query, true)}});
        json["setup"] = setup;
        const auto result = run(json);
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        const auto made = report();
        QVERIFY(report::verify(made).empty());
        QCOMPARE(made.totals.failed, 0);
        QCOMPARE(made.steps.size(), std::size_t(3));
        QCOMPARE(*made.steps[0].rows, 40);
        QVERIFY(*made.steps[1].rows >= 4000);
        QCOMPARE(*made.steps[2].rows, 40);
        QVERIFY(made.steps[0].summary(report::Series::connect).count == 4); // a connection for each user
        const auto password = qgetenv("PGPASSWORD").toStdString();
        QVERIFY(!password.empty());
        QCOMPARE(filesContaining(m_workspace->folder(), password), std::vector<std::string>());
        QVERIFY(!result.output.contains(password.c_str()) && !result.errors.contains(password.c_str()));
    }

    void aReadingStepCannotWrite()
    {
        // A function that writes cannot be told by the words of the query; the connection refuses.
        const auto result
            = run(scenario({{"sly", sql("SELECT setval('item_id_seq', 5000)")}}, iterations(2)));
        QVERIFY2(result.exitCode == 1, result.text().c_str());
        const auto made = report();
        QCOMPARE(made.steps[0].outcomes, (std::map<std::string, std::int64_t>{{"check", 2}}));
        QCOMPARE(made.steps[0].reasons, (std::map<std::string, std::int64_t>{{"sql_25006", 2}}));
        QVERIFY(made.samples.front().error.find("the step only reads") != std::string::npos);
    }

    void whatIsKnownBeforeTheRun()
    {
        const auto unknown = run(scenario({{"q", sql("SELECT * FROM nothing_there")}}, iterations(1)));
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY2(unknown.errors.contains("nothing_there"), unknown.text().c_str());
        auto refused = scenario({{"q", sql("SELECT 1")}}, iterations(1));
        refused["variables"]["pw"] = {{"default", "not the password"}, {"secret", true}};
        const auto result = run(refused);
        QCOMPARE(result.exitCode, 5);
        QVERIFY2(result.errors.contains("password authentication failed"), result.text().c_str());
        QVERIFY(!result.errors.contains("not the password"));
    }

    void aSlowQueryTimesOut()
    {
        auto json
            = scenario({{"slow", sql("SELECT pg_sleep(30)")}, {"quick", sql("SELECT 1")}}, iterations(2));
        json["patterns"][0]["steps"][0]["sql"]["timeout_ms"] = 300;
        const auto result = run(json);
        const auto made = report();
        QVERIFY2(made.steps.size() == 2, result.text().c_str());
        QCOMPARE(made.steps[0].outcomes, (std::map<std::string, std::int64_t>{{"timeout", 2}}));
        QVERIFY(*made.steps[0].summary(report::Series::response).min >= 300.0);
        QCOMPARE(made.steps[1].outcomes, (std::map<std::string, std::int64_t>{{"ok", 2}}));
        QCOMPARE(made.steps[1].summary(report::Series::connect).count, 0); // the connection lives on
    }

    void aServerThatFreezesTimesOut()
    {
        const int pid = serverPid();
        QVERIFY(pid > 0);
        auto json = scenario(
            {{"q", sql("SELECT 1")}}, {{"executor", "constant-vus"}, {"vus", 2}, {"duration_s", 4}});
        json["target"]["timeout_ms"] = 500;
        json["load"]["graceful_stop_s"] = 1;
        const auto process = startPlumb(arguments(json));
        QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->journals().empty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            !filesContaining(m_workspace->library() / ".plumbline" / "journal", "\"histograms\"").empty(),
            20'000);
        // Its servers of connections, too: they have its number as parent.
        QProcess::execute(
            QStringLiteral("pkill"), {QStringLiteral("-STOP"), QStringLiteral("-P"), QString::number(pid)});
        ::kill(pid, SIGSTOP);
        const auto result = finishPlumb(*process);
        ::kill(pid, SIGCONT);
        QProcess::execute(
            QStringLiteral("pkill"), {QStringLiteral("-CONT"), QStringLiteral("-P"), QString::number(pid)});
        const auto made = report();
        QVERIFY2(!made.steps.empty(), result.text().c_str());
        QVERIFY(made.steps[0].outcomes.contains("timeout"));
        QVERIFY(report::verify(made).empty());
    }

    /// Last: it takes the server down.
    void aServerThatGoesAway()
    {
        auto json = scenario({{"sleep", sql("SELECT pg_sleep(0.2)")}},
            {{"executor", "constant-vus"}, {"vus", 3}, {"duration_s", 5}});
        json["patterns"][0]["think_ms"] = 50;
        const auto process = startPlumb(arguments(json));
        QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->journals().empty(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            !filesContaining(m_workspace->library() / ".plumbline" / "journal", "\"histograms\"").empty(),
            20'000);
        ::kill(serverPid(), SIGQUIT); // an immediate stop
        const auto result = finishPlumb(*process);
        QVERIFY2(result.exitCode == 1, result.text().c_str());
        const auto made = report();
        QVERIFY(report::verify(made).empty());
        const auto& outcomes = made.steps[0].outcomes;
        QVERIFY2(outcomes.contains("ok") && outcomes.contains("reset") && outcomes.contains("connect"),
            result.text().c_str());
    }
};

PLUMB_TEST_MAIN(TestPostgres)
#include "tst_postgres.moc"
