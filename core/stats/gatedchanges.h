// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "stats/edivisive.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// Change points that a team can trust. Otava's algorithm alone sees one in 6 % of level histories of 100
// runs, in a quarter of those where 3 % of the runs are spikes, and in two thirds where runs depend on each
// other; behind these gates it is under 2 % (3 % for histories of 10 runs). Steps of 10 % in noise of 2 % are
// still found three runs later; what is under 2.5 times the noise is not, however many runs follow (README,
// "Known error rates"; measured by bench_trenderrors).
namespace plumb::stats {

struct GateOptions
{
    EDivisiveOptions core;
    double effect = 0.05; ///< smaller changes of the median, as a fraction, are none
    double absolute = 0.0; ///< nor are smaller ones in the unit of the values
    double noise = 2.5; ///< nor those under this many robust sigmas of the levels
    std::size_t side = 3; ///< points a level needs
};

/// A change that passed.
struct GatedChange
{
    std::size_t index = 0; ///< first point of the new level
    /// The change as a fraction of the level before, by the median of all pairs (Hodges and Lehmann), with
    /// its interval at 95 %; absent where the level before is not above 0. An end is infinite where the
    /// points are too few.
    std::optional<double> change, changeLow, changeHigh;
    double before = 0.0, after = 0.0; ///< medians of the levels
    double p = 1.0;
    /// The newest one or two points: they lie outside of what the level before lets expect, and one or two
    /// runs more will tell.
    bool provisional = false;
    std::size_t earliest = 0, latest = 0; ///< the indexes between which it happened: divergence within 5 %
};

struct GatedResult
{
    std::vector<GatedChange> changes; ///< ascending; a provisional one is the last
    std::vector<std::size_t> outliers; ///< isolated points that were not looked at
};

/// Takes isolated outliers out (hampel.h), finds change points (edivisive.h, in windows of 20 and 10
/// points as well, so that dips which recovered are seen) and drops, worst first and with
/// its neighbours looked at again, each that fails a gate: effect, noise, points on either side. Where too
/// few points follow, the newest one or two are held against a prediction interval instead. Values must be
/// finite. Errors as of edivisive().
Result<GatedResult> gatedChanges(std::span<const double> values, const GateOptions& options = {});

/// How far apart two levels are, as a fraction of the one before; nothing where that is not above 0.
struct ChangeSize
{
    std::optional<double> change, low, high;
};
/// Of up to 100 points next to the change on either side. Neither level may be empty.
ChangeSize sizeOfChange(std::span<const double> before, std::span<const double> after);

/// Robust sigma of single values about their levels: the median over levels of 4 points or more; without such
/// a level from the differences of neighbours. @p starts: first index of each level but the first.
double levelNoise(std::span<const double> values, const std::vector<std::size_t>& starts);

/// Where a single new value is expected after @p level, with logarithms where all are above 0: mean -+ t *
/// s * sqrt(1 + 1/n).
struct Prediction
{
    double low = 0.0, high = 0.0;
};
/// Nothing for fewer than 5 values. @p confidence two-sided.
std::optional<Prediction> predictNext(std::span<const double> level, double confidence = 0.95);

} // namespace plumb::stats
