// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/datafeed.h"
#include "scenario/encoding.h"
#include "scenario/httpstep.h"
#include "scenario/visit.h"

namespace plumb::scenario {

namespace {

/// Keeps what is drawn while compiling apart from the streams of users, whose indexes count from 0.
constexpr std::uint64_t compileStream = 0xC0DEULL << 32U;

/// Names that steps and data feeds set while the run is under way.
Known knownBeforeTheRun(const Resolved& resolved)
{
    Known known;
    known.variables = resolved.variables.get();
    known.changing.emplace(oauthVariable);
    forEachStep(resolved.scenario, [&](const std::string&, const Step& step) {
        for (const auto& extract : step.extract) {
            known.changing.insert(extract.as);
        }
    });
    for (const auto& feed : resolved.scenario.data) {
        known.changingPrefixes.push_back(feed.name + ".");
    }
    return known;
}

std::string withoutTrailingSlash(std::string url)
{
    while (url.ends_with('/')) {
        url.pop_back();
    }
    return url;
}

} // namespace

Result<CompiledScenario> compile(const Resolved& resolved, const std::filesystem::path& folder,
    const std::string& baseUrl, std::uint64_t seed)
{
    CompiledScenario compiled;
    compiled.scenario = resolved.scenario;
    compiled.variables = resolved.variables;
    compiled.secrets = resolved.secrets;
    compiled.seed = seed;
    const auto& scenario = compiled.scenario;
    const bool builtin = scenario.target.base_url.starts_with("builtin:");
    compiled.base_url = withoutTrailingSlash(builtin ? baseUrl : scenario.target.base_url);

    for (const auto& feed : scenario.data) {
        auto opened = openFeed(feed, folder, seed);
        if (!opened) {
            return opened.error();
        }
        compiled.data.push_back(std::move(opened->source));
        compiled.secrets.insert(compiled.secrets.end(), opened->secrets.begin(), opened->secrets.end());
    }

    StepContext context;
    context.target = &scenario.target;
    context.base_url = compiled.base_url;
    context.folder = folder;
    context.known = knownBeforeTheRun(resolved);
    RandomStream random(seed, compileStream);
    context.boundary = "plumbline-";
    appendHex(random.next(), context.boundary);
    appendHex(random.next(), context.boundary);

    const auto addSteps = [&](const std::vector<Step>& steps, auto& out) -> Result<void> {
        for (const auto& step : steps) {
            if (!step.enabled) {
                continue;
            }
            auto one = compileStep(step, context);
            if (!one) {
                return one.error();
            }
            out.push_back(std::move(*one));
        }
        return {};
    };
    for (const auto& setup : scenario.setup) {
        std::vector<std::shared_ptr<const CompiledStep>> main;
        CompiledSetup one;
        one.per_user = setup.per_user;
        if (auto added = addSteps({setup.step}, main); !added) {
            return added.error();
        }
        if (main.empty()) {
            continue;
        }
        one.step = main.front();
        if (auto added = addSteps(setup.on_failure, one.on_failure); !added) {
            return added.error();
        }
        compiled.setup.push_back(std::move(one));
    }
    for (const auto& pattern : scenario.patterns) {
        if (!pattern.enabled) {
            continue;
        }
        CompiledPattern one{pattern, {}};
        if (auto added = addSteps(pattern.steps, one.steps); !added) {
            return added.error();
        }
        compiled.patterns.push_back(std::move(one));
    }
    return compiled;
}

} // namespace plumb::scenario
