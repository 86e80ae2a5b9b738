// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/arrivalschedule.h"
#include "engine/loadgroup.h"

#include <deque>
#include <map>

namespace plumb::engine {

/// Iterations that begin when the schedule says so. An arrival takes a free user, else one that is still to
/// be set up, else waits in the bounded backlog, else is dropped. planned = started + dropped: a stop
/// truncates the schedule, and what still waits then is dropped.
class OpenGroup final : public LoadGroup
{
public:
    OpenGroup(WorkerContext& context, const PlannedGroup& plan, RunShared::Progress& progress, Ids ids,
        std::function<void()> changed);

    void setUpFirst() override;
    void start(Nanos t0) override;
    void change(const GroupChange& change) override;
    void endOfSchedule() override;
    void finish() override;
    void cancel() override;
    [[nodiscard]] bool done() const override;
    [[nodiscard]] int activeUsers() const override;
    [[nodiscard]] std::int64_t backlog() const override;
    void iterationEnded(VirtualUser& user) override;
    void markOpenPhases(std::array<bool, report::phaseCount>& phases) const override;

protected:
    void readyToWork(std::size_t user) override;
    void lost(std::size_t user) override;

private:
    struct Waiting
    {
        Nanos intended{};
        int pattern = 0;
    };
    void awaitNext();
    void applyLimit(Nanos at);
    /// The user has nothing to do: it takes what waits, or waits itself.
    void release(std::size_t user);
    void takeArrivals();
    void serve(const Waiting& arrival);
    void begin(std::size_t user, const Waiting& arrival);
    void drop(const Waiting& arrival);
    void dropBacklog();

    LinearCurve m_rate; ///< as changed
    ArrivalSchedule m_schedule;
    std::optional<Arrival> m_next;
    std::uint64_t m_awaited = 0; ///< the timer that counts
    std::map<Nanos, int> m_limitChanges; ///< most users from then on; still to come
    int m_limit = 0; ///< users of the group that may work
    std::vector<std::size_t> m_free; ///< the last one back is the first one out: its connection is warm
    std::vector<std::size_t> m_toSetUp; ///< in reverse
    std::vector<std::size_t> m_retired; ///< set up, but beyond the limit
    std::vector<std::optional<Waiting>> m_bound; ///< by user: the arrival its set-up was begun for
    std::deque<Waiting> m_backlog;
    std::size_t m_backlogLimit = 0;
    int m_busy = 0;
    bool m_over = false; ///< the planned end has come; the last arrival may have been served before
};

} // namespace plumb::engine
