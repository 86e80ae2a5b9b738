// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/longrunvariance.h"

#include "stats/moments.h"
#include "stats/probability.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace plumb::stats {

namespace {

/// cos(pi j (t + 1/2) / T) for j = 1 to @p terms, row by row. A comparison asks for the same one thousands of
/// times.
const std::vector<double>& cosines(std::size_t length, int terms)
{
    static thread_local std::size_t known = 0;
    static thread_local std::vector<double> table;
    if (known != length) {
        table.clear();
        for (int j = 1; j <= terms; ++j) {
            for (std::size_t t = 0; t < length; ++t) {
                table.push_back(std::cos(
                    std::numbers::pi * j * (static_cast<double>(t) + 0.5) / static_cast<double>(length)));
            }
        }
        known = length;
    }
    return table;
}

} // namespace

LongRunVariance cosineVariance(std::span<const double> values)
{
    const std::size_t count = values.size();
    if (count < 3) {
        return {};
    }
    const auto length = static_cast<double>(count);
    const int terms = std::max(2, static_cast<int>(0.4 * std::pow(length, 2.0 / 3.0)));
    const double mean = meanOf(values);
    const double* cosine = cosines(count, terms).data();
    double sum = 0.0;
    for (int j = 1; j <= terms; ++j) {
        double projection = 0.0;
        for (const double value : values) {
            projection += (value - mean) * *cosine++;
        }
        sum += projection * projection * 2.0 / length;
    }
    return {sum / terms, static_cast<double>(terms)};
}

double bartlettVariance(std::span<const double> values, int lags)
{
    if (values.empty()) {
        return 0.0;
    }
    const double mean = meanOf(values);
    const auto covariance = [&](std::size_t lag) {
        double sum = 0.0;
        for (std::size_t t = lag; t < values.size(); ++t) {
            sum += (values[t] - mean) * (values[t - lag] - mean);
        }
        return sum / static_cast<double>(values.size());
    };
    double variance = covariance(0);
    for (int lag = 1; lag <= lags && static_cast<std::size_t>(lag) < values.size(); ++lag) {
        variance += 2.0 * (1.0 - lag / (lags + 1.0)) * covariance(static_cast<std::size_t>(lag));
    }
    return variance;
}

int bartlettLags(std::size_t values)
{
    return static_cast<int>(std::ceil(1.3 * std::sqrt(static_cast<double>(values)))) - 1;
}

double fixedBandwidthQuantile(double b)
{
    return 1.9600 + b * (2.9694 + b * (0.4160 - 0.5324 * b));
}

Estimated meanInterval(std::span<const double> values)
{
    const double mean = meanOf(values);
    const auto longRun = cosineVariance(values);
    if (longRun.df <= 0.0) {
        const double open = std::numeric_limits<double>::infinity();
        return {mean, -open, open};
    }
    const double error = std::sqrt(longRun.variance / static_cast<double>(values.size()));
    const double half = studentQuantile(0.5 + confidence95 / 2.0, longRun.df) * error;
    return {mean, mean - half, mean + half};
}

} // namespace plumb::stats
