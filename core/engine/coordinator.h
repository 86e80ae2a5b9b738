// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/burstdesk.h"
#include "engine/changedesk.h"
#include "engine/crew.h"
#include "engine/eventwriter.h"
#include "engine/rulewatch.h"
#include "engine/runkit.h"
#include "engine/runprogress.h"
#include "engine/setupstage.h"
#include "engine/stopchain.h"
#include "engine/tickmaker.h"

#include <functional>
#include <optional>

namespace plumb::engine {

/// Leads a run from its plan to the Finished event, in the thread that calls run(): set-up, then turn after
/// turn, a tick a second, and the end as the stop chain decides. Workers never wait for it.
///
/// The start of the run is the moment before the set-up. Ticks stand at whole seconds after it, and a load
/// that follows a set-up begins at the next whole second, so that windows and phases share their edges.
class Coordinator
{
public:
    Coordinator(EngineSetup& setup, RunKit kit, Engine::Sink sink, TaskQueue& queue);
    Result<void> run();

    // In the coordinator's thread, through the queue.
    void stop(const std::string& endedBy);
    void abort();
    void mark(const std::string& text);
    void change(const LiveChange& change);

private:
    void buildChain();
    Result<void> startCrew();
    [[nodiscard]] std::unique_ptr<LoadWorker> makeWorker(int worker, WorkerIo& io);
    [[nodiscard]] LoadWorker::Callbacks callbacks();
    void note(const char* kind, const std::string& text);

    [[nodiscard]] Result<void> accept(const LiveChange& change);
    void tellChanges(Nanos now);

    bool setUp();
    void runTurn(std::size_t turn);
    void beginBursts(Nanos start);
    void burstEnded(const BurstShare& share);
    void wrapUp();
    void stopCrewWith(Verdict verdict);

    /// Runs tasks, ticks and changes of state until @p done or until the run is to end; true if done.
    bool pump(const std::function<bool()>& done);
    /// The same, whatever ends the run: for what must be waited for.
    void pumpThrough(const std::function<bool()>& done);
    [[nodiscard]] Nanos nextMoment() const;
    void step(Nanos now);
    void collect(const RunProgress::Phases& phases, Nanos at);
    [[nodiscard]] RunProgress::Phases phasesAhead() const;
    void emitTick(Crew::Harvest& harvest, Nanos at);
    void emitMonitors();
    void watchRules(const Interval& interval, Nanos from, Nanos to);
    void writeFinished(const std::vector<WorkerSummary>& summaries, Nanos ended);

    EngineSetup& m_setup;
    RunKit m_kit;
    TaskQueue& m_queue;
    EventWriter m_events;
    SteadyClock m_clock;
    Crew m_crew;
    bool m_crewReady = false;

    StopChain m_chain;
    StopSignal m_stopSignal{Verdict::finish};
    StopSignal m_abortSignal{Verdict::abort};
    Ending m_ending;
    std::string m_error; ///< why the run could not go on

    RunProgress m_progress;
    SetupStage m_setupStage;
    TickMaker m_ticks;
    ChangeDesk m_changes;
    BurstDesk m_bursts;
    RuleWatch m_rules;
    Nanos m_nextTick{};
    int m_drained = 0; ///< workers that are through with the turn
    bool m_scheduleDone = false;
    bool m_dataExhausted = false;
    std::optional<Nanos> m_cancelAt;
};

} // namespace plumb::engine
