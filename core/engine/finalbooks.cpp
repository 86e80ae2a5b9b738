// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/finalbooks.h"

#include <algorithm>

namespace plumb::engine {

report::Finished sumUp(const RunPlan& plan, const std::vector<WorkerSummary>& summaries)
{
    report::Finished finished;
    std::map<std::pair<int, Phase>, std::int64_t> unfinished;
    std::map<std::pair<int, std::string>, std::int64_t> skips;
    Recorder::Span measured;
    for (const WorkerSummary& summary : summaries) {
        for (const Unfinished& request : summary.unfinished) {
            ++unfinished[{request.step, request.phase}];
            finished.unfinished_ages.push_back(std::chrono::duration<double>(request.age).count());
        }
        for (const auto& [what, times] : summary.skipped)
            skips[what] += times;
        if (!summary.measured.first)
            continue;
        measured.first = std::min(measured.first.value_or(Nanos::max()), *summary.measured.first);
        measured.last = std::max(measured.last.value_or(Nanos::min()), *summary.measured.last);
    }
    for (const auto& [where, count] : unfinished)
        finished.unfinished.push_back({where.first, where.second, count});
    for (const auto& [what, times] : skips) {
        const report::StepInfo& step = plan.steps[static_cast<std::size_t>(what.first)];
        finished.skipped.push_back({step.name, step.pattern, what.second, times});
    }
    if (plan.executor() == "shared-iterations" && measured.first)
        finished.makespan_ms
            = std::chrono::duration<double, std::milli>(*measured.last - *measured.first).count();
    return finished;
}

} // namespace plumb::engine
