// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/interval.h"

#include <span>

namespace plumb::stats {

/// A proportion with Wilson's score interval (1927). @p successes in [0, @p n]; neither has to be whole, as
/// effective numbers are not. Without values the interval is [0, 1].
Estimated wilsonInterval(double successes, double n, double confidence = confidence95);

/// The exact interval of Clopper and Pearson (1934).
Estimated clopperPearson(double successes, double n, double confidence = confidence95);

/// Difference a - b of two proportions from their intervals; of Wilson's it is Newcombe's hybrid score
/// interval (1998, method 10). The same rule as moverDifference().
Estimated proportionDifference(const Estimated& a, const Estimated& b);

/// A share of events (errors among requests) counted in windows of time, in the same order.
struct WindowedShare
{
    Estimated estimate; ///< Wilson's interval with the effective number
    double n_eff = 0.0; ///< at most the count
};
/// As many windows of @p events as of @p trials; n_eff from the long-run variance of what each window has
/// beyond its part. Without events, or with fewer than 8 windows, n_eff is the count.
WindowedShare windowedShare(std::span<const double> events, std::span<const double> trials);

} // namespace plumb::stats
