// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/thresholds.h"

#include <span>
#include <string>
#include <string_view>

namespace plumb::judge {

/// A value of a metric for people: "41.7 ms", "99.5 %", "120 /s". @p unit as in the catalogue.
std::string valueText(double value, std::string_view unit);

/// A value and the limit it is held against. More digits where three would make them look the same.
struct ValueAndLimit
{
    std::string value, limit;
};
ValueAndLimit valueAndLimitText(double value, double limit, std::string_view unit);

/// What a rule looks at, in words: "p95 of validate", "success rate of the run".
std::string subjectText(const metric::MetricName& metric, std::string_view of);

/// "3 reports", "1 report".
std::string counted(std::size_t count, std::string_view noun);

/// Why a generator is not trusted, to stand behind what it is a reason for: " (its CPU was at 99 %)"; empty
/// without a reason.
std::string generatorReason(const report::GeneratorReport& generator);

/// The answer in one sentence: the verdict's cause first, then what qualifies it.
std::string sentenceOf(const report::Judgement& judgement, std::span<const report::Report> reports);

} // namespace plumb::judge
