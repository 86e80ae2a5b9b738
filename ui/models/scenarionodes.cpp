// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenarionodes.h"

#include "scenario/partsjson.h"
#include "scenario/visit.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace plumb::models {

namespace {

using scenario::Pattern;
using scenario::Scenario;
using scenario::SetupStep;
using scenario::Step;

std::vector<std::string> partsOf(const std::string& path)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < path.size();) {
        const auto next = std::min(path.find('/', at + 1), path.size());
        parts.push_back(path.substr(at + 1, next - at - 1));
        at = next;
    }
    return parts;
}

std::optional<std::size_t> number(const std::string& text)
{
    std::size_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end && !text.empty() ? std::optional(value) : std::nullopt;
}

template <class List>
auto* element(List& list, const std::string& index)
{
    const auto i = number(index);
    return i && *i < list.size() ? &list[*i] : nullptr;
}

/// Calls @p use with the vector that @p list names.
template <class AnyScenario, class Use>
bool withList(AnyScenario& scenario, const std::string& list, Use&& use)
{
    const auto parts = partsOf(list);
    if (parts.size() == 1 && parts[0] == "setup") {
        use(scenario.setup);
        return true;
    }
    if (parts.size() == 1 && parts[0] == "patterns") {
        use(scenario.patterns);
        return true;
    }
    if (parts.size() != 3)
        return false;
    if (parts[0] == "patterns" && parts[2] == "steps") {
        if (auto* pattern = element(scenario.patterns, parts[1])) {
            use(pattern->steps);
            return true;
        }
    }
    if (parts[0] == "setup" && parts[2] == "on_failure") {
        if (auto* setup = element(scenario.setup, parts[1])) {
            use(setup->on_failure);
            return true;
        }
    }
    return false;
}

template <class AnyScenario>
auto* anyStepAt(AnyScenario& scenario, const std::string& path)
{
    decltype(&scenario.setup[0].step) found = nullptr;
    const auto place = placeOf(path);
    if (!place)
        return found;
    withList(scenario, place->list, [&](auto& list) {
        if (place->index >= list.size())
            return;
        using Element = std::remove_cvref_t<decltype(list[0])>;
        if constexpr (std::is_same_v<Element, SetupStep>)
            found = &list[place->index].step;
        else if constexpr (std::is_same_v<Element, Step>)
            found = &list[place->index];
    });
    return found;
}

template <class List>
auto* elementOf(const char* name, List& list, const std::string& path)
{
    const auto place = placeOf(path);
    return place && place->list == name && place->index < list.size() ? &list[place->index] : nullptr;
}

template <class Element>
std::optional<Element> convert(ScenarioNode node)
{
    if (auto* same = std::get_if<Element>(&node))
        return std::move(*same);
    if constexpr (std::is_same_v<Element, SetupStep>) {
        if (auto* step = std::get_if<Step>(&node))
            return SetupStep{true, std::move(*step), {}};
    }
    if constexpr (std::is_same_v<Element, Step>) {
        if (auto* setup = std::get_if<SetupStep>(&node))
            return std::move(setup->step);
    }
    return std::nullopt;
}

std::string freeName(const std::string& wanted, const std::vector<std::string>& taken)
{
    auto name = wanted;
    for (int n = 2; std::find(taken.begin(), taken.end(), name) != taken.end(); ++n)
        name = wanted + " " + std::to_string(n);
    return name;
}

} // namespace

std::string NodePlace::path() const
{
    return list + "/" + std::to_string(index);
}

std::optional<NodePlace> placeOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    if (slash == std::string::npos || slash == 0)
        return std::nullopt;
    const auto index = number(path.substr(slash + 1));
    return index ? std::optional(NodePlace{path.substr(0, slash), *index}) : std::nullopt;
}

Step* stepAt(Scenario& scenario, const std::string& path)
{
    return anyStepAt(scenario, path);
}

const Step* stepAt(const Scenario& scenario, const std::string& path)
{
    return anyStepAt(scenario, path);
}

SetupStep* setupAt(Scenario& scenario, const std::string& path)
{
    return elementOf("/setup", scenario.setup, path);
}

const SetupStep* setupAt(const Scenario& scenario, const std::string& path)
{
    return elementOf("/setup", scenario.setup, path);
}

Pattern* patternAt(Scenario& scenario, const std::string& path)
{
    return elementOf("/patterns", scenario.patterns, path);
}

const Pattern* patternAt(const Scenario& scenario, const std::string& path)
{
    return elementOf("/patterns", scenario.patterns, path);
}

scenario::Load* loadAt(Scenario& scenario, const std::string& pattern)
{
    if (pattern.empty())
        return &scenario.load;
    auto* owner = patternAt(scenario, pattern);
    return owner != nullptr && owner->load ? &*owner->load : nullptr;
}

const scenario::Load* loadAt(const Scenario& scenario, const std::string& pattern)
{
    // It only looks; written once, for changing.
    return loadAt(const_cast<Scenario&>(scenario), pattern);
}

std::optional<ScenarioNode> nodeAt(const Scenario& scenario, const std::string& path)
{
    std::optional<ScenarioNode> node;
    if (const auto place = placeOf(path)) {
        withList(scenario, place->list, [&](const auto& list) {
            if (place->index < list.size())
                node = list[place->index];
        });
    }
    return node;
}

std::optional<std::size_t> nodeCount(const Scenario& scenario, const std::string& list)
{
    std::optional<std::size_t> count;
    withList(scenario, list, [&](const auto& nodes) { count = nodes.size(); });
    return count;
}

bool accepts(const std::string& list, const ScenarioNode& node)
{
    return (list == "/patterns") == std::holds_alternative<Pattern>(node);
}

bool insertNode(Scenario& scenario, const NodePlace& place, ScenarioNode node)
{
    bool done = false;
    withList(scenario, place.list, [&](auto& list) {
        using Element = std::remove_cvref_t<decltype(list[0])>;
        if (auto element = convert<Element>(std::move(node))) {
            const auto index = std::min(place.index, list.size());
            list.insert(list.begin() + static_cast<std::ptrdiff_t>(index), std::move(*element));
            done = true;
        }
    });
    return done;
}

bool removeNode(Scenario& scenario, const std::string& path)
{
    bool done = false;
    if (const auto place = placeOf(path)) {
        withList(scenario, place->list, [&](auto& list) {
            if (place->index < list.size()) {
                list.erase(list.begin() + static_cast<std::ptrdiff_t>(place->index));
                done = true;
            }
        });
    }
    return done;
}

std::optional<std::string> moveNode(Scenario& scenario, const std::string& from, const NodePlace& to)
{
    auto node = nodeAt(scenario, from);
    const auto source = placeOf(from);
    // A setup step cannot move into the list of what follows its own failure.
    if (!node || !source || !accepts(to.list, *node) || to.list.starts_with(from + "/"))
        return std::nullopt;
    auto target = to;
    if (target.list == source->list && target.index > source->index)
        --target.index;
    // What stands behind the source in an outer list moves up by one.
    const auto outer = placeOf(target.list.substr(0, target.list.rfind('/')));
    if (outer && outer->list == source->list && outer->index > source->index)
        target.list = NodePlace{outer->list, outer->index - 1}.path() + to.list.substr(to.list.rfind('/'));
    auto changed = scenario;
    removeNode(changed, from);
    target.index = std::min(target.index, nodeCount(changed, target.list).value_or(0));
    if (!insertNode(changed, target, std::move(*node)))
        return std::nullopt;
    scenario = std::move(changed);
    return target.path();
}

Json nodeToJson(const ScenarioNode& node)
{
    Json json = Json::object();
    constexpr const char* kinds[] = {"setup", "step", "pattern"};
    json["kind"] = kinds[node.index()];
    json["value"] = std::visit([](const auto& value) { return scenario::toJson(value); }, node);
    return json;
}

std::optional<ScenarioNode> nodeFromJson(const Json& json)
{
    if (!json.is_object() || !json.contains("kind") || !json.contains("value"))
        return std::nullopt;
    const auto& kind = json["kind"];
    std::vector<scenario::Problem> problems;
    if (kind == "setup")
        return scenario::readSetupStep(json["value"], {}, problems);
    if (kind == "step")
        return scenario::readStep(json["value"], {}, problems);
    if (kind == "pattern")
        return scenario::readPattern(json["value"], {}, problems);
    return std::nullopt;
}

std::string freeStepName(const Scenario& scenario, const std::string& wanted)
{
    std::vector<std::string> taken;
    scenario::forEachStep(
        scenario, [&](const std::string&, const Step& step) { taken.push_back(step.name); });
    return freeName(wanted, taken);
}

std::string freePatternName(const Scenario& scenario, const std::string& wanted)
{
    std::vector<std::string> taken;
    for (const auto& pattern : scenario.patterns)
        taken.push_back(pattern.name);
    return freeName(wanted, taken);
}

void giveFreeNames(const Scenario& scenario, ScenarioNode& node)
{
    const auto rename = [&](Step& step) { step.name = freeStepName(scenario, step.name); };
    if (auto* step = std::get_if<Step>(&node)) {
        rename(*step);
    } else if (auto* setup = std::get_if<SetupStep>(&node)) {
        rename(setup->step);
        std::for_each(setup->on_failure.begin(), setup->on_failure.end(), rename);
    } else if (auto* pattern = std::get_if<Pattern>(&node)) {
        pattern->name = freePatternName(scenario, pattern->name);
        std::for_each(pattern->steps.begin(), pattern->steps.end(), rename);
    }
}

} // namespace plumb::models
