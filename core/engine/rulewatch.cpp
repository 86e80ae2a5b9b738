// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rulewatch.h"

#include "base/units.h"

namespace plumb::engine {

namespace {

std::string valueText(double value, std::string_view unit)
{
    if (unit == "ms")
        return formatLatency(value);
    if (unit == "fraction")
        return formatPercent(value);
    return formatNumber(value) + (unit.empty() ? std::string() : " " + std::string(unit));
}

} // namespace

RuleWatch::RuleWatch(const RunPlan& plan)
    : m_rules(plan.stop_rules)
{
    for (const scenario::StopRule& rule : m_rules)
        m_windows.emplace_back(plan, rule);
}

void RuleWatch::add(const Interval& interval, double seconds)
{
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        RuleWindow& window = m_windows[i];
        window.add(interval, seconds);
        const std::optional<double> value = window.full() ? window.value() : std::nullopt;
        if (!value || !m_rules[i].limit.hit(*value) || m_ending.verdict != Verdict::proceed)
            continue;
        m_ending = {Verdict::finish, "stop-rule: " + m_rules[i].name,
            "stop rule \"" + m_rules[i].name + "\": " + valueText(*value, m_rules[i].metric.metric->unit)};
    }
}

void RuleWatch::add(const report::MonitorTick& readings)
{
    for (RuleWindow& window : m_windows)
        window.add(readings);
}

void RuleWatch::add(const std::vector<report::BurstTick>& bursts)
{
    for (RuleWindow& window : m_windows)
        window.add(bursts);
}

void RuleWatch::restart()
{
    for (RuleWindow& window : m_windows)
        window.clear();
}

std::vector<report::StopRuleTick> RuleWatch::standing() const
{
    std::vector<report::StopRuleTick> all;
    for (std::size_t i = 0; i < m_windows.size(); ++i)
        all.push_back({static_cast<int>(i), m_windows[i].value(), m_windows[i].filled_s()});
    return all;
}

std::vector<report::StopRuleInfo> describe(const std::vector<scenario::StopRule>& rules)
{
    std::vector<report::StopRuleInfo> all;
    for (const scenario::StopRule& rule : rules) {
        all.push_back({rule.name, rule.metric.text(), rule.of, rule.over_s, rule.limit.text(),
            rule.limit.number, std::string(rule.metric.metric->unit)});
    }
    return all;
}

} // namespace plumb::engine
