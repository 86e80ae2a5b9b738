// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/interval.h"

namespace plumb::stats {

/// Difference a - b of two independent estimates from their intervals: MOVER of Zou and Donner (2008), the
/// method of variance estimates recovery. @p extraA and @p extraB are half-widths that come on top of each
/// side, as that of the spread between runs. Infinite ends stay infinite.
Estimated moverDifference(const Estimated& a, const Estimated& b, double extraA = 0.0, double extraB = 0.0);

/// The logarithm of an estimate of a positive value. An end at or below 0 becomes minus infinity.
Estimated logOf(const Estimated& positive);

/// "+12.5" for a logarithm of a ratio of 1.125: 100 (e^x - 1).
double percentOfLog(double logRatio);
Estimated percentOfLog(const Estimated& logRatio);

} // namespace plumb::stats
