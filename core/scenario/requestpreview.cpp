// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/requestpreview.h"

#include "scenario/encoding.h"
#include "scenario/httpstep.h"
#include "scenario/jsonfields.h"
#include "scenario/partsjson.h"

#include "base/timestamp.h"

#include <algorithm>

namespace plumb::scenario {

namespace {

const std::string hidden = "***";

std::string placeholder(const std::string& name)
{
    return "{{" + name + "}}";
}

/// Names of the variables in every text of @p json.
void collect(const Json& json, std::vector<std::string>& names)
{
    if (json.is_string() && isTemplate(json.get_ref<const std::string&>())) {
        const auto compiled = TextTemplate::compile(json.get_ref<const std::string&>());
        if (!compiled) {
            return; // compiling the step says what is wrong
        }
        for (const auto& name : compiled->variables()) {
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
    } else if (json.is_structured()) {
        for (const auto& [key, value] : json.items()) {
            collect(Json(key), names);
            collect(value, names);
        }
    }
}

void replaceAll(std::string& text, const std::string& from, const std::string& to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// What resolve() needs of the scenario to give the target of the chosen environment.
Result<Target> targetOf(const Scenario& scenario, const Overrides& overrides, const EnvironmentLookup& lookup)
{
    LoadedScenario bare{scenario, "scenario.json", {}};
    bare.scenario.setup.clear();
    bare.scenario.patterns.clear();
    bare.scenario.data.clear();
    bare.scenario.load = Load{};
    bare.scenario.load.vus = 1;
    bare.scenario.load.duration_s = 1.0;
    auto given = overrides;
    given.load.reset();
    for (const auto& state : previewVariables(bare, overrides, lookup)) {
        if (state.missing() && state.required) {
            given.secrets[state.name] = placeholder(state.name);
        }
    }
    auto resolved = resolve(bare, given, lookup);
    return resolved ? Result<Target>(std::move(resolved->scenario.target)) : Result<Target>(resolved.error());
}

} // namespace

Result<RequestPreview> previewRequest(const Scenario& scenario, const Step& step,
    const std::filesystem::path& folder, const Overrides& overrides, const EnvironmentLookup& lookup)
{
    const auto target = targetOf(scenario, overrides, lookup);
    if (!target) {
        return target.error();
    }
    VariableScope scope;
    for (const auto& state : previewVariables({scenario, {}, {}}, overrides, lookup)) {
        if (state.value) {
            scope.set(state.name,
                state.secret ? Value{hidden, false, true} : Value{*state.value, state.raw, false});
        }
    }
    RequestPreview preview;
    std::vector<std::string> names;
    collect(toJson(step.request), names);
    if (!step.request.auth) {
        collect(toJson(target->auth), names);
    }
    // What a step extracts or a data file gives is known only while running.
    const auto changes = [&](const std::string& name) {
        return std::any_of(scenario.data.begin(), scenario.data.end(),
            [&](const DataFeed& feed) { return name.starts_with(feed.name + "."); });
    };
    for (const auto& name : names) {
        if (scope.find(name) == nullptr || changes(name)) {
            scope.set(name, {placeholder(name), false, false});
            preview.open.push_back(name);
        }
    }
    scope.set(oauthVariable, {hidden, false, true});

    StepContext context;
    context.target = &*target;
    context.base_url = target->base_url;
    while (context.base_url.ends_with('/')) {
        context.base_url.pop_back();
    }
    context.folder = folder;
    context.boundary = "plumbline-boundary";
    const auto compiled = compileStep(step, context);
    if (!compiled) {
        return compiled.error();
    }
    RandomStream random(1, 0);
    std::uint64_t sequence = 0;
    const RenderContext values{&scope, &random, &sequence, wallClockMs()};
    auto request = (*compiled)->render(values);
    if (!request) {
        return request.error();
    }
    preview.method = std::move(request->method);
    preview.url = std::move(request->url);
    preview.headers = Masker().maskHeaders(request->headers);
    preview.body = request->body ? *request->body : std::string();
    for (const auto& name : preview.open) {
        std::string encoded;
        appendUrlPart(placeholder(name), encoded);
        replaceAll(preview.url, encoded, placeholder(name));
        replaceAll(preview.body, encoded, placeholder(name));
    }
    return preview;
}

} // namespace plumb::scenario
