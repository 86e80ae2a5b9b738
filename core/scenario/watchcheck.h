// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

// What watches a run: the lists `monitors` and `stop_when`, which a scenario keeps as JSON.
namespace plumb::scenario {

/// @p monitors is an array.
void checkMonitors(const Json& monitors, std::vector<Problem>& problems);

/// Every rule of `stop_when` can be read (see stoprule.h) and is about something that is there.
void checkStopRules(const Scenario& scenario, std::vector<Problem>& problems);

} // namespace plumb::scenario
