// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/gesd.h"

#include "stats/moments.h"
#include "stats/probability.h"

#include <cmath>
#include <numeric>

namespace plumb::stats {

Gesd gesd(std::span<const double> values, std::size_t most, double alpha)
{
    Gesd result;
    std::vector<double> left(values.begin(), values.end());
    std::vector<std::size_t> place(values.size());
    std::iota(place.begin(), place.end(), std::size_t{0});
    std::size_t outliers = 0;
    while (result.candidates.size() < most && left.size() >= 3) {
        const double centre = meanOf(left), deviation = deviationOf(left);
        std::size_t far = 0;
        for (std::size_t i = 1; i < left.size(); ++i) {
            far = std::abs(left[i] - centre) > std::abs(left[far] - centre) ? i : far;
        }
        if (!(deviation > 0.0)) {
            break;
        }
        const auto n = static_cast<double>(left.size()); // n - i + 1 of the handbook
        const double t = studentQuantile(1.0 - alpha / (2.0 * n), n - 2.0);
        result.statistic.push_back(std::abs(left[far] - centre) / deviation);
        result.critical.push_back((n - 1.0) * t / std::sqrt((n - 2.0 + t * t) * n));
        result.candidates.push_back(place[far]);
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(far));
        place.erase(place.begin() + static_cast<std::ptrdiff_t>(far));
        if (result.statistic.back() > result.critical.back()) {
            outliers = result.candidates.size();
        }
    }
    result.outliers.assign(
        result.candidates.begin(), result.candidates.begin() + static_cast<std::ptrdiff_t>(outliers));
    return result;
}

} // namespace plumb::stats
