// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/effect.h"
#include "judge/thresholds.h"

namespace plumb::judge {

/// Thresholds that fit @p baseline: for the run and each step p95, p99 where enough values bear it, and the
/// error rate; for the run also requests per second (closed loads) or the achieved share (open ones). Each
/// warns one noise floor away from the median of the rounds and fails two away, at three digits, rounded away
/// from the value. The floor of two single runs: 5 %, or 2 sqrt(2) times the spread between runs where that
/// is known and larger, from @p noise (may be null) or the rounds, whichever rests on more runs. Error rates:
/// half a point and a whole one at least. Error: nothing was measured, or rounds of several operations.
Result<Thresholds> deriveThresholds(RoundSet& baseline, const NoiseBook* noise);

} // namespace plumb::judge
