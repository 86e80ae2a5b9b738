// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace plumb::stats {

struct PeltOptions
{
    double penaltyPerLog = 15.0; ///< a change point must gain this times ln n (Barrett et al. 2017)
    /// No segment is taken to be quieter than this, in the unit of the values: equal values by chance, as
    /// coarse clocks and three-digit histograms give them, would look like a level of their own. 0: 1e-9 of
    /// the spread of all values.
    double minimumSigma = 0.0;
};

/// Where mean or variance of a series change: the first index of each new segment, ascending, every segment
/// at least 2 long. The exact optimum of the normal cost m (ln 2 pi + ln var + 1) per segment with a penalty
/// per change, by PELT (Killick, Fearnhead and Eckley 2012). Values must be finite. O(n) where changes are
/// frequent, O(n^2) where there are none: 3,600 points take some tens of milliseconds.
std::vector<std::size_t> meanVarianceChangePoints(
    std::span<const double> values, const PeltOptions& options = {});

} // namespace plumb::stats
