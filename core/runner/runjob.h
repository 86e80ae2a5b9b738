// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/exitcode.h"
#include "engine/engine.h"
#include "report/report.h"
#include "runner/runner.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace plumb::runner {

class TargetService;
struct RunPlan;

/// What became of a run.
struct RunOutcome
{
    ExitCode code = ExitCode::couldNotRun;
    std::optional<report::Report> report; ///< judged
    std::filesystem::path file; ///< where it is stored; empty if it could not be
    std::string error; ///< why the run or the storing failed; empty if neither did
};

/// What a run tells while it is under way. All are called in the thread that calls RunJob::run().
struct RunListener
{
    /// An event, and its line as the journal holds it (newline included).
    std::function<void(const report::RunEvent& event, const std::string& line)> event;
    /// Hints for people: warnings of the scenario, recovered runs.
    std::function<void(const std::string& text)> message;
    /// The journal is there (so that late listeners can be served from it).
    std::function<void(const std::filesystem::path& journal)> journal;
};

/// One run from the request to the stored report, in this process: load, validate, resolve, wait for its turn
/// on this machine, start the sample service, drive the engine, keep the journal, judge, store. Single-shot.
class RunJob
{
public:
    RunJob(RunRequest request, std::string runId, bool failOnWarn);
    ~RunJob();

    /// Blocks. An Error: the run did not begin (bad scenario, unconfirmed host, unwritable library,
    /// unreachable target, a machine that is not free or not quiet); nothing was stored.
    Result<RunOutcome> run(const RunListener& listener);

    // From any thread, at any time; before the engine is there stop() and abort() take effect when it is, the
    // others have none.
    void stop();
    void abort();
    void mark(const std::string& text);
    void change(const engine::LiveChange& change);

private:
    enum class Wish { none, stop, abort };
    void setEngine(engine::Engine* engine);
    /// Until @p time has passed, or someone wants the run to end: then true.
    bool waitFor(std::chrono::milliseconds time);
    [[nodiscard]] bool isWished();
    void targetDied(const std::string& text);
    Result<std::unique_ptr<TargetService>> startTarget(const RunPlan& plan, const RunListener& listener);

    RunRequest m_request;
    std::string m_runId;
    bool m_failOnWarn;
    std::mutex m_mutex;
    engine::Engine* m_engine = nullptr;
    Wish m_wish = Wish::none;
    std::condition_variable m_wished;
    std::string m_targetDeath; ///< how the service ended during the run; empty: it did not
};

} // namespace plumb::runner
