// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tickmaker.h"

#include <algorithm>

namespace plumb::engine {

report::Tick TickMaker::make(const Crew::Harvest& harvest, Nanos at)
{
    m_openPhases = harvest.open_phases;
    for (int p = 0; p < report::phaseCount; ++p) {
        const IterationCell* cell = harvest.interval->findIterations(static_cast<Phase>(p));
        if (cell != nullptr && !cell->empty())
            m_recorded[static_cast<std::size_t>(p)] = true;
    }
    m_usersMax = std::max(m_usersMax, harvest.users);
    report::Tick tick;
    tick.interval_s = std::chrono::duration<double>(at - m_lastTick).count();
    tick.vus = harvest.users;
    tick.in_flight = harvest.in_flight;
    tick.backlog = harvest.backlog;
    addCpu(tick, harvest.cpu);
    m_lastTick = at;
    return tick;
}

void TickMaker::addCpu(report::Tick& tick, const ThreadTimes& cpu)
{
    Nanos sum{};
    Nanos most{};
    for (const auto& [thread, time] : cpu) {
        const auto before = m_lastCpu.find(thread);
        const Nanos computed = before == m_lastCpu.end() ? time : time - before->second;
        sum += computed;
        most = std::max(most, computed);
    }
    m_lastCpu = cpu;
    if (cpu.empty() || tick.interval_s <= 0.0)
        return;
    const double percent = 100.0 / tick.interval_s;
    tick.generator_cpu_pct = percent * std::chrono::duration<double>(sum).count();
    tick.generator_busiest_pct = percent * std::chrono::duration<double>(most).count();
}

} // namespace plumb::engine
