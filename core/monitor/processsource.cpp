// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/processsource.h"

#include <cmath>
#include <limits>

namespace plumb::monitor {

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();
constexpr double mega = 1e6;

double thousandths(double value)
{
    return std::round(value * 1000.0) / 1000.0;
}

} // namespace

ProcessSource::ProcessSource(ProcessPick pick, std::string label, ProcReader proc)
    : m_group(std::move(pick), std::move(proc))
    , m_label(label.empty() ? m_group.label() : std::move(label))
{
}

const std::vector<SeriesInfo>& ProcessSource::series() const
{
    static const std::vector<SeriesInfo> all{{"rss_mb", "MB"}, {"vms_mb", "MB"}, {"cpu_pct", "%"},
        {"threads", ""}, {"open_files", ""}, {"processes", ""}};
    return all;
}

void ProcessSource::read(Nanos at, std::vector<double>& values, std::vector<std::string>& notices)
{
    values.assign(series().size(), absent);
    const auto state = m_group.look(at, notices);
    if (state == ProcessGroup::State::absent) {
        m_cpuKnown = false;
        return;
    }
    double rss = 0.0, vms = 0.0, threads = 0.0;
    for (const ProcessStat& member : m_group.members()) {
        rss += static_cast<double>(member.rss);
        vms += static_cast<double>(member.vms);
        threads += member.threads;
    }
    const double cpu = cpuPercent(at);
    if (state == ProcessGroup::State::restarted) {
        m_cpuKnown = true; // counted from here on
        return;
    }
    values[Rss] = thousandths(rss / mega);
    values[Vms] = thousandths(vms / mega);
    values[Cpu] = cpu;
    values[Threads] = threads;
    values[OpenFiles] = openFiles(notices);
    values[Processes] = static_cast<double>(m_group.members().size());
}

/// Ticks of all members since the last reading. What a process did between its last reading and its end is
/// lost; what one did before it was first seen counts only where it began since.
double ProcessSource::cpuPercent(Nanos at)
{
    m_cpuBefore.swap(m_cpu);
    m_cpu.clear();
    std::uint64_t ticks = 0;
    for (const ProcessStat& member : m_group.members()) {
        const auto before = m_cpuBefore.find(member.pid);
        if (before != m_cpuBefore.end() && before->second.started == member.started) {
            ticks += member.cpu - std::min(member.cpu, before->second.ticks);
        } else if (m_group.isNew(member.pid)) {
            ticks += member.cpu;
        }
        m_cpu[member.pid] = {member.started, member.cpu};
    }
    const double seconds = std::chrono::duration<double>(at - m_cpuAt).count();
    m_cpuAt = at;
    const bool known = std::exchange(m_cpuKnown, true);
    return known && seconds > 0.0
        ? thousandths(100.0 * static_cast<double>(ticks) / ProcReader::ticksPerSecond() / seconds)
        : absent;
}

double ProcessSource::openFiles(std::vector<std::string>& notices)
{
    double sum = 0.0;
    for (const ProcessStat& member : m_group.members()) {
        const auto files = m_group.proc().openFiles(member.pid);
        if (!files) {
            if (m_group.proc().stat(member.pid) && !std::exchange(m_filesTold, true)) {
                notices.push_back(
                    "open files of \"" + m_label + "\" cannot be read: it belongs to another user");
            }
            return absent;
        }
        sum += *files;
    }
    return sum;
}

} // namespace plumb::monitor
