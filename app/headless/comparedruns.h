// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/comparison.h"

#include <deque>

namespace plumb::headless {

/// What `plumb compare` was asked for.
struct CompareWish
{
    std::vector<std::string> reports; ///< the base first: files, ids, or folders of rounds
    std::string operation, against = "baseline", library;
};

/// The runs to compare, read. Reports stay where they are, as figures refer to them.
struct ComparedRuns
{
    std::deque<report::Report> reports;
    std::vector<judge::RoundSet> sets; ///< the base first
    std::optional<judge::NoiseBook> noise; ///< from the operation's history, where a library is at hand
    std::string missing; ///< there is no baseline, and why; then there are no sets
};

/// Errors (usage, input): nothing to compare, too many, a report that cannot be read, a folder with reports
/// of several operations or none.
Result<ComparedRuns> readComparedRuns(const CompareWish& wish);

} // namespace plumb::headless
