// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/runner.h"

#include <nlohmann/json.hpp>

namespace plumb::runner {

namespace {

Json pairsToJson(const std::vector<std::pair<std::string, std::string>>& pairs)
{
    Json out = Json::array();
    for (const auto& [key, value] : pairs) {
        out.push_back(Json::array({key, value}));
    }
    return out;
}

} // namespace

Json toJson(const RunRequest& request)
{
    const auto& overrides = request.overrides;
    Json out = Json::object();
    out["scenario"] = request.scenario.string();
    out["library"] = request.library.string();
    out["out"] = request.out.string();
    out["thresholds"] = request.thresholds.string();
    out["environment"] = overrides.environment_name;
    out["base_url"] = overrides.base_url;
    out["target_version"] = overrides.target_version;
    out["note"] = overrides.note;
    out["tags"] = overrides.tags;
    out["set"] = pairsToJson(overrides.set);
    if (overrides.load) {
        // The load travels inside a scenario document, whose reader and writer know its every field.
        scenario::Scenario carrier;
        carrier.load = *overrides.load;
        out["load"] = scenario::toJson(carrier)["load"];
        out["stop_when"] = overrides.stop_when;
    }
    if (overrides.seed) {
        out["seed"] = *overrides.seed;
    }
    out["secrets"] = overrides.secrets;
    out["transport"] = request.transport;
    out["confirmed_hosts"] = request.confirmed_hosts;
    out["allow_commands"] = request.allow_commands;
    out["wait"] = request.turn.wait;
    out["quiet"] = std::string(toString(request.turn.quiet));
    if (request.without_warmup) {
        out["without_warmup"] = true;
    }
    if (!request.facts.empty()) {
        out["facts"] = request.facts;
    }
    return out;
}

Result<RunRequest> runRequestFromJson(const Json& json)
{
    try {
        RunRequest request;
        auto& overrides = request.overrides;
        request.scenario = json.at("scenario").get<std::string>();
        request.library = json.value("library", std::string());
        request.out = json.value("out", std::string());
        request.thresholds = json.value("thresholds", std::string());
        overrides.environment_name = json.value("environment", std::string());
        overrides.base_url = json.value("base_url", std::string());
        overrides.target_version = json.value("target_version", std::string());
        overrides.note = json.value("note", std::string());
        overrides.tags = json.value("tags", std::vector<std::string>());
        overrides.secrets = json.value("secrets", std::map<std::string, std::string>());
        for (const auto& pair : json.value("set", Json::array())) {
            overrides.set.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
        }
        if (json.contains("seed")) {
            overrides.seed = json.at("seed").get<std::int64_t>();
        }
        if (json.contains("load")) {
            Json carrier = scenario::toJson(scenario::Scenario{});
            carrier["load"] = json.at("load");
            auto read = scenario::scenarioFromJson(carrier, "run request");
            if (!read) {
                return read.error();
            }
            overrides.load = read->load;
            overrides.stop_when = json.value("stop_when", Json::array());
        }
        request.transport = json.value("transport", std::string("qnam"));
        request.confirmed_hosts = json.value("confirmed_hosts", std::vector<std::string>());
        request.allow_commands = json.value("allow_commands", false);
        request.turn.wait = json.value("wait", true);
        request.turn.quiet = quietWishFromString(json.value("quiet", std::string()));
        request.without_warmup = json.value("without_warmup", false);
        request.facts = json.value("facts", std::map<std::string, std::string>());
        return request;
    } catch (const nlohmann::json::exception& error) {
        return Error{ErrorKind::input, std::string("not a run request: ") + error.what(), "run request", {}};
    }
}

} // namespace plumb::runner
