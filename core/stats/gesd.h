// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace plumb::stats {

/// The generalised extreme studentised deviate test.
struct Gesd
{
    std::vector<std::size_t> outliers; ///< indexes, the most extreme first
    std::vector<std::size_t> candidates; ///< all that were looked at, in the order of being the most extreme
    std::vector<double> statistic, critical; ///< R and lambda of each
};

/// Rosner (1983), NIST handbook 1.3.5.17.3: up to @p most outliers of about normal values at @p alpha; the
/// largest number of candidates for which R exceeds lambda. Values must be finite. Fewer than 3 values, or
/// equal ones, have none.
Gesd gesd(std::span<const double> values, std::size_t most = 10, double alpha = 0.05);

} // namespace plumb::stats
