// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumb::engine {

namespace {
std::vector<double> usable(std::vector<double> weights)
{
    for (double& weight : weights)
        weight = std::isfinite(weight) && weight > 0.0 ? weight : 0.0;
    if (std::accumulate(weights.begin(), weights.end(), 0.0) <= 0.0)
        std::fill(weights.begin(), weights.end(), 1.0);
    return weights;
}
} // namespace

std::vector<int> shareOut(int total, const std::vector<double>& weights)
{
    const std::vector<double> clean = usable(weights);
    const double sum = std::accumulate(clean.begin(), clean.end(), 0.0);
    std::vector<int> counts(clean.size());
    std::vector<std::size_t> order(clean.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> remainders(clean.size());
    int rest = total;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const double exact = total * clean[i] / sum;
        counts[i] = static_cast<int>(std::floor(exact));
        remainders[i] = exact - counts[i];
        rest -= counts[i];
    }
    std::stable_sort(order.begin(), order.end(),
        [&remainders](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (int i = 0; i < rest; ++i)
        ++counts[order[static_cast<std::size_t>(i) % order.size()]];
    return counts;
}

std::vector<int> assign(int total, const std::vector<double>& weights)
{
    const std::vector<int> counts = shareOut(total, weights);
    std::vector<std::int64_t> credit(counts.size());
    std::vector<int> order;
    order.reserve(static_cast<std::size_t>(total));
    for (int taker = 0; taker < total; ++taker) {
        for (std::size_t i = 0; i < counts.size(); ++i)
            credit[i] += counts[i];
        const auto best = std::max_element(credit.begin(), credit.end());
        *best -= total;
        order.push_back(static_cast<int>(best - credit.begin()));
    }
    return order;
}

int pickAt(double point, const std::vector<double>& weights)
{
    const std::vector<double> clean = usable(weights);
    const double wanted = point * std::accumulate(clean.begin(), clean.end(), 0.0);
    double sum = 0.0;
    int last = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        sum += clean[i];
        if (clean[i] > 0.0)
            last = static_cast<int>(i);
        if (wanted < sum)
            return static_cast<int>(i);
    }
    return last;
}

int pickForArrival(std::int64_t number, const std::vector<double>& weights)
{
    constexpr double goldenRatio = 0.6180339887498949;
    const double point = (static_cast<double>(number) + 0.5) * goldenRatio;
    return pickAt(point - std::floor(point), weights);
}

} // namespace plumb::engine
