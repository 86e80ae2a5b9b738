// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/thresholds.h"
#include "runner/hostguard.h"
#include "runner/runner.h"
#include "scenario/monitorspec.h"

#include <optional>
#include <string>
#include <vector>

namespace plumb::runner {

/// Everything that can be known and refused before anything is started.
struct RunPlan
{
    scenario::LoadedScenario loaded;
    scenario::Resolved resolved;
    std::filesystem::path folder; ///< of the scenario file
    bool builtin = false; ///< the target is the built-in sample service
    std::optional<judge::Thresholds> thresholds;
    std::string thresholds_json; ///< the document as read; empty without
    std::vector<scenario::MonitorSpec> monitors;
    std::vector<std::string> warnings; ///< sentences for people
    HostGuard hosts{{}}; ///< with what the library and the request confirm
};

/// Loads, validates and resolves; finds the thresholds; refuses unconfirmed hosts wherever the scenario names
/// one: target, proxy, token URLs, absolute step URLs, databases, Prometheus pages; refuses commands and
/// writes that nobody has allowed, and remembers them where the request allows them. Errors list every
/// problem.
Result<RunPlan> planRun(const RunRequest& request, const std::vector<std::string>& libraryHosts);

/// Error (usage): a host that is written in @p scenario and may not be put under load.
Result<void> checkHosts(const HostGuard& hosts, const scenario::Scenario& scenario);

/// Where a scenario's `thresholds` path may stand: beside the scenario, or in the library. Empty if nowhere.
std::filesystem::path findThresholds(const std::string& name, const std::filesystem::path& scenarioFolder,
    const std::filesystem::path& library);

} // namespace plumb::runner
