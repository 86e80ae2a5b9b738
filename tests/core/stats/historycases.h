// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/edivisive.h"
#include "tests/support/noise.h"

#include <cmath>
#include <vector>

namespace plumb::test {

/// A made-up history of runs and options to look at it with.
struct HistoryCase
{
    std::vector<double> values;
    stats::EDivisiveOptions options;
};

/// Number @p which of many kinds of history: level, dependent, stepped, spiked, coarse, constant in parts,
/// drifting; 2 to 260 points; all options in turn.
inline HistoryCase historyCase(std::uint64_t which)
{
    Noise noise(which + 1);
    HistoryCase made;
    const std::size_t count = 2 + noise.next() % (which % 3 == 0 ? 20 : 259);
    const double sigma = which % 5 == 0 ? 0.10 : 0.02;
    made.values = noise.series(count, sigma, which % 4 == 1 ? 0.5 : 0.0);
    double level = 100.0;
    for (double& value : made.values) {
        if (which % 2 == 0 && noise.uniform() < 0.04) {
            level *= 0.7 + 0.6 * noise.uniform();
        }
        value = level * std::exp(value);
        if (which % 7 == 3 && noise.uniform() < 0.05) {
            value *= 1.5;
        }
        if (which % 6 == 4) { // clocks and counters are coarse
            value = std::round(value / 4.0) * 4.0;
        }
        if (which % 11 == 5) { // levels without any noise, not exact in binary
            value = level / 10.0;
        }
    }
    constexpr double ps[] = {0.001, 0.01, 0.05, 0.2};
    constexpr std::size_t windows[] = {50, 30, 10, 7};
    made.options.maxP = ps[which / 3 % 4];
    made.options.window = windows[which / 7 % 4];
    made.options.minMagnitude = which % 3 == 2 ? 0.05 : 0.0;
    return made;
}

} // namespace plumb::test
