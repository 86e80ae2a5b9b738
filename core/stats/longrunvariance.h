// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/interval.h"

#include <span>

// Variance of sums of values that depend on their neighbours in time, as the seconds of a run do.
namespace plumb::stats {

/// Long-run variance per value: the variance of a sum of T neighbours is T times it.
struct LongRunVariance
{
    double variance = 0.0;
    double df = 0.0; ///< degrees of freedom of the Student t that goes with it
};

/// Equal-weighted cosines: the mean of the squared projections onto the first nu = max(2, floor(0.4 T^(2/3)))
/// cosines, with t of nu degrees of freedom. Lazarus, Lewis, Stock and Watson, "HAR Inference:
/// Recommendations for Practice" (2018). From 60 values on it holds 92 to 96 % up to a lag-1 correlation of
/// 0.6; fewer than 3 give variance 0 and df 0.
LongRunVariance cosineVariance(std::span<const double> values);

/// Newey and West: autocovariances up to @p lags, weighted by 1 - k / (lags + 1). A cross-check of
/// cosineVariance().
double bartlettVariance(std::span<const double> values, int lags);
/// ceil(1.3 sqrt(T)) - 1, the lags that go with fixedBandwidthQuantile() (Lazarus et al.).
int bartlettLags(std::size_t values);
/// Two-sided 95 % critical value for a bandwidth of @p b = (lags + 1) / T (Kiefer and Vogelsang 2005).
double fixedBandwidthQuantile(double b);

/// The mean of values in order of time with its 95 % interval from cosineVariance(). With fewer than 3
/// values the interval is infinite.
Estimated meanInterval(std::span<const double> values);

} // namespace plumb::stats
