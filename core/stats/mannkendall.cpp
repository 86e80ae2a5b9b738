// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/mannkendall.h"

#include "stats/theilsen.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace plumb::stats {

namespace {

constexpr std::size_t exactUpTo = 10;

/// Sizes of the groups of equal values, ones included.
std::vector<std::size_t> groupsOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0 && values[i] == values[i - 1]) {
            ++groups.back();
        } else {
            groups.push_back(1);
        }
    }
    return groups;
}

double triple(double n)
{
    return n * (n - 1.0) * (2.0 * n + 5.0);
}

/// Mid-ranks, 1 for the smallest.
std::vector<double> ranksOf(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t past = i;
        while (past < order.size() && values[order[past]] == values[order[i]]) {
            ++past;
        }
        for (std::size_t j = i; j < past; ++j) {
            ranks[order[j]] = static_cast<double>(i + 1 + past) / 2.0;
        }
        i = past;
    }
    return ranks;
}

void takeZ(MannKendall& result)
{
    result.z = 0.0;
    result.pNormal = 1.0;
    if (result.s != 0 && result.variance > 0.0) {
        const double step = result.s > 0 ? -1.0 : 1.0;
        result.z = (static_cast<double>(result.s) + step) / std::sqrt(result.variance);
        const boost::math::normal standard;
        result.pNormal = std::min(1.0, 2.0 * boost::math::cdf(complement(standard, std::abs(result.z))));
    }
}

/// Sorts [from, past) and gives S of the pairs within.
std::int64_t sortCounting(
    std::vector<double>& values, std::vector<double>& room, std::size_t from, std::size_t past)
{
    if (past - from < 2) {
        return 0;
    }
    const std::size_t middle = from + (past - from) / 2;
    std::int64_t s = sortCounting(values, room, from, middle) + sortCounting(values, room, middle, past);
    std::size_t below = from, notAbove = from; // of the left half, against the value on the right
    for (std::size_t right = middle; right < past; ++right) {
        while (below < middle && values[below] < values[right]) {
            ++below;
        }
        while (notAbove < middle && values[notAbove] <= values[right]) {
            ++notAbove;
        }
        s += static_cast<std::int64_t>(below - from) - static_cast<std::int64_t>(middle - notAbove);
    }
    std::merge(values.begin() + static_cast<std::ptrdiff_t>(from),
        values.begin() + static_cast<std::ptrdiff_t>(middle),
        values.begin() + static_cast<std::ptrdiff_t>(middle),
        values.begin() + static_cast<std::ptrdiff_t>(past), room.begin() + static_cast<std::ptrdiff_t>(from));
    std::copy(room.begin() + static_cast<std::ptrdiff_t>(from),
        room.begin() + static_cast<std::ptrdiff_t>(past), values.begin() + static_cast<std::ptrdiff_t>(from));
    return s;
}

} // namespace

std::int64_t kendallS(std::span<const double> values)
{
    std::vector<double> sorted(values.begin(), values.end());
    std::vector<double> room(sorted.size());
    return sortCounting(sorted, room, 0, sorted.size());
}

double kendallExactP(std::int64_t s, std::span<const std::size_t> tieGroups)
{
    // Coefficient k of [n]_q! / prod [t]_q! counts the orders with k falling pairs, (1 - q^i) being the
    // factors; then S = P - 2 k, P the pairs that are not tied.
    std::vector<double> orders{1.0};
    std::size_t placed = 0;
    for (const std::size_t size : tieGroups) {
        for (std::size_t i = 1; i <= size; ++i) {
            const std::size_t up = placed + i;
            orders.resize(orders.size() + up, 0.0);
            for (std::size_t k = orders.size(); k-- > up;) {
                orders[k] -= orders[k - up];
            }
            for (std::size_t k = i; k < orders.size(); ++k) {
                orders[k] += orders[k - i];
            }
        }
        placed += size;
    }
    std::size_t pairs = placed * (placed - (placed > 0 ? 1 : 0)) / 2;
    for (const std::size_t size : tieGroups) {
        pairs -= size * (size - 1) / 2;
    }
    double all = 0.0, extreme = 0.0;
    for (std::size_t k = 0; k <= pairs; ++k) {
        all += orders[k];
        const auto its = static_cast<std::int64_t>(pairs) - 2 * static_cast<std::int64_t>(k);
        if (std::abs(its) >= std::abs(s)) {
            extreme += orders[k];
        }
    }
    return extreme / all;
}

MannKendall mannKendall(std::span<const double> values)
{
    MannKendall result;
    if (values.size() < 2) {
        return result;
    }
    const auto count = static_cast<double>(values.size());
    result.s = kendallS(values);
    result.tau = static_cast<double>(result.s) / (count * (count - 1.0) / 2.0);
    const auto groups = groupsOf({values.begin(), values.end()});
    double ties = 0.0;
    for (const std::size_t size : groups) {
        ties += triple(static_cast<double>(size));
    }
    result.variance = (triple(count) - ties) / 18.0;
    takeZ(result);
    result.p = values.size() <= exactUpTo ? kendallExactP(result.s, groups) : result.pNormal;
    return result;
}

MannKendall mannKendallHamedRao(std::span<const double> values, std::size_t maxLag)
{
    MannKendall result = mannKendall(values);
    const std::size_t count = values.size();
    result.p = result.pNormal;
    if (count < 4) {
        return result;
    }
    const double slope = theilSenSlope(values);
    std::vector<double> rest(values.begin(), values.end());
    for (std::size_t i = 0; i < count; ++i) {
        rest[i] -= static_cast<double>(i + 1) * slope;
    }
    const auto ranks = ranksOf(rest);
    const auto n = static_cast<double>(count);
    const double centre = (n + 1.0) / 2.0;
    const auto product = [&](std::size_t lag) {
        double sum = 0.0;
        for (std::size_t i = 0; i + lag < count; ++i) {
            sum += (ranks[i] - centre) * (ranks[i + lag] - centre);
        }
        return sum;
    };
    const double own = product(0);
    if (own <= 0.0) {
        return result;
    }
    const double bound = boost::math::quantile(boost::math::normal(), 0.975) / std::sqrt(n);
    double sum = 0.0;
    for (std::size_t lag = 1; lag <= std::min(maxLag, count - 3); ++lag) {
        const double rho = product(lag) / own;
        if (std::abs(rho) > bound) {
            const double left = n - static_cast<double>(lag);
            sum += left * (left - 1.0) * (left - 2.0) * rho;
        }
    }
    // A strongly alternating series could make the factor negative, which no variance is.
    const double factor = 1.0 + 2.0 / (n * (n - 1.0) * (n - 2.0)) * sum;
    result.variance *= std::max(factor, 0.05);
    takeZ(result);
    result.p = result.pNormal;
    return result;
}

} // namespace plumb::stats
