// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/variancelevels.h"

#include "stats/moments.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::stats {

VarianceLevels varianceLevels(std::span<const double> values, std::span<const int> repetitions)
{
    VarianceLevels levels;
    std::size_t expected = 1;
    for (const int count : repetitions) {
        if (count < 2) {
            return levels;
        }
        expected *= static_cast<std::size_t>(count);
    }
    if (repetitions.empty() || values.size() != expected) {
        return levels;
    }
    std::vector<double> means(values.begin(), values.end());
    double below = 0.0;
    for (std::size_t level = 0; level < repetitions.size(); ++level) {
        const auto size = static_cast<std::size_t>(repetitions[repetitions.size() - 1 - level]);
        std::vector<double> groups, variances;
        for (std::size_t from = 0; from < means.size(); from += size) {
            const std::span<const double> group(means.data() + from, size);
            groups.push_back(meanOf(group));
            variances.push_back(varianceOf(group));
        }
        const double sampled = meanOf(variances);
        levels.sampled.push_back(sampled);
        levels.own.push_back(sampled - below);
        below = sampled / static_cast<double>(size);
        means = std::move(groups);
    }
    levels.mean = means.front();
    return levels;
}

std::vector<double> optimalRepetitions(const VarianceLevels& levels, std::span<const double> costs)
{
    std::vector<double> repetitions;
    for (std::size_t i = 0; i + 1 < std::min(levels.own.size(), costs.size()); ++i) {
        const double above = levels.own[i + 1];
        repetitions.push_back(above > 0.0
                ? std::sqrt(costs[i + 1] / costs[i] * std::max(0.0, levels.own[i]) / above)
                : std::numeric_limits<double>::infinity());
    }
    return repetitions;
}

double betweenRounds(std::span<const double> rounds, std::span<const double> errors)
{
    double within = 0.0;
    for (const double error : errors) {
        within += error * error / static_cast<double>(errors.size());
    }
    return std::max(0.0, varianceOf(rounds) - within);
}

} // namespace plumb::stats
