// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace plumb::report {

/// Every imbalance of the report's books (PRODUCT.md section 4), one sentence each; empty: they balance.
/// Looks at counts against counts, at steps against totals and at histograms against counts.
std::vector<std::string> verify(const Report& report);

} // namespace plumb::report
