// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

const Names<bool> patternsRunNames{{"together", false}, {"in-turn", true}};
const Names<DataFeed::Pick> pickNames{{"sequential", DataFeed::Pick::sequential},
    {"random", DataFeed::Pick::random}, {"per-user", DataFeed::Pick::perUser}};
const Names<DataFeed::AtEnd> atEndNames{{"recycle", DataFeed::AtEnd::recycle},
    {"stop", DataFeed::AtEnd::stop}, {"unique", DataFeed::AtEnd::unique}};

Json toJson(const Variable& variable)
{
    if (variable.shorthand) {
        return variable.default_value;
    }
    ObjectWriter writer(variable.extra);
    if (variable.default_value.is_null()) {
        writer.leave("default");
    } else {
        writer.put("default", variable.default_value);
    }
    writer.text("from_env", variable.from_env);
    writer.text("from_keychain", variable.from_keychain);
    writer.flag("required", variable.required, true);
    writer.flag("secret", variable.secret, false);
    return writer.take();
}

Variable readVariable(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Variable variable;
    if (!json.is_object()) {
        variable.default_value = json;
        variable.shorthand = true;
        return variable;
    }
    ObjectReader reader(json, path, problems);
    if (const Json* value = reader.find("default")) {
        variable.default_value = *value;
    }
    reader.text("from_env", variable.from_env);
    reader.text("from_keychain", variable.from_keychain);
    reader.flag("required", variable.required);
    reader.flag("secret", variable.secret);
    variable.extra = reader.remainder(toJson(variable));
    return variable;
}

Json toJson(const Environment& environment)
{
    ObjectWriter writer(environment.extra);
    writer.text("base_url", environment.base_url);
    Json variables = Json::object();
    for (const auto& [name, value] : environment.variables) {
        variables[name] = value;
    }
    writer.object("variables", std::move(variables));
    writer.object("target", environment.target);
    return writer.take();
}

Environment readEnvironment(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Environment environment;
    ObjectReader reader(json, path, problems);
    reader.text("base_url", environment.base_url);
    if (const Json* variables = reader.object("variables")) {
        for (const auto& [name, value] : variables->items()) {
            environment.variables.emplace_back(name, value);
        }
    }
    if (const Json* target = reader.object("target")) {
        readTarget(*target, reader.at("target"), problems); // only its problems are wanted
        environment.target = *target;
    }
    environment.extra = reader.remainder(toJson(environment));
    return environment;
}

Json toJson(const DataFeed& feed)
{
    ObjectWriter writer(feed.extra);
    writer.text("name", feed.name);
    writer.text("file", feed.file);
    writer.choice("pick", feed.pick, DataFeed::Pick::sequential, pickNames);
    writer.choice("at_end", feed.at_end, DataFeed::AtEnd::recycle, atEndNames);
    writer.texts("secret_columns", feed.secret_columns);
    return writer.take();
}

DataFeed readFeed(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    DataFeed feed;
    ObjectReader reader(json, path, problems);
    reader.text("name", feed.name);
    reader.text("file", feed.file);
    reader.choice("pick", feed.pick, pickNames);
    reader.choice("at_end", feed.at_end, atEndNames);
    reader.texts("secret_columns", feed.secret_columns);
    feed.extra = reader.remainder(toJson(feed));
    return feed;
}

template <class T>
void putNamed(
    ObjectWriter& writer, std::string_view key, const std::vector<std::pair<std::string, T>>& values)
{
    Json json = Json::object();
    for (const auto& [name, value] : values) {
        json[name] = toJson(value);
    }
    writer.object(key, std::move(json));
}

template <class T, class Read>
void getNamed(
    ObjectReader& reader, std::string_view key, std::vector<std::pair<std::string, T>>& out, Read read)
{
    if (const Json* json = reader.object(key)) {
        for (const auto& [name, value] : json->items()) {
            out.emplace_back(name, read(value, childPath(reader.at(key), name), reader.problems()));
        }
    }
}

template <class T>
void putList(ObjectWriter& writer, std::string_view key, const std::vector<T>& values)
{
    Json list = Json::array();
    for (const auto& value : values) {
        list.push_back(toJson(value));
    }
    writer.object(key, std::move(list));
}

template <class T, class Read>
void getList(ObjectReader& reader, std::string_view key, std::vector<T>& out, Read read)
{
    if (const Json* list = reader.array(key)) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            out.push_back(read((*list)[i], childPath(reader.at(key), i), reader.problems()));
        }
    }
}

/// Below what parseJson() takes: reports hold their scenario some levels down, and must be readable again.
constexpr int maxDepth = 200;

bool isDeeperThan(int levels, const Json& json)
{
    return json.is_structured()
        && (levels == 0 || std::any_of(json.begin(), json.end(), [levels](const Json& element) {
               return isDeeperThan(levels - 1, element);
           }));
}

} // namespace

Json toJson(const Scenario& scenario)
{
    ObjectWriter writer(scenario.extra);
    // A later minor version ("/1.4") stays: what it added is in `extra`.
    writer.put("schema", "plumbline.scenario/1",
        [](const Json& spelled, const Json&) { return spelled.is_string(); });
    writer.text("operation", scenario.operation);
    writer.text("environment", scenario.environment);
    writer.text("target_version", scenario.target_version);
    writer.text("note", scenario.note);
    writer.texts("tags", scenario.tags);
    writer.object("target", toJson(scenario.target));
    putNamed(writer, "environments", scenario.environments);
    putNamed(writer, "variables", scenario.variables);
    putList(writer, "data", scenario.data);
    putList(writer, "setup", scenario.setup);
    writer.choice("patterns_run", scenario.patterns_in_turn, false, patternsRunNames);
    putList(writer, "patterns", scenario.patterns);
    if (scenario.load == Load{}) {
        writer.leave("load");
    } else {
        writer.put("load", toJson(scenario.load));
    }
    writer.object("monitors", scenario.monitors);
    writer.object("stop_when", scenario.stop_when);
    writer.text("thresholds", scenario.thresholds);
    return writer.take();
}

Scenario readScenario(const Json& json, std::vector<Problem>& problems)
{
    Scenario scenario;
    if (isDeeperThan(maxDepth, json)) {
        problems.push_back({{}, "lists and objects are nested too deeply",
            "a scenario can have at most " + std::to_string(maxDepth) + " levels"});
        return scenario;
    }
    ObjectReader reader(json, {}, problems);
    reader.find("schema");
    reader.text("operation", scenario.operation);
    reader.text("environment", scenario.environment);
    reader.text("target_version", scenario.target_version);
    reader.text("note", scenario.note);
    reader.texts("tags", scenario.tags);
    if (const Json* target = reader.find("target")) {
        scenario.target = readTarget(*target, reader.at("target"), problems);
    }
    getNamed(reader, "environments", scenario.environments, readEnvironment);
    getNamed(reader, "variables", scenario.variables, readVariable);
    getList(reader, "data", scenario.data, readFeed);
    getList(reader, "setup", scenario.setup, readSetupStep);
    reader.choice("patterns_run", scenario.patterns_in_turn, patternsRunNames);
    getList(reader, "patterns", scenario.patterns, readPattern);
    if (const Json* load = reader.find("load")) {
        scenario.load = readLoad(*load, reader.at("load"), problems);
    }
    if (const Json* monitors = reader.array("monitors")) {
        scenario.monitors = *monitors;
    }
    if (const Json* rules = reader.array("stop_when")) {
        scenario.stop_when = *rules;
    }
    reader.text("thresholds", scenario.thresholds);
    scenario.extra = reader.remainder(toJson(scenario));
    return scenario;
}

} // namespace plumb::scenario
