// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

namespace plumb::scenario {

/// A variable as a run would find it, for whoever wants to look before.
struct VariableState
{
    enum class Origin { typed, set, environment, processEnvironment, fallback, none };
    std::string name;
    Origin origin = Origin::none; ///< none: it has no value, or it could not be made
    std::string from_env; ///< the variable of the process environment it may come from; empty: none
    std::optional<std::string> value; ///< in clear, secret or not
    bool raw = false; ///< the value is a number, a boolean or other JSON
    bool secret = false; ///< must not be shown
    bool required = false; ///< without a value nothing starts
    std::string
        problem; ///< why its value cannot be made ("depends on itself"); empty where it is only missing
    [[nodiscard]] bool missing() const { return !value && problem.empty(); }
};

/// Every variable of the scenario and of the environment in force, in the order they are written; an unknown
/// environment counts as none.
std::vector<VariableState> previewVariables(
    const LoadedScenario& loaded, const Overrides& overrides, const EnvironmentLookup& lookup);
/// The environment of this process.
EnvironmentLookup processEnvironment();

} // namespace plumb::scenario
