// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// The distributions the other files need, from Boost.Math. Computed in double without promotion, so that a
// machine whose long double is wider gives the same answer.
namespace plumb::stats {

/// Standard normal. @p p in (0, 1).
double normalCdf(double z);
double normalQuantile(double p);

/// Student's t with @p df > 0 degrees of freedom, not necessarily whole. @p p in (0, 1).
double studentCdf(double t, double df);
double studentQuantile(double p, double df);
/// Non-central t, as power needs it.
double noncentralStudentCdf(double t, double df, double noncentrality);

/// Binomial of @p n trials with probability @p p in [0, 1].
double binomialPmf(std::int64_t k, std::int64_t n, double p);
double binomialCdf(std::int64_t k, std::int64_t n, double p);
/// The smallest k with P(K <= k) >= @p probability in (0, 1).
std::int64_t binomialQuantile(double probability, std::int64_t n, double p);

/// Regularised incomplete beta function I_x(a, b) and its inverse in x; @p a and @p b above 0.
double betaCdf(double x, double a, double b);
double betaQuantile(double p, double a, double b);

} // namespace plumb::stats
