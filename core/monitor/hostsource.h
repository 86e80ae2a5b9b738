// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hostcpu.h"
#include "monitor/procreader.h"
#include "monitor/source.h"

#include <optional>

namespace plumb::monitor {

/// This machine: CPU of all cores (100 is all of them busy), memory, load, run queue.
class HostSource final : public Source
{
public:
    explicit HostSource(ProcReader proc = ProcReader());

    [[nodiscard]] std::string_view kind() const override { return "host"; }
    [[nodiscard]] const std::string& label() const override { return m_label; }
    [[nodiscard]] const std::vector<SeriesInfo>& series() const override;
    void read(Nanos at, std::vector<double>& values, std::vector<std::string>& notices) override;

    enum Column { Cpu, IoWait, Steal, MemoryUsed, MemoryPercent, SwapUsed, Load, RunQueue };

private:
    ProcReader m_proc;
    std::string m_label;
    std::optional<HostCpu> m_before;
};

} // namespace plumb::monitor
