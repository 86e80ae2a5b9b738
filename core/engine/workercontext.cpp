// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workercontext.h"

namespace plumb::engine {

RunShared::RunShared(const RunPlan& plan)
    : executions(plan.steps.size())
{
    for (const PlannedTurn& turn : plan.turns) {
        for (std::size_t i = 0; i < turn.groups.size(); ++i)
            groups.push_back(std::make_unique<Progress>());
    }
}

} // namespace plumb::engine
