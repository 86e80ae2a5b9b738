// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace plumb::library {

/// A figure of a run against that of the run before it. A plain difference: no noise, no verdict.
struct DeltaToPrevious
{
    double now = 0.0, before = 0.0; ///< in the figure's unit
    double change = 0.0; ///< (now - before) / before
    std::string before_started_at, before_id;
    bool operator==(const DeltaToPrevious&) const = default;
};

/// For each row, in the order of @p rows, its difference to the latest earlier run of the same operation and
/// environment that ended as planned and was not invalid. Nothing where there is none, or where one of the
/// two has no such figure, or the earlier one is 0.
std::vector<std::optional<DeltaToPrevious>> deltasToPrevious(
    const std::vector<ReportRow>& rows, std::optional<double> ReportRow::*figure = &ReportRow::p95_ms);

} // namespace plumb::library
