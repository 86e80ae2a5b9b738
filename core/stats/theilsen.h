// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace plumb::stats {

/// A straight line that up to 29 % wild values do not move.
struct TheilSen
{
    double slope = 0.0; ///< per unit of time: the median of the slopes of all pairs
    double intercept = 0.0; ///< median(y) - slope * median(t)
    double low = 0.0, high = 0.0; ///< the interval of the slope; -inf and inf where the pairs are too few
    std::size_t pairs = 0; ///< slopes that went into it
};

/// Sen (1968), Theil (1950). Pairs of equal time have no slope and are left out; with none left the slope is
/// 0 and its interval unbounded. @p times and @p values are of one length, finite, in any order of time. The
/// interval at @p confidence comes from the variance of Kendall's S. Exact up to rounding: the median is
/// found among all pairs, by counting inversions where they are many, so 100,000 points take under a second
/// or two.
TheilSen theilSen(std::span<const double> times, std::span<const double> values, double confidence = 0.95);

/// With the times 0, 1, 2, ...
TheilSen theilSen(std::span<const double> values, double confidence = 0.95);

/// The slope alone, in a third of the time; 0 of fewer than two values.
double theilSenSlope(std::span<const double> values);

} // namespace plumb::stats
