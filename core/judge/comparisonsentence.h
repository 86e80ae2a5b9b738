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
/// "18.2 to 31.0 %"; empty without an interval.
std::string intervalText(const ComparedRow& row);

} // namespace plumb::judge
