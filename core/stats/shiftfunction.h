// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/quantileinterval.h"

#include <string_view>
#include <vector>

namespace plumb::stats {

/// The quantiles a shift function is told at: the deciles, 0.95, 0.99 and 0.999.
std::vector<double> shiftProbabilities();

/// How a quantile moved between two runs (Doksum 1974; Rousselet and others on shift functions).
struct Shift
{
    double p = 0.5;
    double base = 0.0, candidate = 0.0;
    Estimated difference; ///< candidate - base, MOVER
    Estimated log_ratio; ///< MOVER on logarithms
    bool trusted = true; ///< both quantiles have values enough beyond them
};

/// From intervals of the same quantiles in the same order.
std::vector<Shift> shiftFunction(
    const std::vector<QuantileInterval>& base, const std::vector<QuantileInterval>& candidate);

enum class ShiftShape {
    none, ///< no trusted quantile moved by more than the noise floor
    uniform, ///< all moved by about the same ratio
    tailOnly, ///< the slowest moved, the median did not
    bodyOnly, ///< the median moved, the slowest did not
    growing, ///< all moved one way, the slowest more
    shrinking, ///< all moved one way, the slowest less
    crossing, ///< some became slower, others faster
    unknown, ///< too few trusted quantiles
};
std::string_view toString(ShiftShape shape); ///< "none", "uniform", "tail-only", ...

/// @p floor: logarithm of the smallest ratio that matters, above 0.
ShiftShape shapeOf(const std::vector<Shift>& shifts, double floor);

} // namespace plumb::stats
