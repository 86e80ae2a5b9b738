// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/hostsource.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace plumb::monitor {

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

double thousandths(double value)
{
    return std::round(value * 1000.0) / 1000.0;
}

/// The number that @p text begins with, behind blanks.
template <class T>
std::optional<T> numberAt(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    T value{};
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() ? std::optional(value) : std::nullopt;
}

} // namespace

HostSource::HostSource(ProcReader proc)
    : m_proc(std::move(proc))
{
}

const std::vector<SeriesInfo>& HostSource::series() const
{
    static const std::vector<SeriesInfo> all{{"cpu_pct", "%"}, {"iowait_pct", "%"}, {"steal_pct", "%"},
        {"mem_used_mb", "MB"}, {"mem_used_pct", "%"}, {"swap_used_mb", "MB"}, {"load_1m", ""},
        {"run_queue", ""}};
    return all;
}

void HostSource::read(Nanos, std::vector<double>& values, std::vector<std::string>&)
{
    values.assign(series().size(), absent);
    std::optional<HostCpu> now;
    m_proc.forEachLine("stat", [&](std::string_view line) {
        if (!now) {
            now = parseHostCpu(line);
        } else if (line.starts_with("procs_running ")) {
            line.remove_prefix(std::string_view("procs_running ").size());
            // The thread that reads runs, too.
            values[RunQueue] = std::max(0.0, numberAt<double>(line).value_or(absent) - 1.0);
        }
    });
    if (now && m_before && now->total > m_before->total) {
        const auto total = static_cast<double>(now->total - m_before->total);
        const auto part = [total](std::uint64_t after, std::uint64_t before) {
            return after >= before ? thousandths(100.0 * static_cast<double>(after - before) / total) : 0.0;
        };
        values[IoWait] = part(now->iowait, m_before->iowait);
        values[Steal] = part(now->steal, m_before->steal);
        values[Cpu] = std::max(0.0, thousandths(100.0 - part(now->idle, m_before->idle) - values[IoWait]));
    }
    m_before = now;

    double total = absent, available = absent, swapTotal = absent, swapFree = absent; // KiB
    m_proc.forEachLine("meminfo", [&](std::string_view line) {
        for (const auto& [name, value] :
            {std::pair{"MemTotal:", &total}, std::pair{"MemAvailable:", &available},
                std::pair{"SwapTotal:", &swapTotal}, std::pair{"SwapFree:", &swapFree}}) {
            if (line.starts_with(name)) {
                line.remove_prefix(std::string_view(name).size());
                *value = numberAt<double>(line).value_or(absent);
                return;
            }
        }
    });
    constexpr double kibToMb = 1024.0 / 1e6;
    values[MemoryUsed] = thousandths((total - available) * kibToMb);
    values[MemoryPercent] = total > 0.0 ? thousandths(100.0 * (total - available) / total) : absent;
    values[SwapUsed] = thousandths((swapTotal - swapFree) * kibToMb);
    m_proc.forEachLine(
        "loadavg", [&](std::string_view line) { values[Load] = numberAt<double>(line).value_or(absent); });
}

} // namespace plumb::monitor
