// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/comparison.h"

namespace plumb::judge {

/// What moved, where in the distribution, and how sure that is: the whole of a candidate in words.
std::string sentenceOf(const ComparedCandidate& candidate, const RoundSet& base, const RoundSet& set);

/// Of all candidates: the only one's, or how many came to what.
std::string sentenceOf(const Comparison& comparison);

/// Where in a distribution it moved: "the slowest 1 % of `validate` lost 38.1 to 46.0 ms, its median
/// nothing". Empty where nothing moved or too few values tell.
std::string shiftText(const ComparedDistribution& distribution);

/// "p95 of validate"; of the run "p95 of the run".
std::string rowSubject(const ComparedRow& row);
/// "+24.1 %", "-0.4 pt"; empty where there is none.
std::string deltaText(const ComparedRow& row);
/// "+18.2 to +31.0 %", "at least +3.0 %" where an end is open, and in words that the runs are too short where
/// both are; empty without an interval.
std::string intervalText(const ComparedRow& row);

/// From so many further rounds on nobody will run them: then longer runs are the way.
inline constexpr int mostRoundsWorthwhile = 30;
/// "4 more rounds", "more than 30 more rounds". @p rounds is above 0.
std::string moreRoundsText(int rounds);
/// The same as advice: "4 more rounds of each would tell".
std::string adviceText(int rounds);

} // namespace plumb::judge
