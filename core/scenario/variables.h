// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/variablestates.h"

namespace plumb::scenario {

/// Where the values of variables come from.
struct VariableSources
{
    const LoadedScenario& loaded;
    const Environment* environment = nullptr; ///< the one in force; null: none
    const Overrides& overrides;
    const EnvironmentLookup& lookup;
};

struct VariableValues
{
    std::shared_ptr<const VariableScope> scope;
    std::vector<std::string> secrets;
};

/// Every variable's value: Overrides.secrets, --set, the environment of the scenario, from_env, the default,
/// in this order. The type of the default decides what texts are read as. Defaults may use other variables.
Result<VariableValues> resolveVariables(const VariableSources& sources);
/// The same, variable by variable, for previewVariables().
std::vector<VariableState> variableStates(const VariableSources& sources);

} // namespace plumb::scenario
