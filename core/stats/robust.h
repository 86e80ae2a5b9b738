// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

// Figures that a few wild values do not move. Values must be finite: callers take NaN and infinities out.
namespace plumb::stats {

/// What makes a median absolute deviation an estimate of the standard deviation of normal values.
inline constexpr double madToSigma = 1.4826;

/// The middle value, the mean of the two middle ones of an even number; NaN of none.
double median(std::vector<double> values);

/// madToSigma * median(|x - median(x)|): a robust standard deviation. 0 where more than half are equal; NaN
/// of none.
double robustSigma(std::span<const double> values);

/// Arithmetic mean; NaN of none.
double mean(std::span<const double> values);

/// Whether all of them are finite numbers.
bool allFinite(std::span<const double> values);

} // namespace plumb::stats
