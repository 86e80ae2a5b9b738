// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace plumb::models {

struct DiffLine
{
    enum class Kind { same, removed, added };
    Kind kind = Kind::same;
    QString text;
    bool operator==(const DiffLine&) const = default;
};

/// What turns @p before into @p after, line by line: a longest common subsequence. Texts of more than 2,000
/// lines that differ are compared only at their equal start and end.
[[nodiscard]] std::vector<DiffLine> diffLines(const QStringList& before, const QStringList& after);

} // namespace plumb::models
