// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/machine.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <thread>

namespace fs = std::filesystem;

namespace plumb {

namespace {

constexpr double quietIdle_pct = 80.0;
constexpr double noticedSteal_pct = 2.0;

double ownCpuSeconds()
{
    std::timespec time{};
    return ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0
        ? static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9
        : 0.0;
}

std::string word(const fs::path& file)
{
    std::string text;
    std::ifstream(file) >> text;
    return text;
}

/// Nothing on a machine without a battery of its own.
std::optional<bool> onBattery(const fs::path& sys)
{
    std::optional<bool> discharging;
    std::error_code code;
    for (const auto& supply : fs::directory_iterator(sys / "class" / "power_supply", code)) {
        // A mouse has a battery, too.
        if (word(supply.path() / "type") != "Battery" || word(supply.path() / "scope") == "Device") {
            continue;
        }
        discharging = discharging.value_or(false) || word(supply.path() / "status") == "Discharging";
    }
    return discharging;
}

/// With the drivers intel_pstate and amd-pstate "powersave" is the ordinary governor, which lets the clock go
/// up.
std::string restrainingGovernor(const fs::path& sys)
{
    const auto folder = sys / "devices" / "system" / "cpu" / "cpu0" / "cpufreq";
    const auto driver = word(folder / "scaling_driver");
    const auto governor = word(folder / "scaling_governor");
    const bool dynamic = driver.starts_with("intel_pstate") || driver.starts_with("amd-pstate");
    return governor == "powersave" && !dynamic ? governor : std::string();
}

std::string percent(double value)
{
    return std::to_string(std::lround(value)) + " %";
}

} // namespace

MachineWatch::MachineWatch(fs::path sys)
    : m_sys(std::move(sys))
    , m_before(readHostCpu())
    , m_since(SteadyClock().now())
    , m_ownBefore_s(ownCpuSeconds())
{
}

MachineState MachineWatch::state() const
{
    MachineState state;
    state.cores = static_cast<int>(std::thread::hardware_concurrency());
    const auto now = readHostCpu();
    const double elapsed_s = std::chrono::duration<double>(SteadyClock().now() - m_since).count();
    if (const auto share = now && m_before ? shareBetween(*m_before, *now) : std::nullopt) {
        const double own_pct = elapsed_s > 0.0 && state.cores > 0
            ? 100.0 * (ownCpuSeconds() - m_ownBefore_s) / (elapsed_s * state.cores)
            : 0.0;
        state.idle_pct = std::min(100.0, share->idle_pct + own_pct);
        state.steal_pct = share->steal_pct;
    }
    double load = 0.0;
    if (::getloadavg(&load, 1) == 1) {
        state.load_1m = load;
    }
    state.on_battery = onBattery(m_sys);
    state.governor = restrainingGovernor(m_sys);
    return state;
}

std::optional<int> ephemeralPorts()
{
    int first = 0;
    int last = 0;
    std::ifstream range("/proc/sys/net/ipv4/ip_local_port_range");
    return range >> first >> last && last >= first ? std::optional(last - first + 1) : std::nullopt;
}

std::vector<Disturbance> disturbances(const MachineState& state)
{
    std::vector<Disturbance> found;
    if (state.idle_pct && *state.idle_pct < quietIdle_pct) {
        found.push_back({"busy",
            "other programs use " + percent(100.0 - *state.idle_pct) + " of this machine's "
                + (state.cores > 1 ? std::to_string(state.cores) + " cores" : std::string("core"))});
    }
    if (state.steal_pct && *state.steal_pct > noticedSteal_pct) {
        found.push_back({"steal",
            "other virtual machines took " + percent(*state.steal_pct) + " of the time of the cores"});
    }
    if (state.on_battery.value_or(false)) {
        found.push_back({"battery", "this machine runs on its battery"});
    }
    if (!state.governor.empty()) {
        found.push_back(
            {"clock", "the clock of the processor is held down (governor " + state.governor + ")"});
    }
    return found;
}

} // namespace plumb
