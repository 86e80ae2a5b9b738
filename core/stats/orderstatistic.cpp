// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/orderstatistic.h"

#include "stats/probability.h"

#include <algorithm>
#include <cmath>

namespace plumb::stats {

OrderInterval equalTailedOrders(std::int64_t n, double p, double confidence)
{
    const double tail = (1.0 - confidence) / 2.0;
    OrderInterval orders;
    orders.lower = binomialQuantile(tail, n, p);
    orders.upper = binomialQuantile(1.0 - tail, n, p) + 1;
    orders.coverage = binomialCdf(orders.upper - 1, n, p) - binomialCdf(orders.lower - 1, n, p);
    return orders;
}

OrderInterval shortestOrders(std::int64_t n, double p, double confidence)
{
    // The mode of the binomial, the lower one of two.
    const double mode = std::ceil(static_cast<double>(n + 1) * p) - 1.0;
    std::int64_t first = std::clamp<std::int64_t>(static_cast<std::int64_t>(mode), 0, n);
    std::int64_t last = first;
    double coverage = binomialPmf(first, n, p);
    // Sums of many terms end a hair beside what was asked for.
    while (coverage < confidence - 1e-12 && (first > 0 || last < n)) {
        const double left = first > 0 ? binomialPmf(first - 1, n, p) : -1.0;
        const double right = last < n ? binomialPmf(last + 1, n, p) : -1.0;
        if (left >= right * (1.0 - 1e-12)) {
            --first;
            coverage += left;
        } else {
            ++last;
            coverage += right;
        }
    }
    return {first, last + 1, std::min(1.0, coverage)};
}

} // namespace plumb::stats
