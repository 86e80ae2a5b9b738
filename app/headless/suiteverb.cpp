// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/interrupts.h"
#include "app/headless/outputs.h"
#include "app/headless/runoptions.h"
#include "app/headless/runsummary.h"
#include "app/headless/verbs.h"
#include "scenario/prepare.h"
#include "workflow/suiteevaluation.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <iostream>
#include <thread>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

struct SuiteArguments
{
    RunOptions run;
    std::string file, out, failOn;
    std::optional<int> rounds, maxRounds;
    std::optional<double> pause_s, ciWithin;
    std::string warmup;
    bool allowMissing = false, noise = false, json = false;
};

/// "03:25".
std::string clockText(double seconds)
{
    const auto whole = static_cast<long>(seconds + 0.5);
    const auto two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return (whole >= 3600 ? std::to_string(whole / 3600) + ':' : std::string()) + two(whole / 60 % 60) + ':'
        + two(whole % 60);
}

/// `plumb suite`: the suite in a thread of its own, signals and the terminal in the event loop.
class SuiteProgram
{
public:
    SuiteProgram(workflow::SuiteWish wish, bool json)
        : m_runner(workflow::makeRoundRunner())
        , m_out(wish.out)
        , m_allowMissing(wish.allowMissing)
        , m_json(json)
        , m_suite(std::move(wish), *m_runner)
    {
    }

    int exec()
    {
        std::signal(SIGHUP, SIG_IGN);
        Interrupts interrupts;
        QObject::connect(&interrupts, &Interrupts::interrupted, &m_loop, [this] {
            if (++m_interrupts == 1) {
                message("stopping: requests under way may finish, and what is done is judged (again: abort)");
                m_suite.stop();
            } else {
                m_suite.abort();
            }
        });
        std::thread thread([this] {
            auto outcome = m_suite.run(listener());
            inLoop([this, outcome = std::move(outcome)] { onFinished(outcome); });
        });
        const int code = QCoreApplication::exec();
        thread.join();
        return code;
    }

private:
    template <class Task>
    void inLoop(Task task)
    {
        QMetaObject::invokeMethod(&m_loop, std::move(task), Qt::QueuedConnection);
    }

    workflow::SuiteListener listener()
    {
        workflow::SuiteListener listener;
        listener.round
            = [this](const workflow::SuitePlace& place) { inLoop([this, place] { onRound(place); }); };
        listener.run.event = [this](const report::RunEvent& event, const std::string&) {
            if (m_terminal) {
                inLoop([this, event] { onEvent(event); });
            }
        };
        listener.run.message = [this](const std::string& text) { inLoop([this, text] { message(text); }); };
        listener.run.journal = [](const fs::path&) {};
        return listener;
    }

    void onRound(const workflow::SuitePlace& place)
    {
        m_progress = {};
        m_place = "round " + std::to_string(place.round) + " of " + std::to_string(place.rounds) + " of "
            + place.operation;
        m_after = place.left_s ? ", then " + clockText(*place.left_s) + " more" : std::string();
        if (!m_terminal) {
            printMessage(m_place);
        }
    }

    void onEvent(const report::RunEvent& event)
    {
        if (const auto text = m_progress.add(event); !text.empty()) {
            std::cerr << "\r\033[K" << m_place << "  " << text << m_after << std::flush;
            m_shown = true;
        }
    }

    void onFinished(const Result<workflow::SuiteOutcome>& outcome)
    {
        clearProgress();
        if (!outcome) {
            QCoreApplication::exit(printError(outcome.error()));
            return;
        }
        auto code = outcome->code;
        if (!outcome->error.empty()) {
            printMessage("plumb: " + outcome->error);
        }
        if (!m_out.empty()) {
            if (const auto written = workflow::writeSuiteFiles(*outcome, m_out, m_allowMissing); !written) {
                printMessage("plumb: " + written.error().text());
                code = stronger(code, ExitCode::badInput);
            } else {
                printMessage("evaluation: " + (m_out / "evaluation.json").string());
            }
        }
        if (m_json) {
            printJson(workflow::suiteJson(*outcome));
        } else {
            std::string text = workflow::suiteText(*outcome);
            text.pop_back(); // printLine ends the last line
            printLine(text);
        }
        QCoreApplication::exit(static_cast<int>(code));
    }

    void message(const std::string& text)
    {
        clearProgress();
        printMessage(text);
    }

    void clearProgress()
    {
        if (std::exchange(m_shown, false)) {
            std::cerr << "\r\033[K" << std::flush;
        }
    }

    QObject m_loop;
    std::unique_ptr<workflow::RoundRunner> m_runner;
    fs::path m_out;
    bool m_allowMissing, m_json;
    bool m_terminal = progressWanted();
    workflow::SuiteRun m_suite;
    ProgressLine m_progress;
    std::string m_place, m_after;
    bool m_shown = false;
    int m_interrupts = 0;
};

/// A suite file, or a scenario as a suite of itself.
Result<workflow::Suite> readSuiteOrScenario(const fs::path& file)
{
    const auto json = scenario::readScenarioJson(file);
    if (!json) {
        return json.error();
    }
    if (workflow::isSuite(*json)) {
        for (const auto& problem : workflow::validateSuite(*json)) {
            if (problem.warning) {
                printMessage("note: " + file.string() + ", " + problem.path + ": " + problem.message
                    + (problem.remedy.empty() ? "" : "; " + problem.remedy));
            }
        }
        return workflow::suiteFromJson(*json, file.string());
    }
    workflow::Suite suite;
    suite.name = file.parent_path().filename().empty() || file.stem() != "scenario"
        ? file.stem().string()
        : fs::absolute(file).parent_path().filename().string();
    suite.scenarios.push_back({file.filename().string(), Json::object(), Json::object()});
    return suite;
}

/// What the command line says beats the file.
Result<void> apply(const SuiteArguments& arguments, workflow::Suite& suite)
{
    suite.rounds = arguments.rounds.value_or(suite.rounds);
    suite.pause_s = arguments.pause_s.value_or(suite.pause_s);
    if (!arguments.warmup.empty()) {
        suite.warmup = arguments.warmup == "once" ? workflow::Warmup::once : workflow::Warmup::each;
    }
    if (arguments.ciWithin) {
        suite.stop_when_ci_within = *arguments.ciWithin / 100.0;
    }
    if (arguments.maxRounds) {
        suite.max_rounds = arguments.maxRounds;
        if (!suite.stop_when_ci_within) {
            return Error{ErrorKind::usage, "it has no effect where nothing asks for further rounds",
                "--max-rounds", "add --until-within PERCENT, or use --rounds"};
        }
        if (*arguments.maxRounds < suite.rounds) {
            return Error{ErrorKind::usage,
                std::to_string(*arguments.maxRounds) + " is fewer than the " + std::to_string(suite.rounds)
                    + " rounds",
                "--max-rounds", "raise it, or lower --rounds"};
        }
    } else if (suite.max_rounds) {
        suite.max_rounds = std::max(*suite.max_rounds, suite.rounds);
    }
    return {};
}

int suiteAction(SuiteArguments& arguments)
{
    // Of all files that are written the folder's place is checked once.
    if (const auto allowed
        = checkOutput(arguments.out.empty() ? fs::path() : fs::path(arguments.out) / "evaluation.json");
        !allowed) {
        return printError(allowed.error());
    }
    auto suite = readSuiteOrScenario(arguments.file);
    if (!suite) {
        return printError(suite.error());
    }
    if (const auto applied = apply(arguments, *suite); !applied) {
        return printError(applied.error());
    }
    if (const auto complete = completeRequest(arguments.run); !complete) {
        return printError(complete.error());
    }
    workflow::SuiteWish wish;
    wish.suite = std::move(*suite);
    std::error_code code;
    wish.folder = fs::absolute(arguments.file, code).parent_path();
    wish.common = arguments.run.request;
    wish.out = arguments.out;
    wish.allowMissing = arguments.allowMissing;
    wish.failOnWarn = arguments.failOn == "warn";
    wish.noise = arguments.noise;
    return SuiteProgram(std::move(wish), arguments.json).exec();
}

} // namespace

void addSuite(CLI::App& app, Action& chosen)
{
    auto arguments = std::make_shared<SuiteArguments>();
    auto* verb = app.add_subcommand(
        "suite", "Run rounds of a scenario, or of a suite of scenarios, store each, and judge them together");
    verb->add_option("SUITE", arguments->file, "Suite file (plumbline.suite/1) or scenario file")->required();
    verb->add_option("--rounds", arguments->rounds, "Rounds of each scenario (default: the suite's, or 5)")
        ->check(CLI::Range(1, workflow::Suite::mostRounds));
    verb->add_option("--pause", arguments->pause_s, "Seconds between runs (default: the suite's, or 2)")
        ->check(CLI::Range(0.0, 3600.0));
    verb->add_option("--warmup", arguments->warmup,
            "\"each\": every round warms up as its load says (the default); \"once\": only the first does")
        ->check(CLI::IsMember({"each", "once"}));
    verb->add_option("--until-within", arguments->ciWithin,
            "Further rounds until the 95 % interval of p95 (and requests/s of closed loads) over the rounds "
            "reaches at most so many percent; from 6 rounds on")
        ->check(CLI::Range(0.1, 100.0));
    verb->add_option("--max-rounds", arguments->maxRounds,
            "With --until-within: the most rounds (default: the suite's, or three times --rounds)")
        ->check(CLI::Range(1, workflow::Suite::mostRounds));
    verb->add_option("--out", arguments->out,
            "Folder for a copy of each round's report, evaluation.json, report.md and junit.xml; rounds that "
            "do "
            "not count go to left-out/, copies of an earlier suite are replaced")
        ->check(notEmpty());
    verb->add_flag("--noise", arguments->noise,
        "The rounds are of one and the same thing: keep how much each metric varies, its noise floor and the "
        "change that could be seen, in the library, for comparisons and derived thresholds");
    verb->add_flag(
        "--allow-missing", arguments->allowMissing, "Excuse rules that were skipped or not measured");
    addRunOptions(*verb, arguments->run);
    verb->add_option("--fail-on", arguments->failOn, "\"warn\": warnings exit with 1 too")
        ->check(CLI::IsMember({"fail", "warn"}));
    verb->add_flag("--json", arguments->json, "Print the evaluation as one JSON document");
    verb->footer(
        "Exit codes: 0 pass (and warn), 1 fail, 2 wrong usage or unreadable input, 3 invalid, 4 cannot "
        "be judged (no baseline, inconclusive, not measured), 5 could not run, 130 interrupted (the "
        "rounds that are done are judged).");
    verb->callback([arguments, &chosen] { chosen = [arguments] { return suiteAction(*arguments); }; });
}

} // namespace plumb::headless
