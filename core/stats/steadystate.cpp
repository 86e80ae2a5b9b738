// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/steadystate.h"

#include "stats/hampel.h"
#include "stats/mannkendall.h"
#include "stats/mser.h"
#include "stats/pelt.h"
#include "stats/robust.h"
#include "stats/theilsen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace plumb::stats {

namespace {

constexpr std::array<std::string_view, 7> names{
    "flat", "warm-up", "slowdown", "late-shift", "drift", "cyclic", "insufficient"};

constexpr double sameLevel = 0.02; ///< logarithms of levels this near are one level
constexpr double driftSize = 0.05; ///< of a drift at least, over the kept part
constexpr double driftP = 0.01;
constexpr double resolution = 0.001; ///< three digits of a histogram
constexpr std::size_t shortestPeriod = 5; ///< intervals
constexpr double cyclicAt = 0.5; ///< autocorrelation at the period
constexpr std::size_t driftPoints = 360; ///< longer series are averaged to about so many for the drift test

using Values = std::span<const double>;

/// Logarithms without the gaps, and where they stand in the run.
struct Track
{
    std::vector<double> raw, clean;
    std::vector<std::size_t> place;
};

Track trackOf(const std::vector<double>& values)
{
    Track track;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i]) && values[i] > 0.0) {
            track.raw.push_back(std::log(values[i]));
            track.place.push_back(i);
        }
    }
    HampelOptions options;
    options.relativeFloor = 0.0;
    options.absoluteFloor = 0.01;
    track.clean = hampel(track.raw, options).cleaned;
    return track;
}

double deviation(Values values)
{
    const double centre = mean(values);
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - centre) * (value - centre);
    }
    return values.size() > 1 ? std::sqrt(squares / static_cast<double>(values.size() - 1)) : 0.0;
}

double autocorrelation(Values values, std::size_t lag)
{
    const double centre = mean(values);
    double own = 0.0, with = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        own += (values[i] - centre) * (values[i] - centre);
        if (i + lag < values.size()) {
            with += (values[i] - centre) * (values[i + lag] - centre);
        }
    }
    return own > 0.0 ? with / own : 0.0;
}

/// The lag of the highest peak of the autocorrelation, if it is one: it rises again after having fallen.
/// At least three periods have to fit.
std::optional<std::size_t> periodOf(Values values)
{
    if (values.size() < 3 * shortestPeriod || deviation(values) < resolution) {
        return std::nullopt;
    }
    std::vector<double> correlation;
    for (std::size_t lag = 0; lag <= values.size() / 3 + 1; ++lag) {
        correlation.push_back(autocorrelation(values, lag));
    }
    std::optional<std::size_t> best;
    double lowest = 1.0;
    for (std::size_t lag = 1; lag + 1 < correlation.size(); ++lag) {
        const double here = correlation[lag];
        // What lies further apart has fewer pairs: undo what that takes from the estimate.
        const double scaled
            = here * static_cast<double>(values.size()) / static_cast<double>(values.size() - lag);
        const bool peak = here > correlation[lag - 1] && here >= correlation[lag + 1];
        if (lag >= shortestPeriod && peak && scaled > cyclicAt && here - lowest > 0.3
            && (!best || here > correlation[*best])) {
            best = lag;
        }
        lowest = std::min(lowest, here);
    }
    return best;
}

struct Level
{
    std::size_t from, past;
    double centre;
};

std::vector<Level> levelsOf(Values values, const std::vector<std::size_t>& changes)
{
    std::vector<Level> levels;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= changes.size(); ++i) {
        const std::size_t past = i < changes.size() ? changes[i] : values.size();
        levels.push_back({from, past, mean(values.subspan(from, past - from))});
        from = past;
    }
    return levels;
}

/// Where the levels that are as the last one begin.
std::size_t restBegin(Values values, const std::vector<Level>& levels)
{
    const Level& last = levels.back();
    const double spread = deviation(values.subspan(last.from, last.past - last.from));
    const double reach = std::max(2.0 * spread, sameLevel);
    std::size_t begin = last.from;
    for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
        if (std::abs(level->centre - last.centre) > reach) {
            break;
        }
        begin = level->from;
    }
    return begin;
}

/// Means of neighbouring values, so that at most about `driftPoints` are left and single seconds count less.
std::vector<double> thinned(Values values)
{
    const std::size_t width = std::max<std::size_t>(1, values.size() / driftPoints);
    std::vector<double> means;
    for (std::size_t from = 0; from + width <= values.size(); from += width) {
        means.push_back(mean(values.subspan(from, width)));
    }
    return means;
}

/// How far the values drift from first to last; nothing where they do not, or where one step explains them
/// better than a line does.
std::optional<double> driftOf(Values values)
{
    const auto means = thinned(values);
    const double slope = theilSenSlope(means);
    const double change = slope * static_cast<double>(means.size() - 1);
    if (std::abs(change) <= std::log1p(driftSize) || mannKendallHamedRao(means).p >= driftP) {
        return std::nullopt;
    }
    return change;
}

/// What is left of the squares of @p values after the best single step, or after a straight line.
struct Left
{
    double step = 0.0, line = 0.0;
};

Left leftOf(Values values)
{
    const auto count = static_cast<double>(values.size());
    const double centre = mean(values), middle = (count - 1.0) / 2.0;
    double squares = 0.0, across = 0.0, time = 0.0, before = 0.0, gain = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double off = values[i] - centre, at = static_cast<double>(i) - middle;
        squares += off * off;
        across += off * at;
        time += at * at;
        before += off;
        const auto n = static_cast<double>(i + 1);
        if (i + 1 < values.size()) {
            gain = std::max(gain, before * before / n + before * before / (count - n));
        }
    }
    return {squares - gain, squares - (time > 0.0 ? across * across / time : 0.0)};
}

std::string percentText(double change)
{
    const double percent = std::abs(change) * 100.0;
    return std::to_string(std::llround(percent)) + " %";
}

/// What one track says.
struct Finding
{
    SteadyClass kind = SteadyClass::flat;
    std::size_t cut = 0; ///< in values of the track
    std::size_t at = 0;
    double change = 0.0; ///< logarithm
    std::vector<std::size_t> changes;
    Mser mser;
};

Finding findingOf(const Track& track, bool higherIsWorse)
{
    const Values values = track.clean;
    Finding finding;
    finding.mser = mser(values);
    PeltOptions options;
    options.minimumSigma = resolution;
    finding.changes = meanVarianceChangePoints(values, options);
    const std::size_t half = values.size() / 2;
    const std::size_t mserCut = finding.mser.reached ? finding.mser.cut : 0;

    // A cycle makes levels that follow each other, so it is asked for first, in both forms: its spikes may be
    // what was taken out.
    for (const Values all : {Values(track.clean), Values(track.raw)}) {
        if (const auto period = periodOf(all.subspan(mserCut))) {
            finding.kind = SteadyClass::cyclic;
            finding.at = *period;
            return finding;
        }
    }
    const auto levels = levelsOf(values, finding.changes);
    const std::size_t rest = restBegin(values, levels);
    const auto centreOf
        = [&](std::size_t from, std::size_t past) { return mean(values.subspan(from, past - from)); };
    // Up to the rest or MSER's cut, whichever is later, if what it leaves out is another level at all.
    const bool mserTells = mserCut > 0
        && std::abs(centreOf(0, mserCut) - centreOf(mserCut, values.size())) > sameLevel
        && !finding.changes.empty();
    const std::size_t cut = rest >= half ? 0 : std::max(rest, mserTells ? mserCut : 0);

    const Values kept = values.subspan(cut);
    if (const auto drift = driftOf(kept)) {
        const auto left = leftOf(kept);
        if (left.line <= left.step || rest < half) {
            finding.kind = SteadyClass::drift;
            finding.change = *drift;
            return finding;
        }
    }
    if (rest >= half) {
        finding.kind = SteadyClass::lateShift;
        finding.at = rest;
        finding.change = centreOf(rest, values.size()) - centreOf(0, rest);
        return finding;
    }
    if (cut > 0) {
        finding.cut = cut;
        finding.change = centreOf(cut, values.size()) - centreOf(0, rest > 0 ? rest : cut);
        finding.kind = (finding.change < 0.0) == higherIsWorse ? SteadyClass::warmUp : SteadyClass::slowdown;
    }
    return finding;
}

int gravity(SteadyClass kind)
{
    static constexpr std::array<int, 7> order{0, 1, 3, 5, 4, 2, 6};
    return order[static_cast<std::size_t>(kind)];
}

std::string sentenceOf(const SteadyState& state)
{
    const std::string what = state.ofRate ? "the rate" : "the response time";
    const double change = state.change.value_or(0.0);
    const auto seconds = [](std::optional<double> value) {
        return std::to_string(std::llround(value.value_or(0.0))) + " s";
    };
    const std::string moved = change < 0.0 ? "fell by " : "rose by ";
    switch (state.kind) {
    case SteadyClass::flat:
        return what + " kept one level";
    case SteadyClass::warmUp:
    case SteadyClass::slowdown:
        return what + " " + moved + percentText(change) + " within the first " + seconds(state.cut_s)
            + " and then kept one level";
    case SteadyClass::lateShift:
        return what + " " + moved + percentText(change) + " at " + seconds(state.at_s)
            + ", in the second half of the run";
    case SteadyClass::drift:
        return what + " " + moved + percentText(change) + " over the run and did not come to rest";
    case SteadyClass::cyclic:
        return what + " repeats every " + seconds(state.period_s);
    case SteadyClass::insufficient:
        break;
    }
    return "too short to tell: " + std::to_string(state.kept) + " intervals with an answer, at least "
        + std::to_string(steadyMinimum) + " are needed";
}

} // namespace

std::string_view toString(SteadyClass kind)
{
    return names[static_cast<std::size_t>(kind)];
}

std::optional<SteadyClass> steadyClassFromString(std::string_view text)
{
    const auto found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<SteadyClass>(found - names.begin()));
}

bool SteadyState::settled() const
{
    return kind == SteadyClass::flat || kind == SteadyClass::warmUp || kind == SteadyClass::slowdown
        || kind == SteadyClass::cyclic;
}

SteadyState steadyState(const SteadyInput& input)
{
    SteadyState state;
    const Track latency = trackOf(input.latency);
    state.kept = latency.clean.size();
    if (latency.clean.size() < steadyMinimum) {
        state.reasons.push_back(sentenceOf(state));
        return state;
    }
    Finding finding = findingOf(latency, true);
    const Track* track = &latency;
    const auto placeOf = [&track](std::size_t index) {
        return index == 0 || index >= track->place.size() ? index : track->place[index];
    };
    for (const std::size_t index : finding.changes) {
        state.changePoints.push_back(placeOf(index));
    }
    state.mserCut = placeOf(finding.mser.cut);
    state.mserReached = finding.mser.reached;
    std::size_t cut = placeOf(finding.cut);

    const Track rate = trackOf(input.rate);
    if (rate.clean.size() >= steadyMinimum) {
        Finding other = findingOf(rate, false);
        cut = std::max(cut, other.cut > 0 ? rate.place[other.cut] : 0);
        if (gravity(other.kind) > gravity(finding.kind)) {
            finding = std::move(other);
            track = &rate;
            state.ofRate = true;
        }
    }
    state.kind = finding.kind;
    if (state.settled()) {
        state.cut = cut;
        state.cut_s = static_cast<double>(cut) * input.interval_s;
    }
    if (finding.kind == SteadyClass::lateShift) {
        state.at_s = static_cast<double>(placeOf(finding.at)) * input.interval_s;
    }
    if (finding.kind == SteadyClass::cyclic) {
        state.period_s = static_cast<double>(finding.at) * input.interval_s;
    } else if (finding.kind != SteadyClass::flat) {
        state.change = std::expm1(finding.change);
    }
    const auto first = std::lower_bound(latency.place.begin(), latency.place.end(), state.cut);
    const auto skipped = static_cast<std::size_t>(first - latency.place.begin());
    state.kept = latency.clean.size() - skipped;
    state.lag1 = autocorrelation(Values(latency.clean).subspan(skipped), 1);
    if (state.kept < steadyMinimum) {
        state.kind = SteadyClass::insufficient;
    }
    state.reasons.push_back(sentenceOf(state));
    if (state.lag1 > 0.7) {
        state.reasons.emplace_back(
            "neighbouring intervals depend on each other (correlation above 0.7): the run is short for that, "
            "and its intervals are too narrow");
    }
    if (2 * state.kept < latency.clean.size()) {
        state.reasons.emplace_back("less than half of the run is left to judge");
    }
    return state;
}

} // namespace plumb::stats
