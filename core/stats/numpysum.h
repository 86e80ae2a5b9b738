// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

// Sums to the last bit as numpy takes them (pairwise, eight at a time): levels of equal values then have the
// same mean and no deviation where Otava sees that, and the same tiny one where it does not.
namespace plumb::stats {

double numpySum(std::span<const double> values);
double numpyMean(std::span<const double> values); ///< NaN of none
double numpyDeviation(std::span<const double> values); ///< population standard deviation; NaN of none

} // namespace plumb::stats
