// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/turnclock.h"

#include <algorithm>

namespace plumb::engine {

TurnClock::TurnClock(const RunPlan& plan, const RunShared& shared)
    : m_plan(plan)
    , m_shared(shared)
{
}

void TurnClock::begin(std::size_t turn, Nanos start)
{
    m_firstGroup = 0;
    for (std::size_t i = 0; i < turn; ++i)
        m_firstGroup += m_plan.turns[i].groups.size();
    m_turn = turn;
    m_start = start;
    m_curves.clear();
    m_most.clear();
    for (const PlannedGroup& group : plan().groups) {
        m_curves.push_back(group.curve);
        m_most.push_back(group.users);
    }
}

void TurnClock::change(const GroupChange& change)
{
    const bool open = plan().groups[change.group].open;
    if (change.users && (open || plan().groups[change.group].burst))
        m_most[change.group] = *change.users;
    const std::optional<double> level = open ? change.rate : std::optional<double>(change.users);
    if (!level)
        return;
    LinearCurve& curve = m_curves[change.group];
    curve = curve.heldFrom(onCurve(change.group, m_start + change.at), *level);
}

/// Seconds along the curve of a group: where warm-up iterations come first, it begins when they are through.
double TurnClock::onCurve(std::size_t group, Nanos time) const
{
    Nanos start = m_start;
    if (plan().groups[group].warmup_iterations > 0)
        start += phasesOf(plan().groups[group], *m_shared.groups[m_firstGroup + group]).warmup;
    return std::max(0.0, std::chrono::duration<double>(time - start).count());
}

PhasePlan TurnClock::phases() const
{
    const PlannedTurn& turn = plan();
    PhasePlan hull;
    Nanos begin = Nanos::max();
    Nanos measureEnd{};
    Nanos end{};
    bool known = true;
    for (std::size_t i = 0; i < turn.groups.size(); ++i) {
        const PhasePlan phases = phasesOf(turn.groups[i], *m_shared.groups[m_firstGroup + i]);
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

Phase TurnClock::phaseAt(Nanos time) const
{
    return m_turn ? phases().phaseAt(time - m_start) : Phase::setup;
}

std::optional<Nanos> TurnClock::nextEdge(Nanos now) const
{
    if (!m_turn)
        return std::nullopt;
    std::optional<Nanos> next;
    const PhasePlan plan = phases();
    for (const std::optional<Nanos>& edge : {std::optional(plan.warmup), plan.measureEnd(), plan.end()}) {
        if (edge && m_start + *edge > now)
            next = std::min(next.value_or(Nanos::max()), m_start + *edge);
    }
    return next;
}

std::optional<double> TurnClock::plannedRate(Nanos time) const
{
    if (!m_turn || m_plan.closedModel())
        return std::nullopt;
    const double since = std::chrono::duration<double>(time - m_start).count();
    double sum = 0.0;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (plan().groups[i].open && since >= 0.0 && since < m_curves[i].duration_s())
            sum += m_curves[i].valueAt(since);
    }
    return sum;
}

std::vector<report::LoadTick> TurnClock::loads(Nanos time) const
{
    std::vector<report::LoadTick> loads;
    if (!m_turn)
        return loads;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const double since = onCurve(i, time);
        const double level = since < m_curves[i].duration_s() ? m_curves[i].valueAt(since) : 0.0;
        const PlannedGroup& group = plan().groups[i];
        const bool counted = !group.open && group.budget != Budget::time;
        loads.push_back({static_cast<int>(m_firstGroup + i), counted ? m_most[i] : level, m_most[i]});
    }
    return loads;
}

} // namespace plumb::engine
