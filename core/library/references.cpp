// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/references.h"

#include "base/timestamp.h"
#include "library/baselines.h"
#include "library/earlierruns.h"
#include "library/noisefile.h"
#include "library/suiterounds.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace plumb::library {

namespace {

constexpr std::size_t mostForBest = 20;
constexpr std::string_view medianOf = "median-of-";

std::vector<report::Report> readAll(const std::vector<ReportRow>& rows)
{
    std::vector<report::Report> reports;
    for (const auto& row : rows) {
        if (auto report = report::readReport(row.file)) {
            reports.push_back(std::move(*report));
        }
    }
    return reports;
}

std::vector<ReportRow> latest(const std::vector<ReportRow>& earlier, std::size_t count)
{
    const auto from = earlier.size() > count ? earlier.size() - count : 0;
    return {earlier.begin() + static_cast<std::ptrdiff_t>(from), earlier.end()};
}

std::vector<ReportRow> pinned(
    const std::vector<ReportRow>& rows, const Baselines& baselines, const report::Report& about)
{
    std::vector<ReportRow> found;
    if (const auto* pin = baselines.find(about.operation, about.environment)) {
        for (const auto& id : pin->reports) {
            const auto row = std::find_if(rows.begin(), rows.end(),
                [&id](const ReportRow& r) { return r.id == id && r.unreadable.empty(); });
            if (row != rows.end()) {
                found.push_back(*row);
            }
        }
    }
    return found;
}

std::size_t countOf(std::string_view against)
{
    std::size_t count = 0;
    const auto digits = against.substr(medianOf.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return count;
}

} // namespace

Result<judge::References> referencesFor(
    Library& library, std::span<const report::Report> reports, const judge::Thresholds& thresholds)
{
    judge::References references;
    if (!judge::needsReferences(thresholds)) {
        return references;
    }
    if (const auto refreshed = library.refresh(); !refreshed) {
        return refreshed.error();
    }
    const auto rows = library.reports();
    if (!rows) {
        return rows.error();
    }
    const auto& about = reports.front();
    auto before = std::numeric_limits<std::int64_t>::max();
    for (const auto& report : reports) {
        before = std::min(before, parseIsoTimestamp(report.started_at).value_or(before));
    }
    const auto earlier = earlierRuns(*rows, about.operation, about.environment, before);
    const auto baselines = readBaselines(library.folder());
    for (const auto& rule : thresholds.rules) {
        const auto& against = rule.against;
        if (against.empty() || references.runs.contains(against)) {
            continue;
        }
        references.runs[against] = readAll(against == "baseline" ? pinned(*rows, baselines, about)
                : against == "previous"                          ? latestRounds(earlier, roundOf(about).suite)
                : against == "best"                              ? latest(earlier, mostForBest)
                                                                 : latest(earlier, countOf(against)));
    }
    std::vector<std::string> own;
    for (const auto& report : reports) {
        own.push_back(report.id);
    }
    references.noise = knownNoise(library.folder(), *rows, earlier, about, own);
    return references;
}

} // namespace plumb::library
