// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QString>

namespace plumb::models {

/// What stands in the place of the figures of a run that measured nothing.
struct NothingMeasured
{
    QString headline;
    QString cause; ///< what went wrong, as the run told it; may be empty
    QString remedy; ///< what to do
    bool courses = false; ///< requests ran all the same, before the measure phase: the charts show them
};
/// Nothing where at least one request finished in the measure phase.
[[nodiscard]] std::optional<NothingMeasured> nothingMeasured(const report::Report& report);

/// A sentence for each table of a report that may be empty: why it is.
struct ReportGaps
{
    QString rules, steps, errors, samples, books, skipped, events;
};
/// @p part: a part of the run is shown, not the whole.
[[nodiscard]] ReportGaps reportGaps(const report::Report& report, bool part);

} // namespace plumb::models
