// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

// Where the variation of repeated measurements comes from: Kalibera and Jones, "Quantifying Performance
// Changes with Effect Size Confidence Intervals" (TR 4-12).
namespace plumb::stats {

/// Level 1 is the lowest (the windows of a run), then rounds, then builds or machines.
struct VarianceLevels
{
    double mean = 0.0;
    std::vector<double>
        sampled; ///< S², from level 1 on: of the means of a level, noise of lower ones included
    std::vector<double> own; ///< T²: what the level itself adds; may be negative by chance
};

/// @p values of the lowest level in order; @p repetitions from the highest level to the lowest, at least 2
/// each, their product the number of values. Empty where these do not fit.
VarianceLevels varianceLevels(std::span<const double> values, std::span<const int> repetitions);

/// How often each level but the highest should be repeated, from level 1 on, not rounded; round up. @p costs
/// of one more repetition, from level 1 on. Infinite where the level above adds nothing: lengthen this one.
std::vector<double> optimalRepetitions(const VarianceLevels& levels, std::span<const double> costs);

/// Variance of rounds beyond what their own errors explain: S² of @p rounds less the mean of @p errors
/// squared, at least 0. @p errors: standard error of each round's value inside the round.
double betweenRounds(std::span<const double> rounds, std::span<const double> errors);

} // namespace plumb::stats
