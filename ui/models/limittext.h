// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace plumb::report {
struct StopRuleInfo;
}

namespace plumb::models {

/// The number of an absolute limit as written in thresholds ("> 3000"); nothing for a relative one (">
/// +10%").
[[nodiscard]] std::optional<double> limitNumber(const std::string& limit);

/// A value of a metric for people, in the metric's unit: "41.7 ms", "2 %", "120 /s".
[[nodiscard]] QString metricValueText(double value, const std::string& unit);

/// What a figure has to keep so that the rule is not hit, in the unit of its metric: "> 0.02" of a fraction
/// is "≤ 2 %", "< 100" a second "≥ 100 /s". Thresholds are written the other way, as what hits.
[[nodiscard]] QString limitText(const std::string& limit, const std::string& unit);
/// The limit as it is written, what hits the rule, in the unit of its metric: "> 2 %".
[[nodiscard]] QString conditionText(const std::string& limit, const std::string& unit);

/// A stop rule as it is written, in words: "Error rate > 2 % over 10 s".
[[nodiscard]] QString stopRuleText(const report::StopRuleInfo& rule);

} // namespace plumb::models
