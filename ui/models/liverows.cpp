// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/liverows.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace plumb::models {

namespace {

constexpr double absentValue = std::numeric_limits<double>::quiet_NaN();
constexpr double halfTick_s = 0.5; ///< ticks may be a few ms off their second

std::array<double, 4> percentilesOf(const SparseHistogram& histogram)
{
    return {histogram.percentileMs(50.0).value_or(absentValue),
        histogram.percentileMs(95.0).value_or(absentValue),
        histogram.percentileMs(99.0).value_or(absentValue), histogram.maxMs().value_or(absentValue)};
}

void push(LivePercentiles& series, const std::array<double, 4>& values)
{
    series.p50.push_back(values[0]);
    series.p95.push_back(values[1]);
    series.p99.push_back(values[2]);
    series.max.push_back(values[3]);
}

void push(LiveSeries& series, const LiveRow& row)
{
    if (row.length_s <= 0.0)
        return;
    const auto finished = static_cast<double>(row.finished());
    series.t.push_back(row.end_s);
    series.rps.push_back(finished / row.length_s);
    series.iterations.push_back(static_cast<double>(row.iterations) / row.length_s);
    series.planned.push_back(row.planned_s > 0.0 ? row.planned / row.planned_s : absentValue);
    for (std::size_t i = 0; i < liveWindows.size(); ++i)
        push(series.latency[i], row.windows[i]);
    series.users.push_back(row.users);
    series.makespan.push_back(row.makespan_ms > 0.0 ? row.makespan_ms : absentValue);
    series.error_rate.push_back(finished > 0.0 ? static_cast<double>(row.failed()) / finished : absentValue);
    for (std::size_t i = 0; i < row.outcomes.size(); ++i)
        series.outcomes[i].push_back(static_cast<double>(row.outcomes[i]) / row.length_s);
}

} // namespace

std::int64_t LiveRow::finished() const
{
    return std::accumulate(outcomes.begin(), outcomes.end(), std::int64_t{0});
}

std::int64_t LiveRow::failed() const
{
    return finished() - outcomes[static_cast<std::size_t>(report::Outcome::ok)];
}

void LiveRow::add(const LiveRow& later)
{
    end_s = later.end_s;
    length_s += later.length_s;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        outcomes[i] += later.outcomes[i];
    iterations += later.iterations;
    planned += later.planned;
    planned_s += later.planned_s;
    users = later.users;
    makespan_ms = std::max(makespan_ms, later.makespan_ms);
    latency.merge(later.latency);
    windows = later.windows;
    windows[0] = percentilesOf(latency);
}

LiveRows::LiveRows(std::size_t maxRows)
    : m_maxRows(std::max<std::size_t>(2, maxRows))
{
}

void LiveRows::add(LiveRow row)
{
    fillWindows(row);
    if (m_length <= 0.0)
        m_length = row.length_s;
    if (m_pending)
        m_pending->add(row);
    else
        m_pending = std::move(row);
    // Ticks may be a few ms short of their second.
    if (m_pending->length_s < m_length * 0.9)
        return;
    m_rows.push_back(std::move(*m_pending));
    m_pending.reset();
    if (m_rows.size() < m_maxRows)
        return;
    std::vector<LiveRow> merged;
    merged.reserve(m_rows.size() / 2 + 1);
    for (std::size_t i = 0; i + 1 < m_rows.size(); i += 2) {
        m_rows[i].add(m_rows[i + 1]);
        merged.push_back(std::move(m_rows[i]));
    }
    if (m_rows.size() % 2 == 1)
        m_pending = std::move(m_rows.back());
    m_rows = std::move(merged);
    m_length *= 2.0;
}

void LiveRows::fillWindows(LiveRow& row)
{
    m_recent.emplace_back(row.end_s, row.latency);
    while (m_recent.front().first <= row.end_s - liveWindows.back() + halfTick_s)
        m_recent.pop_front();
    row.windows[0] = percentilesOf(row.latency);
    SparseHistogram merged;
    auto next = m_recent.rbegin();
    for (std::size_t i = 1; i < liveWindows.size(); ++i) {
        for (; next != m_recent.rend() && next->first > row.end_s - liveWindows[i] + halfTick_s; ++next)
            merged.merge(next->second);
        row.windows[i] = percentilesOf(merged);
    }
}

void LiveRows::fill(LiveSeries& series) const
{
    series.interval_s = m_length > 0.0 ? m_length : 1.0;
    // The rest of a second at the end of a run is too short for a rate of its own.
    const auto rest = m_pending && !m_rows.empty() && m_pending->length_s < m_length * 0.45;
    for (std::size_t i = 0; i + (rest ? 1 : 0) < m_rows.size(); ++i)
        push(series, m_rows[i]);
    if (rest) {
        auto last = m_rows.back();
        last.add(*m_pending);
        push(series, last);
    } else if (m_pending) {
        push(series, *m_pending);
    }
}

} // namespace plumb::models
