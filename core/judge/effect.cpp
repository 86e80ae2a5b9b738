// SPDX-License-Identifier: GPL-3.0-or-later
// stats.md sections 1.4 to 1.6: MOVER on logarithms with the spread between runs, Hodges-Lehmann over rounds.
#include "judge/effect.h"

#include "judge/roundfacts.h"
#include "stats/moments.h"
#include "stats/probability.h"
#include "stats/ranktests.h"
#include "stats/ratiointerval.h"
#include "stats/robust.h"
#include "stats/variancelevels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>

namespace plumb::judge {

namespace {

const double leastRatio = std::log(1.05); ///< criterion's and our default: 5 % is no change worth a verdict
const double mostSame = std::log(1.20); ///< an interval that reaches further calls nothing the same
constexpr double leastPoints = 0.001; ///< 0.1 percentage points
constexpr double leastLatency_ms = 0.05; ///< below it timers and scheduling speak
constexpr double z95 = 1.959963984540054;

/// The rounds of one side on the scale of the effect.
struct Side
{
    std::vector<double> values; ///< in the metric's unit
    std::vector<double> scaled;
    double lower = 0.0, upper = 0.0; ///< half-widths inside a run, averaged over the rounds
    std::vector<double> errors; ///< standard error inside each round
    bool interval = true; ///< all rounds have one
    bool approximate = false;
    double beyond = std::numeric_limits<double>::infinity();
    double n_eff = 0.0, correlation = 0.0;
    std::int64_t samples = 0, needed = 0;
};

std::vector<Figure> figuresOf(const metric::MetricName& metric, const ScopeKey& scope, RoundSet& set)
{
    std::vector<Figure> figures;
    for (RunFigures& round : set.rounds) {
        if (auto figure = round.figure(metric, scope)) {
            figures.push_back(std::move(*figure));
        }
    }
    return figures;
}

Side sideOf(const std::vector<Figure>& figures, bool relative)
{
    Side side;
    double lower = 0.0, upper = 0.0, beyond = 0.0;
    bool quantile = false;
    for (const Figure& figure : figures) {
        const auto scaled = relative ? stats::logOf(figure.estimate) : figure.estimate;
        side.values.push_back(figure.estimate.value);
        side.scaled.push_back(scaled.value);
        const double below = scaled.value - scaled.lower, above = scaled.upper - scaled.value;
        lower += below * below;
        upper += above * above;
        // The upper end of a far quantile may be open; then the lower one has to tell.
        side.errors.push_back((std::isfinite(above) ? (below + above) / 2.0 : below) / z95);
        side.interval = side.interval && figure.interval;
        side.approximate = side.approximate || figure.approximate;
        side.samples += figure.samples;
        side.n_eff += figure.n_eff.value_or(0.0);
        side.needed = std::max(side.needed, figure.needed);
        side.correlation = std::max(side.correlation, figure.correlation);
        quantile = quantile || figure.beyond.has_value();
        beyond += figure.beyond.value_or(0.0);
    }
    const auto n = static_cast<double>(figures.size());
    side.lower = std::sqrt(lower) / n; // root of the mean square, over the root of n
    side.upper = std::sqrt(upper) / n;
    side.beyond = quantile ? beyond : side.beyond;
    return side;
}

/// From the rounds of both sides, less what their own intervals explain.
std::optional<Spread> spreadOfRounds(const Side& base, const Side& candidate)
{
    double sum = 0.0, df = 0.0;
    for (const Side* side : {&base, &candidate}) {
        if (side->scaled.size() >= 2) {
            const double own = static_cast<double>(side->scaled.size()) - 1.0;
            sum += own * stats::betweenRounds(side->scaled, side->errors);
            df += own;
        }
    }
    return df > 0.0 ? std::optional(Spread{std::sqrt(sum / df), df}) : std::nullopt;
}

/// Values by the number of their round; nothing where the rounds are not all of @p suite.
std::map<int, double> byRound(const metric::MetricName& metric, const ScopeKey& scope, RoundSet& set,
    const std::string& suite, bool relative)
{
    std::map<int, double> values;
    for (RunFigures& round : set.rounds) {
        const auto place = roundOf(round.report());
        if (place.suite != suite) {
            return {};
        }
        if (const auto figure = round.figure(metric, scope)) {
            const double value = figure->estimate.value;
            values[place.round] = relative ? std::log(value) : value;
        }
    }
    return values;
}

/// Candidate against base, round by round, where both were run by turns in one suite.
std::vector<double> pairedDifferences(const metric::MetricName& metric, const ScopeKey& scope, RoundSet& base,
    RoundSet& candidate, bool relative)
{
    const auto suite = roundOf(base.rounds.front().report()).suite;
    if (suite.empty()) {
        return {};
    }
    const auto before = byRound(metric, scope, base, suite, relative);
    std::vector<double> differences;
    for (const auto& [round, value] : byRound(metric, scope, candidate, suite, relative)) {
        if (const auto found = before.find(round); found != before.end()) {
            differences.push_back(value - found->second);
        }
    }
    return differences;
}

double floorOf(const metric::Metric& metric, const Effect& effect, const std::optional<Spread>& spread,
    const NoiseBook::Entry* known)
{
    double floor = inPoints(metric) ? leastPoints : effect.relative ? leastRatio : 0.0;
    if (spread) {
        const double rounds = 1.0 / static_cast<double>(effect.base_rounds)
            + 1.0 / static_cast<double>(effect.candidate_rounds);
        floor = std::max(floor, 2.0 * spread->sigma * std::sqrt(rounds));
    }
    if (effect.relative && metric.unit == "ms" && effect.base > 0.0) {
        floor = std::max(floor, std::log1p(leastLatency_ms / effect.base));
    }
    return known != nullptr ? std::max(floor, known->floor) : floor;
}

} // namespace

const NoiseBook::Entry* NoiseBook::find(const std::string& of, const std::string& metric) const
{
    const auto found = entries.find({of, metric});
    return found == entries.end() ? nullptr : &found->second;
}

std::optional<double> Effect::percent() const
{
    if (relative) {
        return stats::percentOfLog(change.value);
    }
    return base != 0.0 ? std::optional(100.0 * change.value / base) : std::nullopt;
}

std::optional<stats::Interval> intervalOf(const Effect& effect, bool points)
{
    const auto& change = effect.change;
    if (effect.relative) {
        // An open lower end would be a ratio of 0, which nobody claims.
        const double open = std::numeric_limits<double>::infinity();
        return stats::Interval{std::isfinite(change.lower) ? stats::percentOfLog(change.lower) : -open,
            stats::percentOfLog(change.upper)};
    }
    if (points) {
        return stats::Interval{100.0 * change.lower, 100.0 * change.upper};
    }
    if (effect.base == 0.0) {
        return std::nullopt;
    }
    const double scale = 100.0 / std::abs(effect.base);
    return stats::Interval{scale * change.lower, scale * change.upper};
}

bool inPoints(const metric::Metric& metric)
{
    return metric.unit == "fraction" && metric.name != "achieved_ratio";
}

std::optional<Effect> effectOf(const metric::MetricName& metric, const ScopeKey& scope, RoundSet& baseSet,
    RoundSet& candidateSet, const NoiseBook* noise)
{
    const auto baseFigures = figuresOf(metric, scope, baseSet);
    const auto candidateFigures = figuresOf(metric, scope, candidateSet);
    if (baseFigures.empty() || candidateFigures.empty()) {
        return std::nullopt;
    }
    const auto positive = [](const std::vector<Figure>& figures) {
        return std::all_of(
            figures.begin(), figures.end(), [](const Figure& figure) { return figure.estimate.value > 0.0; });
    };
    Effect effect;
    effect.relative = !inPoints(*metric.metric) && positive(baseFigures) && positive(candidateFigures);
    const Side base = sideOf(baseFigures, effect.relative);
    const Side candidate = sideOf(candidateFigures, effect.relative);
    effect.base = stats::median(base.values);
    effect.candidate = stats::median(candidate.values);
    effect.base_rounds = base.values.size();
    effect.candidate_rounds = candidate.values.size();
    effect.approximate = base.approximate || candidate.approximate;
    effect.refused = std::min(base.beyond, candidate.beyond) < stats::leastBeyond - 1e-6;
    effect.n_eff = std::min(base.n_eff, candidate.n_eff);
    effect.needed = std::max(base.needed, candidate.needed);
    effect.samples = std::min(base.samples, candidate.samples);
    effect.correlation = std::max(base.correlation, candidate.correlation);

    if (effect.base_rounds > 1 && effect.candidate_rounds > 1) {
        effect.superiority = stats::superiority(candidate.values, base.values);
    }

    const auto* known = noise == nullptr ? nullptr : noise->find(scope.of(), metric.text());
    auto spread = spreadOfRounds(base, candidate);
    if (known != nullptr && known->spread.df > (spread ? spread->df : 0.0)) {
        spread = known->spread;
    }
    const auto differences = pairedDifferences(metric, scope, baseSet, candidateSet, effect.relative);
    const auto pairs = stats::pairedShift(differences);
    if (differences.size() > 1 && std::isfinite(pairs.lower) && std::isfinite(pairs.upper)) {
        // As much as one side would vary if the pairs had nothing in common.
        spread = Spread{stats::deviationOf(differences) / std::numbers::sqrt2,
            static_cast<double>(differences.size()) - 1.0};
        effect.basis = Effect::Basis::rounds;
        effect.paired = true;
        effect.base_rounds = effect.candidate_rounds = differences.size();
        effect.change = pairs;
        effect.round_sigma = spread->sigma;
        effect.floor = floorOf(*metric.metric, effect, spread, nullptr);
        return effect;
    }
    effect.floor = floorOf(*metric.metric, effect, spread, known);

    const auto hl = stats::pairwiseShift(candidate.scaled, base.scaled);
    double inside = 0.0;
    for (const Side* side : {&base, &candidate}) {
        for (const double error : side->errors) {
            inside += error * error / static_cast<double>(effect.base_rounds + effect.candidate_rounds);
        }
    }
    const double between = spread ? spread->sigma : 0.0;
    effect.round_sigma = std::sqrt((std::isfinite(inside) ? inside : 0.0) + between * between);
    if (std::isfinite(hl.lower) && std::isfinite(hl.upper) && effect.base_rounds > 1
        && effect.candidate_rounds > 1) {
        effect.basis = Effect::Basis::rounds;
        effect.change = hl;
        return effect;
    }
    const bool interval = base.interval && candidate.interval;
    if (!interval && !spread) {
        effect.change = {hl.value, hl.value, hl.value};
        return effect;
    }
    effect.basis = spread ? Effect::Basis::spread : Effect::Basis::withinRun;
    const auto extra = [&spread](std::size_t rounds) {
        return spread ? stats::studentQuantile(0.975, spread->df) * spread->sigma
                / std::sqrt(static_cast<double>(rounds))
                      : 0.0;
    };
    const stats::Estimated moved{hl.value, hl.value - candidate.lower, hl.value + candidate.upper};
    effect.change = stats::moverDifference(
        moved, {0.0, -base.lower, base.upper}, extra(effect.candidate_rounds), extra(effect.base_rounds));
    return effect;
}

std::string_view toString(Change change)
{
    static constexpr std::array<std::string_view, 4> names{"better", "same", "worse", "unclear"};
    return names.at(static_cast<std::size_t>(change));
}

Change changeOf(const Effect& effect, metric::Better better)
{
    const auto& change = effect.change;
    if (effect.refused || !effect.hasInterval()) {
        return change.value == 0.0 && !effect.refused ? Change::same : Change::unclear;
    }
    if (change.value > effect.floor && change.lower > 0.0) {
        return better == metric::Better::higher ? Change::better : Change::worse;
    }
    if (change.value < -effect.floor && change.upper < 0.0) {
        return better == metric::Better::higher ? Change::worse : Change::better;
    }
    // The floor grows with the noise: without a bound, rounds that tell nothing at all would be the same.
    const double margin = effect.relative ? std::min(2.0 * effect.floor, mostSame) : 2.0 * effect.floor;
    return change.lower >= -margin && change.upper <= margin ? Change::same : Change::unclear;
}

std::optional<Spread> spreadOver(
    const metric::MetricName& metric, const ScopeKey& scope, std::vector<RunFigures>& runs)
{
    std::vector<Figure> figures;
    for (RunFigures& run : runs) {
        if (const auto figure = run.figure(metric, scope)) {
            figures.push_back(*figure);
        }
    }
    const bool relative = !inPoints(*metric.metric);
    std::erase_if(figures, [relative](const Figure& f) { return relative && !(f.estimate.value > 0.0); });
    if (figures.size() < 3) {
        return std::nullopt;
    }
    const auto side = sideOf(figures, relative);
    return Spread{
        std::sqrt(stats::betweenRounds(side.scaled, side.errors)), static_cast<double>(figures.size()) - 1.0};
}

std::vector<stats::Shift> shiftBetween(const ScopeKey& scope, RoundSet& base, RoundSet& candidate)
{
    if (base.rounds.size() == 1 && candidate.rounds.size() == 1) {
        return stats::shiftFunction(
            base.rounds.front().quantiles(scope), candidate.rounds.front().quantiles(scope));
    }
    std::vector<stats::Shift> shifts;
    const auto probabilities = stats::shiftProbabilities();
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        std::array<std::vector<double>, 2> values, logs;
        std::array<double, 2> beyond{};
        for (std::size_t side = 0; side < 2; ++side) {
            for (RunFigures& round : (side == 0 ? base : candidate).rounds) {
                const auto& quantiles = round.quantiles(scope);
                if (quantiles.empty() || !(quantiles[i].estimate.value > 0.0)) {
                    continue;
                }
                const auto& quantile = quantiles[i];
                values.at(side).push_back(quantile.estimate.value);
                logs.at(side).push_back(std::log(quantile.estimate.value));
                // As of figures: an assumed design effect would refuse nearly everything.
                const double effective
                    = quantile.approximate ? round.distribution(scope).total() : quantile.n_eff;
                beyond.at(side) += effective * std::min(quantile.p, 1.0 - quantile.p);
            }
        }
        if (values[0].empty() || values[1].empty()) {
            return {};
        }
        stats::Shift shift;
        shift.p = probabilities[i];
        shift.base = stats::median(values[0]);
        shift.candidate = stats::median(values[1]);
        shift.difference = stats::pairwiseShift(values[1], values[0]);
        shift.log_ratio = stats::pairwiseShift(logs[1], logs[0]);
        shift.trusted = std::min(beyond[0], beyond[1]) >= stats::leastBeyond;
        shifts.push_back(shift);
    }
    return shifts;
}

} // namespace plumb::judge
