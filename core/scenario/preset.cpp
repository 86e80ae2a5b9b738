// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/prepare.h"

#include <nlohmann/json.hpp>

#include <array>

namespace plumb::scenario {

namespace {

Load rampUp(int users, double spawnRate, double seconds)
{
    Load load;
    load.executor = "ramping-vus";
    load.users = users;
    load.spawn_rate = spawnRate;
    load.duration_s = seconds;
    return load;
}

Load stages(int start, std::initializer_list<std::pair<double, double>> stages)
{
    Load load;
    load.executor = "ramping-vus";
    load.start_vus = start;
    for (const auto& [seconds, target] : stages) {
        Stage stage;
        stage.duration_s = seconds;
        stage.target = target;
        load.stages.push_back(stage);
    }
    return load;
}

Load smoke()
{
    Load load;
    load.executor = "shared-iterations";
    load.iterations = std::int64_t{10};
    load.vus = 1;
    return load;
}

Load burst()
{
    Load load;
    load.executor = "burst";
    load.size = 20;
    load.duration_s = 120.0;
    return load;
}

Load soak()
{
    Load load;
    load.executor = "constant-vus";
    load.vus = 10;
    load.duration_s = 3600.0;
    return load;
}

/// Up to 50 users in 300 s, then on at the same slope; a stop rule or the user ends it.
Load stress()
{
    return stages(0, {{300.0, 50.0}, {2700.0, 500.0}});
}

/// 10 users for 30 s, up to 100 within 5 s, 30 s there, and 60 s at 10 to see the recovery.
Load spike()
{
    return stages(10, {{30.0, 10.0}, {5.0, 100.0}, {30.0, 100.0}, {1.0, 10.0}, {60.0, 10.0}});
}

struct Preset
{
    std::string_view name;
    Load (*make)();
};

/// PRODUCT.md section 4.
constexpr std::array<Preset, 8> presets{{
    {"smoke", smoke},
    {"baseline", [] { return rampUp(10, 2.0, 180.0); }},
    {"normal", [] { return rampUp(10, 2.0, 60.0); }},
    {"high", [] { return rampUp(50, 5.0, 300.0); }},
    {"burst", burst},
    {"stress", stress},
    {"spike", spike},
    {"soak", soak},
}};

} // namespace

std::optional<Load> preset(std::string_view name)
{
    for (const auto& candidate : presets) {
        if (candidate.name == name) {
            return candidate.make();
        }
    }
    return std::nullopt;
}

Json presetStopRules(std::string_view name)
{
    Json rules = Json::array();
    if (name == "stress") {
        rules.push_back({{"metric", "error_rate"}, {"over_s", 10}, {"is", "> 0.05"}});
        rules.push_back({{"metric", "latency_ms.p95"}, {"over_s", 10}, {"is", "> 10000"}});
    }
    return rules;
}

std::vector<std::string> presetNames()
{
    std::vector<std::string> names;
    for (const auto& candidate : presets) {
        names.emplace_back(candidate.name);
    }
    return names;
}

} // namespace plumb::scenario
