// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/loadoptions.h"

#include "app/headless/outputs.h"
#include "base/units.h"
#include "scenario/prepare.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace plumb::headless {

namespace {

constexpr auto group = "Load (instead of the scenario's)";

Error wrongUse(const std::string& what, const std::string& where)
{
    return {ErrorKind::usage, what, where, "see plumb run --help"};
}

std::string knownPresets()
{
    std::string names;
    for (const auto& name : scenario::presetNames()) {
        names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

/// Options that say nothing about the chosen kind of load would be left out without a word.
Result<void> checkCompanions(const LoadOptions& options)
{
    if (options.concurrency && !options.requests) {
        return wrongUse("this goes with --requests", "--concurrency");
    }
    if (options.spawnRate && !options.vus) {
        return wrongUse("this goes with --vus", "--spawn-rate");
    }
    if (!options.duration.empty() && !options.rate && !options.vus) {
        return wrongUse(options.preset.empty()
                ? "this goes with --rate or --vus"
                : "a preset has its own duration; this goes with --rate or --vus",
            "--duration");
    }
    return {};
}

Result<double> seconds(const LoadOptions& options)
{
    if (options.duration.empty()) {
        return wrongUse("how long? --duration is missing", "--duration");
    }
    const auto value = parseDuration(options.duration);
    if (!value || *value <= 0) {
        return wrongUse("\"" + options.duration + "\" is no duration, write 30s or 2m", "--duration");
    }
    return *value;
}

} // namespace

void addLoadOptions(CLI::App& app, LoadOptions& options)
{
    app.add_option("--preset", options.preset, "A load preset: " + knownPresets())
        ->check(notEmpty())
        ->group(group);
    app.add_option("--requests", options.requests, "This many iterations altogether (shared-iterations)")
        ->check(aboveZero())
        ->group(group);
    app.add_option("--concurrency", options.concurrency, "Users that share the --requests")
        ->check(aboveZero())
        ->group(group);
    app.add_option(
           "--rate", options.rate, "Iterations per second, arriving whatever happens (constant-arrival-rate)")
        ->check(aboveZero())
        ->group(group);
    app.add_option("--vus", options.vus, "Virtual users, each as fast as it can (constant-vus)")
        ->check(aboveZero())
        ->group(group);
    app.add_option("--spawn-rate", options.spawnRate, "Users started per second, with --vus (ramping-vus)")
        ->check(aboveZero())
        ->group(group);
    app.add_option("--duration", options.duration, "How long, with --rate or --vus: 30s, 2m")
        ->check(notEmpty())
        ->group(group);
}

Result<std::optional<scenario::Load>> loadFrom(const LoadOptions& options)
{
    const int kinds = (options.preset.empty() ? 0 : 1) + (options.requests ? 1 : 0) + (options.rate ? 1 : 0)
        + (options.vus ? 1 : 0);
    if (kinds > 1) {
        return wrongUse("these exclude one another", "--preset, --requests, --rate, --vus");
    }
    if (const auto fitting = checkCompanions(options); !fitting) {
        return fitting.error();
    }
    if (kinds == 0) {
        return std::optional<scenario::Load>();
    }
    scenario::Load load;
    if (!options.preset.empty()) {
        auto preset = scenario::preset(options.preset);
        if (!preset) {
            return wrongUse(
                "there is no preset \"" + options.preset + "\"; there are " + knownPresets(), "--preset");
        }
        return preset;
    }
    if (options.requests) {
        load.executor = "shared-iterations";
        load.iterations = *options.requests;
        load.vus = options.concurrency.value_or(1);
        return std::optional(load);
    }
    const auto duration = seconds(options);
    if (!duration) {
        return duration.error();
    }
    load.duration_s = *duration;
    if (options.rate) {
        load.executor = "constant-arrival-rate";
        load.rate = *options.rate;
    } else if (options.spawnRate) {
        load.executor = "ramping-vus";
        load.users = *options.vus;
        load.spawn_rate = *options.spawnRate;
    } else {
        load.executor = "constant-vus";
        load.vus = *options.vus;
    }
    return std::optional(load);
}

} // namespace plumb::headless
