// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/theilsen.h"

#include "stats/robust.h"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace plumb::stats {

namespace {

/// Up to here all slopes are listed (1.1 million of them), above they are counted.
constexpr std::size_t listUpTo = 1500;

struct Points
{
    std::vector<double> t, y; ///< by time
};

Points byTime(std::span<const double> times, std::span<const double> values)
{
    std::vector<std::size_t> order(times.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return times[a] < times[b]; });
    Points points;
    for (const std::size_t i : order) {
        points.t.push_back(times[i]);
        points.y.push_back(values[i]);
    }
    return points;
}

/// Sizes of the groups of equal values in a sorted list.
template <class Use>
void eachGroup(const std::vector<double>& sorted, const Use& use)
{
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t past = i;
        while (past < sorted.size() && sorted[past] == sorted[i]) {
            ++past;
        }
        use(i, past);
        i = past;
    }
}

/// The variance of Kendall's S of two lists with ties in either.
double kendallVariance(const std::vector<double>& t, std::vector<double> y)
{
    std::sort(y.begin(), y.end());
    struct Sums
    {
        double v = 0.0, one = 0.0, two = 0.0;
    };
    const auto sums = [](const std::vector<double>& sorted) {
        Sums all;
        eachGroup(sorted, [&all](std::size_t from, std::size_t past) {
            const auto size = static_cast<double>(past - from);
            all.v += size * (size - 1.0) * (2.0 * size + 5.0);
            all.one += size * (size - 1.0);
            all.two += size * (size - 1.0) * (size - 2.0);
        });
        return all;
    };
    const Sums a = sums(t), b = sums(y);
    const auto n = static_cast<double>(t.size());
    double variance = (n * (n - 1.0) * (2.0 * n + 5.0) - a.v - b.v) / 18.0;
    if (n > 1.0) {
        variance += a.one * b.one / (2.0 * n * (n - 1.0));
    }
    if (n > 2.0) {
        variance += a.two * b.two / (9.0 * n * (n - 1.0) * (n - 2.0));
    }
    return variance;
}

/// The slopes of all pairs of different time, as an ordered list that is not written down.
class Slopes
{
public:
    explicit Slopes(Points points)
        : m_points(std::move(points))
        , m_rest(m_points.t.size())
        , m_room(m_points.t.size())
    {
        const std::size_t count = m_points.t.size();
        m_pairs = count * (count - (count > 0 ? 1 : 0)) / 2;
        eachGroup(m_points.t, [this](std::size_t from, std::size_t past) {
            const std::size_t size = past - from;
            m_pairs -= size * (size - 1) / 2;
        });
        if (count <= listUpTo) {
            list();
        }
    }

    [[nodiscard]] std::size_t pairs() const { return m_pairs; }

    /// The slope with @p rank others below it.
    double at(std::size_t rank)
    {
        if (!m_list.empty()) {
            const auto place = m_list.begin() + static_cast<std::ptrdiff_t>(rank);
            std::nth_element(m_list.begin(), place, m_list.end());
            return *place;
        }
        return bisect(rank);
    }

    /// Of at least one pair.
    double median()
    {
        const double upper = at(m_pairs / 2);
        return m_pairs % 2 == 1 ? upper : at(m_pairs / 2 - 1) / 2.0 + upper / 2.0;
    }

private:
    void list()
    {
        const auto& [t, y] = m_points;
        m_list.reserve(m_pairs);
        for (std::size_t j = 1; j < t.size(); ++j) {
            for (std::size_t i = 0; i < j; ++i) {
                if (t[j] > t[i]) {
                    m_list.push_back((y[j] - y[i]) / (t[j] - t[i]));
                }
            }
        }
    }

    /// How many slopes are at most @p slope: pairs i < j with y_j - slope t_j <= y_i - slope t_i.
    std::size_t countUpTo(double slope)
    {
        const auto& [t, y] = m_points;
        for (std::size_t i = 0; i < t.size(); ++i) {
            m_rest[i] = y[i] - slope * t[i];
        }
        // Pairs of one time have no slope: largest last within the group, so that none is counted but equals,
        // and those are taken off.
        std::size_t equal = 0;
        eachGroup(t, [this, &equal](std::size_t from, std::size_t past) {
            if (past - from < 2) {
                return;
            }
            std::sort(m_rest.begin() + static_cast<std::ptrdiff_t>(from),
                m_rest.begin() + static_cast<std::ptrdiff_t>(past));
            for (std::size_t i = from, same = 0; i + 1 < past; ++i) {
                same = m_rest[i] == m_rest[i + 1] ? same + 1 : 0;
                equal += same;
            }
        });
        return sortCounting(0, m_rest.size()) - equal;
    }

    /// Sorts [from, past) of m_rest and counts pairs that do not rise.
    std::size_t sortCounting(std::size_t from, std::size_t past)
    {
        if (past - from < 2) {
            return 0;
        }
        const std::size_t middle = from + (past - from) / 2;
        std::size_t falling = sortCounting(from, middle) + sortCounting(middle, past);
        std::size_t left = from, right = middle;
        for (std::size_t out = from; out < past; ++out) {
            if (right == past || (left < middle && m_rest[left] < m_rest[right])) {
                m_room[out] = m_rest[left++];
            } else {
                falling += middle - left;
                m_room[out] = m_rest[right++];
            }
        }
        std::copy(m_room.begin() + static_cast<std::ptrdiff_t>(from),
            m_room.begin() + static_cast<std::ptrdiff_t>(past),
            m_rest.begin() + static_cast<std::ptrdiff_t>(from));
        return falling;
    }

    /// The smallest slope with more than @p rank slopes up to it, between bounds that no slope is beyond:
    /// by false position, since the counts rise smoothly, and by halving every other time, since they may
    /// not.
    double bisect(std::size_t rank)
    {
        const auto& [t, y] = m_points;
        const auto [lowest, highest] = std::minmax_element(y.begin(), y.end());
        const double range = *highest - *lowest;
        double gap = t.back() - t.front();
        const double tolerance = range / gap * 1e-12;
        for (std::size_t i = 1; i < t.size(); ++i) {
            gap = t[i] > t[i - 1] ? std::min(gap, t[i] - t[i - 1]) : gap;
        }
        double low = -2.0 * range / gap, high = 2.0 * range / gap;
        double lowCount = 0.0, highCount = static_cast<double>(m_pairs);
        const double wanted = static_cast<double>(rank) + 0.5;
        for (bool halve = true; high - low > std::max(tolerance, 1e-14 * std::abs(low)); halve = !halve) {
            const double share = halve ? 0.5 : (wanted - lowCount) / (highCount - lowCount);
            const double middle = low + (high - low) * std::clamp(share, 1e-3, 1.0 - 1e-3);
            if (middle <= low || middle >= high) {
                break;
            }
            const auto count = static_cast<double>(countUpTo(middle));
            (count > wanted ? high : low) = middle;
            (count > wanted ? highCount : lowCount) = count;
        }
        return low < 0.0 && high > 0.0 ? 0.0 : high;
    }

    Points m_points;
    std::vector<double> m_rest, m_room, m_list;
    std::size_t m_pairs = 0;
};

} // namespace

TheilSen theilSen(std::span<const double> times, std::span<const double> values, double confidence)
{
    constexpr double unbounded = std::numeric_limits<double>::infinity();
    TheilSen result;
    result.low = -unbounded;
    result.high = unbounded;
    if (values.empty()) {
        result.intercept = std::numeric_limits<double>::quiet_NaN();
        return result;
    }
    Points points = byTime(times, values);
    const double variance = kendallVariance(points.t, points.y);
    const double middle = median(points.y), at = median(points.t);
    Slopes slopes(std::move(points));
    const std::size_t pairs = slopes.pairs();
    result.pairs = pairs;
    if (pairs > 0) {
        result.slope = slopes.median();
        // Sen's interval: the slopes of rank (N -+ C) / 2.
        const double z = boost::math::quantile(boost::math::normal(), 0.5 + confidence / 2.0);
        const double reach = z * std::sqrt(std::max(0.0, variance));
        const auto rankLow
            = static_cast<std::int64_t>(std::llround((static_cast<double>(pairs) - reach) / 2.0)) - 1;
        const auto rankHigh
            = static_cast<std::int64_t>(std::llround((static_cast<double>(pairs) + reach) / 2.0));
        if (rankLow >= 0) {
            result.low = slopes.at(static_cast<std::size_t>(rankLow));
        }
        if (rankHigh < static_cast<std::int64_t>(pairs)) {
            result.high = slopes.at(static_cast<std::size_t>(rankHigh));
        }
    }
    result.intercept = middle - result.slope * at;
    return result;
}

TheilSen theilSen(std::span<const double> values, double confidence)
{
    std::vector<double> times(values.size());
    std::iota(times.begin(), times.end(), 0.0);
    return theilSen(times, values, confidence);
}

double theilSenSlope(std::span<const double> values)
{
    std::vector<double> times(values.size());
    std::iota(times.begin(), times.end(), 0.0);
    Slopes slopes(byTime(times, values));
    return slopes.pairs() > 0 ? slopes.median() : 0.0;
}

} // namespace plumb::stats
