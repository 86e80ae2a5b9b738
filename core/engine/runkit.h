// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "engine/interval.h"
#include "engine/workercontext.h"

#include <memory>

namespace plumb::engine {

/// What a run is made of, worked out before anything starts.
struct RunKit
{
    RunPlan plan;
    std::unique_ptr<RunShared> shared;
    std::shared_ptr<const IntervalLayout> layout;
    TransportSettings transport;
    int workers = 1;
};

/// Plans the scenario, chooses how many workers there are, and prepares the transport. Error: those of
/// planRun(); the target cannot be reached (target).
Result<RunKit> makeRunKit(const EngineSetup& setup);

/// Fills in what of a run's start the plan and the transport know.
void describe(const RunKit& kit, const TransportFactory& transport, report::RunStarted& started);

} // namespace plumb::engine
