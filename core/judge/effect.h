// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/runfigures.h"
#include "stats/shiftfunction.h"

#include <span>

namespace plumb::judge {

/// How much a metric varies from run to run while nothing changes: standard deviation on the scale of its
/// effect (logarithm of a ratio, or difference of fractions).
struct Spread
{
    double sigma = 0.0;
    double df = 0.0; ///< degrees of freedom behind it, above 0
};

/// What is known of the noise of an operation's metrics, from its history or from an A/A measurement.
struct NoiseBook
{
    struct Entry
    {
        Spread spread;
        double floor = 0.0; ///< smallest change that matters, on the scale of the effect; 0: none measured
    };
    std::map<std::pair<std::string, std::string>, Entry> entries; ///< by scope ("step:a") and metric
    std::string source; ///< "12 runs of the operation's history"
    [[nodiscard]] const Entry* find(const std::string& of, const std::string& metric) const;
};

/// A run with its rounds: one report, or several of the same thing.
struct RoundSet
{
    std::string id; ///< of the first report
    std::string name; ///< for people
    std::vector<RunFigures> rounds; ///< at least one
};

/// From this many rounds on each side the rounds themselves decide; with fewer, point estimates do.
inline constexpr std::size_t decisiveRounds = 5;

/// The change of one metric between two sets of rounds.
struct Effect
{
    enum class Basis {
        point, ///< two values, no interval
        withinRun, ///< interval of these runs alone: another run of the same thing may lie outside
        spread, ///< with the spread between runs of the rounds or the history
        rounds, ///< of at least 4 rounds each: Hodges and Lehmann with Mann and Whitney's interval; of pairs
                ///< with Wilcoxon's
    };
    Basis basis = Basis::point;
    bool relative = true; ///< change is the logarithm of a ratio; else a difference in the metric's unit
    double base = 0.0, candidate = 0.0; ///< the value, or the median of the rounds'
    stats::Estimated change; ///< candidate against base
    std::size_t base_rounds = 0, candidate_rounds = 0; ///< that have a value
    /// The rounds were run by turns in one suite: the change is that of the pairs, from at least 6 of them
    /// (the fewest that reach 95 %), and what moved both sides of a pair alike does not count.
    bool paired = false;
    double floor = 0.0; ///< smallest change that matters, on the scale of the change
    double round_sigma = 0.0; ///< how much one round varies, in and between runs; 0: not known
    bool approximate = false; ///< a side has no windows
    bool refused = false; ///< a quantile with too few effective values beyond it
    double n_eff = 0.0; ///< of the side with fewer, of quantiles
    std::int64_t needed = 0; ///< effective values a refused quantile should have
    std::int64_t samples = 0; ///< of the side with fewer
    double correlation = 0.0; ///< largest of neighbouring windows
    /// P(a round of the candidate above one of the base) + P(equal) / 2; with 2 rounds each at least.
    std::optional<double> superiority;

    [[nodiscard]] bool hasInterval() const { return basis != Basis::point; }
    [[nodiscard]] bool decisive() const
    {
        return basis == Basis::rounds && std::min(base_rounds, candidate_rounds) >= decisiveRounds;
    }
    /// In percent of the base; nothing where that is 0.
    [[nodiscard]] std::optional<double> percent() const;
};

/// The interval in percent of the base or, with @p points, in percentage points; open ends are infinite.
/// Nothing where the base is 0 and the change no ratio.
std::optional<stats::Interval> intervalOf(const Effect& effect, bool points);

/// Whether changes of the metric are told as differences of fractions, in percentage points.
bool inPoints(const metric::Metric& metric);

/// Nothing where one side has no value in any round. @p noise may be null.
std::optional<Effect> effectOf(const metric::MetricName& metric, const ScopeKey& scope, RoundSet& base,
    RoundSet& candidate, const NoiseBook* noise);

enum class Change { better, same, worse, unclear };
std::string_view toString(Change change);

/// Worse or better: the point lies beyond the noise floor and the interval on one side of no change. Same:
/// the interval stays within twice the floor and, of ratios, 20 %. Without an interval, and of refused
/// quantiles, only "same" values that are equal; unclear otherwise.
Change changeOf(const Effect& effect, metric::Better better);

/// The spread of one metric over runs of the same thing, less what each run's own interval explains; nothing
/// from fewer than 3 of them.
std::optional<Spread> spreadOver(
    const metric::MetricName& metric, const ScopeKey& scope, std::vector<RunFigures>& runs);

/// Shift function of two sets: of single runs by their intervals, of several by Hodges and Lehmann per
/// quantile. Empty where a side keeps no histograms.
std::vector<stats::Shift> shiftBetween(const ScopeKey& scope, RoundSet& base, RoundSet& candidate);

} // namespace plumb::judge
