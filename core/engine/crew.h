// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hostcpu.h"
#include "engine/taskqueue.h"
#include "engine/threadcpu.h"
#include "engine/workerthread.h"

#include <memory>
#include <optional>
#include <vector>

namespace plumb::engine {

/// All workers of a run, and the merging of what they hand over.
class Crew
{
public:
    /// The books of all workers since the last collection.
    struct Harvest
    {
        std::unique_ptr<Interval> interval;
        std::vector<report::Sample> failing;
        int users = 0, in_flight = 0;
        std::int64_t backlog = 0;
        std::array<bool, report::phaseCount> open_phases{};
        ThreadTimes threads; ///< all workers and their HTTP threads
        std::optional<HostCpu> host;
    };

    /// Answers come through @p queue, in the coordinator's thread.
    Crew(std::shared_ptr<const IntervalLayout> layout, TaskQueue& queue);

    /// @p make is called in each worker's thread, once per worker.
    Result<void> start(int workers, const std::function<Result<WorkerIo>()>& makeIo,
        const std::function<std::unique_ptr<LoadWorker>(int worker, WorkerIo&)>& makeWorker);
    void forAll(const std::function<void(LoadWorker&)>& task);
    void first(std::function<void(LoadWorker&)> task); ///< in worker 0
    /// Swaps all intervals; @p done gets the merged books. @p phases may be recorded in the next interval.
    void collect(const std::array<bool, report::phaseCount>& phases, std::function<void(Harvest&)> done);
    [[nodiscard]] bool collecting() const { return m_pending > 0; }
    /// @p done gets the last word of every worker.
    void summarize(std::function<void(std::vector<WorkerSummary>&)> done);
    void stop();
    [[nodiscard]] int size() const { return static_cast<int>(m_threads.size()); }

private:
    void take(WorkerReport& report);

    std::shared_ptr<const IntervalLayout> m_layout;
    TaskQueue& m_queue;
    std::vector<std::unique_ptr<WorkerThread>> m_threads;
    std::vector<std::unique_ptr<Interval>> m_spare; ///< empty intervals, to be used again
    Harvest m_harvest;
    std::function<void(Harvest&)> m_collected;
    int m_pending = 0;
    std::vector<WorkerSummary> m_summaries;
};

} // namespace plumb::engine
