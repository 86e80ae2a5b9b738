// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hostcpu.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string>

namespace plumb {

namespace {

std::string_view nextWord(std::string_view& text)
{
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

} // namespace

std::optional<HostCpu> parseHostCpu(std::string_view line)
{
    if (nextWord(line) != "cpu") {
        return std::nullopt;
    }
    HostCpu cpu;
    // user nice system idle iowait irq softirq steal; guest times are part of user time (proc(5)).
    for (int field = 0; field < 8; ++field) {
        const auto word = nextWord(line);
        std::uint64_t ticks = 0;
        if (std::from_chars(word.data(), word.data() + word.size(), ticks).ec != std::errc()) {
            return std::nullopt;
        }
        cpu.total += ticks;
        if (field == 3) {
            cpu.idle = ticks;
        } else if (field == 4) {
            cpu.iowait = ticks;
        } else if (field == 7) {
            cpu.steal = ticks;
        }
    }
    return cpu;
}

std::optional<HostCpu> readHostCpu()
{
    std::string line;
    std::ifstream stat("/proc/stat");
    return std::getline(stat, line) ? parseHostCpu(line) : std::nullopt;
}

std::optional<HostShare> shareBetween(const HostCpu& before, const HostCpu& after)
{
    if (after.total <= before.total) {
        return std::nullopt;
    }
    const auto total = static_cast<double>(after.total - before.total);
    // The kernel's idle and iowait counters may step back a little.
    const auto part = [total](std::uint64_t now, std::uint64_t then) {
        return now > then ? std::min(100.0, 100.0 * static_cast<double>(now - then) / total) : 0.0;
    };
    return HostShare{std::min(100.0, part(after.idle, before.idle) + part(after.iowait, before.iowait)),
        part(after.steal, before.steal)};
}

} // namespace plumb
