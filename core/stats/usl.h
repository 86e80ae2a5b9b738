// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <optional>
#include <span>

// The Universal Scalability Law (Gunther 2007): throughput X at a concurrency N is
//   X(N) = lambda N / (1 + sigma (N - 1) + kappa N (N - 1)).
namespace plumb::stats {

/// A measured step. N is concurrency (requests in flight, or X * R by Little's law), never a rate.
struct UslPoint
{
    double concurrency = 0.0; ///< > 0
    double throughput = 0.0; ///< per second, > 0
    double error = 0.0; ///< standard error of the throughput, as weight; 0: none is known
};

struct UslModel
{
    double lambda = 0.0; ///< throughput of one
    double sigma = 0.0; ///< contention: the share that cannot be done side by side
    double kappa = 0.0; ///< coherency: what each pair costs

    [[nodiscard]] double throughput(double concurrency) const;
    /// Response time at a concurrency, seconds where throughput is per second: N / X.
    [[nodiscard]] double latency(double concurrency) const;
    /// The concurrency with the highest throughput, sqrt((1 - sigma) / kappa); infinite without coherency.
    [[nodiscard]] double peakConcurrency() const;
    [[nodiscard]] double peakThroughput() const; ///< lambda / sigma where the peak is infinite
    /// lambda / sigma, which contention alone would allow; infinite without contention.
    [[nodiscard]] double limit() const;
    /// 1 / sigma: where contention alone would halve the gain; infinite without it.
    [[nodiscard]] double optimalConcurrency() const;
    /// The concurrency at which the response time is reached; nothing where it is below that of one.
    [[nodiscard]] std::optional<double> concurrencyAtLatency(double latency) const;
    /// The lowest concurrency that gives a throughput; nothing above the peak.
    [[nodiscard]] std::optional<double> concurrencyAtThroughput(double throughput) const;
};

struct UslFit
{
    UslModel model;
    double lambdaError = 0.0, sigmaError = 0.0,
           kappaError = 0.0; ///< standard errors; 0 of one held at a bound
    double residualError = 0.0; ///< standard error of the residuals
    double rSquared = 0.0; ///< 1: the curve goes through all points
    std::size_t levels = 0; ///< different concurrencies
    bool fewLevels = false; ///< under 6: the figures are a guess
    bool peakExtrapolated
        = false; ///< the peak lies more than a fifth beyond the highest concurrency measured
};

/// Least squares on X by Levenberg and Marquardt within lambda > 0, 0 <= sigma <= 1, kappa >= 0, from the
/// linear form N lambda / X - 1 = sigma (N - 1) + kappa N (N - 1).
/// Errors (input): fewer than 3 different concurrencies; a value that is not a number above 0.
Result<UslFit> fitUsl(std::span<const UslPoint> points);

} // namespace plumb::stats
