// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/thresholds.h"

#include <string_view>

namespace plumb::judge {

/// What a comparison is judged by: several thresholds side by side, of which the stricter one decides.
struct RuleSet
{
    std::string name; ///< "default", "alerts", a file's stem
    std::vector<Thresholds> thresholds; ///< relative rules; those for the run hold for each step, too
    std::optional<Thresholds> bands; ///< only shown: none, investigate, must-fix
};

/// The names of the shipped sets: "default", "alerts", "regression", "bands".
std::vector<std::string> ruleSetNames();

/// A shipped set by name, or the thresholds of a file. "default" is alerts and regression with the bands as a
/// label (PRODUCT.md section 5). Error: neither, or a file without a relative rule.
Result<RuleSet> readRuleSet(const std::string& nameOrFile);

} // namespace plumb::judge
