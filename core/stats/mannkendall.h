// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace plumb::stats {

/// Whether values rise or fall in their order, whatever the shape of the rise.
struct MannKendall
{
    std::int64_t s = 0; ///< pairs that rise minus pairs that fall
    double variance = 0.0; ///< of s without a trend, corrected for ties
    double tau = 0.0; ///< s / number of pairs; 0 of fewer than two values
    double z = 0.0; ///< (s -+ 1) / sqrt(variance); 0 where s or the variance is
    double pNormal = 1.0; ///< two-sided, from z
    double p = 1.0; ///< two-sided: exact up to 10 values, ties included, else pNormal
};

/// Mann (1945), Kendall (1975). Values must be finite and stand in their order. 1 for p where there is
/// nothing to tell: fewer than two values, or all equal. O(n log n).
MannKendall mannKendall(std::span<const double> values);

/// The same with the variance widened for autocorrelation up to @p maxLag, from the ranks of the values after
/// their Theil-Sen line was taken out (Hamed and Rao 1998); only lags whose autocorrelation is significant at
/// 5 % count. p is never exact here. Few lags on purpose: over all lags the correction is numerically
/// fragile.
MannKendall mannKendallHamedRao(std::span<const double> values, std::size_t maxLag = 3);

/// Pairs i < j with values[i] < values[j] minus those with values[i] > values[j]: Kendall's S in O(n log n).
std::int64_t kendallS(std::span<const double> values);

/// P(|S| >= |s|) over all orders of values of which groups of these sizes are equal, computed from the
/// Gaussian multinomial coefficient; at most 20 values in all.
double kendallExactP(std::int64_t s, std::span<const std::size_t> tieGroups);

} // namespace plumb::stats
