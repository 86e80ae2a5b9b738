// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/json.h"
#include "tests/support/plumbprocess.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <csignal>

using namespace plumb;
namespace fs = std::filesystem;

/// `plumb suite` and `plumb thresholds derive` against the built-in sample service.
class TestSuiteVerb : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    fs::path path(const std::string& name) const { return fs::path(m_dir.path().toStdString()) / name; }
    QString word(const std::string& name) const { return QString::fromStdString(path(name).string()); }

    void write(const std::string& name, const std::string& text)
    {
        QVERIFY(writeFileAtomic(path(name), text).has_value());
    }

    test::PlumbResult plumb(const QStringList& words)
    {
        return test::runPlumb(words + QStringList{QStringLiteral("--library"), word("library")});
    }

    void rules(const std::string& text)
    {
        write("thresholds.json", R"({"schema":"plumbline.thresholds/1","rules":)" + text + "}");
    }

    static std::string scenarioText(const std::string& operation)
    {
        Json step = {{"name", "health"}, {"request", {{"path", "/api/health"}}}};
        step["checks"] = Json::array({{{"status", Json::array({200})}}});
        Json pattern = {{"name", "User"}, {"think_ms", 20}};
        pattern["steps"] = Json::array({step});
        Json scenario = {{"schema", "plumbline.scenario/1"}, {"operation", operation},
            {"environment", "local"}, {"target", {{"base_url", "builtin:"}}}};
        scenario["patterns"] = Json::array({pattern});
        scenario["load"] = {{"executor", "constant-vus"}, {"vus", 2}, {"duration_s", 1}};
        scenario["thresholds"] = "thresholds.json";
        return dumpJson(scenario);
    }

private Q_SLOTS:
    void initTestCase()
    {
        write("scenario.json", scenarioText("health"));
        write("other.json", scenarioText("other"));
        write("nightly.json", R"({"schema":"plumbline.suite/1","rounds":2,"pause_s":0,
            "scenarios":["scenario.json","other.json"]})");
    }

    void init() { rules(R"([{"metric":"error_rate","fail":"> 1%"}])"); }

    void threeRoundsGiveTheirFilesAndAVerdict()
    {
        auto ran = plumb({QStringLiteral("suite"), word("scenario.json"), QStringLiteral("--rounds"),
            QStringLiteral("3"), QStringLiteral("--pause"), QStringLiteral("0"), QStringLiteral("--noise"),
            QStringLiteral("--out"), word("out"), QStringLiteral("--json")});
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        const auto json = ran.json();
        QCOMPARE(json.at("verdict").get<std::string>(), std::string("pass"));
        QCOMPARE(json.at("reports").size(), 3U);
        for (const auto* name :
            {"round-1.json", "round-2.json", "round-3.json", "evaluation.json", "report.md", "junit.xml"}) {
            QVERIFY2(fs::exists(path("out") / name), name);
        }
        const auto round = readJsonFile(path("out") / "round-2.json").value();
        QCOMPARE(round.at("facts").at("suite_round").get<std::string>(), std::string("2"));
        QVERIFY(round.at("facts").at("suite_id") == json.at("suite").at("id"));
        QVERIFY(readJsonFile(path("out") / "evaluation.json").value() == json);
        QVERIFY(fs::exists(path("library") / "noise.jsonl"));
        QVERIFY(!json.at("scenarios").at(0).at("noise").empty());

        // A rule that no round holds.
        rules(R"([{"metric":"latency_ms.p95","fail":"> 0.0001"}])");
        ran = plumb({QStringLiteral("suite"), word("scenario.json"), QStringLiteral("--rounds"),
            QStringLiteral("1")});
        QVERIFY2(ran.exitCode == 1, ran.text().c_str());
    }

    void withoutABaselineNothingIsGreen()
    {
        rules(R"([{"metric":"error_rate","fail":"> 1%"},
            {"metric":"latency_ms.p95","against":"baseline","fail":"> +900%"}])");
        const QStringList words{QStringLiteral("suite"), word("scenario.json"), QStringLiteral("--rounds"),
            QStringLiteral("2"), QStringLiteral("--pause"), QStringLiteral("0"), QStringLiteral("--out"),
            word("pinned"), QStringLiteral("--json")};
        auto ran = plumb(words);
        QVERIFY2(ran.exitCode == 4, ran.text().c_str());
        QCOMPARE(ran.json().at("verdict").get<std::string>(), std::string("no-baseline"));
        QStringList pin{QStringLiteral("baseline"), QStringLiteral("pin")};
        const auto first = ran.json();
        for (const auto& report : first.at("reports")) {
            pin << QString::fromStdString(report.at("file").get<std::string>());
        }
        ran = plumb(pin);
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        ran = plumb(words);
        QVERIFY2(ran.exitCode == 0 || ran.exitCode == 4, ran.text().c_str()); // few rounds may not tell
        QVERIFY2(ran.json().at("rules").at(1).at("reason").get<std::string>().find("baseline")
                != std::string::npos,
            ran.text().c_str());

        // The newest thing is a suite, and so is the one before.
        const auto compared
            = plumb({QStringLiteral("compare"), QStringLiteral("--operation"), QStringLiteral("health"),
                QStringLiteral("--against"), QStringLiteral("previous"), QStringLiteral("--json")});
        QVERIFY2(compared.exitCode != 2, compared.text().c_str());
        QCOMPARE(compared.json().at("base").at("rounds").get<int>(), 2);
        QCOMPARE(compared.json().at("candidates").at(0).at("rounds").get<int>(), 2);

        const auto derived
            = plumb({QStringLiteral("thresholds"), QStringLiteral("derive"), word("pinned/round-1.json"),
                word("pinned/round-2.json"), QStringLiteral("--out"), word("derived.json")});
        QVERIFY2(derived.exitCode == 0, derived.text().c_str());
        const auto thresholds = readJsonFile(path("derived.json")).value();
        QCOMPARE(thresholds.at("schema").get<std::string>(), std::string("plumbline.thresholds/1"));
        QVERIFY(thresholds.at("rules").size() >= 3);
        const auto evaluated = test::runPlumb({QStringLiteral("evaluate"), word("pinned/round-1.json"),
            word("pinned/round-2.json"), QStringLiteral("--thresholds"), word("derived.json")});
        QVERIFY2(evaluated.exitCode == 0, evaluated.text().c_str());
    }

    void aSuiteOfTwoScenariosHasAFolderForEach()
    {
        const auto ran
            = plumb({QStringLiteral("suite"), word("nightly.json"), QStringLiteral("--out"), word("two")});
        QVERIFY2(ran.exitCode == 0, ran.text().c_str());
        QVERIFY(fs::exists(path("two") / "health/round-2.json"));
        QVERIFY(fs::exists(path("two") / "other/round-2.json"));
        const auto junit = readFile(path("two") / "junit.xml").value();
        QVERIFY(junit.find("plumb evaluate health") != std::string::npos);
        QVERIFY(junit.find("plumb evaluate other") != std::string::npos);
        const auto compared = plumb({QStringLiteral("compare"), word("two/health"), word("two/health")});
        QVERIFY2(compared.exitCode != 2, compared.text().c_str());
    }

    void aSuiteThatCannotRunSaysSoBeforeTheFirstRound()
    {
        write("broken.json", R"({"schema":"plumbline.suite/1","scenarios":["scenario.json","none.json"]})");
        auto ran = plumb({QStringLiteral("suite"), word("broken.json"), QStringLiteral("--out"), word("no")});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.errors.contains("none.json"), ran.text().c_str());
        QVERIFY(!fs::exists(path("no")));
        write("wrong.json", R"({"schema":"plumbline.suite/1","rounds":0,"scenarios":["scenario.json"]})");
        ran = plumb({QStringLiteral("suite"), word("wrong.json")});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.errors.contains("/rounds"), ran.text().c_str());
        ran = plumb({QStringLiteral("suite"), word("scenario.json"), QStringLiteral("--base-url"),
            QStringLiteral("http://127.0.0.1:9")});
        QVERIFY2(ran.exitCode == 5 || ran.exitCode == 1, ran.text().c_str());
    }

    void ctrlCKeepsAndJudgesWhatIsDone()
    {
        const auto process = test::startPlumb({QStringLiteral("suite"), word("scenario.json"),
            QStringLiteral("--rounds"), QStringLiteral("50"), QStringLiteral("--pause"), QStringLiteral("0"),
            QStringLiteral("--json"), QStringLiteral("--library"), word("library")});
        process->setReadChannel(QProcess::StandardError);
        QByteArray errors;
        while (!errors.contains("round 2 of 50")) {
            const auto more = process->readAllStandardError();
            errors += more;
            if (more.isEmpty())
                QVERIFY2(process->waitForReadyRead(60'000), errors.constData());
        }
        process->setReadChannel(QProcess::StandardOutput);
        ::kill(static_cast<pid_t>(process->processId()), SIGINT);
        const auto ran = test::finishPlumb(*process);
        QVERIFY2(ran.exitCode == 130, ran.text().c_str());
        const auto json = ran.json();
        QCOMPARE(json.at("suite").at("ended_by").get<std::string>(), std::string("user"));
        QVERIFY(json.at("reports").size() >= 1);
    }
};

PLUMB_TEST_MAIN(TestSuiteVerb)
#include "tst_suiteverb.moc"
