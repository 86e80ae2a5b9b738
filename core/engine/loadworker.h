// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/loadgroup.h"

#include <memory>
#include <optional>
#include <vector>

namespace plumb::engine {

/// What a worker hands over once a second.
struct WorkerReport
{
    std::unique_ptr<Interval> interval;
    std::vector<report::Sample> failing; ///< unmasked
    int users = 0;
    int in_flight = 0;
    std::int64_t backlog = 0;
    std::array<bool, report::phaseCount> open_phases{}; ///< a request of that phase may still come in
};

/// What a worker has to say at the end.
struct WorkerSummary
{
    std::vector<report::Sample> slow; ///< unmasked
    std::vector<Unfinished> unfinished;
    std::map<std::pair<int, std::string>, std::int64_t> skipped;
    Recorder::Span measured;
};

struct SetupOutcome
{
    int ready = 0, failed = 0;
    std::string failure; ///< the first
};

using RunVariables = std::vector<std::pair<std::string, scenario::Value>>;

/// Everything of one worker but its thread: users, timers, books. All calls in the loop of its reactor;
/// answers come through the callbacks, in the same thread.
class LoadWorker
{
public:
    struct Callbacks
    {
        WorkerSignals signals;
        std::function<void(Result<RunVariables>)> run_setup_done; ///< worker 0 only
        std::function<void(SetupOutcome)> users_ready;
        std::function<void()> drained; ///< of the current turn
    };
    struct Place
    {
        int worker = 0;
        int workers = 1;
        Nanos origin{}; ///< start of the run
    };

    LoadWorker(const RunPlan& plan, const scenario::CompiledScenario& scenario, RunShared& shared,
        const Clock& clock, WorkerIo& io, std::shared_ptr<scenario::Masker> masker, HostFilter hostAllowed,
        Place place, std::unique_ptr<Interval> first, Callbacks callbacks);

    /// The token request and the `per: run` steps, by one user of its own; again for a refresh of the token.
    void setUpRun(bool tokenOnly);
    void setRunVariables(const RunVariables& variables);
    void setUpUsers();
    void setOrigin(Nanos origin) { m_context.origin = origin; }
    void startTurn(std::size_t turn, Nanos t0);
    void change(const GroupChange& change); ///< of the turn under way
    void burst(const BurstOrder& order); ///< of the turn under way
    void endOfSchedule();
    void finish();
    /// Also answers a set-up that was asked for.
    void cancel();
    WorkerReport swap(std::unique_ptr<Interval> fresh);
    WorkerSummary summary();
    /// Transport slots a worker of this plan uses as long as no live change adds users.
    static int slots(const RunPlan& plan, int workers);

private:
    /// The user that runs what is run once for all.
    class RunSetupOwner final : public UserOwner
    {
    public:
        std::function<void(const std::string& failure)> done;
        void userReady(VirtualUser& user) override;
        void userFailed(VirtualUser& user, const std::string& why) override;
        void iterationEnded(VirtualUser&) override { }
        [[nodiscard]] Phase phaseAt(Nanos) const override { return Phase::setup; }
    };
    void wake();
    void changed();
    void runSetupDone(const std::string& failure);
    void beat(Nanos due);

    const Clock& m_clock;
    TimerQueue m_timers;
    Recorder m_recorder;
    Sampler m_sampler;
    SecretKeeper m_secrets;
    HostFilter m_hostAllowed;
    Callbacks m_callbacks;
    std::shared_ptr<scenario::VariableScope> m_runVariables;
    WorkerContext m_context;
    std::vector<PlannedSetup> m_runSetup; ///< the token request first
    std::vector<PlannedSetup> m_tokenOnly;
    RunSetupOwner m_runOwner;
    std::unique_ptr<VirtualUser> m_runUser;
    std::vector<std::vector<std::unique_ptr<LoadGroup>>> m_turns;
    std::optional<std::size_t> m_turn;
    bool m_runAsked = false; ///< the whole of the run's set-up, which somebody waits for
    bool m_usersAsked = false;
    bool m_drainedTold = false;
    Nanos m_nextBeat{}; ///< the heartbeat that counts
    bool m_inChanged = false;
};

} // namespace plumb::engine
