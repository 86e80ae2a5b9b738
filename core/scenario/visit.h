// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/jsonfields.h"
#include "scenario/loadfields.h"

#include <algorithm>
#include <string>

// Walks over the parts of a scenario with their JSON paths. AnyX is X or const X; visitors take
// (const std::string& path, part&, ...).
namespace plumb::scenario {

/// visit(path, Step&) for every step: setup, its on_failure, patterns.
template <class AnyScenario, class Visitor>
void forEachStep(AnyScenario& scenario, Visitor&& visit)
{
    for (std::size_t i = 0; i < scenario.setup.size(); ++i) {
        auto& setup = scenario.setup[i];
        const auto path = childPath("/setup", i);
        visit(path, setup.step);
        for (std::size_t k = 0; k < setup.on_failure.size(); ++k) {
            visit(childPath(path + "/on_failure", k), setup.on_failure[k]);
        }
    }
    for (std::size_t i = 0; i < scenario.patterns.size(); ++i) {
        auto& pattern = scenario.patterns[i];
        for (std::size_t k = 0; k < pattern.steps.size(); ++k) {
            visit(childPath(childPath("/patterns", i) + "/steps", k), pattern.steps[k]);
        }
    }
}

/// Whether requests are made at all, so that a target is needed.
template <class AnyScenario>
bool needsTarget(const AnyScenario& scenario)
{
    bool http = scenario.target.start.has_value();
    const auto look = [&http](const Step& step) { http = http || (step.enabled && step.kind == "http"); };
    for (const auto& setup : scenario.setup) {
        look(setup.step);
        std::for_each(setup.on_failure.begin(), setup.on_failure.end(), look);
    }
    for (const auto& pattern : scenario.patterns) {
        if (pattern.enabled) {
            std::for_each(pattern.steps.begin(), pattern.steps.end(), look);
        }
    }
    return http;
}

template <class AnyLoad, class Visitor>
void forEachLoadBound(const std::string& path, AnyLoad& load, Visitor&& visit)
{
    forEachLoadField(load, [&](std::string_view name, auto& bound, const LoadField& field) {
        visit(childPath(path, name), bound, field);
    });
    for (std::size_t i = 0; i < load.stages.size(); ++i) {
        const auto stage = childPath(path + "/stages", i);
        const bool open = load.executor == "ramping-arrival-rate";
        visit(stage + "/duration_s", load.stages[i].duration_s,
            LoadField{Unit::seconds, 0.0, false, mostSeconds});
        visit(stage + "/target", load.stages[i].target,
            LoadField{Unit::none, 0.0, false, open ? mostRate : mostUsers});
    }
}

template <class AnyThink, class Visitor>
void forEachThinkBound(const std::string& path, AnyThink& think, Visitor&& visit)
{
    constexpr LoadField time{Unit::milliseconds, 0.0, false};
    visit(think.kind == Think::Kind::range ? path + "/0" : path, think.a, time);
    visit(think.kind == Think::Kind::range ? path + "/1" : path, think.b, time);
}

/// visit(path, Bound<T>&, LoadField) for every number and boolean that may be "{{var}}".
template <class AnyScenario, class Visitor>
void forEachBound(AnyScenario& scenario, Visitor&& visit)
{
    constexpr LoadField timeout{Unit::milliseconds, 0.0, true};
    constexpr LoadField time{Unit::milliseconds, 0.0, false};
    constexpr LoadField count{Unit::none, 1.0, false};
    constexpr LoadField countOrNone{Unit::none, 0.0, false};
    constexpr LoadField seconds{Unit::seconds, 0.0, true};
    constexpr LoadField niceness{Unit::none, -20.0, false};
    auto& target = scenario.target;
    visit("/target/timeout_ms", target.timeout_ms, timeout);
    visit("/target/tls/verify", target.tls.verify, LoadField{});
    if (target.start) {
        visit("/target/start/timeout_s", target.start->timeout_s, seconds);
    }
    forEachStep(scenario, [&](const std::string& path, auto& step) {
        visit(path + "/request/timeout_ms", step.request.timeout_ms, timeout);
        visit(path + "/request/follow_redirects", step.request.follow_redirects, LoadField{});
        if (step.sql) {
            visit(path + "/sql/port", step.sql->port, count);
            visit(path + "/sql/timeout_ms", step.sql->timeout_ms, timeout);
            visit(path + "/sql/write", step.sql->write, LoadField{});
        }
        if (step.command) {
            visit(path + "/command/timeout_s", step.command->timeout_s, seconds);
            visit(path + "/command/expect_exit", step.command->expect_exit, countOrNone);
            visit(path + "/command/nice", step.command->nice, niceness);
        }
        visit(path + "/every", step.every, count);
        visit(path + "/weight", step.weight, countOrNone);
        visit(path + "/repeat", step.repeat, count);
        visit(path + "/cold_first", step.cold_first, countOrNone);
        if (step.think) {
            forEachThinkBound(path + "/think_ms", *step.think, visit);
        }
        for (std::size_t i = 0; i < step.checks.size(); ++i) {
            auto& check = step.checks[i];
            const bool inMs = check.kind == Check::Kind::maxMs;
            visit(childPath(path + "/checks", i) + (inMs ? "/max_ms" : "/max_bytes"), check.limit,
                inMs ? time : countOrNone);
        }
    });
    for (std::size_t i = 0; i < scenario.patterns.size(); ++i) {
        auto& pattern = scenario.patterns[i];
        const auto path = childPath("/patterns", i);
        visit(path + "/weight", pattern.weight, countOrNone);
        visit(path + "/pacing_ms", pattern.pacing_ms, time);
        forEachThinkBound(path + "/think_ms", pattern.think, visit);
        if (pattern.load) {
            forEachLoadBound(path + "/load", *pattern.load, visit);
        }
    }
    forEachLoadBound("/load", scenario.load, visit);
}

/// visit(path, std::string&) for every text of the monitors, which are kept as JSON.
template <class AnyJson, class Visitor>
void forEachMonitorText(AnyJson& monitors, Visitor&& visit)
{
    using Text = std::conditional_t<std::is_const_v<AnyJson>, const std::string&, std::string&>;
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        auto& monitor = monitors[i];
        if (!monitor.is_object()) {
            continue;
        }
        for (auto field = monitor.begin(); field != monitor.end(); ++field) {
            const auto path = childPath(childPath("/monitors", i), field.key());
            auto& value = field.value();
            if (value.is_string()) {
                visit(path, value.template get_ref<Text>());
            }
            for (std::size_t k = 0; value.is_array() && k < value.size(); ++k) {
                if (value[k].is_string()) {
                    visit(childPath(path, k), value[k].template get_ref<Text>());
                }
            }
        }
    }
}

/// visit(path, std::string&) for the texts that get their value once, before the run.
template <class AnyScenario, class Visitor>
void forEachRunText(AnyScenario& scenario, Visitor&& visit)
{
    auto& target = scenario.target;
    visit("/target_version", scenario.target_version);
    visit("/note", scenario.note);
    visit("/target/base_url", target.base_url);
    visit("/target/proxy", target.proxy);
    visit("/target/tls/ca_file", target.tls.ca_file);
    visit("/target/tls/client_cert", target.tls.client_cert);
    visit("/target/tls/client_key", target.tls.client_key);
    visit("/target/tls/server_name", target.tls.server_name);
    const auto oauth = [&](const std::string& path, auto& auth) {
        if (auth.kind == Auth::Kind::oauth2) {
            const std::string at = path + "/oauth2_client_credentials";
            visit(at + "/token_url", auth.token_url);
            visit(at + "/client_id", auth.client_id);
            visit(at + "/client_secret", auth.client_secret);
            visit(at + "/scope", auth.scope);
        }
    };
    oauth("/target/auth", target.auth);
    if (target.start) {
        for (std::size_t i = 0; i < target.start->argv.size(); ++i) {
            visit(childPath("/target/start/argv", i), target.start->argv[i]);
        }
        visit("/target/start/ready", target.start->ready);
        visit("/target/start/cwd", target.start->cwd);
        for (auto& [name, value] : target.start->env) {
            visit(childPath("/target/start/env", name), value);
        }
    }
    for (std::size_t i = 0; i < scenario.data.size(); ++i) {
        visit(childPath("/data", i) + "/file", scenario.data[i].file);
    }
    forEachStep(scenario, [&](const std::string& path, auto& step) {
        if (step.request.auth) {
            oauth(path + "/request/auth", *step.request.auth);
        }
        if (step.sql) {
            visit(path + "/sql/database", step.sql->database);
            visit(path + "/sql/host", step.sql->host);
            visit(path + "/sql/user", step.sql->user);
            visit(path + "/sql/query", step.sql->query);
        }
        if (step.command) {
            visit(path + "/command/cwd", step.command->cwd);
        }
        auto& body = step.request.body;
        if (body.kind == Body::Kind::file) {
            visit(path + "/request/body_file", body.text);
        }
        for (std::size_t i = 0; i < body.multipart.size(); ++i) {
            visit(childPath(path + "/request/multipart", i) + "/file", body.multipart[i].file);
        }
        for (std::size_t i = 0; i < step.checks.size(); ++i) {
            auto& check = step.checks[i];
            const auto at = childPath(path + "/checks", i);
            if (check.kind == Check::Kind::bodyContains) {
                visit(at + "/body_contains", check.expression);
            }
            if (check.equals && check.equals->is_string()) {
                visit(at + "/equals",
                    check.equals->template get_ref<std::conditional_t<std::is_const_v<AnyScenario>,
                        const std::string&, std::string&>>());
            }
        }
    });
    forEachMonitorText(scenario.monitors, visit);
    visit("/thresholds", scenario.thresholds);
}

} // namespace plumb::scenario
