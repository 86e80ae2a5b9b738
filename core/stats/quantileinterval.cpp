// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/quantileinterval.h"

#include "stats/longrunvariance.h"
#include "stats/moments.h"
#include "stats/probability.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::stats {

QuantileInterval invertedInterval(const Distribution& total, double p, double error, double t)
{
    QuantileInterval interval;
    interval.p = p;
    const double low = p - t * error, high = p + t * error;
    interval.estimate = {total.quantile(p), total.quantile(low),
        high >= 1.0 ? std::numeric_limits<double>::infinity() : total.quantile(high)};
    const double count = total.total();
    interval.n_eff = error > 0.0 ? std::min(count, p * (1.0 - p) / (error * error)) : count;
    interval.design_effect = interval.n_eff > 0.0 ? count / interval.n_eff : 1.0;
    return interval;
}

WindowedQuantiles::WindowedQuantiles(Distribution total, std::vector<double> probabilities)
    : m_total(std::move(total))
    , m_probabilities(std::move(probabilities))
{
    for (const double p : m_probabilities) {
        m_quantiles.push_back(m_total.quantile(p));
    }
}

void WindowedQuantiles::addWindow(const Distribution& window)
{
    m_counts.push_back(window.total());
    for (const double quantile : m_quantiles) {
        m_below.push_back(window.countBelow(quantile));
    }
}

std::vector<double> WindowedQuantiles::residuals(std::size_t index) const
{
    std::vector<double> left(m_counts.size());
    for (std::size_t w = 0; w < m_counts.size(); ++w) {
        left[w] = m_below[w * m_probabilities.size() + index] - m_probabilities[index] * m_counts[w];
    }
    return left;
}

std::vector<QuantileInterval> WindowedQuantiles::intervals(double assumedDesignEffect) const
{
    std::vector<QuantileInterval> intervals;
    if (m_total.empty()) {
        return intervals;
    }
    double inWindows = 0.0;
    for (const double count : m_counts) {
        inWindows += count;
    }
    const bool windowed = m_counts.size() >= leastWindows && inWindows > 0.0;
    for (std::size_t i = 0; i < m_probabilities.size(); ++i) {
        const double p = m_probabilities[i];
        if (!windowed) {
            const double independent = m_total.total() / std::max(1.0, assumedDesignEffect);
            auto interval = invertedInterval(
                m_total, p, std::sqrt(p * (1.0 - p) / independent), normalQuantile(0.5 + confidence95 / 2.0));
            interval.approximate = true;
            intervals.push_back(interval);
            continue;
        }
        const auto left = residuals(i);
        const auto longRun = cosineVariance(left);
        const double dependent
            = std::sqrt(longRun.variance * static_cast<double>(m_counts.size())) / inWindows;
        // Few windows may agree by chance: no run is more certain than independent values would make it.
        const double independent = std::sqrt(p * (1.0 - p) / m_total.total());
        auto interval = invertedInterval(m_total, p, std::max(dependent, independent),
            studentQuantile(0.5 + confidence95 / 2.0, longRun.df));
        interval.residual_r1 = autocorrelation(left, 1);
        intervals.push_back(interval);
    }
    return intervals;
}

} // namespace plumb::stats
