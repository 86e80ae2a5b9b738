// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/moments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::stats {

double meanOf(std::span<const double> values)
{
    if (values.empty()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    // The mean of the distances to the first value: large common parts cancel before anything is summed.
    const double first = values.front();
    double sum = 0.0, lost = 0.0;
    for (const double value : values) {
        const double term = (value - first) - lost;
        const double next = sum + term;
        lost = (next - sum) - term;
        sum = next;
    }
    return first + sum / static_cast<double>(values.size());
}

double varianceOf(std::span<const double> values)
{
    if (values.size() < 2) {
        return 0.0;
    }
    const double mean = meanOf(values);
    double squares = 0.0, rest = 0.0;
    for (const double value : values) {
        const double distance = value - mean;
        squares += distance * distance;
        rest += distance;
    }
    const auto n = static_cast<double>(values.size());
    return std::max(0.0, (squares - rest * rest / n) / (n - 1.0));
}

double deviationOf(std::span<const double> values)
{
    return std::sqrt(varianceOf(values));
}

double autocorrelation(std::span<const double> values, int lag)
{
    const auto shift = static_cast<std::size_t>(std::max(lag, 1));
    if (values.size() <= shift) {
        return 0.0;
    }
    const double mean = meanOf(values);
    double whole = 0.0, together = 0.0;
    for (std::size_t t = 0; t < values.size(); ++t) {
        const double distance = values[t] - mean;
        whole += distance * distance;
        if (t + shift < values.size()) {
            together += distance * (values[t + shift] - mean);
        }
    }
    return whole > 0.0 ? together / whole : 0.0;
}

} // namespace plumb::stats
