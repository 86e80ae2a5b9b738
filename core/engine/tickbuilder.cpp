// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tickbuilder.h"

namespace plumb::engine {

namespace {

std::string encoded(const HdrHistogram* histogram)
{
    return histogram == nullptr || histogram->empty() ? std::string() : histogram->encode();
}

report::StepTick stepTick(int step, Phase phase, const StepCell& cell, const IntervalLayout& layout)
{
    report::StepTick tick;
    tick.step = step;
    tick.phase = phase;
    tick.sent = cell.sent;
    tick.outcomes = cell.outcomes;
    for (std::size_t code = 0; code < cell.statuses.size(); ++code) {
        if (cell.statuses[code] > 0)
            tick.statuses.emplace(
                code == 0 ? std::string("other") : std::to_string(code), cell.statuses[code]);
    }
    for (const ReasonTable::Entry& entry : cell.reasons.entries()) {
        if (entry.count > 0)
            tick.reasons.emplace(entry.code, entry.count);
    }
    const std::vector<std::string>& names = layout.checks[static_cast<std::size_t>(step)];
    for (std::size_t i = 0; i < cell.checks.size(); ++i) {
        if (cell.checks[i][0] + cell.checks[i][1] > 0)
            tick.checks.push_back({names[i], cell.checks[i][1], cell.checks[i][0]});
    }
    tick.sent_bytes = cell.sent_bytes;
    tick.received_bytes = cell.received_bytes;
    tick.rows = cell.rows;
    tick.command = cell.command;
    for (int i = 0; i < report::seriesCount; ++i)
        tick.histograms[static_cast<std::size_t>(i)] = encoded(cell.histogram(static_cast<Series>(i)));
    if (layout.closed || phase == Phase::setup) {
        tick.histograms[static_cast<std::size_t>(Series::service)]
            = tick.histograms[static_cast<std::size_t>(Series::response)];
    }
    return tick;
}

} // namespace

void fillTick(report::Tick& tick, const Interval& interval)
{
    const IntervalLayout& layout = interval.layout();
    for (int p = 0; p < report::phaseCount; ++p) {
        const auto phase = static_cast<Phase>(p);
        for (int step = 0; step < static_cast<int>(layout.checks.size()); ++step) {
            const StepCell* cell = interval.find(step, phase);
            if (cell != nullptr && !cell->empty())
                tick.steps.push_back(stepTick(step, phase, *cell, layout));
        }
        const IterationCell* cell = interval.findIterations(phase);
        if (cell == nullptr || cell->empty())
            continue;
        tick.iterations.push_back({phase, cell->planned, cell->started, cell->completed, cell->aborted,
            cell->dropped, cell->planned_requests, encoded(&cell->duration)});
    }
    tick.lag_histogram = encoded(&interval.lag);
    tick.connects = interval.connects;
    tick.resends = interval.resends;
    tick.generator.waited_histogram = encoded(&interval.waited);
    tick.generator.loop_histogram = encoded(&interval.loop);
    tick.generator.handshakes = interval.handshakes;
    tick.generator.port_errors = interval.port_errors;
    tick.generator.file_errors = interval.file_errors;
}

} // namespace plumb::engine
