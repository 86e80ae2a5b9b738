// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"
#include "ui/models/sparsehistogram.h"

#include <deque>
#include <utility>
#include <vector>

namespace plumb::models {

/// What one tick adds to the courses of a run.
struct LiveRow
{
    double end_s = 0.0, length_s = 0.0;
    std::array<std::int64_t, report::outcomeCount> outcomes{};
    std::int64_t iterations = 0;
    double planned = 0.0, planned_s = 0.0; ///< planned iterations, over how long they are known
    int users = 0;
    double makespan_ms = 0.0; ///< of the longest burst that ended in it; 0: none did
    SparseHistogram latency;
    /// p50, p95, p99, max in ms, NaN where absent: of the row itself, then at its end over the longer
    /// windows.
    std::array<std::array<double, 4>, liveWindows.size()> windows{};

    [[nodiscard]] std::int64_t finished() const;
    [[nodiscard]] std::int64_t failed() const;
    void add(const LiveRow& later);
};

/// The courses of a run under way, in a bounded number of rows: when there are too many, neighbours merge and
/// rows are twice as long from then on.
class LiveRows
{
public:
    explicit LiveRows(std::size_t maxRows);

    /// Rows come in the order of their ends. Their windows are filled in here.
    void add(LiveRow row);
    void fill(LiveSeries& series) const;

private:
    void fillWindows(LiveRow& row);

    std::size_t m_maxRows;
    std::vector<LiveRow> m_rows;
    std::optional<LiveRow> m_pending; ///< a row that is not yet as long as the others
    double m_length = 0.0; ///< 0: as long as the ticks
    /// The seconds that the longest of liveWindows covers, the latest last.
    std::deque<std::pair<double, SparseHistogram>> m_recent;
};

} // namespace plumb::models
