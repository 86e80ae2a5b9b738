// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/console.h"
#include "app/headless/interrupts.h"
#include "app/headless/outputs.h"
#include "app/headless/runoptions.h"
#include "app/headless/runsummary.h"
#include "app/headless/verbs.h"
#include "base/timestamp.h"
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

struct RunArguments
{
    RunOptions run;
    std::string scenario, out, failOn, serve;
    bool json = false, events = false, verbose = false;
};

/// `plumb run`: the job in a thread of its own, the socket and the terminal in the event loop.
class RunProgram
{
public:
    explicit RunProgram(RunArguments options)
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

    RunArguments m_options;
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
        start(m_options.run.request);
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

int runAction(RunArguments& options)
{
    if (options.serve.empty()) {
        if (options.scenario.empty()) {
            return printError({ErrorKind::usage, "which scenario?", "plumb run", "see plumb run --help"});
        }
        if (const auto allowed = checkOutput(options.out); !allowed) {
            return printError(allowed.error());
        }
        if (const auto complete = completeRequest(options.run); !complete) {
            return printError(complete.error());
        }
        options.run.request.scenario = options.scenario;
        options.run.request.out = options.out;
    }
    return RunProgram(std::move(options)).exec();
}

} // namespace

void addRun(CLI::App& app, Action& chosen)
{
    auto options = std::make_shared<RunArguments>();
    auto* run = app.add_subcommand("run", "Run a scenario, judge the report and store it in the library");
    run->add_option("SCENARIO", options->scenario, "Scenario file");
    addRunOptions(*run, options->run);
    run->add_option("--out", options->out, "A further copy of the report")->check(notEmpty());
    run->add_option("--fail-on", options->failOn, "Exit 1 on warn as well")
        ->check(CLI::IsMember({"fail", "warn"}));
    auto* json = run->add_flag("--json", options->json, "Print the report as one JSON document");
    run->add_flag("--events", options->events, "Print the events of the run, one JSON document a line")
        ->excludes(json);
    run->add_flag("--verbose", options->verbose, "Tell more on stderr");
    run->add_option("--serve", options->serve, "Wait for the workbench's request on this run's socket")
        ->group("");
    run->callback([options, &chosen] { chosen = [options] { return runAction(*options); }; });
}

} // namespace plumb::headless
