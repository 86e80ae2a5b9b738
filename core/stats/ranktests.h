// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/interval.h"

#include <cstdint>
#include <optional>
#include <span>

// Tests that look at the order of values only: of two groups of rounds, or of rounds in pairs.
namespace plumb::stats {

struct RankTest
{
    double statistic = 0.0; ///< U of the first group, or V: the sum of the ranks of positive differences
    double p_less = 1.0, p_greater = 1.0, p_two = 1.0;
    bool exact = true; ///< else from the normal distribution, with corrections for ties and continuity
};

/// Mann and Whitney's U of @p x: pairs with x above y, ties counting one half. The distribution is that of
/// all ways to deal these values, ties included, to the two groups, up to n * m = 2,500. Two-sided is twice
/// the smaller tail. Both groups need a value.
RankTest mannWhitney(std::span<const double> x, std::span<const double> y);
/// From the normal distribution, whatever the size.
RankTest mannWhitneyNormal(std::span<const double> x, std::span<const double> y);

/// P(x above y) + P(equal) / 2 of a value of each group: 0.5 means no difference. Vargha and Delaney's A;
/// Cliff's delta is 2 A - 1.
double superiority(std::span<const double> x, std::span<const double> y);

/// How many of the sorted pairwise differences are cut off at either end for @p confidence, exactly up to n *
/// m = 2,500; nothing where so few values cannot reach it.
std::optional<std::int64_t> pairwiseCut(std::size_t n, std::size_t m, double confidence = confidence95);

/// The median of all differences x - y (Hodges and Lehmann) with the interval that belongs to
/// mannWhitney(); infinite where there are too few values for @p confidence (below 4 each at 95 %).
Estimated pairwiseShift(
    std::span<const double> x, std::span<const double> y, double confidence = confidence95);

/// Wilcoxon's signed ranks of differences; zeros are left out, ties counted exactly up to 200 values.
RankTest signedRanks(std::span<const double> differences);

/// As pairwiseCut(), of the n (n + 1) / 2 means of two of n differences.
std::optional<std::int64_t> signedRankCut(std::size_t n, double confidence = confidence95);

/// The median of all means of two differences, each with itself, too, with the interval that belongs to
/// signedRanks(); infinite with fewer than 6 differences at 95 %.
Estimated pairedShift(std::span<const double> differences, double confidence = confidence95);

} // namespace plumb::stats
