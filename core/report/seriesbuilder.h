// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/histogramtrack.h"
#include "report/runevent.h"

namespace plumb::report {

/// Rows over the whole run, at most maxRows of them: rates from counts, percentiles from merged histograms. A
/// tick belongs to the row that holds its middle, so that a tick a few milliseconds late does not slip into
/// the next.
class SeriesBuilder
{
public:
    SeriesBuilder(std::size_t maxRows, std::size_t maxWindows);

    /// @p response: response times of all steps in this tick; only read where there are any.
    void add(const Tick& tick, const stats::HdrHistogram& response);
    [[nodiscard]] TimeSeries build() const;

private:
    struct Row
    {
        double covered_s = 0.0; ///< 0: no tick told of this row
        double end_s = 0.0; ///< of the last tick in this row
        std::int64_t finished = 0, failed = 0, iterations = 0;
        double vus = 0.0;
        double planned = 0.0, planned_s = 0.0; ///< rate x seconds, and the seconds it was told for
        double makespan_ms = 0.0; ///< of the longest burst; 0: none ended
        std::array<std::int64_t, outcomeCount> outcomes{};
        std::vector<std::int64_t> reasons; ///< by place in m_reasons; short where none came
        void add(const Row& later);
    };
    void coarsen();
    [[nodiscard]] std::size_t placeOf(const std::string& reason);
    void addCodes(TimeSeries& series) const;

    std::size_t m_maxRows, m_maxWindows;
    double m_interval = 1.0;
    std::vector<Row> m_rows;
    HistogramTrack m_track;
    std::vector<std::string> m_reasons; ///< distinct codes in the order they came; the first is otherReasons
};

} // namespace plumb::report
