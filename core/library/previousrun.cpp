// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/previousrun.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace plumb::library {

namespace {

std::optional<DeltaToPrevious> delta(
    const ReportRow& now, const ReportRow& before, std::optional<double> ReportRow::*figure)
{
    const auto a = before.*figure;
    const auto b = now.*figure;
    if (!a || !b || !(*a > 0.0) || !std::isfinite(*a) || !std::isfinite(*b)) {
        return std::nullopt;
    }
    return DeltaToPrevious{*b, *a, (*b - *a) / *a, before.started_at, before.id};
}

} // namespace

std::vector<std::optional<DeltaToPrevious>> deltasToPrevious(
    const std::vector<ReportRow>& rows, std::optional<double> ReportRow::*figure)
{
    std::vector<std::size_t> byTime(rows.size());
    std::iota(byTime.begin(), byTime.end(), std::size_t{0});
    std::stable_sort(byTime.begin(), byTime.end(), [&rows](std::size_t a, std::size_t b) {
        return rows[a].started_wall_ms != rows[b].started_wall_ms
            ? rows[a].started_wall_ms < rows[b].started_wall_ms
            : rows[a].file < rows[b].file;
    });
    std::vector<std::optional<DeltaToPrevious>> deltas(rows.size());
    std::unordered_map<std::string, std::size_t> latest;
    for (const std::size_t at : byTime) {
        const auto& row = rows[at];
        if (!row.unreadable.empty()) {
            continue;
        }
        const auto key = row.operation + '\n' + row.environment;
        if (const auto before = latest.find(key); before != latest.end()) {
            deltas[at] = delta(row, rows[before->second], figure);
        }
        if (!row.partial && row.verdict != metric::Verdict::invalid) {
            latest[key] = at;
        }
    }
    return deltas;
}

} // namespace plumb::library
