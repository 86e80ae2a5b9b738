// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/processgroup.h"
#include "monitor/source.h"

namespace plumb::monitor {

/// Memory, CPU, threads and open files of a process and its children, summed. Shared memory of several
/// processes counts once for each, as in top.
class ProcessSource final : public Source
{
public:
    explicit ProcessSource(ProcessPick pick, std::string label = {}, ProcReader proc = ProcReader());

    [[nodiscard]] std::string_view kind() const override { return "process"; }
    [[nodiscard]] const std::string& label() const override { return m_label; }
    [[nodiscard]] const std::vector<SeriesInfo>& series() const override;
    void read(Nanos at, std::vector<double>& values, std::vector<std::string>& notices) override;

    /// Places of the series.
    enum Column { Rss, Vms, Cpu, Threads, OpenFiles, Processes };

private:
    double cpuPercent(Nanos at);
    double openFiles(std::vector<std::string>& notices);

    ProcessGroup m_group;
    std::string m_label;
    struct CpuTime
    {
        std::uint64_t started = 0, ticks = 0;
    };
    std::unordered_map<int, CpuTime> m_cpu, m_cpuBefore;
    Nanos m_cpuAt{};
    bool m_cpuKnown = false, m_filesTold = false;
};

} // namespace plumb::monitor
