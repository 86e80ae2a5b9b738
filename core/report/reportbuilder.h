// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"

#include <memory>

namespace plumb::report {

/// Most rows of Report::series, windows of the run and windows of a step (PRODUCT.md section 5).
inline constexpr std::size_t maxSeriesRows = 3600;
inline constexpr std::size_t maxRunWindows = 600;
inline constexpr std::size_t maxStepWindows = 120;
/// Most rows of a monitor's series, and most series of all monitors.
inline constexpr std::size_t maxMonitorRows = 1200;
inline constexpr std::size_t maxMonitorSeries = 100;

/// Events of one run -> its report, not yet judged. Used by the runner while events come and by recovery over
/// a journal; the same events give the same report. Not thread-safe.
///
/// Totals, steps and summaries cover the measure phase, merged exactly from the interval histograms; series
/// and windows cover the whole run. Without a Finished event (crash) the report is partial, `ended_by` is
/// "crash", and what was sent and not answered counts as unfinished.
class ReportBuilder
{
public:
    ReportBuilder();
    ~ReportBuilder();
    ReportBuilder(ReportBuilder&&) noexcept;
    ReportBuilder& operator=(ReportBuilder&&) noexcept;

    void add(const RunEvent& event);
    /// RunStarted was seen: without it there is no report.
    [[nodiscard]] bool started() const;
    [[nodiscard]] bool finished() const;
    /// The start event: its thresholds are needed to judge. Empty texts before it came.
    [[nodiscard]] const RunStarted& start() const;
    /// May be asked for at any time.
    [[nodiscard]] Report build() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace plumb::report
