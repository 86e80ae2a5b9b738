// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/ruleverdict.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace plumb;
using metric::Verdict;

namespace {

QString word(Verdict verdict)
{
    return QString::fromStdString(std::string(metric::toString(verdict)));
}

bool contains(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreJudged_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("reason"); // a part of it
        const auto row = [](const char* rule, const char* verdict, const char* reason) {
            QTest::newRow(rule) << QByteArray(rule) << QString::fromUtf8(verdict)
                                << QString::fromUtf8(reason);
        };
        row(R"({"metric":"latency_ms.p95","fail":"> 1000"})", "pass",
            "p95 of the run is 950 ms, within its limit of 1000 ms");
        row(R"({"metric":"latency_ms.p95","fail":"> 900"})", "fail",
            "p95 of the run is 950 ms, over its limit of 900 ms");
        row(R"({"metric":"latency_ms.p95","of":"step:validate","warn":"> 500","fail":"> 900"})", "warn",
            "p95 of validate is 570 ms, over its warning limit of 500 ms");
        row(R"({"metric":"latency_ms.p95","fail":"> 1000","near":true})", "warn",
            "within 10 % of its limit of 1000 ms");
        row(R"({"metric":"latency_ms.p95","fail":"> 1100","near":true})", "pass", "within its limit");
        row(R"({"metric":"rps","fail":"< 95","near":true})", "warn", "within 10 % of its minimum of 95.0 /s");
        row(R"({"metric":"rps","fail":"< 90","near":true})", "pass",
            "requests per second of the run is 100 /s");
        row(R"({"metric":"rps","fail":"< 120"})", "fail", "under its minimum of 120 /s");
        row(R"({"metric":"error_rate","fail":"> 0.5%"})", "fail",
            "error rate of the run is 1.00 %, over its limit of 0.500 %");
        row(R"({"metric":"success_rate","fail":"< 0.99"})", "pass", "at its minimum of 99.0 %");
        row(R"({"metric":"success_rate","fail":"< 0.9901"})", "fail",
            "is 99 %, under its minimum of 99.01 %");
        row(R"({"metric":"success_rate","fail":"< 0.9","near":true})", "pass", "over its minimum of 90.0 %");
        row(R"({"metric":"success_rate","fail":"< 0.9895","near":true})", "warn",
            "within 10 % of its minimum");
        row(R"({"metric":"rps","warn":"< 90"})", "pass", "over its warning minimum of 90.0 /s");
        row(R"({"metric":"errors.http_5xx","fail":"> 5"})", "fail", "http_5xx errors of the run is 10.0");
        row(R"({"metric":"latency_ms.p95","of":"step:artifact","fail":"> 1"})", "skipped", "skipped it");
        row(R"({"metric":"latency_ms.p95","of":"step:nowhere","fail":"> 1"})", "not-measured",
            "there is no step \"nowhere\" in the report");
        row(R"({"metric":"makespan_ms","fail":"> 1"})", "not-measured", "makespan of the run has no value");
        row(R"({"metric":"latency_ms.p95","fail":"> 1","min_samples":1001})", "not-measured",
            "1000 values, the rule asks for 1001");
        row(R"({"metric":"latency_ms.p99","of":"step:generate","fail":"> 2000"})", "pass",
            "from 400 values only, it settles from 1000 on");
        row(R"({"metric":"latency_ms.p95","fail":"> 1","environment":"stage"})", "skipped",
            "environment \"stage\"");
        row(R"({"metric":"latency_ms.p95","fail":"> 1","environment":"local"})", "fail", "over");
        row(R"({"metric":"latency_ms.p95","fail":"> +10%","against":"baseline"})", "no-baseline",
            "no baseline to compare it with");
        row(R"({"metric":"rps","fail":"< 120","accepted":{"why":"new host","until":"2026-11-21"}})", "warn",
            "accepted until 2026-11-21: new host");
        row(R"({"metric":"rps","fail":"< 120","accepted":{"why":"new host","until":"2026-11-20"}})", "fail",
            "it was accepted until 2026-11-20");
    }
    void rulesAreJudged()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QString, reason);
        const auto judged = test::judgedAlone(test::smallReport(), rule.toStdString());
        QTEST(word(judged.verdict), "verdict");
        const auto text = QString::fromStdString(judged.reason);
        QVERIFY2(text.contains(reason), qPrintable(text));
    }

    void trustedPercentilesCarryNoRemark()
    {
        const auto judged
            = test::judgedAlone(test::smallReport(), R"({"metric":"latency_ms.p99","fail":"> 2000"})");
        QVERIFY2(!contains(judged.reason, "settles"), judged.reason.c_str());
        QCOMPARE(judged.samples, 1000);
    }

    void theBuiltInRuleStepsIn()
    {
        auto report = test::smallReport();
        const auto alone = judge::judge(report, nullptr);
        QCOMPARE(alone.rules.size(), 1U);
        QCOMPARE(word(alone.verdict), QStringLiteral("pass"));
        QVERIFY(alone.thresholds_sha256.empty());
        report.totals.success_rate = 0.9899;
        QCOMPARE(word(judge::judge(report, nullptr).verdict), QStringLiteral("fail"));

        const auto rules = [&report](const char* text) {
            const auto thresholds = test::rulesOf(text);
            return judge::judge(report, &thresholds).rules.size();
        };
        QCOMPARE(rules(R"([{"metric":"rps","fail":"< 1"}])"), 2U);
        QCOMPARE(rules(R"([{"metric":"error_rate","fail":"> 50%"}])"), 1U);
        QCOMPARE(rules(R"([{"metric":"success_rate","warn":"< 50%"}])"), 1U);
        QCOMPARE(rules(R"([{"metric":"errors.timeout","fail":"> 5"}])"), 1U);
        QCOMPARE(rules(R"([{"metric":"error_rate","of":"step:validate","fail":"> 50%"}])"), 2U);
        QCOMPARE(rules(R"([{"metric":"error_rate","fail":"> 50%","environment":"stage"}])"), 2U);
        QCOMPARE(rules(R"([{"metric":"error_rate","fail":"> +5pt","against":"best"}])"), 2U);
    }

    void sentencesGiveTheAnswerFirst()
    {
        const auto report = test::smallReport();
        const auto sentence = [](const report::Report& judged, const char* rules) {
            const auto thresholds = test::rulesOf(rules);
            return QString::fromStdString(judge::judge(judged, &thresholds).sentence);
        };
        QCOMPARE(sentence(report, R"([{"name":"slow","metric":"latency_ms.p95","fail":"> 900"}])"),
            QStringLiteral("p95 of the run is 950 ms, over its limit of 900 ms (rule slow)."));
        QCOMPARE(sentence(report, R"([{"name":"a","metric":"latency_ms.p95","fail":"> 1000"},
                                      {"name":"b","metric":"rps","fail":"< 50"}])"),
            QStringLiteral("All 3 rules hold; closest: success rate of the run, 99.0 %, at least 99.0 %."));
        QCOMPARE(sentence(report, R"([{"metric":"latency_ms.p95","fail":"> 1000"},
                                      {"metric":"error_rate","fail":"> 5%"}])"),
            QStringLiteral("All 2 rules hold; closest: p95 of the run, 950 ms of 1000 ms."));
        QCOMPARE(sentence(report, R"([{"metric":"latency_ms.p95","of":"step:artifact","fail":"> 1000"},
                                      {"metric":"error_rate","fail":"> 5%"}])"),
            QStringLiteral("1 of 2 rules hold, 1 is skipped: error rate of the run, 1.00 % of 5.00 %."));
        QCOMPARE(sentence(report,
                     R"([{"metric":"latency_ms.p50","fail":"> 1"},{"metric":"error_rate","fail":"> 0"}])"),
            QStringLiteral("p50 of the run is 500 ms, over its limit of 1.00 ms; 1 more rule failed."));
        auto partial = report;
        partial.partial = true;
        partial.ended_by = "user";
        QCOMPARE(sentence(partial, R"([{"metric":"error_rate","fail":"> 5%"}])"),
            QStringLiteral(
                "The rule holds: error rate of the run, 1.00 % of 5.00 %; the run is partial: it was "
                "stopped by the user."));
    }

    void aLimitOfTheGeneratorIsNoSlowness()
    {
        auto report = test::smallReport();
        report.generator.verdict = "invalid";
        report.generator.reasons = {{"busy", "its CPU was at 99 %."}};
        const auto judgement = judge::judge(report, nullptr);
        QCOMPARE(word(judgement.verdict), QStringLiteral("invalid"));
        QVERIFY(contains(judgement.sentence, "the load generator was the limit (its CPU was at 99 %)"));
    }

    void nothingMeasuredIsNeverAPass()
    {
        report::Report empty;
        empty.environment = "local";
        const auto judgement = judge::judge(empty, nullptr);
        QCOMPARE(word(judgement.verdict), QStringLiteral("not-measured"));
        QVERIFY(contains(judgement.sentence, "Nothing was measured"));
        const auto thresholds = test::rulesOf(R"([{"metric":"error_rate","fail":"> 1%"}])");
        QCOMPARE(word(judge::judge(empty, &thresholds).verdict), QStringLiteral("not-measured"));
        // Planned, but none came to an end: the success rate is 0.
        empty.totals.planned = empty.totals.dropped = 100;
        empty.totals.success_rate = 0.0;
        QCOMPARE(word(judge::judge(empty, nullptr).verdict), QStringLiteral("fail"));
    }

    void roundsAreCombined_data()
    {
        QTest::addColumn<QString>("rounds");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("median") << "median" << 110.0 << "pass";
        QTest::newRow("worst") << "worst" << 100.0 << "fail";
        QTest::newRow("all") << "all" << 130.0 << "pass";
    }
    void roundsAreCombined()
    {
        QFETCH(QString, rounds);
        QFETCH(double, value);
        std::vector<report::Report> reports(4, test::smallReport());
        const std::array rates{130.0, 100.0, 115.0, 105.0}; // median of four: 110
        for (std::size_t i = 0; i < rates.size(); ++i) {
            reports[i].totals.rps = rates[i];
        }
        const auto thresholds = test::rulesOf(
            R"([{"metric":"rps","fail":"< 103","rounds":")" + rounds.toStdString() + R"("}])");
        const auto judged = judge::judgeRounds(reports, &thresholds).rules.front();
        QCOMPARE(judged.value.value_or(0.0), value);
        QTEST(word(judged.verdict), "verdict");
        QVERIFY2(contains(judged.reason, "of 4 reports"), judged.reason.c_str());
    }

    void aRoundWithoutAValueCounts()
    {
        std::vector<report::Report> reports(3, test::smallReport());
        reports[1].steps.erase(reports[1].steps.begin());
        const auto thresholds
            = test::rulesOf(R"([{"metric":"latency_ms.p95","of":"step:validate","fail":"> 900"}])");
        const auto strict = judge::judgeRounds(reports, &thresholds);
        QCOMPARE(word(strict.verdict), QStringLiteral("not-measured"));
        QVERIFY2(contains(strict.rules[0].reason, "(1 of 3 reports)"), strict.rules[0].reason.c_str());
        const auto lenient = judge::judgeRounds(reports, &thresholds, true);
        QCOMPARE(word(lenient.verdict), QStringLiteral("pass"));
        QVERIFY2(contains(lenient.rules[0].reason, "1 of 3 reports had no value"),
            lenient.rules[0].reason.c_str());
    }

    void oneInvalidRoundIsNamed()
    {
        std::vector<report::Report> reports(3, test::smallReport());
        reports[2].generator.verdict = "invalid";
        const auto judgement = judge::judgeRounds(reports, nullptr);
        QCOMPARE(word(judgement.verdict), QStringLiteral("invalid"));
        QVERIFY(contains(judgement.sentence, "Report 3"));
    }

    void slackIsAPartOfTheLimit()
    {
        using metric::Limit;
        const auto slack = [](const char* limit, double value, const char* unit) {
            return judge::slack(metric::parseLimit(limit, unit, false).value(), value, unit);
        };
        QCOMPARE(slack("> 100", 90.0, "ms"), 0.1);
        QVERIFY(slack("> 100", 110.0, "ms") < 0.0);
        QCOMPARE(slack("< 100", 110.0, "1/s"), 0.1);
        QVERIFY(std::abs(slack("< 0.99", 0.991, "fraction") - 0.1) < 1e-9);
        QVERIFY(std::isinf(slack("> 0", 0.0, "")));
    }

    void exitCodes_data()
    {
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<int>("plain");
        QTest::addColumn<int>("failOnWarn");
        QTest::addColumn<int>("allowMissing");
        QTest::newRow("pass") << "pass" << 0 << 0 << 0;
        QTest::newRow("warn") << "warn" << 0 << 1 << 0;
        QTest::newRow("fail") << "fail" << 1 << 1 << 1;
        QTest::newRow("invalid") << "invalid" << 3 << 3 << 3;
        QTest::newRow("inconclusive") << "inconclusive" << 4 << 4 << 4;
        QTest::newRow("no-baseline") << "no-baseline" << 4 << 4 << 4;
        QTest::newRow("not-measured") << "not-measured" << 4 << 4 << 0;
        QTest::newRow("skipped") << "skipped" << 4 << 4 << 0;
    }
    void exitCodes()
    {
        QFETCH(QString, verdict);
        const auto value = metric::verdictFromString(verdict.toStdString()).value();
        QTEST(judge::exitCodeOf(value, false, false), "plain");
        QTEST(judge::exitCodeOf(value, true, false), "failOnWarn");
        QTEST(judge::exitCodeOf(value, false, true), "allowMissing");
    }
};

PLUMB_TEST_MAIN(TestJudge)
#include "tst_judge.moc"
