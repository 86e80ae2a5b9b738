// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace plumb::stats {

/// Where the warm-up of a series ends by its marginal standard error.
struct Mser
{
    std::size_t cut = 0; ///< points to leave out, a multiple of the batch
    bool reached
        = true; ///< false: the best cut is the last one allowed, half of the series, so none was found
    double statistic = 0.0; ///< at the cut; NaN without two batches
    double uncut = 0.0; ///< of the whole series
};

/// MSER-m (White 1997; Spratt 1998 for batches of 5): over means z of batches of @p batch points, the d up to
/// half of them that minimises sum_{i>d} (z_i - mean_d)^2 / (k - d)^2. Points beyond the last whole batch are
/// not looked at. Values must be finite; fewer than two batches give a cut of 0.
Mser mser(std::span<const double> values, std::size_t batch = 5);

} // namespace plumb::stats
