// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/liveaccumulator.h"

#include "report/reportbuilder.h"
#include "ui/models/limittext.h"
#include "ui/models/liveloads.h"
#include "ui/models/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumb::models {

namespace {

LivePercentile percentileOf(const stats::HdrHistogram& histogram, double percent)
{
    if (histogram.empty())
        return {};
    return {static_cast<double>(histogram.valueAtPercentile(percent)) / 1000.0,
        report::percentileTrusted(percent, histogram.totalCount())};
}

/// How far @p value has come towards the limit: 1 is there.
double nearness(double value, double limit, bool upper)
{
    const auto part = upper ? value / limit : limit / value;
    return std::isnan(part) ? 0.0 : std::clamp(part, 0.0, 1.0);
}

std::int64_t failedOf(const std::array<std::int64_t, report::outcomeCount>& outcomes)
{
    return std::accumulate(outcomes.begin(), outcomes.end(), std::int64_t{0})
        - outcomes[static_cast<std::size_t>(report::Outcome::ok)];
}

} // namespace

LiveAccumulator::LiveAccumulator(std::size_t maxRows)
    : m_rows(maxRows)
    , m_monitors(report::maxMonitorRows)
{
}

void LiveAccumulator::apply(const report::RunEvent& event)
{
    std::visit([this](const auto& known) { on(known); }, event);
}

void LiveAccumulator::on(const report::RunStarted& event)
{
    m_base.started = true;
    m_base.runId = QString::fromStdString(event.run_id);
    m_base.operation = QString::fromStdString(event.operation);
    m_base.environment = QString::fromStdString(event.environment);
    m_base.targetVersion = QString::fromStdString(event.target_version);
    m_base.target = QString::fromStdString(event.base_url);
    m_base.engine = QString::fromStdString(event.engine_transport.empty()
            ? event.engine_name
            : event.engine_name + " · " + event.engine_transport);
    m_base.executor = QString::fromStdString(event.executor);
    m_base.closedModel = event.closed_model;
    m_plannedDuration = event.planned_duration_s;
    m_plannedIterations = event.planned_iterations;
    m_loads = event.loads;
    m_generator.start(event);
    m_base.trust.closed = event.closed_model;
    m_base.trust.transport = event.engine_transport;
    m_base.trust.target_here = report::isHere(event.base_url);
    m_base.trust.cores = event.fingerprint.cores;
    m_base.trust.idle_before_pct = event.fingerprint.idle_before_pct;
    m_stopRules = event.stop_rules;
    m_base.stopRules.clear();
    for (const auto& rule : event.stop_rules)
        m_base.stopRules.push_back({stopRuleText(rule), {}, std::nullopt, false});
    m_steps.assign(event.steps.size(), {});
    const bool inTurn = std::any_of(
        event.loads.begin(), event.loads.end(), [](const report::LoadInfo& load) { return load.turn > 0; });
    for (std::size_t i = 0; inTurn && i < m_steps.size(); ++i)
        m_steps[i].turn = event.steps[i].turn;
    m_base.steps.clear();
    for (const auto& info : event.steps) {
        LiveStep step;
        step.info = info;
        m_base.steps.push_back(std::move(step));
    }
}

void LiveAccumulator::on(const report::StateChanged& event)
{
    using report::Phase;
    using report::RunState;
    m_base.state = event.state;
    m_base.elapsed_s = std::max(m_base.elapsed_s, event.at_s);
    switch (event.state) {
    case RunState::setup:
        enterPhase(Phase::setup, event.at_s);
        break;
    case RunState::warmup:
        enterPhase(Phase::warmup, event.at_s);
        break;
    case RunState::measuring:
        enterPhase(Phase::measure, event.at_s);
        break;
    case RunState::cooldown:
        enterPhase(Phase::cooldown, event.at_s);
        break;
    case RunState::draining:
        // What follows until the next phase, or turn, is measured in none.
        if (!m_base.phases.empty())
            m_base.phases.back().end_s = event.at_s;
        m_phaseOpen = false;
        break;
    case RunState::preparing:
    case RunState::finished:
        break;
    }
    auto text = stateWord(event.state);
    if (!event.text.empty())
        text += QStringLiteral(": ") + QString::fromStdString(event.text);
    addEvent({event.at_s, QStringLiteral("state"), text});
}

void LiveAccumulator::on(const report::Tick& event)
{
    LiveRow row;
    row.end_s = event.at_s;
    row.length_s = event.interval_s;
    row.users = event.vus;
    m_base.loads = liveLoads(m_loads, event.loads);
    // A plan for some of the loads is none for the rate of all.
    const bool whole
        = m_base.executor != QLatin1String("mixed") || (!m_base.loads.empty() && allByRate(m_base.loads));
    m_base.planned_rate = whole ? event.planned_rate : std::nullopt;
    if (m_base.planned_rate) {
        row.planned = *m_base.planned_rate * event.interval_s;
        row.planned_s = event.interval_s;
    }
    stats::HdrHistogram second;
    for (const auto& step : event.steps) {
        for (std::size_t i = 0; i < step.outcomes.size(); ++i)
            row.outcomes[i] += step.outcomes[i];
        const auto& text = step.histograms[static_cast<std::size_t>(report::Series::response)];
        const auto known = step.step >= 0 && static_cast<std::size_t>(step.step) < m_steps.size();
        const auto measured = known && step.phase == report::Phase::measure;
        if (measured) {
            auto& sum = m_steps[static_cast<std::size_t>(step.step)];
            sum.count += step.finished();
            sum.failed += failedOf(step.outcomes);
            m_base.count += step.finished();
            m_base.failed += failedOf(step.outcomes);
            m_measuredRequests += step.finished();
            m_sent += step.sent;
            const auto& service = step.histograms[static_cast<std::size_t>(report::Series::service)];
            if (!m_base.closedModel && !service.empty()) {
                if (const auto histogram = stats::HdrHistogram::decode(service))
                    m_service.merge(*histogram);
            }
        }
        if (text.empty())
            continue;
        const auto histogram = stats::HdrHistogram::decode(text);
        if (!histogram)
            continue; // a damaged line of a journal: its counts still stand
        second.merge(*histogram);
        if (measured) {
            m_steps[static_cast<std::size_t>(step.step)].response.merge(*histogram);
            m_response.merge(*histogram);
        }
    }
    for (const auto& iterations : event.iterations) {
        row.iterations += iterations.completed;
        m_iterationsDone += iterations.completed + iterations.aborted + iterations.dropped;
        m_base.dropped += iterations.dropped;
        if (iterations.phase == report::Phase::measure) {
            m_measuredIterations += iterations.completed;
            m_planned += iterations.planned;
            m_begun += iterations.started;
            m_dropped += iterations.dropped;
        }
    }
    for (const auto& burst : event.bursts) {
        row.makespan_ms = std::max(row.makespan_ms, burst.longest_ms);
        m_base.lastMakespan_ms = row.makespan_ms;
        if (burst.phase != report::Phase::measure)
            continue;
        m_base.bursts += burst.count;
        m_base.makespan_ms = std::max(m_base.makespan_ms.value_or(0.0), burst.longest_ms);
    }
    m_generator.add(event);
    m_base.elapsed_s = std::max(m_base.elapsed_s, event.at_s);
    m_base.users = event.vus;
    m_base.users_max = std::max(m_base.users_max, event.vus);
    m_base.in_flight = event.in_flight;
    m_base.backlog = event.backlog;
    applyStopRules(event.stop_rules);
    if (m_phaseOpen)
        m_base.phases.back().end_s = std::max(m_base.phases.back().end_s, event.at_s);
    row.latency = SparseHistogram(second);
    m_base.allFinished += row.finished();
    m_base.allFailed += row.failed();
    if (row.length_s > 0.0)
        m_base.rps = static_cast<double>(row.finished()) / row.length_s;
    m_rows.add(std::move(row));
}

void LiveAccumulator::on(const report::Sample& event)
{
    if (event.why != "failed")
        return;
    ++m_base.failingTotal;
    if (m_base.failing.size() == maxSamples)
        m_base.failing.erase(m_base.failing.begin());
    m_base.failing.push_back(event);
}

void LiveAccumulator::on(const report::RunMark& event)
{
    addEvent({event.at_s, QString::fromStdString(event.kind), QString::fromStdString(event.text)});
}

void LiveAccumulator::on(const report::Finished& event)
{
    m_base.finished = true;
    m_base.state = report::RunState::finished;
    m_base.elapsed_s = event.at_s;
    m_base.endedBy = QString::fromStdString(event.ended_by);
    m_base.partial = event.partial;
    m_base.users = 0;
    m_base.in_flight = 0;
    m_base.backlog = 0;
    if (!event.error.empty())
        m_base.error = QString::fromStdString(event.error);
    if (event.makespan_ms)
        m_base.makespan_ms = event.makespan_ms;
    if (!event.phases.empty()) {
        m_base.phases.clear();
        m_phaseOpen = false;
        for (const auto& span : event.phases) {
            if (span.phase != report::Phase::measure || event.turns.empty())
                m_base.phases.push_back({span.phase, span.start_s, span.end_s});
        }
        for (const auto& span : event.turns)
            m_base.phases.push_back({report::Phase::measure, span.start_s, span.end_s});
    }
}

void LiveAccumulator::on(const report::Stored& event)
{
    m_base.stored = event;
    if (!event.error.empty())
        m_base.error = QString::fromStdString(event.error);
}

void LiveAccumulator::on(const report::MonitorTick& event)
{
    m_monitors.add(event, [this](double at_s) {
        const auto phase = std::find_if(m_base.phases.rbegin(), m_base.phases.rend(),
            [at_s](const LivePhase& known) { return known.start_s <= at_s; });
        return phase != m_base.phases.rend() && phase->phase == report::Phase::measure;
    });
    m_monitored = true;
    m_monitorList.reset();
}

void LiveAccumulator::applyStopRules(const std::vector<report::StopRuleTick>& ticks)
{
    for (const auto& tick : ticks) {
        if (tick.rule < 0 || static_cast<std::size_t>(tick.rule) >= m_stopRules.size())
            continue;
        const auto& info = m_stopRules[static_cast<std::size_t>(tick.rule)];
        auto& rule = m_base.stopRules[static_cast<std::size_t>(tick.rule)];
        rule.filled = tick.filled_s >= info.over_s;
        rule.value = tick.value ? metricValueText(*tick.value, info.unit) : QString();
        rule.nearness = tick.value
            ? std::optional(nearness(*tick.value, info.limit_value, info.limit.starts_with('>')))
            : std::nullopt;
    }
}

void LiveAccumulator::addEvent(LiveEvent event)
{
    if (m_base.events.size() == maxEvents)
        m_base.events.erase(m_base.events.begin());
    m_base.events.push_back(std::move(event));
}

void LiveAccumulator::enterPhase(report::Phase phase, double at_s)
{
    if (phase != report::Phase::setup && !m_loadStart)
        m_loadStart = at_s;
    if (m_phaseOpen)
        m_base.phases.back().end_s = at_s;
    m_phaseOpen = true;
    m_base.phases.push_back({phase, at_s, at_s});
}

LiveSnapshot LiveAccumulator::snapshot() const
{
    auto snapshot = m_base;
    snapshot.oneRequestPerIteration
        = m_measuredRequests <= m_measuredIterations + m_measuredIterations / 50 + 1;
    if (m_base.count > 0)
        snapshot.error_rate = static_cast<double>(m_base.failed) / static_cast<double>(m_base.count);
    if (const auto measured = measuredSeconds(); m_base.count > 0 && measured > 0.0) {
        snapshot.mean_rps = static_cast<double>(m_base.count) / measured;
        snapshot.mean_iterations = static_cast<double>(m_measuredIterations) / measured;
    }
    snapshot.p50 = percentileOf(m_response, 50.0);
    snapshot.p95 = percentileOf(m_response, 95.0);
    snapshot.p99 = percentileOf(m_response, 99.0);
    fillTrust(snapshot);
    fillProgress(snapshot);
    m_rows.fill(snapshot.series);
    if (m_monitored && !m_monitorList)
        m_monitorList = std::make_shared<const std::vector<report::MonitorSeries>>(m_monitors.build());
    snapshot.monitors = m_monitorList;
    fillSteps(snapshot);
    return snapshot;
}

void LiveAccumulator::fillTrust(LiveSnapshot& snapshot) const
{
    auto& trust = snapshot.trust;
    trust.measured_s = measuredSeconds();
    trust.planned = m_planned;
    trust.dropped = m_dropped;
    trust.rps = snapshot.mean_rps;
    if (trust.measured_s > 0.0) {
        trust.achieved_per_s = static_cast<double>(m_begun) / trust.measured_s;
        if (!trust.closed)
            trust.planned_per_s = static_cast<double>(m_planned) / trust.measured_s;
    }
    const auto& service = trust.closed ? m_response : m_service;
    trust.response_p99_ms = snapshot.p99.ms;
    trust.service_p50_ms = percentileOf(service, 50.0).ms;
    trust.service_p99_ms = percentileOf(service, 99.0).ms;
    trust.generator = m_generator.build({m_sent, trust.service_p50_ms, trust.response_p99_ms});
}

void LiveAccumulator::fillProgress(LiveSnapshot& snapshot) const
{
    if (snapshot.finished) {
        snapshot.progress = 1.0;
        snapshot.total_s = snapshot.elapsed_s;
        return;
    }
    const auto loadStart = m_loadStart.value_or(snapshot.elapsed_s);
    if (m_plannedDuration && *m_plannedDuration > 0.0) {
        snapshot.total_s = loadStart + *m_plannedDuration;
        snapshot.eta_s = std::max(0.0, *snapshot.total_s - snapshot.elapsed_s);
        snapshot.progress = std::clamp((snapshot.elapsed_s - loadStart) / *m_plannedDuration, 0.0, 1.0);
        return;
    }
    if (!m_plannedIterations || *m_plannedIterations <= 0)
        return;
    const auto done = static_cast<double>(m_iterationsDone) / static_cast<double>(*m_plannedIterations);
    snapshot.progress = std::clamp(done, 0.0, 1.0);
    const auto loaded = snapshot.elapsed_s - loadStart;
    // An estimate from the first second alone would jump about.
    if (*snapshot.progress > 0.0 && loaded >= 2.0) {
        snapshot.eta_s = loaded * (1.0 - *snapshot.progress) / *snapshot.progress;
        snapshot.total_s = snapshot.elapsed_s + *snapshot.eta_s;
    }
}

double LiveAccumulator::measuredSeconds(int turn) const
{
    double seconds = 0.0;
    int measured = 0; // every turn that began to be measured has one such phase
    for (const auto& phase : m_base.phases) {
        if (phase.phase == report::Phase::measure && (turn < 0 || measured++ == turn))
            seconds += phase.end_s - phase.start_s;
    }
    return seconds;
}

void LiveAccumulator::fillSteps(LiveSnapshot& snapshot) const
{
    for (std::size_t i = 0; i < snapshot.steps.size(); ++i) {
        auto& step = snapshot.steps[i];
        const auto& sum = m_steps[i];
        const auto measured = measuredSeconds(sum.turn);
        step.count = sum.count;
        step.failed = sum.failed;
        if (measured > 0.0)
            step.rps = static_cast<double>(sum.count) / measured;
        step.p50 = percentileOf(sum.response, 50.0);
        step.p95 = percentileOf(sum.response, 95.0);
        step.p99 = percentileOf(sum.response, 99.0);
        if (!sum.response.empty())
            step.max_ms = static_cast<double>(sum.response.max()) / 1000.0;
    }
}

} // namespace plumb::models
