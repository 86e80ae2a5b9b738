// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/candidatecomparison.h"
#include "judge/comparisonsentence.h"
#include "judge/effectverdict.h"

#include <algorithm>

namespace plumb::judge {

using metric::Verdict;

RunFigures::Requests requestsOf(const RoundSet& set, const ScopeKey& scope)
{
    RunFigures::Requests sum;
    for (const RunFigures& round : set.rounds) {
        const auto requests = round.requests(scope);
        sum.ended += requests.ended;
        sum.ok += requests.ok;
    }
    return sum;
}

bool looksAt(const Rule& rule, const ScopeKey& scope)
{
    if (rule.of == scope.of()) {
        return true;
    }
    return rule.of == "run" && scope.isStep() && (rule.metric.metric->scopes & metric::scopeStep) != 0;
}

void CandidateComparison::judgeRow(ComparedRow& row, const metric::MetricName& metric, const Effect& effect)
{
    for (const auto& thresholds : m_rules.thresholds) {
        for (const Rule& rule : thresholds.rules) {
            if (!(rule.metric == metric) || !looksAt(rule, row.scope) || !isRelative(rule)
                || !appliesHere(rule)) {
                continue;
            }
            const auto outcome = judgeEffect(rule, effect);
            if (outcome.verdict == Verdict::notMeasured) {
                row.note = outcome.note;
                // A tail that few runs are long enough for is secondary; without the others nothing is
                // told.
                m_primaryRefused = m_primaryRefused || (row.scope.isRun() && rule.tier != "secondary");
                continue;
            }
            // The stricter of the rules that look at a figure.
            if (!row.verdict
                || (outcome.verdict != *row.verdict
                    && metric::worse(outcome.verdict, *row.verdict) == outcome.verdict)) {
                row.verdict = outcome.verdict;
                row.confirmed = outcome.confirmed;
                row.limit = outcome.limit;
                row.rule = thresholds.name;
                row.rounds_needed = outcome.rounds_needed;
                row.note = outcome.note;
            }
        }
    }
    if (m_rules.bands && row.trusted) {
        for (const Rule& rule : m_rules.bands->rules) {
            if (rule.metric == metric && looksAt(rule, row.scope)) {
                Effect point = effect; // a label of the point alone
                point.basis = Effect::Basis::point;
                const auto verdict = judgeEffect(rule, point).verdict;
                row.band = verdict == Verdict::fail ? "must-fix"
                    : verdict == Verdict::warn      ? "investigate"
                                                    : "none";
            }
        }
    }
}

bool CandidateComparison::appliesHere(const Rule& rule) const
{
    return rule.environment.empty() || rule.environment == m_candidate.rounds.front().report().environment;
}

bool CandidateComparison::leftToTheRun(const ComparedRow& row) const
{
    const bool open
        = row.verdict == Verdict::inconclusive || (row.verdict == Verdict::notMeasured && row.candidate);
    return row.scope.isStep() && open
        && std::any_of(m_result.rows.begin(), m_result.rows.end(), [&row](const ComparedRow& other) {
               return other.scope.isRun() && other.metric == row.metric && other.verdict
                   && *other.verdict != Verdict::inconclusive && *other.verdict != Verdict::notMeasured;
           });
}

void CandidateComparison::conclude()
{
    auto verdict = Verdict::skipped;
    for (const ComparedRow& row : m_result.rows) {
        if (row.verdict && !leftToTheRun(row)) {
            verdict = metric::worse(verdict, *row.verdict);
        }
    }
    if (m_primaryRefused) {
        verdict = metric::worse(verdict, Verdict::inconclusive);
    }
    for (const auto* set : {&m_base, &m_candidate}) {
        const auto requests = requestsOf(*set, {});
        if (requests.ended == 0 || (set == &m_base && requests.ok == 0)) {
            verdict = metric::worse(verdict, Verdict::notMeasured);
        }
    }
    if (verdict == Verdict::skipped) {
        verdict = Verdict::notMeasured;
    }
    if (!m_result.comparable) {
        verdict = Verdict::inconclusive;
        for (ComparedRow& row : m_result.rows) {
            row.verdict.reset();
            row.rounds_needed = 0;
            row.note = "not comparable";
        }
    }
    for (const auto* set : {&m_base, &m_candidate}) {
        for (const RunFigures& round : set->rounds) {
            if (round.report().generator.verdict == "invalid") {
                verdict = Verdict::invalid;
            }
        }
    }
    m_result.verdict = verdict;
    m_result.withinRunOnly = std::any_of(m_result.rows.begin(), m_result.rows.end(), [](const auto& row) {
        return row.basis == Effect::Basis::withinRun;
    }) && std::none_of(m_result.rows.begin(), m_result.rows.end(), [](const auto& row) {
        return row.basis == Effect::Basis::rounds || row.basis == Effect::Basis::spread;
    });
    m_result.sentence = sentenceOf(m_result, m_base, m_candidate);
}

} // namespace plumb::judge
