// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/loadgroup.h"
#include "engine/vuschedule.h"

#include <map>

namespace plumb::engine {

/// Users that loop: as many as the schedule says, until the time is over or the iterations are used up. What
/// starts is what was planned: planned = started, also when stopped half-way.
class ClosedGroup final : public LoadGroup
{
public:
    ClosedGroup(WorkerContext& context, const PlannedGroup& plan, RunShared::Progress& progress, Ids ids,
        std::function<void()> changed);

    void setUpFirst() override;
    void start(Nanos t0) override;
    void change(const GroupChange& change) override;
    void endOfSchedule() override;
    void finish() override;
    void cancel() override;
    [[nodiscard]] bool done() const override;
    [[nodiscard]] int activeUsers() const override;
    void iterationEnded(VirtualUser& user) override;

protected:
    void readyToWork(std::size_t user) override;
    void lost(std::size_t user) override;

private:
    enum class State { parked, settingUp, busy, waiting, gone };
    struct Slot
    {
        State state = State::parked;
        const PlannedPattern* pattern = nullptr;
        std::int64_t iterations = 0;
        std::uint64_t timer = 0;
    };
    /// Whether another iteration may begin at @p due, and the phase it is bound to.
    struct Claim
    {
        bool granted = false;
        std::optional<Phase> phase;
    };

    void addSlots();
    void scheduleChange(std::size_t change);
    void awaitWarmup();
    void awaitEnd();
    [[nodiscard]] Nanos scheduleStart() const;
    void account(std::int64_t iterations, Nanos at);
    void leave(std::size_t user);
    void applyLiveChange(Nanos at);
    void applyActive(int users);
    void wake(std::size_t user);
    void iterate(std::size_t user, Nanos due);
    void wait(std::size_t user, Nanos until);
    void park(std::size_t user);
    Claim claim(std::size_t user, Nanos due);
    [[nodiscard]] bool timeIsOver(Nanos due) const;
    [[nodiscard]] bool wanted(std::size_t user) const;

    VuSchedule m_schedule;
    std::vector<Slot> m_slots;
    std::map<Nanos, int> m_liveChanges; ///< users from then on; still to come
    std::optional<Nanos> m_heldFrom; ///< live changes have taken over from the schedule
    int m_active = 0; ///< users the schedule wants now
    bool m_ended = false;
};

} // namespace plumb::engine
