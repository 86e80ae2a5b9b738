// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/livechange.h"
#include "engine/workercontext.h"

#include <optional>

namespace plumb::engine {

/// The time line of the turn under way: the hull of its groups' phases, and what the schedule asks for when.
class TurnClock
{
public:
    TurnClock(const RunPlan& plan, const RunShared& shared);

    void begin(std::size_t turn, Nanos start);
    [[nodiscard]] bool begun() const { return m_turn.has_value(); } ///< also after its end
    [[nodiscard]] Nanos start() const { return m_start; }
    /// From the first group's warm-up to the last one's end; of a turn that has begun.
    [[nodiscard]] PhasePlan phases() const;
    /// The set-up before the first turn.
    [[nodiscard]] Phase phaseAt(Nanos time) const;
    /// The next moment after @p now at which a phase ends.
    [[nodiscard]] std::optional<Nanos> nextEdge(Nanos now) const;
    [[nodiscard]] const PlannedTurn& plan() const { return m_plan.turns[*m_turn]; } ///< of the turn
    [[nodiscard]] std::size_t firstGroup() const { return m_firstGroup; } ///< among all groups of the run
    /// From change.at on the rate is another one, or the users are.
    void change(const GroupChange& change);
    /// Iterations per second that the open groups are asked for at @p time; nothing in closed models.
    [[nodiscard]] std::optional<double> plannedRate(Nanos time) const;
    /// What each load of the turn is asked for at @p time; empty before the first turn.
    [[nodiscard]] std::vector<report::LoadTick> loads(Nanos time) const;

private:
    [[nodiscard]] double onCurve(std::size_t group, Nanos time) const;

    const RunPlan& m_plan;
    const RunShared& m_shared;
    std::optional<std::size_t> m_turn;
    std::size_t m_firstGroup = 0; ///< of the turn, in m_shared.groups
    Nanos m_start{};
    std::vector<LinearCurve> m_curves; ///< by group, as changed
    std::vector<int> m_most; ///< users there may be, by group, as changed
};

} // namespace plumb::engine
