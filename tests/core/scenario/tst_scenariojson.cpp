// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "scenario/prepare.h"
#include "tests/core/scenario/samples.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace plumb;
using namespace plumb::scenario;
namespace fs = std::filesystem;

namespace {

QString rewritten(const QString& text)
{
    const auto scenario = scenarioFromJson(Json::parse(text.toStdString()), "s.json");
    return QString::fromStdString(scenario ? dumpJson(toJson(*scenario)) : scenario.error().text());
}

QString compact(const QString& text)
{
    return QString::fromStdString(dumpJson(Json::parse(text.toStdString())));
}

QString inScenario(const QString& fields)
{
    return QStringLiteral(R"({"schema":"plumbline.scenario/1",%1})").arg(fields);
}

} // namespace

class TestScenarioJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("product example") << QString::fromStdString(readFile(test::productExample()).value());
        const Json rows = readJsonFile(test::sourceFile("tests/data/scenario/roundtrip.json")).value();
        for (const auto& [name, scenario] : rows.items()) {
            QTest::newRow(name.c_str()) << QString::fromStdString(dumpJson(scenario));
        }
    }
    void roundTrips()
    {
        QFETCH(QString, text);
        QCOMPARE(rewritten(text), compact(text));
    }

    void changedValuesWinOverSpellings()
    {
        auto scenario = loadScenario(test::productExample()).value().scenario;
        scenario.note = "changed";
        scenario.load.duration_s = 5.0;
        scenario.patterns[0].steps[1].every = {};
        scenario.patterns[0].enabled = false;
        const Json json = toJson(scenario);
        QCOMPARE(json["note"].get<std::string>(), std::string("changed"));
        QCOMPARE(json["load"]["duration_s"].get<int>(), 5);
        QVERIFY(!json["patterns"][0]["steps"][1].contains("every"));
        QCOMPARE(json["patterns"][0]["enabled"].get<bool>(), false);
        scenario.note.clear();
        QVERIFY(toJson(scenario)["note"] == "");
    }

    void removedSpellingsStayRemoved()
    {
        auto scenario
            = test::loaded(test::oneStep(R"({"name":"s","request":{"path":"/","query":{"n":1}}})")).scenario;
        scenario.patterns[0].steps[0].request.query.clear();
        QVERIFY(!toJson(scenario)["patterns"][0]["steps"][0]["request"].contains("query"));
    }

    void valuesMadeInCodeRoundTrip()
    {
        Scenario scenario;
        scenario.operation = "o";
        scenario.load = *preset("spike");
        Pattern pattern;
        pattern.name = "p";
        pattern.think.kind = Think::Kind::fixed;
        pattern.think.a = 10.0;
        Step step;
        step.name = "s";
        step.request.path = "/";
        Check check;
        check.statuses = {200, 204};
        step.checks.push_back(check);
        pattern.steps.push_back(step);
        scenario.patterns.push_back(pattern);
        const auto again = scenarioFromJson(toJson(scenario), "s");
        QVERIFY(again.has_value());
        QVERIFY(*again == scenario);
    }

    void typeErrorsNameThePlace_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* fields, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(fields) << QString::fromUtf8(expected);
        };
        row("text", R"("operation":7)", "s.json, /operation: expected a text, found a number");
        row("object", R"("target":[])", "s.json, /target: expected an object, found a list");
        row("number", R"("target":{"timeout_ms":"soon"})", "/target/timeout_ms: \"soon\" is no duration");
        row("whole", R"("load":{"executor":"x","vus":1.5})", "/load/vus: expected a whole number, found 1.5");
        row("large", R"("load":{"executor":"x","vus":1e30})", "/load/vus: the number 1e+30 is too large");
        row("boolean", R"("target":{"tls":{"verify":"yes"}})", "/target/tls/verify: expected true, false or");
        row("word", R"("target":{"connection":"keepalive"})", "did you mean \"keep-alive\"?");
        row("status", R"("patterns":[{"steps":[{"request":{},"checks":[{"status":"ok"}]}]}])",
            "/patterns/0/steps/0/checks/0/status: \"ok\" is no HTTP status");
        row("two bodies", R"("patterns":[{"steps":[{"request":{"json":{},"form":{}}}]}])",
            "/patterns/0/steps/0/request/form: a second body");
        row("range", R"("patterns":[{"think_ms":[1,2,3]}])",
            "/patterns/0/think_ms: a range of think times has two");
        row("escaped", R"("variables":{"a/b~c":{"required":1}})",
            "/variables/a~1b~0c/required: expected true or false");
        row("several", R"("operation":7,"note":8,"tags":9)", "2 more problems");
    }
    void typeErrorsNameThePlace()
    {
        QFETCH(QString, fields);
        QFETCH(QString, expected);
        const auto text = rewritten(inScenario(fields));
        QVERIFY2(text.contains(expected), qPrintable(text));
    }

    void filesThatAreNoScenarioAreRefused()
    {
        const QTemporaryDir dir;
        const fs::path folder = dir.path().toStdString();
        const auto errorOf = [&](const char* text) {
            if (const auto written = writeFileAtomic(folder / "s.json", text); !written) {
                return QString::fromStdString(written.error().text());
            }
            return QString::fromStdString(loadScenario(folder / "s.json").error().text());
        };
        QVERIFY(errorOf(R"({"schema":"plumbline.scenario/2"})").contains(QStringLiteral("newer version")));
        QVERIFY(errorOf(R"({"schema":"plumbline.report/1"})").contains(QStringLiteral("right type")));
        QVERIFY(errorOf(R"({"operation":"x"})").contains(QStringLiteral("/schema")));
        QVERIFY(errorOf("{\"schema\":").contains(QStringLiteral("cut")));
        QVERIFY(errorOf("").contains(QStringLiteral("empty")));
        QVERIFY(!loadScenario(folder / "none.json"));
        const std::string deep = R"({"schema":"plumbline.scenario/1","x":)" + std::string(100000, '[');
        QVERIFY(errorOf(deep.c_str()).contains(QStringLiteral("s.json")));
        const std::string closed = deep + std::string(100000, ']') + "}";
        QVERIFY(errorOf(closed.c_str()).contains(QStringLiteral("nested too deeply")));
        // parseJson() takes some levels more than a scenario may have.
        const auto levels = [](int count) {
            return R"({"schema":"plumbline.scenario/1","x":)" + std::string(std::size_t(count - 1), '[')
                + std::string(std::size_t(count - 1), ']') + "}";
        };
        QVERIFY(scenarioFromJson(Json::parse(levels(200)), "s").has_value());
        QVERIFY(!scenarioFromJson(Json::parse(levels(201)), "s"));
    }

    void shippedTemplatesRoundTrip()
    {
        const auto folder = test::sourceFile("resources/templates");
        int seen = 0;
        if (fs::exists(folder)) {
            for (const auto& entry : fs::recursive_directory_iterator(folder)) {
                const auto json = entry.path().extension() == ".json" ? readJsonFile(entry.path())
                                                                      : Result<Json>(Error{});
                if (!json || !json->is_object() || json->value("schema", "") != "plumbline.scenario/1") {
                    continue;
                }
                ++seen;
                const auto scenario = loadScenario(entry.path());
                QVERIFY2(scenario.has_value(), scenario ? "" : scenario.error().text().c_str());
                QCOMPARE(QString::fromStdString(dumpJson(toJson(scenario->scenario), 1)),
                    QString::fromStdString(dumpJson(*json, 1)));
            }
        }
        if (seen == 0) {
            QSKIP("no templates in resources/templates");
        }
    }
};

PLUMB_TEST_MAIN(TestScenarioJson)
#include "tst_scenariojson.moc"
