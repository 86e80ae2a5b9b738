// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/hostcpu.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace plumb {

/// How this machine stood for a while before a measurement. What cannot be found out is absent.
struct MachineState
{
    int cores = 0;
    std::optional<double> idle_pct; ///< of all cores; what this process used itself counts as idle
    std::optional<double> steal_pct; ///< other virtual machines had the cores
    std::optional<double> load_1m; ///< load average: it remembers about a minute
    std::optional<bool> on_battery;
    std::string governor; ///< of the clock frequency, where it holds the clock down; else empty
};

/// Watches the machine from its making on.
class MachineWatch
{
public:
    /// @p sys: where the kernel tells of batteries and clocks.
    explicit MachineWatch(std::filesystem::path sys = "/sys");
    /// Of the time since the making; idle_pct and steal_pct are absent before a tick of the kernel (10 ms)
    /// has passed.
    [[nodiscard]] MachineState state() const;
    [[nodiscard]] Nanos age() const { return SteadyClock().now() - m_since; }

private:
    std::filesystem::path m_sys;
    std::optional<HostCpu> m_before;
    Nanos m_since{};
    double m_ownBefore_s = 0.0; ///< CPU time of this process
};

/// Ports for outgoing connections to one address and port: a closed one is taken for a minute (TIME_WAIT)
/// where we closed it. Nothing where the system does not say.
std::optional<int> ephemeralPorts();

/// Something about a machine that disturbs a measurement made on it.
struct Disturbance
{
    std::string code; ///< "busy", "steal", "battery", "clock"
    std::string sentence;
};
/// Empty: the machine is quiet. Busy is under 80 % idle: about what is left of a quiet two-core machine with
/// a desktop on it.
std::vector<Disturbance> disturbances(const MachineState& state);

} // namespace plumb
