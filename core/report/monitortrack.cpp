// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/monitortrack.h"

#include "base/units.h"
#include "report/reportbuilder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::report {

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

constexpr int meanDigits = 6;

} // namespace

void MonitorTrack::Row::add(const Row& later)
{
    t = later.t;
    readings += later.readings;
    if (later.known == 0) {
        return;
    }
    min = known == 0 ? later.min : std::min(min, later.min);
    max = known == 0 ? later.max : std::max(max, later.max);
    sum += later.sum;
    known += later.known;
}

void MonitorTrack::merge()
{
    const auto pairs = (m_rows.size() + 1) / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
        Row merged = m_rows[2 * i];
        if (2 * i + 1 < m_rows.size()) {
            merged.add(m_rows[2 * i + 1]);
        }
        m_rows[i] = merged;
    }
    m_rows.resize(pairs);
    m_perRow *= 2;
}

void MonitorTrack::add(double t, double value, bool measured)
{
    const bool known = std::isfinite(value);
    Row reading{t, 0.0, 0.0, 0.0, 0, 1};
    if (known) {
        reading = {t, value, value, value, 1, 1};
    }
    if (measured && known) {
        m_all.add(reading);
        m_last = value;
    } else if (measured) {
        ++m_missing;
    }
    if (!m_rows.empty() && m_rows.back().readings < m_perRow) {
        m_rows.back().add(reading);
        return;
    }
    m_rows.push_back(reading);
    if (m_rows.size() > m_maxRows) {
        merge();
    }
}

void MonitorTrack::build(MonitorSeries& series) const
{
    series.t.clear();
    series.value.clear();
    for (const Row& row : m_rows) {
        const bool known = row.known > 0;
        series.t.push_back(row.t);
        series.value.push_back(
            known ? roundSignificant(row.sum / static_cast<double>(row.known), meanDigits) : absent);
        if (m_perRow > 1) {
            series.min.push_back(known ? row.min : absent);
            series.max.push_back(known ? row.max : absent);
        }
    }
    series.summary = {m_all.known, m_missing, {}, {}, {}, {}};
    if (m_all.known > 0) {
        series.summary.min = m_all.min;
        series.summary.mean = roundSignificant(m_all.sum / static_cast<double>(m_all.known), meanDigits);
        series.summary.max = m_all.max;
        series.summary.last = m_last;
    }
}

MonitorTracks::Entry* MonitorTracks::entryOf(const MonitorPiece& piece)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&piece](const Entry& entry) {
        const auto& head = entry.head;
        return head.kind == piece.kind && head.name == piece.name && head.source == piece.source;
    });
    if (found != m_entries.end()) {
        return &*found;
    }
    if (m_entries.size() >= maxMonitorSeries) {
        return nullptr;
    }
    MonitorSeries head;
    head.kind = piece.kind;
    head.name = piece.name;
    head.unit = piece.unit;
    head.source = piece.source;
    return &m_entries.emplace_back(Entry{std::move(head), MonitorTrack(m_maxRows)});
}

void MonitorTracks::add(const MonitorTick& tick, const std::function<bool(double at_s)>& measured)
{
    for (const MonitorPiece& piece : tick.series) {
        Entry* entry = entryOf(piece);
        for (std::size_t i = 0; entry != nullptr && i < std::min(piece.t.size(), piece.value.size()); ++i) {
            if (std::isfinite(piece.t[i])) {
                entry->track.add(piece.t[i], piece.value[i], measured(piece.t[i]));
            }
        }
    }
}

std::vector<MonitorSeries> MonitorTracks::build() const
{
    std::vector<MonitorSeries> all;
    for (const Entry& entry : m_entries) {
        entry.track.build(all.emplace_back(entry.head));
    }
    return all;
}

} // namespace plumb::report
