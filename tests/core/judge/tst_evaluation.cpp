// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/evaluation.h"
#include "judge/storedrules.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/testmain.h"

#include <QXmlStreamReader>

using namespace plumb;

namespace {

constexpr const char* mixedRules = R"([
    {"name":"p95 <of> 'all' | & more","metric":"latency_ms.p95","fail":"> 900"},
    {"name":"rate","metric":"rps","warn":"< 120"},
    {"name":"errors","metric":"error_rate","fail":"> 5%"},
    {"name":"artifact","metric":"latency_ms.p95","of":"step:artifact","fail":"> 100"},
    {"name":"nowhere","metric":"rps","of":"step:nowhere","fail":"< 1"},
    {"name":"change","metric":"rps","fail":"< -10%","against":"baseline"}])";

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT

private:
    std::vector<report::Report> m_reports{test::smallReport()};

    /// The report as a run stores it; null: without thresholds.
    static report::Report judgedBy(const char* rules)
    {
        auto report = test::smallReport();
        const auto thresholds = test::rulesOf(rules == nullptr ? "[]" : rules);
        report.judgement = judge::judge(report, rules == nullptr ? nullptr : &thresholds);
        return report;
    }

private Q_SLOTS:
    void jsonHasTheDocumentedShape()
    {
        const auto thresholds = test::rulesOf(mixedRules);
        const auto judgement = judge::judge(m_reports.front(), &thresholds);
        const Json json = judge::evaluationJson(judgement);
        std::vector<std::string> keys;
        for (const auto& [key, value] : json.items()) {
            keys.push_back(key);
        }
        QCOMPARE(keys, (std::vector<std::string>{"verdict", "rules"}));
        keys.clear();
        for (const auto& [key, value] : json["rules"][0].items()) {
            keys.push_back(key);
        }
        QCOMPARE(
            keys, (std::vector<std::string>{"name", "metric", "of", "value", "limit", "verdict", "reason"}));
        QCOMPARE(json["verdict"].get<std::string>(), std::string("fail"));
        QCOMPARE(json["rules"][0]["limit"].get<std::string>(), std::string("> 900"));
        QVERIFY(json["rules"][4]["value"].is_null());
        QCOMPARE(json["rules"][4]["limit"].get<std::string>(), std::string("< 1"));
        const Json document = judge::evaluationDocument(judgement, m_reports);
        QCOMPARE(document["schema"].get<std::string>(), std::string("plumbline.evaluation/1"));
        QVERIFY(document["rules"] == json["rules"]);
        QCOMPARE(document["reports"][0]["id"].get<std::string>(), m_reports.front().id);
    }

    void textIsAlignedWithTheVerdictFirst()
    {
        const auto thresholds = test::rulesOf(R"([{"name":"a","metric":"latency_ms.p95","fail":"> 900"},
            {"name":"a longer name","metric":"error_rate","fail":"> 5%"}])");
        const auto text = judge::evaluationText(judge::judge(m_reports.front(), &thresholds));
        QCOMPARE(QString::fromStdString(text),
            QStringLiteral(
                "FAIL  p95 of the run is 950 ms, over its limit of 900 ms (rule a).\n"
                "\n"
                "verdict  rule            value  limit     reason\n"
                "fail     a              950 ms  > 900 ms  p95 of the run is 950 ms, over its limit of 900 "
                "ms\n"
                "pass     a longer name  1.00 %  > 5.00 %  error rate of the run is 1.00 %, within its limit "
                "of 5.00 %\n"));
    }

    void markdownKeepsItsTables()
    {
        const auto thresholds = test::rulesOf(mixedRules);
        const auto text = QString::fromStdString(
            judge::evaluationMarkdown(judge::judge(m_reports.front(), &thresholds), m_reports));
        QVERIFY(text.startsWith(QStringLiteral("# Evaluation of mixed\\_workload\n"))
            || text.startsWith(QStringLiteral("# Evaluation of mixed_workload\n")));
        int rows = 0;
        for (const auto& line : text.split(QLatin1Char('\n'))) {
            if (line.startsWith(QStringLiteral("| fail")) || line.startsWith(QStringLiteral("| warn"))) {
                auto plain = line;
                QCOMPARE(plain.remove(QStringLiteral("\\|")).count(QLatin1Char('|')), 6);
                ++rows;
            }
        }
        QCOMPARE(rows, 2);
    }

    void junitIsWellFormed()
    {
        auto thresholds = test::rulesOf(mixedRules);
        thresholds.rules[1].name = "control \x01 character \xff";
        const auto judgement = judge::judge(m_reports.front(), &thresholds);
        const auto counts = [&](bool allowMissing) {
            QXmlStreamReader xml(
                QByteArray::fromStdString(judge::evaluationJunit(judgement, m_reports, allowMissing)));
            QMap<QString, int> seen;
            QMap<QString, int> claimed;
            while (!xml.atEnd()) {
                xml.readNext();
                if (xml.isStartElement()) {
                    ++seen[xml.name().toString()];
                    if (xml.name() == QStringLiteral("testsuite")) {
                        for (const char* name : {"tests", "failures", "errors", "skipped"}) {
                            claimed[QString::fromUtf8(name)]
                                = xml.attributes().value(QString::fromUtf8(name)).toInt();
                        }
                    }
                }
            }
            if (xml.hasError()) {
                qWarning("%s", qPrintable(xml.errorString()));
            }
            const bool agree = claimed[QStringLiteral("tests")] == seen[QStringLiteral("testcase")]
                && claimed[QStringLiteral("failures")] == seen[QStringLiteral("failure")]
                && claimed[QStringLiteral("errors")] == seen[QStringLiteral("error")]
                && claimed[QStringLiteral("skipped")] == seen[QStringLiteral("skipped")];
            return std::make_pair(agree, seen);
        };
        const auto [agree, strict] = counts(false);
        QVERIFY(agree);
        QCOMPARE(strict[QStringLiteral("testcase")], 6);
        QCOMPARE(strict[QStringLiteral("failure")], 1);
        QCOMPARE(strict[QStringLiteral("skipped")], 1);
        QCOMPARE(strict[QStringLiteral("error")], 2); // not measured, no baseline
        const auto [agreeToo, lenient] = counts(true);
        QVERIFY(agreeToo);
        QCOMPARE(lenient[QStringLiteral("skipped")], 2);
    }

    void exitCodesFollowRulesAndSwitches_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<int>("strict");
        QTest::addColumn<int>("allowMissing");
        QTest::addColumn<int>("failOnWarn");
        const auto row
            = [](const char* name, const char* rules, int strict, int allowMissing, int failOnWarn) {
                  QTest::newRow(name) << QByteArray(rules) << strict << allowMissing << failOnWarn;
              };
        row("pass", R"([{"metric":"rps","fail":"< 1"}])", 0, 0, 0);
        row("warn", R"([{"metric":"rps","warn":"< 120"}])", 0, 0, 1);
        row("fail", R"([{"metric":"rps","fail":"< 120"}])", 1, 1, 1);
        row("skipped", R"([{"metric":"rps","of":"step:artifact","fail":"< 1"}])", 4, 0, 4);
        row("missing", R"([{"metric":"rps","of":"step:nowhere","fail":"< 1"}])", 4, 0, 4);
        row("fail beats missing",
            R"([{"metric":"rps","of":"step:nowhere","fail":"< 1"},{"metric":"rps","fail":"< 120"}])", 1, 1,
            1);
        row("no baseline", R"([{"metric":"rps","fail":"< -5%","against":"baseline"}])", 4, 4, 4);
        row("other environment", R"([{"metric":"rps","fail":"< 120","environment":"stage"}])", 0, 0, 0);
    }
    void exitCodesFollowRulesAndSwitches()
    {
        QFETCH(QByteArray, rules);
        const auto thresholds = test::rulesOf(rules.toStdString());
        const auto code = [&](bool failOnWarn, bool allowMissing) {
            return judge::evaluationExitCode(
                judge::judgeRounds(m_reports, &thresholds, allowMissing), failOnWarn, allowMissing);
        };
        QTEST(code(false, false), "strict");
        QTEST(code(false, true), "allowMissing");
        QTEST(code(true, false), "failOnWarn");
    }

    void anEmptyReportIsNotExcused()
    {
        const std::vector<report::Report> empty(1);
        const auto judgement = judge::judgeRounds(empty, nullptr, true);
        QCOMPARE(judge::evaluationExitCode(judgement, false, true), 4);
    }

    void storedRulesAreAppliedAgain()
    {
        QVERIFY(!judge::holdsRules(judgedBy({})));
        QVERIFY(!judge::holdsRules(judgedBy("[]")));
        const char* rules = R"([{"name":"slow","metric":"latency_ms.p95","warn":"> 0.8s","fail":"> 900"},
            {"metric":"rps","of":"step:artifact","fail":"< 1"}])";
        const auto report = judgedBy(rules);
        QVERIFY(judge::holdsRules(report));
        const auto stored = judge::storedJudgement(report, false);
        QVERIFY(stored.verdict == report.judgement.verdict);
        QCOMPARE(stored.sentence, report.judgement.sentence);
        const auto again = judge::storedRules(std::vector{report, report});
        QVERIFY2(again.has_value(), again ? "" : again.error().text().c_str());
        QCOMPARE(again->rules.size(), std::size_t(2));
        const std::vector<report::Report> both{report, report};
        const auto given = test::rulesOf(rules);
        QVERIFY(judge::evaluationJson(judge::judgeRounds(both, &*again))
            == judge::evaluationJson(judge::judgeRounds(both, &given)));
    }

    void storedRulesThatCannotBeAppliedAreRefused()
    {
        const auto a = judgedBy(R"([{"metric":"rps","fail":"< 50"}])");
        const auto b = judgedBy(R"([{"metric":"rps","fail":"< 60"}])");
        QVERIFY(
            judge::storedRules(std::vector{a, b}).error().text().find("--thresholds") != std::string::npos);
        for (const char* hidden : {R"([{"metric":"rps","fail":"< 120","environment":"stage"}])",
                 R"([{"metric":"rps","fail":"< 95","near":true}])",
                 R"([{"metric":"rps","fail":"< 50","min_samples":100000}])"}) {
            const auto report = judgedBy(hidden);
            const auto rules = judge::storedRules(std::vector{report, report});
            QVERIFY2(!rules, hidden);
            QVERIFY(rules.error().text().find("--thresholds") != std::string::npos);
            // Alone it is judged as it was, whatever the rule said besides.
            QVERIFY(judge::storedJudgement(report, false).verdict == report.judgement.verdict);
        }
    }
};

PLUMB_TEST_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
