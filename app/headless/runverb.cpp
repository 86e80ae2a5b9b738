// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/interrupts.h"
#include "app/headless/loadoptions.h"
#include "app/headless/outputs.h"
#include "app/headless/runsummary.h"
#include "app/headless/verbs.h"
#include "base/timestamp.h"
#include "library/defaultlibrary.h"
#include "runner/runjob.h"
#include "runner/runserver.h"

#include <QCoreApplication>
#include <QTimer>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <iostream>
#include <thread>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

constexpr int startTimeoutMs = 60'000; ///< a runner that nobody talks to goes away

struct RunOptions
{
    runner::RunRequest request;
    LoadOptions load;
    std::string scenario, library, out, thresholds, engine = "builtin", failOn, serve;
    std::vector<std::string> set;
    std::optional<std::int64_t> seed;
    bool json = false, events = false, verbose = false, secretsFromStdin = false;
    bool noWait = false, requireQuiet = false, noQuietCheck = false;
};

/// `plumb run`: the job in a thread of its own, the socket and the terminal in the event loop.
class RunProgram
{
public:
    explicit RunProgram(RunOptions options)
        : m_options(std::move(options))
        , m_runId(m_options.serve.empty() ? newUuid() : m_options.serve)
    {
    }

    int exec();

private:
    void start(const runner::RunRequest& request);
    void handle(const runner::Command& command);
    void onEvent(const report::RunEvent& event, const std::string& line);
    void onFinished(const Result<runner::RunOutcome>& outcome);
    void message(const std::string& text);
    void clearProgress();

    RunOptions m_options;
    std::string m_runId;
    runner::RunServer m_server;
    std::unique_ptr<runner::RunJob> m_job;
    std::thread m_thread;
    ProgressLine m_progress;
    bool m_progressShown = false;
    int m_interrupts = 0;
};

int RunProgram::exec()
{
    std::signal(SIGHUP, SIG_IGN);
    const auto path = runner::socketPath(QString::fromStdString(m_runId));
    if (const auto listening = m_server.listen(path); !listening) {
        if (!m_options.serve.empty()) {
            return printError(listening.error());
        }
        message("note: " + listening.error().text() + " (the workbench cannot attach to this run)");
    }
    QObject::connect(&m_server, &runner::RunServer::command, &m_server,
        [this](const runner::Command& command) { handle(command); });
    Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::interrupted, &m_server, [this] {
        if (!m_job) {
            QCoreApplication::exit(static_cast<int>(ExitCode::interrupted));
        } else if (++m_interrupts == 1) {
            message("stopping: requests under way may finish (again: abort)");
            m_job->stop();
        } else {
            m_job->abort();
        }
    });
    if (m_options.serve.empty()) {
        start(m_options.request);
    } else {
        QTimer::singleShot(startTimeoutMs, &m_server, [this] {
            if (!m_job) {
                QCoreApplication::exit(static_cast<int>(ExitCode::badInput));
            }
        });
    }
    const int code = QCoreApplication::exec();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    m_server.flush(2000);
    return code;
}

void RunProgram::start(const runner::RunRequest& request)
{
    m_job = std::make_unique<runner::RunJob>(request, m_runId, m_options.failOn == "warn");
    runner::RunListener listener;
    // The job's thread hands everything to the event loop and goes on: no reader can hold the run up.
    const auto inLoop
        = [this](auto task) { QMetaObject::invokeMethod(&m_server, std::move(task), Qt::QueuedConnection); };
    listener.event = [this, inLoop](const report::RunEvent& event, const std::string& line) {
        inLoop([this, event, line] { onEvent(event, line); });
    };
    listener.message = [this, inLoop](const std::string& text) { inLoop([this, text] { message(text); }); };
    listener.journal = [this, inLoop](const fs::path& journal) {
        inLoop([this, journal] { m_server.setJournal(journal); });
    };
    m_thread = std::thread([this, listener, inLoop] {
        auto outcome = m_job->run(listener);
        inLoop([this, outcome = std::move(outcome)] { onFinished(outcome); });
    });
}

void RunProgram::handle(const runner::Command& command)
{
    if (const auto* begin = std::get_if<runner::StartCommand>(&command)) {
        if (!m_job && !m_options.serve.empty()) {
            start(begin->request);
        }
    } else if (m_job && std::holds_alternative<runner::StopCommand>(command)) {
        m_job->stop();
    } else if (m_job && std::holds_alternative<runner::AbortCommand>(command)) {
        m_job->abort();
    } else if (const auto* mark = std::get_if<runner::MarkCommand>(&command); m_job && mark != nullptr) {
        m_job->mark(mark->text);
    } else if (const auto* change = std::get_if<runner::ChangeCommand>(&command);
               m_job && change != nullptr) {
        m_job->change(change->change);
    }
}

void RunProgram::onEvent(const report::RunEvent& event, const std::string& line)
{
    m_server.publish(QByteArray::fromStdString(line));
    if (m_options.events) {
        std::cout << line << std::flush;
    }
    if (m_options.json || m_options.events || !m_options.serve.empty() || !progressWanted()) {
        return;
    }
    if (const auto text = m_progress.add(event); !text.empty()) {
        std::cerr << "\r\033[K" << text << std::flush;
        m_progressShown = true;
    }
}

void RunProgram::onFinished(const Result<runner::RunOutcome>& outcome)
{
    clearProgress();
    if (!outcome) {
        const int code = printError(outcome.error());
        m_server.refuse({outcome.error().text(), code});
        QCoreApplication::exit(code);
        return;
    }
    if (!outcome->error.empty()) {
        printMessage("plumb: " + outcome->error);
    }
    if (m_options.json) {
        Json json = report::toJson(*outcome->report);
        json["path"] = outcome->file.string();
        printJson(json);
    } else if (!m_options.events && m_options.serve.empty()) {
        printLine(runSummary(*outcome->report, colourWanted()));
    }
    if (!outcome->file.empty()) {
        message("report: " + outcome->file.string());
    }
    QCoreApplication::exit(static_cast<int>(outcome->code));
}

void RunProgram::message(const std::string& text)
{
    clearProgress();
    printMessage(text);
}

void RunProgram::clearProgress()
{
    if (std::exchange(m_progressShown, false)) {
        std::cerr << "\r\033[K" << std::flush;
    }
}

Result<void> readSecrets(std::map<std::string, std::string>& secrets)
{
    const std::string text((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    const auto json = parseJson(text, "stdin");
    if (!json) {
        return json.error();
    }
    if (!json->is_object()) {
        return Error{ErrorKind::input, "expected one JSON object of names and texts", "stdin", {}};
    }
    for (const auto& [name, value] : json->items()) {
        if (!value.is_string()) {
            return Error{ErrorKind::input, "a secret is a text", "stdin, /" + name, {}};
        }
        secrets[name] = value.get<std::string>();
    }
    return {};
}

Result<void> completeRequest(RunOptions& options)
{
    auto& overrides = options.request.overrides;
    for (const auto& pair : options.set) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0) {
            return Error{ErrorKind::usage, "expected NAME=VALUE", "--set " + pair, "see plumb run --help"};
        }
        overrides.set.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    auto load = loadFrom(options.load);
    if (!load) {
        return load.error();
    }
    overrides.load = std::move(*load);
    overrides.stop_when = scenario::presetStopRules(options.load.preset);
    overrides.seed = options.seed;
    if (options.engine != "builtin") {
        return Error{ErrorKind::usage, "the engine \"" + options.engine + "\" is not in this version",
            "--engine", "use --engine builtin"};
    }
    if (const auto allowed = checkOutput(options.out); !allowed) {
        return allowed.error();
    }
    options.request.turn.wait = !options.noWait;
    options.request.turn.quiet = options.requireQuiet ? runner::QuietWish::require
        : options.noQuietCheck                        ? runner::QuietWish::off
                                                      : runner::QuietWish::warn;
    options.request.scenario = options.scenario;
    options.request.out = options.out;
    options.request.thresholds = options.thresholds;
    options.request.library
        = options.library.empty() ? library::defaultLibrary() : fs::absolute(options.library);
    return options.secretsFromStdin ? readSecrets(overrides.secrets) : Result<void>();
}

int runAction(RunOptions& options)
{
    if (options.serve.empty()) {
        if (options.scenario.empty()) {
            return printError({ErrorKind::usage, "which scenario?", "plumb run", "see plumb run --help"});
        }
        if (const auto complete = completeRequest(options); !complete) {
            return printError(complete.error());
        }
    }
    return RunProgram(std::move(options)).exec();
}

} // namespace

void addRun(CLI::App& app, Action& chosen)
{
    auto options = std::make_shared<RunOptions>();
    auto* run = app.add_subcommand("run", "Run a scenario, judge the report and store it in the library");
    run->add_option("SCENARIO", options->scenario, "Scenario file");
    auto& overrides = options->request.overrides;
    run->add_option("--base-url", overrides.base_url, "Target instead of the scenario's")->check(notEmpty());
    run->add_option("--env", overrides.environment_name, "Environment of the scenario")->check(notEmpty());
    run->add_option(
        "--target-version", overrides.target_version, "Version of the target, kept in the report");
    run->add_option("--set", options->set, "Variable: NAME=VALUE, beats environment and default")
        ->allow_extra_args(false);
    run->add_option("--transport", options->request.transport,
           "How requests are sent: qnam (also HTTP/2 and SOCKS) or direct (highest rate)")
        ->capture_default_str();
    run->add_option("--engine", options->engine, "Who makes the load")->capture_default_str();
    addLoadOptions(*run, options->load);
    run->add_option(
        "--seed", options->seed, "Seed of the random stream; the same seed sends the same requests");
    run->add_option("--library", options->library, "Library folder (default: the nearest one, or the user's)")
        ->check(notEmpty());
    run->add_option("--out", options->out, "A further copy of the report")->check(notEmpty());
    run->add_option("--thresholds", options->thresholds, "Thresholds instead of the scenario's")
        ->check(notEmpty());
    run->add_option("--tag", overrides.tags, "Tag of the report; may be repeated")->allow_extra_args(false);
    run->add_option("--note", overrides.note, "Note of the report");
    run->add_option("--confirm-host", options->request.confirmed_hosts,
           "Host that may be put under load; remembered in the library")
        ->allow_extra_args(false);
    run->add_flag("--allow-commands", options->request.allow_commands,
        "Let the scenario run its commands and write to its databases; remembered while they stay as they "
        "are");
    run->add_flag("--no-wait", options->noWait,
        "Exit 5 where another run is under way on this machine, instead of waiting for its end");
    auto* require = run->add_flag("--require-quiet", options->requireQuiet,
        "Exit 5 where other programs use this machine or it runs on its battery, instead of a note");
    run->add_flag("--no-quiet-check", options->noQuietCheck, "Start without the second that this look takes")
        ->excludes(require);
    run->add_option("--fail-on", options->failOn, "Exit 1 on warn as well")
        ->check(CLI::IsMember({"fail", "warn"}));
    auto* json = run->add_flag("--json", options->json, "Print the report as one JSON document");
    run->add_flag("--events", options->events, "Print the events of the run, one JSON document a line")
        ->excludes(json);
    run->add_flag(
        "--secrets-stdin", options->secretsFromStdin, "Read secrets from stdin: {\"name\": \"value\"}");
    run->add_flag("--verbose", options->verbose, "Tell more on stderr");
    run->add_option("--serve", options->serve, "Wait for the workbench's request on this run's socket")
        ->group("");
    run->callback([options, &chosen] { chosen = [options] { return runAction(*options); }; });
}

} // namespace plumb::headless
