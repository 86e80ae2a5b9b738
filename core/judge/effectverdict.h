// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/effect.h"
#include "judge/thresholds.h"

namespace plumb::judge {

/// What a relative rule makes of a change (stats.md section 2).
struct RuleOutcome
{
    metric::Verdict verdict = metric::Verdict::pass;
    /// With decisiveRounds rounds on each side: the interval bears the verdict out. Never with fewer.
    bool confirmed = false;
    std::string limit; ///< that decided, as written
    std::string relation; ///< "over its limit of +20%"
    std::string note; ///< what qualifies it, a part of a sentence; may be empty
    int rounds_needed = 0; ///< further rounds on each side until it could be told; 0: it is told
    std::optional<double> value; ///< of the change in percent, or in points, as the limit looks at it
};

/// @p rule has relative limits. Point estimates are held against the limits, rounded to 1e-9.
///
/// From decisiveRounds rounds on each side the interval confirms or takes back: a breach whose interval
/// reaches into the noise floor goes one step down (fail to warn, warn to inconclusive); a change below the
/// warning limit whose interval reaches it is inconclusive where the rounds could not have seen such a
/// change. With fewer rounds the point decides, unconfirmed, and a pass whose interval reaches the failing
/// limit is inconclusive. A refused quantile is not-measured.
RuleOutcome judgeEffect(const Rule& rule, const Effect& effect);

/// The smallest difference that matters to the rule, in the metric's unit; nothing where it says none.
std::optional<double> atLeast(const Rule& rule);

/// Whether all limits of the rule are changes.
bool isRelative(const Rule& rule);

} // namespace plumb::judge
