// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/candidatecomparison.h"

#include <algorithm>
#include <cmath>

namespace plumb::judge {

using metric::Verdict;

namespace {

bool isLatency(const std::string& metric)
{
    return metric.starts_with("latency_ms.");
}

bool hasScope(const RoundSet& set, const ScopeKey& scope)
{
    return std::any_of(
        set.rounds.begin(), set.rounds.end(), [&scope](const RunFigures& round) { return round.has(scope); });
}

std::vector<ScopeKey> scopesOf(const RoundSet& set)
{
    std::vector<ScopeKey> scopes;
    for (const RunFigures& round : set.rounds) {
        for (const ScopeKey& scope : round.scopes()) {
            if (std::find(scopes.begin(), scopes.end(), scope) == scopes.end()) {
                scopes.push_back(scope);
            }
        }
    }
    return scopes;
}

stats::Distribution mergedOf(RoundSet& set, const ScopeKey& scope)
{
    stats::Distribution sum = set.rounds.front().distribution(scope);
    for (std::size_t i = 1; i < set.rounds.size(); ++i) {
        sum.add(set.rounds[i].distribution(scope));
    }
    return sum;
}

} // namespace

ComparedCandidate CandidateComparison::compare()
{
    const auto& report = m_candidate.rounds.front().report();
    m_result.id = m_candidate.id;
    m_result.name = m_candidate.name;
    m_result.target_version = report.target_version;
    m_result.rounds = m_candidate.rounds.size();
    findDifferences();
    std::vector<ScopeKey> scopes{ScopeKey{}};
    for (const auto& thresholds : m_rules.thresholds) {
        for (const Rule& rule : thresholds.rules) {
            if (rule.of.starts_with("pattern:")) {
                scopes.push_back({{}, rule.of.substr(std::string_view("pattern:").size())});
            }
        }
    }
    for (const ScopeKey& scope : scopesOf(m_base)) {
        if (scope.isStep() && !hasScope(m_candidate, scope)) {
            m_result.removed.push_back(scope);
        } else if (scope.isStep()) {
            scopes.push_back(scope);
        }
    }
    for (const ScopeKey& scope : scopesOf(m_candidate)) {
        if (scope.isStep() && !hasScope(m_base, scope)) {
            m_result.added.push_back(scope);
        }
    }
    for (const ScopeKey& scope : scopes) {
        compareScope(scope);
    }
    conclude();
    return std::move(m_result);
}

void CandidateComparison::findDifferences()
{
    const auto add = [this](std::vector<Difference> differences) {
        for (Difference& difference : differences) {
            const bool known = std::any_of(m_result.differences.begin(), m_result.differences.end(),
                [&difference](const Difference& other) { return other.what == difference.what; });
            if (!known) {
                m_result.differences.push_back(std::move(difference));
            }
        }
    };
    const auto& first = m_base.rounds.front().report();
    for (const RunFigures& round : m_candidate.rounds) {
        add(differencesBetween(first, round.report()));
    }
    for (std::size_t i = 1; i < m_base.rounds.size(); ++i) {
        for (Difference& difference : differencesBetween(first, m_base.rounds[i].report())) {
            difference.why = "Within the base's own rounds: " + difference.why;
            add({difference});
        }
    }
    std::stable_sort(m_result.differences.begin(), m_result.differences.end(),
        [](const Difference& a, const Difference& b) { return a.weight > b.weight; });
    m_result.comparable = std::none_of(m_result.differences.begin(), m_result.differences.end(),
        [](const Difference& d) { return d.weight == Difference::Weight::blocks; });
}

std::vector<std::string> CandidateComparison::metricsOf(const ScopeKey& scope) const
{
    std::vector<std::string> names;
    const bool closed
        = m_base.rounds.front().report().closed_model && m_candidate.rounds.front().report().closed_model;
    // What an open load sends is set by its rate: only how much of it was reached says something.
    if (closed) {
        names.emplace_back("rps");
    } else if (scope.isRun()) {
        names.emplace_back("achieved_ratio");
    }
    names.emplace_back("error_rate");
    names.insert(names.end(), latencyRows.begin(), latencyRows.end());
    for (const auto& thresholds : m_rules.thresholds) {
        for (const Rule& rule : thresholds.rules) {
            const auto name = rule.metric.text();
            const bool input = name == "rps" || name == "rpm" || name == "achieved_ratio";
            if (!input && looksAt(rule, scope)
                && std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
    }
    return names;
}

void CandidateComparison::compareScope(const ScopeKey& scope)
{
    const auto base = requestsOf(m_base, scope), candidate = requestsOf(m_candidate, scope);
    if (base.ended == 0 && candidate.ended == 0) {
        return;
    }
    std::optional<double> superiority;
    if (base.ended > 0 && candidate.ended > 0) {
        superiority = compareDistributions(scope);
    }
    for (const auto& name : metricsOf(scope)) {
        const auto metric = metric::parseMetricName(name);
        if (!metric) {
            continue;
        }
        auto row = rowOf(*metric, scope);
        if (!row) {
            continue;
        }
        if (isLatency(name) && superiority) {
            row->effect = 2.0 * *superiority - 1.0;
        }
        if (isLatency(name) && (base.ok == 0 || candidate.ok == 0) && row->verdict) {
            row->verdict = Verdict::notMeasured;
            row->confirmed = false;
            row->note
                = base.ok == 0 ? "no request of the base succeeded" : "no request of the candidate succeeded";
        }
        if (base.ok == 0 && row->verdict) { // how fast it failed is no figure to hold anything against
            row->verdict = Verdict::notMeasured;
            row->confirmed = false;
            row->note = "no request of the base succeeded";
        }
        m_result.rows.push_back(std::move(*row));
    }
}

std::optional<double> CandidateComparison::compareDistributions(const ScopeKey& scope)
{
    const auto base = mergedOf(m_base, scope), candidate = mergedOf(m_candidate, scope);
    if (base.empty() || candidate.empty()) {
        return std::nullopt;
    }
    ComparedDistribution distribution;
    distribution.scope = scope;
    distribution.distances = stats::distancesOf(base, candidate);
    distribution.superiority = stats::superiority(candidate, base);
    distribution.shifts = shiftBetween(scope, m_base, m_candidate);
    static const auto median = metric::parseMetricName("latency_ms.p50").value();
    const auto effect = effectOf(median, scope, m_base, m_candidate, m_noise);
    distribution.floor = effect ? effect->floor : std::log(1.05);
    distribution.shape = stats::shapeOf(distribution.shifts, distribution.floor);
    m_result.distributions.push_back(std::move(distribution));
    return m_result.distributions.back().superiority;
}

std::optional<ComparedRow> CandidateComparison::rowOf(const metric::MetricName& metric, const ScopeKey& scope)
{
    ComparedRow row;
    row.scope = scope;
    row.metric = metric.text();
    row.unit = std::string(metric.metric->unit);
    row.better = metric.metric->better;
    row.points = inPoints(*metric.metric);
    const auto effect = effectOf(metric, scope, m_base, m_candidate, m_noise);
    if (!effect) {
        return oneSided(std::move(row), metric, scope);
    }
    row.base = effect->base;
    row.candidate = effect->candidate;
    row.delta = effect->candidate - effect->base;
    row.delta_pct = effect->percent();
    row.basis = effect->basis;
    row.paired = effect->paired;
    row.approximate = effect->approximate;
    row.trusted = !effect->refused;
    row.change = changeOf(*effect, metric.metric->better);
    if (effect->n_eff > 0.0) {
        row.n_eff = effect->n_eff;
    }
    if (effect->superiority) {
        row.effect = 2.0 * *effect->superiority - 1.0;
    }
    if (effect->hasInterval()) {
        row.ci95 = intervalOf(*effect, row.points);
    }
    judgeRow(row, metric, *effect);
    if (row.note.empty() && effect->correlation > 0.7) {
        row.note = "the seconds of the run depend on each other strongly: it is short for its interval";
    }
    return row;
}

std::optional<ComparedRow> CandidateComparison::oneSided(
    ComparedRow row, const metric::MetricName& metric, const ScopeKey& scope)
{
    const auto first = [&](RoundSet& set) -> std::optional<double> {
        for (RunFigures& round : set.rounds) {
            if (const auto figure = round.figure(metric, scope)) {
                return figure->estimate.value;
            }
        }
        return std::nullopt;
    };
    row.base = first(m_base);
    row.candidate = first(m_candidate);
    if (!row.base && !row.candidate) {
        return std::nullopt;
    }
    for (const auto& thresholds : m_rules.thresholds) {
        for (const Rule& rule : thresholds.rules) {
            if (rule.metric == metric && looksAt(rule, scope)) {
                row.verdict = Verdict::notMeasured;
                row.note = row.base ? "the candidate has no value" : "the base has no value";
            }
        }
    }
    return row;
}

} // namespace plumb::judge
