// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

#include <string>
#include <vector>

namespace plumb::runner {

/// What a scenario would do to this machine and to databases beside sending load: its commands, the start of
/// its service, its statements that may write.
struct LocalActs
{
    std::vector<std::string> lines; ///< one each, for people: "step build: make all"; empty: there are none
    /// Over all of them and the variables that may stand in them, hexadecimal; other parts of the scenario
    /// may change and leave it as it is. Empty where there are no acts.
    std::string sha256;
};

/// Of @p scenario as it is written.
LocalActs localActs(const scenario::Scenario& scenario);

/// Whether a scenario that ships with this program does just that.
bool isShipped(const LocalActs& acts);

/// Whether this user has allowed them before.
bool isAllowed(const LocalActs& acts);
/// Remembers that this user allows them, in a file of the user's and not in the library: a library from
/// elsewhere must not bring its own permission along. Nothing is kept of empty ones.
Result<void> allowActs(const LocalActs& acts);

/// Error (usage) with every line, unless @p acts are empty, shipped or allowed.
Result<void> checkAllowed(const LocalActs& acts, const std::string& where);

} // namespace plumb::runner
