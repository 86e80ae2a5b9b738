// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/edivisive.h"

#include "stats/numpysum.h"
#include "stats/probability.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace plumb::stats {

namespace {

using Values = std::span<const double>;

struct Candidate
{
    std::size_t index = 0;
    double qhat = 0.0;
};

/// Q of any part of one window, from sums of distances that are made once. Sums are taken in the order that
/// numpy takes them in, so that candidates which are equal but for rounding are decided alike.
class Divergence
{
public:
    explicit Divergence(Values values)
        : m_size(values.size())
        , m_distance(m_size * m_size)
        , m_along(m_size * m_size)
        , m_above(m_size)
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t j = 0; j < m_size; ++j) {
                m_distance[i * m_size + j] = std::abs(values[i] - values[j]);
            }
        }
        for (std::size_t j = 1; j < m_size; ++j) {
            m_above[j] = above(0, j, j);
        }
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t j = i + 1; j < m_size; ++j) {
                m_along[i * m_size + j] = m_along[i * m_size + j - 1] + m_distance[i * m_size + j];
            }
        }
    }

    /// Calls use(tau, kappa, Q) for start < tau < kappa <= past, row by row.
    template <class Use>
    void each(std::size_t start, std::size_t past, const Use& use) const
    {
        const std::size_t rows = past - start - 1;
        std::vector<double> left(rows + 1), down(past + 1, 0.0);
        double sum = 0.0; // of V up to tau - 1
        for (std::size_t row = 1; row <= rows; ++row) {
            left[row] = sum;
            const std::size_t tau = start + row;
            sum += m_above[tau] - above(0, tau, start);
        }
        const auto right = rightSums(start, past);
        for (std::size_t row = 1; row <= rows; ++row) {
            const std::size_t tau = start + row;
            const auto n = static_cast<double>(tau - start);
            for (std::size_t kappa = tau + 1; kappa <= past; ++kappa) {
                down[kappa] += along(tau - 1, kappa);
                const auto m = static_cast<double>(kappa - tau);
                const double both = n + m;
                double q = 2.0 / both * (down[kappa] - left[row]);
                if (n > 1.0) {
                    q -= 2.0 * m / (both * (n - 1.0)) * left[row];
                }
                if (m > 1.0) {
                    q -= 2.0 * n / (both * (m - 1.0)) * right[(row - 1) * (past - start + 1) + kappa - start];
                }
                use(tau, kappa, q);
            }
        }
    }

    /// The first of the largest; the first point cannot be one.
    [[nodiscard]] Candidate best(std::size_t start, std::size_t past) const
    {
        Candidate candidate;
        bool first = true;
        each(start, past, [&](std::size_t tau, std::size_t, double q) {
            if (first || q > candidate.qhat) {
                candidate = {tau, q};
                first = false;
            }
        });
        return candidate;
    }

private:
    /// Sum of distances [i, j] for from <= i < until, in this column.
    [[nodiscard]] double above(std::size_t from, std::size_t column, std::size_t until) const
    {
        double sum = 0.0;
        for (std::size_t i = from; i < until; ++i) {
            sum += m_distance[i * m_size + column];
        }
        return sum;
    }

    /// H: distances of @p row to what follows it, up to but without @p kappa.
    [[nodiscard]] double along(std::size_t row, std::size_t kappa) const
    {
        return m_along[row * m_size + kappa - 1];
    }

    /// Sums of H over rows from tau to the last below kappa, added from the last upwards.
    [[nodiscard]] std::vector<double> rightSums(std::size_t start, std::size_t past) const
    {
        const std::size_t width = past - start + 1, rows = past - start - 1;
        std::vector<double> sums(rows * width, 0.0);
        for (std::size_t row = rows; row-- > 0;) {
            const std::size_t tau = start + row + 1;
            for (std::size_t kappa = tau + 1; kappa <= past; ++kappa) {
                const double below = row + 1 < rows ? sums[(row + 1) * width + kappa - start] : 0.0;
                sums[row * width + kappa - start] = below + along(tau, kappa);
            }
        }
        return sums;
    }

    std::size_t m_size;
    std::vector<double> m_distance, m_along, m_above;
};

/// Student's pooled test on figures of two groups.
double pooledP(const ChangePoint& point, std::size_t left, std::size_t right)
{
    const auto n = static_cast<double>(left), m = static_cast<double>(right);
    const double df = n + m - 2.0;
    if (df <= 0.0) {
        return 1.0;
    }
    const double variance = ((n - 1.0) * point.sigmaBefore * point.sigmaBefore
                                + (m - 1.0) * point.sigmaAfter * point.sigmaAfter)
        / df;
    const double t = (point.meanBefore - point.meanAfter) / std::sqrt(variance * (1.0 / n + 1.0 / m));
    if (std::isnan(t)) {
        return t;
    }
    return std::isinf(t) ? 0.0 : 2.0 * studentCdf(-std::abs(t), df);
}

/// Fills in what tells the two sides of @p point apart.
void compare(ChangePoint& point, Values left, Values right)
{
    point.meanBefore = numpyMean(left);
    point.meanAfter = numpyMean(right);
    point.sigmaBefore = left.size() > 1 ? numpyDeviation(left) : 0.0;
    point.sigmaAfter = right.size() > 1 ? numpyDeviation(right) : 0.0;
    point.p = pooledP(point, left.size(), right.size());
}

/// Compares the levels before and behind the point with number @p which of @p points.
void compareNeighbours(std::vector<ChangePoint>& points, std::size_t which, Values values)
{
    const std::size_t index = points[which].index;
    const std::size_t from = which > 0 ? points[which - 1].index : 0;
    const std::size_t past = which + 1 < points.size() ? points[which + 1].index : values.size();
    compare(points[which], values.subspan(from, index - from), values.subspan(index, past - index));
}

/// The candidate of all intervals between @p points with the largest divergence, the first of equals.
struct Found
{
    Candidate candidate;
    std::size_t from = 0, past = 0;
};

std::optional<Found> nextCandidate(
    const Divergence& divergence, const std::vector<ChangePoint>& points, std::size_t size)
{
    std::optional<Found> best;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= points.size(); ++i) {
        const std::size_t past = i < points.size() ? points[i].index : size;
        if (past - from > 1) {
            const auto candidate = divergence.best(from, past);
            if (!best || candidate.qhat > best->candidate.qhat) {
                best = Found{candidate, from, past};
            }
        }
        from = past;
    }
    return best;
}

std::vector<ChangePoint> weakPoints(Values values, const EDivisiveOptions& options)
{
    // Points that fail in the end may still have told levels apart that make others pass.
    const double firstP = options.maxP < 0.05 ? options.maxP * 10.0
        : options.maxP < 0.5                  ? options.maxP * 2.0
                                              : options.maxP;
    const std::size_t step = options.window / 2;
    std::vector<ChangePoint> points;
    for (std::size_t start = 0; start < values.size();) {
        const std::size_t past = std::min(start + options.window, values.size());
        const auto found = edivisiveSplit(values.subspan(start, past - start), firstP);
        std::size_t last = 0;
        for (ChangePoint point : found) {
            point.index += start;
            last = point.index;
            const bool known = std::any_of(points.begin(), points.end(),
                [&point](const ChangePoint& other) { return other.index == point.index; });
            if (!known) {
                points.push_back(point);
            }
        }
        start = std::max(last, start + step);
    }
    std::sort(points.begin(), points.end(),
        [](const ChangePoint& a, const ChangePoint& b) { return a.index < b.index; });
    for (std::size_t i = 0; i < points.size(); ++i) {
        compareNeighbours(points, i, values);
    }
    return points;
}

void mergeWeak(std::vector<ChangePoint>& points, Values values, const EDivisiveOptions& options)
{
    while (!points.empty()) {
        // Written so that NaN never counts as larger, and counts where it stands first: as Otava has it.
        std::size_t weakest = 0;
        for (std::size_t i = 1; i < points.size(); ++i) {
            weakest = points[i].p > points[weakest].p ? i : weakest;
        }
        if (points[weakest].p < options.maxP) {
            weakest = 0;
            for (std::size_t i = 1; i < points.size(); ++i) {
                weakest = points[i].magnitude() < points[weakest].magnitude() ? i : weakest;
            }
            if (points[weakest].magnitude() > options.minMagnitude) {
                return;
            }
        }
        points.erase(points.begin() + static_cast<std::ptrdiff_t>(weakest));
        for (std::size_t i = weakest; i < std::min(weakest + 2, points.size()); ++i) {
            compareNeighbours(points, i, values);
        }
    }
}

Result<void> checkOptions(const EDivisiveOptions& options)
{
    if (options.window < 2 || options.window > edivisiveMaxWindow) {
        return Error{ErrorKind::usage, "a window of " + std::to_string(options.window) + " points", {},
            "give 2 to " + std::to_string(edivisiveMaxWindow)};
    }
    if (!(options.maxP > 0.0 && options.maxP <= 1.0)) {
        return Error{ErrorKind::usage, "the p-value is not above 0 and at most 1", {}, "0.001 is usual"};
    }
    if (!(options.minMagnitude >= 0.0) || std::isinf(options.minMagnitude)) {
        return Error{ErrorKind::usage, "the magnitude is not 0 or above", {}, "0.05 is 5 %"};
    }
    return {};
}

} // namespace

double ChangePoint::change() const
{
    return meanBefore == 0.0 ? 0.0 : meanAfter / meanBefore - 1.0;
}

double ChangePoint::magnitude() const
{
    const double back = meanAfter == 0.0 ? 0.0 : meanBefore / meanAfter - 1.0;
    return std::max(std::abs(change()), std::abs(back));
}

std::vector<ChangePoint> edivisiveSplit(Values values, double maxP)
{
    std::vector<ChangePoint> points;
    const Divergence divergence(values);
    while (const auto found = nextCandidate(divergence, points, values.size())) {
        ChangePoint point;
        point.index = found->candidate.index;
        point.qhat = found->candidate.qhat;
        compare(point, values.subspan(found->from, point.index - found->from),
            values.subspan(point.index, found->past - point.index));
        if (!(point.p <= maxP)) {
            break;
        }
        const auto place = std::find_if(points.begin(), points.end(),
            [&point](const ChangePoint& other) { return other.index > point.index; });
        points.insert(place, point);
    }
    return points;
}

double levelsP(Values before, Values after)
{
    ChangePoint point;
    compare(point, before, after);
    return point.p;
}

std::vector<std::vector<double>> edivisiveQ(Values values)
{
    if (values.size() < 2) {
        return {};
    }
    const std::size_t size = values.size() - 1;
    std::vector<std::vector<double>> matrix(size, std::vector<double>(size, 0.0));
    Divergence(values).each(0, values.size(),
        [&matrix](std::size_t tau, std::size_t kappa, double q) { matrix[tau - 1][kappa - 2] = q; });
    return matrix;
}

Result<std::vector<ChangePoint>> edivisiveWeak(Values values, const EDivisiveOptions& options)
{
    if (const auto fits = checkOptions(options); !fits) {
        return fits.error();
    }
    return weakPoints(values, options);
}

Result<std::vector<ChangePoint>> edivisiveMerge(
    Values values, const std::vector<std::size_t>& candidates, const EDivisiveOptions& options)
{
    if (const auto fits = checkOptions(options); !fits) {
        return fits.error();
    }
    std::vector<ChangePoint> points(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        points[i].index = candidates[i];
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        compareNeighbours(points, i, values);
    }
    mergeWeak(points, values, options);
    return points;
}

Result<std::vector<ChangePoint>> edivisive(Values values, const EDivisiveOptions& options)
{
    if (const auto fits = checkOptions(options); !fits) {
        return fits.error();
    }
    auto points = weakPoints(values, options);
    mergeWeak(points, values, options);
    return points;
}

} // namespace plumb::stats
