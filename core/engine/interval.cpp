// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/interval.h"

#include <algorithm>

namespace plumb::engine {

namespace {
constexpr std::size_t mostReasons = 100;
constexpr auto otherReason = "other";

std::size_t indexOf(Phase phase)
{
    return static_cast<std::size_t>(phase);
}
} // namespace

void ReasonTable::add(const std::string& code, std::int64_t count)
{
    const auto known = std::find_if(
        m_entries.begin(), m_entries.end(), [&code](const Entry& entry) { return entry.code == code; });
    if (known != m_entries.end())
        known->count += count;
    else if (m_entries.size() < mostReasons)
        m_entries.push_back({code, count});
    else if (m_entries.size() == mostReasons && code != otherReason)
        m_entries.push_back({otherReason, count});
    else
        m_entries.back().count += count;
}

void ReasonTable::reset()
{
    for (Entry& entry : m_entries)
        entry.count = 0;
}

StepCell::StepCell(std::size_t checkCount, bool secure, bool closed)
    : checks(checkCount)
{
    for (int i = 0; i < report::seriesCount; ++i) {
        const auto series = static_cast<Series>(i);
        if ((series == Series::tls && !secure) || (series == Series::service && closed))
            continue;
        m_histograms[static_cast<std::size_t>(i)] = std::make_unique<HdrHistogram>();
    }
}

void StepCell::record(Series series, std::int64_t micros)
{
    auto& histogram = m_histograms[static_cast<std::size_t>(series)];
    if (!histogram)
        histogram = std::make_unique<HdrHistogram>();
    histogram->record(std::max<std::int64_t>(micros, 0));
}

const HdrHistogram* StepCell::histogram(Series series) const
{
    return m_histograms[static_cast<std::size_t>(series)].get();
}

void StepCell::merge(const StepCell& other)
{
    sent += other.sent;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        outcomes[i] += other.outcomes[i];
    for (std::size_t i = 0; i < statuses.size(); ++i)
        statuses[i] += other.statuses[i];
    for (const ReasonTable::Entry& entry : other.reasons.entries()) {
        if (entry.count > 0)
            reasons.add(entry.code, entry.count);
    }
    for (std::size_t i = 0; i < checks.size(); ++i) {
        checks[i][0] += other.checks[i][0];
        checks[i][1] += other.checks[i][1];
    }
    sent_bytes += other.sent_bytes;
    received_bytes += other.received_bytes;
    rows += other.rows;
    command.add(other.command);
    for (std::size_t i = 0; i < m_histograms.size(); ++i) {
        if (!other.m_histograms[i] || other.m_histograms[i]->empty())
            continue;
        if (!m_histograms[i])
            m_histograms[i] = std::make_unique<HdrHistogram>();
        m_histograms[i]->merge(*other.m_histograms[i]);
    }
}

void StepCell::reset()
{
    sent = sent_bytes = received_bytes = rows = 0;
    command = {};
    outcomes.fill(0);
    statuses.fill(0);
    reasons.reset();
    std::fill(checks.begin(), checks.end(), std::array<std::int64_t, 2>{});
    for (auto& histogram : m_histograms) {
        if (histogram)
            histogram->reset();
    }
}

bool StepCell::empty() const
{
    return sent == 0 && std::all_of(outcomes.begin(), outcomes.end(), [](std::int64_t n) { return n == 0; });
}

void IterationCell::merge(const IterationCell& other)
{
    planned += other.planned;
    started += other.started;
    completed += other.completed;
    aborted += other.aborted;
    dropped += other.dropped;
    planned_requests += other.planned_requests;
    duration.merge(other.duration);
}

void IterationCell::reset()
{
    planned = started = completed = aborted = dropped = planned_requests = 0;
    duration.reset();
}

bool IterationCell::empty() const
{
    return planned == 0 && started == 0 && completed == 0 && aborted == 0 && dropped == 0
        && planned_requests == 0;
}

Interval::Interval(std::shared_ptr<const IntervalLayout> layout)
    : m_layout(std::move(layout))
    , m_steps(m_layout->checks.size())
{
}

void Interval::prepare(const std::array<bool, report::phaseCount>& phases)
{
    for (int p = 0; p < report::phaseCount; ++p) {
        const auto phase = static_cast<Phase>(p);
        const bool wanted = phases[indexOf(phase)];
        for (std::size_t step = 0; step < m_steps.size(); ++step) {
            std::unique_ptr<StepCell>& held = m_steps[step][indexOf(phase)];
            if (!wanted || m_layout->setup[step] != (phase == Phase::setup))
                held.reset();
            else
                cell(static_cast<int>(step), phase).reset();
        }
        if (!wanted)
            m_iterations[indexOf(phase)].reset();
        else
            iterations(phase).reset();
    }
    lag.reset();
    waited.reset();
    loop.reset();
    connects = resends = handshakes = port_errors = file_errors = 0;
}

StepCell& Interval::cell(int step, Phase phase)
{
    const auto index = static_cast<std::size_t>(step);
    std::unique_ptr<StepCell>& held = m_steps[index][indexOf(phase)];
    if (!held) {
        const bool setup = m_layout->setup[index];
        held = std::make_unique<StepCell>(
            m_layout->checks[index].size(), m_layout->secure, m_layout->closed || setup);
    }
    return *held;
}

IterationCell& Interval::iterations(Phase phase)
{
    std::unique_ptr<IterationCell>& held = m_iterations[indexOf(phase)];
    if (!held)
        held = std::make_unique<IterationCell>();
    return *held;
}

void Interval::merge(const Interval& other)
{
    for (int p = 0; p < report::phaseCount; ++p) {
        const auto phase = static_cast<Phase>(p);
        for (int step = 0; step < static_cast<int>(m_steps.size()); ++step) {
            const StepCell* theirs = other.find(step, phase);
            if (theirs != nullptr && !theirs->empty())
                cell(step, phase).merge(*theirs);
        }
        const IterationCell* theirs = other.findIterations(phase);
        if (theirs != nullptr && !theirs->empty())
            iterations(phase).merge(*theirs);
    }
    lag.merge(other.lag);
    waited.merge(other.waited);
    loop.merge(other.loop);
    connects += other.connects;
    resends += other.resends;
    handshakes += other.handshakes;
    port_errors += other.port_errors;
    file_errors += other.file_errors;
}

const StepCell* Interval::find(int step, Phase phase) const
{
    return m_steps[static_cast<std::size_t>(step)][indexOf(phase)].get();
}

const IterationCell* Interval::findIterations(Phase phase) const
{
    return m_iterations[indexOf(phase)].get();
}

} // namespace plumb::engine
