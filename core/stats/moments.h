// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace plumb::stats {

/// Arithmetic mean, corrected for rounding, so that it holds for values that differ in their last digits
/// only (NIST StRD NumAcc4). NaN of no values.
double meanOf(std::span<const double> values);

/// Sample variance and standard deviation (n - 1), two passes. 0 of fewer than 2 values.
double varianceOf(std::span<const double> values);
double deviationOf(std::span<const double> values);

/// Autocorrelation at @p lag >= 1 about the mean of the whole: sum over t of d[t] d[t + lag] / sum of d².
/// 0 where the values do not vary or are too few.
double autocorrelation(std::span<const double> values, int lag);

} // namespace plumb::stats
