// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/loadworker.h"

namespace plumb::engine {

/// What all workers say at the end, summed up: unfinished requests, skipped steps, makespan. Times, phases
/// and how it ended are left to the caller.
report::Finished sumUp(const RunPlan& plan, const std::vector<WorkerSummary>& summaries);

} // namespace plumb::engine
