// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/units.h"
#include "judge/trend.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace plumb::judge {

namespace {

/// Computed figures to nine digits: what is behind them differs between machines, and means nothing.
Json numberJson(std::optional<double> value)
{
    return value && std::isfinite(*value) ? Json(roundSignificant(*value, 9)) : Json(nullptr);
}

Json percentJson(std::optional<double> fraction)
{
    return fraction ? numberJson(*fraction * 100.0) : Json(nullptr);
}

/// A measured value, as it is.
Json valueJson(std::optional<double> value)
{
    return value ? Json(*value) : Json(nullptr);
}

std::string_view betterText(metric::Better better)
{
    return better == metric::Better::higher ? "higher"
        : better == metric::Better::lower   ? "lower"
                                            : "neither";
}

Json pointJson(const TrendInput& input, const Trend& trend, std::size_t index)
{
    const auto& point = input.points[index];
    Json json = Json::object();
    json["index"] = index;
    json["id"] = point.id;
    if (!point.file.empty()) {
        json["file"] = point.file;
    }
    json["started_at"] = point.started_at;
    json["target_version"] = point.target_version;
    json["value"] = valueJson(point.value);
    if (!point.passedOver.empty()) {
        json["passed_over"] = point.passedOver;
    }
    if (std::binary_search(trend.outliers.begin(), trend.outliers.end(), index)) {
        json["outlier"] = true;
    }
    if (point.expected) {
        json["expected"] = true;
    }
    return json;
}

Json changeJson(const TrendChange& change, metric::Better better)
{
    Json json = Json::object();
    json["index"] = change.index;
    json["delta_pct"] = percentJson(change.change);
    json["ci95"] = Json::array({percentJson(change.low), percentJson(change.high)});
    json["p"] = numberJson(change.p);
    json["provisional"] = change.provisional;
    json["expected"] = change.expected;
    json["worse"] = change.worse(better);
    json["before"] = numberJson(change.before);
    json["after"] = numberJson(change.after);
    json["between"] = Json::array({change.earliest, change.latest});
    return json;
}

} // namespace

Json trendJson(const TrendInput& input, const Trend& trend)
{
    Json json = Json::object();
    if (!input.operation.empty()) {
        json["operation"] = input.operation;
        json["environment"] = input.environment;
    }
    json["metric"] = input.metric;
    json["of"] = input.of;
    json["unit"] = input.unit;
    json["better"] = std::string(betterText(input.better));
    json["points"] = Json::array();
    for (std::size_t i = 0; i < input.points.size(); ++i) {
        json["points"].push_back(pointJson(input, trend, i));
    }
    json["change_points"] = Json::array();
    for (const auto& change : trend.changes) {
        json["change_points"].push_back(changeJson(change, input.better));
    }
    json["direction"] = std::string(toString(trend.direction));
    json["segment"] = {{"from", trend.segment.from}, {"count", trend.segment.count},
        {"level", numberJson(trend.segment.level)}, {"change_pct", percentJson(trend.segment.change)},
        {"p", numberJson(trend.segment.p)}, {"spread_pct", percentJson(trend.segment.spread)}};
    json["last_five_pct"] = percentJson(trend.lastFive);
    json["breaks"] = Json::array();
    for (const auto& one : trend.breaks) {
        json["breaks"].push_back({{"index", one.index}, {"changed", one.changed}});
    }
    json["baseline"] = nullptr;
    if (input.baseline) {
        json["baseline"] = {{"value", valueJson(input.baseline->value)}, {"reports", input.baseline->reports},
            {"at", input.baseline->at}};
    }
    json["creep"] = nullptr;
    if (trend.creep) {
        json["creep"]
            = {{"reference", numberJson(trend.creep->reference)}, {"now", numberJson(trend.creep->now)},
                {"delta_pct", percentJson(trend.creep->change)}, {"creeping", trend.creep->creeping},
                {"against", trend.creep->afterExpected ? "expected" : "baseline"}};
    }
    json["sentence"] = trend.sentence;
    json["remarks"] = input.remarks;
    return json;
}

} // namespace plumb::judge
