// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/generatorwatch.h"

#include "report/generatorverdict.h"

#include <algorithm>

namespace plumb::report {

namespace {

void mergeInto(stats::HdrHistogram& sum, const std::string& encoded)
{
    if (encoded.empty()) {
        return;
    }
    if (const auto part = stats::HdrHistogram::decode(encoded)) {
        sum.merge(*part);
    }
}

/// The thread that ran or wanted to run most.
const ThreadTick* mostWanting(const std::vector<ThreadTick>& threads)
{
    const auto most
        = std::max_element(threads.begin(), threads.end(), [](const ThreadTick& a, const ThreadTick& b) {
              return a.cpu_pct + a.wait_pct < b.cpu_pct + b.wait_pct;
          });
    return most == threads.end() ? nullptr : &*most;
}

} // namespace

GeneratorTimes GeneratorTimes::of(const stats::HdrHistogram& histogram)
{
    GeneratorTimes times;
    times.count = histogram.totalCount();
    if (times.count > 0) {
        const auto ms = [](std::int64_t micros) { return static_cast<double>(micros) / 1000.0; };
        times.p50 = ms(histogram.valueAtPercentile(50));
        times.p99 = ms(histogram.valueAtPercentile(99));
        times.max = ms(histogram.max());
    }
    return times;
}

void TimeMean::add(const std::optional<double>& value, double seconds)
{
    m_sum += value.value_or(0.0) * seconds;
    m_seconds += value ? seconds : 0.0;
}

std::optional<double> TimeMean::mean() const
{
    return m_seconds > 0 ? std::optional(m_sum / m_seconds) : std::nullopt;
}

void GeneratorWatch::start(const RunStarted& started)
{
    m_cores = started.fingerprint.cores;
    m_settings = started.transport_settings;
    m_calibration = started.calibration;
    m_ports = started.ports;
    m_disturbances = started.disturbances;
}

void GeneratorWatch::add(const Tick& tick)
{
    m_connects += tick.connects;
    m_resends += tick.resends;
    m_handshakes += tick.generator.handshakes;
    m_portErrors += tick.generator.port_errors;
    m_fileErrors += tick.generator.file_errors;
    const ThreadTick* most = mostWanting(tick.generator.threads);
    const auto demand
        = most != nullptr ? std::optional(most->cpu_pct + most->wait_pct) : tick.generator_busiest_pct;
    const bool busy = generatorBusy(demand, tick.generator_cpu_pct, m_cores);
    for (const auto& iteration : tick.iterations) {
        if (iteration.phase == Phase::measure) {
            m_planned += iteration.planned;
            m_droppedWhileBusy += busy ? iteration.dropped : 0;
        }
    }
    // The phase at the end is that of the next interval where phases end with whole seconds, as they mostly
    // do.
    if (tick.generator.phase.value_or(tick.phase) != Phase::measure) {
        return;
    }
    m_cpu.add(tick.generator_cpu_pct, tick.interval_s);
    m_busiest.add(tick.generator_busiest_pct, tick.interval_s);
    m_demand.add(demand, tick.interval_s);
    m_wait.add(most != nullptr ? std::optional(most->wait_pct) : std::nullopt, tick.interval_s);
    m_idle.add(tick.generator.idle_pct, tick.interval_s);
    m_steal.add(tick.generator.steal_pct, tick.interval_s);
    addThreads(tick);
    mergeInto(m_lag, tick.lag_histogram);
    mergeInto(m_waited, tick.generator.waited_histogram);
    mergeInto(m_loop, tick.generator.loop_histogram);
}

void GeneratorWatch::addThreads(const Tick& tick)
{
    for (const auto& thread : tick.generator.threads) {
        auto known = std::find_if(m_threads.begin(), m_threads.end(),
            [&thread](const ThreadMeans& means) { return means.name == thread.name; });
        if (known == m_threads.end()) {
            known = m_threads.insert(known, {thread.name});
        }
        known->cpu += thread.cpu_pct * tick.interval_s;
        known->wait += thread.wait_pct * tick.interval_s;
    }
}

GeneratorReport GeneratorWatch::build(const GeneratorContext& context) const
{
    GeneratorReport generator;
    generator.cpu_pct = m_cpu.mean();
    generator.busiest_pct = m_busiest.mean();
    generator.demand_pct = m_demand.mean();
    generator.wait_pct = m_wait.mean();
    generator.idle_pct = m_idle.mean();
    generator.steal_pct = m_steal.mean();
    generator.lag_ms = GeneratorTimes::of(m_lag);
    generator.waited_ms = GeneratorTimes::of(m_waited);
    generator.loop_ms = GeneratorTimes::of(m_loop);
    for (const auto& thread : m_threads) {
        generator.threads.push_back(
            {thread.name, thread.cpu / m_demand.seconds(), thread.wait / m_demand.seconds()});
    }
    if (m_calibration) {
        generator.floor_p50_ms = m_calibration->p50_ms;
        generator.floor_p99_ms = m_calibration->p99_ms;
        generator.floor_rps = m_calibration->max_rps;
        generator.calibrated_at = m_calibration->measured_at;
    }
    generator.connects = m_connects;
    generator.handshakes = m_handshakes;
    generator.resends = m_resends;
    generator.port_errors = m_portErrors;
    generator.file_errors = m_fileErrors;
    generator.ports = m_ports;
    generator.disturbances = m_disturbances;
    generator.settings = m_settings;
    judgeGenerator(generator,
        {context.service_p50_ms, context.response_p99_ms, context.sent, m_planned, m_droppedWhileBusy,
            m_cores, m_demand.seconds()});
    return generator;
}

} // namespace plumb::report
