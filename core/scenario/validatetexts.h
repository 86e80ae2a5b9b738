// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/prepare.h"

#include <map>

namespace plumb::scenario {

/// Columns by data feed; feeds whose file could not be read are missing.
using DataColumns = std::map<std::string, std::vector<std::string>>;

/// Every template of the scenario: its syntax, its functions, and variables that nobody sets.
void checkTexts(const Scenario& scenario, const DataColumns& columns, std::vector<Problem>& problems);

} // namespace plumb::scenario
