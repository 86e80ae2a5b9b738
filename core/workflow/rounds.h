// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/effect.h"

#include <optional>
#include <string>
#include <vector>

// What can be said about rounds before anyone compares them: how far each figure is settled, how much it
// varies, and which rounds stand out.
namespace plumb::workflow {

/// How much a figure of the run varies over the rounds (stats.md section 2.4).
struct RoundFigure
{
    std::string metric, unit;
    std::vector<double> values; ///< of the rounds that have one, in the unit
    double median = 0.0;
    /// Over the median: 1.4826 MAD or, where that is larger, the standard deviation without the round that is
    /// farthest off (from 4 rounds on). One odd round, which is named on its own, makes neither large; the
    /// first does not see two odd ones of five. 0 with fewer than 3 rounds.
    double spread = 0.0;
    std::string label; ///< "stable" (to 5 %), "noisy" (to 10 %), "unstable"; empty with fewer than 3 rounds
    /// How far the 95 % interval of the level of the rounds reaches, as a fraction: Hodges and Lehmann's
    /// estimate with Wilcoxon's signed ranks, on logarithms. Nothing with fewer than 6 rounds, which cannot
    /// reach 95 %.
    std::optional<double> reach;
    bool operator==(const RoundFigure&) const = default;
};

inline constexpr const char* unstableLabel = "unstable";

/// p95 of the run and, of closed loads, requests per second: what rounds are looked at by.
std::vector<RoundFigure> roundFigures(judge::RoundSet& rounds);

/// Whether every figure is settled to @p within.
bool settled(const std::vector<RoundFigure>& figures, double within);

/// A round that stands out: |ln value - median| above 3 * 1.4826 MAD and above the noise floor of 5 %.
struct StandOut
{
    std::size_t round = 0; ///< index
    std::string cause; ///< "p95 of the run is 61.2 ms, 47 % above the median of the rounds, 41.7 ms"
};
/// Needs 4 rounds; fewer give none.
std::vector<StandOut> standOuts(judge::RoundSet& rounds);

} // namespace plumb::workflow
