// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/distribution.h"
#include "stats/interval.h"

#include <optional>
#include <span>
#include <vector>

namespace plumb::stats {

/// A quantile is only trusted with at least this many effective values beyond it.
inline constexpr double leastBeyond = 10.0;

/// A quantile with its 95 % interval inside one run.
struct QuantileInterval
{
    double p = 0.5; ///< in (0, 1)
    Estimated estimate; ///< upper is infinite where it lies beyond the largest value
    double n_eff = 0.0; ///< independent values that would be as certain; at most the count
    double design_effect = 1.0; ///< count / n_eff
    double residual_r1 = 0.0; ///< lag-1 correlation of the windows' residuals; 0 without windows
    bool approximate = false; ///< without windows: n_eff is assumed, not measured
    /// n_eff beyond the quantile, on its thinner side, is below leastBeyond: no verdict may rest on it.
    [[nodiscard]] bool refused() const { return n_eff * std::min(p, 1.0 - p) < leastBeyond; }
};

/// Woodruff's interval of quantiles, with a long-run variance over the windows of a run: how many values of a
/// window lie below the quantile is compared with how many should; what is left over depends on its
/// neighbours in time; its variance, inverted through the distribution, gives the interval. Textbook
/// intervals take requests for independent and hold 5 to 65 % instead of 95 % (Woodruff 1952; Francisco and
/// Fuller 1991; cosineVariance() for the dependence).
class WindowedQuantiles
{
public:
    /// @p total: all values. @p probabilities: each in (0, 1).
    WindowedQuantiles(Distribution total, std::vector<double> probabilities);

    /// The next window, in order of time. Windows that are empty count, too.
    void addWindow(const Distribution& window);
    [[nodiscard]] std::size_t windows() const { return m_counts.size(); }
    [[nodiscard]] const Distribution& total() const { return m_total; }
    [[nodiscard]] const std::vector<double>& probabilities() const { return m_probabilities; }

    /// The residuals of @p index, one per window: values below the quantile beyond the expected number.
    [[nodiscard]] std::vector<double> residuals(std::size_t index) const;

    /// Fewest windows an interval is made from.
    static constexpr std::size_t leastWindows = 8;
    /// One for each probability. With fewer than leastWindows windows, or none with a value: n_eff is the
    /// count over @p assumedDesignEffect, marked as approximate. Empty if there is no value at all.
    [[nodiscard]] std::vector<QuantileInterval> intervals(double assumedDesignEffect = 25.0) const;

private:
    Distribution m_total;
    std::vector<double> m_probabilities, m_quantiles;
    std::vector<double> m_counts; ///< of each window
    std::vector<double> m_below; ///< of each window, for each probability
};

/// The interval of a quantile whose fraction below has the standard error @p error, with critical value @p t.
QuantileInterval invertedInterval(const Distribution& total, double p, double error, double t);

} // namespace plumb::stats
