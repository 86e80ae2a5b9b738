// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <string>
#include <string_view>

// Which suite a report is a round of. A suite is stored as its rounds, each a report of its own whose facts
// name the suite and the round.
namespace plumb::judge {

inline constexpr const char* suiteFact = "suite_id";
inline constexpr const char* suiteNameFact = "suite";
inline constexpr const char* roundFact = "suite_round";

struct RoundOf
{
    std::string suite; ///< id; empty: the run stands on its own
    int round = 1; ///< from 1
    bool operator==(const RoundOf&) const = default;
};
RoundOf roundOf(const report::Report& report);
/// The number that roundFact holds; 1 where it is none.
int roundNumber(std::string_view text);

} // namespace plumb::judge
