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
    ChangeRole, ///< Change as int; invalid where nothing is compared
    RemarkRole, ///< QString, a word to stand muted beside the value: "partial"
    GroupRole, ///< bool: the row heads a group of rows
    OpenRole, ///< bool, of such a row: its group is unfolded
    BadgeTextRole, ///< QString, the word on the badge of VerdictRole instead of the verdict's own
    KeyRole, ///< QString that names the row for good (a file, a step), to restore selections
};

/// How a figure changed, by what is better for it.
enum class Change { better, same, worse };

} // namespace plumb::models
