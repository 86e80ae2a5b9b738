// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/comparisonmarkdown.h"

#include "export/markdowntext.h"
#include "judge/comparisonsentence.h"
#include "judge/sentence.h"

namespace plumb::exporting {

using judge::ComparedCandidate;
using judge::ComparedRow;
using judge::Comparison;
using judge::Difference;

namespace {

std::string scopeText(const judge::ScopeKey& scope)
{
    return scope.isRun() ? "(run)" : scope.isStep() ? scope.step : "(pattern " + scope.pattern + ")";
}

std::string differences(const ComparedCandidate& candidate)
{
    if (candidate.differences.empty()) {
        return {};
    }
    std::string text
        = "\n### What differs\n\n" + tableHead({"What", "Base", "Candidate", "Weight", "Why"}, false);
    for (const Difference& difference : candidate.differences) {
        text += row({escaped(difference.what), escaped(difference.base), escaped(difference.candidate),
            std::string(judge::toString(difference.weight)), escaped(difference.why)});
    }
    return text;
}

std::string verdictCell(const ComparedRow& row)
{
    if (!row.verdict) {
        return row.trusted ? std::string() : "too few values";
    }
    std::string text(metric::toString(*row.verdict));
    if (*row.verdict == metric::Verdict::fail || *row.verdict == metric::Verdict::warn) {
        text = "**" + text + "**";
    }
    return row.band.empty() || row.band == "none" ? text : text + " (" + row.band + ")";
}

std::string rows(const ComparedCandidate& candidate)
{
    if (candidate.rows.empty()) {
        return {};
    }
    std::string text
        = "\n### Figures\n\n| Step | Metric | Base | Candidate | Change | 95 % interval | Effect | "
          "Verdict | Note |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- |\n";
    for (const ComparedRow& figure : candidate.rows) {
        const auto value = [&figure](const std::optional<double>& number) {
            return number ? escaped(judge::valueText(*number, figure.unit)) : std::string();
        };
        const auto more = figure.rounds_needed > 0
            ? (figure.note.empty() ? "" : "; ") + judge::moreRoundsText(figure.rounds_needed)
            : std::string();
        text += row({escaped(scopeText(figure.scope)), escaped(figure.metric), value(figure.base),
            value(figure.candidate), escaped(judge::deltaText(figure)), escaped(judge::intervalText(figure)),
            figure.effect ? escaped(judge::valueText(*figure.effect, {})) : std::string(),
            verdictCell(figure), escaped(figure.note + more)});
    }
    return text;
}

std::string distributions(const ComparedCandidate& candidate)
{
    std::string text;
    for (const auto& distribution : candidate.distributions) {
        const auto where = judge::shiftText(distribution);
        if (!where.empty()) {
            text += "- " + escaped(where) + " (" + std::string(stats::toString(distribution.shape)) + ")\n";
        }
    }
    return text.empty() ? text : "\n### Where it moved\n\n" + text;
}

std::string steps(const ComparedCandidate& candidate)
{
    std::string text;
    for (const auto& [word, scopes] :
        {std::pair("Only in the base: ", &candidate.removed), std::pair("New: ", &candidate.added)}) {
        std::string list;
        for (const auto& scope : *scopes) {
            list += (list.empty() ? "" : ", ") + escaped(scope.step);
        }
        text += list.empty() ? "" : "\n" + std::string(word) + list + ".\n";
    }
    return text;
}

std::string version(const std::string& text)
{
    return text.empty() ? text : ", version " + escaped(text);
}

std::string rounds(std::size_t count)
{
    return count > 1 ? ", " + judge::counted(count, "round") : std::string();
}

} // namespace

std::string comparisonMarkdown(const Comparison& comparison)
{
    std::string text = "# Comparison of " + escaped(comparison.operation) + "\n\n**"
        + upper(metric::toString(comparison.verdict)) + ".** " + escaped(comparison.sentence) + "\n";
    if (comparison.candidates.empty()) {
        return text;
    }
    text += "\nBase: " + escaped(comparison.base_name) + version(comparison.base_version)
        + rounds(comparison.base_rounds) + ". Judged by the rule set " + escaped(comparison.rules) + ".";
    text
        += comparison.noise.empty() ? "\n" : " Spread between runs from " + escaped(comparison.noise) + ".\n";
    for (const auto& candidate : comparison.candidates) {
        text += "\n## " + escaped(candidate.name) + "\n\n**" + upper(metric::toString(candidate.verdict))
            + ".** " + escaped(candidate.sentence) + version(candidate.target_version)
            + rounds(candidate.rounds) + "\n";
        text += differences(candidate) + rows(candidate) + distributions(candidate) + steps(candidate);
    }
    return text;
}

} // namespace plumb::exporting
