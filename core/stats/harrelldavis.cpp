// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/harrelldavis.h"

#include "stats/moments.h"
#include "stats/probability.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace plumb::stats {

namespace {

std::vector<double> sorted(std::span<const double> values)
{
    std::vector<double> out(values.begin(), values.end());
    std::sort(out.begin(), out.end());
    return out;
}

/// Weights of the order statistics 1 to @p n for Beta(a, b).
std::vector<double> betaWeights(std::size_t n, double a, double b)
{
    std::vector<double> weights(n);
    double before = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        const double now = betaCdf(static_cast<double>(i + 1) / static_cast<double>(n), a, b);
        weights[i] = now - before;
        before = now;
    }
    return weights;
}

double ofSorted(const std::vector<double>& values, double p)
{
    if (p <= 0.0 || p >= 1.0) {
        return p <= 0.0 ? values.front() : values.back();
    }
    const auto n = static_cast<double>(values.size());
    const auto weights = betaWeights(values.size(), (n + 1.0) * p, (n + 1.0) * (1.0 - p));
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += weights[i] * values[i];
    }
    return sum;
}

} // namespace

double harrellDavis(std::span<const double> values, double p)
{
    return values.empty() ? std::numeric_limits<double>::quiet_NaN() : ofSorted(sorted(values), p);
}

double harrellDavisError(std::span<const double> values, double p)
{
    const auto all = sorted(values);
    if (all.size() < 3) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    std::vector<double> without(all.size());
    for (std::size_t left = 0; left < all.size(); ++left) {
        auto others = all;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(left));
        without[left] = ofSorted(others, p);
    }
    const auto n = static_cast<double>(all.size());
    return std::sqrt(varianceOf(without) * (n - 1.0) * (n - 1.0) / n);
}

double harrellDavis(const Distribution& distribution, double p, double n_eff)
{
    if (distribution.empty() || p <= 0.0 || p >= 1.0) {
        return distribution.quantile(p);
    }
    const double a = (n_eff + 1.0) * p, b = (n_eff + 1.0) * (1.0 - p);
    double sum = 0.0, before = 0.0, count = 0.0;
    for (const auto& cell : distribution.cells()) {
        count += cell.count;
        const double now = betaCdf(count / distribution.total(), a, b);
        sum += (now - before) * (cell.lower + cell.upper) / 2.0;
        before = now;
    }
    return sum;
}

double maritzJarrett(std::span<const double> values, double p)
{
    const auto all = sorted(values);
    const auto n = static_cast<double>(all.size());
    const double m = std::floor(n * p + 0.5);
    if (m < 2.0 || m > n - 1.0) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const auto weights = betaWeights(all.size(), m - 1.0, n - m);
    double first = 0.0, second = 0.0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        first += weights[i] * all[i];
        second += weights[i] * all[i] * all[i];
    }
    return std::sqrt(std::max(0.0, second - first * first));
}

} // namespace plumb::stats
