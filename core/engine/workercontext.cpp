// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workercontext.h"

#include <algorithm>

namespace plumb::engine {

RunShared::RunShared(const RunPlan& plan)
    : executions(plan.steps.size())
{
    for (const PlannedTurn& turn : plan.turns) {
        for (std::size_t i = 0; i < turn.groups.size(); ++i)
            groups.push_back(std::make_unique<Progress>());
    }
}

PhasePlan phasesOf(const PlannedGroup& group, const RunShared::Progress& progress)
{
    PhasePlan phases = group.phases;
    if (group.warmup_iterations > 0) {
        const std::int64_t start = progress.measure_start.load(std::memory_order_relaxed);
        // Far away, but with room to add phases to it.
        phases.warmup = start >= 0 ? Nanos{start} : Nanos::max() / 4;
    }
    const std::int64_t end = progress.measure_end.load(std::memory_order_relaxed);
    if (!phases.measure && end >= 0)
        phases.measure = std::max(Nanos{}, Nanos{end} - phases.warmup);
    return phases;
}

} // namespace plumb::engine
