// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "metric/metricname.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How a figure moved over the runs of an operation: where it changed, which way it goes now, and whether it
// crept away from what was pinned. Points come from a library (library/trendseries.h) or a CSV file
// (seriescsv.h).
namespace plumb::judge {

/// One run, or one row of a file.
struct TrendPoint
{
    std::string id; ///< of the report, or the row's label
    std::string file; ///< may be empty
    std::string started_at; ///< as written; may be empty
    std::string target_version;
    std::optional<double> value; ///< finite, in the metric's unit
    std::string passedOver; ///< why the point is shown but does not count; empty: it counts
    std::vector<std::string> changedSetup; ///< what is another machine, engine or load than before: "kernel"
    bool expected = false; ///< somebody said that what changed here was meant to
};

/// What was pinned for comparison.
struct TrendBaseline
{
    double value = 0.0; ///< the median over its reports
    std::vector<std::string> reports;
    std::optional<std::size_t> index; ///< of its latest report among the points
    std::string at; ///< when it was pinned
};

struct TrendInput
{
    std::string operation, environment, of = "run", metric, unit;
    metric::Better better = metric::Better::lower;
    double absolute = 0.0; ///< smaller differences do not matter, in the metric's unit
    std::vector<TrendPoint> points; ///< oldest first
    std::optional<TrendBaseline> baseline;
    std::vector<std::string> remarks; ///< sentences on how the points came together
};

struct TrendOptions
{
    enum class Method {
        gated, ///< stats/gatedchanges.h
        otava, ///< as Apache Otava gives it, without gates, provisional points and restarts
    };
    Method method = Method::gated;
    std::size_t window = 50;
    double maxP = 0.001;
    std::optional<double> minMagnitude; ///< default: 5 % gated, 0 otava
};

struct TrendChange
{
    std::size_t index = 0; ///< into the points: the first of the new level
    std::optional<double> change; ///< a fraction of the level before; absent where that is not above 0
    std::optional<double> low, high; ///< its 95 % interval; absent where the points do not bound it
    double p = 1.0;
    bool provisional = false, expected = false;
    double before = 0.0, after = 0.0; ///< medians; means with Otava
    std::size_t earliest = 0, latest = 0; ///< indexes between which it happened
    [[nodiscard]] bool worse(metric::Better better) const;
};

/// Where points of another setup begin: not compared across, not connected.
struct TrendBreak
{
    std::size_t index = 0;
    std::vector<std::string> changed;
};

enum class TrendDirection { improving, stable, degrading, mixed, tooFew };
std::string_view toString(
    TrendDirection direction); ///< "improving", "stable", "degrading", "mixed", "too-few"

/// The points since the last change, break or expected run.
struct TrendSegment
{
    std::size_t from = 0; ///< index of the first
    std::size_t count = 0; ///< points that count, newest provisional ones left out
    std::optional<double> level; ///< median
    std::optional<double> change; ///< over the segment, by the Theil-Sen line, as a fraction
    std::optional<double> p; ///< Mann-Kendall, two-sided; absent under 2 points
    std::optional<double> spread; ///< robust, as a fraction of the level; absent under 2 points
};

/// The newest runs against what was pinned, or against the runs after an expected change.
struct TrendCreep
{
    double reference = 0.0, now = 0.0; ///< now: median of the newest 5 points that count
    std::optional<double> change; ///< a fraction of the reference
    bool creeping = false; ///< worse by more than 5 %, the noise, and what single changes explain
    bool afterExpected = false; ///< the reference is the level after an expected change, not the pin
};

struct Trend
{
    std::vector<TrendChange> changes; ///< ascending by index
    std::vector<TrendBreak> breaks;
    std::vector<std::size_t> outliers; ///< isolated points that were not looked at
    TrendDirection direction = TrendDirection::tooFew;
    TrendSegment segment;
    std::optional<TrendCreep> creep;
    std::optional<double> lastFive; ///< (max - min) / median of the newest five: the plain reading
    std::string sentence; ///< the answer
};

/// Errors (usage) of options outside their ranges. A series without enough points is an answer: too-few.
Result<Trend> trend(const TrendInput& input, const TrendOptions& options = {});

/// {"points":[...],"change_points":[{"index","delta_pct","ci95","p","provisional",...}],"direction",...}.
Json trendJson(const TrendInput& input, const Trend& trend);

/// A table of the newest @p most points with a row for each change between them, then the answer in words.
std::string trendText(const TrendInput& input, const Trend& trend, std::size_t most = 60);
/// The same as Markdown.
std::string trendMarkdown(const TrendInput& input, const Trend& trend, std::size_t most = 60);

/// Whether a gate should stop: the segment degrades, the newest change that nobody expected is a confirmed
/// change for the worse, or the series creeps.
bool trendIsWorse(const TrendInput& input, const Trend& trend);

} // namespace plumb::judge
