// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

// How small a change can be and still mean something, from runs of the same thing (A/A rounds, or the current
// level of a history).
namespace plumb::stats {

/// The spread between runs: standard deviation of the logarithms, so about a fraction of the value. Nothing
/// for fewer than 3 runs or where one is not above 0.
std::optional<double> runSpread(std::span<const double> runs);

/// The same of a history with changes: only the points from its last change point on count, isolated outliers
/// left out (gatedchanges.h). Values must be finite.
std::optional<double> historySpread(std::span<const double> runs);

/// What the floor of a metric came from.
enum class FloorReason {
    usual, ///< 5 %, what no one should call a change
    spread, ///< the runs differ so much among themselves
    resolution, ///< the histogram's buckets are so wide
    absolute, ///< differences under so many units do not matter
};
std::string_view toString(FloorReason reason); ///< "usual", "spread", "resolution", "absolute"

struct NoiseInput
{
    std::optional<double> spread; ///< runSpread(), if known
    double value = 0.0; ///< the metric's value, in its unit
    double bucketWidth = 0.0; ///< of the histogram at the value, in the same unit; 0: exact
    double absolute = 0.0; ///< smallest difference that matters, in the same unit; 0: none
    double usual = 0.05;
};

/// A fraction of the value, above 0: the largest of `usual`, 2 sqrt(2) times the spread, two buckets and the
/// absolute floor.
struct NoiseFloor
{
    double fraction = 0.05;
    FloorReason reason = FloorReason::usual;
};
NoiseFloor noiseFloor(const NoiseInput& input);

/// The smallest change, as a fraction, that two groups of @p rounds rounds each find in 80 % of the cases at
/// 5 % (studenttests.h): e^MDE - 1. Nothing for fewer than 2 rounds.
std::optional<double> detectableChange(double spread, int rounds);

} // namespace plumb::stats
