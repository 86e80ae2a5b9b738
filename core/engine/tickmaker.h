// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crew.h"

#include <array>

namespace plumb::engine {

/// Turns what the crew hands over into ticks, and remembers of it what later decisions need.
class TickMaker
{
public:
    using Phases = std::array<bool, report::phaseCount>;

    /// The first interval begins here.
    void startAt(Nanos time) { m_lastTick = time; }
    [[nodiscard]] Nanos lastTick() const { return m_lastTick; }
    /// Length, users and generator of the interval that ends at @p at, which becomes the last one.
    report::Tick make(const Crew::Harvest& harvest, Nanos at);

    /// A request of that phase may still come in.
    [[nodiscard]] const Phases& openPhases() const { return m_openPhases; }
    /// Something was recorded in that phase.
    [[nodiscard]] bool recorded(Phase phase) const { return m_recorded[static_cast<std::size_t>(phase)]; }
    [[nodiscard]] int usersMax() const { return m_usersMax; }

private:
    void addThreads(report::Tick& tick, const ThreadTimes& threads);
    void addHost(report::Tick& tick, const std::optional<HostCpu>& host);
    const std::string& labelOf(int thread, const std::string& name);

    Nanos m_lastTick{};
    ThreadTimes m_lastThreads;
    std::optional<HostCpu> m_lastHost;
    std::map<int, std::string> m_labels; ///< by thread id
    int m_httpThreads = 0; ///< that ever came up
    int m_usersMax = 0;
    Phases m_openPhases{}, m_recorded{};
};

} // namespace plumb::engine
