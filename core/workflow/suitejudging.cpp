// SPDX-License-Identifier: GPL-3.0-or-later
// What the rounds of a suite come to.
#include "base/timestamp.h"
#include "judge/evaluation.h"
#include "judge/references.h"
#include "judge/sentence.h"
#include "library/noisefile.h"
#include "library/references.h"
#include "workflow/suitetrack.h"

#include <algorithm>

namespace plumb::workflow {

using metric::Verdict;

namespace {

constexpr std::size_t fewestValid = 3;
/// With fewer rounds their spread is too uncertain itself to be held against them (stats.md section 2.4).
constexpr std::size_t fewestForSteadiness = 4;

std::string whyInvalid(const report::Report& report)
{
    const auto& reasons = report.generator.reasons;
    return "the load generator was the limit"
        + (reasons.empty() ? std::string() : ": " + reasons.front().text);
}

/// "a spread of 14 % in p95 of the run", of figures whose spread is over 10 %; empty if none is.
std::string unsteadyText(const SuitePart& part)
{
    std::string text;
    for (const auto& figure : part.figures) {
        const auto metric = metric::parseMetricName(figure.metric);
        if (metric && figure.label == unstableLabel && figure.values.size() >= fewestForSteadiness) {
            text += (text.empty() ? "a spread of " : " and of ") + judge::valueText(figure.spread, "fraction")
                + " in " + judge::subjectText(*metric, "run");
        }
    }
    return text;
}

/// Why a pass of rounds that vary may be luck; empty where it does not depend on which round one looks at.
std::string whyLuck(const SuitePart& part, const std::vector<report::Report>& rounds,
    const judge::Thresholds* thresholds, bool allowMissing)
{
    auto strict = thresholds == nullptr ? judge::Thresholds{} : *thresholds;
    std::erase_if(strict.rules, [](const judge::Rule& rule) { return !rule.against.empty(); });
    for (auto& rule : strict.rules) {
        rule.rounds = rule.rounds == "median" ? "worst" : rule.rounds;
    }
    const auto worst = judge::judgeRounds(rounds, &strict, allowMissing);
    if (worst.verdict != Verdict::pass) {
        return "not every one of them passes";
    }
    const bool relative = std::any_of(part.judgement.rules.begin(), part.judgement.rules.end(),
        [](const report::JudgedRule& rule) { return !rule.against.empty(); });
    return relative && rounds.size() < judge::decisiveRounds
        ? std::to_string(rounds.size()) + " of them are too few to tell a change from that"
        : std::string();
}

/// Rounds that vary a lot are named in the verdict, as a rule of their own; a pass that may be luck is none.
void judgeSteadiness(SuitePart& part, const std::vector<report::Report>& rounds,
    const judge::Thresholds* thresholds, bool allowMissing)
{
    const auto varies = unsteadyText(part);
    if (varies.empty()) {
        return;
    }
    auto& judgement = part.judgement;
    report::JudgedRule rule;
    rule.name = "steady rounds (built-in)";
    rule.metric = part.figures.front().metric;
    rule.of = "run";
    rule.unit = "fraction";
    rule.warn = rule.limit = "> 10%";
    rule.verdict = Verdict::pass;
    rule.reason = "the rounds are unstable, with " + varies;
    for (const auto& figure : part.figures) {
        if (figure.label == unstableLabel && (!rule.value || figure.spread > *rule.value)) {
            rule.metric = figure.metric;
            rule.value = figure.spread;
        }
    }
    if (judgement.verdict == Verdict::pass) {
        const auto luck = whyLuck(part, rounds, thresholds, allowMissing);
        rule.reason += luck.empty() ? ", yet every one of them passes" : ", and " + luck;
        rule.verdict = luck.empty() ? Verdict::pass : Verdict::inconclusive;
    }
    judgement.verdict = metric::worse(judgement.verdict, rule.verdict);
    std::string sentence = rule.reason;
    sentence[0] = 'T';
    judgement.sentence
        = rule.verdict == Verdict::inconclusive ? sentence + "." : judgement.sentence + " " + sentence + ".";
    judgement.rules.push_back(std::move(rule));
}

} // namespace

void SuiteRun::judgeRounds(Track& track, library::Library& library)
{
    auto& part = track.part;
    const auto valid = static_cast<std::size_t>(
        std::count_if(part.rounds.begin(), part.rounds.end(), [](const auto& r) { return !isInvalid(r); }));
    // With too few left they stay, and make the whole invalid.
    const bool enough = valid >= std::min(fewestValid, part.rounds.size()) && 2 * valid > part.rounds.size();
    for (std::size_t i = 0; i < part.rounds.size();) {
        const auto& report = part.rounds[i];
        if (!isInvalid(report)) {
            ++i;
            continue;
        }
        const int round = library::roundOf(report).round;
        part.remarks.push_back({round, report.id, !enough, whyInvalid(report)});
        if (!enough) {
            ++i;
            continue;
        }
        setAside(part, round);
        part.rounds.erase(part.rounds.begin() + static_cast<std::ptrdiff_t>(i));
        part.files.erase(part.files.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (part.rounds.empty()) {
        part.judgement.verdict = Verdict::notMeasured;
        part.judgement.sentence = "No round of " + part.operation + " came to its end.";
        return;
    }
    judge::RoundSet set;
    for (const auto& report : part.rounds) {
        set.rounds.emplace_back(report);
    }
    part.figures = roundFigures(set);
    for (auto& found : standOuts(set)) {
        const auto& report = part.rounds[found.round];
        part.remarks.push_back({library::roundOf(report).round, report.id, true, std::move(found.cause)});
    }
    std::stable_sort(part.remarks.begin(), part.remarks.end(),
        [](const RoundRemark& a, const RoundRemark& b) { return a.round < b.round; });
    const std::vector<report::Report> rounds(part.rounds.begin(), part.rounds.end());
    const auto* thresholds = track.thresholds ? &*track.thresholds : nullptr;
    judge::References references;
    if (thresholds != nullptr) {
        auto found = library::referencesFor(library, rounds, *thresholds);
        if (found) {
            references = std::move(*found);
        } else {
            m_outcome.error = found.error().text();
        }
    }
    part.judgement = judge::judgeRounds(rounds, thresholds, m_wish.allowMissing, &references);
    judgeSteadiness(part, rounds, thresholds, m_wish.allowMissing);
    if (m_wish.noise) {
        part.noise = judge::noiseRows(set);
    }
}

Result<void> SuiteRun::keepNoise(Track& track, library::Library& library)
{
    library::NoiseLine line;
    line.operation = track.part.operation;
    line.environment = track.part.environment;
    for (const auto& report : track.part.rounds) {
        line.reports.push_back(report.id);
    }
    line.writer = library::annotationWriter();
    line.at = isoTimestamp(wallClockMs());
    line.rows = track.part.noise;
    if (line.rows.empty()) {
        return Error{ErrorKind::input,
            "the rounds of " + line.operation + " hold no figure that 3 of them share", {},
            "no noise was stored"};
    }
    return library::appendNoise(library.folder(), line);
}

void SuiteRun::conclude()
{
    auto code = m_outcome.code;

    bool open = false;
    for (auto& track : m_tracks) {
        auto& part = track->part;

        open = open || (m_wish.suite.stop_when_ci_within && !track->settled);
        m_outcome.verdict = m_outcome.parts.empty()
            ? part.judgement.verdict
            : metric::worse(m_outcome.verdict, part.judgement.verdict);
        code = stronger(code,
            static_cast<ExitCode>(
                judge::evaluationExitCode(part.judgement, m_wish.failOnWarn, m_wish.allowMissing)));
        for (const auto& report : part.rounds) {
            if (report::endedByRule(report.ended_by)) {
                code = stronger(code, ExitCode::fail);
            }
        }
        m_outcome.parts.push_back(std::move(part));
    }
    if (m_outcome.ended_by == "user") {
        code = stronger(code, ExitCode::interrupted);
    } else if (m_outcome.ended_by == "rounds" && m_wish.suite.stop_when_ci_within) {
        m_outcome.ended_by = open ? "cap" : "interval";
    }
    m_outcome.code = code;
    const auto worst = std::find_if(m_outcome.parts.begin(), m_outcome.parts.end(),
        [this](const SuitePart& part) { return part.judgement.verdict == m_outcome.verdict; });
    m_outcome.sentence = m_outcome.parts.size() == 1 ? worst->judgement.sentence
                                                     : worst->operation + ": " + worst->judgement.sentence;
}

} // namespace plumb::workflow
