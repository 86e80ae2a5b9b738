// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/rulewindow.h"
#include "engine/stopchain.h"

namespace plumb::engine {

/// The stop rules of a run, looked at once a second: each over its own sliding window of the measure phase. A
/// rule whose window is not full yet, or that has no value, ends nothing.
class RuleWatch
{
public:
    explicit RuleWatch(const RunPlan& plan);

    /// Takes in an interval that lies wholly in the measure phase.
    void add(const Interval& interval, double seconds);
    /// Takes in what monitors read; it counts from the next interval of the measure phase on.
    void add(const report::MonitorTick& readings);
    /// Takes in bursts that ended; likewise.
    void add(const std::vector<report::BurstTick>& bursts);
    /// Another turn: nothing of the one before counts.
    void restart();
    [[nodiscard]] std::vector<report::StopRuleTick> standing() const;

    /// A link of the stop chain: the first rule that was hit, "stop-rule: NAME", with the value it was hit
    /// by.
    [[nodiscard]] const Ending& ending() const { return m_ending; }

private:
    const std::vector<scenario::StopRule>& m_rules;
    std::vector<RuleWindow> m_windows; ///< by rule
    Ending m_ending;
};

/// What a run's start tells of its rules.
std::vector<report::StopRuleInfo> describe(const std::vector<scenario::StopRule>& rules);

} // namespace plumb::engine
