// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "library/noisefile.h"
#include "tests/core/judge/comparefixture.h"
#include "tests/support/freshlibraries.h"
#include "tests/support/testmain.h"
#include "workflow/suiteevaluation.h"

#include <nlohmann/json.hpp>

#include <functional>

using namespace plumb;
using namespace plumb::workflow;
namespace fs = std::filesystem;

namespace {

Result<Suite> parsed(const char* text)
{
    return suiteFromJson(parseJson(text, "nightly.json").value(), "nightly.json");
}

/// Gives made-up reports instead of running anything.
class ScriptedRunner : public RoundRunner
{
public:
    using Script = std::function<report::Report(int call)>;

    ScriptedRunner(library::Library& library, Script script)
        : m_library(library)
        , m_script(std::move(script))
    {
    }

    Result<runner::RunOutcome> run(
        const runner::RunRequest& request, const runner::RunListener& /*listener*/) override
    {
        requests.push_back(request);
        runner::RunOutcome outcome;
        auto report = m_script(static_cast<int>(requests.size()));
        report.facts = request.facts;
        outcome.code = ExitCode::pass;
        outcome.file = m_library.store(report).value();
        if (!request.out.empty() && !writeFileAtomic(request.out, dumpJson(report::toJson(report)))) {
            return Error{ErrorKind::io, "the copy could not be written", request.out.string(), {}};
        }
        outcome.report = std::move(report);
        return outcome;
    }

    void stop() override { }
    void abort() override { }

    std::vector<runner::RunRequest> requests;

private:
    library::Library& m_library;
    Script m_script;
};

/// A round of the made-up service, @p factor times slower; a different id each time.
report::Report round(int call, double factor = 1.0)
{
    test::ComparedRunSpec spec;
    spec.seed = static_cast<std::uint64_t>(call);
    spec.seconds = 20;
    spec.factor = factor;
    return test::comparedRun(spec);
}

} // namespace

/// Suites: the file, and its rounds from the first to the evaluation, with made-up rounds.
class TestSuite : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    test::FreshLibraries m_libraries;
    std::unique_ptr<library::Library> m_library;

    fs::path folder() const { return m_dir.path().toStdString(); }

    void write(const char* name, const std::string& text)
    {
        QVERIFY(writeFileAtomic(folder() / name, text).has_value());
    }

    SuiteWish wish(int rounds)
    {
        SuiteWish wish;
        wish.suite.name = "nightly";
        wish.suite.rounds = rounds;
        wish.suite.pause_s = 0.0;
        wish.suite.scenarios = {{"scenario.json", Json::object(), Json::object()}};
        wish.folder = folder();
        wish.common.library = m_library->folder();
        return wish;
    }

    Result<SuiteOutcome> run(SuiteWish wish, ScriptedRunner& runner)
    {
        SuiteListener listener;
        listener.round = [](const SuitePlace&) {};
        listener.run.message = [](const std::string&) {};
        return SuiteRun(std::move(wish), runner).run(listener);
    }

    void thresholds(const std::string& rules)
    {
        write("thresholds.json", R"({"schema":"plumbline.thresholds/1","rules":)" + rules + "}");
    }

private Q_SLOTS:
    void initTestCase()
    {
        write("scenario.json", R"({"schema":"plumbline.scenario/1","operation":"checkout",
            "environment":"stage","target":{"base_url":"builtin:"},
            "patterns":[{"name":"Users","steps":[{"name":"validate","request":{"path":"/api/health"}}]}],
            "load":{"executor":"constant-vus","vus":2,"duration_s":20,"warmup_s":1},
            "thresholds":"thresholds.json"})");
    }

    void init()
    {
        m_library = m_libraries.opened(m_libraries.fresh());
        thresholds(R"([{"metric":"error_rate","fail":"> 1%"}])");
    }

    void aFileIsReadAndWrittenAsItWas()
    {
        const auto* text = R"({"schema":"plumbline.suite/1","rounds":4,"pause_s":0.5,"warmup":"once",
            "interleave":false,"scenarios":["a.json",{"scenario":"b.json","set":{"n":60}}],
            "thresholds":"t.json","stop_when_ci_within":0.05,"max_rounds":15,"owner":"ada"})";
        const auto suite = parsed(text);
        QVERIFY2(suite.has_value(), suite ? "" : suite.error().text().c_str());
        QCOMPARE(suite->name, std::string("nightly"));
        QCOMPARE(suite->rounds, 4);
        QVERIFY(suite->warmup == Warmup::once && !suite->interleave);
        QCOMPARE(suite->scenarios.size(), 2U);
        QCOMPARE(suite->scenarios[1].set.at("n").get<int>(), 60);
        QCOMPARE(suite->cap(), 15);
        QVERIFY(toJson(*suite) == parseJson(text, "nightly.json").value());
        const auto usual = parsed(R"({"schema":"plumbline.suite/1","scenarios":["a.json"]})");
        QCOMPARE(usual->rounds, 5);
        QCOMPARE(usual->pause_s, 2.0);
        QCOMPARE(usual->cap(), 5);
    }

    void problemsAreNamed_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("warning");
        QTest::newRow("no scenarios") << R"("rounds":3)"
                                      << "/scenarios" << false;
        QTest::newRow("empty list") << R"("scenarios":[])"
                                    << "/scenarios" << false;
        QTest::newRow("nameless") << R"("scenarios":[""])"
                                  << "/scenarios/0" << false;
        QTest::newRow("number") << R"("scenarios":["a",7])"
                                << "/scenarios/1" << false;
        QTest::newRow("set is a list") << R"("scenarios":[{"scenario":"a","set":[1]}])"
                                       << "/scenarios/0/set" << false;
        QTest::newRow("no rounds") << R"("scenarios":["a"],"rounds":0)"
                                   << "/rounds" << false;
        QTest::newRow("half a round") << R"("scenarios":["a"],"rounds":2.5)"
                                      << "/rounds" << false;
        QTest::newRow("pause") << R"("scenarios":["a"],"pause_s":-1)"
                               << "/pause_s" << false;
        QTest::newRow("warmup") << R"("scenarios":["a"],"warmup":"never")"
                                << "/warmup" << false;
        QTest::newRow("interval") << R"("scenarios":["a"],"stop_when_ci_within":0)"
                                  << "/stop_when_ci_within" << false;
        QTest::newRow("cap") << R"("scenarios":["a"],"rounds":5,"stop_when_ci_within":0.1,"max_rounds":4)"
                             << "/max_rounds" << false;
        QTest::newRow("cap of nothing") << R"("scenarios":["a"],"max_rounds":9)"
                                        << "/max_rounds" << true;
        QTest::newRow("slip") << R"("scenarios":["a"],"round":9)"
                              << "/round" << true;
    }

    void problemsAreNamed()
    {
        QFETCH(QString, fields);
        QFETCH(QString, path);
        QFETCH(bool, warning);
        const auto text = R"({"schema":"plumbline.suite/1",)" + fields.toStdString() + "}";
        const auto problems = validateSuite(parseJson(text, "s").value());
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems.front().path, path.toStdString());
        QCOMPARE(problems.front().warning, warning);
        QVERIFY(!problems.front().message.empty());
        QCOMPARE(suiteFromJson(parseJson(text, "s").value(), "s").has_value(), warning);
    }

    void roundsAreStoredNamedAndJudgedByTheirMedian()
    {
        thresholds(R"([{"metric":"error_rate","fail":"> 1%"},{"metric":"latency_ms.p95","fail":"> 40"}])");
        // Round 2 is far off: the median holds, and the round is named.
        ScriptedRunner runner(*m_library, [](int call) { return round(call, call == 2 ? 2.0 : 1.0); });
        auto asked = wish(5);
        asked.suite.warmup = Warmup::once;
        asked.out = folder() / "out";
        const auto outcome = run(asked, runner);
        QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().text().c_str());
        QCOMPARE(outcome->ended_by, std::string("rounds"));
        QVERIFY(outcome->verdict == metric::Verdict::pass);
        QVERIFY(outcome->code == ExitCode::pass);
        const auto& part = outcome->parts.front();
        QCOMPARE(part.rounds.size(), 5U);
        QCOMPARE(part.rounds[3].facts.at(library::roundFact), std::string("4"));
        QCOMPARE(part.rounds[3].facts.at(library::suiteFact), outcome->id);
        QVERIFY(!runner.requests[0].without_warmup && runner.requests[1].without_warmup);
        QVERIFY(!part.remarks.empty());
        QCOMPARE(part.remarks.front().round, 2);
        QVERIFY(part.remarks.front().counted);
        QVERIFY2(part.remarks.front().cause.find("above the median") != std::string::npos,
            part.remarks.front().cause.c_str());
        for (const auto* name : {"evaluation.json", "report.md", "junit.xml"}) {
            QVERIFY(!fs::exists(asked.out / name));
        }
        QVERIFY(writeSuiteFiles(*outcome, asked.out, false).has_value());
        for (const auto* name :
            {"round-1.json", "round-5.json", "evaluation.json", "report.md", "junit.xml"}) {
            QVERIFY2(fs::exists(asked.out / name), name);
        }
        const auto json = readJsonFile(asked.out / "evaluation.json").value();
        QCOMPARE(json.at("reports").size(), 5U);
        QCOMPARE(json.at("rules").size(), 2U);
        QCOMPARE(json.at("scenarios").at(0).at("remarks").at(0).at("round").get<int>(), 2);
    }

    void furtherRoundsRunUntilTheIntervalIsNarrow()
    {
        auto asked = wish(5);
        asked.suite.stop_when_ci_within = 0.03;
        ScriptedRunner steady(*m_library, [](int call) { return round(call); });
        auto outcome = run(asked, steady);
        QCOMPARE(outcome->ended_by, std::string("interval"));
        QCOMPARE(steady.requests.size(), 6U); // the fewest that can tell
        asked.suite.max_rounds = 8;
        ScriptedRunner wild(
            *m_library, [](int call) { return round(100 + call, call % 2 == 0 ? 1.3 : 1.0); });
        outcome = run(asked, wild);
        QCOMPARE(outcome->ended_by, std::string("cap"));
        QCOMPARE(wild.requests.size(), 8U);
        QVERIFY(*outcome->parts.front().figures.front().reach > 0.03);
    }

    void unsteadyRoundsAreNamedAndNoPassByLuck_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<int>("rounds");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("said");
        const QString errors = QStringLiteral(R"([{"metric":"error_rate","fail":"> 1%"})");
        // p95 is 33 ms in half of the rounds and 50 ms in the others.
        QTest::newRow("each passes") << errors
                + QStringLiteral(R"(,{"metric":"latency_ms.p95","fail":"> 900"}])")
                                     << 5 << "pass"
                                     << "every one of them passes";
        QTest::newRow("some pass") << errors
                + QStringLiteral(R"(,{"metric":"latency_ms.p95","fail":"> 40"}])")
                                   << 5 << "inconclusive"
                                   << "not every one of them passes";
        QTest::newRow("few against a baseline")
            << errors + QStringLiteral(R"(,{"metric":"error_rate","against":"previous","fail":"> +5pt"}])")
            << 4 << "inconclusive"
            << "4 of them are too few";
        QTest::newRow("fails") << errors + QStringLiteral(R"(,{"metric":"latency_ms.p95","fail":"> 20"}])")
                               << 5 << "fail"
                               << "The rounds are unstable";
        QTest::newRow("three are too few to say so") << errors + QStringLiteral("]") << 3 << "pass"
                                                     << "";
    }

    void unsteadyRoundsAreNamedAndNoPassByLuck()
    {
        QFETCH(QString, rules);
        QFETCH(int, rounds);
        QFETCH(QString, verdict);
        QFETCH(QString, said);
        thresholds(rules.toStdString());
        QVERIFY(m_library->store(round(1)).has_value());
        ScriptedRunner runner(
            *m_library, [](int call) { return round(10 + call, call % 2 == 0 ? 1.5 : 1.0); });
        const auto outcome = run(wish(rounds), runner);
        QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().text().c_str());
        QCOMPARE(QString::fromStdString(std::string(metric::toString(outcome->verdict))), verdict);
        QVERIFY2(outcome->sentence.find(said.toStdString()) != std::string::npos, outcome->sentence.c_str());
        const bool named = outcome->sentence.find("with a spread of") != std::string::npos;
        QCOMPARE(named, rounds > 3);
        const auto expected = verdict == QStringLiteral("pass") ? ExitCode::pass
            : verdict == QStringLiteral("fail")                 ? ExitCode::fail
                                                                : ExitCode::cannotJudge;
        QVERIFY(outcome->code == expected);
        if (named) { // so that JUnit and Markdown show it as well
            QCOMPARE(
                outcome->parts.front().judgement.rules.back().name, std::string("steady rounds (built-in)"));
        }
    }

    void everyScenarioWarmsUpOnceBeforeItsFirstRound()
    {
        auto asked = wish(3);
        asked.suite.warmup = Warmup::once;
        write("second.json", readFile(folder() / "scenario.json").value());
        asked.suite.scenarios.push_back({"second.json", Json::object(), Json::object()});
        ScriptedRunner runner(*m_library, [](int call) { return round(call); });
        QVERIFY(run(asked, runner).has_value());
        std::string warm;
        for (const auto& request : runner.requests) {
            warm += request.without_warmup ? '-' : 'w';
        }
        QCOMPARE(warm, std::string("ww----"));
    }

    void invalidRoundsAreLeftOutWhileEnoughRemain()
    {
        const auto invalid = [](int call) {
            auto report = round(call, 3.0);
            report.generator.verdict = "invalid";
            report.generator.reasons = {{"busy", "the processor was busy"}};
            return report;
        };
        ScriptedRunner one(*m_library, [&](int call) { return call == 3 ? invalid(call) : round(call); });
        auto asked = wish(5);
        asked.out = folder() / "invalid";
        auto outcome = run(asked, one);
        QVERIFY(outcome->verdict == metric::Verdict::pass);
        QCOMPARE(outcome->parts.front().rounds.size(), 4U);
        const auto& remark = outcome->parts.front().remarks.front();
        QCOMPARE(remark.round, 3);
        QVERIFY(!remark.counted);
        QVERIFY(remark.cause.find("the processor was busy") != std::string::npos);
        QVERIFY(!fs::exists(asked.out / "round-3.json") && fs::exists(asked.out / "left-out/round-3.json"));
        ScriptedRunner three(
            *m_library, [&](int call) { return call < 4 ? invalid(10 + call) : round(10 + call); });
        outcome = run(wish(5), three);
        QVERIFY(outcome->verdict == metric::Verdict::invalid);
        QVERIFY(outcome->code == ExitCode::invalidRun);
    }

    void aStoppedRoundDoesNotCountAndTheOthersAreJudged()
    {
        ScriptedRunner runner(*m_library, [](int call) {
            auto report = round(call);
            if (call == 3) {
                report.partial = true;
                report.ended_by = "user";
            }
            return report;
        });
        const auto outcome = run(wish(5), runner);
        QCOMPARE(runner.requests.size(), 3U);
        QCOMPARE(outcome->ended_by, std::string("user"));
        QVERIFY(outcome->code == ExitCode::interrupted);
        QCOMPARE(outcome->parts.front().rounds.size(), 2U);
        QVERIFY(outcome->parts.front().judgement.verdict == metric::Verdict::pass);
    }

    void scenariosTakeTurns()
    {
        auto asked = wish(2);
        asked.suite.scenarios.push_back(asked.suite.scenarios.front());
        write("second.json", readFile(folder() / "scenario.json").value());
        asked.suite.scenarios[1].scenario = "second.json";
        asked.out = folder() / "two";
        ScriptedRunner runner(*m_library, [](int call) { return round(call); });
        const auto outcome = run(asked, runner);
        QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().text().c_str());
        std::string order;
        for (const auto& request : runner.requests) {
            order += request.scenario.filename() == "second.json" ? 'b' : 'a';
        }
        QCOMPARE(order, std::string("abab"));
        QVERIFY(fs::exists(asked.out / "checkout/round-2.json"));
        QVERIFY(fs::exists(asked.out / "checkout_2/round-2.json"));
        asked.suite.interleave = false;
        ScriptedRunner again(*m_library, [](int call) { return round(50 + call); });
        QVERIFY(run(asked, again).has_value());
        QCOMPARE(again.requests[1].scenario.filename().string(), std::string("scenario.json"));
    }

    void changesAreHeldAgainstThePinnedRounds()
    {
        thresholds(R"([{"metric":"error_rate","fail":"> 1%"},
            {"metric":"latency_ms.p95","against":"baseline","warn":"> +10%","fail":"> +20%"},
            {"metric":"latency_ms.p95","against":"previous","fail":"> +20%"}])");
        ScriptedRunner first(*m_library, [](int call) { return round(call); });
        auto outcome = run(wish(5), first);
        QVERIFY(outcome->verdict == metric::Verdict::noBaseline);
        QVERIFY(outcome->code == ExitCode::cannotJudge);
        library::BaselineLine pin;
        pin.operation = "checkout";
        pin.environment = "stage";
        pin.writer = "ada";
        pin.at = "2026-11-21T10:00:00.000+00:00";
        for (const auto& report : outcome->parts.front().rounds) {
            pin.reports.push_back(report.id);
        }
        QVERIFY(m_library->writeBaseline(pin).has_value());
        ScriptedRunner same(*m_library, [](int call) { return round(20 + call); });
        outcome = run(wish(5), same);
        QVERIFY2(outcome->code == ExitCode::pass, outcome->sentence.c_str());
        ScriptedRunner slower(*m_library, [](int call) { return round(40 + call, 1.3); });
        outcome = run(wish(5), slower);
        QVERIFY2(outcome->code == ExitCode::fail, outcome->sentence.c_str());
        const auto& rules = outcome->parts.front().judgement.rules;
        QVERIFY2(rules[1].verdict == metric::Verdict::fail, rules[1].reason.c_str());
        QVERIFY2(rules[1].reason.find("baseline") != std::string::npos, rules[1].reason.c_str());
    }

    void noiseIsMeasuredStoredAndUsed()
    {
        auto asked = wish(2);
        asked.noise = true;
        ScriptedRunner none(*m_library, [](int call) { return round(call); });
        QVERIFY(!run(asked, none).has_value());
        asked.suite.rounds = 6;
        // Alternately 10 % apart: far beyond what each run's own interval explains.
        ScriptedRunner runner(*m_library, [](int call) { return round(call, call % 2 == 0 ? 1.1 : 1.0); });
        const auto outcome = run(asked, runner);
        QVERIFY(outcome.has_value());
        const auto measurements = library::readNoise(m_library->folder());
        QVERIFY(measurements.damaged.empty());
        const auto* line = measurements.find("checkout", "stage");
        QVERIFY(line != nullptr);
        QCOMPARE(line->reports.size(), 6U);
        const auto row = std::find_if(line->rows.begin(), line->rows.end(),
            [](const judge::NoiseRow& r) { return r.of == "run" && r.metric == "latency_ms.p95"; });
        QVERIFY(row != line->rows.end());
        QVERIFY2(row->floor > 0.1 && row->floor < 0.25, std::to_string(row->floor).c_str());
        QVERIFY(row->detectable && *row->detectable > 0.05);
        const auto like = round(90);
        const auto book = library::knownNoise(m_library->folder(), {}, {}, like, {});
        QVERIFY(book && book->find("run", "latency_ms.p95") != nullptr);
        QVERIFY(book->source.find("6 rounds") == 0);
        // A single run against a single run: the spread is known from the measurement alone.
        const auto compared = test::compared({round(91)}, {round(92, 1.1)}, &*book);
        const auto& p95 = test::rowOf(compared, "latency_ms.p95");
        QVERIFY(p95.basis == judge::Effect::Basis::spread);
        QVERIFY(p95.change != judge::Change::worse);
    }
};

PLUMB_TEST_MAIN(TestSuite)
#include "tst_suite.moc"
