// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace plumb::models {

/// Roles that the models of this folder answer besides Qt's own.
enum Role {
    SortRole = Qt::UserRole, ///< a number or text to sort by; invalid where absent
    VerdictRole, ///< metric::Verdict as int; invalid where there is none
    SparklineRole, ///< QList<double>, NaN for gaps
    FigureRole, ///< bool: the column holds figures (right-aligned, tabular digits)
    UntrustedRole, ///< bool: a percentile of too few values
    KeyRole, ///< QString that names the row for good (a file, a step), to restore selections
};

} // namespace plumb::models
