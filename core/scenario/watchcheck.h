// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

// What watches a run: the lists `monitors` and `stop_when`, which a scenario keeps as JSON.
namespace plumb::scenario {

/// @p monitors is an array.
void checkMonitors(const Json& monitors, std::vector<Problem>& problems);

/// @p rules is an array. Metrics are those of the catalogue; limits are levels, for a run has nothing to be
/// compared with while it goes on.
void checkStopRules(const Json& rules, std::vector<Problem>& problems);

} // namespace plumb::scenario
