// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/proportions.h"

#include "stats/longrunvariance.h"
#include "stats/probability.h"
#include "stats/quantileinterval.h"
#include "stats/ratiointerval.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace plumb::stats {

Estimated wilsonInterval(double successes, double n, double confidence)
{
    if (!(n > 0.0)) {
        return {0.0, 0.0, 1.0};
    }
    const double z = normalQuantile(0.5 + confidence / 2.0);
    const double p = successes / n;
    const double scale = 1.0 + z * z / n;
    const double center = (p + z * z / (2.0 * n)) / scale;
    const double half = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n)) / scale;
    // At the ends the two terms are equal; their difference is rounding.
    return {p, successes <= 0.0 ? 0.0 : std::max(0.0, center - half),
        successes >= n ? 1.0 : std::min(1.0, center + half)};
}

Estimated clopperPearson(double successes, double n, double confidence)
{
    if (!(n > 0.0)) {
        return {0.0, 0.0, 1.0};
    }
    const double tail = (1.0 - confidence) / 2.0;
    return {successes / n, successes <= 0.0 ? 0.0 : betaQuantile(tail, successes, n - successes + 1.0),
        successes >= n ? 1.0 : betaQuantile(1.0 - tail, successes + 1.0, n - successes)};
}

Estimated proportionDifference(const Estimated& a, const Estimated& b)
{
    auto difference = moverDifference(a, b);
    difference.lower = std::max(-1.0, difference.lower);
    difference.upper = std::min(1.0, difference.upper);
    return difference;
}

WindowedShare windowedShare(std::span<const double> events, std::span<const double> trials)
{
    double hits = 0.0, count = 0.0;
    const std::size_t windows = std::min(events.size(), trials.size());
    for (std::size_t w = 0; w < windows; ++w) {
        hits += events[w];
        count += trials[w];
    }
    WindowedShare share;
    share.n_eff = count;
    if (count > 0.0 && hits > 0.0 && hits < count && windows >= WindowedQuantiles::leastWindows) {
        const double rate = hits / count;
        std::vector<double> left(windows);
        for (std::size_t w = 0; w < windows; ++w) {
            left[w] = events[w] - rate * trials[w];
        }
        const double variance
            = cosineVariance(left).variance * static_cast<double>(windows) / (count * count);
        if (variance > 0.0) {
            share.n_eff = std::min(count, rate * (1.0 - rate) / variance);
        }
    }
    const double rate = count > 0.0 ? hits / count : 0.0;
    share.estimate = wilsonInterval(rate * share.n_eff, share.n_eff);
    return share;
}

} // namespace plumb::stats
