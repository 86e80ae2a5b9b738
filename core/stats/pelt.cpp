// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/pelt.h"

#include "stats/robust.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace plumb::stats {

namespace {

constexpr std::size_t shortest = 2; ///< points of a segment: one has no variance

/// The cost of any segment in O(1).
class NormalCost
{
public:
    NormalCost(std::span<const double> values, double minimumSigma)
        : m_sum(values.size() + 1)
        , m_square(values.size() + 1)
    {
        const double centre = mean(values); // keeps the squares small
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double value = values[i] - centre;
            m_sum[i + 1] = m_sum[i] + value;
            m_square[i + 1] = m_square[i] + value * value;
        }
        const double all = values.empty() ? 0.0 : m_square.back() / static_cast<double>(values.size());
        m_floor = std::max({minimumSigma * minimumSigma, all * 1e-18, std::numeric_limits<double>::min()});
    }

    /// Of [from, past), with the variance kept above the floor: the likelihood under that constraint, so that
    /// splitting never costs more and PELT's pruning stays exact.
    [[nodiscard]] double operator()(std::size_t from, std::size_t past) const
    {
        const auto count = static_cast<double>(past - from);
        const double sum = m_sum[past] - m_sum[from];
        const double variance = std::max(0.0, (m_square[past] - m_square[from] - sum * sum / count) / count);
        const double used = std::max(variance, m_floor);
        return count * (std::log(2.0 * std::numbers::pi) + std::log(used) + variance / used);
    }

private:
    std::vector<double> m_sum, m_square;
    double m_floor = 0.0;
};

} // namespace

std::vector<std::size_t> meanVarianceChangePoints(std::span<const double> values, const PeltOptions& options)
{
    const std::size_t count = values.size();
    if (count < 2 * shortest) {
        return {};
    }
    const NormalCost cost(values, options.minimumSigma);
    const double penalty = options.penaltyPerLog * std::log(static_cast<double>(count));

    struct Candidate
    {
        std::size_t from;
        double sum = 0.0; ///< best[from] + cost of the segment from there
        std::size_t lastUse = std::numeric_limits<std::size_t>::max();
    };
    std::vector<Candidate> candidates;
    std::vector<double> best(count + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> previous(count + 1, 0);
    best[0] = -penalty;
    for (std::size_t past = shortest; past <= count; ++past) {
        candidates.push_back({past - shortest});
        for (auto& candidate : candidates) {
            candidate.sum = best[candidate.from] + cost(candidate.from, past);
            if (candidate.sum + penalty < best[past]) {
                best[past] = candidate.sum + penalty;
                previous[past] = candidate.from;
            }
        }
        // A candidate that lost against a change here cannot win any more, once that change's segment is
        // long enough to be one.
        for (auto& candidate : candidates) {
            if (candidate.sum >= best[past]) {
                candidate.lastUse = std::min(candidate.lastUse, past + shortest - 1);
            }
        }
        std::erase_if(candidates, [past](const Candidate& candidate) { return candidate.lastUse <= past; });
    }
    std::vector<std::size_t> changes;
    for (std::size_t at = previous[count]; at > 0; at = previous[at]) {
        changes.push_back(at);
    }
    std::reverse(changes.begin(), changes.end());
    return changes;
}

} // namespace plumb::stats
