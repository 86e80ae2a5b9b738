// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"

#include <functional>

namespace plumb::report {

/// One series of a monitor over the whole run, at most maxRows rows: when there are more, neighbours become
/// one row that keeps their mean, lowest and highest. The summary is of every reading that counts, merged or
/// not.
class MonitorTrack
{
public:
    explicit MonitorTrack(std::size_t maxRows)
        : m_maxRows(maxRows)
    {
    }

    /// @p value NaN: nothing could be read. @p measured: the reading counts for the summary.
    void add(double t, double value, bool measured);
    /// Fills columns and summary of @p series.
    void build(MonitorSeries& series) const;

private:
    struct Row
    {
        double t = 0.0, sum = 0.0, min = 0.0, max = 0.0;
        std::int64_t known = 0;
        std::size_t readings = 0;
        void add(const Row& later);
    };
    void merge();

    std::size_t m_maxRows;
    std::size_t m_perRow = 1; ///< readings in a full row; doubles
    std::vector<Row> m_rows;
    Row m_all; ///< of the summary
    std::int64_t m_missing = 0;
    double m_last = 0.0;
};

/// All series of a run's monitors, in the order in which they came up.
class MonitorTracks
{
public:
    explicit MonitorTracks(std::size_t maxRows)
        : m_maxRows(maxRows)
    {
    }

    /// @p measured: whether a moment lies in the measure phase.
    void add(const MonitorTick& tick, const std::function<bool(double at_s)>& measured);
    [[nodiscard]] std::vector<MonitorSeries> build() const;

private:
    struct Entry
    {
        MonitorSeries head; ///< columns stay empty
        MonitorTrack track;
    };
    Entry* entryOf(const MonitorPiece& piece);

    std::size_t m_maxRows;
    std::vector<Entry> m_entries;
};

} // namespace plumb::report
