// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/trend.h"

#include "judge/trendwords.h"
#include "stats/gatedchanges.h"
#include "stats/mannkendall.h"
#include "stats/robust.h"
#include "stats/theilsen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace plumb::judge {

namespace {

using Values = std::span<const double>;

constexpr double small = 0.05; ///< "within 5 %"
constexpr double noisy = 0.10; ///< robust spread above which no direction can be told
constexpr std::size_t fewest = 5, fewestAfterChange = 3;
constexpr std::size_t newest = 5; ///< points of the plain reading and of the creep
constexpr std::size_t exactUpTo = 10; ///< points of an exact Mann-Kendall test

/// The points that count, and where they stand among all.
struct Counting
{
    std::vector<double> values;
    std::vector<std::size_t> place;
};

Counting countingOf(const TrendInput& input, std::size_t from, std::size_t past)
{
    Counting counting;
    for (std::size_t i = from; i < past; ++i) {
        const auto& point = input.points[i];
        if (point.value && point.passedOver.empty() && std::isfinite(*point.value)) {
            counting.values.push_back(*point.value);
            counting.place.push_back(i);
        }
    }
    return counting;
}

/// What fractions are taken of: the level, or where it is near 0 what keeps the absolute floor at 5 %.
double scaleOf(double level, double absolute)
{
    return std::max(std::abs(level), absolute / small);
}

std::optional<double> bounded(std::optional<double> value)
{
    return value && std::isfinite(*value) && *value > -1.0 ? value : std::nullopt;
}

Result<void> findGated(
    const TrendInput& input, const TrendOptions& options, const Counting& counting, Trend& trend)
{
    stats::GateOptions gates;
    gates.core = {options.window, options.maxP, 0.0};
    gates.effect = options.minMagnitude.value_or(small);
    gates.absolute = input.absolute;
    const auto found = stats::gatedChanges(counting.values, gates);
    if (!found) {
        return found.error();
    }
    for (const auto& one : found->changes) {
        TrendChange change;
        change.index = counting.place[one.index];
        change.change = one.change;
        change.low = bounded(one.changeLow);
        change.high = bounded(one.changeHigh);
        change.p = one.p;
        change.provisional = one.provisional;
        change.before = one.before;
        change.after = one.after;
        change.earliest = counting.place[one.earliest];
        change.latest = counting.place[one.latest];
        trend.changes.push_back(change);
    }
    for (const std::size_t outlier : found->outliers) {
        trend.outliers.push_back(counting.place[outlier]);
    }
    return {};
}

/// Otava looks at all rows; what is missing it fills with what was before, else with what follows.
Result<void> findOtava(const TrendInput& input, const TrendOptions& options, Trend& trend)
{
    std::vector<double> values;
    std::optional<double> last;
    std::size_t missing = 0;
    for (const auto& point : input.points) {
        last = point.value ? point.value : last;
        missing += last ? 0 : 1;
        values.push_back(last.value_or(0.0));
    }
    if (!last) {
        return {};
    }
    std::fill(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(missing), values[missing]);
    const auto found
        = stats::edivisive(values, {options.window, options.maxP, options.minMagnitude.value_or(0.0)});
    if (!found) {
        return found.error();
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
        const auto& one = (*found)[i];
        TrendChange change;
        change.index = change.earliest = change.latest = one.index;
        change.before = one.meanBefore;
        change.after = one.meanAfter;
        change.p = one.p;
        if (one.meanBefore != 0.0) {
            change.change = one.change();
            const std::size_t from = i > 0 ? (*found)[i - 1].index : 0;
            const std::size_t past = i + 1 < found->size() ? (*found)[i + 1].index : values.size();
            const auto interval = stats::sizeOfChange(Values(values).subspan(from, one.index - from),
                Values(values).subspan(one.index, past - one.index));
            change.low = bounded(interval.low);
            change.high = bounded(interval.high);
        }
        trend.changes.push_back(change);
    }
    return {};
}

/// Marks the changes that somebody expected: noted at a run where they may have happened.
void markExpected(const TrendInput& input, Trend& trend)
{
    for (auto& change : trend.changes) {
        const std::size_t from = std::min(change.earliest, change.index);
        const std::size_t to = std::max(change.latest, change.index);
        for (std::size_t i = from; i <= to; ++i) {
            change.expected = change.expected || input.points[i].expected;
        }
    }
}

/// Where the current segment begins: the last break, confirmed change or expected run.
struct Start
{
    std::size_t index = 0;
    bool afterChange = false;
};

Start currentStart(const TrendInput& input, const Trend& trend)
{
    Start start;
    if (!trend.breaks.empty()) {
        start.index = trend.breaks.back().index;
    }
    for (const auto& change : trend.changes) {
        if (!change.provisional && change.index > start.index) {
            start = {change.index, true};
        }
    }
    for (std::size_t i = start.index + 1; i < input.points.size(); ++i) {
        // One that belongs to the change before it moved nothing further.
        const bool known = std::any_of(trend.changes.begin(), trend.changes.end(),
            [i](const TrendChange& change) { return change.expected && i <= change.latest; });
        if (input.points[i].expected && !known) {
            start = {i, false};
        }
    }
    return start;
}

TrendDirection directionOf(const TrendInput& input, const TrendSegment& segment, bool afterChange)
{
    if (segment.count < (afterChange ? fewestAfterChange : fewest)) {
        return TrendDirection::tooFew;
    }
    const double change = segment.change.value_or(0.0), spread = segment.spread.value_or(0.0);
    if (spread > noisy) {
        return TrendDirection::mixed;
    }
    if (segment.p.value_or(1.0) < 0.05 && std::abs(change) > small) {
        const bool rises = change > 0.0;
        switch (input.better) {
        case metric::Better::lower:
            return rises ? TrendDirection::degrading : TrendDirection::improving;
        case metric::Better::higher:
            return rises ? TrendDirection::improving : TrendDirection::degrading;
        case metric::Better::neither:
            return TrendDirection::mixed;
        }
    }
    return std::abs(change) <= small && spread <= small ? TrendDirection::stable : TrendDirection::mixed;
}

void describeSegment(const TrendInput& input, const Counting& counting,
    const std::vector<std::size_t>& outliers, TrendSegment& segment)
{
    segment.count = counting.values.size();
    if (counting.values.empty()) {
        return;
    }
    const double level = stats::median(counting.values);
    segment.level = level;
    const double scale = scaleOf(level, input.absolute);
    // Spikes are told apart; the direction is that of the others.
    std::vector<double> values;
    for (std::size_t i = 0; i < counting.values.size(); ++i) {
        if (!std::binary_search(outliers.begin(), outliers.end(), counting.place[i])) {
            values.push_back(counting.values[i]);
        }
    }
    if (values.size() < 2) {
        return;
    }
    segment.spread = scale > 0.0 ? stats::robustSigma(values) / scale : 0.0;
    const bool logs = std::all_of(values.begin(), values.end(), [](double value) { return value > 0.0; });
    auto used = values;
    if (logs) {
        std::transform(used.begin(), used.end(), used.begin(), [](double value) { return std::log(value); });
    }
    const double moved = stats::theilSenSlope(used) * static_cast<double>(used.size() - 1);
    segment.change = logs ? std::expm1(moved) : scale > 0.0 ? moved / scale : 0.0;
    segment.p = used.size() <= exactUpTo ? stats::mannKendall(used).p : stats::mannKendallHamedRao(used).p;
}

std::optional<TrendCreep> creepOf(
    const TrendInput& input, const Trend& trend, const Counting& all, const Counting& current)
{
    if (current.values.size() < fewestAfterChange) {
        return std::nullopt;
    }
    TrendCreep creep;
    std::size_t since = 0;
    // The latest run after which a change was expected re-centres what is compared with.
    std::optional<std::size_t> expected;
    for (std::size_t i = 0; i < input.points.size(); ++i) {
        expected = input.points[i].expected ? std::optional(i) : expected;
    }
    const bool overtaken
        = expected && (!input.baseline || !input.baseline->index || *expected > *input.baseline->index);
    if (overtaken) {
        std::vector<double> first;
        for (std::size_t i = 0; i < all.place.size() && first.size() < newest; ++i) {
            if (all.place[i] >= *expected) {
                first.push_back(all.values[i]);
            }
        }
        if (first.size() < fewestAfterChange) {
            return std::nullopt;
        }
        creep.reference = stats::median(first);
        creep.afterExpected = true;
        since = *expected;
    } else if (input.baseline) {
        creep.reference = input.baseline->value;
        since = input.baseline->index.value_or(0);
    } else {
        return std::nullopt;
    }
    const auto last = Values(current.values).last(std::min(newest, current.values.size()));
    creep.now = stats::median({last.begin(), last.end()});
    const double apart = creep.now - creep.reference;
    const double scale = scaleOf(creep.reference, input.absolute);
    if (creep.reference > 0.0) {
        creep.change = apart / creep.reference;
    }
    // What single changes since then explain is no creep: they are told of themselves.
    double explained = 0.0;
    for (const auto& change : trend.changes) {
        if (!change.provisional && change.index > since && !change.expected) {
            explained += change.after - change.before;
        }
    }
    const bool worse = input.better == metric::Better::neither
        ? apart != 0.0
        : (apart > 0.0) == (input.better == metric::Better::lower);
    const double noise
        = 2.0 * stats::robustSigma(current.values) / std::sqrt(static_cast<double>(last.size()));
    const double rest = apart - explained;
    creep.creeping = worse && std::abs(apart) > small * scale && std::abs(apart) > noise && rest * apart > 0.0
        && std::abs(rest) > std::abs(apart) / 2.0;
    return creep;
}

} // namespace

bool TrendChange::worse(metric::Better better) const
{
    return better != metric::Better::neither && after != before
        && (after > before) == (better == metric::Better::lower);
}

std::string_view toString(TrendDirection direction)
{
    static constexpr std::array<std::string_view, 5> names{
        "improving", "stable", "degrading", "mixed", "too-few"};
    return names[static_cast<std::size_t>(direction)];
}

Result<Trend> trend(const TrendInput& input, const TrendOptions& options)
{
    Trend trend;
    const bool gated = options.method == TrendOptions::Method::gated;
    for (std::size_t i = 1; gated && i < input.points.size(); ++i) {
        if (!input.points[i].changedSetup.empty()) {
            trend.breaks.push_back({i, input.points[i].changedSetup});
        }
    }
    if (gated) {
        std::size_t from = 0;
        for (std::size_t i = 0; i <= trend.breaks.size(); ++i) {
            const std::size_t past = i < trend.breaks.size() ? trend.breaks[i].index : input.points.size();
            if (auto found = findGated(input, options, countingOf(input, from, past), trend); !found) {
                return found.error();
            }
            from = past;
            // Only the newest points of all can still be waited for.
            std::erase_if(trend.changes,
                [&](const TrendChange& change) { return change.provisional && i < trend.breaks.size(); });
        }
    } else if (auto found = findOtava(input, options, trend); !found) {
        return found.error();
    }
    markExpected(input, trend);
    const Start start = currentStart(input, trend);
    const auto all = countingOf(input, 0, input.points.size());
    // The newest points of a change that is not confirmed are of no level yet.
    const std::size_t past = !trend.changes.empty() && trend.changes.back().provisional
        ? trend.changes.back().index
        : input.points.size();
    const auto current = countingOf(input, start.index, std::max(start.index, past));
    trend.segment.from = start.index;
    describeSegment(input, current, trend.outliers, trend.segment);
    trend.direction = directionOf(input, trend.segment, start.afterChange);
    trend.creep = creepOf(input, trend, all, current);
    if (all.values.size() >= newest) {
        const auto last = Values(all.values).last(newest);
        const auto [low, high] = std::minmax_element(last.begin(), last.end());
        const double scale = scaleOf(stats::median({last.begin(), last.end()}), input.absolute);
        trend.lastFive = scale > 0.0 ? (*high - *low) / scale : 0.0;
    }
    trend.sentence = trendSentence(input, trend);
    return trend;
}

bool trendIsWorse(const TrendInput& input, const Trend& trend)
{
    if (trend.direction == TrendDirection::degrading || (trend.creep && trend.creep->creeping)) {
        return true;
    }
    for (auto change = trend.changes.rbegin(); change != trend.changes.rend(); ++change) {
        if (!change->provisional && change->index >= trend.segment.from) {
            return !change->expected && change->worse(input.better);
        }
    }
    return false;
}

} // namespace plumb::judge
