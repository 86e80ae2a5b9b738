// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/interval.h"

#include <span>

// Tests of means. Student (1908), Welch (1947).
namespace plumb::stats {

struct StudentTest
{
    double t = 0.0, df = 0.0;
    double p_less = 1.0, p_greater = 1.0, p_two = 1.0;
    Estimated difference; ///< of the means (x - y, or mean - mu) with its interval
};

/// All groups need 2 values at least. Where nothing varies t is 0 or infinite and the interval has no width.
StudentTest welchTest(std::span<const double> x, std::span<const double> y, double confidence = confidence95);
StudentTest pooledTest(
    std::span<const double> x, std::span<const double> y, double confidence = confidence95);
/// Of one group against @p mu; of paired differences against 0.
StudentTest oneSampleTest(std::span<const double> x, double mu, double confidence = confidence95);

/// How a comparison of means is set up.
struct PowerQuestion
{
    double alpha = 0.05; ///< two-sided
    double power = 0.8;
};

/// The chance that two groups of @p n each, whose means lie @p difference standard deviations apart, are told
/// apart on the side where they differ; as R's power.t.test.
double powerOfStudentTest(double n, double difference, double alpha = 0.05, bool oneSided = false);
/// The difference, in standard deviations, that two groups of @p n >= 2 each show with that power; by the
/// non-central t, to nine digits. Some 100 µs.
double detectableDifference(double n, const PowerQuestion& question = {});

/// Minimum detectable effect: (t_{1 - alpha/2} + t_{power}) * sqrt(a²/n + b²/m), with Welch's degrees of
/// freedom; within 0.3 % of detectableDifference() from 5 values each on. In the unit of the deviations.
double minimumDetectableEffect(
    double deviationA, double n, double deviationB, double m, const PowerQuestion& question = {});
/// The fewest rounds each of two groups needs to show @p effect where rounds vary by @p deviation: @p least
/// (2 or more) at least, 10,000 at most.
int roundsNeeded(double deviation, double effect, int least = 2, const PowerQuestion& question = {});

} // namespace plumb::stats
