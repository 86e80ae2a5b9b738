// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/loadworker.h"

#include <algorithm>

namespace plumb::engine {

namespace {
/// Often enough for a p99 of each second, and a thousandth of a core.
constexpr Nanos heartbeat = std::chrono::milliseconds(10);
} // namespace

void LoadWorker::RunSetupOwner::userReady(VirtualUser&)
{
    done({});
}

void LoadWorker::RunSetupOwner::userFailed(VirtualUser&, const std::string& why)
{
    done(why);
}

LoadWorker::LoadWorker(const RunPlan& plan, const scenario::CompiledScenario& scenario, RunShared& shared,
    const Clock& clock, WorkerIo& io, std::shared_ptr<scenario::Masker> masker, HostFilter hostAllowed,
    Place place, std::unique_ptr<Interval> first, Callbacks callbacks)
    : m_clock(clock)
    , m_timers(*io.reactor)
    , m_recorder(std::move(first))
    , m_sampler(plan.steps.size())
    , m_secrets(std::move(masker))
    , m_hostAllowed(std::move(hostAllowed))
    , m_callbacks(std::move(callbacks))
    , m_runVariables(std::make_shared<scenario::VariableScope>(scenario.variables))
    , m_context{plan, scenario, shared, clock, *io.transport, m_timers, m_recorder, m_sampler, m_secrets,
          m_hostAllowed, m_callbacks.signals, m_runVariables, place.origin, place.worker, place.workers, 0,
          {}, {}}
    , m_runSetup(plan.run_setup)
{
    io.reactor->onWake([this] { wake(); });
    if (plan.token) {
        m_tokenOnly.push_back({*plan.token, {}});
        m_runSetup.insert(m_runSetup.begin(), m_tokenOnly.front());
    }
    const int runUser = plan.users();
    const int groups = static_cast<int>(shared.groups.size());
    LoadGroup::Ids ids{0, runUser + 1, groups};
    std::size_t progress = 0;
    for (const PlannedTurn& turn : plan.turns) {
        m_turns.emplace_back();
        for (const PlannedGroup& group : turn.groups) {
            m_turns.back().push_back(
                makeLoadGroup(m_context, group, *shared.groups[progress++], ids, [this] { changed(); }));
            ids.first += group.users;
            ++ids.added;
        }
    }
    m_runOwner.done = [this](const std::string& failure) { runSetupDone(failure); };
    m_runUser = std::make_unique<VirtualUser>(m_context, m_runOwner, runUser, m_context.next_slot++);
}

int LoadWorker::slots(const RunPlan& plan, int workers)
{
    int slots = 1; // the user that sets up the run
    for (const PlannedTurn& turn : plan.turns) {
        for (const PlannedGroup& group : turn.groups)
            slots += (group.users + workers - 1) / workers;
    }
    return slots;
}

void LoadWorker::wake()
{
    m_timers.runDue(m_clock.now());
}

void LoadWorker::setUpRun(bool tokenOnly)
{
    if (m_runUser->busy())
        return;
    m_runAsked = !tokenOnly;
    m_runUser->setUp(tokenOnly ? m_tokenOnly : m_runSetup);
}

void LoadWorker::runSetupDone(const std::string& failure)
{
    m_runAsked = false;
    if (!failure.empty()) {
        m_callbacks.run_setup_done(Error{ErrorKind::setup, failure, {}, {}});
        return;
    }
    RunVariables variables;
    for (const PlannedSetup& setup : m_runSetup) {
        std::vector<const PlannedStep*> steps{&setup.step};
        for (const PlannedStep& remedy : setup.on_failure)
            steps.push_back(&remedy);
        for (const PlannedStep* step : steps) {
            for (const scenario::Extract& extract : step->step->step().extract) {
                if (const scenario::Value* value = m_runUser->state().variables->find(extract.as))
                    variables.emplace_back(extract.as, *value);
            }
        }
    }
    m_callbacks.run_setup_done(std::move(variables));
}

void LoadWorker::setRunVariables(const RunVariables& variables)
{
    for (const auto& [name, value] : variables) {
        m_secrets.note(value.text);
        m_runVariables->set(name, value);
    }
}

void LoadWorker::setUpUsers()
{
    for (const auto& turn : m_turns) {
        for (const auto& group : turn)
            group->setUpFirst();
    }
    m_usersAsked = true;
    changed();
}

void LoadWorker::startTurn(std::size_t turn, Nanos t0)
{
    m_turn = turn;
    m_drainedTold = false;
    for (const auto& group : m_turns[turn])
        group->start(t0);
    m_nextBeat = t0;
    m_timers.add(t0, [this, t0] { beat(t0); });
    changed();
}

/// As long as a turn is under way.
void LoadWorker::beat(Nanos due)
{
    if (m_drainedTold || due != m_nextBeat)
        return;
    const Nanos late = m_clock.now() - due;
    m_recorder.loopDelay(late, heartbeat);
    m_nextBeat = due + (late / heartbeat + 1) * heartbeat;
    m_timers.add(m_nextBeat, [this, next = m_nextBeat] { beat(next); });
}

void LoadWorker::changed()
{
    // Groups call this in the middle of their own changes, where another answer may follow at once.
    if (m_inChanged)
        return;
    m_inChanged = true;
    if (m_usersAsked) {
        SetupOutcome outcome;
        bool ready = true;
        for (const auto& turn : m_turns) {
            for (const auto& group : turn) {
                ready = ready && group->ready();
                outcome.ready += group->setUpCount();
                outcome.failed += group->failedCount();
                if (outcome.failure.empty())
                    outcome.failure = group->failure();
            }
        }
        if (ready) {
            m_usersAsked = false;
            m_callbacks.users_ready(outcome);
        }
    }
    if (m_turn && !m_drainedTold) {
        const auto& groups = m_turns[*m_turn];
        if (std::all_of(groups.begin(), groups.end(), [](const auto& group) { return group->done(); })) {
            m_drainedTold = true;
            m_callbacks.drained();
        }
    }
    m_inChanged = false;
}

void LoadWorker::change(const GroupChange& change)
{
    if (m_turn)
        m_turns[*m_turn][change.group]->change(change);
}

void LoadWorker::burst(const BurstOrder& order)
{
    if (m_turn)
        m_turns[*m_turn][order.group]->burst(order);
}

void LoadWorker::endOfSchedule()
{
    if (!m_turn)
        return;
    for (const auto& group : m_turns[*m_turn])
        group->endOfSchedule();
    changed();
}

void LoadWorker::finish()
{
    m_runUser->finishSoon();
    for (const auto& turn : m_turns) {
        for (const auto& group : turn)
            group->finish();
    }
    changed();
}

void LoadWorker::cancel()
{
    m_runUser->cancel();
    if (m_runAsked)
        runSetupDone("the run was stopped");
    for (const auto& turn : m_turns) {
        for (const auto& group : turn)
            group->cancel();
    }
    changed();
}

WorkerReport LoadWorker::swap(std::unique_ptr<Interval> fresh)
{
    WorkerReport report;
    report.interval = m_recorder.swap(std::move(fresh));
    report.failing = m_sampler.takeFailing();
    for (const auto& turn : m_turns) {
        for (const auto& group : turn) {
            report.users += group->activeUsers();
            report.in_flight += group->inFlight();
            report.backlog += group->backlog();
            group->markOpenPhases(report.open_phases);
        }
    }
    report.in_flight += m_runUser->inFlight() ? 1 : 0;
    return report;
}

WorkerSummary LoadWorker::summary()
{
    return {m_sampler.takeSlow(), m_context.unfinished, m_context.skipped, m_recorder.measured()};
}

} // namespace plumb::engine
