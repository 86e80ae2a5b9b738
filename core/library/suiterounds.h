// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/roundfacts.h"
#include "library/library.h"

// Suites among the stored reports.
namespace plumb::library {

using judge::roundFact;
using judge::RoundOf;
using judge::roundOf;
using judge::suiteFact;
using judge::suiteNameFact;

/// judge::roundOf() from the report's file, of which only the facts are read; one that cannot be read stands
/// on its own.
RoundOf readRoundOf(const std::filesystem::path& file);

/// The latest of @p runs (oldest first, of one operation and environment) as one thing: a run on its own, or
/// every round of the suite it belongs to that is among them, oldest first. Rounds of the suite @p without
/// (an id, may be empty) are passed over. Reads the facts of the files.
std::vector<ReportRow> latestRounds(const std::vector<ReportRow>& runs, const std::string& without);

} // namespace plumb::library
