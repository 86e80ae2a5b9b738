// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "tests/core/judge/judgefixture.h"
#include "tests/support/testfiles.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace plumb;
namespace fs = std::filesystem;

namespace {

Json document(const std::string& rules)
{
    return Json::parse(R"({"schema":"plumbline.thresholds/1","rules":)" + rules + "}");
}

} // namespace

class TestThresholds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead()
    {
        const auto thresholds = test::rulesOf(R"([{"name":"p95","tier":"primary","metric":"latency_ms.p95",
            "of":"step:validate","warn":"> 0.8s","fail":"> 1000","environment":"stage","min_samples":50,"near":true,
            "rounds":"worst","accepted":{"why":"known","until":"2026-12-31"}},
            {"metric":"error_rate","against":"median-of-5","warn":"> +1pt","fail":"> +5pt","at_least":"0.1%"}])");
        QCOMPARE(thresholds.rules.size(), 2U);
        const auto& rule = thresholds.rules[0];
        QCOMPARE(rule.name, std::string("p95"));
        QCOMPARE(rule.tier, std::string("primary"));
        QCOMPARE(rule.of, std::string("step:validate"));
        QCOMPARE(rule.warn->number, 800.0);
        QCOMPARE(rule.fail->number, 1000.0);
        QCOMPARE(rule.environment, std::string("stage"));
        QCOMPARE(rule.min_samples, 50);
        QVERIFY(rule.near);
        QCOMPARE(rule.rounds, std::string("worst"));
        QCOMPARE(rule.accepted->until, std::string("2026-12-31"));
        QCOMPARE(rule.title(), std::string("p95"));
        QCOMPARE(thresholds.rules[1].title(), std::string("error_rate of run"));
        QCOMPARE(thresholds.rules[1].against, std::string("median-of-5"));
    }

    void unknownFieldsSurviveTheRoundTrip()
    {
        const auto json = Json::parse(R"({"schema":"plumbline.thresholds/1","owner":"team","rules":[
            {"name":"p95","metric":"latency_ms.p95","of":"pattern:P","against":"baseline","warn":"10%","fail":"> +20%",
             "near":true,"rounds":"all","accepted":{"why":"w","until":"2027-01-01"},"at_least":"5ms","ticket":{"id":7}},
            {"metric":"rps","fail":"< 100 /s","min_samples":3,"environment":"e"}]})");
        const auto thresholds = judge::thresholdsFromJson(json, "t.json");
        QVERIFY2(thresholds.has_value(), thresholds ? "" : thresholds.error().text().c_str());
        QCOMPARE(dumpJson(judge::toJson(*thresholds)).size(), dumpJson(json).size());
        QVERIFY(nlohmann::json::parse(dumpJson(judge::toJson(*thresholds)))
            == nlohmann::json::parse(dumpJson(json)));
        // A changed limit is written anew.
        auto changed = *thresholds;
        changed.rules[1].fail->number = 50.0;
        QCOMPARE(judge::toJson(changed)["rules"][1]["fail"].get<std::string>(), std::string("< 50"));
    }

    void problemsAreNamedByPath_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* name, const char* rule, const char* path) {
            QTest::newRow(name) << QByteArray(rule) << QString::fromUtf8(path);
        };
        row("no metric", R"({"fail":"> 1"})", "/rules/0/metric");
        row("unknown metric", R"({"metric":"latency_ms.p59x","fail":"> 1"})", "/rules/0/metric");
        row("metric number", R"({"metric":5,"fail":"> 1"})", "/rules/0/metric");
        row("unknown outcome", R"({"metric":"errors.tls_oops","fail":"> 1"})", "/rules/0/metric");
        row("ok is no error", R"({"metric":"errors.ok","fail":"> 1"})", "/rules/0/metric");
        row("no limit", R"({"metric":"rps"})", "/rules/0");
        row("bare number", R"({"metric":"rps","fail":800})", "/rules/0/fail");
        row("no operator", R"({"metric":"rps","fail":"800"})", "/rules/0/fail");
        row("wrong unit", R"({"metric":"rps","fail":"> 5ms"})", "/rules/0/fail");
        row("change without against", R"({"metric":"rps","fail":"< -5%"})", "/rules/0/fail");
        row("level with against", R"({"metric":"rps","against":"baseline","fail":"< 5"})", "/rules/0/fail");
        row("crossed", R"({"metric":"latency_ms.p95","warn":"> 900","fail":"> 800"})", "/rules/0/warn");
        row("crossed low", R"({"metric":"rps","warn":"< 80","fail":"< 90"})", "/rules/0/warn");
        row("opposed", R"({"metric":"rps","warn":"< 80","fail":"> 90"})", "/rules/0/warn");
        row("scope word", R"({"metric":"rps","of":"everything","fail":"< 1"})", "/rules/0/of");
        row("scope without name", R"({"metric":"rps","of":"step:","fail":"< 1"})", "/rules/0/of");
        row("scope of a run metric", R"({"metric":"makespan_ms","of":"step:x","fail":"> 1"})", "/rules/0/of");
        row("against", R"({"metric":"rps","against":"yesterday","fail":"< -5%"})", "/rules/0/against");
        row("median of none", R"({"metric":"rps","against":"median-of-0","fail":"< -5%"})",
            "/rules/0/against");
        row("min_samples", R"({"metric":"rps","fail":"< 5","min_samples":-1})", "/rules/0/min_samples");
        row("near", R"({"metric":"rps","fail":"< 5","near":"yes"})", "/rules/0/near");
        row("rounds", R"({"metric":"rps","fail":"< 5","rounds":"mean"})", "/rules/0/rounds");
        row("accepted why", R"({"metric":"rps","fail":"< 5","accepted":{"until":"2026-01-01"}})",
            "/rules/0/accepted/why");
        row("accepted until", R"({"metric":"rps","fail":"< 5","accepted":{"why":"w","until":"soon"}})",
            "/rules/0/accepted/until");
        row("at_least", R"({"metric":"rps","against":"best","fail":"< -5%","at_least":"much"})",
            "/rules/0/at_least");
        row("no object", R"("p95 < 5")", "/rules/0");
        row("name", R"({"name":5,"metric":"rps","fail":"< 5"})", "/rules/0/name");
    }
    void problemsAreNamedByPath()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QString, path);
        const auto json = document("[" + rule.toStdString() + "]");
        const auto problems = judge::validateThresholds(json);
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(QString::fromStdString(problems.front().path), path);
        QVERIFY(!problems.front().message.empty() && !problems.front().remedy.empty());
        const auto read = judge::thresholdsFromJson(json, "t.json");
        QVERIFY(!read);
        QCOMPARE(read.error().where, "t.json, " + path.toStdString());
    }

    void everyProblemIsListed()
    {
        const auto problems = judge::validateThresholds(Json::parse(
            R"({"schema":"plumbline.thresholds/2","rules":[{"metric":"nope"},{"fail":7,"metric":"rps"}]})"));
        QCOMPARE(problems.size(), 4U); // schema, metric, no limit, a number as limit
        QVERIFY(!judge::validateThresholds(Json::parse("[]")).empty());
        QVERIFY(!judge::validateThresholds(document("{}")).empty());
        QVERIFY(judge::validateThresholds(document("[]")).empty());
    }

    void filesThatAreNoThresholdsAreRefused()
    {
        const QTemporaryDir dir;
        const fs::path file = fs::path(dir.path().toStdString()) / "t.json";
        const auto error = [&file](const std::string& text) {
            writeFileAtomic(file, text).value();
            const auto read = judge::readThresholds(file);
            return read ? std::string() : read.error().text();
        };
        QVERIFY(error("").find("empty") != std::string::npos);
        QVERIFY(error("{\"schema\":\"plumbline.thr").find("cut") != std::string::npos);
        QVERIFY(
            error(R"({"schema":"plumbline.thresholds/2","rules":[]})").find("newer") != std::string::npos);
        QVERIFY(
            error(R"({"schema":"plumbline.scenario/1"})").find("plumbline.scenario/1") != std::string::npos);
        QVERIFY(!judge::readThresholds(file.parent_path() / "none.json"));
        writeFileAtomic(file, dumpJson(document("[]"))).value();
        const auto read = judge::readThresholds(file);
        QVERIFY(read.has_value());
        QCOMPARE(read->name, std::string("t"));
        QCOMPARE(read->sha256.size(), 64U);
    }

    void shippedSetsAreValid()
    {
        int sets = 0;
        for (const auto& entry : fs::directory_iterator(test::sourceFile("resources/thresholds"))) {
            const auto thresholds = judge::readThresholds(entry.path());
            QVERIFY2(thresholds.has_value(), thresholds ? "" : thresholds.error().text().c_str());
            QVERIFY(!thresholds->rules.empty());
            ++sets;
        }
        QVERIFY(sets >= 5);
    }

    void theSchemaNamesEveryField()
    {
        const auto schema = readJsonFile(test::sourceFile("resources/schemas/thresholds-1.schema.json"));
        QVERIFY(schema.has_value());
        const auto& fields = schema->at("$defs").at("rule").at("properties");
        for (const char* field : {"name", "tier", "metric", "of", "warn", "fail", "against", "at_least",
                 "environment", "min_samples", "near", "rounds", "accepted"}) {
            QVERIFY2(fields.contains(field), field);
        }
    }
};

PLUMB_TEST_MAIN(TestThresholds)
#include "tst_thresholds.moc"
