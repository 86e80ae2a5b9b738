// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/generatorwatch.h"
#include "report/monitortrack.h"
#include "stats/hdrhistogram.h"
#include "ui/models/liverows.h"

#include <vector>

namespace plumb::models {

/// Adds RunEvents up to what the screen shows. Plain and single-threaded: LiveRun runs it in a pool thread,
/// because decoding histograms of a long run that is attached late takes seconds.
class LiveAccumulator
{
public:
    /// @p maxRows rows over time are kept at most; then neighbours merge and the interval doubles.
    explicit LiveAccumulator(std::size_t maxRows = 3600);

    void apply(const report::RunEvent& event);
    [[nodiscard]] LiveSnapshot snapshot() const;

    static constexpr std::size_t maxSamples = 500; ///< failing exchanges kept, the latest
    static constexpr std::size_t maxEvents = 1000;

private:
    struct StepSum
    {
        int turn = -1; ///< where patterns run in turn
        std::int64_t count = 0, failed = 0;
        stats::HdrHistogram response;
    };

    void on(const report::RunStarted& event);
    void on(const report::StateChanged& event);
    void on(const report::Tick& event);
    void on(const report::Sample& event);
    void on(const report::RunMark& event);
    void on(const report::Finished& event);
    void on(const report::Stored& event);
    void on(const report::MonitorTick& event);

    void addEvent(LiveEvent event);
    void enterPhase(report::Phase phase, double at_s);
    void fillProgress(LiveSnapshot& snapshot) const;
    void applyStopRules(const std::vector<report::StopRuleTick>& ticks);
    void fillSteps(LiveSnapshot& snapshot) const;
    void fillTrust(LiveSnapshot& snapshot) const;
    /// So far; of one turn, or of all for a turn below 0.
    [[nodiscard]] double measuredSeconds(int turn = -1) const;

    LiveRows m_rows;
    LiveSnapshot m_base; ///< the fields that need no arithmetic
    std::optional<double> m_plannedDuration;
    std::optional<std::int64_t> m_plannedIterations;
    std::optional<double> m_loadStart; ///< end of preparing and setup
    bool m_phaseOpen = false; ///< the last of the phases goes on
    std::int64_t m_iterationsDone = 0; ///< of all phases
    std::int64_t m_measuredIterations = 0, m_measuredRequests = 0;
    std::vector<StepSum> m_steps;
    std::vector<report::StopRuleInfo> m_stopRules;
    std::vector<report::LoadInfo> m_loads;
    stats::HdrHistogram m_response, m_service; ///< µs
    report::GeneratorWatch m_generator;
    std::int64_t m_sent = 0, m_planned = 0, m_begun = 0,
                 m_dropped = 0; ///< measure phase: requests, iterations
    report::MonitorTracks m_monitors;
    mutable MonitorList m_monitorList; ///< null: to be made anew
    bool m_monitored = false;
};

} // namespace plumb::models
