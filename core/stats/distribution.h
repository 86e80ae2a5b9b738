// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/hdrhistogram.h"

#include <span>
#include <vector>

namespace plumb::stats {

/// A distribution of counted cells on the number line, as a histogram gives it: within a cell values are
/// taken as evenly spread. One rule for points, intervals and distances, so that they agree. A cell may have
/// no width: a value that occurred so often.
class Distribution
{
public:
    struct Cell
    {
        double lower = 0.0, upper = 0.0; ///< [lower, upper)
        double count = 0.0; ///< above 0
        bool operator==(const Cell&) const = default;
    };

    Distribution() = default;
    /// Cells in rising order that do not overlap; those without a count are left out.
    explicit Distribution(std::vector<Cell> cells);
    /// Of buckets in rising order, all values multiplied by @p scale (0.001: µs to ms). A bucket of values
    /// from 5 to 5 is the cell [5, 6).
    Distribution(std::span<const HdrHistogram::Bucket> buckets, double scale);
    /// Of single values in any order.
    static Distribution ofValues(std::vector<double> values);

    [[nodiscard]] double total() const { return m_total; }
    [[nodiscard]] bool empty() const { return m_cells.empty(); }
    [[nodiscard]] const std::vector<Cell>& cells() const { return m_cells; }

    /// Where the cumulative count reaches @p p of the total, interpolated within the cell. @p p is brought
    /// into [0, 1]. 0 if empty.
    [[nodiscard]] double quantile(double p) const;
    /// How much of the count lies at or below @p x, interpolated.
    [[nodiscard]] double countBelow(double x) const;
    [[nodiscard]] double mean() const; ///< of the cells' middles; 0 if empty
    [[nodiscard]] double variance() const; ///< population; 0 if empty

    /// Adds the counts of @p other. Cells that agree are joined; others must not overlap partly, as is so
    /// for histograms of one configuration.
    void add(const Distribution& other);

private:
    void sum();

    std::vector<Cell> m_cells;
    std::vector<double> m_before; ///< count below each cell
    double m_total = 0.0;
};

} // namespace plumb::stats
