// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace plumb::engine {

/// Splits @p total by @p weights with the largest remainders (Hamilton's method; ties go to the earlier one).
/// Without a positive weight all are equal.
std::vector<int> shareOut(int total, const std::vector<double>& weights);

/// Which of the weighted choices each of @p total takers gets. The counts are those of shareOut(),
/// interleaved so that every beginning of the list has nearly the right shares (smooth weighted round robin),
/// as a ramp needs.
std::vector<int> assign(int total, const std::vector<double>& weights);

/// The choice of arrival @p number: points of the golden-ratio sequence over the cumulated weights, which
/// keep the shares far closer than random draws, need no state and are the same on every worker.
int pickForArrival(std::int64_t number, const std::vector<double>& weights);

/// The choice for @p point in [0, 1) on the cumulated weights.
int pickAt(double point, const std::vector<double>& weights);

} // namespace plumb::engine
