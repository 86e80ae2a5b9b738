// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/scenariofiles.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <nlohmann/json.hpp>

using namespace plumb;
using namespace plumb::test;
namespace fs = std::filesystem;

namespace {

PlumbResult scenario(std::initializer_list<std::string> arguments)
{
    QStringList all{QStringLiteral("scenario")};
    for (const auto& argument : arguments) {
        all += QString::fromStdString(argument);
    }
    return test::runPlumb(all);
}

} // namespace

class TestScenarioVerb : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void templatesAreListed()
    {
        const auto result = scenario({"templates", "--json"});
        QVERIFY2(result.exitCode == 0, result.text().c_str());
        const Json json = result.json();
        std::vector<std::string> names;
        for (const auto& one : json.at("templates")) {
            names.push_back(one.at("name").get<std::string>());
            QVERIFY(!one.at("title").get<std::string>().empty());
            QVERIFY(!one.at("description").get<std::string>().empty());
            QVERIFY(!one.at("files").empty());
        }
        std::vector<std::string> folders;
        for (const auto& entry : fs::directory_iterator(sourceFile("resources/templates"))) {
            folders.push_back(entry.path().filename().string());
        }
        std::sort(folders.begin(), folders.end());
        QVERIFY2(names == folders, result.text().c_str());
        QVERIFY(scenario({"templates"}).output.contains(folders.front().c_str()));
    }

    void everyTemplateIsCopiedAndValid()
    {
        const Workspace workspace;
        for (const auto& entry : fs::directory_iterator(sourceFile("resources/templates"))) {
            const auto name = entry.path().filename().string();
            const auto out = workspace.folder() / name;
            const auto created = scenario({"new", name, "--out", out.string()});
            QVERIFY2(created.exitCode == 0, created.text().c_str());
            const fs::path file = created.output.trimmed().toStdString();
            QCOMPARE(readFile(file).value(), readFile(entry.path() / "scenario.json").value());
            QVERIFY(!fs::exists(out / "template.json"));
            const auto checked = scenario({"validate", file.string(), "--json"});
            QVERIFY2(checked.exitCode == 0, checked.text().c_str());
            QVERIFY2(checked.json().at("files").at(0).at("problems").empty(), checked.text().c_str());
        }
    }

    /// A rule on a metric that nobody knows is found before the run.
    void rulesOfTheThresholdsAreChecked()
    {
        const Workspace workspace;
        auto json = oneStepScenario(
            "http://127.0.0.1:9", "/", {{"executor", "constant-vus"}, {"vus", 1}, {"duration_s", 1}});
        json["thresholds"] = "rules.json";
        const auto file = workspace.write("s.json", json);
        const auto rules = [&workspace](const char* metric) {
            workspace.write("rules.json",
                Json{{"schema", "plumbline.thresholds/1"},
                    {"rules", Json::array({Json{{"metric", metric}, {"fail", "> 1"}}})}});
        };
        rules("latency_ms.p95");
        QCOMPARE(scenario({"validate", file.string()}).exitCode, 0);
        rules("latency_sm.p95");
        const auto refused = scenario({"validate", file.string()});
        QVERIFY2(refused.exitCode == 2, refused.text().c_str());
        QVERIFY2(refused.output.contains("/thresholds: ") && refused.output.contains("latency_sm.p95"),
            refused.text().c_str());
        QVERIFY2(refused.output.contains("latency_ms"), refused.text().c_str());
    }

    void filesAreNeverReplaced()
    {
        const Workspace workspace;
        const auto thresholds = workspace.write("thresholds.json", std::string("mine"));
        const auto file = workspace.folder() / "mine.json";
        const auto refused = scenario({"new", "minimal", "--out", file.string()});
        QVERIFY2(refused.exitCode != 0, refused.text().c_str());
        QVERIFY2(refused.errors.contains("already there"), refused.text().c_str());
        QVERIFY2(refused.errors.contains("thresholds.json"), refused.text().c_str());
        QVERIFY(!fs::exists(file));
        QCOMPARE(readFile(thresholds).value(), std::string("mine"));
        fs::remove(thresholds);
        const auto created = scenario({"new", "--template", "minimal", "--out", file.string()});
        QVERIFY2(created.exitCode == 0, created.text().c_str());
        QCOMPARE(created.output.trimmed().toStdString(), file.string());
        QVERIFY(scenario({"new", "minimal", "--out", file.string()}).exitCode != 0);
    }

    void unknownTemplatesAreNamed()
    {
        const Workspace workspace;
        const auto out = workspace.folder() / "x";
        const auto result = scenario({"new", "minimall", "--out", out.string()});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains("did you mean \"minimal\"?"), result.text().c_str());
        QVERIFY(!fs::exists(out));
        QCOMPARE(scenario({"new", "../minimal", "--out", out.string()}).exitCode, 2);
        QCOMPARE(scenario({"new"}).exitCode, 2);
    }

    void problemsComeWithTheirPlace()
    {
        const Workspace workspace;
        const auto good = workspace.write("good.json",
            oneStepScenario(
                "http://127.0.0.1:1", "/", {{"executor", "constant-vus"}, {"vus", 1}, {"duration_s", 1}}));
        Json document = readJsonFile(good).value();
        document["load"]["vus"] = 0;
        document["patterns"][0]["nam"] = "x";
        const auto bad = workspace.write("bad.json", document);
        const auto result = scenario({"validate", good.string(), bad.string(), "--json"});
        QCOMPARE(result.exitCode, 2);
        const Json json = result.json();
        QVERIFY(json.at("valid") == false);
        QVERIFY(json.at("files").at(0).at("valid") == true);
        const Json& problems = json.at("files").at(1).at("problems");
        const auto has = [&](const char* path, const char* severity) {
            return std::any_of(problems.begin(), problems.end(),
                [&](const Json& one) { return one.at("path") == path && one.at("severity") == severity; });
        };
        QVERIFY2(has("/load/vus", "error"), result.text().c_str());
        QVERIFY2(has("/patterns/0/nam", "warning"), result.text().c_str());
        const auto text = scenario({"validate", bad.string()});
        QVERIFY2(text.output.contains("bad.json: /load/vus: the value 0 is too small"), text.text().c_str());
    }

    void unreadableFilesAreProblems()
    {
        const Workspace workspace;
        const auto deep = workspace.write("deep.json", std::string(100'000, '['));
        for (const auto& file : {deep, workspace.folder() / "none.json"}) {
            const auto result = scenario({"validate", file.string(), "--json"});
            QCOMPARE(result.exitCode, 2);
            QVERIFY2(result.json().at("files").at(0).at("problems").size() == 1, result.text().c_str());
        }
        const auto result = scenario({"validate", deep.string()});
        QVERIFY2(result.output.contains("deep.json: line 1, column 257: lists and objects are nested"),
            result.text().c_str());
        const auto empty = workspace.write("empty.json", std::string());
        const auto checked = scenario({"validate", empty.string()});
        QVERIFY2(checked.output.contains("empty.json: the file is empty; write a scenario into it"),
            checked.text().c_str());
        QCOMPARE(checked.output.count("empty.json"), 1);
    }

    void wrongVerbsHaveANeighbour()
    {
        const auto result = test::runPlumb({QStringLiteral("evalute")});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains("there is no verb \"evalute\"; did you mean \"evaluate\"?"),
            result.text().c_str());
        const auto part = scenario({"valdate", "x.json"});
        QCOMPARE(part.exitCode, 2);
        QVERIFY2(part.errors.contains("did you mean \"scenario validate\"?"), part.text().c_str());
    }
};

PLUMB_TEST_MAIN(TestScenarioVerb)
#include "tst_scenarioverb.moc"
