// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/storedrules.h"

#include "judge/ruleverdict.h"

#include <algorithm>

namespace plumb::judge {

namespace {

const report::JudgedRule* atOrNull(const std::vector<report::JudgedRule>& rules, std::size_t index)
{
    return index < rules.size() ? &rules[index] : nullptr;
}

bool sameRule(const report::JudgedRule& a, const report::JudgedRule& b)
{
    return a.name == b.name && a.metric == b.metric && a.of == b.of && a.warn == b.warn && a.fail == b.fail
        && a.against == b.against;
}

Error needsThresholds(const std::string& what)
{
    return {ErrorKind::usage, what, {}, "name the rules to judge by with --thresholds FILE"};
}

Result<std::optional<metric::Limit>> limitOf(const std::string& text, const metric::Metric& metric)
{
    if (text.empty()) {
        return std::optional<metric::Limit>();
    }
    const auto limit = metric::parseLimit(text, metric.unit, metric.better == metric::Better::higher);
    return limit ? Result<std::optional<metric::Limit>>(*limit) : limit.error();
}

Result<Rule> ruleFrom(const report::JudgedRule& judged)
{
    const auto name = metric::parseMetricName(judged.metric);
    if (!name) {
        return name.error();
    }
    const auto warn = limitOf(judged.warn, *name->metric);
    const auto fail = limitOf(judged.fail, *name->metric);
    if (!warn || !fail) {
        return warn ? fail.error() : warn.error();
    }
    Rule rule;
    rule.name = judged.name;
    rule.tier = judged.tier;
    rule.metric = *name;
    rule.of = judged.of;
    rule.against = judged.against;
    rule.warn = *warn;
    rule.fail = *fail;
    return rule;
}

} // namespace

bool holdsRules(const report::Report& report)
{
    const auto& rules = report.judgement.rules;
    return std::any_of(
        rules.begin(), rules.end(), [](const report::JudgedRule& rule) { return !isBuiltIn(rule); });
}

report::Judgement storedJudgement(const report::Report& report, bool allowMissing)
{
    auto judgement = report.judgement;
    conclude(judgement, {&report, 1}, allowMissing);
    return judgement;
}

Result<Thresholds> storedRules(std::span<const report::Report> reports)
{
    const auto& first = reports.front().judgement;
    for (const auto& report : reports) {
        const auto& rules = report.judgement.rules;
        if (!std::equal(rules.begin(), rules.end(), first.rules.begin(), first.rules.end(), sameRule)) {
            return needsThresholds("the reports were judged by different rules");
        }
    }
    Thresholds thresholds;
    thresholds.name = first.thresholds_name;
    thresholds.sha256 = first.thresholds_sha256;
    for (const auto& judged : first.rules) {
        if (isBuiltIn(judged)) {
            continue;
        }
        auto rule = ruleFrom(judged);
        if (!rule) {
            return rule.error();
        }
        thresholds.rules.push_back(std::move(*rule));
    }
    for (const auto& report : reports) {
        const auto again = judge(report, &thresholds);
        for (std::size_t i = 0; i < report.judgement.rules.size(); ++i) {
            const auto* rule = atOrNull(again.rules, i);
            // What a rule was measured against then is not in the report.
            const bool relative = rule != nullptr && !rule->against.empty();
            if (rule == nullptr || (!relative && rule->verdict != report.judgement.rules[i].verdict)) {
                return needsThresholds("the rule \"" + report.judgement.rules[i].name
                    + "\" says more than the reports hold of it");
            }
        }
    }
    return thresholds;
}

} // namespace plumb::judge
