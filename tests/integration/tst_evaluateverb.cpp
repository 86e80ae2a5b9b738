// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace plumb;
namespace fs = std::filesystem;

namespace {

struct Ran
{
    int code = -1;
    std::string out, err;
};

Ran runPlumb(const QStringList& arguments)
{
    QProcess process;
    process.start(QString::fromStdString(test::builtProgram("plumb").string()), arguments);
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput().toStdString(),
        process.readAllStandardError().toStdString()};
}

} // namespace

class TestEvaluateVerb : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString write(const std::string& name, const std::string& text)
    {
        const fs::path file = fs::path(m_dir.path().toStdString()) / name;
        writeFileAtomic(file, text).value();
        return QString::fromStdString(file.string());
    }
    QString place(const char* name) { return m_dir.filePath(QString::fromUtf8(name)); }
    QString report(const std::string& name, double rps = 100.0)
    {
        auto made = test::smallReport();
        made.id = name;
        made.totals.rps = rps;
        return write(name, dumpJson(toJson(made)));
    }
    /// As a run with these rules stores it.
    QString judged(const std::string& name, const std::string& rules)
    {
        auto made = test::smallReport();
        made.id = name;
        const auto thresholds = test::rulesOf(rules);
        made.judgement = judge::judge(made, &thresholds);
        return write(name, dumpJson(toJson(made)));
    }
    QString thresholds(const std::string& rules)
    {
        return write("t.json", R"({"schema":"plumbline.thresholds/1","rules":)" + rules + "}");
    }

private Q_SLOTS:
    void theVerdictIsPrintedFirst()
    {
        const auto rules = thresholds(R"([{"name":"slow","metric":"latency_ms.p95","fail":"> 900"}])");
        const auto ran
            = runPlumb({QStringLiteral("evaluate"), report("a.json"), QStringLiteral("--thresholds"), rules});
        QCOMPARE(ran.code, 1);
        QVERIFY2(
            ran.out.starts_with("FAIL  p95 of the run is 950 ms, over its limit of 900 ms"), ran.out.c_str());
        QCOMPARE(ran.err, std::string());
    }

    void roundsAreJudgedOnTheirMedian()
    {
        const auto rules = thresholds(R"([{"metric":"rps","fail":"< 90"}])");
        const auto ran = runPlumb({QStringLiteral("evaluate"), report("a.json", 50.0), report("b.json", 95.0),
            report("c.json", 120.0), QStringLiteral("--thresholds"), rules, QStringLiteral("--json")});
        QCOMPARE(ran.code, 0);
        const auto json = parseJson(ran.out, "stdout");
        QVERIFY2(json.has_value(), ran.out.c_str());
        QCOMPARE(json->at("verdict").get<std::string>(), std::string("pass"));
        QCOMPARE(json->at("rules").at(0).at("value").get<double>(), 95.0);
    }

    void missingPartsAreExcusedOnRequest()
    {
        const auto rules = thresholds(R"([{"metric":"rps","of":"step:artifact","fail":"< 1"}])");
        const QStringList call{
            QStringLiteral("evaluate"), report("a.json"), QStringLiteral("--thresholds"), rules};
        QCOMPARE(runPlumb(call).code, 4);
        QCOMPARE(runPlumb(call + QStringList{QStringLiteral("--allow-missing")}).code, 0);
    }

    void warningsFailOnRequest()
    {
        const auto rules = thresholds(R"([{"metric":"rps","warn":"< 120"}])");
        const QStringList call{
            QStringLiteral("evaluate"), report("a.json"), QStringLiteral("--thresholds"), rules};
        QCOMPARE(runPlumb(call).code, 0);
        QCOMPARE(runPlumb(call + QStringList{QStringLiteral("--fail-on"), QStringLiteral("warn")}).code, 1);
    }

    void filesAreWritten()
    {
        const auto ran = runPlumb(
            {QStringLiteral("evaluate"), report("a.json"), QStringLiteral("--out"), place("sub/e.json"),
                QStringLiteral("--markdown"), place("e.md"), QStringLiteral("--junit"), place("e.xml")});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.err.find("built-in rule") != std::string::npos, ran.err.c_str());
        const auto json = readJsonFile(place("sub/e.json").toStdString());
        QVERIFY(json && json->at("schema") == "plumbline.evaluation/1");
        QVERIFY(readFile(place("e.md").toStdString())->starts_with("# Evaluation of"));
        QVERIFY(readFile(place("e.xml").toStdString())->starts_with("<?xml"));
    }

    void storedRulesJudgeWithoutThresholds()
    {
        const std::string rules = R"([{"name":"slow","metric":"latency_ms.p95","fail":"> 900"}])";
        const auto a = judged("a.json", rules);
        const auto one = runPlumb({QStringLiteral("evaluate"), a});
        QCOMPARE(one.code, 1);
        QVERIFY2(one.out.starts_with("FAIL  p95 of the run is 950 ms, over"), one.out.c_str());
        QVERIFY2(one.out.find("rules stored in the reports") != std::string::npos, one.out.c_str());
        const auto two = runPlumb({QStringLiteral("evaluate"), a, judged("b.json", rules)});
        QCOMPARE(two.code, 1);
        QVERIFY2(two.out.find("(the median of 2 reports)") != std::string::npos, two.out.c_str());
        const auto other = judged("c.json", R"([{"metric":"rps","fail":"< 1"}])");
        const auto mixed = runPlumb({QStringLiteral("evaluate"), a, other});
        QCOMPARE(mixed.code, 2);
        QVERIFY2(mixed.err.find("--thresholds") != std::string::npos, mixed.err.c_str());
        const auto none = runPlumb({QStringLiteral("evaluate"), report("d.json")});
        QCOMPARE(none.code, 0);
        QVERIFY2(none.out.find("built-in rule alone") != std::string::npos, none.out.c_str());
    }

    void aReportCountsOnce()
    {
        const auto slow = report("a.json", 50.0);
        const auto rules = thresholds(R"([{"metric":"rps","fail":"< 90"}])");
        const auto ran = runPlumb({QStringLiteral("evaluate"), slow, slow, report("b.json", 200.0),
            QStringLiteral("--thresholds"), rules});
        QCOMPARE(ran.code, 0); // the median of 50, 50 and 200 would fail
        QVERIFY2(ran.err.find("counts once") != std::string::npos, ran.err.c_str());
    }

    void errorsAreJsonToo()
    {
        for (const auto& call : {QStringList{QStringLiteral("evaluate"), QStringLiteral("none.json")},
                 QStringList{QStringLiteral("evaluate"), QStringLiteral("--bogus")}}) {
            const auto ran = runPlumb(call + QStringList{QStringLiteral("--json")});
            QCOMPARE(ran.code, 2);
            const auto json = parseJson(ran.out, "stdout");
            QVERIFY2(json.has_value(), ran.out.c_str());
            QCOMPARE(json->at("error").at("exit_code").get<int>(), 2);
            QVERIFY(ran.err.find(json->at("error").at("message").get<std::string>()) != std::string::npos);
        }
    }

    void badInputIsNamed_data()
    {
        QTest::addColumn<QByteArray>("report");
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("message");
        const QByteArray good = QByteArray::fromStdString(dumpJson(toJson(test::smallReport())));
        const QByteArray noRules(R"({"schema":"plumbline.thresholds/1","rules":[]})");
        QTest::newRow("report cut") << good.left(300) << noRules << QByteArray("r.json, line 1");
        QTest::newRow("no report") << noRules << noRules << QByteArray("plumbline.thresholds/1");
        QTest::newRow("report empty") << QByteArray("") << noRules << QByteArray("empty");
        QTest::newRow("rules newer") << good
                                     << QByteArray(R"({"schema":"plumbline.thresholds/9","rules":[]})")
                                     << QByteArray("newer");
        QTest::newRow("rule wrong")
            << good
            << QByteArray(R"({"schema":"plumbline.thresholds/1","rules":[{"metric":"rpz","fail":"> 1"}]})")
            << QByteArray("/rules/0/metric");
    }
    void badInputIsNamed()
    {
        QFETCH(QByteArray, report);
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, message);
        const auto ran = runPlumb({QStringLiteral("evaluate"), write("r.json", report.toStdString()),
            QStringLiteral("--thresholds"), write("x.json", rules.toStdString()), QStringLiteral("--out"),
            place("never.json")});
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.out, std::string());
        QVERIFY2(ran.err.find(message.toStdString()) != std::string::npos, ran.err.c_str());
        QVERIFY(!fs::exists(place("never.json").toStdString()));
    }

    void wrongUsageExitsWithTwo()
    {
        QCOMPARE(runPlumb({QStringLiteral("evaluate")}).code, 2);
        QCOMPARE(runPlumb({QStringLiteral("evaluate"), QStringLiteral("none.json")}).code, 2);
        QCOMPARE(runPlumb({QStringLiteral("evaluate"), report("a.json"), QStringLiteral("--fail-on"),
                              QStringLiteral("x")})
                     .code,
            2);
    }
};

PLUMB_TEST_MAIN(TestEvaluateVerb)
#include "tst_evaluateverb.moc"
