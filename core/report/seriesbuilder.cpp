// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/seriesbuilder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::report {

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// Distinct reasons that are told apart while a run goes on: a code taken from an answer may hold anything.
constexpr std::size_t mostKnownReasons = 64;

} // namespace

SeriesBuilder::SeriesBuilder(std::size_t maxRows, std::size_t maxWindows)
    : m_maxRows(maxRows)
    , m_maxWindows(maxWindows)
    , m_track(maxRows)
    , m_reasons{std::string(otherReasons)}
{
}

void SeriesBuilder::Row::add(const Row& later)
{
    covered_s += later.covered_s;
    finished += later.finished;
    failed += later.failed;
    iterations += later.iterations;
    planned += later.planned;
    planned_s += later.planned_s;
    makespan_ms = std::max(makespan_ms, later.makespan_ms);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        outcomes[i] += later.outcomes[i];
    }
    reasons.resize(std::max(reasons.size(), later.reasons.size()));
    for (std::size_t i = 0; i < later.reasons.size(); ++i) {
        reasons[i] += later.reasons[i];
    }
    if (later.covered_s > 0) {
        vus = later.vus;
        end_s = later.end_s;
    }
}

void SeriesBuilder::coarsen()
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
    m_interval *= 2;
}

std::size_t SeriesBuilder::placeOf(const std::string& reason)
{
    const auto found = std::find(m_reasons.begin(), m_reasons.end(), reason);
    if (found == m_reasons.end() && m_reasons.size() > mostKnownReasons) {
        return 0;
    }
    const auto place = static_cast<std::size_t>(found - m_reasons.begin());
    if (found == m_reasons.end()) {
        m_reasons.push_back(reason);
    }
    return place;
}

void SeriesBuilder::add(const Tick& tick, const stats::HdrHistogram& response)
{
    if (!(tick.interval_s > 0) || !std::isfinite(tick.interval_s) || !(tick.at_s >= 0) || tick.at_s > 3.2e9) {
        return; // a damaged journal
    }
    const double middle = std::max(0.0, tick.at_s - tick.interval_s / 2);
    m_track.add(middle, response);
    while (middle / m_interval >= static_cast<double>(m_maxRows)) {
        coarsen();
    }
    const auto index = static_cast<std::size_t>(middle / m_interval);
    if (m_rows.size() <= index) {
        m_rows.resize(index + 1);
    }
    Row row;
    row.covered_s = tick.interval_s;
    row.end_s = tick.at_s;
    row.vus = tick.vus;
    for (const auto& step : tick.steps) {
        const auto finished = step.finished();
        row.finished += finished;
        row.failed += finished - step.outcomes[static_cast<std::size_t>(Outcome::ok)];
        for (std::size_t i = 0; i < row.outcomes.size(); ++i) {
            row.outcomes[i] += step.outcomes[i];
        }
        for (const auto& [reason, count] : step.reasons) {
            const auto place = placeOf(reason);
            row.reasons.resize(std::max(row.reasons.size(), place + 1));
            row.reasons[place] += count;
        }
    }
    for (const auto& iteration : tick.iterations) {
        row.iterations += iteration.completed;
    }
    for (const auto& burst : tick.bursts) {
        row.makespan_ms = std::max(row.makespan_ms, burst.longest_ms);
    }
    if (tick.planned_rate) {
        row.planned = *tick.planned_rate * tick.interval_s;
        row.planned_s = tick.interval_s;
    }
    m_rows[index].add(row);
}

void SeriesBuilder::addCodes(TimeSeries& series) const
{
    for (int outcome = 0; outcome < outcomeCount; ++outcome) {
        std::vector<std::int64_t> column;
        for (const Row& row : m_rows) {
            column.push_back(row.outcomes[static_cast<std::size_t>(outcome)]);
        }
        const bool occurred = std::any_of(column.begin(), column.end(), [](auto count) { return count > 0; });
        if (occurred && static_cast<Outcome>(outcome) != Outcome::ok) {
            series.outcomes[std::string(toString(static_cast<Outcome>(outcome)))] = std::move(column);
        }
    }
    std::vector<std::pair<std::int64_t, std::size_t>> byCount;
    for (std::size_t place = 0; place < m_reasons.size(); ++place) {
        std::int64_t sum = 0;
        for (const Row& row : m_rows) {
            sum += place < row.reasons.size() ? row.reasons[place] : 0;
        }
        if (sum > 0) {
            byCount.emplace_back(sum, place);
        }
    }
    std::stable_sort(
        byCount.begin(), byCount.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < byCount.size(); ++i) {
        const auto place = byCount[i].second;
        auto& column = series.reasons[i < maxSeriesReasons ? m_reasons[place] : std::string(otherReasons)];
        column.resize(m_rows.size());
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            column[row] += place < m_rows[row].reasons.size() ? m_rows[row].reasons[place] : 0;
        }
    }
}

TimeSeries SeriesBuilder::build() const
{
    TimeSeries series;
    series.interval_s = m_interval;
    // The track doubles by the same rule; it may lag behind where the last rows had no requests.
    const auto slots = m_track.withInterval(m_interval).slots();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const bool told = row.covered_s > 0;
        const double end = static_cast<double>(i + 1) * m_interval;
        series.t.push_back(told && i + 1 == m_rows.size() ? std::min(end, row.end_s) : end);
        const auto rate = [told, &row](std::int64_t count) {
            return told ? static_cast<double>(count) / row.covered_s : absent;
        };
        series.rps.push_back(rate(row.finished));
        series.errors.push_back(rate(row.failed));
        series.iterations.push_back(rate(row.iterations));
        series.count.push_back(told ? static_cast<double>(row.finished) : absent);
        series.failed.push_back(told ? static_cast<double>(row.failed) : absent);
        series.vus.push_back(told ? row.vus : absent);
        series.planned_rps.push_back(row.planned_s > 0 ? row.planned / row.planned_s : absent);
        Summary summary;
        if (i < slots.size() && !slots[i].empty()) {
            if (const auto histogram = stats::HdrHistogram::decode(slots[i])) {
                summary = Summary::of(*histogram);
            }
        }
        series.p50.push_back(summary.p50.value_or(absent));
        series.p95.push_back(summary.p95.value_or(absent));
        series.p99.push_back(summary.p99.value_or(absent));
        series.max.push_back(summary.max.value_or(absent));
    }
    if (std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.makespan_ms > 0; })) {
        for (const Row& row : m_rows) {
            series.makespan.push_back(row.makespan_ms > 0 ? row.makespan_ms : absent);
        }
    }
    addCodes(series);
    const auto windows = m_track.coarsened(m_maxWindows);
    series.windows.interval_s = windows.interval();
    series.windows.histograms = windows.slots();
    return series;
}

} // namespace plumb::report
