// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

// The movable parts of a scenario by JSON pointer: "/setup/0", "/setup/0/on_failure/1", "/patterns/0",
// "/patterns/0/steps/2". A list is named the same way: "/setup", "/patterns", "/patterns/0/steps".
namespace plumb::models {

using ScenarioNode = std::variant<scenario::SetupStep, scenario::Step, scenario::Pattern>;

/// The list and the place in it that @p path names: "/patterns/0/steps/2" is 2 in "/patterns/0/steps".
struct NodePlace
{
    std::string list;
    std::size_t index = 0;
    [[nodiscard]] std::string path() const;
    bool operator==(const NodePlace&) const = default;
};
[[nodiscard]] std::optional<NodePlace> placeOf(const std::string& path);

/// The step at @p path; null if there is none.
[[nodiscard]] scenario::Step* stepAt(scenario::Scenario& scenario, const std::string& path);
[[nodiscard]] const scenario::Step* stepAt(const scenario::Scenario& scenario, const std::string& path);
[[nodiscard]] scenario::SetupStep* setupAt(scenario::Scenario& scenario, const std::string& path);
[[nodiscard]] const scenario::SetupStep* setupAt(const scenario::Scenario& scenario, const std::string& path);
[[nodiscard]] scenario::Pattern* patternAt(scenario::Scenario& scenario, const std::string& path);
[[nodiscard]] const scenario::Pattern* patternAt(const scenario::Scenario& scenario, const std::string& path);

/// The load of the pattern at @p pattern, null where it has none of its own; empty: the scenario's.
[[nodiscard]] scenario::Load* loadAt(scenario::Scenario& scenario, const std::string& pattern);
[[nodiscard]] const scenario::Load* loadAt(const scenario::Scenario& scenario, const std::string& pattern);

[[nodiscard]] std::optional<ScenarioNode> nodeAt(const scenario::Scenario& scenario, const std::string& path);
/// How many nodes @p list has; nothing if there is no such list.
[[nodiscard]] std::optional<std::size_t> nodeCount(
    const scenario::Scenario& scenario, const std::string& list);
/// True if @p node may stand in @p list. Steps and setup steps are turned into each other.
[[nodiscard]] bool accepts(const std::string& list, const ScenarioNode& node);
/// Puts @p node before @p place (at the end where the index is beyond it). False: it does not fit there.
bool insertNode(scenario::Scenario& scenario, const NodePlace& place, ScenarioNode node);
bool removeNode(scenario::Scenario& scenario, const std::string& path);
/// Moves the node at @p from before @p to, both as they are before the move. Where it stands then.
std::optional<std::string> moveNode(
    scenario::Scenario& scenario, const std::string& from, const NodePlace& to);

/// The node as the JSON that the clipboard carries: {"kind": "step", "value": {...}}.
[[nodiscard]] Json nodeToJson(const ScenarioNode& node);
[[nodiscard]] std::optional<ScenarioNode> nodeFromJson(const Json& json);

/// A name that no step (or pattern) of the scenario has yet: "login", "login 2".
[[nodiscard]] std::string freeStepName(const scenario::Scenario& scenario, const std::string& wanted);
[[nodiscard]] std::string freePatternName(const scenario::Scenario& scenario, const std::string& wanted);
/// Renames what @p node holds so that it can stand in @p scenario.
void giveFreeNames(const scenario::Scenario& scenario, ScenarioNode& node);

} // namespace plumb::models
