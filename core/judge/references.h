// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/effect.h"
#include "judge/thresholds.h"

#include <map>

namespace plumb::judge {

/// The runs that relative rules are measured against, by the word of `against`: the rounds of "baseline", the
/// run or rounds of "previous", for "best" and "median-of-K" the earlier runs to choose from. What is missing
/// here judges as no-baseline.
struct References
{
    std::map<std::string, std::vector<report::Report>> runs;
    std::optional<NoiseBook> noise{}; ///< what is known of the noise between runs of the operation
};

/// Whether any of the rules is measured against other runs.
bool needsReferences(const Thresholds& thresholds);

/// A rule with `against`, judged over @p reports (not empty) against those of @p references; see
/// judgeEffect(). Runs that cannot be compared are inconclusive. "best" takes the run whose figure is the
/// best, "median-of-K" all of them. Gives false, and leaves @p judged as it is, where there is no reference.
bool judgeAgainst(report::JudgedRule& judged, const Rule& rule, std::span<const report::Report> reports,
    const References& references);

} // namespace plumb::judge
