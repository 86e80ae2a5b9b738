// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/distribution.h"

#include <algorithm>

namespace plumb::stats {

Distribution::Distribution(std::vector<Cell> cells)
    : m_cells(std::move(cells))
{
    std::erase_if(m_cells, [](const Cell& cell) { return !(cell.count > 0.0); });
    sum();
}

Distribution::Distribution(std::span<const HdrHistogram::Bucket> buckets, double scale)
{
    m_cells.reserve(buckets.size());
    for (const auto& bucket : buckets) {
        if (bucket.count > 0) {
            m_cells.push_back({static_cast<double>(bucket.lowest) * scale,
                (static_cast<double>(bucket.highest) + 1.0) * scale, static_cast<double>(bucket.count)});
        }
    }
    sum();
}

Distribution Distribution::ofValues(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    std::vector<Cell> cells;
    for (const double value : values) {
        if (!cells.empty() && cells.back().lower == value) {
            cells.back().count += 1.0;
        } else {
            cells.push_back({value, value, 1.0});
        }
    }
    return Distribution(std::move(cells));
}

void Distribution::sum()
{
    m_before.resize(m_cells.size());
    m_total = 0.0;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_before[i] = m_total;
        m_total += m_cells[i].count;
    }
}

double Distribution::quantile(double p) const
{
    if (m_cells.empty()) {
        return 0.0;
    }
    const double wanted = std::clamp(p, 0.0, 1.0) * m_total;
    // The first cell whose cumulative count reaches what is wanted.
    const auto after = std::lower_bound(m_before.begin() + 1, m_before.end(), wanted);
    const auto index = static_cast<std::size_t>(after - m_before.begin()) - 1;
    const Cell& cell = m_cells[index];
    const double part = std::clamp((wanted - m_before[index]) / cell.count, 0.0, 1.0);
    return cell.lower + part * (cell.upper - cell.lower);
}

double Distribution::countBelow(double x) const
{
    const auto after = std::upper_bound(
        m_cells.begin(), m_cells.end(), x, [](double value, const Cell& cell) { return value < cell.lower; });
    if (after == m_cells.begin()) {
        return 0.0;
    }
    const auto index = static_cast<std::size_t>(after - m_cells.begin()) - 1;
    const Cell& cell = m_cells[index];
    const double width = cell.upper - cell.lower;
    const double part = width > 0.0 ? std::min(1.0, (x - cell.lower) / width) : 1.0;
    return m_before[index] + part * cell.count;
}

double Distribution::mean() const
{
    double sum = 0.0;
    for (const Cell& cell : m_cells) {
        sum += cell.count * (cell.lower + cell.upper) / 2.0;
    }
    return m_total > 0.0 ? sum / m_total : 0.0;
}

double Distribution::variance() const
{
    const double center = mean();
    double sum = 0.0;
    for (const Cell& cell : m_cells) {
        const double distance = (cell.lower + cell.upper) / 2.0 - center;
        sum += cell.count * distance * distance;
    }
    return m_total > 0.0 ? sum / m_total : 0.0;
}

void Distribution::add(const Distribution& other)
{
    std::vector<Cell> joined;
    joined.reserve(m_cells.size() + other.m_cells.size());
    std::merge(m_cells.begin(), m_cells.end(), other.m_cells.begin(), other.m_cells.end(),
        std::back_inserter(joined), [](const Cell& a, const Cell& b) {
            return a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper;
        });
    m_cells.clear();
    for (const Cell& cell : joined) {
        if (!m_cells.empty() && m_cells.back().lower == cell.lower && m_cells.back().upper == cell.upper) {
            m_cells.back().count += cell.count;
        } else {
            m_cells.push_back(cell);
        }
    }
    sum();
}

} // namespace plumb::stats
