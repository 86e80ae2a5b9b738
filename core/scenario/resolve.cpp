// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/encoding.h"
#include "scenario/loadcheck.h"
#include "scenario/partsjson.h"
#include "scenario/variables.h"
#include "scenario/visit.h"

#include <QUrl>

#include <algorithm>
#include <cstdlib>

namespace plumb::scenario {

namespace {

Error fault(const LoadedScenario& loaded, const std::string& path, std::string what, std::string remedy)
{
    return Error{ErrorKind::input, std::move(what), loaded.file.string() + ", " + path, std::move(remedy)};
}

/// The environment's target fields over the target's, as JSON so that nothing is forgotten.
Result<Target> mergedTarget(
    const LoadedScenario& loaded, const std::string& path, const Environment& environment)
{
    Json json = toJson(loaded.scenario.target);
    json.merge_patch(environment.target);
    if (!environment.base_url.empty()) {
        json["base_url"] = environment.base_url;
    }
    std::vector<Problem> problems;
    auto target = readTarget(json, path, problems);
    for (const auto& problem : problems) {
        if (!problem.warning) {
            return fault(loaded, problem.path, problem.message, problem.remedy);
        }
    }
    return target;
}

/// The environment in force: the one asked for, else the scenario's own label; null if that is only a label.
Result<const Environment*> chooseEnvironment(const LoadedScenario& loaded, const std::string& asked)
{
    const auto& scenario = loaded.scenario;
    const auto& name = asked.empty() ? scenario.environment : asked;
    std::string known;
    for (const auto& [candidate, environment] : scenario.environments) {
        if (candidate == name) {
            return &environment;
        }
        known += (known.empty() ? "" : ", ") + candidate;
    }
    if (asked.empty() || asked == scenario.environment) {
        return nullptr;
    }
    return fault(loaded, "/environments", "there is no environment \"" + asked + "\"",
        known.empty() ? "the scenario has none: leave --env out" : "known are: " + known);
}

template <class T>
std::string checkRange(const Bound<T>& bound, const LoadField& field)
{
    if constexpr (std::is_same_v<T, bool>) {
        return {};
    } else {
        return bound.value ? rangeFault(static_cast<double>(*bound.value), field) : std::string();
    }
}

/// Puts the value of "{{var}}" in place; the message of what is wrong, or empty.
template <class T>
std::string substitute(Bound<T>& bound, const LoadField& field, const RenderContext& context)
{
    if (!isTemplate(bound.expression)) {
        return checkRange(bound, field);
    }
    const auto compiled = TextTemplate::compile(bound.expression);
    if (!compiled) {
        return compiled.error().what;
    }
    const auto value = compiled->value(context);
    if (!value) {
        return value.error().what;
    }
    const auto shown = value->secret ? std::string("***") : value->text;
    // The text is read as the number, boolean or duration that could have been written here.
    Json json = Json::parse(value->text, nullptr, false);
    if (json.is_discarded() || json.is_structured()) {
        json = value->text;
    }
    Bound<T> read;
    const auto message
        = isTemplate(value->text) ? std::string("no value") : readBound(json, field.unit, read);
    if (!message.empty() || !read.value) {
        return bound.expression + " is \"" + shown + "\": " + message;
    }
    bound.value = read.value;
    bound.expression.clear();
    return checkRange(bound, field);
}

Result<void> substituteAll(const LoadedScenario& loaded, Scenario& scenario, const RenderContext& context)
{
    std::optional<Error> first;
    forEachBound(scenario, [&](const std::string& path, auto& bound, const LoadField& field) {
        if (auto message = substitute(bound, field, context); !message.empty() && !first) {
            first = fault(loaded, path, std::move(message), "give the variable a value that fits here");
        }
    });
    forEachRunText(scenario, [&](const std::string& path, std::string& text) {
        if (first || !isTemplate(text)) {
            return;
        }
        const auto compiled = TextTemplate::compile(text);
        std::string value;
        const auto rendered = compiled ? compiled->render(context, value) : Result<void>(compiled.error());
        if (!rendered) {
            first = fault(loaded, path, rendered.error().what, rendered.error().remedy);
            return;
        }
        text = std::move(value);
    });
    return first ? Result<void>(*first) : Result<void>();
}

/// A text that must stay hidden, with its value where that is known before the run.
void addSecretText(const std::string& text, const RenderContext& context, std::vector<std::string>& secrets)
{
    const auto compiled = TextTemplate::compile(text);
    std::string value;
    if (compiled && compiled->render(context, value) && !value.empty()) {
        secrets.push_back(std::move(value));
    }
}

void addAuthSecrets(const Auth& auth, const RenderContext& context, std::vector<std::string>& secrets)
{
    addSecretText(auth.password, context, secrets);
    addSecretText(auth.token, context, secrets);
    addSecretText(auth.client_secret, context, secrets);
    if (auth.kind == Auth::Kind::basic) {
        std::vector<std::string> both;
        addSecretText(auth.user + ":" + auth.password, context, both);
        for (const auto& text : both) {
            appendBase64(text, secrets.emplace_back());
        }
    }
}

void addUrlSecrets(const std::string& text, std::vector<std::string>& secrets)
{
    const QUrl url(QString::fromStdString(text));
    if (!url.password().isEmpty()) {
        secrets.push_back(url.password(QUrl::FullyDecoded).toStdString());
        secrets.push_back(url.password(QUrl::FullyEncoded).toStdString());
    }
}

Result<void> checkResolved(const LoadedScenario& loaded, const Scenario& scenario)
{
    const bool wanted = needsTarget(scenario) || !scenario.target.base_url.empty();
    if (const auto wrong = baseUrlFault(scenario.target.base_url); wanted && !wrong.empty()) {
        return fault(loaded, "/target/base_url", wrong, "write http://HOST:PORT, https://HOST or builtin:");
    }
    if (const auto& proxy = scenario.target.proxy; !proxy.empty() && !proxyFault(proxy).empty()) {
        return fault(
            loaded, "/target/proxy", proxyFault(proxy), "write http://HOST:PORT or socks5://HOST:PORT");
    }
    std::vector<Problem> problems;
    bool needsLoad = false;
    for (std::size_t i = 0; i < scenario.patterns.size(); ++i) {
        const auto& pattern = scenario.patterns[i];
        if (pattern.load && pattern.enabled) {
            checkLoad(*pattern.load, childPath("/patterns", i) + "/load", problems);
        }
        needsLoad = needsLoad || (pattern.enabled && !pattern.load);
    }
    if (needsLoad || scenario.patterns.empty()) {
        checkLoad(scenario.load, "/load", problems);
    }
    for (const auto& problem : problems) {
        if (!problem.warning) {
            return fault(loaded, problem.path, problem.message, problem.remedy);
        }
    }
    return {};
}

} // namespace

Result<Resolved> resolve(
    const LoadedScenario& loaded, const Overrides& overrides, const EnvironmentLookup& lookup)
{
    Resolved resolved;
    resolved.scenario = loaded.scenario;
    auto& scenario = resolved.scenario;
    const auto environment = chooseEnvironment(loaded, overrides.environment_name);
    if (!environment) {
        return environment.error();
    }
    if (!overrides.environment_name.empty()) {
        scenario.environment = overrides.environment_name;
    }
    if (*environment != nullptr) {
        const auto path = childPath("/environments", scenario.environment) + "/target";
        auto target = mergedTarget(loaded, path, **environment);
        if (!target) {
            return target.error();
        }
        scenario.target = std::move(*target);
    }
    const auto replace = [](std::string& field, const std::string& value) {
        if (!value.empty()) {
            field = value;
        }
    };
    replace(scenario.target.base_url, overrides.base_url);
    replace(scenario.target_version, overrides.target_version);
    replace(scenario.note, overrides.note);
    scenario.tags.insert(scenario.tags.end(), overrides.tags.begin(), overrides.tags.end());
    if (overrides.load) {
        scenario.load = *overrides.load;
        for (auto& pattern : scenario.patterns) {
            pattern.load.reset();
        }
        if (scenario.stop_when.empty()) {
            scenario.stop_when = overrides.stop_when;
        }
    }
    if (overrides.seed) {
        scenario.load.seed = *overrides.seed;
    }

    auto values = resolveVariables({loaded, *environment, overrides, lookup});
    if (!values) {
        return values.error();
    }
    resolved.variables = values->scope;
    resolved.secrets = std::move(values->secrets);
    RenderContext context;
    context.variables = resolved.variables.get();
    if (auto done = substituteAll(loaded, scenario, context); !done) {
        return done.error();
    }
    addAuthSecrets(scenario.target.auth, context, resolved.secrets);
    forEachStep(scenario, [&](const std::string&, const Step& step) {
        if (step.request.auth) {
            addAuthSecrets(*step.request.auth, context, resolved.secrets);
        }
        if (step.sql) {
            addSecretText(step.sql->password, context, resolved.secrets);
        }
    });
    addUrlSecrets(scenario.target.base_url, resolved.secrets);
    addUrlSecrets(scenario.target.proxy, resolved.secrets);
    forEachMonitorText(scenario.monitors,
        [&](const std::string&, const std::string& text) { addUrlSecrets(text, resolved.secrets); });
    if (auto done = checkResolved(loaded, scenario); !done) {
        return done.error();
    }
    return resolved;
}

std::vector<VariableState> previewVariables(
    const LoadedScenario& loaded, const Overrides& overrides, const EnvironmentLookup& lookup)
{
    const auto environment = chooseEnvironment(loaded, overrides.environment_name);
    return variableStates({loaded, environment ? *environment : nullptr, overrides, lookup});
}

EnvironmentLookup processEnvironment()
{
    return [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    };
}

} // namespace plumb::scenario
