// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"
#include "judge/candidatecomparison.h"
#include "judge/comparisonsentence.h"
#include "judge/sentence.h"

namespace plumb::judge {

using metric::Verdict;

namespace {

/// Decoding thousands of histograms is most of the work, and each run's are its own.
void prepareAll(std::vector<RoundSet>& sets)
{
    std::vector<RunFigures*> runs;
    for (RoundSet& set : sets) {
        for (RunFigures& round : set.rounds) {
            runs.push_back(&round);
        }
    }
    onAllCores(runs.size(), [&runs](std::size_t i) { runs[i]->prepare(); });
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
