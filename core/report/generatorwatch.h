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

private:
    double m_sum = 0.0, m_seconds = 0.0;
};

/// What the ticks of a run tell about the generator itself.
class GeneratorWatch
{
public:
    void start(const RunStarted& started);
    void add(const Tick& tick);
    /// Everything but the calibration floor, judged by what became of @p totals.
    [[nodiscard]] GeneratorReport build(
        const Totals& totals, const std::optional<double>& service_p50_ms) const;

private:
    TimeMean m_cpu, m_busiest; ///< percent, of the measure phase
    stats::HdrHistogram m_lag; ///< µs, of the measure phase
    std::int64_t m_connects = 0, m_resends = 0, m_droppedWhileBusy = 0;
    int m_cores = 0;
    std::map<std::string, std::string> m_settings;
};

} // namespace plumb::report
