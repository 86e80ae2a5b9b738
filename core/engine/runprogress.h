// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/eventwriter.h"
#include "engine/turnclock.h"

#include <array>
#include <optional>
#include <vector>

namespace plumb::engine {

/// Where the run stands: its state, the turn under way, and the phases as they really were. Every change of
/// state becomes an event.
class RunProgress
{
public:
    using Phases = std::array<bool, report::phaseCount>;
    RunProgress(const RunPlan& plan, const RunShared& shared, EventWriter& events);

    void startAt(Nanos origin) { m_origin = origin; } ///< what times in events count from
    [[nodiscard]] Nanos origin() const { return m_origin; }
    [[nodiscard]] double sinceStart(Nanos time) const; ///< seconds; 0 before startAt()
    [[nodiscard]] const TurnClock& turn() const { return m_turn; }

    /// Tells @p state unless it is the present one, with the phase that begins or ends with it.
    void announce(report::RunState state, Nanos at);
    void beginTurn(std::size_t turn, Nanos start);
    void change(const GroupChange& change) { m_turn.change(change); }
    /// Follows the phases of the turn; true when its schedule has come to its end, once.
    bool follow(Nanos now);
    [[nodiscard]] bool scheduleEnded() const { return m_scheduleEnded; }
    /// The phase under way ends here.
    void closePhase(Nanos at);

    /// What may be recorded within two seconds from @p now: the books handed out now are in use until the
    /// next tick has been served. @p goingOn: nothing wants to end the run.
    [[nodiscard]] Phases phasesAhead(Nanos now, bool goingOn) const;
    /// When each turn was measured; empty where there is only one.
    [[nodiscard]] std::vector<report::Finished::TurnSpan> turns() const;
    /// One span per phase, which turns widen. Later requests of iterations begun in time are in the
    /// cool-down's books, so with @p drained the cool-down has a span too, that ends at @p ended.
    [[nodiscard]] std::vector<report::Finished::PhaseSpan> spans(bool drained, Nanos ended) const;

private:
    void openPhase(Phase phase, Nanos at);

    const RunPlan& m_plan;
    EventWriter& m_events;
    TurnClock m_turn;
    Nanos m_origin{};
    report::RunState m_state = report::RunState::preparing;
    bool m_scheduleEnded = false; ///< of the turn
    std::vector<report::Finished::PhaseSpan> m_spans;
    std::optional<std::size_t> m_open; ///< of m_spans
    int m_turnNumber = 0;
    std::vector<report::Finished::TurnSpan> m_turnSpans;
};

} // namespace plumb::engine
