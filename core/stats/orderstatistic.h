// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace plumb::stats {

/// The interval of a quantile from sorted independent values x_1 ... x_n: [x_lower, x_upper]. Order 0 and
/// n + 1 stand for "unbounded". A cross-check of quantileinterval.h, and for round summaries.
struct OrderInterval
{
    std::int64_t lower = 0, upper = 1; ///< 1-based
    double coverage = 0.0; ///< P(lower <= K < upper), K ~ Bin(n, p)
    bool operator==(const OrderInterval&) const = default;
};

/// Equal tails: at most (1 - @p confidence) / 2 beyond either end. @p confidence in (0, 1).
OrderInterval equalTailedOrders(std::int64_t n, double p, double confidence);

/// The fewest orders around the most likely one that reach @p confidence, in [0, 1]; where both sides are as
/// likely the lower one is taken. As benchstat makes its intervals.
OrderInterval shortestOrders(std::int64_t n, double p, double confidence);

} // namespace plumb::stats
