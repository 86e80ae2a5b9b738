// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "library/library.h"
#include "tests/core/judge/comparefixture.h"
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

Ran runPlumb(const std::vector<std::string>& words)
{
    QStringList arguments;
    for (const auto& word : words) {
        arguments << QString::fromStdString(word);
    }
    QProcess process;
    process.start(QString::fromStdString(test::builtProgram("plumb").string()), arguments);
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput().toStdString(),
        process.readAllStandardError().toStdString()};
}

report::Report made(std::uint64_t seed, double factor = 1.0)
{
    test::ComparedRunSpec spec;
    spec.seed = seed;
    spec.factor = factor;
    spec.seconds = 30;
    return test::comparedRun(spec);
}

bool contains(const std::string& text, const std::string& part)
{
    const bool found = text.find(part) != std::string::npos;
    if (!found) {
        qWarning("not in: %s", text.c_str());
    }
    return found;
}

} // namespace

class TestCompareVerb : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    fs::path place(const std::string& name) { return fs::path(m_dir.path().toStdString()) / name; }
    std::string write(const std::string& name, const report::Report& report)
    {
        writeFileAtomic(place(name), dumpJson(toJson(report))).value();
        return place(name).string();
    }

private Q_SLOTS:
    void twoFiles()
    {
        const auto base = write("base.json", made(1)), same = write("same.json", made(2));
        const auto slow = write("slow.json", made(3, 1.6));
        const auto passes = runPlumb({"compare", base, same});
        QVERIFY2(passes.code == 0 || passes.code == 4, passes.out.c_str());
        const auto fails = runPlumb({"compare", base, slow, "--markdown", place("c.md").string()});
        QCOMPARE(fails.code, 1);
        QVERIFY2(fails.out.starts_with("FAIL  "), fails.out.c_str());
        QVERIFY(contains(fails.out, "within-run interval only"));
        QCOMPARE(fails.err, std::string());
        const auto markdown = readFile(place("c.md")).value();
        QVERIFY(markdown.starts_with("# Comparison of checkout\n\n**FAIL.** "));
        QVERIFY(contains(markdown, "| latency"));
        const auto json = runPlumb({"compare", base, slow, "--json"});
        QCOMPARE(json.code, 1);
        const auto document = parseJson(json.out, "stdout").value();
        QVERIFY(document.at("verdict") == "fail");
        QVERIFY(document.at("candidates").at(0).at("id") == "run-3");
        // The same files, the same bytes.
        QCOMPARE(runPlumb({"compare", base, slow, "--json"}).out, json.out);
        const auto several = runPlumb({"compare", base, same, slow});
        QCOMPARE(several.code, 1);
        QVERIFY(contains(several.out, "2 candidates: 1 fail"));
        QCOMPARE(runPlumb({"compare", base, slow, "--rules", "bands"}).code, 1);
    }

    void foldersAreRounds()
    {
        test::ComparedRunSpec spec;
        spec.seconds = 15;
        for (const auto& [folder, factor, seed] :
            {std::tuple("before", 1.0, 10), std::tuple("after", 1.35, 50)}) {
            spec.factor = factor;
            spec.seed = static_cast<std::uint64_t>(seed);
            for (const auto& report : test::comparedRounds(spec, 5, 0.02)) {
                write(std::string(folder) + "/" + report.id + ".json", report);
            }
            writeFileAtomic(place(std::string(folder) + "/evaluation.json"), "{}").value();
        }
        const auto ran = runPlumb({"compare", place("before").string(), place("after").string(), "--json"});
        QCOMPARE(ran.code, 1);
        const auto json = parseJson(ran.out, "stdout").value();
        QVERIFY(json.at("base").at("rounds") == 5);
        QVERIFY(contains(json.at("sentence"), "confirmed by 5 rounds against 5"));
    }

    void badInput()
    {
        const auto base = write("base.json", made(1));
        const auto twice = runPlumb({"compare", base, base});
        QCOMPARE(twice.code, 4);
        QVERIFY(contains(twice.out, "one and the same run"));
        writeFileAtomic(place("broken.json"), "{\"schema\":").value();
        QCOMPARE(runPlumb({"compare", base, place("broken.json").string()}).code, 2);
        QCOMPARE(runPlumb({"compare", base, place("none.json").string()}).code, 2);
        QCOMPARE(runPlumb({"compare", base}).code, 2);
        QCOMPARE(runPlumb({"compare"}).code, 2);
        QCOMPARE(runPlumb({"compare", base, base, "--rules", "nonsense"}).code, 2);
        QCOMPARE(runPlumb({"compare", base, base, "--operation", "checkout"}).code, 2);
        std::vector<std::string> many{"compare"};
        many.insert(many.end(), 21, base);
        const auto tooMany = runPlumb(many);
        QCOMPARE(tooMany.code, 2);
        QVERIFY(contains(tooMany.err, "2 to 20"));
        auto other = made(2);
        other.operation = "search";
        const auto strange = runPlumb({"compare", base, write("other.json", other)});
        QCOMPARE(strange.code, 4);
        QVERIFY(contains(strange.out, "different operations"));
        fs::create_directories(place("empty"));
        QCOMPARE(runPlumb({"compare", base, place("empty").string()}).code, 2);
    }

    void operationsOfALibrary()
    {
        const auto folder = place("library");
        auto library = library::Library::open(folder).value();
        for (std::uint64_t i = 1; i <= 6; ++i) {
            QVERIFY(library->store(made(i)));
        }
        auto newest = made(7, 1.6);
        QVERIFY(library->store(newest));
        const auto name = folder.string();
        const auto unpinned = runPlumb({"compare", "--operation", "checkout", "--library", name, "--json"});
        QCOMPARE(unpinned.code, 4);
        QVERIFY(parseJson(unpinned.out, "stdout").value().at("verdict") == "no-baseline");
        const auto previous = runPlumb(
            {"compare", "--operation", "checkout", "--against", "previous", "--library", name, "--json"});
        QCOMPARE(previous.code, 1);
        const auto json = parseJson(previous.out, "stdout").value();
        QVERIFY(json.at("base").at("id") == "run-6");
        QVERIFY(contains(json.at("noise"), "6 earlier runs of checkout"));
        QVERIFY(json.at("candidates").at(0).at("within_run_interval_only") == false);
        QCOMPARE(runPlumb({"baseline", "pin", "run-1", "run-2", "--library", name}).code, 0);
        const auto pinned = runPlumb({"compare", "--operation", "checkout", "--library", name, "--json"});
        QCOMPARE(pinned.code, 1);
        QVERIFY(parseJson(pinned.out, "stdout").value().at("base").at("rounds") == 2);
        QCOMPARE(runPlumb({"compare", "--operation", "other", "--library", name}).code, 2);
    }

    void rulesAboutChangesAreEvaluatedAgainstThePin()
    {
        const auto folder = place("evaluated");
        auto library = library::Library::open(folder).value();
        QVERIFY(library->store(made(1)));
        const auto slow = library->store(made(2, 1.6)).value().string();
        const auto rules = place("t.json").string();
        writeFileAtomic(rules,
            R"({"schema":"plumbline.thresholds/1","rules":[{"metric":"latency_ms.p95","against":"baseline",
                "fail":"> +20%"}]})")
            .value();
        QCOMPARE(runPlumb({"evaluate", slow, "--thresholds", rules}).code, 4);
        QCOMPARE(runPlumb({"baseline", "pin", "run-1", "--library", folder.string()}).code, 0);
        const auto judged = runPlumb({"evaluate", slow, "--thresholds", rules});
        QCOMPARE(judged.code, 1);
        QVERIFY(contains(judged.out, "against the baseline's"));
        const auto copy = write("copy.json", made(2, 1.6));
        QCOMPARE(runPlumb({"evaluate", copy, "--thresholds", rules, "--library", folder.string()}).code, 1);
    }
};

PLUMB_TEST_MAIN(TestCompareVerb)
#include "tst_compareverb.moc"
