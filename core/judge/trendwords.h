// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/trend.h"

#include <optional>
#include <string>

// How trends are told in words.
namespace plumb::judge {

/// "+12.9 %", "-3.0 %"; "n/a" where there is no fraction.
std::string signedPercent(std::optional<double> fraction);

/// A point by what people know it by: its start in minutes, else its version or id.
std::string pointName(const TrendPoint& point);

/// What is trended: "latency_ms.p95 of validate".
std::string trendSubject(const TrendInput& input);

/// The answer in one sentence.
std::string trendSentence(const TrendInput& input, const Trend& trend);

/// A change in one sentence: "+12.9 % (95 %: +11.2 to +14.8 %) at 2026-11-21 14:03, between ... ".
std::string changeSentence(const TrendInput& input, const TrendChange& change);

} // namespace plumb::judge
