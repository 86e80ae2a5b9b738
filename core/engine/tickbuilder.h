// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/interval.h"

namespace plumb::engine {

/// Writes the counts and histograms of @p interval into @p tick: steps, iterations, lag, connects, resends.
void fillTick(report::Tick& tick, const Interval& interval);

} // namespace plumb::engine
