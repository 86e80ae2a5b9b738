// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/livechange.h"
#include "engine/virtualuser.h"

#include <functional>
#include <memory>
#include <vector>

namespace plumb::engine {

/// One worker's share of a group: its users and what sends them to work. User i of the group belongs to
/// worker i mod W.
class LoadGroup : public UserOwner
{
public:
    /// Run-wide ids of the group's users. Those that a live change adds have ids behind all planned ones,
    /// where the groups take turns.
    struct Ids
    {
        int first = 0; ///< of user 0
        int added = 0; ///< of the first that is added
        int step = 1; ///< from one added user to the next
    };
    /// @p changed is called whenever done() or ready() may have changed.
    LoadGroup(WorkerContext& context, const PlannedGroup& plan, RunShared::Progress& progress, Ids ids,
        std::function<void()> changed);

    /// Sets up the users that must be there before the clock starts.
    virtual void setUpFirst() = 0;
    /// All of setUpFirst() have answered.
    [[nodiscard]] bool ready() const { return m_settingUp == 0; }
    /// The clock of the group starts at @p t0 (monotonic).
    virtual void start(Nanos t0) = 0;
    /// Changes what the schedule asks for from change.at on. The group has started.
    virtual void change(const GroupChange& change) = 0;
    /// What comes next where the load comes in bursts.
    virtual void burst(const BurstOrder&) { }
    /// The planned end has come; iterations under way go on.
    virtual void endOfSchedule() = 0;
    /// Begin nothing new; what is in flight finishes.
    virtual void finish();
    /// Book what is in flight as unfinished, now.
    virtual void cancel();
    /// Nothing is under way and nothing will come.
    [[nodiscard]] virtual bool done() const = 0;
    [[nodiscard]] virtual int activeUsers() const = 0;
    [[nodiscard]] virtual std::int64_t backlog() const { return 0; }
    [[nodiscard]] int inFlight() const;
    /// Marks the phases of iterations under way and of arrivals that wait.
    virtual void markOpenPhases(std::array<bool, report::phaseCount>& phases) const;
    [[nodiscard]] int setUpCount() const { return m_setUpCount; }
    [[nodiscard]] int failedCount() const { return m_failedCount; }
    [[nodiscard]] const std::string& failure() const { return m_failure; } ///< of the first that failed

    [[nodiscard]] Phase phaseAt(Nanos intended) const override;
    void userReady(VirtualUser& user) override;
    void userFailed(VirtualUser& user, const std::string& why) override;

protected:
    virtual void readyToWork(std::size_t user) = 0; ///< after its set-up
    virtual void lost(std::size_t user) = 0; ///< it cannot go on
    void beginSetup(std::size_t user);
    /// Adds this worker's users until the group has @p users.
    void growTo(int users);
    [[nodiscard]] std::size_t indexOf(const VirtualUser& user) const;
    [[nodiscard]] int groupIndex(std::size_t user) const; ///< among the group's users
    [[nodiscard]] Nanos now() const { return m_context.clock.now(); }
    [[nodiscard]] PhasePlan phases() const; ///< with warm-up iterations worked in
    [[nodiscard]] bool measureKnown() const;

    WorkerContext& m_context;
    const PlannedGroup& m_plan;
    RunShared::Progress& m_progress;
    std::function<void()> m_changed;
    std::vector<std::unique_ptr<VirtualUser>> m_users;
    Nanos m_start{};
    bool m_started = false;
    bool m_finishing = false;
    int m_settingUp = 0;

private:
    Ids m_ids;
    std::vector<std::size_t> m_indexOfSlot; ///< only this group's slots mean anything
    int m_setUpCount = 0;
    int m_failedCount = 0;
    std::string m_failure;
};

std::unique_ptr<LoadGroup> makeLoadGroup(WorkerContext& context, const PlannedGroup& plan,
    RunShared::Progress& progress, LoadGroup::Ids ids, std::function<void()> changed);

} // namespace plumb::engine
