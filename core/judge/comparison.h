// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/comparability.h"
#include "judge/effect.h"
#include "judge/rulesets.h"
#include "stats/distance.h"

#include <functional>

namespace plumb::judge {

/// Most reports, or sets of rounds, that are compared at a time, the base among them.
inline constexpr std::size_t mostCompared = 20;

/// One metric of one scope, candidate against base.
struct ComparedRow
{
    ScopeKey scope;
    std::string metric, unit;
    metric::Better better = metric::Better::lower;
    bool points = false; ///< the interval is in percentage points, not in percent
    std::optional<double> base, candidate; ///< in the unit; medians of rounds
    std::optional<double> delta, delta_pct;
    std::optional<stats::Interval> ci95; ///< in percent of the base, or in points; ends may be infinite
    Effect::Basis basis = Effect::Basis::point;
    bool paired = false; ///< of rounds that were run by turns in one suite
    bool approximate = false;
    std::optional<double> effect; ///< Cliff's delta, -1 to 1, above 0 where the candidate's values are larger
    Change change = Change::unclear;
    std::optional<metric::Verdict> verdict; ///< nothing where no rule looks at it, or too few values bear it
    bool confirmed = false;
    std::string limit, rule; ///< that decided, and the set it is from
    std::string band; ///< "none", "investigate", "must-fix"; empty where the bands do not look at it
    int rounds_needed = 0; ///< further rounds on each side; 0: none
    std::optional<double> n_eff; ///< of percentiles, of the side with fewer
    bool trusted = true; ///< false: a percentile with too few effective values
    std::string note; ///< what qualifies the verdict
};

/// How the response times of a scope moved as a whole.
struct ComparedDistribution
{
    ScopeKey scope;
    stats::Distances distances; ///< in ms
    double superiority = 0.5; ///< P(candidate slower than base) + P(equal) / 2
    stats::ShiftShape shape = stats::ShiftShape::unknown;
    double floor = 0.0; ///< noise floor the shape was told by, logarithm of a ratio
    std::vector<stats::Shift> shifts;
};

/// A candidate against the base.
struct ComparedCandidate
{
    std::string id, name, target_version;
    std::size_t rounds = 1;
    metric::Verdict verdict = metric::Verdict::inconclusive;
    std::vector<Difference> differences;
    std::vector<ComparedRow> rows; ///< the run's, then those of each step
    std::vector<ComparedDistribution> distributions;
    std::vector<ScopeKey> added, removed; ///< steps only the candidate, or only the base, has
    bool comparable = true;
    bool withinRunOnly = false; ///< nothing is known of the spread between runs
    std::string sentence;
};

struct Comparison
{
    std::string base_id, base_name, base_version;
    std::string operation;
    std::size_t base_rounds = 1;
    std::string rules; ///< name of the rule set
    std::string noise; ///< where the spread between runs is known from; empty: from the rounds, or not at all
    metric::Verdict verdict = metric::Verdict::inconclusive;
    std::string sentence;
    std::vector<ComparedCandidate> candidates;
};

/// Compares sets of rounds with the first of them (stats.md sections 1 and 2). @p noise may be null.
/// The verdict of a candidate is the strongest of its rows; where the figures of the run can be judged, steps
/// that cannot only say so in their rows. Runs that cannot be compared are inconclusive, runs whose generator
/// was the limit are invalid, and a side without an ok answer is not-measured unless its errors fail a rule.
/// Errors (usage): fewer than 2 sets, more than mostCompared. @p progress is told how many of the candidates
/// are done; false cancels, with an error.
Result<Comparison> compareRuns(std::vector<RoundSet>& sets, const RuleSet& rules, const NoiseBook* noise,
    const std::function<bool(std::size_t)>& progress = {});

/// A comparison that has nothing to compare with: verdict no-baseline and @p why as its sentence.
Comparison withoutBaseline(std::string operation, std::string why);

/// What is known of the noise from earlier runs of the same thing; entries for every scope and metric that
/// at least 3 of them have.
NoiseBook noiseOf(std::vector<RunFigures>& runs, std::string source);

/// As `plumb compare --json` prints it (PRODUCT.md section 6): figures rounded to 9 digits, ends of intervals
/// that are open null.
Json comparisonJson(const Comparison& comparison);

/// For terminals: verdicts and sentences, what differs, then a table per candidate.
std::string comparisonText(const Comparison& comparison);

/// 0 to 4 as for evaluations.
int comparisonExitCode(const Comparison& comparison, bool failOnWarn);

} // namespace plumb::judge
