// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/references.h"

#include "judge/comparisonsentence.h"
#include "judge/effectverdict.h"
#include "judge/sentence.h"

#include <algorithm>
#include <cmath>

namespace plumb::judge {

using metric::Verdict;

namespace {

/// The scope of a rule in these reports: the pattern of a step is where its name is found.
ScopeKey scopeOf(const Rule& rule, const report::Report& report)
{
    static constexpr std::string_view stepPrefix = "step:", patternPrefix = "pattern:";
    if (rule.of.starts_with(patternPrefix)) {
        return {{}, rule.of.substr(patternPrefix.size())};
    }
    if (!rule.of.starts_with(stepPrefix)) {
        return {};
    }
    const auto name = rule.of.substr(stepPrefix.size());
    const auto step = std::find_if(
        report.steps.begin(), report.steps.end(), [&name](const auto& s) { return s.name == name; });
    return {name, step == report.steps.end() ? std::string() : step->pattern};
}

RoundSet setOf(std::span<const report::Report> reports)
{
    RoundSet set;
    for (const auto& report : reports) {
        set.rounds.emplace_back(report);
    }
    return set;
}

/// The run of the best figure.
std::span<const report::Report> bestOf(const std::vector<report::Report>& runs, const Rule& rule)
{
    const bool higher = rule.metric.metric->better == metric::Better::higher;
    const report::Report* best = nullptr;
    double value = 0.0;
    for (const auto& run : runs) {
        const auto measured = measure(run, rule.metric, rule.of);
        if (measured.value && std::isfinite(*measured.value)
            && (best == nullptr || (higher ? *measured.value > value : *measured.value < value))) {
            best = &run;
            value = *measured.value;
        }
    }
    return best == nullptr ? std::span<const report::Report>() : std::span(best, 1);
}

std::string referenceText(const Rule& rule, std::size_t runs)
{
    if (rule.against == "baseline") {
        return runs > 1 ? "the baseline's (median of " + counted(runs, "round") + ")" : "the baseline's";
    }
    if (rule.against == "previous") {
        return runs > 1 ? "the previous suite's (median of " + counted(runs, "round") + ")"
                        : "the run's before";
    }
    return rule.against == "best" ? "the best run's" : "the median's of " + counted(runs, "earlier run");
}

/// "+24.1 % (+18.2 to +31.0 %)".
std::string changeText(const Rule& rule, const Effect& effect)
{
    ComparedRow row;
    row.points = inPoints(*rule.metric.metric);
    row.delta = effect.candidate - effect.base;
    row.delta_pct = effect.percent();
    if (effect.hasInterval()) {
        row.ci95 = intervalOf(effect, row.points);
    }
    const auto delta = deltaText(row), interval = intervalText(row);
    return delta + (delta.empty() || interval.empty() ? "" : " (" + interval + ")");
}

} // namespace

bool needsReferences(const Thresholds& thresholds)
{
    return std::any_of(thresholds.rules.begin(), thresholds.rules.end(),
        [](const Rule& rule) { return !rule.against.empty(); });
}

bool judgeAgainst(report::JudgedRule& judged, const Rule& rule, std::span<const report::Report> reports,
    const References& references)
{
    const auto found = references.runs.find(rule.against);
    if (found == references.runs.end() || found->second.empty()) {
        return false;
    }
    const auto runs = rule.against == "best" ? bestOf(found->second, rule) : std::span(found->second);
    if (runs.empty()) {
        return false;
    }
    auto base = setOf(runs), candidate = setOf(reports);
    const auto* noise = references.noise ? &*references.noise : nullptr;
    const auto effect = effectOf(rule.metric, scopeOf(rule, reports.front()), base, candidate, noise);
    if (!effect) {
        return false;
    }
    judged.value = effect->candidate;
    const auto subject = subjectText(rule.metric, rule.of);
    const auto values = valueAndLimitText(effect->candidate, effect->base, judged.unit);
    const auto change = changeText(rule, *effect);
    judged.reason = subject + " is " + values.value + (change.empty() ? "" : ", " + change) + " against "
        + referenceText(rule, effect->base_rounds) + " " + values.limit;
    const auto differences = differencesBetween(runs.front(), reports.front());
    const auto blocking = std::find_if(differences.begin(), differences.end(),
        [](const Difference& d) { return d.weight == Difference::Weight::blocks; });
    if (blocking != differences.end()) {
        judged.verdict = Verdict::inconclusive;
        judged.limit = judged.fail.empty() ? judged.warn : judged.fail;
        judged.reason += "; not comparable: " + blocking->why.substr(0, blocking->why.size() - 1);
        return true;
    }
    const auto outcome = judgeEffect(rule, *effect);
    judged.verdict = outcome.verdict;
    judged.limit = outcome.limit;
    judged.reason += outcome.relation.empty() ? "" : ", " + outcome.relation;
    judged.reason += outcome.note.empty() ? "" : "; " + outcome.note;
    if (outcome.verdict == Verdict::inconclusive && outcome.rounds_needed > 0) {
        judged.reason += "; " + adviceText(outcome.rounds_needed);
    }
    return true;
}

} // namespace plumb::judge
