// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/closedgroup.h"

#include "engine/weights.h"

#include <algorithm>

namespace plumb::engine {

namespace {
/// An iteration that had nothing to send (all steps skipped) must not turn the loop into a spin.
constexpr Nanos idlePause = std::chrono::milliseconds(1);
constexpr Nanos warmupLook = std::chrono::milliseconds(100);
constexpr Nanos endGrace = std::chrono::seconds(1);
} // namespace

ClosedGroup::ClosedGroup(WorkerContext& context, const PlannedGroup& plan, RunShared::Progress& progress,
    Ids ids, std::function<void()> changed)
    : LoadGroup(context, plan, progress, ids, std::move(changed))
    , m_schedule(plan.curve)
{
    addSlots();
}

/// For users that have none yet.
void ClosedGroup::addSlots()
{
    const std::vector<int> patterns = assign(m_plan.users, m_plan.weights);
    for (std::size_t i = m_slots.size(); i < m_users.size(); ++i) {
        const int index = groupIndex(i);
        const int pattern = index < m_plan.users ? patterns[static_cast<std::size_t>(index)]
                                                 : pickForArrival(index, m_plan.weights);
        m_slots.push_back({State::parked, &m_plan.patterns[static_cast<std::size_t>(pattern)], 0, 0});
    }
}

void ClosedGroup::setUpFirst()
{
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (groupIndex(i) < m_plan.set_up_before) {
            m_slots[i].state = State::settingUp;
            beginSetup(i);
        }
    }
}

void ClosedGroup::start(Nanos t0)
{
    m_start = t0;
    m_started = true;
    if (m_plan.budget == Budget::time && m_plan.warmup_iterations > 0) {
        m_context.timers.add(t0, [this] { applyActive(m_plan.set_up_before); });
        awaitWarmup();
    } else if (m_schedule.changes().empty()) {
        m_context.timers.add(t0, [this] { applyActive(m_plan.users); });
    } else {
        scheduleChange(0);
    }
    if (m_plan.budget == Budget::time)
        awaitEnd();
}

/// The schedule begins when the warm-up iterations are through; any worker may do the last of them.
void ClosedGroup::awaitWarmup()
{
    m_context.timers.add(std::max(m_start, now()) + warmupLook, [this] {
        if (m_ended || m_finishing)
            return;
        if (measureKnown())
            scheduleChange(0);
        else
            awaitWarmup();
    });
}

Nanos ClosedGroup::scheduleStart() const
{
    return m_start
        + (m_plan.warmup_iterations > 0 && m_plan.budget == Budget::time ? phases().warmup : Nanos{});
}

/// A group of limited time ends by itself where the turn has no end of its own, because another group has
/// iterations to do. Elsewhere the coordinator says so first.
void ClosedGroup::awaitEnd()
{
    // While warm-up iterations are under way the end is not known; any worker may do the last of them.
    const std::optional<Nanos> end
        = measureKnown() ? std::optional(m_start + *phases().end() + endGrace) : std::nullopt;
    m_context.timers.add(
        end.value_or(std::max(m_start, now()) + warmupLook), [this, known = end.has_value()] {
            if (m_ended || m_finishing)
                return;
            if (known)
                endOfSchedule();
            else
                awaitEnd();
        });
}

void ClosedGroup::scheduleChange(std::size_t change)
{
    if (change >= m_schedule.changes().size())
        return;
    const Nanos at = scheduleStart() + m_schedule.changes()[change].at;
    m_context.timers.add(at, [this, change, at] {
        if (m_heldFrom && at - m_start >= *m_heldFrom)
            return;
        applyActive(m_schedule.changes()[change].users);
        scheduleChange(change + 1);
    });
}

void ClosedGroup::change(const GroupChange& change)
{
    if (!change.users || m_plan.budget != Budget::time)
        return;
    // A second change for the same moment takes the place of the first.
    const bool known = m_liveChanges.contains(change.at);
    m_liveChanges[change.at] = *change.users;
    m_heldFrom = std::min(m_heldFrom.value_or(change.at), change.at);
    if (!known)
        m_context.timers.add(m_start + change.at, [this, at = change.at] { applyLiveChange(at); });
}

void ClosedGroup::applyLiveChange(Nanos at)
{
    const int users = m_liveChanges.extract(at).mapped();
    if (m_finishing || m_ended)
        return;
    growTo(users);
    addSlots();
    applyActive(users);
    m_changed();
}

void ClosedGroup::applyActive(int users)
{
    m_active = users;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (wanted(i) && m_slots[i].state == State::parked)
            wake(i);
        else if (!wanted(i) && m_slots[i].state == State::waiting)
            park(i);
    }
}

bool ClosedGroup::wanted(std::size_t user) const
{
    return m_started && !m_finishing && !m_ended && groupIndex(user) < m_active;
}

void ClosedGroup::wake(std::size_t user)
{
    if (m_users[user]->isSetUp()) {
        iterate(user, now());
        return;
    }
    m_slots[user].state = State::settingUp;
    beginSetup(user);
}

void ClosedGroup::readyToWork(std::size_t user)
{
    m_slots[user].state = State::parked;
    if (wanted(user))
        iterate(user, now());
}

void ClosedGroup::lost(std::size_t user)
{
    leave(user);
}

bool ClosedGroup::timeIsOver(Nanos due) const
{
    const std::optional<Nanos> end = measureKnown() ? phases().end() : std::nullopt;
    return end && due - m_start >= *end;
}

ClosedGroup::Claim ClosedGroup::claim(std::size_t user, Nanos due)
{
    if (m_plan.warmup_iterations > 0
        && m_progress.claimed.load(std::memory_order_relaxed) < m_plan.warmup_iterations
        && m_progress.claimed.fetch_add(1, std::memory_order_relaxed) < m_plan.warmup_iterations)
        return {true, Phase::warmup};
    if (m_plan.budget != Budget::time && due - m_start < m_plan.phases.warmup)
        return {true, Phase::warmup};
    if (m_plan.warmup_iterations > 0) {
        std::int64_t unknown = -1;
        m_progress.measure_start.compare_exchange_strong(
            unknown, (due - m_start).count(), std::memory_order_relaxed);
    }
    if (m_plan.budget == Budget::time)
        return {!timeIsOver(due), std::nullopt};
    std::int64_t& own = m_slots[user].iterations;
    const bool measured = m_plan.budget == Budget::perUser
        ? own < m_plan.iterations
        : m_progress.shared.fetch_add(1, std::memory_order_relaxed) < m_plan.iterations;
    if (measured) {
        ++own;
        return {true, Phase::measure};
    }
    // The others go on while the last measured ones are under way, and after them for the cool-down.
    return {m_plan.phases.cooldown > Nanos{} && !timeIsOver(due), Phase::cooldown};
}

/// Counted iterations that have ended, or never will.
void ClosedGroup::account(std::int64_t iterations, Nanos at)
{
    if (iterations > 0
        && m_progress.measured.fetch_add(iterations) + iterations == m_plan.measured().value_or(-1))
        m_progress.measure_end = (at - m_start).count();
}

void ClosedGroup::leave(std::size_t user)
{
    m_slots[user].state = State::gone;
    if (m_plan.budget == Budget::perUser)
        account(m_plan.iterations - m_slots[user].iterations, now());
}

void ClosedGroup::iterate(std::size_t user, Nanos due)
{
    Slot& slot = m_slots[user];
    if (!wanted(user) || timeIsOver(due)) {
        park(user);
        return;
    }
    if (!m_users[user]->drawData()) {
        leave(user);
        m_changed();
        return;
    }
    const Claim claimed = claim(user, due);
    if (!claimed.granted) {
        park(user);
        return;
    }
    slot.state = State::busy;
    const Phase phase = claimed.phase.value_or(phaseAt(due));
    m_context.recorder.planned(phase);
    m_users[user]->begin({slot.pattern, due, phase, claimed.phase.has_value(), false});
}

void ClosedGroup::park(std::size_t user)
{
    ++m_slots[user].timer;
    m_slots[user].state = State::parked;
    m_changed();
}

void ClosedGroup::iterationEnded(VirtualUser& user)
{
    const std::size_t index = indexOf(user);
    Slot& slot = m_slots[index];
    slot.state = State::parked;
    if (m_plan.budget != Budget::time && user.iteration().phase == Phase::measure)
        account(1, user.endedAt());
    if (!wanted(index)) {
        m_changed();
        return;
    }
    Nanos due = user.endedAt() + user.pause();
    if (slot.pattern->pacing)
        due = std::max(user.endedAt(), user.iteration().intended + *slot.pattern->pacing);
    if (!user.sentAny())
        due = std::max(due, now() + idlePause);
    if (due <= now())
        iterate(index, due);
    else
        wait(index, due);
}

void ClosedGroup::wait(std::size_t user, Nanos until)
{
    m_slots[user].state = State::waiting;
    m_context.timers.add(until, [this, user, until, timer = ++m_slots[user].timer] {
        if (timer != m_slots[user].timer)
            return;
        m_context.recorder.sendLag(now() - until);
        iterate(user, until);
    });
}

void ClosedGroup::endOfSchedule()
{
    m_ended = true;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].state == State::waiting)
            park(i);
    }
    m_changed();
}

void ClosedGroup::finish()
{
    LoadGroup::finish();
    endOfSchedule();
}

void ClosedGroup::cancel()
{
    LoadGroup::cancel();
    for (Slot& slot : m_slots) {
        ++slot.timer;
        slot.state = State::gone;
    }
}

bool ClosedGroup::done() const
{
    const auto is = [this](auto... states) {
        return std::all_of(m_slots.begin(), m_slots.end(),
            [=](const Slot& slot) { return ((slot.state == states) || ...); });
    };
    if (is(State::gone))
        return true;
    if (!m_started && !m_finishing)
        return false;
    // Until the schedule has called the last user, those that are parked may not have had their turn.
    const bool counted = m_plan.budget != Budget::time && m_active >= m_plan.users;
    return (counted || m_ended || m_finishing) && is(State::parked, State::gone);
}

int ClosedGroup::activeUsers() const
{
    return static_cast<int>(std::count_if(m_slots.begin(), m_slots.end(),
        [](const Slot& slot) { return slot.state == State::busy || slot.state == State::waiting; }));
}

} // namespace plumb::engine
