// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/stepaccumulator.h"

#include <algorithm>

namespace plumb::report {

void StepAccumulator::add(const StepTick& tick)
{
    m_sums.sent += tick.sent;
    for (std::size_t i = 0; i < tick.outcomes.size(); ++i) {
        m_sums.outcomes[i] += tick.outcomes[i];
    }
    for (const auto& [status, count] : tick.statuses) {
        m_sums.statuses[status] += count;
    }
    for (const auto& [reason, count] : tick.reasons) {
        m_sums.reasons[reason] += count;
    }
    for (const auto& check : tick.checks) {
        const auto found = std::find_if(m_sums.checks.begin(), m_sums.checks.end(),
            [&check](const CheckCount& known) { return known.name == check.name; });
        auto& sum = found == m_sums.checks.end() ? m_sums.checks.emplace_back(CheckCount{check.name, 0, 0})
                                                 : *found;
        sum.passed += check.passed;
        sum.failed += check.failed;
    }
    m_sums.sent_bytes += tick.sent_bytes;
    m_sums.received_bytes += tick.received_bytes;
    m_sums.rows += tick.rows;
    m_sums.command.add(tick.command);
    for (std::size_t i = 0; i < tick.histograms.size(); ++i) {
        if (tick.histograms[i].empty()) {
            continue;
        }
        const auto histogram = stats::HdrHistogram::decode(tick.histograms[i]);
        if (!histogram || histogram->empty()) {
            continue;
        }
        if (!m_histograms[i]) {
            m_histograms[i] = std::make_unique<stats::HdrHistogram>();
        }
        m_histograms[i]->merge(*histogram);
    }
}

std::int64_t StepAccumulator::count() const
{
    return m_sums.finished();
}

std::int64_t StepAccumulator::outcome(Outcome outcome) const
{
    return m_sums.outcomes[static_cast<std::size_t>(outcome)];
}

const stats::HdrHistogram* StepAccumulator::histogram(Series series) const
{
    return m_histograms[static_cast<std::size_t>(series)].get();
}

StepReport StepAccumulator::build(const StepInfo& info, double seconds) const
{
    StepReport step;
    step.name = info.name;
    step.pattern = info.pattern;
    step.kind = info.kind;
    step.method = info.method;
    step.path = info.path;
    step.count = count();
    step.failed = step.count - outcome(Outcome::ok);
    if (seconds > 0) {
        step.rps = static_cast<double>(step.count) / seconds;
    }
    if (step.count > 0) {
        step.error_rate = static_cast<double>(step.failed) / static_cast<double>(step.count);
    }
    if (info.kind == "sql") {
        step.rows = m_sums.rows;
        if (seconds > 0) {
            step.rows_per_s = static_cast<double>(m_sums.rows) / seconds;
        }
    }
    step.command = m_sums.command;
    step.sent_bytes = m_sums.sent_bytes;
    step.received_bytes = m_sums.received_bytes;
    for (int i = 0; i < outcomeCount; ++i) {
        if (const auto n = outcome(static_cast<Outcome>(i)); n > 0) {
            step.outcomes[std::string(toString(static_cast<Outcome>(i)))] = n;
        }
    }
    step.statuses = m_sums.statuses;
    step.reasons = m_sums.reasons;
    step.checks = m_sums.checks;
    for (std::size_t i = 0; i < m_histograms.size(); ++i) {
        if (m_histograms[i]) {
            step.summaries[i] = Summary::of(*m_histograms[i]);
            step.histograms[i] = m_histograms[i]->encode();
        }
    }
    return step;
}

} // namespace plumb::report
