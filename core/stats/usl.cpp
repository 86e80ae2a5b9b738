// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/usl.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

namespace plumb::stats {

namespace {

constexpr std::size_t size = 3; ///< lambda, sigma, kappa
constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr std::size_t fewestLevels = 3, trustedLevels = 6;

using Row = std::array<double, size>;
using Matrix = std::array<Row, size>;
using Free = std::array<bool, size>;

Row rowOf(const UslModel& model)
{
    return {model.lambda, model.sigma, model.kappa};
}

UslModel modelOf(const Row& row)
{
    return {row[0], row[1], row[2]};
}

double weightOf(const UslPoint& point)
{
    return point.error > 0.0 ? 1.0 / (point.error * point.error) : 1.0;
}

double squaresOf(std::span<const UslPoint> points, const UslModel& model)
{
    double sum = 0.0;
    for (const auto& point : points) {
        const double off = point.throughput - model.throughput(point.concurrency);
        sum += weightOf(point) * off * off;
    }
    return sum;
}

/// J'J and J'r at @p model, with fixed parameters as if they were known.
struct Normal
{
    Matrix matrix{};
    Row right{};
};

Normal normalAt(std::span<const UslPoint> points, const UslModel& model, const Free& free)
{
    Normal normal;
    for (const auto& point : points) {
        const double n = point.concurrency, weight = weightOf(point);
        const double below = 1.0 + model.sigma * (n - 1.0) + model.kappa * n * (n - 1.0);
        const double x = model.lambda * n / below;
        const Row slope{n / below, -x * (n - 1.0) / below, -x * n * (n - 1.0) / below};
        for (std::size_t i = 0; i < size; ++i) {
            normal.right[i] += weight * slope[i] * (point.throughput - x);
            for (std::size_t j = 0; j < size; ++j) {
                normal.matrix[i][j] += weight * slope[i] * slope[j];
            }
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (!free[i]) {
            normal.right[i] = 0.0;
            for (std::size_t j = 0; j < size; ++j) {
                normal.matrix[i][j] = normal.matrix[j][i] = 0.0;
            }
            normal.matrix[i][i] = 1.0;
        }
    }
    return normal;
}

/// The inverse by Gauss and Jordan, after scaling the diagonal to 1: parameters differ by many powers of ten.
std::optional<Matrix> inverse(Matrix given)
{
    Row scale{};
    for (std::size_t i = 0; i < size; ++i) {
        scale[i] = std::sqrt(given[i][i]);
        if (!(scale[i] > 0.0) || !std::isfinite(scale[i])) {
            return std::nullopt;
        }
    }
    Matrix result{};
    for (std::size_t i = 0; i < size; ++i) {
        result[i][i] = 1.0;
        for (std::size_t j = 0; j < size; ++j) {
            given[i][j] /= scale[i] * scale[j];
        }
    }
    for (std::size_t column = 0; column < size; ++column) {
        std::size_t pivot = column;
        for (std::size_t i = column + 1; i < size; ++i) {
            pivot = std::abs(given[i][column]) > std::abs(given[pivot][column]) ? i : pivot;
        }
        if (std::abs(given[pivot][column]) < 1e-14) {
            return std::nullopt;
        }
        std::swap(given[pivot], given[column]);
        std::swap(result[pivot], result[column]);
        const double head = given[column][column];
        for (std::size_t j = 0; j < size; ++j) {
            given[column][j] /= head;
            result[column][j] /= head;
        }
        for (std::size_t i = 0; i < size; ++i) {
            const double factor = i == column ? 0.0 : given[i][column];
            for (std::size_t j = 0; j < size; ++j) {
                given[i][j] -= factor * given[column][j];
                result[i][j] -= factor * result[column][j];
            }
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            result[i][j] /= scale[i] * scale[j];
        }
    }
    return result;
}

/// The linear form, by least squares on two parameters with lambda taken from the points.
UslModel start(std::span<const UslPoint> points)
{
    UslModel model;
    for (const auto& point : points) {
        model.lambda = std::max(model.lambda, point.throughput / point.concurrency);
    }
    double aa = 0.0, ab = 0.0, bb = 0.0, ay = 0.0, by = 0.0;
    for (const auto& point : points) {
        const double a = point.concurrency - 1.0, b = point.concurrency * a;
        const double y = model.lambda * point.concurrency / point.throughput - 1.0;
        aa += a * a;
        ab += a * b;
        bb += b * b;
        ay += a * y;
        by += b * y;
    }
    const double determinant = aa * bb - ab * ab;
    if (std::abs(determinant) > 1e-12 * aa * bb) {
        model.sigma = std::clamp((ay * bb - by * ab) / determinant, 0.0, 1.0);
        model.kappa = std::max(0.0, (by * aa - ay * ab) / determinant);
    }
    return model;
}

UslModel descend(std::span<const UslPoint> points, UslModel model, const Free& free)
{
    double squares = squaresOf(points, model), damping = 1e-3;
    for (int round = 0; round < 500 && damping < 1e12; ++round) {
        const Normal normal = normalAt(points, model, free);
        Matrix damped = normal.matrix;
        for (std::size_t i = 0; i < size; ++i) {
            damped[i][i] *= 1.0 + damping;
        }
        const auto inverted = inverse(damped);
        Row next = rowOf(model);
        for (std::size_t i = 0; inverted && i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j) {
                next[i] += (*inverted)[i][j] * normal.right[j];
            }
        }
        const UslModel tried = modelOf(next);
        const double its = squaresOf(points, tried);
        if (inverted && tried.lambda > 0.0 && std::isfinite(its) && its <= squares) {
            const bool done = squares - its <= 1e-15 * squares;
            model = tried;
            squares = its;
            damping = std::max(damping / 10.0, 1e-12);
            if (done) {
                break;
            }
        } else {
            damping *= 10.0;
        }
    }
    return model;
}

} // namespace

double UslModel::throughput(double concurrency) const
{
    const double n = concurrency;
    return lambda * n / (1.0 + sigma * (n - 1.0) + kappa * n * (n - 1.0));
}

double UslModel::latency(double concurrency) const
{
    return concurrency / throughput(concurrency);
}

double UslModel::peakConcurrency() const
{
    return kappa > 0.0 ? std::max(1.0, std::sqrt((1.0 - sigma) / kappa)) : unbounded;
}

double UslModel::peakThroughput() const
{
    const double peak = peakConcurrency();
    return std::isfinite(peak) ? throughput(peak) : limit();
}

double UslModel::limit() const
{
    return sigma > 0.0 ? lambda / sigma : unbounded;
}

double UslModel::optimalConcurrency() const
{
    return sigma > 0.0 ? 1.0 / sigma : unbounded;
}

std::optional<double> UslModel::concurrencyAtLatency(double latency) const
{
    // kappa N^2 + (sigma - kappa) N + 1 - sigma - lambda R = 0
    const double b = sigma - kappa, c = 1.0 - sigma - lambda * latency;
    const double found = kappa > 0.0
        ? (-b + std::sqrt(std::max(0.0, b * b - 4.0 * kappa * c))) / (2.0 * kappa)
        : sigma > 0.0 ? -c / sigma
                      : (c <= 0.0 ? unbounded : 0.0);
    return found >= 1.0 - 1e-9 ? std::optional(found) : std::nullopt;
}

std::optional<double> UslModel::concurrencyAtThroughput(double throughput) const
{
    // kappa X N^2 + (X (sigma - kappa) - lambda) N + X (1 - sigma) = 0, the smaller root
    const double a = kappa * throughput, b = throughput * (sigma - kappa) - lambda;
    const double c = throughput * (1.0 - sigma);
    const double root = b * b - 4.0 * a * c;
    if (root < 0.0 || b >= 0.0) {
        return std::nullopt;
    }
    return 2.0 * c / (-b + std::sqrt(root));
}

Result<UslFit> fitUsl(std::span<const UslPoint> points)
{
    std::set<double> levels;
    for (const auto& point : points) {
        const bool fits = std::isfinite(point.concurrency) && point.concurrency > 0.0
            && std::isfinite(point.throughput) && point.throughput > 0.0 && point.error >= 0.0;
        if (!fits) {
            return Error{ErrorKind::input, "a step has no concurrency or no throughput above 0", {},
                "leave steps out that completed nothing"};
        }
        levels.insert(point.concurrency);
    }
    if (levels.size() < fewestLevels) {
        return Error{ErrorKind::input,
            std::to_string(levels.size()) + " different concurrencies, a curve needs at least 3", {},
            "measure more steps, 6 or more"};
    }
    UslFit fit;
    fit.levels = levels.size();
    fit.fewLevels = levels.size() < trustedLevels;
    Free free{true, true, true};
    fit.model = descend(points, start(points), free);
    // What leaves its bounds is held there and the others are fitted again.
    for (int round = 0; round < 3; ++round) {
        const bool kappaOut = free[2] && fit.model.kappa < 0.0;
        const bool sigmaOut = free[1] && (fit.model.sigma < 0.0 || fit.model.sigma > 1.0);
        if (!kappaOut && !sigmaOut) {
            break;
        }
        // One at a time: with the other at its bound this one may well be inside.
        free[kappaOut ? 2 : 1] = false;
        (kappaOut ? fit.model.kappa : fit.model.sigma) = !kappaOut && fit.model.sigma > 1.0 ? 1.0 : 0.0;
        fit.model = descend(points, fit.model, free);
    }
    const double squares = squaresOf(points, fit.model);
    const auto used = static_cast<double>(std::count(free.begin(), free.end(), true));
    const double freedom = static_cast<double>(points.size()) - used;
    const double variance = freedom > 0.0 ? squares / freedom : 0.0;
    fit.residualError = std::sqrt(variance);
    if (const auto covariance = inverse(normalAt(points, fit.model, free).matrix)) {
        const auto error = [&](std::size_t i) {
            return free[i] ? std::sqrt(std::max(0.0, (*covariance)[i][i] * variance)) : 0.0;
        };
        fit.lambdaError = error(0);
        fit.sigmaError = error(1);
        fit.kappaError = error(2);
    }
    double weights = 0.0, centre = 0.0, all = 0.0;
    for (const auto& point : points) {
        weights += weightOf(point);
        centre += weightOf(point) * point.throughput;
    }
    centre /= weights;
    for (const auto& point : points) {
        all += weightOf(point) * (point.throughput - centre) * (point.throughput - centre);
    }
    fit.rSquared = all > 0.0 ? 1.0 - squares / all : 1.0;
    fit.peakExtrapolated = fit.model.peakConcurrency() > 1.2 * *levels.rbegin();
    return fit;
}

} // namespace plumb::stats
