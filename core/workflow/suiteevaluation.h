// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/suiterun.h"

namespace plumb::workflow {

/// The evaluation of a suite as `plumb suite --json` prints it and evaluation.json holds it:
/// `plumbline.evaluation/1` with the rules and reports of all scenarios ("operation" says whose), and
/// "suite": {"id","name","ended_by","error"} and "scenarios": [{"operation","environment","planned",
/// "verdict","sentence","reports","rules","figures","remarks","noise"}] besides.
Json suiteJson(const SuiteOutcome& outcome);

/// For terminals: the answer, then for each scenario its rules, how much the rounds vary, and what to know
/// about single rounds.
std::string suiteText(const SuiteOutcome& outcome);
std::string suiteMarkdown(const SuiteOutcome& outcome);

/// evaluation.json, report.md and junit.xml in @p folder, beside the copies of the reports.
Result<void> writeSuiteFiles(
    const SuiteOutcome& outcome, const std::filesystem::path& folder, bool allowMissing);

} // namespace plumb::workflow
