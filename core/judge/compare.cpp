// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/comparison.h"
#include "judge/comparisonsentence.h"
#include "judge/effectverdict.h"
#include "judge/sentence.h"
#include "stats/ratiointerval.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

namespace plumb::judge {

using metric::Verdict;

namespace {

constexpr std::array<std::string_view, 6> latencyRows{"latency_ms.p50", "latency_ms.p90", "latency_ms.p95",
    "latency_ms.p99", "latency_ms.p99_9", "latency_ms.mean"};

bool isLatency(const std::string& metric)
{
    return metric.starts_with("latency_ms.");
}

/// Requests over all rounds of a set.
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

/// A rule for the run holds for each step, too.
bool looksAt(const Rule& rule, const ScopeKey& scope)
{
    if (rule.of == scope.of()) {
        return true;
    }
    return rule.of == "run" && scope.isStep() && (rule.metric.metric->scopes & metric::scopeStep) != 0;
}

/// Compares one candidate with the base.
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

    ComparedCandidate compare()
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

private:
    void findDifferences()
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

    [[nodiscard]] std::vector<std::string> metricsOf(const ScopeKey& scope) const
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

    void compareScope(const ScopeKey& scope)
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
                row->note = base.ok == 0 ? "no request of the base succeeded"
                                         : "no request of the candidate succeeded";
            }
            if (name == "error_rate" && base.ok == 0 && row->verdict) {
                row->verdict = Verdict::notMeasured;
                row->note = "no request of the base succeeded";
            }
            m_result.rows.push_back(std::move(*row));
        }
    }

    std::optional<double> compareDistributions(const ScopeKey& scope)
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

    /// Nothing where neither side has a value.
    std::optional<ComparedRow> rowOf(const metric::MetricName& metric, const ScopeKey& scope)
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

    std::optional<ComparedRow> oneSided(
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

    void judgeRow(ComparedRow& row, const metric::MetricName& metric, const Effect& effect)
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

    [[nodiscard]] bool appliesHere(const Rule& rule) const
    {
        return rule.environment.empty()
            || rule.environment == m_candidate.rounds.front().report().environment;
    }

    /// Steps that cannot be judged leave the whole to the figure of the run, where that could be.
    [[nodiscard]] bool leftToTheRun(const ComparedRow& row) const
    {
        const bool open
            = row.verdict == Verdict::inconclusive || (row.verdict == Verdict::notMeasured && row.candidate);
        return row.scope.isStep() && open
            && std::any_of(m_result.rows.begin(), m_result.rows.end(), [&row](const ComparedRow& other) {
                   return other.scope.isRun() && other.metric == row.metric && other.verdict
                       && *other.verdict != Verdict::inconclusive && *other.verdict != Verdict::notMeasured;
               });
    }

    void conclude()
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

    RoundSet& m_base;
    RoundSet& m_candidate;
    const RuleSet& m_rules;
    const NoiseBook* m_noise;
    bool m_primaryRefused = false;
    ComparedCandidate m_result;
};

/// Decoding thousands of histograms is most of the work, and each run's are its own.
void prepareAll(std::vector<RoundSet>& sets)
{
    std::vector<RunFigures*> runs;
    for (RoundSet& set : sets) {
        for (RunFigures& round : set.rounds) {
            runs.push_back(&round);
        }
    }
    std::atomic<std::size_t> next = 0;
    const auto work = [&runs, &next] {
        for (std::size_t i = next++; i < runs.size(); i = next++) {
            runs[i]->prepare();
        }
    };
    const auto helpers
        = std::min<std::size_t>(runs.size(), std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < helpers; ++i) {
        threads.emplace_back(work);
    }
    work();
    for (std::thread& thread : threads) {
        thread.join();
    }
}

} // namespace

Result<Comparison> compareRuns(std::vector<RoundSet>& sets, const RuleSet& rules, const NoiseBook* noise,
    const std::function<bool(std::size_t)>& progress)
{
    if (sets.size() < 2 || sets.size() > mostCompared) {
        return Error{ErrorKind::usage,
            "a comparison takes a base and 1 to " + std::to_string(mostCompared - 1) + " candidates, not "
                + counted(sets.size(), "report"),
            {}, "name 2 to " + std::to_string(mostCompared) + " reports"};
    }
    prepareAll(sets);
    Comparison comparison;
    RoundSet& base = sets.front();
    comparison.base_id = base.id;
    comparison.base_name = base.name;
    comparison.base_version = base.rounds.front().report().target_version;
    comparison.operation = base.rounds.front().report().operation;
    comparison.base_rounds = base.rounds.size();
    comparison.rules = rules.name;
    comparison.noise = noise == nullptr ? std::string() : noise->source;
    comparison.verdict = Verdict::skipped;
    for (std::size_t i = 1; i < sets.size(); ++i) {
        if (progress && !progress(i - 1)) {
            return Error{ErrorKind::usage, "the comparison was cancelled", {}, {}};
        }
        comparison.candidates.push_back(CandidateComparison(base, sets[i], rules, noise).compare());
        comparison.verdict = metric::worse(comparison.verdict, comparison.candidates.back().verdict);
    }
    comparison.sentence = sentenceOf(comparison);
    return comparison;
}

Comparison withoutBaseline(std::string operation, std::string why)
{
    Comparison comparison;
    comparison.operation = std::move(operation);
    comparison.verdict = Verdict::noBaseline;
    comparison.sentence = std::move(why);
    return comparison;
}

NoiseBook noiseOf(std::vector<RunFigures>& runs, std::string source)
{
    NoiseBook book;
    book.source = std::move(source);
    if (runs.empty()) {
        return book;
    }
    std::vector<std::string> names{"rps", "achieved_ratio", "error_rate"};
    names.insert(names.end(), latencyRows.begin(), latencyRows.end());
    for (const ScopeKey& scope : std::vector<ScopeKey>(runs.front().scopes())) {
        for (const auto& name : names) {
            const auto metric = metric::parseMetricName(name);
            const auto spread = metric ? spreadOver(*metric, scope, runs) : std::nullopt;
            if (spread) {
                book.entries[{scope.of(), name}].spread = *spread;
            }
        }
    }
    return book;
}

} // namespace plumb::judge
