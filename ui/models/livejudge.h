// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/thresholds.h"
#include "report/reportbuilder.h"
#include "ui/models/livesnapshot.h"

#include <chrono>
#include <optional>

namespace plumb::models {

/// Judges a run while it goes on, by the rules of its thresholds that need no reference: the report of what
/// there is so far is built and judged as the finished one will be. Plain and single-threaded.
class LiveJudge
{
public:
    void apply(const report::RunEvent& event);
    /// The judgement of what was applied; none before something was measured and none once the run is over.
    /// Building the report of a run of many steps takes a while, so that asked again too soon the last
    /// judgement stands: judging takes at most a fiftieth of the time.
    [[nodiscard]] const std::optional<LiveJudgement>& judge();

private:
    void judgeNow();

    report::ReportBuilder m_builder;
    std::optional<judge::Thresholds> m_thresholds;
    int m_waiting = 0; ///< rules that were left out
    bool m_measured = false;
    bool m_over = false;
    bool m_newer = false; ///< something was applied since
    std::optional<LiveJudgement> m_judgement;
    std::chrono::steady_clock::time_point m_rest; ///< not before
};

} // namespace plumb::models
