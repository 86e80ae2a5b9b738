// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

// Which suite a report is a round of. A suite is stored as its rounds, each a report of its own whose facts
// name the suite and the round.
namespace plumb::library {

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
/// The same from the report's file, of which only the facts are read; one that cannot be read stands on its
/// own.
RoundOf readRoundOf(const std::filesystem::path& file);

/// The latest of @p runs (oldest first, of one operation and environment) as one thing: a run on its own, or
/// every round of the suite it belongs to that is among them, oldest first. Rounds of the suite @p without
/// (an id, may be empty) are passed over. Reads the facts of the files.
std::vector<ReportRow> latestRounds(const std::vector<ReportRow>& runs, const std::string& without);

} // namespace plumb::library
