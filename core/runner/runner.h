// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/livechange.h"
#include "report/runevent.h"
#include "runner/machineturn.h"
#include "scenario/prepare.h"

#include <QObject>

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

namespace plumb::runner {

/// What to run, whoever runs it. Secrets travel over the socket or stdin, never as arguments.
struct RunRequest
{
    std::filesystem::path scenario; ///< file
    std::filesystem::path library; ///< folder the report goes to; empty: none
    std::filesystem::path out; ///< further copy of the report; empty: none
    std::filesystem::path thresholds; ///< empty: the scenario's
    scenario::Overrides overrides;
    std::string transport = "qnam";
    std::vector<std::string> confirmed_hosts;
    /// What the scenario runs on this machine and writes to databases is allowed, and remembered for this
    /// user.
    bool allow_commands = false;
    TurnWishes turn; ///< what to do where the machine is not free or not quiet
    bool without_warmup = false; ///< the loads start to be measured at once: an earlier round warmed up
    std::map<std::string, std::string> facts{}; ///< kept in the report: the suite it is a round of
};
Json toJson(const RunRequest& request);
Result<RunRequest> runRequestFromJson(const Json& json);

/// A run under way in another process, seen from the screen. Events arrive as signals in the owner's thread;
/// a session that attaches late gets all earlier events first. Destroying the session leaves the run alone.
class RunSession : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Lets requests in flight finish and stores a partial report.
    virtual void stop() = 0;
    virtual void abort() = 0;
    virtual void mark(const QString& text) = 0;
    /// Changes rate or users of the run under way. It takes effect at a whole second of the run, within two
    /// seconds, and then comes back as a RunMark of kind "rate", "users", "max_users" or "size" with the new
    /// value; one that cannot be done comes back as a "notice" that says why. Several within a second become
    /// one.
    virtual void change(const engine::LiveChange& change) = 0;
    /// Marks, by the run's id, what is being watched; empty until the run has started.
    [[nodiscard]] virtual QString runId() const = 0;

Q_SIGNALS:
    void event(const plumb::report::RunEvent& event);
    /// The run is over and its last event was delivered, or the runner is gone: then @p error says why.
    void ended(const QString& error);
};

/// A run that is alive in some process on this machine.
struct LiveRun
{
    QString runId, operation, socket;
    std::int64_t started_wall_ms = 0;
};

/// Starts runs and finds those under way. One implementation starts `plumb run` detached; later ones drive
/// other engines.
class Runner
{
public:
    virtual ~Runner() = default;
    /// The session is returned at once; failures to start arrive through ended().
    virtual std::unique_ptr<RunSession> start(const RunRequest& request) = 0;
    /// Runs of this library that are alive (their journal is locked).
    [[nodiscard]] virtual std::vector<LiveRun> liveRuns(const std::filesystem::path& library) const = 0;
    virtual std::unique_ptr<RunSession> attach(const LiveRun& run) = 0;
};

/// Runs `plumb` at @p plumbProgram as a detached process, over a local socket.
std::unique_ptr<Runner> makeProcessRunner(const QString& plumbProgram);

} // namespace plumb::runner
