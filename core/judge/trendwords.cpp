// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/trendwords.h"

#include "judge/sentence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace plumb::judge {

namespace {

constexpr std::size_t recent = 10; ///< runs after which a step is no news

/// Points that count from @p index on.
std::size_t countedFrom(const TrendInput& input, std::size_t index)
{
    std::size_t count = 0;
    for (std::size_t i = index; i < input.points.size(); ++i) {
        count += input.points[i].value && input.points[i].passedOver.empty() ? 1 : 0;
    }
    return count;
}

std::string withDigits(const char* format, double value)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

std::string moved(const TrendInput& input, const TrendChange& change)
{
    return change.change
        ? signedPercent(change.change)
        : "from " + valueText(change.before, input.unit) + " to " + valueText(change.after, input.unit);
}

/// The direction since the last change.
std::string directionSentence(const TrendInput& input, const Trend& trend)
{
    const auto& segment = trend.segment;
    const auto runs = counted(segment.count, "run");
    switch (trend.direction) {
    case TrendDirection::tooFew:
        return "too few runs to tell a direction: " + runs + " count, 5 are needed";
    case TrendDirection::stable:
        return "stable at " + valueText(segment.level.value_or(0.0), input.unit) + " within 5 % over " + runs;
    case TrendDirection::improving:
    case TrendDirection::degrading:
        return std::string(toString(trend.direction)) + ": " + signedPercent(segment.change) + " over " + runs
            + " (p = " + withDigits("%.2g", segment.p.value_or(1.0)) + ")";
    case TrendDirection::mixed:
        break;
    }
    return "mixed: " + runs + " around " + valueText(segment.level.value_or(0.0), input.unit)
        + " that spread by " + withDigits("%.1f %%", 100.0 * segment.spread.value_or(0.0)) + " and moved by "
        + signedPercent(segment.change);
}

} // namespace

std::string signedPercent(std::optional<double> fraction)
{
    return fraction && std::isfinite(*fraction) ? withDigits("%+.1f %%", 100.0 * *fraction) : "n/a";
}

std::string pointName(const TrendPoint& point)
{
    if (point.started_at.size() >= 16 && point.started_at[10] == 'T') {
        return point.started_at.substr(0, 10) + ' ' + point.started_at.substr(11, 5);
    }
    return !point.started_at.empty()    ? point.started_at
        : !point.target_version.empty() ? point.target_version
                                        : point.id;
}

std::string trendSubject(const TrendInput& input)
{
    const bool step = input.of.starts_with("step:");
    return input.metric + (step ? " of " + input.of.substr(5) : std::string());
}

std::string changeSentence(const TrendInput& input, const TrendChange& change)
{
    std::string text = moved(input, change);
    if (change.low && change.high) {
        text += " (95 %: " + signedPercent(change.low) + " to " + signedPercent(change.high) + ")";
    }
    text += " at " + pointName(input.points[change.index]);
    if (change.earliest < change.latest) {
        text += ", somewhere from " + pointName(input.points[change.earliest]) + " to "
            + pointName(input.points[change.latest]);
    }
    text += change.provisional ? "; provisional, one or two runs more will tell" : "";
    return text + (change.expected ? "; expected" : "");
}

std::string trendSentence(const TrendInput& input, const Trend& trend)
{
    if (countedFrom(input, 0) == 0) {
        return trendSubject(input) + ": no run has a value, so nothing can be told";
    }
    std::string text = trendSubject(input) + ": ";
    const TrendChange* step = nullptr;
    const TrendChange* waiting = nullptr;
    for (const auto& change : trend.changes) {
        (change.provisional ? waiting : step) = &change;
    }
    if (step != nullptr && step->index >= trend.segment.from && countedFrom(input, step->index) <= recent) {
        text += "stepped " + moved(input, *step) + " at " + pointName(input.points[step->index])
            + (step->expected ? " as expected" : "") + "; since then ";
    }
    text += directionSentence(input, trend);
    if (waiting != nullptr) {
        text += "; the newest " + counted(countedFrom(input, waiting->index), "run") + " may be a change ("
            + moved(input, *waiting) + "), one or two more will tell";
    }
    if (trend.creep && trend.creep->creeping) {
        text += "; crept " + signedPercent(trend.creep->change) + " away from "
            + (trend.creep->afterExpected ? "the level after the expected change" : "the pinned baseline");
    }
    return text;
}

} // namespace plumb::judge
