// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/distribution.h"

#include <vector>

// How far two whole distributions lie apart. Their counts need not be equal; all take a step or a slope per
// cell, O(cells). None of them is a test: with load tests' numbers of requests every difference is
// "significant".
namespace plumb::stats {

/// The empirical distribution function at the edges of all cells: from `lower` to the next point it rises
/// evenly, and at a point with `jump` it jumps.
struct EcdfPoint
{
    double x = 0.0;
    double below = 0.0; ///< fraction below x, approached from the left
    double at = 0.0; ///< fraction at or below x
};
std::vector<EcdfPoint> ecdf(const Distribution& distribution);

struct Distances
{
    double ks = 0.0; ///< largest difference of the distribution functions (Kolmogorov and Smirnov)
    double ks_at = 0.0; ///< the value where that is
    double wasserstein = 0.0; ///< mean distance values have to be moved, in the unit of the values
    double wasserstein_log = 0.0; ///< the same of logarithms: e^x - 1 is the mean relative shift
    double energy
        = 0.0; ///< energy distance (Székely): root of 2 times the integral of the squared difference
};
/// Both must hold values. Parts at or below 0 have no logarithm and are left out of wasserstein_log.
Distances distancesOf(const Distribution& a, const Distribution& b);

/// P(value of @p b above a value of @p a) + P(equal) / 2: 0.5 means no difference (Vargha and Delaney's A).
double superiority(const Distribution& b, const Distribution& a);

/// The shift d that makes values of @p a + d and of @p b as often above as below each other: Hodges and
/// Lehmann's, from cells, to a billionth of their range.
double hodgesLehmannShift(const Distribution& a, const Distribution& b);

} // namespace plumb::stats
