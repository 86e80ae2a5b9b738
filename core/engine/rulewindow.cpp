// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rulewindow.h"

#include <array>
#include <cmath>

namespace plumb::engine {

namespace {

/// Seconds are whole but for rounding.
constexpr double tolerance = 1e-6;

std::optional<Series> seriesOf(std::string_view metric)
{
    static constexpr std::array<std::pair<std::string_view, Series>, 5> table{
        {{"latency_ms", Series::response}, {"latency_ok_ms", Series::responseOk},
            {"service_ms", Series::service}, {"ttfb_ms", Series::ttfb}, {"connect_ms", Series::connect}}};
    for (const auto& [name, series] : table) {
        if (name == metric)
            return series;
    }
    return std::nullopt;
}

bool belongs(const report::StepInfo& step, const std::string& of)
{
    return !step.setup
        && (of == "run" || scenario::partNamed(of, "step:") == step.name
            || scenario::partNamed(of, "pattern:") == step.pattern);
}

std::optional<double> share(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole)) : std::nullopt;
}

} // namespace

RuleWindow::RuleWindow(const RunPlan& plan, const scenario::StopRule& rule)
    : m_rule(rule)
    , m_series(seriesOf(rule.metric.metric->name))
    , m_iterationTimes(rule.metric.metric->name == "iteration_ms")
    , m_monitor(metric::monitorFigure(rule.metric))
{
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        if (belongs(plan.steps[i], rule.of))
            m_steps.push_back(static_cast<int>(i));
    }
}

void RuleWindow::Slice::add(const Slice& other)
{
    seconds += other.seconds;
    ok += other.ok;
    failed += other.failed;
    dropped += other.dropped;
    iterations += other.iterations;
    sent_bytes += other.sent_bytes;
    received_bytes += other.received_bytes;
    named += other.named;
    named_all += other.named_all;
}

void RuleWindow::addStep(Slice& slice, int step, const StepCell& cell, const IntervalLayout& layout) const
{
    for (int i = 0; i < report::outcomeCount; ++i) {
        const auto outcome = static_cast<Outcome>(i);
        const std::int64_t count = cell.outcomes[static_cast<std::size_t>(i)];
        (outcome == Outcome::ok ? slice.ok : slice.failed) += count;
        if (m_rule.metric.metric->name == "errors" && report::toString(outcome) == m_rule.metric.member)
            slice.named += count;
    }
    slice.sent_bytes += cell.sent_bytes;
    slice.received_bytes += cell.received_bytes;
    if (m_rule.metric.metric->name == "reasons") {
        for (const ReasonTable::Entry& entry : cell.reasons.entries())
            slice.named += entry.code == m_rule.metric.member ? entry.count : 0;
    } else if (m_rule.metric.metric->name == "checks") {
        const std::vector<std::string>& names = layout.checks[static_cast<std::size_t>(step)];
        for (std::size_t i = 0; i < cell.checks.size(); ++i) {
            if (names[i] != m_rule.metric.member)
                continue;
            slice.named += cell.checks[i][1];
            slice.named_all += cell.checks[i][0] + cell.checks[i][1];
        }
    }
    if (m_series) {
        const bool same = *m_series == Series::service && layout.closed;
        addValues(slice, cell.histogram(same ? Series::response : *m_series));
    }
}

void RuleWindow::addValues(Slice& slice, const HdrHistogram* histogram) const
{
    if (histogram == nullptr || histogram->empty())
        return;
    const std::vector<HdrHistogram::Bucket> buckets = histogram->buckets();
    slice.values.insert(slice.values.end(), buckets.begin(), buckets.end());
}

void RuleWindow::add(const report::MonitorTick& readings)
{
    for (const report::MonitorPiece& piece : readings.series) {
        if (!m_monitor || piece.kind != m_monitor->kind || piece.name != m_monitor->series)
            continue;
        std::copy_if(piece.value.begin(), piece.value.end(), std::back_inserter(m_readings),
            [](double value) { return std::isfinite(value); });
    }
}

void RuleWindow::add(const std::vector<report::BurstTick>& bursts)
{
    for (const report::BurstTick& burst : bursts) {
        if (burst.phase == Phase::measure)
            m_makespan_ms = std::max(m_makespan_ms, burst.longest_ms);
    }
}

void RuleWindow::add(const Interval& interval, double seconds)
{
    Slice slice;
    slice.makespan_ms = std::exchange(m_makespan_ms, 0.0);
    slice.seconds = seconds;
    slice.readings = std::exchange(m_readings, {});
    for (const int step : m_steps) {
        if (const StepCell* cell = interval.find(step, Phase::measure))
            addStep(slice, step, *cell, interval.layout());
    }
    if (const IterationCell* cell = interval.findIterations(Phase::measure)) {
        slice.dropped = cell->dropped;
        slice.iterations = cell->completed;
        if (m_iterationTimes)
            addValues(slice, &cell->duration);
    }
    m_seconds += seconds;
    m_slices.push_back(std::move(slice));
    while (m_seconds - m_slices.front().seconds >= m_rule.over_s - tolerance) {
        m_seconds -= m_slices.front().seconds;
        m_slices.pop_front();
    }
}

void RuleWindow::clear()
{
    m_slices.clear();
    m_readings.clear();
    m_makespan_ms = 0.0;
    m_seconds = 0.0;
}

double RuleWindow::filled_s() const
{
    return std::min(m_seconds, m_rule.over_s);
}

bool RuleWindow::full() const
{
    return m_seconds >= m_rule.over_s - tolerance;
}

std::optional<double> RuleWindow::value() const
{
    Slice sum;
    for (const Slice& slice : m_slices)
        sum.add(slice);
    if (sum.seconds <= 0.0)
        return std::nullopt;
    if (m_series || m_iterationTimes)
        return statistic(sum);
    if (m_monitor)
        return reading();
    const std::string_view name = m_rule.metric.metric->name;
    if (name == "makespan_ms")
        return makespan();
    const std::int64_t finished = sum.ok + sum.failed;
    const auto perSecond = [&sum](std::int64_t count) { return static_cast<double>(count) / sum.seconds; };
    if (name == "error_rate")
        return share(sum.failed, finished);
    if (name == "success_rate")
        return share(sum.ok, finished + sum.dropped);
    if (name == "checks")
        return share(sum.named, sum.named_all);
    if (name == "errors" || name == "reasons")
        return static_cast<double>(sum.named);
    if (name == "dropped")
        return static_cast<double>(sum.dropped);
    if (name == "iterations_per_s")
        return perSecond(sum.iterations);
    if (name == "sent_bytes_per_s")
        return perSecond(sum.sent_bytes);
    if (name == "received_bytes_per_s")
        return perSecond(sum.received_bytes);
    const bool perMinute = name == "rpm" || name == "ops_per_min";
    return perSecond(finished) * (perMinute ? 60.0 : 1.0); // rps, ops_per_s
}

std::optional<double> RuleWindow::reading() const
{
    double sum = 0.0, most = 0.0;
    std::size_t count = 0;
    for (const Slice& slice : m_slices) {
        for (const double value : slice.readings) {
            most = count == 0 ? value : std::max(most, value);
            sum += value;
            ++count;
        }
    }
    if (count == 0)
        return std::nullopt;
    return m_monitor->mean ? sum / static_cast<double>(count) : most;
}

/// As in the report: of the longest burst that ended.
std::optional<double> RuleWindow::makespan() const
{
    double longest = 0.0;
    for (const Slice& slice : m_slices)
        longest = std::max(longest, slice.makespan_ms);
    return longest > 0.0 ? std::optional(longest) : std::nullopt;
}

std::optional<double> RuleWindow::statistic(const Slice&) const
{
    HdrHistogram merged;
    for (const Slice& slice : m_slices) {
        for (const HdrHistogram::Bucket& bucket : slice.values)
            merged.record(bucket.highest, bucket.count);
    }
    if (merged.empty())
        return std::nullopt;
    if (const std::optional<double> percent = m_rule.metric.percentile())
        return static_cast<double>(merged.valueAtPercentile(*percent)) / 1000.0;
    return report::Summary::of(merged).value(m_rule.metric.member);
}

} // namespace plumb::engine
