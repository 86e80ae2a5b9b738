// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "monitor/procreader.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace plumb::monitor {

/// Which processes are meant: one of pid, match, name, port.
struct ProcessPick
{
    int pid = 0;
    std::string match; ///< a part of the command line
    std::string name; ///< of the program, without folder
    int port = 0; ///< the process that listens on this TCP port of this machine
    bool children = true; ///< with all processes it has started
    /// What to leave out of match and name: this process and those that started it (a shell that has the
    /// pattern in its own command line), and other programs of Plumbline that are not the service.
    bool leaveOutOwn = true;
};

/// The processes that a pick means, followed over restarts.
///
/// All of /proc is looked through once a second at most, and at once when a process is gone; in between only
/// the members are read. A process is its pid and its start, so a pid that was given to another process is
/// not mistaken for it.
class ProcessGroup
{
public:
    explicit ProcessGroup(ProcessPick pick, ProcReader proc = ProcReader());

    enum class State {
        absent, ///< no process matches
        present,
        restarted, ///< others than at the last look have taken the place: this reading is of neither
    };
    /// Looks now. What happened since the last look is added to @p notices.
    State look(Nanos at, std::vector<std::string>& notices);

    /// The matching processes and their children; empty where there are none. Names are not valid.
    [[nodiscard]] const std::vector<ProcessStat>& members() const { return m_members; }
    /// Came to be since the look before, so all its CPU time is new.
    [[nodiscard]] bool isNew(int pid) const { return m_new.contains(pid); }
    [[nodiscard]] ProcReader& proc() { return m_proc; }
    [[nodiscard]] const std::string& label() const { return m_label; }

private:
    struct Id
    {
        int pid = 0;
        std::uint64_t started = 0;
        bool operator==(const Id&) const = default;
    };
    struct Known
    {
        std::uint64_t started = 0;
        Nanos firstSeen{};
        std::string name; ///< changes when another program is run
        bool matches = false;
        std::uint64_t round = 0;
    };
    void scan(Nanos at);
    bool rereadMembers();
    bool matches(const ProcessStat& stat, Nanos at, bool& isNew);
    bool pickMatches(int pid);
    [[nodiscard]] bool isOwn(int pid);
    void findListeners();
    void collectMembers();
    void tell(const std::vector<Id>& before, std::vector<std::string>& notices);

    ProcessPick m_pick;
    ProcReader m_proc;
    std::string m_label;
    std::unordered_map<int, Known> m_known;
    std::unordered_set<int> m_listeners; ///< of the picked port
    std::unordered_set<int> m_new, m_picked;
    std::vector<ProcessStat> m_table, m_members;
    std::vector<Id> m_roots; ///< matching processes whose parent does not match
    std::uint64_t m_round = 0;
    Nanos m_lastScan{};
    bool m_looked = false;
};

/// How a pick is called: "uvicorn app.asgi:app", "pid 1234", "port 8080".
std::string labelOf(const ProcessPick& pick);

} // namespace plumb::monitor
