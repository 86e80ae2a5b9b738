// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tickmaker.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace plumb::engine {

namespace {
constexpr std::size_t threadsTold = 16;

double wanted(const report::ThreadTick& thread)
{
    return thread.cpu_pct + thread.wait_pct;
}
} // namespace

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
    addThreads(tick, harvest.threads);
    addHost(tick, harvest.host);
    m_lastTick = at;
    return tick;
}

void TickMaker::addThreads(report::Tick& tick, const ThreadTimes& threads)
{
    const ThreadTimes before = std::exchange(m_lastThreads, threads);
    if (threads.empty() || tick.interval_s <= 0.0)
        return;
    std::vector<report::ThreadTick>& told = tick.generator.threads;
    const auto percent = [&tick](Nanos time) {
        // What a thread did before the first interval is not of it, and an id may come back as another
        // thread.
        return std::clamp(100.0 * std::chrono::duration<double>(time).count() / tick.interval_s, 0.0, 100.0);
    };
    double sum = 0.0;
    double most = 0.0;
    for (const auto& [id, time] : threads) {
        const auto known = before.find(id);
        const ThreadTime last = known == before.end() ? ThreadTime{} : known->second;
        const double computed = percent(time.computed - last.computed);
        // One after the other: together they fill no more than the time there was.
        const double waited = std::min(percent(time.waited - last.waited), 100.0 - computed);
        told.push_back({labelOf(id, time.name), computed, waited});
        sum += told.back().cpu_pct;
        most = std::max(most, told.back().cpu_pct);
    }
    tick.generator_cpu_pct = sum;
    tick.generator_busiest_pct = most;
    std::stable_sort(
        told.begin(), told.end(), [](const auto& a, const auto& b) { return wanted(a) > wanted(b); });
    told.resize(std::min(told.size(), threadsTold));
}

/// "worker 1", "http 1": HTTP threads all have one name, and some come and go.
const std::string& TickMaker::labelOf(int thread, const std::string& name)
{
    std::string& label = m_labels[thread];
    if (label.empty()) {
        const std::string_view prefix = WorkerThread::namePrefix;
        label = name.starts_with(prefix)
            ? "worker " + std::to_string(1 + std::atoi(name.c_str() + prefix.size()))
            : "http " + std::to_string(++m_httpThreads);
    }
    return label;
}

void TickMaker::addHost(report::Tick& tick, const std::optional<HostCpu>& host)
{
    const auto before = std::exchange(m_lastHost, host);
    if (const auto share = before && host ? shareBetween(*before, *host) : std::nullopt) {
        tick.generator.idle_pct = share->idle_pct;
        tick.generator.steal_pct = share->steal_pct;
    }
}

} // namespace plumb::engine
