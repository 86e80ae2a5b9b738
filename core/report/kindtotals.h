// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/measuredtime.h"

namespace plumb::report {

/// All measured steps of one kind together: what a benchmark of queries sums up at its end.
struct KindTotals
{
    std::int64_t count = 0, failed = 0;
    Summary latency; ///< absent where a step kept no histogram
    std::optional<double> per_s; ///< operations per measured second
    std::optional<std::int64_t> rows; ///< sql only
    std::optional<double> rows_per_s;
    CommandUse use; ///< command only
};
KindTotals kindTotals(const Report& report, std::string_view kind);

} // namespace plumb::report
