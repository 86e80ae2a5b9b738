// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace plumb::monitor {

/// A process as /proc/PID/stat tells of it (proc(5)).
struct ProcessStat
{
    int pid = 0, parent = 0;
    char state = '?';
    std::uint64_t started = 0; ///< ticks since boot: with the pid it names a process for good
    std::uint64_t cpu = 0; ///< ticks in user and system mode
    int threads = 0;
    std::uint64_t vms = 0, rss = 0; ///< bytes
    std::string_view name; ///< at most 15 bytes; valid until the next call

    /// Has ended, but its parent has not taken note yet, or is about to: its memory was given back, which is
    /// no 0 MB. The kernel's own threads (kthreadd, pid 2, and its children) never have memory.
    [[nodiscard]] bool ended() const
    {
        return state == 'Z' || state == 'X' || (vms == 0 && pid != 2 && parent != 2);
    }
};

/// The line of /proc/PID/stat; nothing where it is none. @p pageSize in bytes.
std::optional<ProcessStat> parseStat(std::string_view line, std::uint64_t pageSize);

/// Reads /proc with buffers of its own, so that reading often allocates nothing.
class ProcReader
{
public:
    /// @p root: another folder with such files, for tests.
    explicit ProcReader(std::string root = "/proc");

    void forEachPid(const std::function<void(int pid)>& visit) const;
    /// Nothing where there is no such process (any more).
    std::optional<ProcessStat> stat(int pid);
    /// Arguments joined by spaces; empty for kernel threads and where it may not be read. Valid until the
    /// next call.
    std::string_view commandLine(int pid);
    /// The first argument without its folder, or the name of the kernel; valid until the next call.
    std::string_view program(int pid);
    /// Open file descriptors; nothing where they may not be read.
    std::optional<int> openFiles(int pid) const;
    /// How many of its descriptors are sockets with these inodes; nothing where they may not be read.
    std::optional<int> socketsAmong(int pid, const std::unordered_set<std::uint64_t>& inodes) const;
    /// A file of /proc itself ("stat", "net/tcp"), line by line. False where it cannot be opened.
    bool forEachLine(const char* file, const std::function<void(std::string_view line)>& visit);
    [[nodiscard]] static double ticksPerSecond();

private:
    std::string_view readSmall(const char* file, int pid);

    std::string m_root;
    std::string m_path, m_buffer, m_text; ///< kept between calls
};

} // namespace plumb::monitor
