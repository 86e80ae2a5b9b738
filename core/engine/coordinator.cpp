// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/coordinator.h"

#include "engine/finalbooks.h"
#include "engine/urlparts.h"

#include <algorithm>

namespace plumb::engine {

using report::RunState;

namespace {
constexpr Nanos second = std::chrono::seconds(1);
/// Time for the start of a turn to reach all workers before its clock starts.
constexpr Nanos startDelay = std::chrono::milliseconds(2);
} // namespace

Coordinator::Coordinator(EngineSetup& setup, RunKit kit, Engine::Sink sink, TaskQueue& queue)
    : m_setup(setup)
    , m_kit(std::move(kit))
    , m_queue(queue)
    , m_events(std::move(sink), setup.masker)
    , m_crew(m_kit.layout, queue)
    , m_progress(m_kit.plan, *m_kit.shared, m_events)
    , m_setupStage(m_kit.plan, m_clock, [this](const std::string& text) { note("notice", text); })
    , m_bursts(m_kit.workers)
    , m_rules(m_kit.plan)
{
}

void Coordinator::note(const char* kind, const std::string& text)
{
    m_events.mark(kind, m_progress.sinceStart(m_clock.now()), text);
}

void Coordinator::stop(const std::string& endedBy)
{
    if (m_ending.verdict == Verdict::proceed)
        note("stop", "stopped by " + endedBy);
    m_stopSignal.raise(endedBy);
}

void Coordinator::abort()
{
    note("abort", "aborted");
    m_abortSignal.raise("abort");
}

void Coordinator::mark(const std::string& text)
{
    note("mark", text);
}

void Coordinator::change(const LiveChange& change)
{
    if (const Result<void> accepted = accept(change); !accepted)
        note("notice", "not changed: " + accepted.error().text());
}

Result<void> Coordinator::accept(const LiveChange& change)
{
    const TurnClock& turn = m_progress.turn();
    if (!turn.begun() || m_progress.scheduleEnded() || m_ending.verdict != Verdict::proceed)
        return Error{ErrorKind::usage, "no load is under way", {}, {}};
    Result<GroupChange> resolved = resolveChange(turn.plan(), change);
    if (!resolved)
        return resolved.error();
    const Nanos at = ChangeDesk::momentAfter(m_clock.now(), m_progress.origin(), turn.start());
    resolved->at = at - turn.start();
    if (const std::optional<Nanos> end = turn.phases().end(); end && resolved->at >= *end)
        return Error{ErrorKind::usage, "the load ends before", {}, {}};
    m_progress.change(*resolved);
    m_crew.forAll([change = *resolved](LoadWorker& worker) { worker.change(change); });
    m_changes.add(*resolved, changesOf(turn.plan().groups[resolved->group]), change.pattern, at);
    return {};
}

void Coordinator::tellChanges(Nanos now)
{
    for (ChangeDesk::Told& told : m_changes.take(now)) {
        told.mark.at_s = m_progress.sinceStart(told.at);
        m_events.mark(std::move(told.mark));
    }
}

void Coordinator::buildChain()
{
    m_chain.add([this] { return m_abortSignal.ending(); });
    m_chain.add([this] { return m_stopSignal.ending(); });
    m_chain.add([this] { return m_setupStage.ending(); });
    m_chain.add([this] { return m_rules.ending(); });
    m_chain.add([this] {
        const char* by = m_dataExhausted ? "data" : "schedule";
        return m_scheduleDone ? Ending{Verdict::finish, by, {}} : Ending{};
    });
}

Result<void> Coordinator::run()
{
    buildChain();
    describe(m_kit, *m_setup.transport, m_setup.started);
    m_progress.startAt(m_clock.now());
    m_ticks.startAt(m_progress.origin());
    m_nextTick = m_progress.origin() + second;
    m_events.started(m_setup.started);
    m_events.state(RunState::preparing, 0.0);

    Result<void> result = startCrew();
    if (!result) {
        m_error = result.error().text();
        m_ending = {Verdict::abort, "target", m_error};
    } else if (m_crewReady = true; setUp()) {
        for (std::size_t turn = 0; turn < m_kit.plan.turns.size() && m_ending.verdict == Verdict::proceed;
             ++turn)
            runTurn(turn);
    }
    if (m_ending.ended_by == "setup")
        m_error = m_ending.text;
    wrapUp();
    if (m_ending.ended_by == "setup")
        return Error{ErrorKind::setup, m_error, {},
            "look at the request of this step under /setup of the scenario, and send it once by hand"};
    return result;
}

Result<void> Coordinator::startCrew()
{
    return m_crew.start(
        m_kit.workers, [this] { return m_setup.transport->make(m_kit.transport); },
        [this](int worker, WorkerIo& io) { return makeWorker(worker, io); });
}

/// In the worker's thread, one after another; touches only what stays as it is during the run.
std::unique_ptr<LoadWorker> Coordinator::makeWorker(int worker, WorkerIo& io)
{
    auto first = std::make_unique<Interval>(m_kit.layout);
    first->prepare(m_progress.phasesAhead(m_progress.origin(), true));
    HostFilter allowed = m_setup.host_allowed
        ? HostFilter(m_setup.host_allowed)
        : HostFilter([](const std::string& host) { return isLoopbackName(host); });
    return std::make_unique<LoadWorker>(m_kit.plan, m_setup.scenario, *m_kit.shared, m_clock, io,
        m_setup.masker, remembered(std::move(allowed)),
        LoadWorker::Place{worker, m_kit.workers, m_progress.origin()}, std::move(first), callbacks());
}

/// Called in the workers' threads; each posts what it has to say to this one.
LoadWorker::Callbacks Coordinator::callbacks()
{
    LoadWorker::Callbacks callbacks;
    callbacks.signals.notice
        = [this](const std::string& text) { m_queue.post([this, text] { note("notice", text); }); };
    callbacks.signals.stop = [this](const std::string& endedBy, const std::string& text) {
        m_queue.post([this, endedBy, text] {
            note("stop", text);
            m_stopSignal.raise(endedBy, text);
        });
    };
    callbacks.signals.data_exhausted = [this](const std::string& text) {
        m_queue.post([this, text] {
            if (!std::exchange(m_dataExhausted, true))
                note("notice", text);
        });
    };
    callbacks.signals.burst_ended
        = [this](const BurstShare& share) { m_queue.post([this, share] { burstEnded(share); }); };
    callbacks.run_setup_done = [this](const Result<RunVariables>& outcome) {
        m_queue.post([this, outcome] { m_setupStage.runAnswered(m_crew, outcome); });
    };
    callbacks.users_ready = [this](const SetupOutcome& outcome) {
        m_queue.post([this, outcome] { m_setupStage.usersAnswered(outcome); });
    };
    callbacks.drained = [this] { m_queue.post([this] { ++m_drained; }); };
    return callbacks;
}

bool Coordinator::setUp()
{
    const auto answered = [this] { return m_setupStage.answered(); };
    if (m_kit.plan.hasSetup())
        m_progress.announce(RunState::setup, m_progress.origin());
    m_setupStage.beginRun(m_crew);
    bool done = pump(answered);
    if (done) {
        m_setupStage.beginUsers(m_crew);
        done = pump(answered);
    }
    m_progress.closePhase(m_clock.now());
    return done;
}

bool Coordinator::pump(const std::function<bool()>& done)
{
    while (!done()) {
        m_queue.runUntil(nextMoment());
        step(m_clock.now());
        m_ending = m_chain.ask();
        if (m_ending.verdict != Verdict::proceed)
            return false;
    }
    return true;
}

void Coordinator::pumpThrough(const std::function<bool()>& done)
{
    bool aborted = m_ending.verdict == Verdict::abort;
    while (!done()) {
        m_queue.runUntil(nextMoment());
        step(m_clock.now());
        const Ending ending = m_chain.ask();
        if (ending.verdict == Verdict::abort && !aborted) {
            aborted = true;
            m_ending = ending;
            m_crew.forAll([](LoadWorker& worker) { worker.cancel(); });
        }
    }
}

Nanos Coordinator::nextMoment() const
{
    Nanos next = m_nextTick;
    for (const std::optional<Nanos>& moment :
        {m_progress.turn().nextEdge(m_clock.now()), m_cancelAt, m_setupStage.refreshAt()})
        next = std::min(next, moment.value_or(next));
    return next;
}

void Coordinator::step(Nanos now)
{
    if (m_ending.verdict == Verdict::proceed && m_progress.follow(now)) {
        m_cancelAt = m_progress.turn().start() + *m_progress.turn().phases().end() + m_kit.plan.graceful_stop;
        m_crew.forAll([](LoadWorker& worker) { worker.endOfSchedule(); });
    }
    if (m_cancelAt && now >= *m_cancelAt) {
        m_cancelAt.reset();
        m_crew.forAll([](LoadWorker& worker) { worker.cancel(); });
    }
    if (m_setupStage.refreshAt() && now >= *m_setupStage.refreshAt())
        m_setupStage.refresh(m_crew);
    if (m_ending.verdict == Verdict::proceed)
        tellChanges(now);
    if (now >= m_nextTick && !m_crew.collecting()) {
        const Nanos origin = m_progress.origin();
        const Nanos at = origin + (now - origin) / second * second;
        m_nextTick = at + second;
        collect(phasesAhead(), at);
    }
}

void Coordinator::runTurn(std::size_t turn)
{
    m_drained = 0;
    m_cancelAt.reset();
    m_rules.restart();
    const Nanos soon = m_clock.now() + startDelay;
    Nanos start = soon;
    if (m_kit.plan.hasSetup() || turn > 0) {
        start = m_progress.origin() + ((soon - m_progress.origin()) / second + 1) * second;
    } else {
        // Without a set-up nothing happened yet: the run starts with its load.
        m_progress.startAt(soon);
        m_ticks.startAt(soon);
        m_nextTick = soon + second;
    }
    m_crew.forAll([turn, start, origin = m_progress.origin()](LoadWorker& worker) {
        worker.setOrigin(origin);
        worker.startTurn(turn, start);
    });
    m_progress.beginTurn(turn, start);
    beginBursts(start);
    const bool drained = pump([this] { return m_drained == m_kit.workers; });
    if (drained && !m_progress.scheduleEnded())
        m_progress.closePhase(m_clock.now());
    if (drained && turn + 1 == m_kit.plan.turns.size()) {
        m_scheduleDone = true;
        m_ending = m_chain.ask();
    }
}

void Coordinator::beginBursts(Nanos start)
{
    const TurnClock& turn = m_progress.turn();
    std::vector<RunShared::Progress*> progress;
    for (std::size_t i = 0; i < turn.plan().groups.size(); ++i)
        progress.push_back(m_kit.shared->groups[turn.firstGroup() + i].get());
    for (const BurstOrder& order : m_bursts.beginTurn(turn.plan(), progress, start))
        m_crew.forAll([order](LoadWorker& worker) { worker.burst(order); });
}

void Coordinator::burstEnded(const BurstShare& share)
{
    const std::optional<BurstOrder> next = m_bursts.add(share, m_clock.now());
    if (next && m_ending.verdict == Verdict::proceed)
        m_crew.forAll([order = *next](LoadWorker& worker) { worker.burst(order); });
}

void Coordinator::stopCrewWith(Verdict verdict)
{
    if (verdict == Verdict::abort) {
        m_crew.forAll([](LoadWorker& worker) { worker.cancel(); });
        return;
    }
    m_cancelAt = m_clock.now() + m_kit.plan.graceful_stop;
    m_crew.forAll([](LoadWorker& worker) { worker.finish(); });
}

/// Drains, takes the last books, and says how it ended.
void Coordinator::wrapUp()
{
    const Nanos stopped = m_clock.now();
    if (!m_crewReady) {
        m_crew.stop();
        writeFinished({}, stopped);
        return;
    }
    if (!m_scheduleDone) {
        m_progress.announce(RunState::draining, stopped);
        stopCrewWith(m_ending.verdict);
        pumpThrough([this] {
            return m_progress.turn().begun() ? m_drained == m_kit.workers : m_setupStage.answered();
        });
    }
    m_cancelAt.reset();
    m_setupStage.forgetRefresh();
    m_crew.forAll([](LoadWorker& worker) { worker.cancel(); });
    // A last tick with what has come since the one before.
    m_nextTick = Nanos::max();
    const auto collected = [this] { return !m_crew.collecting(); };
    pumpThrough(collected);
    collect({}, m_clock.now());
    pumpThrough(collected);
    std::optional<std::vector<WorkerSummary>> summaries;
    m_crew.summarize([&summaries](std::vector<WorkerSummary>& all) { summaries = std::move(all); });
    pumpThrough([&summaries] { return summaries.has_value(); });
    const Nanos ended = m_clock.now();
    m_crew.stop();
    m_events.slowest(*summaries);
    writeFinished(*summaries, ended);
}

RunProgress::Phases Coordinator::phasesAhead() const
{
    RunProgress::Phases phases = m_progress.phasesAhead(m_clock.now(), m_ending.verdict == Verdict::proceed);
    for (std::size_t p = 0; p < phases.size(); ++p)
        phases[p] = phases[p] || m_ticks.openPhases()[p];
    return phases;
}

void Coordinator::collect(const RunProgress::Phases& phases, Nanos at)
{
    m_crew.collect(phases, [this, at](Crew::Harvest& harvest) { emitTick(harvest, at); });
}

void Coordinator::emitTick(Crew::Harvest& harvest, Nanos at)
{
    m_events.samples(harvest.failing);
    const Nanos from = m_ticks.lastTick();
    emitMonitors();
    std::vector<report::BurstTick> bursts = m_bursts.take();
    m_rules.add(bursts);
    watchRules(*harvest.interval, from, at);
    // At the middle of the interval, so that a row says what was asked for in it.
    const Nanos middle = at - (at - from) / 2;
    report::Tick tick = m_ticks.make(harvest, at);
    tick.at_s = m_progress.sinceStart(at);
    tick.phase = m_progress.turn().phaseAt(at);
    tick.generator.phase = m_progress.turn().phaseAt(middle);
    tick.planned_rate = m_progress.turn().plannedRate(middle);
    tick.loads = m_progress.turn().loads(middle);
    tick.bursts = std::move(bursts);
    if (tick.phase == Phase::measure)
        tick.stop_rules = m_rules.standing();
    m_events.tick(tick, *harvest.interval);
    if (m_ending.verdict == Verdict::proceed && m_rules.ending().verdict != Verdict::proceed)
        m_events.mark("stop", tick.at_s, m_rules.ending().text);
}

/// Before the tick, so that its stop rules see what was read in its time.
void Coordinator::emitMonitors()
{
    if (!m_setup.beside)
        return;
    for (report::RunEvent& event : m_setup.beside(m_progress.origin())) {
        if (auto* mark = std::get_if<report::RunMark>(&event)) {
            m_events.mark(std::move(*mark));
        } else if (auto* readings = std::get_if<report::MonitorTick>(&event)) {
            m_rules.add(*readings);
            m_events.monitors(std::move(*readings));
        }
    }
}

/// Stop rules judge the measure phase: an interval that lies half in the warm-up is left out.
void Coordinator::watchRules(const Interval& interval, Nanos from, Nanos to)
{
    const TurnClock& turn = m_progress.turn();
    const bool measured = turn.begun() && from >= turn.start() && turn.phaseAt(from) == Phase::measure
        && turn.phaseAt(to - Nanos(1)) == Phase::measure;
    if (measured && m_ending.verdict == Verdict::proceed && to > from)
        m_rules.add(interval, std::chrono::duration<double>(to - from).count());
}

void Coordinator::writeFinished(const std::vector<WorkerSummary>& summaries, Nanos ended)
{
    report::Finished finished = sumUp(m_kit.plan, summaries);
    finished.at_s = m_progress.sinceStart(ended);
    finished.ended_by = m_ending.ended_by;
    finished.partial = m_ending.ended_by != "schedule" && m_ending.ended_by != "data";
    finished.users_max = m_ticks.usersMax();
    finished.error = m_error;
    finished.phases = m_progress.spans(m_ticks.recorded(Phase::cooldown), ended);
    finished.turns = m_progress.turns();
    m_events.state(RunState::finished, finished.at_s);
    m_events.finished(std::move(finished));
}

} // namespace plumb::engine
