// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/thresholds.h"

#include <span>

namespace plumb::judge {

/// Whether a rule is meant for runs of @p environment.
bool appliesTo(const Rule& rule, const std::string& environment);

/// How far a value is on the good side of an absolute limit, as a part of the limit; negative beyond it. A
/// lower limit on a fraction from one half up is measured by what it leaves to 1: 99.1 % is 10 % away from a
/// limit of 99 %. Infinite where the limit is 0.
double slack(const metric::Limit& limit, double value, std::string_view unit);

/// No request came to an end in the measure phase.
bool measuredNothing(const report::Report& report);

/// So that a green exit means something: without a rule of the user's own, success under 99 % fails.
Rule builtInRule();
bool isBuiltIn(const report::JudgedRule& judged);

/// Whether the rule was left out because it is for other environments than the reports'.
bool meantForElsewhere(const report::JudgedRule& judged);

/// Verdict and sentence of a judgement from its rules.
void conclude(report::Judgement& judgement, std::span<const report::Report> reports, bool allowMissing);

/// What one rule came to over the reports; see judgeRounds().
report::JudgedRule judgeRule(const Rule& rule, std::span<const report::Report> reports, bool allowMissing,
    const References* references = nullptr);

} // namespace plumb::judge
