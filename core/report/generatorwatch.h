// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/runevent.h"

namespace plumb::report {

/// Of what holds for intervals of different length.
class TimeMean
{
public:
    void add(const std::optional<double>& value, double seconds);
    [[nodiscard]] std::optional<double> mean() const;
    [[nodiscard]] double seconds() const { return m_seconds; }

private:
    double m_sum = 0.0, m_seconds = 0.0;
};

/// What else is known of a run whose generator is judged; all of the measure phase.
struct GeneratorContext
{
    std::int64_t sent = 0; ///< requests
    std::optional<double> service_p50_ms, response_p99_ms;
};

/// What the ticks of a run tell about the generator itself, in the report and on the screen.
class GeneratorWatch
{
public:
    void start(const RunStarted& started);
    void add(const Tick& tick);
    /// Judged by what is known so far.
    [[nodiscard]] GeneratorReport build(const GeneratorContext& context) const;

private:
    struct ThreadMeans
    {
        std::string name;
        double cpu = 0.0, wait = 0.0; ///< percent times seconds
    };
    void addThreads(const Tick& tick);

    TimeMean m_cpu, m_busiest, m_demand, m_wait, m_idle, m_steal; ///< percent
    std::vector<ThreadMeans> m_threads; ///< in the order in which they came up
    stats::HdrHistogram m_lag, m_waited, m_loop; ///< µs
    std::int64_t m_connects = 0, m_handshakes = 0, m_resends = 0, m_portErrors = 0, m_fileErrors = 0;
    std::int64_t m_planned = 0; ///< iterations
    std::int64_t m_droppedWhileBusy = 0;
    int m_cores = 0;
    std::map<std::string, std::string> m_settings;
    std::optional<Calibration> m_calibration;
    std::optional<int> m_ports;
    std::vector<std::string> m_disturbances;
};

} // namespace plumb::report
