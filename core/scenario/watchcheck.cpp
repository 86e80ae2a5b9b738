// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/watchcheck.h"

#include "scenario/jsonfields.h"
#include "scenario/stoprule.h"

namespace plumb::scenario {

namespace {

/// The text of a field; null where there is none.
const std::string* textOf(const Json& object, const char* field)
{
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(field);
    return found != object.end() && found->is_string() ? &found->get_ref<const std::string&>() : nullptr;
}

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

} // namespace

void checkMonitors(const Json& monitors, std::vector<Problem>& problems)
{
    if (!monitors.empty()) {
        problems.push_back({"/monitors", "this version records no monitors; the report will have none",
            "remove them, or use a later version", true});
    }
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        const auto path = childPath("/monitors", i);
        const auto* kind = textOf(monitors[i], "kind");
        if (kind == nullptr) {
            problems.push_back(
                {path, "the monitor has no kind", "write {\"kind\": \"host\"}, process or prometheus"});
        } else if (*kind != "process" && *kind != "host" && *kind != "prometheus") {
            problems.push_back({path + "/kind", "unknown kind of monitor \"" + *kind + "\"",
                "write process, host or prometheus"});
        }
    }
}

void checkStopRules(const Scenario& scenario, std::vector<Problem>& problems)
{
    for (std::size_t i = 0; i < scenario.stop_when.size(); ++i) {
        const auto path = childPath("/stop_when", i);
        if (const auto rule = stopRuleFromJson(scenario.stop_when[i], path, problems)) {
            checkPart(scenario, rule->of, path, problems);
        }
    }
}

} // namespace plumb::scenario
