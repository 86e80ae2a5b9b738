// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QString>

#include <vector>

namespace plumb::models {

struct RangeFigures;

/// How often requests ended in one way over the run: an outcome or a reason code.
struct EndingCourse
{
    QString name;
    std::vector<double> per_s; ///< by row of the series; NaN where nobody told
    std::int64_t total = 0; ///< requests in all rows
    bool rest = false; ///< the rarer ways together
};

/// "ok" first, then the failing outcomes, the most frequent first; at most @p most of them, the others as one
/// rest. A report that does not keep outcomes over time has "ok" and "failed".
[[nodiscard]] std::vector<EndingCourse> outcomeCourses(const report::TimeSeries& rows, std::size_t most);
/// The reason codes, the most frequent first; at most @p most, the others as one rest. Empty: there are none.
[[nodiscard]] std::vector<EndingCourse> reasonCourses(const report::TimeSeries& rows, std::size_t most);

/// A sentence on the reasons: which of how many is the most frequent, and when it came most often. With
/// @p range of that part.
[[nodiscard]] QString reasonCaption(const report::TimeSeries& rows, const RangeFigures* range);

} // namespace plumb::models
