// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/commandline.h"
#include "scenario/prepare.h"
#include "scenario/sqlstatement.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::scenario;

namespace {

Json scenarioWith(const Json& step)
{
    Json json = Json::parse(R"({"schema":"plumbline.scenario/1","operation":"kinds","target":{},
        "patterns":[{"name":"p","steps":[]}],"load":{"executor":"constant-vus","vus":1,"duration_s":1}})");
    json["patterns"][0]["steps"].push_back(step);
    return json;
}

Json sqlStep(const std::string& query)
{
    Json step = Json::object();
    step["name"] = "q";
    step["kind"] = "sql";
    step["sql"] = {{"driver", "QPSQL"}, {"database", "app"}, {"query", query}};
    return step;
}

/// "error /path: message" and "warning ...", a line each.
QString problemsOf(const Json& json)
{
    QStringList lines;
    for (const auto& problem : validateDocument(json, QDir::tempPath().toStdString())) {
        lines.append(QString::fromStdString(
            (problem.warning ? "warning " : "error ") + problem.path + ": " + problem.message));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// Steps that are queries or commands: what is refused before a run, and what they become.
class TestStepKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statements_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<bool>("writes");
        QTest::addColumn<int>("statements");
        QTest::addColumn<QString>("placeholders");
        const auto row = [](const char* text, const char* verb, bool writes, int count, const char* marks) {
            QTest::newRow(text) << QString::fromUtf8(text) << verb << writes << count << marks;
        };
        row("select 1", "SELECT", false, 1, "");
        row("-- DELETE\n/* UPDATE /* nested */ */ SELECT 'DROP ''x' , \"insert\" FROM t;", "SELECT", false, 1,
            "");
        row("SELECT $tag$ delete $tag$, $$x$$", "SELECT", false, 1, "");
        row("WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a", "WITH", true, 1, "");
        row("SELECT * INTO copy FROM t", "SELECT", true, 1, "");
        row("SELECT * FROM t FOR UPDATE", "SELECT", true, 1, "");
        row("SELECT updated_at, deleted FROM t", "SELECT", false, 1, "");
        row("SELECT replace(a, 'x', 'y') FROM t", "SELECT", false, 1, "");
        row("EXPLAIN ANALYZE DELETE FROM t", "EXPLAIN", true, 1, "");
        row("PRAGMA table_info(t)", "PRAGMA", false, 1, "");
        row("PRAGMA journal_mode = WAL", "PRAGMA", true, 1, "");
        row("insert into t values (?, ?)", "INSERT", true, 1, "??");
        row("COPY t TO PROGRAM 'x'", "COPY", true, 1, "");
        row("SET default_transaction_read_only = off", "SET", true, 1, "");
        row("ATTACH 'x' AS y", "ATTACH", true, 1, "");
        row("SELECT 1; DROP TABLE t", "SELECT", true, 2, "");
        row("SELECT a::int, '?', ':x' FROM t WHERE b = :b AND c = :c_2", "SELECT", false, 1, "bc_2");
        row("SELECT 1 -- no end", "SELECT", false, 1, "");
        row("SELECT 'no end", "SELECT", false, 1, "");
        row("", "", false, 0, "");
        row(";; -- nothing", "", false, 0, "");
    }
    void statements()
    {
        QFETCH(QString, text);
        const auto statement = readSqlStatement(text.toStdString());
        QTEST(QString::fromStdString(statement.verb), "verb");
        QTEST(statement.writes, "writes");
        QTEST(statement.statements, "statements");
        std::string marks;
        for (const auto& mark : statement.placeholders) {
            marks += mark;
        }
        QTEST(QString::fromStdString(marks), "placeholders");
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const char* patch, const char* problem) {
            QTest::newRow(name) << QByteArray(patch) << QString::fromUtf8(problem);
        };
        row("fine", "{}", "");
        row("writes", R"({"sql":{"query":"DELETE FROM t"}})",
            "error /patterns/0/steps/0/sql/query: the statement may write (DELETE), but the step only reads");
        row("may write", R"({"sql":{"query":"DELETE FROM t","write":true}})", "");
        row("two", R"({"sql":{"query":"SELECT 1; SELECT 2"}})",
            "error /patterns/0/steps/0/sql/query: there are 2 statements");
        row("none", R"({"sql":{"query":" -- "}})", "error /patterns/0/steps/0/sql/query: there is no query");
        row("driver", R"({"sql":{"driver":"QSQLITE2"}})",
            "error /patterns/0/steps/0/sql/driver: there is no driver \"QSQLITE2\" here");
        row("hosts", R"({"sql":{"host":"127.0.0.1,db.example"}})",
            "error /patterns/0/steps/0/sql/host: \"127.0.0.1,db.example\" is no single host");
        row("too few", R"({"sql":{"query":"SELECT ?, ?","params":[1]}})",
            "error /patterns/0/steps/0/sql/params: the query has 2 parameters, but 1 values are given");
        row("named", R"({"sql":{"query":"SELECT :a","params":{"b":1}}})",
            "error /patterns/0/steps/0/sql/params: the parameter :a has no value\n"
            "error /patterns/0/steps/0/sql/params/b: the query has no parameter :b");
        row("structure", R"({"sql":{"query":"SELECT ?","params":[[1]]}})",
            "error /patterns/0/steps/0/sql/params/0: a parameter is a text, a number, true, false or null");
        row("no file", R"({"sql":{"driver":"QSQLITE","database":"no-such.sqlite"}})",
            "error /patterns/0/steps/0/sql/database: there is no file \"no-such.sqlite\"");
        row("status", R"({"checks":[{"status":[200]}]})",
            "error /patterns/0/steps/0/checks/0: a step of kind \"sql\" has no status");
        row("unknown variable", R"({"sql":{"query":"SELECT ?","params":["{{nobody}}"]}})",
            "error /patterns/0/steps/0/sql/params/0: nobody sets the variable \"nobody\"");
        row("command", R"({"kind":"command","sql":null,"command":{"argv":["sh","-c","true"]}})", "");
        row("no argv", R"({"kind":"command","sql":null,"command":{"argv":[]}})",
            "error /patterns/0/steps/0/command/argv: there is no program to run");
        row("no program", R"({"kind":"command","sql":null,"command":{"argv":["./no-such"]}})",
            "warning /patterns/0/steps/0/command/argv/0: there is no program \"./no-such\" here");
        row("cpus", R"({"kind":"command","sql":null,"command":{"argv":["sh"],"cpus":"0-x"}})",
            "error /patterns/0/steps/0/command/cpus: \"0-x\" is no list of processors");
        row("nothing", R"({"kind":"command","sql":null})",
            "error /patterns/0/steps/0/command: the step does not say what to run");
    }
    void whatIsRefused()
    {
        QFETCH(QByteArray, patch);
        Json step = sqlStep("SELECT 1");
        step.merge_patch(Json::parse(patch.toStdString()));
        QTEST(problemsOf(scenarioWith(step)), "problem");
    }

    void aTargetIsNeededForRequestsAlone()
    {
        Json http = Json::parse(R"({"name":"g","request":{"path":"/"}})");
        QCOMPARE(
            problemsOf(scenarioWith(http)), QStringLiteral("error /target/base_url: there is no base URL"));
    }

    void becomesACall()
    {
        Json step = sqlStep("SELECT * FROM t WHERE a = ? AND b = ? AND c = ?");
        step["sql"]["params"] = Json::array({1, "{{number}}", "it is {{name}}"});
        step["sql"]["password"] = "{{pw}}";
        step["sql"]["host"] = "{{host}}";
        step["sql"]["timeout_ms"] = "2s";
        Json json = scenarioWith(step);
        json["variables"] = Json::parse(
            R"({"number":{"default":7},"name":{"default":"x"},"host":{"default":"localhost"},"pw":{"default":"hush!","secret":true}})");
        const auto scenario = scenarioFromJson(json, "s.json");
        QVERIFY(scenario);
        const auto resolved = resolve({*scenario, "/x/s.json", {}}, {},
            [](const std::string&) { return std::optional<std::string>(); });
        QVERIFY2(resolved, resolved ? "" : resolved.error().text().c_str());
        QVERIFY(std::find(resolved->secrets.begin(), resolved->secrets.end(), "hush!")
            != resolved->secrets.end());
        const auto compiled = compile(*resolved, "/x", "", 1);
        QVERIFY2(compiled, compiled ? "" : compiled.error().text().c_str());
        const auto& made = *compiled->patterns[0].steps[0];
        QCOMPARE(made.checkName(0), std::string("accepted"));
        RandomStream random(1, 0);
        std::uint64_t sequence = 0;
        const auto request = made.render({compiled->variables.get(), &random, &sequence, 0});
        QVERIFY2(request, request ? "" : request.error().text().c_str());
        QVERIFY(request->sql);
        QCOMPARE(request->sql->host, std::string("localhost"));
        QCOMPARE(request->sql->password, std::string("hush!"));
        QCOMPARE(std::get<std::int64_t>(request->sql->params[1].second), 7);
        QCOMPARE(std::get<std::string>(request->sql->params[2].second), std::string("it is x"));
        QCOMPARE(request->timeout_ms, 2000.0);
        QCOMPARE(*request->body, std::string("[1,7,\"it is x\"]"));
        Masker masker;
        QVERIFY(dumpJson(maskedJson(compiled->scenario, masker)).find("hush!") == std::string::npos);
    }

    void commandLines()
    {
        QCOMPARE(commandLine({"uv", "run", "a b.py", "--x=1", "it's"}),
            std::string("uv run 'a b.py' --x=1 'it'\\''s'"));
        QCOMPARE(*processorList(Json::parse("[0, 2]")), (std::vector<int>{0, 2}));
        QCOMPARE(*processorList(Json("0-2,5")), (std::vector<int>{0, 1, 2, 5}));
        QCOMPARE(*processorList(Json(1)), (std::vector<int>{1}));
        QVERIFY(processorList(Json())->empty());
        QVERIFY(!processorList(Json("3-1")));
        QVERIFY(!processorList(Json::parse("[\"a\"]")));
        QVERIFY(!findProgram("sh", "/").empty());
        QVERIFY(findProgram("./no-such", "/").empty());
    }
};

PLUMB_TEST_MAIN(TestStepKinds)
#include "tst_stepkinds.moc"
