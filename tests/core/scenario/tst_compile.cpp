// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/prepare.h"
#include "tests/core/scenario/samples.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace plumb;
using namespace plumb::scenario;

namespace {

struct Context
{
    std::shared_ptr<VariableScope> scope;
    RandomStream random{1, 0};
    std::uint64_t sequence = 0;
    RenderContext context;

    explicit Context(const CompiledScenario& compiled)
        : scope(std::make_shared<VariableScope>(compiled.variables))
    {
        context.variables = scope.get();
        context.random = &random;
        context.sequence = &sequence;
        context.wall_ms = 1767225600000;
    }
};

QString headerOf(const RenderedRequest& request, const char* name)
{
    for (const auto& [key, value] : request.headers) {
        if (key == name) {
            return QString::fromStdString(value);
        }
    }
    return QStringLiteral("(none)");
}

QString bodyOf(const RenderedRequest& request)
{
    return request.body ? QString::fromStdString(*request.body) : QStringLiteral("(none)");
}

} // namespace

class TestCompile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void productExampleCompiles()
    {
        const QTemporaryDir dir;
        const std::filesystem::path folder = dir.path().toStdString();
        QVERIFY(writeFileAtomic(folder / "users.csv", "email,password\na@b.c,pw1secret\n").has_value());
        const auto scenario = loadScenario(test::productExample()).value();
        Overrides overrides;
        overrides.set = {{"password", "hunter22"}};
        const auto resolved = resolve(scenario, overrides, test::noEnvironment);
        QVERIFY2(resolved.has_value(), resolved ? "" : resolved.error().text().c_str());
        const auto compiled = compile(*resolved, folder, "http://127.0.0.1:9/", 3);
        QVERIFY2(compiled.has_value(), compiled ? "" : compiled.error().text().c_str());
        QCOMPARE(compiled->base_url, std::string("http://127.0.0.1:9"));
        QCOMPARE(compiled->setup.size(), std::size_t{1});
        QCOMPARE(compiled->setup[0].on_failure.size(), std::size_t{1});
        QCOMPARE(compiled->patterns[0].steps.size(), std::size_t{2});
        const auto& artifact = *compiled->patterns[0].steps[1];
        QCOMPARE(artifact.missingVariable(*compiled->variables), std::string("job_id"));
        Context context(*compiled);
        QVERIFY(!artifact.render(context.context));
        context.scope->set("user.email", {"a@b.c", false, false});
        const auto login = compiled->setup[0].step->render(context.context);
        QVERIFY(login.has_value());
        QCOMPARE(bodyOf(*login), QStringLiteral("{\"email\":\"a@b.c\",\"password\":\"hunter22\"}"));
        QCOMPARE(headerOf(*login, "Content-Type"), QStringLiteral("application/json"));
        QCOMPARE(headerOf(*login, "User-Agent"), QStringLiteral("plumbline/0.1"));
        // The target's token is not there before the login: the header is left out.
        QCOMPARE(headerOf(*login, "Authorization"), QStringLiteral("(none)"));
        QVERIFY(std::find(compiled->secrets.begin(), compiled->secrets.end(), "hunter22")
            != compiled->secrets.end());
        QVERIFY(std::find(compiled->secrets.begin(), compiled->secrets.end(), "pw1secret")
            != compiled->secrets.end());
    }

    void urls_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* request, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(request) << QString::fromUtf8(expected);
        };
        row("plain", "{\"path\":\"/a/b\"}", "http://127.0.0.1:8080/a/b");
        row("no slash", "{\"path\":\"a\"}", "http://127.0.0.1:8080/a");
        row("empty", "{\"path\":\"\"}", "http://127.0.0.1:8080/");
        row("absolute", "{\"path\":\"http://localhost:1/x\"}", "http://localhost:1/x");
        row("segment", "{\"path\":\"/a/{{odd}}/c\"}", "http://127.0.0.1:8080/a/x%20%2F%26%C3%A4/c");
        row("leading", "{\"path\":\"{{location}}\"}", "http://localhost:2/y?z=1");
        row("leading path", "{\"path\":\"{{odd_path}}/x\"}", "http://127.0.0.1:8080/p%20q/x");
        row("query", "{\"path\":\"/a\",\"query\":{\"q\":\"{{odd}}\",\"n\":5,\"l\":[\"1\",\"2\"]}}",
            "http://127.0.0.1:8080/a?q=x%20%2F%26%C3%A4&n=5&l=1&l=2");
        row("more query", "{\"path\":\"/a?b=1\",\"query\":{\"c\":\"d e\"}}",
            "http://127.0.0.1:8080/a?b=1&c=d%20e");
        row("kept escapes", "{\"path\":\"/a%20b c\"}", "http://127.0.0.1:8080/a%20b%20c");
    }
    void urls()
    {
        QFETCH(QString, request);
        QFETCH(QString, expected);
        for (const bool changing : {false, true}) {
            // Folded at compile time, and again with values that steps extract while running.
            const std::string extract = changing
                ? "\"extract\":[{\"as\":\"odd\",\"json\":\"/a\"},{\"as\":\"odd_path\",\"json\":\"/"
                  "a\"},{\"as\":\"location\",\"json\":\"/a\"}],"
                : "";
            const auto compiled = test::compiled(
                test::oneStep("{\"name\":\"s\"," + extract + "\"request\":" + request.toStdString() + "}",
                    "\"variables\":{\"odd\":\"x /&ä\",\"odd_path\":\"/p "
                    "q\",\"location\":\"http://localhost:2/y?z=1\"},"));
            Context context(compiled);
            const auto& step = *compiled.patterns[0].steps[0];
            QCOMPARE(QString::fromStdString(step.render(context.context).value().url), expected);
            if (!changing) {
                QVERIFY(step.constantRequest() != nullptr);
            }
        }
    }

    void bodies_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("body");
        const auto row = [](const char* name, const char* request, const char* type, const char* body) {
            QTest::newRow(name) << QString::fromUtf8(request) << QString::fromUtf8(type)
                                << QString::fromUtf8(body);
        };
        row("none", "{\"path\":\"/\"}", "(none)", "(none)");
        row("raw values",
            "{\"path\":\"/"
            "\",\"json\":{\"n\":\"{{n}}\",\"t\":\"{{t}}\",\"m\":\"n={{n}}\",\"{{t}}\":[true,null,1.5]}}",
            "application/json",
            "{\"n\":120,\"t\":\"a\\\"b\\n\",\"m\":\"n=120\",\"a\\\"b\\n\":[true,null,1.5]}");
        row("functions",
            "{\"path\":\"/"
            "\",\"json\":{\"s\":\"{{seq()}}\",\"c\":\"{{random_choice(7)}}\",\"b\":\"{{base64('ab')}}\","
            "\"i\":\"{{random_int(3,3)}}\",\"w\":\"{{now()}}\",\"x\":\"{{now('s')}}\"}}",
            "application/json",
            "{\"s\":1,\"c\":7,\"b\":\"YWI=\",\"i\":3,\"w\":1767225600000,\"x\":1767225600}");
        row("grid", "{\"path\":\"/\",\"json\":\"{{grid(1)}}\"}", "application/json",
            "[{\"x\":0.0000,\"y\":0.0000,\"value\":0.0000}]");
        row("null", "{\"path\":\"/\",\"json\":null}", "application/json", "null");
        row("text", "{\"path\":\"/\",\"body\":\"n is {{n}}\"}", "text/plain; charset=utf-8", "n is 120");
        row("own type", "{\"path\":\"/\",\"headers\":{\"content-type\":\"a/b\"},\"body\":\"x\"}", "(none)",
            "x");
        row("form", "{\"path\":\"/\",\"form\":{\"a b\":\"{{t}}&\",\"c\":\"d e\"}}",
            "application/x-www-form-urlencoded", "a+b=a%22b%0A%26&c=d+e");
        row("graphql", "{\"path\":\"/\",\"graphql\":{\"query\":\"{ a }\",\"variables\":{\"n\":\"{{n}}\"}}}",
            "application/json", "{\"query\":\"{ a }\",\"variables\":{\"n\":120}}");
    }
    void bodies()
    {
        QFETCH(QString, request);
        QFETCH(QString, type);
        QFETCH(QString, body);
        const auto compiled
            = test::compiled(test::oneStep("{\"name\":\"s\",\"request\":" + request.toStdString() + "}",
                "\"variables\":{\"n\":120,\"t\":\"a\\u0022b\\n\"},"));
        Context context(compiled);
        const auto rendered = compiled.patterns[0].steps[0]->render(context.context).value();
        QCOMPARE(headerOf(rendered, "Content-Type"), type);
        QCOMPARE(bodyOf(rendered), body);
    }

    void multipartNamesItsBoundary()
    {
        const QTemporaryDir dir;
        const std::filesystem::path folder = dir.path().toStdString();
        QVERIFY(writeFileAtomic(folder / "f.txt", "content").has_value());
        const auto compiled
            = test::compiled(test::oneStep("{\"name\":\"s\",\"request\":{\"method\":\"POST\",\"path\":\"/"
                                           "\",\"multipart\":[{\"name\":\"a\\\"b\",\"value\":\"v\"},{"
                                           "\"name\":\"f\",\"file\":\"f.txt\"}]}}"),
                {}, folder);
        const auto* request = compiled.patterns[0].steps[0]->constantRequest();
        QVERIFY(request != nullptr);
        const auto type = headerOf(*request, "Content-Type");
        const auto boundary = type.mid(type.indexOf(QLatin1Char('=')) + 1);
        const auto body = bodyOf(*request);
        QVERIFY(body.startsWith(QStringLiteral("--") + boundary + QStringLiteral("\r\n")));
        QVERIFY(body.endsWith(QStringLiteral("\r\n--") + boundary + QStringLiteral("--\r\n")));
        QVERIFY(body.contains(QStringLiteral("name=\"a%22b\"\r\n\r\nv\r\n")));
        QVERIFY(body.contains(QStringLiteral("filename=\"f.txt\"\r\nContent-Type: text/plain")));
    }

    void headersCannotBeInjected()
    {
        const auto compiled = test::compiled(
            test::oneStep("{\"name\":\"s\",\"request\":{\"path\":\"/\",\"headers\":{\"X\":\"{{v}}\"}}}",
                "\"variables\":{\"v\":\"a\\r\\nEvil: 1\"},"));
        QCOMPARE(
            headerOf(*compiled.patterns[0].steps[0]->constantRequest(), "X"), QStringLiteral("a  Evil: 1"));
    }

    void authorizationIsSent_data()
    {
        QTest::addColumn<QString>("auth");
        QTest::addColumn<QString>("expected");
        QTest::newRow("basic") << QStringLiteral(
            "{\"basic\":{\"user\":\"Aladdin\",\"password\":\"open sesame\"}}")
                               << QStringLiteral("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="); // RFC 7617
        QTest::newRow("bearer") << QStringLiteral("{\"bearer\":\"t0k\"}") << QStringLiteral("Bearer t0k");
        QTest::newRow("oauth") << QStringLiteral(
            "{\"oauth2_client_credentials\":{\"token_url\":\"http://h/\"}}")
                               << QStringLiteral("Bearer fetched");
        QTest::newRow("none") << QStringLiteral("null") << QStringLiteral("(none)");
    }
    void authorizationIsSent()
    {
        QFETCH(QString, auth);
        QFETCH(QString, expected);
        const auto compiled = test::compiled(test::oneStep(
            "{\"name\":\"s\",\"request\":{\"path\":\"/\",\"auth\":" + auth.toStdString() + "}}"));
        Context context(compiled);
        context.scope->set("__oauth2_token", {"fetched", false, true});
        const auto rendered = compiled.patterns[0].steps[0]->render(context.context).value();
        QCOMPARE(headerOf(rendered, "Authorization"), expected);
    }

    void traceparentsDiffer()
    {
        const auto compiled = test::compiled(
            test::oneStep("{\"name\":\"s\",\"request\":{\"path\":\"/\",\"traceparent\":true}}"));
        Context context(compiled);
        const auto& step = *compiled.patterns[0].steps[0];
        const auto first = headerOf(step.render(context.context).value(), "traceparent");
        const QRegularExpression shape(QStringLiteral("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$"));
        QVERIFY(shape.match(first).hasMatch());
        QVERIFY(headerOf(step.render(context.context).value(), "traceparent") != first);
    }

    void answersAreChecked_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("message"); // empty: passes
        const auto row = [](const char* name, const char* check, const char* message) {
            QTest::newRow(name) << QString::fromUtf8(check) << QString::fromUtf8(message);
        };
        row("status", "{\"status\":[200,201]}", "");
        row("status fails", "{\"status\":404}", "status 200, expected 404");
        row("json", "{\"json\":\"/ok\",\"equals\":true}", "");
        row("json text", "{\"json\":\"/name\",\"equals\":\"x/y\"}", "");
        row("json number", "{\"json\":\"/n\",\"equals\":5.0}", "");
        row("json object", "{\"json\":\"/o\",\"equals\":{\"b\":2,\"a\":1}}", "");
        row("json escaped", "{\"json\":\"/a~1b\",\"equals\":1}", "");
        row("json array", "{\"json\":\"/list/1\",\"equals\":\"two\"}", "");
        row("json null", "{\"json\":\"/none\",\"equals\":null}", "");
        row("json fails", "{\"json\":\"/n\",\"equals\":6}", "/n is 5, expected 6");
        row("json type", "{\"json\":\"/n\",\"equals\":\"5\"}", "/n is 5, expected 5");
        row("json missing", "{\"json\":\"/x/y\",\"exists\":true}", "there is no /x/y");
        row("json absent", "{\"json\":\"/x\",\"exists\":false}", "");
        row("json present", "{\"json\":\"/n\",\"exists\":false}", "/n is there");
        row("header", "{\"header\":\"x-a\",\"equals\":\"b\"}", "");
        row("header fails", "{\"header\":\"X-A\",\"equals\":\"c\"}", "X-A is \"b\", expected \"c\"");
        row("header missing", "{\"header\":\"X-B\",\"exists\":true}", "there is no header X-B");
        row("contains", "{\"body_contains\":\"two\"}", "");
        row("contains fails", "{\"body_contains\":\"three\"}", "the body does not contain \"three\"");
        row("regex", "{\"body_regex\":\"\\\"n\\\":\\\\s*5\"}", "");
        row("regex fails", "{\"body_regex\":\"^z\"}", "the body does not match ^z");
        row("time", "{\"max_ms\":20}", "");
        row("time fails", "{\"max_ms\":10}", "12.0 ms, at most 10.0 ms");
        row("bytes fails", "{\"max_bytes\":10}", "96 bytes, at most 10.0");
    }
    void answersAreChecked()
    {
        QFETCH(QString, check);
        QFETCH(QString, message);
        const auto compiled = test::compiled(test::oneStep(
            "{\"name\":\"s\",\"request\":{\"path\":\"/\"},\"checks\":[" + check.toStdString() + "]}"));
        const Headers headers{{"X-a", "b"}};
        const std::string body = "{\"ok\":true,\"name\":\"x/y\",\"n\":5,\"o\":{\"a\":1,\"b\":2},\"a/"
                                 "b\":1,\"list\":[\"one\",\"two\"],\"none\":null }";
        const ResponseView response{200, &headers, body, 12.0, nullptr};
        const auto result = compiled.patterns[0].steps[0]->check(0, response);
        QCOMPARE(QString::fromStdString(result.message)
                     .replace(QString::number(body.size()), QStringLiteral("96")),
            message);
        QCOMPARE(result.passed, message.isEmpty());
    }

    void valuesAreExtracted_data()
    {
        QTest::addColumn<QString>("extract");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("raw");
        QTest::newRow("text") << "\"json\":\"/id\""
                              << "a\nb" << false;
        QTest::newRow("number") << "\"json\":\"/n\""
                                << "1.50" << true;
        QTest::newRow("object") << "\"json\":\"/o\""
                                << "{\"a\": 1}" << true;
        QTest::newRow("header") << "\"header\":\"location\""
                                << "/x" << false;
        QTest::newRow("cookie") << "\"cookie\":\"sid\""
                                << "c00kie" << false;
        QTest::newRow("group") << "\"regex\":\"n.: ([0-9.]+),\""
                               << "1.50" << false;
        QTest::newRow("match") << "\"regex\":\"[0-9]\\\\.\""
                               << "1." << false;
        QTest::newRow("no json") << "\"json\":\"/zz\""
                                 << "!there is no /zz" << false;
        QTest::newRow("null") << "\"json\":\"/z\""
                              << "!/z is null" << false;
        QTest::newRow("no cookie") << "\"cookie\":\"zz\""
                                   << "!there is no cookie zz" << false;
        QTest::newRow("no header") << "\"header\":\"zz\""
                                   << "!there is no header zz" << false;
        QTest::newRow("no match") << "\"regex\":\"zz\""
                                  << "!the regular expression zz matches nothing" << false;
    }
    void valuesAreExtracted()
    {
        QFETCH(QString, extract);
        QFETCH(QString, value);
        QFETCH(bool, raw);
        const auto compiled = test::compiled(
            test::oneStep("{\"name\":\"s\",\"request\":{\"path\":\"/\"},\"extract\":[{\"as\":\"v\","
                + extract.toStdString() + "}]}"));
        const Headers headers{{"Location", "/x"}};
        const std::map<std::string, std::string> cookies{{"sid", "c00kie"}};
        const ResponseView response{
            200, &headers, "{\"id\":\"a\\nb\",\"n\": 1.50, \"o\": {\"a\": 1},\"z\":null}", 1.0, &cookies};
        const auto result = compiled.patterns[0].steps[0]->extract(0, response);
        QCOMPARE(QString::fromStdString(result.found ? result.value.text : "!" + result.message), value);
        QCOMPARE(result.value.raw, raw);
        QCOMPARE(result.value.secret, result.found);
    }

    void variablesComeInOrder()
    {
        const auto text = test::oneStep("{\"name\":\"s\",\"request\":{\"path\":\"/{{v}}\"}}",
            "\"variables\":{\"v\":{\"default\":\"d\",\"from_env\":\"V\"}},\"environments\":{\"stage\":{"
            "\"base_url\":\"http://stage:1\",\"variables\":{\"v\":\"e\"}}},");
        const auto urlWith = [&](const Overrides& overrides, const EnvironmentLookup& lookup) {
            const auto resolved = resolve(test::loaded(text), overrides, lookup).value();
            return compile(resolved, {}, {}, 1).value().patterns[0].steps[0]->constantRequest()->url;
        };
        const EnvironmentLookup lookup = [](const std::string&) { return std::optional<std::string>("x"); };
        Overrides overrides;
        QCOMPARE(urlWith(overrides, test::noEnvironment), std::string("http://127.0.0.1:8080/d"));
        QCOMPARE(urlWith(overrides, lookup), std::string("http://127.0.0.1:8080/x"));
        overrides.environment_name = "stage";
        QCOMPARE(urlWith(overrides, lookup), std::string("http://stage:1/e"));
        overrides.set = {{"v", "s"}};
        QCOMPARE(urlWith(overrides, lookup), std::string("http://stage:1/s"));
        overrides.secrets["v"] = "k";
        QCOMPARE(urlWith(overrides, lookup), std::string("http://stage:1/k"));
    }

    void resolveErrorsSayWhatToDo_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* fields, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(fields) << QString::fromUtf8(expected);
        };
        row("env", "\"variables\":{\"v\":{\"from_env\":\"NOPE\"}},", "set NOPE, give --set v=");
        row("keychain", "\"variables\":{\"v\":{\"from_keychain\":\"k\"}},", "use \"from_env\"");
        row("circle", "\"variables\":{\"a\":\"{{b}}\",\"b\":\"{{a}}\"},", "depends on itself");
        row("number",
            "\"variables\":{\"a\":\"abc\"},\"patterns_run\":\"in-turn\",\"target\":{\"base_url\":\"http://"
            "h\",\"timeout_ms\":\"{{a}}\"},",
            "/target/timeout_ms: {{a}} is \"abc\"");
        row("too small",
            "\"variables\":{\"a\":0},\"target\":{\"base_url\":\"http://h\",\"timeout_ms\":\"{{a}}\"},",
            "too small");
        row("url", "\"target\":{\"base_url\":\"nonsense\"},", "/target/base_url");
    }
    void resolveErrorsSayWhatToDo()
    {
        QFETCH(QString, fields);
        QFETCH(QString, expected);
        const auto text = "{\"schema\":\"plumbline.scenario/1\",\"operation\":\"o\"," + fields.toStdString()
            + "\"load\":{\"executor\":\"constant-vus\",\"vus\":1,\"duration_s\":1}}";
        const auto resolved = resolve(test::loaded(text), {}, test::noEnvironment);
        QVERIFY(!resolved);
        const auto error = QString::fromStdString(resolved.error().text());
        QVERIFY2(error.contains(expected), qPrintable(error));
    }

    void boundsAreSubstituted()
    {
        auto text = test::oneStep("{\"name\":\"s\",\"every\":\"{{n}}\",\"request\":{\"path\":\"/\"}}",
            "\"variables\":{\"n\":3,\"d\":\"2m\"},");
        text.replace(text.find("\"duration_s\":1"), 14, "\"duration_s\":\"{{d}}\"");
        const auto compiled = test::compiled(text);
        QCOMPARE(compiled.patterns[0].pattern.steps[0].every.get(), 3);
        QCOMPARE(compiled.scenario.load.duration_s.get(), 120.0);
    }
};

PLUMB_TEST_MAIN(TestCompile)
#include "tst_compile.moc"
