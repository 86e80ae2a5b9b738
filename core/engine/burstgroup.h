// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/loadgroup.h"

#include <map>

namespace plumb::engine {

/// One worker's share of bursts: all its users begin an iteration at once when the coordinator says so, and
/// the worker tells when all of them are through. The next burst waits for the slowest worker.
class BurstGroup final : public LoadGroup
{
public:
    BurstGroup(WorkerContext& context, const PlannedGroup& plan, RunShared::Progress& progress, Ids ids,
        std::function<void()> changed);

    void setUpFirst() override;
    void start(Nanos t0) override;
    void change(const GroupChange& change) override;
    void burst(const BurstOrder& order) override;
    void endOfSchedule() override;
    void finish() override;
    void cancel() override;
    [[nodiscard]] bool done() const override;
    /// Between bursts, those that wait for the next one.
    [[nodiscard]] int activeUsers() const override;
    void iterationEnded(VirtualUser& user) override;

protected:
    void readyToWork(std::size_t) override { }
    void lost(std::size_t) override { }

private:
    void begin(const BurstOrder& order);
    void addPatterns();
    [[nodiscard]] int sizeAt(Nanos time) const; ///< monotonic
    void tell();

    std::vector<int> m_patterns; ///< by user
    std::map<Nanos, int> m_sizes; ///< as changed, from so long after the start on
    BurstShare m_share;
    int m_busy = 0;
    int m_size = 0; ///< users of the burst under way, or of the last one
    bool m_beginning = false;
    bool m_ended = false;
};

} // namespace plumb::engine
