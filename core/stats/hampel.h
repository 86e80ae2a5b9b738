// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace plumb::stats {

/// When a point is an isolated outlier: it is further than `threshold` scale units from the median of its
/// neighbourhood, and neither neighbour is beyond `neighbour` units on the same side (two in a row are a
/// change, not a spike). A scale unit is the robust sigma of the neighbourhood, at least `relativeFloor` of
/// its median and `absoluteFloor`.
struct HampelOptions
{
    std::size_t halfWindow = 5; ///< points on either side
    double threshold = 4.0;
    double neighbour = 2.0;
    double relativeFloor = 0.01;
    double absoluteFloor = 0.0; ///< in the unit of the values; 0.01 for logarithms is 1 %
    bool keepLast = true; ///< the last point may be the beginning of a change, so it is never an outlier
};

struct HampelResult
{
    std::vector<double> cleaned; ///< outliers replaced by the median of their neighbourhood
    std::vector<std::size_t> outliers; ///< their indexes, ascending
};

/// Hampel's filter with the guard against removing changes (Hampel 1974; Davies and Gather 1993). Values must
/// be finite. O(n * halfWindow).
HampelResult hampel(std::span<const double> values, const HampelOptions& options = {});

} // namespace plumb::stats
