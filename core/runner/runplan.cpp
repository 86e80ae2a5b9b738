// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runplan.h"

#include "base/files.h"
#include "runner/commandtrust.h"
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace fs = std::filesystem;

namespace plumb::runner {

namespace {

std::optional<std::string> processEnvironment(const std::string& name)
{
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::string sentence(const scenario::Problem& problem)
{
    return (problem.path.empty() ? "" : problem.path + ": ") + problem.message
        + (problem.remedy.empty() ? "" : "; " + problem.remedy);
}

/// All errors as one Error, warnings into @p warnings.
Result<void> validate(const fs::path& file, const fs::path& folder, std::vector<std::string>& warnings)
{
    const auto json = scenario::readScenarioJson(file);
    if (!json) {
        return json.error();
    }
    std::vector<std::string> errors;
    for (const auto& problem : scenario::validateDocument(*json, folder)) {
        (problem.warning ? warnings : errors).push_back(sentence(problem));
    }
    if (errors.empty()) {
        return {};
    }
    if (errors.size() == 1) {
        return Error{ErrorKind::input, errors.front(), file.string(), {}};
    }
    std::string all = std::to_string(errors.size()) + " problems";
    for (const auto& error : errors) {
        all += "\n  " + error;
    }
    return Error{ErrorKind::input, all, file.string(), {}};
}

/// --set would show a secret to every user of the machine.
Result<void> refuseSecretArguments(const RunRequest& request, const scenario::Scenario& scenario)
{
    for (const auto& [name, value] : request.overrides.set) {
        for (const auto& [declared, variable] : scenario.variables) {
            if (declared == name && variable.secret) {
                return Error{ErrorKind::usage,
                    "\"" + name + "\" is a secret, and arguments can be read by every user of this machine",
                    "--set " + name,
                    "set it by from_env, or pass {\"" + name + "\": \"...\"} on stdin with --secrets-stdin"};
            }
        }
    }
    return {};
}

Result<void> loadThresholds(const RunRequest& request, RunPlan& plan)
{
    fs::path file = request.thresholds;
    if (file.empty() && !plan.resolved.scenario.thresholds.empty()) {
        const auto& name = plan.resolved.scenario.thresholds;
        file = findThresholds(name, plan.folder, request.library);
        if (file.empty()) {
            return Error{ErrorKind::input, "the thresholds file \"" + name + "\" is not there",
                plan.loaded.file.string() + ", /thresholds",
                "put it beside the scenario or into the library, or choose one with --thresholds"};
        }
    }
    if (file.empty()) {
        return {};
    }
    auto text = readFile(file);
    if (!text) {
        return text.error();
    }
    auto thresholds = judge::readThresholds(file);
    if (!thresholds) {
        return thresholds.error();
    }
    plan.thresholds = std::move(*thresholds);
    plan.thresholds_json = std::move(*text);
    return {};
}

/// As they stand after substitution.
Result<void> readMonitors(RunPlan& plan)
{
    const auto& monitors = plan.resolved.scenario.monitors;
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        std::vector<scenario::Problem> problems;
        const auto path = "/monitors/" + std::to_string(i);
        const auto spec = scenario::monitorFromJson(monitors[i], path, problems);
        for (const auto& problem : problems) {
            if (!problem.warning) {
                return Error{ErrorKind::input, problem.message,
                    plan.loaded.file.string() + ", " + problem.path, problem.remedy};
            }
        }
        if (spec) {
            plan.monitors.push_back(*spec);
        }
    }
    return {};
}

} // namespace

void dropWarmup(scenario::Scenario& scenario)
{
    const auto drop = [](scenario::Load& load) {
        load.warmup_s = {};
        load.warmup_iterations = {};
    };
    drop(scenario.load);
    for (auto& pattern : scenario.patterns) {
        if (pattern.load) {
            drop(*pattern.load);
        }
    }
}

/// What is written down; addresses that come out of variables are checked when they are asked for.
Result<void> checkHosts(const HostGuard& hosts, const scenario::Scenario& scenario)
{
    Result<void> first;
    const auto look = [&first, &hosts](const std::string& path, const std::string& url) {
        if (first && url.find("://") != std::string::npos && url.find("{{") == std::string::npos) {
            first = hosts.check(url, path);
        }
    };
    look("/target/base_url", scenario.target.base_url);
    look("/target/proxy", scenario.target.proxy);
    look("/target/auth", scenario.target.auth.token_url);
    for (std::size_t i = 0; i < scenario.monitors.size(); ++i) {
        const auto& monitor = scenario.monitors[i];
        if (const auto url = monitor.find("url"); url != monitor.end() && url->is_string()) {
            look("/monitors/" + std::to_string(i) + "/url", url->get<std::string>());
        }
    }
    const auto lookAt = [&look](const scenario::Step& step) {
        if (step.enabled) {
            look("step " + step.name + ", path", step.request.path);
            look("step " + step.name + ", auth",
                step.request.auth ? step.request.auth->token_url : std::string());
        }
        // A path is a socket of this machine.
        if (step.enabled && step.sql && !step.sql->host.empty() && !step.sql->host.starts_with('/')) {
            const bool bare = step.sql->host.find(':') == std::string::npos;
            look("step " + step.name + ", host",
                "sql://" + (bare ? step.sql->host : '[' + step.sql->host + ']'));
        }
    };
    for (const auto& setup : scenario.setup) {
        lookAt(setup.step);
        std::for_each(setup.on_failure.begin(), setup.on_failure.end(), lookAt);
    }
    for (const auto& pattern : scenario.patterns) {
        if (pattern.enabled) {
            std::for_each(pattern.steps.begin(), pattern.steps.end(), lookAt);
        }
    }
    return first;
}

fs::path findThresholds(const std::string& name, const fs::path& scenarioFolder, const fs::path& library)
{
    const fs::path given = name;
    std::vector<fs::path> places{scenarioFolder / given, scenarioFolder.parent_path() / given};
    if (!library.empty()) {
        places.push_back(library / given);
        places.push_back(library / "thresholds" / given);
    }
    for (const auto& place : places) {
        if (fs::is_regular_file(place)) {
            return place;
        }
    }
    return {};
}

Result<RunPlan> planRun(const RunRequest& request, const std::vector<std::string>& libraryHosts)
{
    RunPlan plan;
    std::error_code code;
    const auto file = fs::absolute(request.scenario, code);
    auto loaded = scenario::loadScenario(file);
    plan.folder = file.parent_path();
    if (const auto valid = validate(file, plan.folder, plan.warnings); !valid) {
        return valid.error();
    }
    if (!loaded) {
        return loaded.error();
    }
    if (request.overrides.load) { // the scenario's loads are not used
        std::erase_if(plan.warnings, [](const std::string& warning) {
            const auto path = warning.substr(0, warning.find(':'));
            return path.find("/load/") != std::string::npos;
        });
    }
    plan.loaded = std::move(*loaded);
    if (const auto safe = refuseSecretArguments(request, plan.loaded.scenario); !safe) {
        return safe.error();
    }
    auto resolved = scenario::resolve(plan.loaded, request.overrides, processEnvironment);
    if (!resolved) {
        return resolved.error();
    }
    plan.resolved = std::move(*resolved);
    if (request.without_warmup) {
        dropWarmup(plan.resolved.scenario);
    }
    const auto acts = localActs(plan.loaded.scenario);
    if (!request.allow_commands) {
        if (const auto allowed = checkAllowed(acts, file.string()); !allowed) {
            return allowed.error();
        }
    } else if (const auto kept = allowActs(acts); !kept) {
        plan.warnings.push_back(kept.error().text());
    }
    const auto& target = plan.resolved.scenario.target;
    plan.builtin = target.base_url == "builtin:";
    auto confirmed = libraryHosts;
    confirmed.insert(confirmed.end(), request.confirmed_hosts.begin(), request.confirmed_hosts.end());
    plan.hosts = HostGuard(confirmed);
    if (const auto allowed = checkHosts(plan.hosts, plan.resolved.scenario); !allowed) {
        return allowed.error();
    }
    if (const auto read = readMonitors(plan); !read) {
        return read.error();
    }
    if (const auto found = loadThresholds(request, plan); !found) {
        return found.error();
    }
    return plan;
}

} // namespace plumb::runner
