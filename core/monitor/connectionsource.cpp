// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/connectionsource.h"

#include "monitor/connections.h"

#include <limits>

namespace plumb::monitor {

namespace {
constexpr double absent = std::numeric_limits<double>::quiet_NaN();
} // namespace

ConnectionSource::ConnectionSource(int port, ProcReader proc)
    : m_port(port)
    , m_proc(std::move(proc))
    , m_label("port " + std::to_string(port))
{
}

ConnectionSource::ConnectionSource(ProcessPick pick, ProcReader proc)
    : m_proc(proc)
    , m_group(std::in_place, std::move(pick), std::move(proc))
    , m_label(m_group->label())
{
}

const std::vector<SeriesInfo>& ConnectionSource::series() const
{
    static const std::vector<SeriesInfo> all{{"open", ""}};
    return all;
}

void ConnectionSource::read(Nanos at, std::vector<double>& values, std::vector<std::string>& notices)
{
    values.assign(1, m_group ? ofProcess(at, notices) : ofPort());
}

double ConnectionSource::ofPort()
{
    int clients = 0, servers = 0;
    const auto port = static_cast<unsigned>(m_port);
    const bool told = forEachTcpSocket(m_proc, [&](const TcpSocket& socket) {
        if (socket.state == TcpSocket::established) {
            clients += socket.remotePort == port ? 1 : 0;
            servers += socket.localPort == port ? 1 : 0;
        }
    });
    return told ? std::max(clients, servers) : absent;
}

double ConnectionSource::ofProcess(Nanos at, std::vector<std::string>& notices)
{
    if (m_group->look(at, notices) != ProcessGroup::State::present) {
        return absent;
    }
    std::unordered_set<std::uint64_t> inodes;
    const bool told = forEachTcpSocket(m_proc, [&inodes](const TcpSocket& socket) {
        if (socket.state == TcpSocket::established) {
            inodes.insert(socket.inode);
        }
    });
    double sum = 0.0;
    for (const ProcessStat& member : m_group->members()) {
        const auto count = told ? m_proc.socketsAmong(member.pid, inodes) : std::nullopt;
        if (!count) {
            return absent;
        }
        sum += *count;
    }
    return sum;
}

} // namespace plumb::monitor
