// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/distance.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace plumb::stats {

namespace {

/// Integral of |y| over a piece of length @p length where y goes evenly from @p from to @p to.
double absoluteArea(double from, double to, double length)
{
    if ((from >= 0.0) == (to >= 0.0)) {
        return std::abs(from + to) / 2.0 * length;
    }
    return (from * from + to * to) / (2.0 * (std::abs(from) + std::abs(to))) * length;
}

double squaredArea(double from, double to, double length)
{
    return (from * from + from * to + to * to) / 3.0 * length;
}

/// The edges of both, in rising order, each once.
std::vector<double> edgesOf(const Distribution& a, const Distribution& b)
{
    const auto own = [](const Distribution& distribution) {
        std::vector<double> edges;
        edges.reserve(2 * distribution.cells().size());
        for (const auto& cell : distribution.cells()) { // cells rise and do not overlap
            edges.push_back(cell.lower);
            edges.push_back(cell.upper);
        }
        return edges;
    };
    const auto first = own(a), second = own(b);
    std::vector<double> edges;
    edges.reserve(first.size() + second.size());
    std::merge(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(edges));
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// Walks the edges in rising order and tells the fraction below and at or below each.
class Walk
{
public:
    explicit Walk(const Distribution& distribution)
        : m_cells(distribution.cells())
        , m_total(distribution.total())
    {
    }
    EcdfPoint at(double x)
    {
        while (m_next < m_cells.size() && m_cells[m_next].upper < x) {
            m_before += m_cells[m_next++].count;
        }
        EcdfPoint point{x, m_before, m_before};
        for (std::size_t i = m_next; i < m_cells.size() && m_cells[i].lower <= x; ++i) {
            const auto& cell = m_cells[i];
            const double width = cell.upper - cell.lower;
            const double part = width > 0.0 ? std::min(1.0, (x - cell.lower) / width) : 1.0;
            point.at += part * cell.count;
            point.below += width > 0.0 ? part * cell.count : 0.0;
        }
        point.below /= m_total;
        point.at /= m_total;
        return point;
    }

private:
    const std::vector<Distribution::Cell>& m_cells;
    double m_total;
    std::size_t m_next = 0;
    double m_before = 0.0;
};

} // namespace

std::vector<EcdfPoint> ecdf(const Distribution& distribution)
{
    std::vector<EcdfPoint> points;
    Walk walk(distribution);
    for (const double edge : edgesOf(distribution, {})) {
        points.push_back(walk.at(edge));
    }
    return points;
}

Distances distancesOf(const Distribution& a, const Distribution& b)
{
    Distances distances;
    double squares = 0.0;
    Walk walkA(a), walkB(b);
    const auto edges = edgesOf(a, b);
    double last = 0.0; // F_A - F_B right of the edge before
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto pointA = walkA.at(edges[i]);
        const auto pointB = walkB.at(edges[i]);
        const double before = pointA.below - pointB.below;
        const double after = pointA.at - pointB.at;
        for (const double difference : {before, after}) {
            if (std::abs(difference) > distances.ks) {
                distances.ks = std::abs(difference);
                distances.ks_at = edges[i];
            }
        }
        if (i > 0) {
            const double length = edges[i] - edges[i - 1];
            distances.wasserstein += absoluteArea(last, before, length);
            squares += squaredArea(last, before, length);
            if (edges[i - 1] > 0.0) {
                distances.wasserstein_log += absoluteArea(last, before, std::log(edges[i] / edges[i - 1]));
            }
        }
        last = after;
    }
    distances.energy = std::sqrt(2.0 * squares);
    return distances;
}

double superiority(const Distribution& b, const Distribution& a)
{
    // Within a pair of overlapping cells both are evenly spread, so the middles of the pieces decide.
    double above = 0.0;
    for (const auto& cell : b.cells()) {
        const double middle = (cell.lower + cell.upper) / 2.0;
        if (cell.upper > cell.lower) {
            above += cell.count * a.countBelow(middle);
        } else {
            const auto& cells = a.cells();
            const auto equal = std::find_if(cells.begin(), cells.end(),
                [middle](const auto& other) { return other.lower == middle && other.upper == middle; });
            const double ties = equal == cells.end() ? 0.0 : equal->count;
            above += cell.count * (a.countBelow(middle) - ties / 2.0);
        }
    }
    return above / (a.total() * b.total());
}

double hodgesLehmannShift(const Distribution& a, const Distribution& b)
{
    const auto shifted = [&](double d) {
        double above = 0.0;
        for (const auto& cell : a.cells()) {
            above += cell.count * b.countBelow((cell.lower + cell.upper) / 2.0 + d);
        }
        return above / (a.total() * b.total());
    };
    double low = b.cells().front().lower - a.cells().back().upper;
    double high = b.cells().back().upper - a.cells().front().lower;
    const double range = high - low;
    for (int i = 0; i < 64 && high - low > 1e-9 * range; ++i) {
        const double middle = (low + high) / 2.0;
        (shifted(middle) < 0.5 ? low : high) = middle;
    }
    return (low + high) / 2.0;
}

} // namespace plumb::stats
