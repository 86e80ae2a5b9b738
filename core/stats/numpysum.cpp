// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/numpysum.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace plumb::stats {

double numpySum(std::span<const double> values)
{
    constexpr std::size_t lanes = 8, block = 128;
    const std::size_t count = values.size();
    if (count > block) {
        std::size_t half = count / 2;
        half -= half % lanes;
        return numpySum(values.first(half)) + numpySum(values.subspan(half));
    }
    double sum = 0.0;
    std::size_t at = 0;
    if (count >= lanes) {
        std::array<double, lanes> part{};
        for (; at + lanes <= count; at += lanes) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                part[lane] += values[at + lane];
            }
        }
        sum = ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7]));
    }
    for (; at < count; ++at) {
        sum += values[at];
    }
    return sum;
}

double numpyMean(std::span<const double> values)
{
    return numpySum(values) / static_cast<double>(values.size());
}

double numpyDeviation(std::span<const double> values)
{
    const double centre = numpyMean(values);
    std::vector<double> squares(values.begin(), values.end());
    for (double& value : squares) {
        value = (value - centre) * (value - centre);
    }
    return std::sqrt(numpyMean(squares));
}

} // namespace plumb::stats
