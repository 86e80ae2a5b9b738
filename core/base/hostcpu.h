// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace plumb {

/// CPU time of all cores since boot, in ticks (the first line of /proc/stat).
struct HostCpu
{
    std::uint64_t total = 0, idle = 0, iowait = 0, steal = 0;
};
std::optional<HostCpu> parseHostCpu(std::string_view line);

/// Of this machine now; nothing where there is no /proc/stat.
std::optional<HostCpu> readHostCpu();

/// What became of the time of all cores between two readings, in percent of it.
struct HostShare
{
    double idle_pct = 0.0; ///< waiting for disks included
    double steal_pct = 0.0; ///< other virtual machines had the core
};
/// Nothing where no time has passed between them.
std::optional<HostShare> shareBetween(const HostCpu& before, const HostCpu& after);

} // namespace plumb
