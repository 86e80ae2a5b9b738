// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <span>
#include <vector>

// Change points of a series of runs, to the index as Apache Otava 0.8 (formerly Hunter) gives them, so that
// one can be checked against the other. E-divisive means: Matteson and James (2014); in windows, with a
// t-test and weak points that are merged: Fleming et al., "Hunter" (ICPE 2023). What looks odd here is
// Otava's: the deviation of a population given to a test that expects a sample's, and after a point was
// removed only the one behind it looked at again. stats/gatedchanges.h says how far to trust the result.
namespace plumb::stats {

struct EDivisiveOptions
{
    std::size_t window = 50; ///< points looked at together, 2 to edivisiveMaxWindow
    double maxP = 0.001; ///< in (0, 1]
    double minMagnitude = 0.0; ///< 0.05 drops changes of up to 5 %
};

/// Wider windows would take memory and time without telling more.
inline constexpr std::size_t edivisiveMaxWindow = 2000;

struct ChangePoint
{
    std::size_t index = 0; ///< the first point of the new level
    double qhat = 0.0; ///< the divergence that made it a candidate
    double meanBefore = 0.0, meanAfter = 0.0; ///< of the levels on either side
    double sigmaBefore = 0.0, sigmaAfter = 0.0; ///< population standard deviations
    double p = 1.0; ///< of Student's pooled t-test; NaN where both sides are the same constant

    /// meanAfter / meanBefore - 1; 0 where the mean before is 0.
    [[nodiscard]] double change() const;
    /// The larger of the relative changes forward and backward, without sign.
    [[nodiscard]] double magnitude() const;
};

/// All change points, ascending. Values must be finite. O(n * window).
/// Errors (usage): options outside their ranges.
Result<std::vector<ChangePoint>> edivisive(
    std::span<const double> values, const EDivisiveOptions& options = {});

/// Those before weak ones are merged.
Result<std::vector<ChangePoint>> edivisiveWeak(
    std::span<const double> values, const EDivisiveOptions& options = {});

/// What remains of change points at @p candidates (ascending, between 0 and the size) after those that are
/// weak were merged: the second half of edivisive().
Result<std::vector<ChangePoint>> edivisiveMerge(std::span<const double> values,
    const std::vector<std::size_t>& candidates, const EDivisiveOptions& options = {});

/// What the detector alone gives of a whole series, without windows, for a test at @p maxP.
std::vector<ChangePoint> edivisiveSplit(std::span<const double> values, double maxP);

/// The p of two levels as change points have it. Neither may be empty.
double levelsP(std::span<const double> before, std::span<const double> after);

/// Q(tau, kappa) of Matteson and James, row tau - 1, column kappa - 2, over the whole of @p values; 0 where
/// kappa <= tau.
std::vector<std::vector<double>> edivisiveQ(std::span<const double> values);

} // namespace plumb::stats
