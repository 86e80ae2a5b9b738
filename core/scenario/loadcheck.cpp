// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/loadcheck.h"

#include "scenario/loadfields.h"
#include "scenario/partsjson.h"

#include <QUrl>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace plumb::scenario {

namespace {

/// What an executor takes: PRODUCT.md section 4.
struct ExecutorFields
{
    std::string_view name;
    std::vector<std::string_view> needed;
    std::vector<std::string_view> oneOf; ///< at least one of these
    std::vector<std::string_view> optional;
};

const std::vector<ExecutorFields>& executors()
{
    static const std::vector<ExecutorFields> all{
        {"constant-vus", {"vus", "duration_s"}, {}, {}},
        {"ramping-vus", {}, {"stages", "users"}, {"start_vus", "spawn_rate", "duration_s"}},
        {"shared-iterations", {"iterations", "vus"}, {}, {}},
        {"per-vu-iterations", {"iterations", "vus"}, {}, {}},
        {"burst", {"size"}, {"repeat", "duration_s"}, {"pause_s"}},
        {"constant-arrival-rate", {"rate", "duration_s"}, {}, {"max_vus", "pre_allocated_vus", "backlog"}},
        {"ramping-arrival-rate", {"stages"}, {}, {"start_rate", "max_vus", "pre_allocated_vus", "backlog"}},
    };
    return all;
}

constexpr std::array<std::string_view, 6> always{
    "warmup_s", "warmup_iterations", "cooldown_s", "graceful_stop_s", "workers", "seed"};

std::set<std::string, std::less<>> writtenFields(const Load& load)
{
    std::set<std::string, std::less<>> fields;
    forEachLoadField(load, [&](std::string_view name, const auto& bound, const LoadField&) {
        if (bound.set()) {
            fields.emplace(name);
        }
    });
    if (!load.stages.empty()) {
        fields.emplace("stages");
    }
    return fields;
}

template <class Range>
bool contains(const Range& range, std::string_view name)
{
    return std::find(range.begin(), range.end(), name) != range.end();
}

void need(const std::string& path, const std::string& executor, std::string_view field,
    std::vector<Problem>& problems)
{
    problems.push_back(
        {childPath(path, field), "the executor " + executor + " needs \"" + std::string(field) + "\"",
            field == "stages" ? "add \"stages\": [{\"duration_s\": 30, \"target\": 10}]"
                              : "add \"" + std::string(field) + "\""});
}

void checkStages(const Load& load, const std::string& path, std::vector<Problem>& problems)
{
    double total = 0.0;
    bool known = true;
    for (std::size_t i = 0; i < load.stages.size(); ++i) {
        const auto& stage = load.stages[i];
        const auto at = childPath(path + "/stages", i);
        if (!stage.duration_s.set()) {
            problems.push_back({at + "/duration_s", "the stage has no duration", "add \"duration_s\""});
        }
        if (!stage.target.set()) {
            problems.push_back({at + "/target", "the stage has no target", "add \"target\""});
        }
        known = known && stage.duration_s.value;
        total += stage.duration_s.get();
    }
    if (!load.stages.empty() && known && total <= 0.0) {
        problems.push_back(
            {path + "/stages", "the stages take no time at all", "give one of them a duration"});
    }
}

void checkWarmup(const Load& load, const std::string& path, std::vector<Problem>& problems)
{
    const bool byTime = load.warmup_s.get() > 0.0;
    const bool byIterations = load.warmup_iterations.get() > 0;
    const bool open = load.executor.ends_with("arrival-rate");
    if (byTime && byIterations) {
        problems.push_back({path + "/warmup_iterations",
            "a warm-up has a length or a number of iterations, not both", "remove one of them"});
    }
    if (load.warmup_shape == "ramp" && (load.executor == "burst" || (byIterations && !open))) {
        problems.push_back({path + "/warmup_shape",
            load.executor == "burst" ? std::string("a burst is whole from the first on: it cannot ramp up")
                                     : "a warm-up of users that ramps takes a time, not iterations",
            load.executor == "burst" ? "leave warmup_shape out" : "use warmup_s, or leave warmup_shape out"});
    }
    if (byIterations && load.executor == "ramping-arrival-rate" && load.start_rate.expression.empty()
        && load.start_rate.get() <= 0.0) {
        problems.push_back(
            {path + "/warmup_iterations", "a rate that begins at 0 brings no arrivals to warm up with",
                "use warmup_s, or a start_rate above 0"});
    }
    // Only where the literals alone decide: variables are checked again with their values.
    const bool literal = std::all_of(load.stages.begin(), load.stages.end(),
        [](const Stage& stage) { return stage.target.value.has_value(); });
    if (load.executor == "ramping-arrival-rate" && literal && !load.stages.empty()
        && load.start_rate.expression.empty() && load.start_rate.get() <= 0.0
        && std::all_of(load.stages.begin(), load.stages.end(),
            [](const Stage& stage) { return stage.target.get() <= 0.0; })) {
        problems.push_back({path + "/stages", "the rate is 0 throughout", "give a stage a target above 0"});
    }
}

std::string urlFault(const std::string& text, const std::set<std::string, std::less<>>& schemes)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    if (!url.isValid()) {
        return "\"" + text + "\" is no URL";
    }
    const auto scheme = url.scheme().toStdString();
    if (!schemes.contains(scheme) || url.host().isEmpty()) {
        return "\"" + text + "\" is no URL of a kind that works here";
    }
    if (url.port() == 0) {
        return "\"" + text + "\" has the port 0";
    }
    return {};
}

} // namespace

std::string baseUrlFault(const std::string& url)
{
    if (url.starts_with("builtin:")) {
        return {};
    }
    if (url.empty()) {
        return "there is no base URL";
    }
    if (auto fault = urlFault(url, {"http", "https"}); !fault.empty()) {
        return fault;
    }
    const QUrl parsed(QString::fromStdString(url));
    if (parsed.hasQuery() || parsed.hasFragment()) {
        return "a base URL has no query and no fragment";
    }
    return {};
}

std::string proxyFault(const std::string& url)
{
    return urlFault(url, {"http", "https", "socks5"});
}

void checkLoad(const Load& load, const std::string& path, std::vector<Problem>& problems)
{
    const auto& all = executors();
    const auto executor = std::find_if(
        all.begin(), all.end(), [&](const ExecutorFields& fields) { return fields.name == load.executor; });
    if (executor == all.end()) {
        std::string list;
        for (const auto& name : executorNames()) {
            list += (list.empty() ? "" : ", ") + name;
        }
        const auto near = nearest(load.executor, executorNames());
        problems.push_back({path + "/executor", "unknown executor \"" + load.executor + "\"",
            near.empty() ? "write one of: " + list : "did you mean \"" + near + "\"?"});
        return;
    }
    const auto written = writtenFields(load);
    for (const auto field : executor->needed) {
        if (!written.contains(field)) {
            need(path, load.executor, field, problems);
        }
    }
    const bool any = executor->oneOf.empty()
        || std::any_of(executor->oneOf.begin(), executor->oneOf.end(),
            [&](std::string_view field) { return written.contains(field); });
    if (!any) {
        problems.push_back({path,
            "the executor " + load.executor + " needs \"" + std::string(executor->oneOf[0]) + "\" or \""
                + std::string(executor->oneOf[1]) + "\"",
            "add one of them"});
    }
    if (load.executor == "ramping-vus" && written.contains("users")) {
        if (written.contains("stages")) {
            problems.push_back(
                {path + "/users", "users and stages exclude each other", "remove one of them"});
        }
        for (const std::string_view field : {"spawn_rate", "duration_s"}) {
            if (!written.contains(field)) {
                need(path, "ramping-vus with users", field, problems);
            }
        }
    }
    for (const auto& field : written) {
        if (!contains(executor->needed, field) && !contains(executor->oneOf, field)
            && !contains(executor->optional, field) && !contains(always, field)) {
            problems.push_back(
                {childPath(path, field), "the executor " + load.executor + " does not use \"" + field + "\"",
                    "remove it, or choose another executor", true});
        }
    }
    checkStages(load, path, problems);
    checkWarmup(load, path, problems);
    if (load.executor == "burst" && written.contains("repeat") && written.contains("duration_s")) {
        problems.push_back({path + "/repeat",
            "bursts are either counted or repeated for a time, \"repeat\" and \"duration_s\" exclude each "
            "other",
            "remove one of them"});
    }
    if (load.max_vus.value && load.pre_allocated_vus.value
        && *load.pre_allocated_vus.value > *load.max_vus.value) {
        problems.push_back({path + "/pre_allocated_vus", "more users are set up before than there may be",
            "write at most max_vus, which is " + std::to_string(*load.max_vus.value)});
    }
}

std::string rangeFault(double value, const LoadField& field)
{
    if (field.above ? value <= field.least : value < field.least) {
        return "the value " + dumpJson(numberJson(value)) + " is too small";
    }
    return value > field.most ? "the value " + dumpJson(numberJson(value)) + " is too large" : std::string();
}

} // namespace plumb::scenario
