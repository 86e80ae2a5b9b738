// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runprogress.h"

#include <algorithm>

namespace plumb::engine {

using report::RunState;

namespace {

constexpr Nanos second = std::chrono::seconds(1);

} // namespace

RunProgress::RunProgress(const RunPlan& plan, const RunShared& shared, EventWriter& events)
    : m_plan(plan)
    , m_events(events)
    , m_turn(plan, shared)
{
}

double RunProgress::sinceStart(Nanos time) const
{
    return m_origin > Nanos{} ? std::chrono::duration<double>(time - m_origin).count() : 0.0;
}

void RunProgress::announce(RunState state, Nanos at)
{
    if (m_state == state)
        return;
    m_state = state;
    m_events.state(state, sinceStart(at));
    if (const std::optional<Phase> phase = phaseOf(state)) {
        closePhase(at);
        openPhase(*phase, at);
    } else if (state == RunState::draining) {
        closePhase(at);
    }
}

void RunProgress::beginTurn(std::size_t turn, Nanos start)
{
    m_turn.begin(turn, start);
    m_turnNumber = static_cast<int>(turn);
    m_scheduleEnded = false;
    m_state = RunState::preparing; // a turn's first phase is told also where it is the last one's
    announce(m_turn.phases().warmup > Nanos{} ? RunState::warmup : RunState::measuring, start);
}

bool RunProgress::follow(Nanos now)
{
    if (!m_turn.begun())
        return false;
    const PhasePlan phases = m_turn.phases();
    const Nanos since = now - m_turn.start();
    if (since < Nanos{})
        return false;
    if (m_state == RunState::warmup && since >= phases.warmup)
        announce(RunState::measuring, m_turn.start() + phases.warmup);
    if (m_state == RunState::measuring && phases.measureEnd() && since >= *phases.measureEnd()
        && phases.cooldown > Nanos{})
        announce(RunState::cooldown, m_turn.start() + *phases.measureEnd());
    if (m_scheduleEnded || !phases.end() || since < *phases.end())
        return false;
    m_scheduleEnded = true;
    announce(RunState::draining, m_turn.start() + *phases.end());
    return true;
}

void RunProgress::openPhase(Phase phase, Nanos at)
{
    const auto same = std::find_if(
        m_spans.begin(), m_spans.end(), [phase](const auto& span) { return span.phase == phase; });
    m_open = static_cast<std::size_t>(same - m_spans.begin());
    if (same == m_spans.end())
        m_spans.push_back({phase, sinceStart(at), sinceStart(at)});
    if (phase == Phase::measure)
        m_turnSpans.push_back({m_turnNumber, sinceStart(at), sinceStart(at)});
}

void RunProgress::closePhase(Nanos at)
{
    const std::optional<std::size_t> open = std::exchange(m_open, std::nullopt);
    if (!open)
        return;
    m_spans[*open].end_s = std::max(m_spans[*open].start_s, sinceStart(at));
    if (m_spans[*open].phase == Phase::measure)
        m_turnSpans.back().end_s = std::max(m_turnSpans.back().start_s, sinceStart(at));
}

std::vector<report::Finished::TurnSpan> RunProgress::turns() const
{
    return m_plan.turns.size() > 1 ? m_turnSpans : std::vector<report::Finished::TurnSpan>();
}

RunProgress::Phases RunProgress::phasesAhead(Nanos now, bool goingOn) const
{
    Phases phases{};
    phases[static_cast<std::size_t>(Phase::setup)] = m_plan.hasSetup();
    if (!m_turn.begun()) {
        const PlannedGroup& group = m_plan.turns.front().groups.front();
        const bool warmup = group.phases.warmup > Nanos{} || group.warmup_iterations > 0;
        phases[static_cast<std::size_t>(Phase::warmup)] = warmup;
        phases[static_cast<std::size_t>(Phase::measure)] = true;
        return phases;
    }
    for (const Nanos ahead : {Nanos{}, second, 2 * second})
        phases[static_cast<std::size_t>(m_turn.phaseAt(now + ahead))] = true;
    if (goingOn && m_state == RunState::warmup)
        phases[static_cast<std::size_t>(Phase::measure)] = true;
    return phases;
}

std::vector<report::Finished::PhaseSpan> RunProgress::spans(bool drained, Nanos ended) const
{
    std::vector<report::Finished::PhaseSpan> spans = m_spans;
    const bool known = std::any_of(
        spans.begin(), spans.end(), [](const auto& span) { return span.phase == Phase::cooldown; });
    if (drained && !known) {
        const double start = spans.empty() ? 0.0 : spans.back().end_s;
        spans.push_back({Phase::cooldown, start, std::max(start, sinceStart(ended))});
    }
    return spans;
}

} // namespace plumb::engine
