// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/interval.h"
#include "engine/runplan.h"

#include <deque>
#include <optional>

namespace plumb::engine {

/// The last seconds of a run as one stop rule sees them: what it needs of each interval, and its metric over
/// all of them. Counts are summed and histograms merged anew each time, so nothing drifts.
///
/// As in the report of the same seconds, but for `success_rate`: ok requests as a fraction of those that came
/// to an end or were dropped, since what is still in flight at the window's edge has not failed.
class RuleWindow
{
public:
    RuleWindow(const RunPlan& plan, const scenario::StopRule& rule);

    /// Takes in the measure phase of @p interval, which lasted @p seconds, and lets go of what is too old.
    void add(const Interval& interval, double seconds);
    /// Readings of monitors, which belong to the next interval that is added.
    void add(const report::MonitorTick& readings);
    /// Bursts that ended, those of the measure phase; they belong to the next interval as well.
    void add(const std::vector<report::BurstTick>& bursts);
    void clear();
    [[nodiscard]] double filled_s() const; ///< at most the rule's window
    [[nodiscard]] bool full() const;
    /// The metric over what is in the window. Nothing where it has none: a rate of no requests, a percentile
    /// of no values. A count or a rate per second of nothing is 0.
    [[nodiscard]] std::optional<double> value() const;

private:
    struct Slice
    {
        double seconds = 0.0;
        std::int64_t ok = 0, failed = 0, dropped = 0, iterations = 0, sent_bytes = 0, received_bytes = 0;
        std::int64_t named = 0; ///< errors of the outcome, reasons of the code, passed checks
        std::int64_t named_all = 0; ///< passed and failed checks
        std::vector<HdrHistogram::Bucket> values; ///< of the metric's series
        std::vector<double> readings; ///< of the metric's monitor
        double makespan_ms = 0.0; ///< of the longest burst; 0: none ended
        void add(const Slice& other);
    };
    void addStep(Slice& slice, int step, const StepCell& cell, const IntervalLayout& layout) const;
    void addValues(Slice& slice, const HdrHistogram* histogram) const;
    [[nodiscard]] std::optional<double> statistic(const Slice& sum) const;
    [[nodiscard]] std::optional<double> reading() const;
    [[nodiscard]] std::optional<double> makespan() const;

    const scenario::StopRule& m_rule;
    std::vector<int> m_steps; ///< the rule's part of the run
    std::optional<Series> m_series; ///< of the metric, where it is one of times
    bool m_iterationTimes = false;
    std::optional<metric::MonitorFigure> m_monitor; ///< where the metric is one of a monitor
    std::vector<double> m_readings; ///< since the last interval
    double m_makespan_ms = 0.0; ///< since the last interval
    std::deque<Slice> m_slices;
    double m_seconds = 0.0;
};

} // namespace plumb::engine
