// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/watchcheck.h"

#include "metric/limit.h"
#include "metric/metricname.h"
#include "scenario/jsonfields.h"

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

void checkStopRule(const Json& rule, const std::string& path, std::vector<Problem>& problems)
{
    const auto* metric = textOf(rule, "metric");
    const auto* is = textOf(rule, "is");
    for (const auto& [field, text] : {std::pair{"metric", metric}, std::pair{"is", is}}) {
        if (text == nullptr) {
            problems.push_back({childPath(path, field), "the stop rule needs a text here",
                R"(write {"metric": "error_rate", "over_s": 10, "is": "> 0.02"})"});
        }
    }
    if (metric == nullptr || is == nullptr) {
        return;
    }
    const auto over = rule.find("over_s");
    if (over != rule.end() && !over->is_null() && (!over->is_number() || over->get<double>() <= 0.0)) {
        problems.push_back({path + "/over_s", "the window of a stop rule is a number of seconds above 0",
            "write \"over_s\": 10"});
    }
    const auto name = metric::parseMetricName(*metric);
    if (!name) {
        problems.push_back({path + "/metric", name.error().what, name.error().remedy});
        return;
    }
    const bool higherIsBetter = name->metric->better == metric::Better::higher;
    const auto limit = metric::parseLimit(*is, name->metric->unit, higherIsBetter);
    if (!limit) {
        problems.push_back({path + "/is", limit.error().what, limit.error().remedy});
    } else if (limit->kind != metric::Limit::Kind::absolute) {
        problems.push_back({path + "/is", "a stop rule has no other run to compare with",
            "write a limit of the metric itself, such as \"> 0.02\""});
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

void checkStopRules(const Json& rules, std::vector<Problem>& problems)
{
    for (std::size_t i = 0; i < rules.size(); ++i) {
        checkStopRule(rules[i], childPath("/stop_when", i), problems);
    }
}

} // namespace plumb::scenario
