// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/workercontext.h"
#include "report/runevent.h"

#include <map>
#include <optional>
#include <vector>

namespace plumb::engine {

/// Leads the bursts of a turn: says when the next one begins and to which phase it belongs, and takes the
/// time each took from the first send to the last end, over all workers.
///
/// A burst belongs as a whole to the phase it begins in. Only whole ones have a makespan: of a burst that a
/// stop cut, or in which a user was missing, nothing can be said.
class BurstDesk
{
public:
    explicit BurstDesk(int workers)
        : m_workers(workers)
    {
    }

    /// @p progress by group of the turn. Gives the first order of each group of bursts.
    std::vector<BurstOrder> beginTurn(
        const PlannedTurn& turn, const std::vector<RunShared::Progress*>& progress, Nanos start);
    /// The order for what comes next, once all workers have told of the burst under way.
    std::optional<BurstOrder> add(const BurstShare& share, Nanos now);
    /// What ended since the last call, by phase.
    std::vector<report::BurstTick> take();

private:
    struct Group
    {
        const PlannedGroup* plan = nullptr;
        RunShared::Progress* progress = nullptr;
        BurstOrder order; ///< under way
        int told = 0; ///< workers
        BurstShare sum;
        std::int64_t warmedUp = 0, measured = 0; ///< bursts
    };
    struct Ended
    {
        std::int64_t count = 0;
        Nanos longest{};
        stats::HdrHistogram times; ///< µs
    };
    [[nodiscard]] BurstOrder next(Group& group, Nanos at) const;
    void close(Group& group);

    int m_workers;
    Nanos m_start{};
    std::map<std::size_t, Group> m_groups; ///< by place in the turn
    std::map<Phase, Ended> m_ended;
};

} // namespace plumb::engine
