// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/trial.h"

#include "engine/kinds/kindfactory.h"
#include "runner/commandtrust.h"
#include "runner/hostguard.h"
#include "runner/runplan.h"
#include "runner/transports.h"
#include "runner/trialuser.h"
#include "sample/builtinspec.h"
#include "sample/sampleservice.h"
#include "scenario/visit.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace plumb::runner {

namespace {

constexpr std::uint64_t trialSeed = 1;

Result<scenario::Resolved> resolve(const TrialRequest& request)
{
    const auto lookup = [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    };
    return scenario::resolve(
        {request.scenario, request.folder / "scenario.json", {}}, request.overrides, lookup);
}

bool isBuiltin(const scenario::Scenario& scenario)
{
    return scenario.target.base_url.starts_with("builtin:");
}

/// The index after @p prefix in @p path: 2 for "/patterns/0/steps/2".
std::optional<std::size_t> indexAfter(const std::string& path, const std::string& prefix)
{
    if (!path.starts_with(prefix)) {
        return std::nullopt;
    }
    char* end = nullptr;
    const auto text = path.substr(prefix.size());
    const auto value = std::strtoul(text.c_str(), &end, 10);
    return end == text.c_str() ? std::nullopt : std::optional<std::size_t>(value);
}

/// Leaves in @p scenario what is needed to send the chosen step: the set-up and, of its pattern, the steps up
/// to it that extract something. Error: there is no such step.
Result<void> narrow(scenario::Scenario& scenario, const std::string& step)
{
    const Error none{ErrorKind::usage, "there is no such step", step, {}};
    const auto wanted = [&](scenario::Step& chosen) -> Result<void> {
        chosen.enabled = true;
        chosen.requires_variables.clear();
        return {};
    };
    if (const auto setup = indexAfter(step, "/setup/")) {
        if (*setup >= scenario.setup.size()) {
            return none;
        }
        scenario.setup.resize(*setup + 1);
        auto chosen = scenario.setup.back().step;
        const auto repair = indexAfter(step, "/setup/" + std::to_string(*setup) + "/on_failure/");
        if (repair) {
            if (*repair >= scenario.setup.back().on_failure.size()) {
                return none;
            }
            chosen = scenario.setup.back().on_failure[*repair];
        }
        // The chosen one is sent as the last step, not as part of the set-up.
        scenario.setup.pop_back();
        scenario.patterns.resize(1);
        scenario.patterns[0].enabled = true;
        scenario.patterns[0].steps = {chosen};
        return wanted(scenario.patterns[0].steps[0]);
    }
    const auto pattern = indexAfter(step, "/patterns/");
    if (!pattern || *pattern >= scenario.patterns.size()) {
        return none;
    }
    const auto index = indexAfter(step, "/patterns/" + std::to_string(*pattern) + "/steps/");
    auto kept = scenario.patterns[*pattern];
    if (!index || *index >= kept.steps.size()) {
        return none;
    }
    auto chosen = kept.steps[*index];
    kept.steps.resize(*index);
    std::erase_if(kept.steps, [](const scenario::Step& s) { return !s.enabled || s.extract.empty(); });
    kept.steps.push_back(std::move(chosen));
    kept.enabled = true;
    scenario.patterns = {std::move(kept)};
    return wanted(scenario.patterns[0].steps.back());
}

Result<std::unique_ptr<sample::SampleService>> startService()
{
    auto spec = sample::builtinSpec();
    if (!spec) {
        return spec.error();
    }
    sample::Options options;
    options.spec = std::move(*spec);
    options.seed = trialSeed;
    return sample::SampleService::start(std::move(options));
}

/// What the chosen step leads to; the target where it is asked.
std::vector<std::string> trialUrls(const TrialRequest& request, const scenario::Scenario& resolved)
{
    auto narrowed = resolved;
    std::vector<std::string> urls{resolved.target.base_url};
    if (!narrow(narrowed, request.step)) {
        return urls;
    }
    scenario::forEachStep(narrowed, [&urls](const std::string&, const scenario::Step& step) {
        if (step.kind == "sql" && step.sql && !step.sql->host.empty()) {
            urls.push_back("sql://" + step.sql->host);
        }
    });
    if (!scenario::needsTarget(narrowed)) {
        urls.erase(urls.begin());
    }
    return urls;
}

} // namespace

Result<std::string> trialHost(const TrialRequest& request)
{
    const auto resolved = resolve(request);
    if (!resolved) {
        return resolved.error();
    }
    for (const auto& url : trialUrls(request, resolved->scenario)) {
        if (!HostGuard(request.confirmed_hosts).check(url, "target")) {
            return hostOf(url);
        }
    }
    return std::string();
}

std::vector<std::string> trialActs(const TrialRequest& request)
{
    auto narrowed = request;
    if (!narrow(narrowed.scenario, request.step)) {
        return {};
    }
    const auto acts = localActs(narrowed.scenario);
    const bool fine
        = isAllowed(acts) || isAllowed(localActs(request.scenario)) || isShipped(localActs(request.scenario));
    return fine ? std::vector<std::string>() : acts.lines;
}

Result<Trial> sendOnce(const TrialRequest& request, const std::shared_ptr<std::atomic_bool>& cancelled)
{
    auto narrowed = request;
    if (const auto done = narrow(narrowed.scenario, request.step); !done) {
        return done.error();
    }
    if (request.allow_commands) {
        // What cannot be remembered is asked for again.
        static_cast<void>(allowActs(localActs(narrowed.scenario)));
    } else if (const auto acts = trialActs(request); !acts.empty()) {
        return Error{
            ErrorKind::usage, "nobody has allowed what it would run here: " + acts.front(), request.step, {}};
    }
    const auto resolved = resolve(narrowed);
    if (!resolved) {
        return resolved.error();
    }
    const HostGuard guard(request.confirmed_hosts);
    std::unique_ptr<sample::SampleService> service;
    auto baseUrl = resolved->scenario.target.base_url;
    if (isBuiltin(resolved->scenario)) {
        auto started = startService();
        if (!started) {
            return started.error();
        }
        service = std::move(*started);
        baseUrl = service->baseUrl();
    }
    if (const auto allowed = checkHosts(guard, resolved->scenario); !allowed) {
        return allowed.error();
    }
    const auto compiled = scenario::compile(*resolved, request.folder, baseUrl, trialSeed);
    if (!compiled) {
        return compiled.error();
    }
    const auto http = makeTransport("qnam");
    if (!http) {
        return http.error();
    }
    const auto transport = engine::withKinds(*http, *compiled);
    if (!transport) {
        return transport.error();
    }
    const engine::TransportSettings settings{
        compiled->base_url, compiled->scenario.target, request.folder, 1};
    if (const auto ready = (*transport)->prepare(settings); !ready) {
        return ready.error();
    }
    auto io = (*transport)->make(settings);
    if (!io) {
        return io.error();
    }
    TrialUser user(
        *compiled, *io->transport, [&guard](const std::string& host) { return guard.allows(host); });
    return user.run(*io->reactor, cancelled);
}

} // namespace plumb::runner
