// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/earlierruns.h"

#include "stats/gatedchanges.h"

#include <algorithm>
#include <cmath>

namespace plumb::library {

namespace {

constexpr std::size_t fewestNoiseRuns = 3;

bool comparable(const report::Report& base, const report::Report& other)
{
    const auto differences = judge::differencesBetween(base, other);
    return std::all_of(differences.begin(), differences.end(), [](const judge::Difference& difference) {
        return difference.weight != judge::Difference::Weight::blocks || difference.what == "run";
    });
}

} // namespace

std::vector<ReportRow> earlierRuns(const std::vector<ReportRow>& rows, const std::string& operation,
    const std::string& environment, std::int64_t before_wall_ms)
{
    std::vector<ReportRow> earlier;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(earlier), [&](const ReportRow& row) {
        return row.unreadable.empty() && !row.partial && row.verdict != metric::Verdict::invalid
            && row.operation == operation && row.environment == environment
            && row.started_wall_ms < before_wall_ms;
    });
    std::sort(earlier.begin(), earlier.end(), [](const ReportRow& a, const ReportRow& b) {
        return a.started_wall_ms != b.started_wall_ms ? a.started_wall_ms < b.started_wall_ms
                                                      : a.file < b.file;
    });
    return earlier;
}

std::vector<ReportRow> currentLevel(const std::vector<ReportRow>& earlier)
{
    std::vector<ReportRow> rows;
    std::vector<double> values;
    for (const ReportRow& row : earlier) {
        if (row.p95_ms && *row.p95_ms > 0.0 && std::isfinite(*row.p95_ms)) {
            rows.push_back(row);
            values.push_back(*row.p95_ms);
        }
    }
    const auto changes = stats::gatedChanges(values);
    if (changes && !changes->changes.empty()) {
        rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(changes->changes.back().index));
    }
    return rows;
}

std::optional<judge::NoiseBook> noiseOfHistory(
    const std::vector<ReportRow>& earlier, const report::Report& like, std::span<const std::string> without)
{
    std::deque<report::Report> reports;
    const auto level = currentLevel(earlier);
    for (auto row = level.rbegin(); row != level.rend() && reports.size() < mostNoiseRuns; ++row) {
        if (std::find(without.begin(), without.end(), row->id) != without.end()) {
            continue;
        }
        auto report = report::readReport(row->file);
        if (report && comparable(like, *report)) {
            reports.push_back(std::move(*report));
        }
    }
    if (reports.size() < fewestNoiseRuns) {
        return std::nullopt;
    }
    std::vector<judge::RunFigures> runs;
    for (const auto& report : reports) {
        runs.emplace_back(report);
    }
    return judge::noiseOf(runs,
        std::to_string(reports.size()) + " earlier runs of " + like.operation
            + (like.environment.empty() ? "" : " in " + like.environment));
}

} // namespace plumb::library
