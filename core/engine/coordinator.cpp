// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/coordinator.h"

#include "engine/oauth2step.h"
#include "engine/urlparts.h"

#include <algorithm>
#include <charconv>
#include <thread>

namespace plumb::engine {

using report::RunState;

namespace {

constexpr Nanos second = std::chrono::seconds(1);
/// Time for the start of a turn to reach all workers before its clock starts.
constexpr Nanos startDelay = std::chrono::milliseconds(2);
constexpr int usersPerWorker
    = 128; ///< reference/engine.md section 6: poll() cost of an HTTP thread's sockets

int chooseWorkers(int asked, int users)
{
    if (asked > 0)
        return std::min(asked, users);
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return std::clamp((users + usersPerWorker - 1) / usersPerWorker, 1, std::max(1, (cores - 1) / 2));
}

} // namespace

Coordinator::Coordinator(EngineSetup& setup, Engine::Sink sink, TaskQueue& queue)
    : m_setup(setup)
    , m_queue(queue)
    , m_events(std::move(sink), setup.masker)
{
}

void Coordinator::stop(const std::string& endedBy)
{
    if (m_ending.verdict == Verdict::proceed)
        m_events.mark("stop", sinceStart(m_clock.now()), "stopped by " + endedBy);
    m_stopSignal.raise(endedBy);
}

void Coordinator::abort()
{
    m_events.mark("abort", sinceStart(m_clock.now()), "aborted");
    m_abortSignal.raise("abort");
}

void Coordinator::mark(const std::string& text)
{
    m_events.mark("mark", sinceStart(m_clock.now()), text);
}

double Coordinator::sinceStart(Nanos time) const
{
    return m_origin > Nanos{} ? std::chrono::duration<double>(time - m_origin).count() : 0.0;
}

Result<void> Coordinator::prepare()
{
    Result<RunPlan> plan = planRun(m_setup.scenario);
    if (!plan)
        return plan.error();
    m_plan = std::move(*plan);
    const int asked = m_setup.workers > 0 ? m_setup.workers : m_setup.scenario.scenario.load.workers.get(0);
    m_workers = chooseWorkers(asked, m_plan.users());
    m_shared = std::make_shared<RunShared>(m_plan);
    auto layout = std::make_shared<IntervalLayout>();
    layout->checks = m_plan.checks;
    for (const report::StepInfo& step : m_plan.steps)
        layout->setup.push_back(step.setup);
    layout->secure = m_plan.secure;
    layout->closed = m_plan.closedModel();
    m_layout = layout;
    m_transport.base_url = m_setup.scenario.base_url;
    m_transport.target = m_setup.scenario.scenario.target;
    m_transport.folder = m_setup.folder;
    m_transport.users = LoadWorker::slots(m_plan, m_workers);
    return m_setup.transport->prepare(m_transport);
}

void Coordinator::buildChain()
{
    m_chain.add([this] { return m_abortSignal.ending(); });
    m_chain.add([this] { return m_stopSignal.ending(); });
    m_chain.add([this] { return scheduleEnding(); });
}

Ending Coordinator::scheduleEnding() const
{
    if (!m_scheduleDone)
        return {};
    return {Verdict::finish, m_dataExhausted ? "data" : "schedule", {}};
}

Result<void> Coordinator::run()
{
    if (const Result<void> prepared = prepare(); !prepared)
        return prepared;
    buildChain();
    report::RunStarted& started = m_setup.started;
    started.engine_transport = m_setup.transport->name();
    started.engine_version = m_setup.transport->version();
    started.transport_settings = m_setup.transport->describe();
    started.transport_settings["workers"] = std::to_string(m_workers);
    started.steps = m_plan.steps;
    started.executor = m_plan.executor();
    started.closed_model = m_plan.closedModel();
    started.planned_duration_s = m_plan.duration_s();
    started.planned_iterations = m_plan.iterations();
    m_origin = m_lastTick = m_clock.now();
    m_nextTick = m_origin + second;
    m_events.started(started);
    m_events.state(RunState::preparing, 0.0);

    Result<void> result = startCrew();
    if (!result) {
        m_error = result.error().text();
        m_ending = {Verdict::abort, "target", m_error};
    } else if (m_crewReady = true; setUp()) {
        for (std::size_t turn = 0; turn < m_plan.turns.size() && m_ending.verdict == Verdict::proceed; ++turn)
            runTurn(turn);
    }
    wrapUp();
    if (m_ending.ended_by == "setup")
        return Error{ErrorKind::setup, m_error, {}, "try the set-up steps one by one"};
    return result;
}

Result<void> Coordinator::startCrew()
{
    m_crew = std::make_unique<Crew>(m_layout, m_queue);
    return m_crew->start(
        m_workers, [this] { return m_setup.transport->make(m_transport); },
        [this](int worker, WorkerIo& io) { return makeWorker(worker, io); });
}

/// In the worker's thread, one after another; touches only what stays as it is during the run.
std::unique_ptr<LoadWorker> Coordinator::makeWorker(int worker, WorkerIo& io)
{
    auto first = std::make_unique<Interval>(m_layout);
    first->prepare(phasesAhead());
    LoadWorker::Callbacks callbacks;
    TaskQueue& queue = m_queue;
    callbacks.signals.notice = [this, &queue](const std::string& text) {
        queue.post([this, text] { m_events.mark("notice", sinceStart(m_clock.now()), text); });
    };
    callbacks.signals.stop = [this, &queue](const std::string& endedBy, const std::string& text) {
        queue.post([this, endedBy, text] {
            m_events.mark("stop", sinceStart(m_clock.now()), text);
            m_stopSignal.raise(endedBy, text);
        });
    };
    callbacks.signals.data_exhausted = [this, &queue](const std::string& text) {
        queue.post([this, text] {
            if (!std::exchange(m_dataExhausted, true))
                m_events.mark("notice", sinceStart(m_clock.now()), text);
        });
    };
    callbacks.run_setup_done = [this, &queue](const Result<RunVariables>& outcome) {
        queue.post([this, outcome] { runSetupDone(outcome); });
    };
    callbacks.users_ready = [this, &queue](const SetupOutcome& outcome) {
        queue.post([this, outcome] {
            --m_awaited;
            m_setupOutcome.ready += outcome.ready;
            m_setupOutcome.failed += outcome.failed;
            if (m_setupOutcome.failure.empty())
                m_setupOutcome.failure = outcome.failure;
        });
    };
    callbacks.drained = [this, &queue] { queue.post([this] { ++m_drained; }); };
    HostFilter allowed = m_setup.host_allowed
        ? HostFilter(m_setup.host_allowed)
        : HostFilter([](const std::string& host) { return isLoopbackName(host); });
    return std::make_unique<LoadWorker>(m_plan, m_setup.scenario, *m_shared, m_clock, io, m_setup.masker,
        std::move(allowed), LoadWorker::Place{worker, m_workers, m_origin}, std::move(first),
        std::move(callbacks));
}

bool Coordinator::setUp()
{
    if (!m_plan.hasSetup()) {
        m_crew->forAll([](LoadWorker& worker) { worker.setUpUsers(); });
        m_awaited = m_workers;
        return pump([this] { return m_awaited == 0; });
    }
    announce(RunState::setup, m_origin);
    openSpan(Phase::setup, m_origin);
    const bool done = setUpRun() && setUpUsers();
    closeSpan(m_clock.now());
    return done;
}

bool Coordinator::setUpRun()
{
    if (!m_plan.token && m_plan.run_setup.empty())
        return true;
    m_awaited = 1;
    m_crew->first([](LoadWorker& worker) { worker.setUpRun(false); });
    return pump([this] { return m_awaited == 0; }) && m_ending.verdict == Verdict::proceed;
}

void Coordinator::runSetupDone(const Result<RunVariables>& outcome)
{
    const bool first = m_awaited > 0;
    m_awaited = 0;
    if (outcome) {
        m_crew->forAll([variables = *outcome](LoadWorker& worker) { worker.setRunVariables(variables); });
        refreshToken(*outcome);
        return;
    }
    if (first) {
        m_error = outcome.error().text();
        m_stopSignal.raise("setup", m_error);
        return;
    }
    // A refresh that failed is tried again while the old token may still be good.
    m_events.mark(
        "notice", sinceStart(m_clock.now()), "the token could not be refreshed: " + outcome.error().text());
    m_tokenAt = m_clock.now() + second;
}

/// The next token is asked for when nine tenths of the lifetime are over.
void Coordinator::refreshToken(const RunVariables& variables)
{
    for (const auto& [name, value] : variables) {
        double lifetime = 0.0;
        if (name != tokenLifetimeVariable)
            continue;
        const auto [end, error]
            = std::from_chars(value.text.data(), value.text.data() + value.text.size(), lifetime);
        if (error == std::errc() && lifetime > 0.0)
            m_tokenAt = m_clock.now() + std::max(second, Nanos{static_cast<std::int64_t>(lifetime * 0.9e9)});
    }
}

bool Coordinator::setUpUsers()
{
    m_awaited = m_workers;
    m_crew->forAll([](LoadWorker& worker) { worker.setUpUsers(); });
    if (!pump([this] { return m_awaited == 0; }))
        return false;
    if (m_setupOutcome.ready > 0 || m_setupOutcome.failed == 0)
        return true;
    m_error = m_setupOutcome.failure;
    m_stopSignal.raise("setup", m_error);
    m_ending = m_chain.ask();
    return false;
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
            m_crew->forAll([](LoadWorker& worker) { worker.cancel(); });
        }
    }
}

Nanos Coordinator::nextMoment() const
{
    Nanos next = m_nextTick;
    if (m_turn) {
        const PhasePlan phases = turnPhases();
        const Nanos now = m_clock.now();
        for (const std::optional<Nanos>& edge :
            {std::optional(phases.warmup), phases.measureEnd(), phases.end()}) {
            if (edge && m_turnStart + *edge > now)
                next = std::min(next, m_turnStart + *edge);
        }
    }
    if (m_cancelAt)
        next = std::min(next, *m_cancelAt);
    if (m_tokenAt)
        next = std::min(next, *m_tokenAt);
    return next;
}

void Coordinator::step(Nanos now)
{
    advance(now);
    if (m_cancelAt && now >= *m_cancelAt) {
        m_cancelAt.reset();
        m_crew->forAll([](LoadWorker& worker) { worker.cancel(); });
    }
    if (m_tokenAt && now >= *m_tokenAt) {
        m_tokenAt.reset();
        m_crew->first([](LoadWorker& worker) { worker.setUpRun(true); });
    }
    if (now >= m_nextTick && !m_crew->collecting()) {
        const Nanos at = m_origin + (now - m_origin) / second * second;
        m_nextTick = at + second;
        requestTick(at);
    }
}

/// Follows the phases of the turn.
void Coordinator::advance(Nanos now)
{
    if (!m_turn || m_ending.verdict != Verdict::proceed)
        return;
    const PhasePlan phases = turnPhases();
    const Nanos since = now - m_turnStart;
    if (since < Nanos{})
        return;
    if (m_state == RunState::warmup && since >= phases.warmup)
        announce(RunState::measuring, m_turnStart + phases.warmup);
    if (m_state == RunState::measuring && phases.measureEnd() && since >= *phases.measureEnd()
        && phases.cooldown > Nanos{})
        announce(RunState::cooldown, m_turnStart + *phases.measureEnd());
    if (!m_scheduleEnded && phases.end() && since >= *phases.end())
        endSchedule();
}

void Coordinator::endSchedule()
{
    m_scheduleEnded = true;
    const Nanos end = m_turnStart + *turnPhases().end();
    announce(RunState::draining, end);
    m_cancelAt = end + m_plan.graceful_stop;
    m_crew->forAll([](LoadWorker& worker) { worker.endOfSchedule(); });
}

void Coordinator::announce(RunState state, Nanos at)
{
    if (m_state == state)
        return;
    m_state = state;
    m_events.state(state, sinceStart(at));
    if (state == RunState::warmup || state == RunState::measuring || state == RunState::cooldown) {
        closeSpan(at);
        openSpan(state == RunState::warmup     ? Phase::warmup
                : state == RunState::measuring ? Phase::measure
                                               : Phase::cooldown,
            at);
    } else if (state == RunState::draining) {
        closeSpan(at);
    }
}

void Coordinator::openSpan(Phase phase, Nanos at)
{
    m_spanOpen = true;
    const auto same = std::find_if(
        m_spans.begin(), m_spans.end(), [phase](const auto& span) { return span.phase == phase; });
    m_span = static_cast<std::size_t>(same - m_spans.begin());
    if (same == m_spans.end())
        m_spans.push_back({phase, sinceStart(at), sinceStart(at)});
}

void Coordinator::closeSpan(Nanos at)
{
    if (std::exchange(m_spanOpen, false))
        m_spans[m_span].end_s = std::max(m_spans[m_span].start_s, sinceStart(at));
}

/// The hull of the groups' phases.
PhasePlan Coordinator::turnPhases() const
{
    const PlannedTurn& turn = m_plan.turns[*m_turn];
    PhasePlan hull;
    Nanos begin = Nanos::max();
    Nanos measureEnd{};
    Nanos end{};
    bool known = true;
    for (std::size_t i = 0; i < turn.groups.size(); ++i) {
        PhasePlan phases = turn.groups[i].phases;
        if (turn.groups[i].warmup_iterations > 0) {
            const std::int64_t started = m_shared->groups[m_firstGroup + i]->measure_start.load();
            phases.warmup = started >= 0 ? Nanos{started} : Nanos::max() / 4;
        }
        begin = std::min(begin, phases.warmup);
        known = known && phases.end().has_value();
        measureEnd = std::max(measureEnd, phases.measureEnd().value_or(Nanos{}));
        end = std::max(end, phases.end().value_or(Nanos{}));
    }
    hull.warmup = begin;
    if (known) {
        hull.measure = measureEnd - begin;
        hull.cooldown = end - measureEnd;
    }
    return hull;
}

void Coordinator::runTurn(std::size_t turn)
{
    m_firstGroup = 0;
    for (std::size_t i = 0; i < turn; ++i)
        m_firstGroup += m_plan.turns[i].groups.size();
    m_turn = turn;
    m_scheduleEnded = false;
    m_drained = 0;
    m_cancelAt.reset();
    const Nanos soon = m_clock.now() + startDelay;
    const bool afterSetup = m_plan.hasSetup() || turn > 0;
    // Without a set-up nothing happened yet: the run starts with its load.
    if (!afterSetup) {
        m_origin = m_lastTick = soon;
        m_nextTick = m_origin + second;
    }
    m_turnStart = afterSetup ? m_origin + ((soon - m_origin) / second + 1) * second : soon;
    m_crew->forAll([turn, start = m_turnStart, origin = m_origin](LoadWorker& worker) {
        worker.setOrigin(origin);
        worker.startTurn(turn, start);
    });
    m_state = RunState::setup;
    announce(turnPhases().warmup > Nanos{} ? RunState::warmup : RunState::measuring, m_turnStart);
    const bool drained = pump([this] { return m_drained == m_workers; });
    if (drained && !m_scheduleEnded)
        closeSpan(m_clock.now());
    if (drained && turn + 1 == m_plan.turns.size()) {
        m_scheduleDone = true;
        m_ending = m_chain.ask();
    }
}

void Coordinator::stopCrewWith(Verdict verdict)
{
    if (verdict == Verdict::abort) {
        m_crew->forAll([](LoadWorker& worker) { worker.cancel(); });
        return;
    }
    m_cancelAt = m_clock.now() + m_plan.graceful_stop;
    m_crew->forAll([](LoadWorker& worker) { worker.finish(); });
}

/// Drains, takes the last books, and says how it ended.
void Coordinator::wrapUp()
{
    const Nanos stopped = m_clock.now();
    if (!m_crewReady) {
        m_crew->stop();
        std::vector<WorkerSummary> none;
        writeFinished(none, stopped);
        return;
    }
    if (!m_scheduleDone) {
        closeSpan(stopped);
        announce(RunState::draining, stopped);
        stopCrewWith(m_ending.verdict);
        if (m_turn) {
            pumpThrough([this] { return m_drained == m_workers; });
        } else {
            // No turn has begun: what is in flight belongs to the set-up, and nothing waits for it.
            m_crew->forAll([](LoadWorker& worker) { worker.cancel(); });
        }
    }
    m_cancelAt.reset();
    m_tokenAt.reset();
    m_crew->forAll([](LoadWorker& worker) { worker.cancel(); });
    flush();
    bool summarized = false;
    std::vector<WorkerSummary> summaries;
    m_crew->summarize([&](std::vector<WorkerSummary>& all) {
        summaries = std::move(all);
        summarized = true;
    });
    pumpThrough([&summarized] { return summarized; });
    const Nanos ended = m_clock.now();
    m_crew->stop();
    m_events.slowest(summaries);
    writeFinished(summaries, ended);
}

/// A last tick with what has come since the one before. Ticks end here.
void Coordinator::flush()
{
    m_nextTick = Nanos::max();
    pumpThrough([this] { return !m_crew->collecting(); });
    bool flushed = false;
    const Nanos at = m_clock.now();
    m_crew->collect({}, [this, at, &flushed](Crew::Harvest& harvest) {
        emitTick(harvest, at);
        flushed = true;
    });
    pumpThrough([&flushed] { return flushed; });
}

std::array<bool, report::phaseCount> Coordinator::phasesAhead() const
{
    std::array<bool, report::phaseCount> phases = m_openPhases;
    phases[static_cast<std::size_t>(Phase::setup)] = m_plan.hasSetup();
    if (!m_turn) {
        const PlannedGroup& group = m_plan.turns.front().groups.front();
        const bool warmup = group.phases.warmup > Nanos{} || group.warmup_iterations > 0;
        phases[static_cast<std::size_t>(Phase::warmup)] = warmup;
        phases[static_cast<std::size_t>(Phase::measure)] = true;
        return phases;
    }
    // Two seconds ahead: the books handed out now are in use until the next tick has been served.
    const Nanos now = m_clock.now();
    for (const Nanos ahead : {Nanos{}, second, 2 * second})
        phases[static_cast<std::size_t>(phaseNow(now + ahead))] = true;
    if (m_ending.verdict == Verdict::proceed && m_state == RunState::warmup)
        phases[static_cast<std::size_t>(Phase::measure)] = true;
    return phases;
}

Phase Coordinator::phaseNow(Nanos now) const
{
    if (!m_turn)
        return Phase::setup;
    return turnPhases().phaseAt(now - m_turnStart);
}

void Coordinator::requestTick(Nanos at)
{
    m_crew->collect(phasesAhead(), [this, at](Crew::Harvest& harvest) { emitTick(harvest, at); });
}

std::optional<double> Coordinator::plannedRate(Nanos now) const
{
    if (!m_turn || m_plan.closedModel())
        return std::nullopt;
    const double since = std::chrono::duration<double>(now - m_turnStart).count();
    double sum = 0.0;
    for (const PlannedGroup& group : m_plan.turns[*m_turn].groups) {
        if (group.open && since >= 0.0 && since < group.curve.duration_s())
            sum += group.curve.valueAt(since);
    }
    return sum;
}

void Coordinator::emitTick(Crew::Harvest& harvest, Nanos at)
{
    m_openPhases = harvest.open_phases;
    noteRecorded(*harvest.interval);
    m_usersMax = std::max(m_usersMax, harvest.users);
    m_events.samples(harvest.failing);
    report::Tick tick;
    tick.at_s = sinceStart(at);
    tick.interval_s = std::chrono::duration<double>(at - m_lastTick).count();
    tick.phase = phaseNow(at);
    tick.vus = harvest.users;
    tick.in_flight = harvest.in_flight;
    tick.backlog = harvest.backlog;
    // At the middle of the interval, so that a row says what was asked for in it.
    tick.planned_rate = plannedRate(at - (at - m_lastTick) / 2);
    if (tick.interval_s > 0.0 && harvest.cpu >= m_lastCpu)
        tick.generator_cpu_pct
            = 100.0 * std::chrono::duration<double>(harvest.cpu - m_lastCpu).count() / tick.interval_s;
    m_lastCpu = harvest.cpu;
    m_lastTick = at;
    m_events.tick(tick, *harvest.interval);
}

void Coordinator::noteRecorded(const Interval& interval)
{
    for (int p = 0; p < report::phaseCount; ++p) {
        const IterationCell* cell = interval.findIterations(static_cast<Phase>(p));
        if (cell != nullptr && !cell->empty())
            m_recorded[static_cast<std::size_t>(p)] = true;
    }
}

/// Later requests of iterations begun in time are in the cool-down's books, so the cool-down has a span too.
void Coordinator::addDrainSpan(Nanos ended)
{
    const bool known = std::any_of(
        m_spans.begin(), m_spans.end(), [](const auto& span) { return span.phase == Phase::cooldown; });
    if (known || !m_recorded[static_cast<std::size_t>(Phase::cooldown)])
        return;
    const double start = m_spans.empty() ? 0.0 : m_spans.back().end_s;
    m_spans.push_back({Phase::cooldown, start, std::max(start, sinceStart(ended))});
}

report::SkippedStep Coordinator::skipped(int step, const std::string& reason, std::int64_t times) const
{
    const report::StepInfo& info = m_plan.steps[static_cast<std::size_t>(step)];
    return {info.name, info.pattern, reason, times};
}

void Coordinator::writeFinished(std::vector<WorkerSummary>& summaries, Nanos ended)
{
    report::Finished finished;
    finished.at_s = sinceStart(ended);
    finished.ended_by = m_ending.ended_by;
    finished.partial = m_ending.ended_by != "schedule" && m_ending.ended_by != "data";
    finished.users_max = m_usersMax;
    finished.error = m_error;
    addDrainSpan(ended);
    finished.phases = m_spans;
    std::map<std::pair<int, Phase>, std::int64_t> unfinished;
    std::map<std::pair<int, std::string>, std::int64_t> skips;
    Recorder::Span measured;
    for (const WorkerSummary& summary : summaries) {
        for (const Unfinished& request : summary.unfinished) {
            ++unfinished[{request.step, request.phase}];
            finished.unfinished_ages.push_back(std::chrono::duration<double>(request.age).count());
        }
        for (const auto& [what, times] : summary.skipped)
            skips[what] += times;
        if (summary.measured.first) {
            measured.first = measured.first ? std::min(*measured.first, *summary.measured.first)
                                            : summary.measured.first;
            measured.last
                = measured.last ? std::max(*measured.last, *summary.measured.last) : summary.measured.last;
        }
    }
    for (const auto& [where, count] : unfinished)
        finished.unfinished.push_back({where.first, where.second, count});
    for (const auto& [what, times] : skips)
        finished.skipped.push_back(skipped(what.first, what.second, times));
    if (m_plan.executor() == "shared-iterations" && measured.first)
        finished.makespan_ms
            = std::chrono::duration<double, std::milli>(*measured.last - *measured.first).count();
    m_events.state(RunState::finished, finished.at_s);
    m_events.finished(std::move(finished));
}

} // namespace plumb::engine
