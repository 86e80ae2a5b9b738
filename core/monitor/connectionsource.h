// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/processgroup.h"
#include "monitor/source.h"

#include <optional>

namespace plumb::monitor {

/// Established TCP connections: to a port, or of a process and its children.
///
/// To a port, the ends on this machine are counted: those of clients, and those of the server where it runs
/// here; the greater number of the two, since on loopback each connection has both.
class ConnectionSource final : public Source
{
public:
    explicit ConnectionSource(int port, ProcReader proc = ProcReader());
    explicit ConnectionSource(ProcessPick pick, ProcReader proc = ProcReader());

    [[nodiscard]] std::string_view kind() const override { return "connections"; }
    [[nodiscard]] const std::string& label() const override { return m_label; }
    [[nodiscard]] const std::vector<SeriesInfo>& series() const override;
    void read(Nanos at, std::vector<double>& values, std::vector<std::string>& notices) override;

private:
    double ofPort();
    double ofProcess(Nanos at, std::vector<std::string>& notices);

    int m_port = 0;
    ProcReader m_proc;
    std::optional<ProcessGroup> m_group;
    std::string m_label;
};

} // namespace plumb::monitor
