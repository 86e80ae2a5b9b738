// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "stats/edivisive.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// Change points that a team can trust. Otava's algorithm alone sees one in 5 to 7 % of level histories of 100
// runs, in 20 % of those where 3 % of the runs are spikes, and in two thirds where runs depend on each other;
// behind these gates it is at most 2 %, and steps of 10 % are still found three runs later (README, "Known
// error rates"; the measure is bench_trenderrors).
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

/// Takes isolated outliers out (hampel.h), finds change points (edivisive.h) and drops, worst first and with
/// its neighbours looked at again, each that fails a gate: effect, noise, points on either side. Where too
/// few points follow, the newest one or two are held against a prediction interval instead. Values must be
/// finite. Errors as of edivisive().
Result<GatedResult> gatedChanges(std::span<const double> values, const GateOptions& options = {});

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
