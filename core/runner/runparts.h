// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "monitor/watcher.h"
#include "runner/runplan.h"

#include <string>

namespace plumb::runner {

/// The scenario's monitors, and one of the service that was started (@p servicePid, else 0) unless one of
/// them watches it already. Error: one that cannot be made.
Result<void> addMonitors(
    monitor::Watcher& watcher, const RunPlan& plan, const std::string& baseUrl, int servicePid);

/// What is known of the run before its first request; the engine adds what it knows.
report::RunStarted describeRun(
    const RunPlan& plan, const std::string& runId, const engine::TransportFactory& transport);

} // namespace plumb::runner
