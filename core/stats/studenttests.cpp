// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/studenttests.h"

#include "stats/moments.h"
#include "stats/probability.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::stats {

namespace {

constexpr int mostRounds = 10'000;

StudentTest testOf(double difference, double error, double df, double confidence)
{
    StudentTest test;
    test.df = df;
    if (error > 0.0) {
        test.t = difference / error;
        test.p_less = studentCdf(test.t, df);
        test.p_greater = studentCdf(-test.t, df);
        const double half = studentQuantile(0.5 + confidence / 2.0, df) * error;
        test.difference = {difference, difference - half, difference + half};
    } else {
        const double open = std::numeric_limits<double>::infinity();
        test.t = difference == 0.0 ? 0.0 : std::copysign(open, difference);
        test.p_less = difference < 0.0 ? 0.0 : 1.0;
        test.p_greater = difference > 0.0 ? 0.0 : 1.0;
        test.difference = {difference, difference, difference};
    }
    test.p_two = std::min(1.0, 2.0 * std::min(test.p_less, test.p_greater));
    return test;
}

double welchDf(double a, double n, double b, double m)
{
    // a and b: variances of the two means.
    const double both = a + b;
    return both > 0.0 ? both * both / (a * a / (n - 1.0) + b * b / (m - 1.0)) : n + m - 2.0;
}

} // namespace

StudentTest welchTest(std::span<const double> x, std::span<const double> y, double confidence)
{
    const auto n = static_cast<double>(x.size()), m = static_cast<double>(y.size());
    const double a = varianceOf(x) / n, b = varianceOf(y) / m;
    return testOf(meanOf(x) - meanOf(y), std::sqrt(a + b), welchDf(a, n, b, m), confidence);
}

StudentTest pooledTest(std::span<const double> x, std::span<const double> y, double confidence)
{
    const auto n = static_cast<double>(x.size()), m = static_cast<double>(y.size());
    const double df = n + m - 2.0;
    const double pooled = ((n - 1.0) * varianceOf(x) + (m - 1.0) * varianceOf(y)) / df;
    return testOf(meanOf(x) - meanOf(y), std::sqrt(pooled * (1.0 / n + 1.0 / m)), df, confidence);
}

StudentTest oneSampleTest(std::span<const double> x, double mu, double confidence)
{
    const auto n = static_cast<double>(x.size());
    return testOf(meanOf(x) - mu, std::sqrt(varianceOf(x) / n), n - 1.0, confidence);
}

double powerOfStudentTest(double n, double difference, double alpha, bool oneSided)
{
    const double df = 2.0 * n - 2.0;
    const double critical = studentQuantile(1.0 - (oneSided ? alpha : alpha / 2.0), df);
    return 1.0 - noncentralStudentCdf(critical, df, difference * std::sqrt(n / 2.0));
}

double detectableDifference(double n, const PowerQuestion& question)
{
    double low = 0.0, high = 1.0;
    while (powerOfStudentTest(n, high, question.alpha) < question.power && high < 1e6) {
        high *= 2.0;
    }
    for (int i = 0; i < 60 && high - low > 1e-10 * high; ++i) {
        const double middle = (low + high) / 2.0;
        (powerOfStudentTest(n, middle, question.alpha) < question.power ? low : high) = middle;
    }
    return (low + high) / 2.0;
}

double minimumDetectableEffect(
    double deviationA, double n, double deviationB, double m, const PowerQuestion& question)
{
    const double a = deviationA * deviationA / n, b = deviationB * deviationB / m;
    const double df = welchDf(a, n, b, m);
    return (studentQuantile(1.0 - question.alpha / 2.0, df) + studentQuantile(question.power, df))
        * std::sqrt(a + b);
}

int roundsNeeded(double deviation, double effect, int least, const PowerQuestion& question)
{
    const auto shows
        = [&](int n) { return minimumDetectableEffect(deviation, n, deviation, n, question) <= effect; };
    if (shows(least)) {
        return least;
    }
    int low = least, high = 2 * least;
    while (high < mostRounds && !shows(high)) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (shows(middle) ? high : low) = middle;
    }
    return std::min(high, mostRounds);
}

} // namespace plumb::stats
