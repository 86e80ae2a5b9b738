// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/thresholds.h"

#include <span>

namespace plumb::judge {

/// Whether the report was judged by rules of its user, not by the built-in one alone.
bool holdsRules(const report::Report& report);

/// The judgement that the report holds: its rules as they were judged then, the whole weighed again for @p
/// allowMissing.
report::Judgement storedJudgement(const report::Report& report, bool allowMissing);

/// The rules that all @p reports (at least one) hold. Error: they hold different ones, or a rule says more
/// than judgements keep (its environment, min_samples, near, an acceptance), so that it cannot be applied to
/// other reports.
Result<Thresholds> storedRules(std::span<const report::Report> reports);

} // namespace plumb::judge
