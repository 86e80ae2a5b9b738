// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/ratiointerval.h"

#include <cmath>
#include <limits>

namespace plumb::stats {

Estimated moverDifference(const Estimated& a, const Estimated& b, double extraA, double extraB)
{
    const double difference = a.value - b.value;
    const auto length = [](double one, double two, double three, double four) {
        return std::sqrt(one * one + two * two + three * three + four * four);
    };
    return {difference, difference - length(a.value - a.lower, b.upper - b.value, extraA, extraB),
        difference + length(a.upper - a.value, b.value - b.lower, extraA, extraB)};
}

Estimated logOf(const Estimated& positive)
{
    const auto log = [](double value) {
        return value > 0.0 ? std::log(value) : -std::numeric_limits<double>::infinity();
    };
    return {log(positive.value), log(positive.lower), log(positive.upper)};
}

double percentOfLog(double logRatio)
{
    return 100.0 * std::expm1(logRatio);
}

Estimated percentOfLog(const Estimated& logRatio)
{
    return {percentOfLog(logRatio.value), percentOfLog(logRatio.lower), percentOfLog(logRatio.upper)};
}

} // namespace plumb::stats
