// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/watchcheck.h"

#include "scenario/jsonfields.h"
#include "scenario/monitorspec.h"
#include "scenario/stoprule.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

/// A rule about a part that does not run would never end anything.
void checkPart(
    const Scenario& scenario, const std::string& of, const std::string& path, std::vector<Problem>& problems)
{
    bool known = of == "run";
    for (const auto& pattern : scenario.patterns) {
        known = known || (pattern.enabled && partNamed(of, "pattern:") == pattern.name);
        for (const auto& step : pattern.steps) {
            known = known || (pattern.enabled && step.enabled && partNamed(of, "step:") == step.name);
        }
    }
    if (!known) {
        problems.push_back({path + "/of", "nothing that is enabled has the name \"" + of + "\"",
            "write the name of a step or pattern as it stands in the scenario"});
    }
}

/// Of other loads the makespan is the time they take as a whole: known when they are over.
void checkMakespan(const Scenario& scenario, const std::string& path, std::vector<Problem>& problems)
{
    const bool bursts = scenario.load.executor == "burst"
        || std::any_of(scenario.patterns.begin(), scenario.patterns.end(),
            [](const Pattern& pattern) { return pattern.load && pattern.load->executor == "burst"; });
    if (!bursts) {
        problems.push_back({path + "/metric",
            "\"makespan_ms\" is known while a run goes on only where its load comes in bursts",
            "take the executor burst, or write the limit into the thresholds; to end a run early take "
            "latency_ms.p99 or iterations_per_s"});
    }
}

} // namespace

void checkMonitors(const Json& monitors, std::vector<Problem>& problems)
{
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        monitorFromJson(monitors[i], childPath("/monitors", i), problems);
    }
}

void checkStopRules(const Scenario& scenario, std::vector<Problem>& problems)
{
    for (std::size_t i = 0; i < scenario.stop_when.size(); ++i) {
        const auto path = childPath("/stop_when", i);
        if (const auto rule = stopRuleFromJson(scenario.stop_when[i], path, problems)) {
            checkPart(scenario, rule->of, path, problems);
            if (rule->metric.metric->name == "makespan_ms") {
                checkMakespan(scenario, path, problems);
            }
        }
    }
}

} // namespace plumb::scenario
