// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/comparison.h"

#include <deque>
#include <string>
#include <vector>

namespace plumb::test {

/// A made-up run, a tick a second; the seed decides everything.
struct ComparedRunSpec
{
    std::uint64_t seed = 1;
    std::string id; ///< empty: made from the seed
    std::string operation = "checkout", environment = "stage", version = "1.0", transport = "qnam";
    std::vector<std::string> steps{"validate", "pay"};
    int seconds = 60, perSecond = 60; ///< per step
    double median_ms = 20.0, sigma = 0.3; ///< log-normal
    double level_sd = 0.0, phi = 0.0; ///< of the seconds' level, on logarithms
    double factor = 1.0; ///< all response times
    double tail = 1.0; ///< those of the slowest 2 %, besides
    std::string changed; ///< only this step's factor and tail hold; empty: all
    double failShare = 0.0;
    bool open = false;
    double achieved = 1.0; ///< of an open load
    bool windows = true;
};
report::Report comparedRun(const ComparedRunSpec& spec);

/// The usual run, with a seed and a factor of its own.
ComparedRunSpec comparedSpec(std::uint64_t seed, double factor = 1.0);
/// A short one: rounds need no windows of their own to be judged.
ComparedRunSpec shortSpec(std::uint64_t seed, double factor = 1.0);

/// Rounds of one specification whose levels vary from run to run by @p betweenSd, seeds from spec.seed on.
std::vector<report::Report> comparedRounds(ComparedRunSpec spec, std::size_t rounds, double betweenSd);

/// The sets of a comparison, each of one or several reports; keeps what they refer to.
class ComparedSets
{
public:
    void add(std::vector<report::Report> rounds);
    void add(report::Report report);
    std::vector<judge::RoundSet> sets;

private:
    std::deque<report::Report> m_reports;
};

/// A rule set from the text of a "rules" list.
judge::RuleSet ruleSetOf(const std::string& rules);
/// The default rule set.
judge::RuleSet defaultRules();

/// Base against one candidate by the default rules.
judge::ComparedCandidate compared(std::vector<report::Report> base, std::vector<report::Report> candidate,
    const judge::NoiseBook* noise = nullptr);
judge::ComparedCandidate compared(const ComparedRunSpec& base, const ComparedRunSpec& candidate);

/// The row of a metric of a step, or of the run for an empty step. Throws where there is none.
const judge::ComparedRow& rowOf(
    const judge::ComparedCandidate& candidate, const std::string& metric, const std::string& step = {});

/// "pass", or "(none)".
std::string word(const std::optional<metric::Verdict>& verdict);
std::string said(judge::Change change);
/// Prints @p text where @p part is not in it.
bool contains(const std::string& text, const std::string& part);

} // namespace plumb::test
