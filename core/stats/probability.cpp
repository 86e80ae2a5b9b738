// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/probability.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>

#include <algorithm>

namespace plumb::stats {

namespace {

namespace policies = boost::math::policies;
// Overflow gives infinity instead of an exception, and binomial quantiles are whole numbers.
using Policy = policies::policy<policies::promote_double<false>, policies::promote_float<false>,
    policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
    policies::discrete_quantile<policies::integer_round_up>>;

using Normal = boost::math::normal_distribution<double, Policy>;
using Student = boost::math::students_t_distribution<double, Policy>;
using NoncentralStudent = boost::math::non_central_t_distribution<double, Policy>;
using Binomial = boost::math::binomial_distribution<double, Policy>;

} // namespace

double normalCdf(double z)
{
    return boost::math::cdf(Normal(), z);
}

double normalQuantile(double p)
{
    return boost::math::quantile(Normal(), p);
}

double studentCdf(double t, double df)
{
    return boost::math::cdf(Student(df), t);
}

double studentQuantile(double p, double df)
{
    return boost::math::quantile(Student(df), p);
}

double noncentralStudentCdf(double t, double df, double noncentrality)
{
    return boost::math::cdf(NoncentralStudent(df, noncentrality), t);
}

double binomialPmf(std::int64_t k, std::int64_t n, double p)
{
    if (k < 0 || k > n) {
        return 0.0;
    }
    return boost::math::pdf(Binomial(static_cast<double>(n), p), static_cast<double>(k));
}

double binomialCdf(std::int64_t k, std::int64_t n, double p)
{
    if (k < 0) {
        return 0.0;
    }
    return k >= n ? 1.0 : boost::math::cdf(Binomial(static_cast<double>(n), p), static_cast<double>(k));
}

std::int64_t binomialQuantile(double probability, std::int64_t n, double p)
{
    if (p <= 0.0 || n == 0) {
        return 0;
    }
    if (p >= 1.0) {
        return n;
    }
    auto k
        = static_cast<std::int64_t>(boost::math::quantile(Binomial(static_cast<double>(n), p), probability));
    k = std::clamp<std::int64_t>(k, 0, n);
    // The library searches a continuous function; the definition is met exactly from near by.
    while (k > 0 && binomialCdf(k - 1, n, p) >= probability) {
        --k;
    }
    while (k < n && binomialCdf(k, n, p) < probability) {
        ++k;
    }
    return k;
}

double betaCdf(double x, double a, double b)
{
    if (x <= 0.0) {
        return 0.0;
    }
    return x >= 1.0 ? 1.0 : boost::math::ibeta(a, b, x, Policy());
}

double betaQuantile(double p, double a, double b)
{
    return boost::math::ibeta_inv(a, b, p, Policy());
}

} // namespace plumb::stats
