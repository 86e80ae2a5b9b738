// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/robust.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::stats {

double median(std::vector<double> values)
{
    if (values.empty()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) {
        return *middle;
    }
    const double below = *std::max_element(values.begin(), middle);
    return below + (*middle - below) / 2.0;
}

double robustSigma(std::span<const double> values)
{
    std::vector<double> deviations(values.begin(), values.end());
    const double centre = median(deviations);
    for (double& value : deviations) {
        value = std::abs(value - centre);
    }
    return madToSigma * median(std::move(deviations));
}

double mean(std::span<const double> values)
{
    // Welford's update: sums of large values do not overflow or drown small ones.
    double result = values.empty() ? std::numeric_limits<double>::quiet_NaN() : 0.0;
    double count = 0.0;
    for (const double value : values) {
        count += 1.0;
        result += (value - result) / count;
    }
    return result;
}

bool allFinite(std::span<const double> values)
{
    return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

} // namespace plumb::stats
