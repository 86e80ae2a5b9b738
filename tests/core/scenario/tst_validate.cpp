// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/scenario/samples.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace plumb;
using namespace plumb::scenario;
namespace fs = std::filesystem;

namespace {

/// Nothing is wrong with this one; each row of a test puts one thing into it.
Json goodDocument()
{
    return test::parsed(test::oneStep(
        R"({"name":"s","request":{"method":"GET","path":"/{{users}}"}})", R"("variables":{"users":1},)"));
}

QString listed(const std::vector<Problem>& problems)
{
    std::string text;
    for (const auto& problem : problems) {
        text += (problem.warning ? "warning " : "error ") + problem.path + ": " + problem.message + "; "
            + problem.remedy + "\n";
    }
    return QString::fromStdString(text);
}

} // namespace

class TestValidate : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    fs::path m_folder = m_dir.path().toStdString();

    /// @p pointer and @p value: what is put into the good document; an empty value removes the field.
    static void row(const char* name, const char* pointer, const char* value, const char* expected)
    {
        QTest::newRow(name) << QByteArray(pointer) << QByteArray(value) << QString::fromUtf8(expected);
    }

    void check()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QString, expected);
        Json document = goodDocument();
        const Json::json_pointer place(pointer.toStdString());
        if (value.isEmpty()) {
            document[place.parent_pointer()].erase(place.back());
        } else {
            document[place] = Json::parse(value.toStdString());
        }
        const auto problems = validateDocument(document, m_folder);
        QVERIFY2(expected.isEmpty() ? problems.empty() : listed(problems).contains(expected),
            qPrintable(expected + QStringLiteral(" in\n") + listed(problems)));
        for (const auto& problem : problems) {
            QVERIFY2(!problem.message.empty() && !problem.remedy.empty(), qPrintable(listed(problems)));
        }
    }

    static void columns()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("expected");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writeFileAtomic(m_folder / "d.csv", "user,pin\na,1\n").has_value());
        QVERIFY(writeFileAtomic(m_folder / "bad.csv", "user,pin\na\n").has_value());
    }

    void nothingIsWrong()
    {
        const auto problems = validateDocument(goodDocument(), m_folder);
        QVERIFY2(problems.empty(), qPrintable(listed(problems)));
    }

    void documents_data()
    {
        columns();
        row("schema", "/schema", R"("plumbline.scenario/2")", "error /schema: written by a newer version");
        row("no operation", "/operation", "", "error /operation: the scenario has no operation");
        row("odd operation", "/operation", R"("a/b")",
            "warning /operation: \"a/b\" cannot be the name of a file");
        row("unknown field", "/thinktime", "1", "warning /thinktime: unknown field");
        row("near field", "/taget", "{}", "did you mean \"target\"?");
        row("thresholds", "/thresholds", R"("t.json")", "warning /thresholds: there is no file \"t.json\"");
        row("word", "/patterns_run", R"("inturn")", "did you mean \"in-turn\"?");
        row("no patterns", "/patterns", "[]", "error /patterns: there are no user patterns");
        row("no load", "/load", "", "error /load: there is no load");
        row("type", "/tags", R"("a")", "error /tags: expected a list, found a text");
    }
    void documents() { check(); }

    void targets_data()
    {
        columns();
        row("no url", "/target/base_url", "", "error /target/base_url: there is no base URL");
        row("scheme", "/target/base_url", R"("ftp://h")",
            "error /target/base_url: \"ftp://h\" is no URL of a kind");
        row("port", "/target/base_url", R"("http://h:0")",
            "error /target/base_url: \"http://h:0\" has the port 0");
        row("query", "/target/base_url", "\"http://h/?a=1\"", "a base URL has no query");
        row("no URL", "/target/base_url", "\"http://[\"", "error /target/base_url: \"http://[\" is no URL");
        row("environment", "/environments", R"({"e":{"base_url":"x"}})", "error /environments/e/base_url:");
        row("environment's target", "/environments", R"({"e":{"target":{"timeout_ms":"x"}}})",
            "error /environments/e/target/timeout_ms:");
        row("version", "/target/http", R"("3")", "error /target/http: there is no HTTP version \"3\"");
        row("proxy", "/target/proxy", R"("h:1")", "error /target/proxy:");
        row("ca", "/target/tls", R"({"ca_file":"c.pem"})",
            "error /target/tls/ca_file: there is no file \"c.pem\"");
        row("half a certificate", "/target/tls", R"({"client_cert":"d.csv"})",
            "error /target/tls: a client certificate");
        row("token", "/target/auth", R"({"oauth2_client_credentials":{"client_id":"i"}})",
            "error /target/auth/oauth2_client_credentials/token_url:");
        row("client", "/target/auth", R"({"oauth2_client_credentials":{"token_url":"http://h"}})",
            "error /target/auth/oauth2_client_credentials/client_id:");
        row("user", "/target/auth", R"({"basic":{"password":"p"}})", "error /target/auth/basic/user:");
        row("two auths", "/target/auth", R"({"basic":{"user":"u"},"bearer":"t"})",
            "error /target/auth: several kinds");
        row("program", "/target/start", R"({"ready":"/"})", "error /target/start/argv: there is no program");
        row("timeout", "/target/timeout_ms", "0", "error /target/timeout_ms: the value 0 is too small");
    }
    void targets() { check(); }

    void feeds_data()
    {
        columns();
        row("name", "/data", R"([{"file":"d.csv"}])", "error /data/0/name: the data feed has no name");
        row("twice", "/data", R"([{"name":"d","file":"d.csv"},{"name":"d","file":"d.csv"}])",
            "error /data/1/name: a second data feed is named \"d\"");
        row("no file", "/data", R"([{"name":"d"}])", "error /data/0/file: the data feed has no file");
        row("missing", "/data", R"([{"name":"d","file":"none.csv"}])", "error /data/0/file:");
        row("short row", "/data", R"([{"name":"d","file":"bad.csv"}])",
            "bad.csv, line 2: 1 column, expected 2");
        row("column", "/data", R"([{"name":"d","file":"d.csv","secret_columns":["pim"]}])",
            "error /data/0/secret_columns/0: there is no column \"pim\"; did you mean \"pin\"?");
    }
    void feeds() { check(); }

    void steps_data()
    {
        columns();
        const auto step = [](const char* name, const char* field, const char* value, const char* expected) {
            row(name, QByteArray("/patterns/0/steps/0" + QByteArray(field)).constData(), value, expected);
        };
        step("name", "/name", "", "error /patterns/0/steps/0/name: the step has no name");
        step("kind", "/kind", R"("htp")", "/kind: unknown kind of step \"htp\"; did you mean \"http\"?");
        step("sql", "/kind", R"("sql")", "error /patterns/0/steps/0/sql: the step does not say what to ask");
        step("command", "/kind", R"("command")",
            "error /patterns/0/steps/0/command: the step does not say what to run");
        step("request", "/request", "", "error /patterns/0/steps/0/request: the step has no request");
        step("method", "/request/method", R"("GE T")", "/request/method: \"GE T\" is no HTTP method");
        step("path", "/request/path", R"("x")",
            "warning /patterns/0/steps/0/request/path: the path does not begin");
        step("header", "/request/headers", R"({"a b":"c"})",
            "/request/headers/a b: \"a b\" cannot be the name");
        step("line break", "/request/headers", "{\"a\":\"b\\r\\nc: d\"}",
            "/request/headers/a: the value of a header");
        step("body file", "/request/body_file", R"("b.bin")",
            "/request/body_file: there is no file \"b.bin\"");
        step("part", "/request/multipart", R"([{"value":"v"}])",
            "/request/multipart/0/name: the part has no name");
        step("part's file", "/request/multipart", R"([{"name":"f","file":"f.bin"}])",
            "/multipart/0/file: there is no");
        step("part's both", "/request/multipart", R"([{"name":"f","value":"v","file":"d.csv"}])",
            "/request/multipart/0: a part has either a value or a file");
        step("graphql", "/request/graphql", "{}", "/request/graphql: a graphql body needs its query");
        step("auth", "/request/auth", R"({"basic":{}})", "/request/auth/basic/user: there is no user");
        step("every", "/every", "0",
            "error /patterns/0/steps/0/every: the value 0 is too small; write 1 or more");
        step("check's regex", "/checks", "[{\"body_regex\":\"(\"}]", "error /patterns/0/steps/0/checks/0:");
        step("check's pointer", "/checks", R"([{"json":"ok"}])",
            "/checks/0: \"ok\": a JSON pointer starts with \"/\"");
        step("no check", "/checks", "[{}]", "/checks/0: the check does not say what to check");
        step("two checks", "/checks", R"([{"max_ms":1,"max_bytes":1}])",
            "/checks/0: one check tests several things");
        step("status", "/checks", R"([{"status":99}])", "/checks/0/status: 99 is no HTTP status");
        step("no status", "/checks", R"([{"status":[]}])",
            "/checks/0/status: the list of expected statuses is empty");
        step("extract", "/extract", R"([{"json":"/a"}])", "/extract/0/as: the extracted value has no name");
        step("source", "/extract", R"([{"as":"a"}])", "/extract/0: it does not say where to look");
        step("sources", "/extract", R"([{"as":"a","json":"/a","header":"b"}])",
            "/extract/0: it looks in several");
        step("extract's regex", "/extract", "[{\"as\":\"a\",\"regex\":\"[\"}]",
            "error /patterns/0/steps/0/extract/0:");
        step("reason", "/reason", R"({"json":"~"})", "error /patterns/0/steps/0/reason:");
        step("requires", "/requires", R"(["user"])",
            "/requires/0: nobody sets the variable \"user\"; did you mean \"users\"?");
        step("variable", "/request/path", R"("/{{token}}")",
            "/request/path: nobody sets the variable \"token\"");
        step("in JSON", "/request/json", R"({"a/b":["{{token}}"]})", "/request/json/a~1b/0: nobody sets");
        step("syntax", "/request/path", "\"/{{n\"", "error /patterns/0/steps/0/request/path:");
        step("function", "/request/path", R"("/{{uid()}}")", "error /patterns/0/steps/0/request/path:");
    }
    void steps() { check(); }

    void patterns_data()
    {
        columns();
        row("name", "/patterns/0/name", "", "error /patterns/0/name: the pattern has no name");
        row("twice", "/patterns/1", R"({"name":"p","steps":[{"name":"s","request":{"path":"/"}}]})",
            "error /patterns/1/name: a second pattern is named \"p\"");
        row("no steps", "/patterns/0/steps", "[]",
            "error /patterns/0/steps: the pattern has no enabled step");
        row("step twice", "/patterns/0/steps/1", R"({"name":"s","request":{"path":"/"}})",
            "error /patterns/0/steps/1/name: a second step is named \"s\"");
        row("disabled", "/patterns/0/enabled", "false", "error /patterns: no pattern is enabled");
        row("weights", "/patterns/0/weight", "0",
            "error /patterns: the weights of all enabled patterns are 0");
        row("step weights", "/patterns/0",
            R"({"name":"p","order":"weighted","steps":[{"name":"s","weight":0,"request":{"path":"/"}}]})",
            "error /patterns/0/steps: the weights of all steps are 0");
        row("range", "/patterns/0/think_ms", "[5,1]",
            "error /patterns/0/think_ms: the range of think times is upside");
        row("negative", "/patterns/0/think_ms", "-1",
            "error /patterns/0/think_ms: the value -1 is too small");
        row("distribution", "/patterns/0/think_ms", R"({"dist":"norm"})",
            "error /patterns/0/think_ms/dist: unknown value");
        row("deviation", "/patterns/0/think_ms", R"({"dist":"normal","mean_ms":1})",
            "error /patterns/0/think_ms/stddev_ms: the think time needs its stddev_ms");
    }
    void patterns() { check(); }

    void loads_data()
    {
        columns();
        row("executor", "/load/executor", R"("constant-vu")",
            "error /load/executor: unknown executor \"constant-vu\"; did");
        row("no executor", "/load/executor", "", "error /load/executor: the load has no executor");
        row("needed", "/load/vus", "", "error /load/vus: the executor constant-vus needs \"vus\"");
        row("one of", "/load", R"({"executor":"burst","size":2})",
            "error /load: the executor burst needs \"repeat\" or");
        row("unused", "/load/rate", "5",
            "warning /load/rate: the executor constant-vus does not use \"rate\"");
        row("vus", "/load/vus", "0", "error /load/vus: the value 0 is too small; write 1 or more");
        row("duration", "/load/duration_s", "0",
            "error /load/duration_s: the value 0 is too small; write a number above 0");
        row("whole", "/load/vus", "1.5", "error /load/vus: expected a whole number, found 1.5");
        row("exclusive", "/load",
            R"({"executor":"ramping-vus","users":2,"stages":[{"duration_s":1,"target":1}]})",
            "error /load/users: users and stages exclude each other");
        row("spawn rate", "/load", R"({"executor":"ramping-vus","users":2,"duration_s":1})",
            "error /load/spawn_rate: the executor ramping-vus with users needs");
        row("stage's time", "/load", R"({"executor":"ramping-vus","stages":[{"target":1}]})",
            "error /load/stages/0/duration_s: the stage has no duration");
        row("stage's target", "/load", R"({"executor":"ramping-vus","stages":[{"duration_s":1}]})",
            "error /load/stages/0/target: the stage has no target");
        row("no time", "/load", R"({"executor":"ramping-vus","stages":[{"duration_s":0,"target":1}]})",
            "error /load/stages: the stages take no time at all");
        row("pattern's", "/patterns/0/load", R"({"executor":"constant-vus","vus":1})",
            "error /patterns/0/load/duration_s:");
        row("burst", "/load", R"({"executor":"burst","size":2,"duration_s":"2m","pause_s":1})", "");
        row("counted bursts", "/load", R"({"executor":"burst","size":2,"repeat":3,"warmup_iterations":2})",
            "");
        row("burst both ways", "/load", R"({"executor":"burst","size":2,"duration_s":10,"repeat":2})",
            "error /load/repeat: bursts are either counted or repeated for a time");
        row("burst ramps", "/load", R"({"executor":"burst","size":2,"repeat":2,"warmup_shape":"ramp"})",
            "error /load/warmup_shape: a burst is whole from the first on");
        row("ten million users", "/load/vus", "10000000",
            "error /load/vus: the value 10000000 is too large; write 20000 or less");
        row("more users than a number holds", "/load/vus", "10000000000", "error /load/vus:");
        row("a rate of 0", "/load", R"({"executor":"constant-arrival-rate","rate":0,"duration_s":10})",
            "error /load/rate: the value 0 is too small; write a number above 0");
        row("a rate beyond all", "/load",
            R"({"executor":"constant-arrival-rate","rate":1e9,"duration_s":10})",
            "error /load/rate: the value 1000000000 is too large");
        row("a stage of negative length", "/load",
            R"({"executor":"ramping-vus","stages":[{"duration_s":-5,"target":3},{"duration_s":9,"target":3}]})",
            "error /load/stages/0/duration_s: the value -5 is too small; write 0 or more");
        row("ten million users in a stage", "/load",
            R"({"executor":"ramping-vus","stages":[{"duration_s":5,"target":10000000}]})",
            "error /load/stages/0/target: the value 10000000 is too large");
        row("a rate that stays 0", "/load",
            R"({"executor":"ramping-arrival-rate","stages":[{"duration_s":5,"target":0}]})",
            "error /load/stages: the rate is 0 throughout");
        row("no arrivals to warm up with", "/load",
            R"({"executor":"ramping-arrival-rate","warmup_iterations":5,"stages":[{"duration_s":5,"target":9}]})",
            "error /load/warmup_iterations: a rate that begins at 0");
        row("users ramp by a time", "/load",
            R"({"executor":"constant-vus","vus":3,"duration_s":5,"warmup_iterations":5,"warmup_shape":"ramp"})",
            "error /load/warmup_shape: a warm-up of users that ramps takes a time");
        row("two warm-ups", "/load",
            R"({"executor":"constant-vus","vus":3,"duration_s":5,"warmup_iterations":5,"warmup_s":5})",
            "error /load/warmup_iterations: a warm-up has a length or a number");
        row("more ready than there may be", "/load",
            R"({"executor":"constant-arrival-rate","rate":9,"duration_s":5,"max_vus":3,"pre_allocated_vus":9})",
            "error /load/pre_allocated_vus: more users are set up before than there may be");
        row("a year", "/load/duration_s", R"("10000h")", "error /load/duration_s:");
        row("no duration of its own", "/load",
            R"({"executor":"shared-iterations","vus":3,"iterations":5,"duration_s":5})",
            "warning /load/duration_s: the executor shared-iterations does not use");
        row("arrivals", "/load/arrivals", R"("poison")", "did you mean \"poisson\"?");
        row("variable", "/load/vus", R"("{{user}}")",
            "error /load/vus: nobody sets the variable \"user\"; did you mean \"users\"?");
        row("text", "/load/vus", R"("many")", "error /load/vus: expected a number or \"{{variable}}\"");
    }
    void loads() { check(); }

    void watching_data()
    {
        columns();
        row("monitor", "/monitors", "[{}]", "error /monitors/0: the monitor has no kind");
        row("monitor's kind", "/monitors", R"([{"kind":"hosts"}])",
            "error /monitors/0/kind: unknown kind of monitor");
        row("interval", "/monitors", R"([{"kind":"host","interval_ms":1}])",
            "error /monitors/0/interval_ms: expected a number from 50 to 60000");
        row("several ways", "/monitors", R"([{"kind":"process","match":"x","pid":7}])",
            "error /monitors/0: the monitor names its process in several ways");
        row("no series", "/monitors", R"([{"kind":"prometheus"}])",
            "error /monitors/0/series: no series are chosen");
        row("series' type", "/monitors", R"([{"kind":"prometheus","series":[1]}])",
            "error /monitors/0/series: expected texts");
        row("not its field", "/monitors", R"([{"kind":"process","mach":"x"}])",
            "warning /monitors/0/mach: a monitor of the kind process has no field \"mach\"; did you mean "
            "\"match\"?");
        row("variable", "/monitors", R"([{"kind":"process","match":"{{proces}}"}])",
            "error /monitors/0/match: nobody sets the variable \"proces\"");
        row("no metric", "/stop_when", R"([{"is":"> 1"}])",
            "error /stop_when/0/metric: the stop rule needs a text");
        row("no limit", "/stop_when", R"([{"metric":"rps","is":1}])",
            "error /stop_when/0/is: the stop rule needs a text");
        row("no rule", "/stop_when", "[1]", "error /stop_when/0/metric:");
        row("metric", "/stop_when", R"([{"metric":"error_rat","is":"> 1"}])", "error /stop_when/0/metric:");
        row("near metric", "/stop_when", R"([{"metric":"error_rat","is":"> 1"}])", "error_rate");
        row("no member", "/stop_when", R"([{"metric":"latency_ms","is":"> 1"}])",
            "error /stop_when/0/metric:");
        row("limit", "/stop_when", R"([{"metric":"rps","is":"low"}])",
            "error /stop_when/0/is: the limit \"low\"");
        row("not known yet", "/stop_when", R"([{"metric":"apdex","is":"< 0.5"}])",
            "error /stop_when/0/metric: \"apdex\" is not known while a run goes on");
        row("a makespan without bursts", "/stop_when", R"([{"metric":"makespan_ms","is":"> 1"}])",
            "error /stop_when/0/metric: \"makespan_ms\" is known while a run goes on only where its load "
            "comes "
            "in bursts");
        row("no part", "/stop_when", R"([{"metric":"rps","is":"< 1","of":"step"}])",
            "error /stop_when/0/of: this is no");
        row("unknown part", "/stop_when", R"([{"metric":"rps","is":"< 1","of":"step:nowhere"}])",
            "error /stop_when/0/of: nothing that is enabled has the name");
        row("of the run only", "/stop_when", R"([{"metric":"dropped","is":"> 1","of":"pattern:User"}])",
            "error /stop_when/0/of: \"dropped\" is measured for the whole run only");
        row("unit", "/stop_when", R"([{"metric":"rps","is":"< 5ms"}])",
            "error /stop_when/0/is: the limit \"< 5ms\" has");
        row("relative", "/stop_when", R"([{"metric":"latency_ms.p95","is":"> +10%"}])",
            "error /stop_when/0/is: a stop rule has no other run");
        row("window", "/stop_when", R"([{"metric":"rps","over_s":0,"is":"< 5"}])",
            "error /stop_when/0/over_s:");
    }
    void watching() { check(); }

    void valuesThatComeLaterAreTold()
    {
        Json document = goodDocument();
        document["patterns"][0]["steps"][0]["extract"] = Json::parse(R"([{"as":"late","json":"/a"}])");
        document["patterns"][0]["steps"][0]["every"] = "{{late}}";
        const auto problems = listed(validateDocument(document, m_folder));
        QVERIFY2(problems.contains(QStringLiteral("error /patterns/0/steps/0/every: the variable \"late\" "
                                                  "has no value yet when this is needed")),
            qPrintable(problems));
    }

    void goodOnesHaveNoProblems_data()
    {
        columns();
        row("extract", "/patterns/0/steps/0/extract", R"([{"as":"late","json":"/a"}])", "");
        row("users", "/load", R"({"executor":"ramping-vus","users":2,"spawn_rate":1,"duration_s":3})", "");
        row("stop rules", "/stop_when",
            R"([{"metric":"latency_ms.p99","over_s":10,"is":"> 2s"},{"metric":"error_rate","is":"> 2%"}])",
            "");
        row("feed", "/data", R"([{"name":"d","file":"d.csv","secret_columns":["pin"]}])", "");
        row("comments", "/_comment", R"("why")", "");
        row("builtin", "/target/base_url", R"("builtin:")", "");
        row("variable", "/load/vus", R"("{{users}}")", "");
    }
    void goodOnesHaveNoProblems()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, value);
        Json document = goodDocument();
        document[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        const auto problems = validateDocument(document, m_folder);
        QVERIFY2(problems.empty(), qPrintable(listed(problems)));
    }

    void everyProblemIsListed()
    {
        Json document = goodDocument();
        document["operation"] = 7;
        document["load"]["vus"] = 0;
        document["patterns"][0]["steps"][0]["request"]["method"] = "G T";
        const auto problems = validateDocument(document, m_folder);
        QVERIFY2(problems.size() >= 3, qPrintable(listed(problems)));
    }

    void deepDocumentsAreRefused()
    {
        Json document = goodDocument();
        document["x"] = Json::parse(std::string(250, '[') + std::string(250, ']'));
        const auto problems = validateDocument(document, m_folder);
        QCOMPARE(problems.size(), std::size_t{1});
        QVERIFY(listed(problems).contains(QStringLiteral("nested too deeply")));
    }

    void shippedTemplatesHaveNoProblems()
    {
        int seen = 0;
        for (const auto& entry : fs::recursive_directory_iterator(test::sourceFile("resources/templates"))) {
            if (entry.path().filename().string().rfind("scenario", 0) != 0) {
                continue;
            }
            ++seen;
            const auto problems
                = validateDocument(readJsonFile(entry.path()).value(), entry.path().parent_path());
            QVERIFY2(problems.empty(),
                qPrintable(QString::fromStdString(entry.path().string()) + listed(problems)));
        }
        QVERIFY(seen >= 8);
    }
};

PLUMB_TEST_MAIN(TestValidate)
#include "tst_validate.moc"
