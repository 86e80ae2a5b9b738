// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crew.h"
#include "engine/engine.h"
#include "engine/eventwriter.h"
#include "engine/stopchain.h"

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
    Coordinator(EngineSetup& setup, Engine::Sink sink, TaskQueue& queue);
    Result<void> run();

    // In the coordinator's thread, through the queue.
    void stop(const std::string& endedBy);
    void abort();
    void mark(const std::string& text);

private:
    Result<void> prepare();
    Result<void> startCrew();
    [[nodiscard]] std::unique_ptr<LoadWorker> makeWorker(int worker, WorkerIo& io);
    void buildChain();
    [[nodiscard]] Ending scheduleEnding() const;

    bool setUp();
    bool setUpRun();
    bool setUpUsers();
    void runSetupDone(const Result<RunVariables>& outcome);
    void runTurn(std::size_t turn);
    void wrapUp();
    void stopCrewWith(Verdict verdict);

    /// Runs tasks, ticks and changes of state until @p done or until the run is to end; true if done.
    bool pump(const std::function<bool()>& done);
    /// The same, whatever ends the run: for what must be waited for.
    void pumpThrough(const std::function<bool()>& done);
    void step(Nanos now);
    void advance(Nanos now);
    void announce(report::RunState state, Nanos at);
    void endSchedule();
    [[nodiscard]] Nanos nextMoment() const;
    void requestTick(Nanos at);
    void emitTick(Crew::Harvest& harvest, Nanos at);
    void flush();
    [[nodiscard]] std::array<bool, report::phaseCount> phasesAhead() const;
    [[nodiscard]] std::optional<double> plannedRate(Nanos now) const;
    [[nodiscard]] PhasePlan turnPhases() const;
    [[nodiscard]] Phase phaseNow(Nanos now) const;
    void closeSpan(Nanos at);
    void openSpan(Phase phase, Nanos at);
    void noteRecorded(const Interval& interval);
    void addDrainSpan(Nanos ended);
    [[nodiscard]] double sinceStart(Nanos time) const;
    void refreshToken(const RunVariables& variables);
    void writeFinished(std::vector<WorkerSummary>& summaries, Nanos ended);
    [[nodiscard]] report::SkippedStep skipped(int step, const std::string& reason, std::int64_t times) const;

    EngineSetup& m_setup;
    TaskQueue& m_queue;
    EventWriter m_events;
    SteadyClock m_clock;
    RunPlan m_plan;
    std::shared_ptr<RunShared> m_shared;
    std::shared_ptr<const IntervalLayout> m_layout;
    std::unique_ptr<Crew> m_crew;
    TransportSettings m_transport;
    int m_workers = 1;
    bool m_crewReady = false;
    std::array<bool, report::phaseCount> m_recorded{}; ///< phases in which something was recorded

    StopChain m_chain;
    StopSignal m_stopSignal{Verdict::finish};
    StopSignal m_abortSignal{Verdict::abort};
    Ending m_ending;
    std::string m_error; ///< why the run could not go on

    Nanos m_origin{};
    Nanos m_nextTick{};
    Nanos m_lastTick{};
    Nanos m_lastCpu{};
    std::array<bool, report::phaseCount> m_openPhases{};
    int m_usersMax = 0;

    std::optional<std::size_t> m_turn;
    std::size_t m_firstGroup = 0; ///< of the turn, in m_shared->groups
    Nanos m_turnStart{};
    int m_drained = 0;
    bool m_scheduleDone = false;
    bool m_scheduleEnded = false; ///< of the turn
    bool m_dataExhausted = false;
    std::optional<Nanos> m_cancelAt;
    std::optional<Nanos> m_tokenAt;
    report::RunState m_state = report::RunState::preparing;
    int m_awaited = 0; ///< answers to the set-up still to come
    SetupOutcome m_setupOutcome;
    std::vector<report::Finished::PhaseSpan> m_spans; ///< one per phase; turns widen it
    std::size_t m_span = 0;
    bool m_spanOpen = false;
};

} // namespace plumb::engine
