// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/textdiff.h"

#include <algorithm>

namespace plumb::models {

namespace {
constexpr qsizetype mostLines = 2000; // the table below has their square as cells
} // namespace

std::vector<DiffLine> diffLines(const QStringList& before, const QStringList& after)
{
    using Kind = DiffLine::Kind;
    qsizetype start = 0;
    const auto shorter = std::min(before.size(), after.size());
    while (start < shorter && before[start] == after[start])
        ++start;
    qsizetype end = 0;
    while (end < shorter - start && before[before.size() - 1 - end] == after[after.size() - 1 - end])
        ++end;
    const auto rows = before.size() - start - end;
    const auto columns = after.size() - start - end;
    std::vector<DiffLine> lines;
    for (qsizetype i = 0; i < start; ++i)
        lines.push_back({Kind::same, before[i]});
    qsizetype row = 0;
    qsizetype column = 0;
    if (rows <= mostLines && columns <= mostLines) {
        // common[i][j]: length of the longest common subsequence of what follows row i and column j.
        const auto width = static_cast<std::size_t>(columns) + 1;
        std::vector<std::uint16_t> common((static_cast<std::size_t>(rows) + 1) * width);
        const auto at = [&](qsizetype i, qsizetype j) -> std::uint16_t& {
            return common[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j)];
        };
        for (auto i = rows - 1; i >= 0; --i)
            for (auto j = columns - 1; j >= 0; --j)
                at(i, j) = before[start + i] == after[start + j]
                    ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                    : std::max(at(i + 1, j), at(i, j + 1));
        while (row < rows && column < columns) {
            if (before[start + row] == after[start + column]) {
                lines.push_back({Kind::same, before[start + row++]});
                ++column;
            } else if (at(row + 1, column) >= at(row, column + 1)) {
                lines.push_back({Kind::removed, before[start + row++]});
            } else {
                lines.push_back({Kind::added, after[start + column++]});
            }
        }
    }
    while (row < rows)
        lines.push_back({Kind::removed, before[start + row++]});
    while (column < columns)
        lines.push_back({Kind::added, after[start + column++]});
    for (auto i = before.size() - end; i < before.size(); ++i)
        lines.push_back({Kind::same, before[i]});
    return lines;
}

} // namespace plumb::models
