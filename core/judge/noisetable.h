// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/effect.h"
#include "stats/noisefloor.h"

// What an A/A suite says: how much each metric varies while nothing changes, and how small a change could
// still be seen (stats.md section 1.6).
namespace plumb::judge {

/// The noise of one metric of one scope over rounds of the same thing.
struct NoiseRow
{
    std::string of, metric, unit; ///< "step:pay", "latency_ms.p95", "ms"
    bool points = false; ///< figures are differences of fractions (0.001 is 0.1 points); else ratios
    double value = 0.0; ///< median of the rounds, in the unit
    Spread spread; ///< between rounds, less what each round's own interval explains
    double round_sigma = 0.0; ///< of the rounds as they are; logarithms of ratios, or fractions
    /// Smallest change between two single runs worth a verdict: a fraction of the value, or of 1 for points.
    double floor = 0.0;
    stats::FloorReason reason = stats::FloorReason::usual;
    /// The change that two sides of as many rounds each find in 80 % of the cases, as `floor`; absent where
    /// the rounds do not vary at all.
    std::optional<double> detectable;
};

/// A row for every scope and metric that at least 3 of the rounds have: latencies (p50 to p99.9, mean), error
/// rate, requests per second of closed loads, achieved share of open ones. Percentiles with too few effective
/// values have none.
std::vector<NoiseRow> noiseRows(RoundSet& rounds);

/// What comparisons take of them.
NoiseBook noiseBookOf(const std::vector<NoiseRow>& rows, std::string source);

/// An aligned table for terminals, one line a row.
std::string noiseText(const std::vector<NoiseRow>& rows, std::size_t rounds);

} // namespace plumb::judge
