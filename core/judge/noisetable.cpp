// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/noisetable.h"

#include "judge/sentence.h"
#include "stats/moments.h"
#include "stats/robust.h"
#include "stats/studenttests.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace plumb::judge {

namespace {

constexpr std::array<std::string_view, 9> measured{"rps", "achieved_ratio", "error_rate", "latency_ms.p50",
    "latency_ms.p90", "latency_ms.p95", "latency_ms.p99", "latency_ms.p99_9", "latency_ms.mean"};
constexpr double leastLatency_ms = 0.05; ///< below it timers and scheduling speak, as in effect.cpp
constexpr double bucketPart = 0.001; ///< width of a bucket of histograms of 3 digits
constexpr double leastPoints = 0.001; ///< 0.1 percentage points

/// What an open load sends is set by its rate: only how much of it was reached says something.
bool isOutput(std::string_view name, const ScopeKey& scope, bool closed)
{
    return name == "rps" ? closed : name != "achieved_ratio" || (!closed && scope.isRun());
}

std::optional<NoiseRow> rowOf(const std::string& name, const ScopeKey& scope, RoundSet& rounds)
{
    const auto metric = metric::parseMetricName(name);
    const auto spread = metric ? spreadOver(*metric, scope, rounds.rounds) : std::nullopt;
    if (!spread) {
        return std::nullopt;
    }
    NoiseRow row;
    row.of = scope.of();
    row.metric = name;
    row.unit = std::string(metric->metric->unit);
    row.points = inPoints(*metric->metric);
    row.spread = *spread;
    std::vector<double> values, scaled;
    bool quantile = false;
    double beyond = 0.0;
    for (RunFigures& round : rounds.rounds) {
        const auto figure = round.figure(*metric, scope);
        if (!figure || (!row.points && !(figure->estimate.value > 0.0))) {
            continue;
        }
        values.push_back(figure->estimate.value);
        scaled.push_back(row.points ? values.back() : std::log(values.back()));
        quantile = quantile || figure->beyond.has_value();
        beyond += figure->beyond.value_or(0.0);
    }
    if (quantile && beyond < stats::leastBeyond) {
        return std::nullopt;
    }
    row.value = stats::median(values);
    row.round_sigma = stats::deviationOf(scaled);
    const double seen = stats::detectableDifference(static_cast<double>(values.size())) * row.round_sigma;
    if (row.round_sigma > 0.0) {
        row.detectable = row.points ? seen : std::expm1(seen);
    }
    if (row.points) {
        const double wide = 2.0 * std::numbers::sqrt2 * row.spread.sigma;
        row.floor = std::max(leastPoints, wide);
        row.reason = wide > leastPoints ? stats::FloorReason::spread : stats::FloorReason::usual;
        return row;
    }
    const bool time = row.unit == "ms";
    const auto floor = stats::noiseFloor({.spread = row.spread.sigma,
        .value = row.value,
        .bucketWidth = time ? bucketPart * row.value : 0.0,
        .absolute = time ? leastLatency_ms : 0.0});
    row.floor = floor.fraction;
    row.reason = floor.reason;
    return row;
}

std::string shareText(double value, bool points)
{
    std::array<char, 48> buffer{};
    const int size
        = std::snprintf(buffer.data(), buffer.size(), points ? "%.2f points" : "%.1f %%", 100.0 * value);
    return {buffer.data(), static_cast<std::size_t>(std::max(size, 0))};
}

} // namespace

std::vector<NoiseRow> noiseRows(RoundSet& rounds)
{
    std::vector<NoiseRow> rows;
    const auto& first = rounds.rounds.front();
    const bool closed = first.report().closed_model;
    for (const ScopeKey& scope : std::vector<ScopeKey>(first.scopes())) {
        for (const auto name : measured) {
            if (!isOutput(name, scope, closed)) {
                continue;
            }
            if (auto row = rowOf(std::string(name), scope, rounds)) {
                rows.push_back(std::move(*row));
            }
        }
    }
    return rows;
}

NoiseBook noiseBookOf(const std::vector<NoiseRow>& rows, std::string source)
{
    NoiseBook book;
    book.source = std::move(source);
    for (const NoiseRow& row : rows) {
        auto& entry = book.entries[{row.of, row.metric}];
        entry.spread = row.spread;
        // What comes of the spread depends on how many rounds are compared; effectOf() works it out.
        if (row.reason == stats::FloorReason::resolution || row.reason == stats::FloorReason::absolute) {
            entry.floor = std::log1p(row.floor);
        }
    }
    return book;
}

std::string noiseText(const std::vector<NoiseRow>& rows, std::size_t rounds)
{
    using Cells = std::array<std::string, 5>;
    std::vector<Cells> lines{{"of", "metric", "median", "noise floor",
        "visible with " + std::to_string(rounds) + " against " + std::to_string(rounds)}};
    for (const NoiseRow& row : rows) {
        lines.push_back({row.of, row.metric, valueText(row.value, row.unit), shareText(row.floor, row.points),
            row.detectable ? shareText(*row.detectable, row.points) : "(no spread)"});
    }
    std::array<std::size_t, 5> widths{};
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths.at(i) = std::max(widths.at(i), line.at(i).size());
        }
    }
    std::string text;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string padding(widths.at(i) - line.at(i).size(), ' ');
            text += (i < 2 ? line.at(i) + padding : padding + line.at(i)) + (i + 1 < line.size() ? "  " : "");
        }
        text += '\n';
    }
    return text;
}

} // namespace plumb::judge
