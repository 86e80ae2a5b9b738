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
    if (tick.interval_s > 0.0 && harvest.cpu >= m_lastCpu)
        tick.generator_cpu_pct
            = 100.0 * std::chrono::duration<double>(harvest.cpu - m_lastCpu).count() / tick.interval_s;
    m_lastCpu = harvest.cpu;
    m_lastTick = at;
    return tick;
}

} // namespace plumb::engine
