// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/hdrhistogram.h"

#include <string>
#include <vector>

namespace plumb::report {

/// Histograms over time in a bounded number of slots. Slots start at 1 s; where time outgrows them, pairs are
/// merged (exactly) and the interval doubles. Kept encoded: a decoded histogram takes 188 kB.
class HistogramTrack
{
public:
    explicit HistogramTrack(std::size_t maxSlots);

    /// Merges @p histogram into the slot that holds @p at_s (seconds since the start of the run).
    void add(double at_s, const stats::HdrHistogram& histogram);

    /// Seconds per slot: 1, 2, 4, ...
    [[nodiscard]] double interval() const { return m_interval; }
    /// Base64 HDR V2 from second 0 on; empty where nothing was added. Never more than the maximum.
    [[nodiscard]] std::vector<std::string> slots() const;
    /// Merges pairs until there are at most @p maxSlots.
    [[nodiscard]] HistogramTrack coarsened(std::size_t maxSlots) const;
    /// Merges pairs until the interval is at least @p interval_s.
    [[nodiscard]] HistogramTrack withInterval(double interval_s) const;

private:
    void close();
    void coarsen();

    std::size_t m_maxSlots;
    double m_interval = 1.0;
    std::vector<std::string> m_slots;
    /// The slot that is being added to, decoded: events arrive in the order of time.
    std::size_t m_open = 0;
    stats::HdrHistogram m_openHistogram;
};

/// The merged histogram of both; either may be empty.
std::string mergeEncoded(const std::string& a, const std::string& b);

} // namespace plumb::report
