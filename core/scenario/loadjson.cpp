// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/jsonfields.h"
#include "scenario/loadfields.h"
#include "scenario/partsjson.h"

namespace plumb::scenario {

namespace {

Json toJson(const Stage& stage)
{
    ObjectWriter writer(stage.extra);
    writer.number("duration_s", stage.duration_s);
    writer.number("target", stage.target);
    return writer.take();
}

Stage readStage(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Stage stage;
    ObjectReader reader(json, path, problems);
    reader.number("duration_s", stage.duration_s, Unit::seconds);
    reader.number("target", stage.target);
    stage.extra = reader.remainder(toJson(stage));
    return stage;
}

} // namespace

const std::vector<std::string>& executorNames()
{
    static const std::vector<std::string> names{"constant-vus", "ramping-vus", "shared-iterations",
        "per-vu-iterations", "burst", "constant-arrival-rate", "ramping-arrival-rate"};
    return names;
}

Json toJson(const Load& load)
{
    ObjectWriter writer(load.extra);
    writer.put("executor", load.executor);
    forEachLoadField(load, [&](std::string_view name, const auto& bound, const LoadField&) {
        writer.number(name, bound);
        if (name != "start_rate") {
            return;
        }
        // The stages stand beside their start.
        if (load.stages.empty()) {
            writer.leave("stages");
            return;
        }
        Json stages = Json::array();
        for (const auto& stage : load.stages) {
            stages.push_back(toJson(stage));
        }
        writer.put("stages", std::move(stages));
    });
    writer.text("arrivals", load.arrivals, "uniform");
    writer.text("warmup_shape", load.warmup_shape, "full");
    return writer.take();
}

Load readLoad(const Json& json, const std::string& path, std::vector<Problem>& problems)
{
    Load load;
    ObjectReader reader(json, path, problems);
    if (reader.isObject() && reader.find("executor") == nullptr) {
        reader.problem(
            "executor", "the load has no executor", "add \"executor\": \"constant-vus\" or another one");
    }
    reader.text("executor", load.executor);
    forEachLoadField(load, [&](std::string_view name, auto& bound, const LoadField& field) {
        reader.number(name, bound, field.unit);
    });
    if (const Json* stages = reader.array("stages")) {
        for (std::size_t i = 0; i < stages->size(); ++i) {
            load.stages.push_back(readStage((*stages)[i], childPath(reader.at("stages"), i), problems));
        }
    }
    reader.choice("arrivals", load.arrivals,
        {{"uniform", std::string("uniform")}, {"poisson", std::string("poisson")}});
    reader.choice(
        "warmup_shape", load.warmup_shape, {{"full", std::string("full")}, {"ramp", std::string("ramp")}});
    load.extra = reader.remainder(toJson(load));
    return load;
}

} // namespace plumb::scenario
