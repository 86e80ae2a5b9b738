// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/distribution.h"

#include <span>

// Quantiles as weighted means of all order statistics: steadier than a single one where values are few.
namespace plumb::stats {

/// Harrell and Davis (1982) of single values in any order; @p p in [0, 1]. Neither here nor below for the
/// far tail: with fewer than 10 values beyond the quantile it follows the largest ones.
double harrellDavis(std::span<const double> values, double p);
/// Its standard error by the jackknife.
double harrellDavisError(std::span<const double> values, double p);
/// The same from a distribution with @p n_eff independent values: the weights of @p n_eff, the middles of the
/// cells.
double harrellDavis(const Distribution& distribution, double p, double n_eff);

/// Standard error of the plain quantile by Maritz and Jarrett (1978), weights of Beta(m - 1, n - m) with m =
/// floor(n p + 0.5). NaN where m is not within 2 to n - 1.
double maritzJarrett(std::span<const double> values, double p);

} // namespace plumb::stats
