// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/comparison.h"

#include <array>

// Inside core/judge: what compareRuns() does for each candidate.
namespace plumb::judge {

/// The latencies that are compared whatever the rules look at.
inline constexpr std::array<std::string_view, 6> latencyRows{"latency_ms.p50", "latency_ms.p90",
    "latency_ms.p95", "latency_ms.p99", "latency_ms.p99_9", "latency_ms.mean"};

/// Requests over all rounds of a set.
RunFigures::Requests requestsOf(const RoundSet& set, const ScopeKey& scope);

/// A rule for the run holds for each step, too.
bool looksAt(const Rule& rule, const ScopeKey& scope);

/// Compares one candidate with the base. Single-shot.
class CandidateComparison
{
public:
    CandidateComparison(RoundSet& base, RoundSet& candidate, const RuleSet& rules, const NoiseBook* noise)
        : m_base(base)
        , m_candidate(candidate)
        , m_rules(rules)
        , m_noise(noise)
    {
    }

    ComparedCandidate compare();

private:
    // candidatecomparison.cpp: the figures
    void findDifferences();
    [[nodiscard]] std::vector<std::string> metricsOf(const ScopeKey& scope) const;
    void compareScope(const ScopeKey& scope);
    std::optional<double> compareDistributions(const ScopeKey& scope);
    /// Nothing where neither side has a value.
    std::optional<ComparedRow> rowOf(const metric::MetricName& metric, const ScopeKey& scope);
    std::optional<ComparedRow> oneSided(
        ComparedRow row, const metric::MetricName& metric, const ScopeKey& scope);

    // candidateverdict.cpp: what they come to
    void judgeRow(ComparedRow& row, const metric::MetricName& metric, const Effect& effect);
    [[nodiscard]] bool appliesHere(const Rule& rule) const;
    /// Steps that cannot be judged leave the whole to the figure of the run, where that could be.
    [[nodiscard]] bool leftToTheRun(const ComparedRow& row) const;
    void conclude();

    RoundSet& m_base;
    RoundSet& m_candidate;
    const RuleSet& m_rules;
    const NoiseBook* m_noise;
    bool m_primaryRefused = false;
    ComparedCandidate m_result;
};

} // namespace plumb::judge
