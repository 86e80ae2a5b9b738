// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"

namespace plumb::scenario {

namespace {

const Names<OnFail> onFailNames{
    {"continue", OnFail::goOn}, {"end-iteration", OnFail::endIteration}, {"stop", OnFail::stop}};
const Names<bool> orderNames{{"sequence", false}, {"weighted", true}};
const Names<bool> perNames{{"user", true}, {"run", false}};

template <class T>
void putList(ObjectWriter& writer, std::string_view key, const std::vector<T>& values)
{
    if (values.empty()) {
        writer.leave(key);
        return;
    }
    Json list = Json::array();
    for (const auto& value : values) {
        list.push_back(toJson(value));
    }
    writer.put(key, std::move(list));
}

template <class T>
void putOptional(ObjectWriter& writer, std::string_view key, const std::optional<T>& value)
{
    if (value) {
        writer.put(key, toJson(*value));
    } else {
        writer.leave(key);
    }
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

void writeStep(ObjectWriter& writer, const Step& step)
{
    writer.text("name", step.name);
    writer.text("kind", step.kind, "http");
    writer.flag("enabled", step.enabled, true);
    writer.text("group", step.group);
    writer.texts("requires", step.requires_variables);
    writer.number("every", step.every);
    writer.number("weight", step.weight);
    writer.number("repeat", step.repeat);
    writer.object("request", toJson(step.request));
    putOptional(writer, "sql", step.sql);
    putOptional(writer, "command", step.command);
    putList(writer, "extract", step.extract);
    putList(writer, "checks", step.checks);
    putOptional(writer, "reason", step.reason);
    if (step.on_fail) {
        for (const auto& [name, value] : onFailNames) {
            if (value == *step.on_fail) {
                writer.put("on_fail", std::string(name));
            }
        }
    } else {
        writer.leave("on_fail");
    }
    putOptional(writer, "think_ms", step.think);
    writer.number("cold_first", step.cold_first);
}

void readStepFields(ObjectReader& reader, Step& step)
{
    auto& problems = reader.problems();
    reader.text("name", step.name);
    reader.text("kind", step.kind);
    reader.flag("enabled", step.enabled);
    reader.text("group", step.group);
    reader.texts("requires", step.requires_variables);
    reader.number("every", step.every);
    reader.number("weight", step.weight);
    reader.number("repeat", step.repeat);
    if (const Json* request = reader.find("request")) {
        step.request = readRequest(*request, reader.at("request"), problems);
    } else if (reader.isObject() && step.kind == "http") {
        reader.problem(
            "request", "the step has no request", "add \"request\": {\"method\": \"GET\", \"path\": \"/\"}");
    }
    if (const Json* sql = reader.find("sql")) {
        step.sql = readSql(*sql, reader.at("sql"), problems);
    }
    if (const Json* command = reader.find("command")) {
        step.command = readCommand(*command, reader.at("command"), problems);
    }
    getList(reader, "extract", step.extract, readExtract);
    getList(reader, "checks", step.checks, readCheck);
    if (const Json* reason = reader.find("reason")) {
        step.reason = readReason(*reason, reader.at("reason"), problems);
    }
    if (reader.find("on_fail") != nullptr) {
        OnFail onFail = OnFail::goOn;
        reader.choice("on_fail", onFail, onFailNames);
        step.on_fail = onFail;
    }
    if (const Json* think = reader.find("think_ms")) {
        step.think = readThink(*think, reader.at("think_ms"), problems);
    }
    reader.number("cold_first", step.cold_first);
}

} // namespace

Json toJson(const Step& step)
{
    ObjectWriter writer(step.extra);
    writeStep(writer, step);
    return writer.take();
}

Step readStep(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Step step;
    ObjectReader reader(json, path, problems);
    readStepFields(reader, step);
    step.extra = reader.remainder(toJson(step));
    return step;
}

Json toJson(const SetupStep& setup)
{
    ObjectWriter writer(setup.step.extra);
    writer.choice("per", setup.per_user, true, perNames);
    writeStep(writer, setup.step);
    putList(writer, "on_failure", setup.on_failure);
    return writer.take();
}

SetupStep readSetupStep(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    SetupStep setup;
    ObjectReader reader(json, path, problems);
    reader.choice("per", setup.per_user, perNames);
    readStepFields(reader, setup.step);
    getList(reader, "on_failure", setup.on_failure, readStep);
    setup.step.extra = reader.remainder(toJson(setup));
    return setup;
}

Json toJson(const Pattern& pattern)
{
    ObjectWriter writer(pattern.extra);
    writer.text("name", pattern.name);
    writer.number("weight", pattern.weight);
    writer.flag("enabled", pattern.enabled, true);
    writer.choice("order", pattern.weighted_steps, false, orderNames);
    if (pattern.think.kind == Think::Kind::none) {
        writer.leave("think_ms");
    } else {
        writer.put("think_ms", toJson(pattern.think));
    }
    writer.number("pacing_ms", pattern.pacing_ms);
    putList(writer, "steps", pattern.steps);
    putOptional(writer, "load", pattern.load);
    return writer.take();
}

Pattern readPattern(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Pattern pattern;
    ObjectReader reader(json, path, problems);
    reader.text("name", pattern.name);
    reader.number("weight", pattern.weight);
    reader.flag("enabled", pattern.enabled);
    reader.choice("order", pattern.weighted_steps, orderNames);
    if (const Json* think = reader.find("think_ms")) {
        pattern.think = readThink(*think, reader.at("think_ms"), problems);
    }
    reader.number("pacing_ms", pattern.pacing_ms, Unit::milliseconds);
    getList(reader, "steps", pattern.steps, readStep);
    if (const Json* load = reader.find("load")) {
        pattern.load = readLoad(*load, reader.at("load"), problems);
    }
    pattern.extra = reader.remainder(toJson(pattern));
    return pattern;
}

} // namespace plumb::scenario
