// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/thresholds.h"

#include <span>
#include <string>

namespace plumb::judge {

/// A judgement as `plumb evaluate --json` prints it:
/// {"verdict","rules":[{"name","metric","of","value","limit", "verdict","reason"}]}; value is null where
/// there is none.
Json evaluationJson(const report::Judgement& judgement);

/// The document that `--out` writes: `plumbline.evaluation/1`, evaluationJson() with the sentence, the
/// thresholds and the ids of the reports.
Json evaluationDocument(const report::Judgement& judgement, std::span<const report::Report> reports);

/// For terminals: the verdict with its sentence, then an aligned table of the rules.
std::string evaluationText(const report::Judgement& judgement);

/// The same as Markdown, headed by what was judged.
std::string evaluationMarkdown(const report::Judgement& judgement, std::span<const report::Report> reports);

/// JUnit XML with a test case per rule: fail is a failure; skipped is skipped; what could not be judged is an
/// error, or skipped where @p allowMissing excuses it. A warning passes and says so in its output.
std::string evaluationJunit(
    const report::Judgement& judgement, std::span<const report::Report> reports, bool allowMissing);

/// A judgement with what it is of.
struct EvaluatedReports
{
    const report::Judgement& judgement;
    std::span<const report::Report> reports;
};
/// evaluationJunit() of several, a test suite each.
std::string evaluationJunit(std::span<const EvaluatedReports> parts, bool allowMissing);

/// Exit code of an evaluation: the strongest that the whole and its rules ask for (PRODUCT.md section 6).
/// Rules for other environments than the reports' ask for none.
int evaluationExitCode(const report::Judgement& judgement, bool failOnWarn, bool allowMissing);

} // namespace plumb::judge
