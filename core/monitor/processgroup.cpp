// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/processgroup.h"

#include "monitor/connections.h"

#include <algorithm>
#include <unistd.h>

namespace plumb::monitor {

namespace {

constexpr Nanos scanEvery = std::chrono::seconds(1);
/// A process that was forked is another program a moment later, without a change that can be seen cheaply.
constexpr Nanos settled = std::chrono::seconds(3);
constexpr std::size_t mostPidsNamed = 5;

template <class Ids>
std::string pidsText(const Ids& ids)
{
    std::string text = ids.size() == 1 ? "pid " : "pids ";
    for (std::size_t i = 0; i < ids.size() && i < mostPidsNamed; ++i) {
        text += (i > 0 ? ", " : "") + std::to_string(ids[i].pid);
    }
    return text + (ids.size() > mostPidsNamed ? ", ..." : "");
}

} // namespace

std::string labelOf(const ProcessPick& pick)
{
    if (pick.pid > 0) {
        return "pid " + std::to_string(pick.pid);
    }
    if (!pick.match.empty()) {
        return pick.match;
    }
    return !pick.name.empty() ? pick.name : "port " + std::to_string(pick.port);
}

ProcessGroup::ProcessGroup(ProcessPick pick, ProcReader proc)
    : m_pick(std::move(pick))
    , m_proc(std::move(proc))
    , m_label(labelOf(m_pick))
{
}

ProcessGroup::State ProcessGroup::look(Nanos at, std::vector<std::string>& notices)
{
    m_new.clear();
    const auto before = m_roots;
    if (!m_looked || at - m_lastScan >= scanEvery || !rereadMembers()) {
        scan(at);
    }
    const bool first = !std::exchange(m_looked, true);
    if (first && m_roots.empty()) {
        notices.push_back("no process matches \"" + m_label + "\"; waiting for it");
    } else if (!first) {
        tell(before, notices);
    }
    if (m_roots.empty()) {
        return State::absent;
    }
    const auto gone = std::count_if(before.begin(), before.end(),
        [this](const Id& id) { return std::find(m_roots.begin(), m_roots.end(), id) == m_roots.end(); });
    return gone > 0 && gone == std::ssize(before) ? State::restarted : State::present;
}

/// False where a member is gone or has become another process.
bool ProcessGroup::rereadMembers()
{
    if (m_roots.empty()) {
        return true; // looked for once a second
    }
    for (ProcessStat& member : m_members) {
        const auto now = m_proc.stat(member.pid);
        if (!now || now->started != member.started || now->ended()) {
            return false;
        }
        member = *now;
    }
    return true;
}

void ProcessGroup::scan(Nanos at)
{
    m_lastScan = at;
    ++m_round;
    m_table.clear();
    m_picked.clear();
    if (m_pick.port > 0) {
        findListeners();
    }
    m_proc.forEachPid([this, at](int pid) {
        const auto stat = m_proc.stat(pid);
        if (!stat || stat->ended()) {
            return;
        }
        m_table.push_back(*stat);
        bool isNew = false;
        if (matches(*stat, at, isNew)) {
            m_picked.insert(pid);
        }
        if (isNew && m_looked) {
            m_new.insert(pid);
        }
    });
    std::erase_if(m_known, [this](const auto& entry) { return entry.second.round != m_round; });
    collectMembers();
}

bool ProcessGroup::matches(const ProcessStat& stat, Nanos at, bool& isNew)
{
    auto& known = m_known[stat.pid];
    isNew = known.round == 0 || known.started != stat.started;
    const bool fresh = isNew || at - known.firstSeen < settled || known.name != stat.name;
    if (isNew) {
        known.firstSeen = at;
        known.started = stat.started;
    }
    known.round = m_round;
    if (fresh) {
        known.name = stat.name;
        known.matches = pickMatches(stat.pid);
    } else if (m_pick.port > 0) {
        known.matches = m_listeners.contains(stat.pid);
    }
    return known.matches;
}

bool ProcessGroup::pickMatches(int pid)
{
    if (m_pick.pid > 0) {
        return pid == m_pick.pid;
    }
    if (m_pick.port > 0) {
        return m_listeners.contains(pid);
    }
    const bool matched = m_pick.match.empty()
        ? m_proc.program(pid) == m_pick.name
        : m_proc.commandLine(pid).find(m_pick.match) != std::string_view::npos;
    return matched && !(m_pick.leaveOutOwn && isOwn(pid));
}

bool ProcessGroup::isOwn(int pid)
{
    for (int own = ::getpid(); own > 1;) {
        if (own == pid) {
            return true;
        }
        const auto stat = m_proc.stat(own);
        own = stat ? stat->parent : 0;
    }
    const std::string program(m_proc.program(pid));
    if (program == "plumbline") {
        return true;
    }
    return program == "plumb" && m_proc.commandLine(pid).find(" serve") == std::string_view::npos;
}

void ProcessGroup::findListeners()
{
    std::unordered_set<std::uint64_t> inodes;
    forEachTcpSocket(m_proc, [this, &inodes](const TcpSocket& socket) {
        if (socket.state == TcpSocket::listening && socket.localPort == static_cast<unsigned>(m_pick.port)) {
            inodes.insert(socket.inode);
        }
    });
    const auto listens
        = [this, &inodes](int pid) { return m_proc.socketsAmong(pid, inodes).value_or(0) > 0; };
    // Whoever listened still does, as a rule: to look through all descriptors of all processes is dear.
    std::erase_if(m_listeners, [&listens](int pid) { return !listens(pid); });
    if (m_listeners.empty() && !inodes.empty()) {
        m_proc.forEachPid([this, &listens](int pid) {
            if (listens(pid)) {
                m_listeners.insert(pid);
            }
        });
    }
}

void ProcessGroup::collectMembers()
{
    m_roots.clear();
    m_members.clear();
    for (const ProcessStat& stat : m_table) {
        if (m_picked.contains(stat.pid) && !m_picked.contains(stat.parent)) {
            m_roots.push_back({stat.pid, stat.started});
        }
    }
    // Children of members become members until there are no more.
    for (bool more = m_pick.children; more;) {
        more = false;
        for (const ProcessStat& stat : m_table) {
            if (!m_picked.contains(stat.pid) && m_picked.contains(stat.parent)) {
                m_picked.insert(stat.pid);
                more = true;
            }
        }
    }
    std::copy_if(m_table.begin(), m_table.end(), std::back_inserter(m_members),
        [this](const ProcessStat& stat) { return m_picked.contains(stat.pid); });
}

void ProcessGroup::tell(const std::vector<Id>& before, std::vector<std::string>& notices)
{
    const auto without = [](const std::vector<Id>& all, const std::vector<Id>& some) {
        std::vector<Id> rest;
        std::copy_if(all.begin(), all.end(), std::back_inserter(rest),
            [&some](const Id& id) { return std::find(some.begin(), some.end(), id) == some.end(); });
        return rest;
    };
    const auto gone = without(before, m_roots), come = without(m_roots, before);
    const std::string name = "\"" + m_label + "\"";
    if (!gone.empty() && !come.empty()) {
        notices.push_back(name + " was restarted: " + pidsText(come) + " in place of " + pidsText(gone));
    } else if (!gone.empty()) {
        notices.push_back(name + (m_roots.empty() ? " is gone (" : " lost a process (") + pidsText(gone)
            + (m_roots.empty() ? ")" : "), " + std::to_string(m_roots.size()) + " left"));
    } else if (!come.empty()) {
        notices.push_back(
            name + (before.empty() ? " is there (" : " has one more process (") + pidsText(come) + ")");
    }
}

} // namespace plumb::monitor
