// SPDX-License-Identifier: GPL-3.0-or-later
// Mann and Whitney (1947), Wilcoxon (1945), Hodges and Lehmann (1963). Probabilities are summed as
// probabilities, not as counts, so that nothing overflows.
#include "stats/ranktests.h"

#include "stats/probability.h"
#include "stats/robust.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace plumb::stats {

namespace {

constexpr std::size_t mostExactPairs = 2500;
constexpr std::size_t mostExactSigned = 200;
/// Sums of the same probabilities in another order.
constexpr double rounding = 1e-12;

/// Twice the mid-rank of each of the sorted values, so that it is whole.
std::vector<std::int64_t> doubledRanks(const std::vector<double>& sorted)
{
    std::vector<std::int64_t> ranks(sorted.size());
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t end = i;
        while (end < sorted.size() && sorted[end] == sorted[i]) {
            ++end;
        }
        for (std::size_t k = i; k < end; ++k) {
            ranks[k] = static_cast<std::int64_t>(i + end + 1);
        }
        i = end;
    }
    return ranks;
}

/// Sum of t³ - t over groups of equal values.
double tieSum(const std::vector<double>& sorted)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t end = i;
        while (end < sorted.size() && sorted[end] == sorted[i]) {
            ++end;
        }
        const auto t = static_cast<double>(end - i);
        sum += t * t * t - t;
        i = end;
    }
    return sum;
}

std::vector<double> sortedOf(std::span<const double> a, std::span<const double> b = {})
{
    std::vector<double> all(a.begin(), a.end());
    all.insert(all.end(), b.begin(), b.end());
    std::sort(all.begin(), all.end());
    return all;
}

double pairsAbove(std::span<const double> x, std::span<const double> y)
{
    const auto other = sortedOf(y);
    double u = 0.0;
    for (const double value : x) {
        const auto [from, to] = std::equal_range(other.begin(), other.end(), value);
        u += static_cast<double>(from - other.begin()) + static_cast<double>(to - from) / 2.0;
    }
    return u;
}

/// Probability of each sum of the ranks of @p chosen items drawn without order from @p ranks.
std::vector<double> rankSumProbabilities(const std::vector<std::int64_t>& ranks, std::size_t chosen)
{
    std::int64_t most = 0;
    for (std::size_t i = ranks.size() - chosen; i < ranks.size(); ++i) {
        most += ranks[i];
    }
    const auto width = static_cast<std::size_t>(most) + 1;
    // ways[k][s]: the share of all ways to choose k of the items so far whose ranks sum up to s.
    std::vector<std::vector<double>> ways(chosen + 1, std::vector<double>(width, 0.0));
    ways[0][0] = 1.0;
    for (std::size_t item = 0; item < ranks.size(); ++item) {
        const auto rank = static_cast<std::size_t>(ranks[item]);
        for (std::size_t k = std::min(item + 1, chosen); k-- > 0;) {
            for (std::size_t s = 0; s + rank < width; ++s) {
                ways[k + 1][s + rank] += ways[k][s];
            }
        }
    }
    auto result = std::move(ways[chosen]);
    double sum = 0.0;
    for (const double share : result) {
        sum += share;
    }
    for (double& share : result) {
        share /= sum;
    }
    return result;
}

void closeTwoSided(RankTest& test)
{
    test.p_less = std::clamp(test.p_less, 0.0, 1.0);
    test.p_greater = std::clamp(test.p_greater, 0.0, 1.0);
    test.p_two = std::min(1.0, 2.0 * std::min(test.p_less, test.p_greater));
}

/// Tails of @p observed over the probabilities of 0, 1, 2, ...
void fillTails(RankTest& test, const std::vector<double>& probabilities, std::int64_t observed)
{
    test.p_less = test.p_greater = 0.0;
    for (std::size_t s = 0; s < probabilities.size(); ++s) {
        const auto sum = static_cast<std::int64_t>(s);
        test.p_less += sum <= observed ? probabilities[s] : 0.0;
        test.p_greater += sum >= observed ? probabilities[s] : 0.0;
    }
    closeTwoSided(test);
}

void fillNormal(RankTest& test, double mean, double variance)
{
    test.exact = false;
    if (variance <= 0.0) {
        return; // all values are equal: nothing speaks against that
    }
    const double deviation = std::sqrt(variance);
    test.p_less = normalCdf((test.statistic - mean + 0.5) / deviation);
    test.p_greater = normalCdf(-(test.statistic - mean - 0.5) / deviation);
    closeTwoSided(test);
}

/// Probabilities of U for groups without ties, by the recurrence of Mann and Whitney.
std::vector<double> untiedProbabilities(std::size_t n, std::size_t m)
{
    std::vector<std::vector<double>> row(m + 1, std::vector<double>{1.0}); // n = 0: U is 0
    for (std::size_t i = 1; i <= n; ++i) {
        std::vector<std::vector<double>> next(m + 1);
        next[0] = {1.0};
        for (std::size_t j = 1; j <= m; ++j) {
            auto& u = next[j];
            u.assign(i * j + 1, 0.0);
            const double largestIsX = static_cast<double>(i) / static_cast<double>(i + j);
            for (std::size_t c = 0; c < row[j].size(); ++c) {
                u[c + j] += largestIsX * row[j][c];
            }
            for (std::size_t c = 0; c < next[j - 1].size(); ++c) {
                u[c] += (1.0 - largestIsX) * next[j - 1][c];
            }
        }
        row = std::move(next);
    }
    return row[m];
}

/// Probabilities of V for @p ranks of differences whose signs are tossed.
std::vector<double> signedProbabilities(const std::vector<std::int64_t>& ranks)
{
    std::vector<double> probabilities{1.0};
    for (const std::int64_t rank : ranks) {
        const auto shift = static_cast<std::size_t>(rank);
        std::vector<double> next(probabilities.size() + shift, 0.0);
        for (std::size_t s = 0; s < probabilities.size(); ++s) {
            next[s] += 0.5 * probabilities[s];
            next[s + shift] += 0.5 * probabilities[s];
        }
        probabilities = std::move(next);
    }
    return probabilities;
}

/// The largest c with P(K <= c) <= alpha / 2: so many may be cut off; nothing where even none is too much.
std::optional<std::int64_t> cutOf(const std::vector<double>& probabilities, double confidence)
{
    const double tail = (1.0 - confidence) / 2.0;
    double sum = 0.0;
    for (std::size_t c = 0; c < probabilities.size(); ++c) {
        sum += probabilities[c];
        if (sum > tail * (1.0 + rounding)) {
            return c == 0 ? std::nullopt : std::optional(static_cast<std::int64_t>(c) - 1);
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> normalCut(double mean, double variance, double confidence)
{
    const double z = normalQuantile(0.5 + confidence / 2.0);
    const double cut = std::floor(mean - z * std::sqrt(variance) - 0.5);
    return cut < 0.0 ? std::nullopt : std::optional(static_cast<std::int64_t>(cut));
}

/// Median of @p values with the interval that leaves @p cut of them out at either end.
Estimated cutInterval(std::vector<double> values, std::optional<std::int64_t> cut)
{
    const double open = std::numeric_limits<double>::infinity();
    Estimated shift{median(values), -open, open};
    if (cut && 2 * *cut < static_cast<std::int64_t>(values.size())) {
        std::sort(values.begin(), values.end());
        const auto skip = static_cast<std::size_t>(*cut);
        shift.lower = values[skip];
        shift.upper = values[values.size() - 1 - skip];
    }
    return shift;
}

} // namespace

RankTest mannWhitneyNormal(std::span<const double> x, std::span<const double> y)
{
    RankTest test;
    test.statistic = pairsAbove(x, y);
    const auto n = static_cast<double>(x.size()), m = static_cast<double>(y.size());
    const double all = n + m;
    const double ties = tieSum(sortedOf(x, y));
    fillNormal(test, n * m / 2.0, n * m / 12.0 * (all + 1.0 - ties / (all * (all - 1.0))));
    return test;
}

RankTest mannWhitney(std::span<const double> x, std::span<const double> y)
{
    if (x.size() * y.size() > mostExactPairs) {
        return mannWhitneyNormal(x, y);
    }
    RankTest test;
    if (x.size() > y.size()) { // the smaller group has fewer sums, and its tails are those of the other
        test = mannWhitney(y, x);
        test.statistic = static_cast<double>(x.size() * y.size()) - test.statistic;
        std::swap(test.p_less, test.p_greater);
        return test;
    }
    test.statistic = pairsAbove(x, y);
    const auto ranks = doubledRanks(sortedOf(x, y));
    // Doubled rank sum of the first group: 2 U + n (n + 1).
    const auto n = static_cast<std::int64_t>(x.size());
    fillTails(test, rankSumProbabilities(ranks, x.size()), std::llround(2.0 * test.statistic) + n * (n + 1));
    return test;
}

double superiority(std::span<const double> x, std::span<const double> y)
{
    return pairsAbove(x, y) / (static_cast<double>(x.size()) * static_cast<double>(y.size()));
}

std::optional<std::int64_t> pairwiseCut(std::size_t n, std::size_t m, double confidence)
{
    if (n * m <= mostExactPairs) {
        return cutOf(untiedProbabilities(n, m), confidence);
    }
    const auto a = static_cast<double>(n), b = static_cast<double>(m);
    return normalCut(a * b / 2.0, a * b * (a + b + 1.0) / 12.0, confidence);
}

Estimated pairwiseShift(std::span<const double> x, std::span<const double> y, double confidence)
{
    std::vector<double> differences;
    differences.reserve(x.size() * y.size());
    for (const double a : x) {
        for (const double b : y) {
            differences.push_back(a - b);
        }
    }
    return cutInterval(std::move(differences), pairwiseCut(x.size(), y.size(), confidence));
}

RankTest signedRanks(std::span<const double> differences)
{
    std::vector<double> left;
    std::copy_if(differences.begin(), differences.end(), std::back_inserter(left),
        [](double difference) { return difference != 0.0; });
    RankTest test;
    if (left.empty()) {
        return test;
    }
    std::sort(left.begin(), left.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    std::vector<double> sizes(left.size());
    std::transform(left.begin(), left.end(), sizes.begin(), [](double d) { return std::abs(d); });
    const auto ranks = doubledRanks(sizes);
    std::int64_t doubled = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        doubled += left[i] > 0.0 ? ranks[i] : 0;
    }
    test.statistic = static_cast<double>(doubled) / 2.0;
    if (left.size() <= mostExactSigned) {
        fillTails(test, signedProbabilities(ranks), doubled);
        return test;
    }
    const auto n = static_cast<double>(left.size());
    fillNormal(test, n * (n + 1.0) / 4.0, n * (n + 1.0) * (2.0 * n + 1.0) / 24.0 - tieSum(sizes) / 48.0);
    return test;
}

std::optional<std::int64_t> signedRankCut(std::size_t n, double confidence)
{
    if (n <= mostExactSigned) {
        std::vector<std::int64_t> ranks(n);
        for (std::size_t i = 0; i < n; ++i) {
            ranks[i] = static_cast<std::int64_t>(i) + 1;
        }
        return cutOf(signedProbabilities(ranks), confidence);
    }
    const auto count = static_cast<double>(n);
    return normalCut(
        count * (count + 1.0) / 4.0, count * (count + 1.0) * (2.0 * count + 1.0) / 24.0, confidence);
}

Estimated pairedShift(std::span<const double> differences, double confidence)
{
    std::vector<double> means;
    means.reserve(differences.size() * (differences.size() + 1) / 2);
    for (std::size_t i = 0; i < differences.size(); ++i) {
        for (std::size_t k = i; k < differences.size(); ++k) {
            means.push_back(std::midpoint(differences[i], differences[k]));
        }
    }
    return cutInterval(std::move(means), signedRankCut(differences.size(), confidence));
}

} // namespace plumb::stats
