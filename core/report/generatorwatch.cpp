// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/generatorwatch.h"

#include "report/generatorverdict.h"

namespace plumb::report {

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
}

void GeneratorWatch::add(const Tick& tick)
{
    m_connects += tick.connects;
    m_resends += tick.resends;
    if (generatorBusy(tick.generator_busiest_pct, tick.generator_cpu_pct, m_cores)) {
        for (const auto& iteration : tick.iterations) {
            m_droppedWhileBusy += iteration.phase == Phase::measure ? iteration.dropped : 0;
        }
    }
    if (tick.phase != Phase::measure) {
        return;
    }
    m_cpu.add(tick.generator_cpu_pct, tick.interval_s);
    m_busiest.add(tick.generator_busiest_pct, tick.interval_s);
    if (const auto lag = stats::HdrHistogram::decode(tick.lag_histogram);
        !tick.lag_histogram.empty() && lag) {
        m_lag.merge(*lag);
    }
}

GeneratorReport GeneratorWatch::build(const Totals& totals, const std::optional<double>& service_p50_ms) const
{
    GeneratorReport generator;
    generator.cpu_pct = m_cpu.mean();
    generator.busiest_pct = m_busiest.mean();
    if (!m_lag.empty()) {
        const auto ms = [](std::int64_t micros) { return static_cast<double>(micros) / 1000.0; };
        generator.lag_p50_ms = ms(m_lag.valueAtPercentile(50));
        generator.lag_p99_ms = ms(m_lag.valueAtPercentile(99));
        generator.lag_max_ms = ms(m_lag.max());
    }
    generator.connects = m_connects;
    generator.resends = m_resends;
    generator.settings = m_settings;
    judgeGenerator(generator, {service_p50_ms, totals.sent, m_droppedWhileBusy, m_cores});
    return generator;
}

} // namespace plumb::report
