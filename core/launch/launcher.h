// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace plumb::launch {

/// A program to run. It gets a process group of its own, and no standard input.
struct Job
{
    std::vector<std::string> argv; ///< a name without "/" is looked up in the PATH of `env`
    std::string cwd;
    std::vector<std::string> env; ///< "NAME=VALUE", all there are
    int nice = 0;
    std::vector<int> cpus; ///< empty: all
    bool join_errors = false; ///< standard error goes where standard output goes
    std::size_t keep_output = 0; ///< bytes of its beginning
    std::size_t keep_tail = 4096; ///< bytes of the end of its output and of its errors
    std::size_t most_output = 0; ///< what writes more is killed; 0: any amount, which is counted
    Nanos timeout{}; ///< killed after this time; 0: never
};

/// How it ended.
struct Ended
{
    enum class Why { exited, not_started, timeout, too_much_output, killed, launcher_gone };
    Why why = Why::exited; ///< killed: by kill()
    std::string error; ///< not_started, launcher_gone: the reason, in words
    int exit_code = 0; ///< of exited; -1 where a signal ended it
    int signal = 0;
    Nanos started{}, ended{}; ///< CLOCK_MONOTONIC
    Nanos user_cpu{}, system_cpu{}; ///< with the children it waited for
    std::int64_t peak_rss_kb = 0; ///< of the largest of them
    std::string output; ///< its beginning
    std::int64_t output_bytes = 0, errors_bytes = 0;
    bool output_cut = false;
    std::string output_tail, errors_tail;
};

/// The environment of this process as Job::env wants it, with @p changes over it.
std::vector<std::string> environmentWith(const std::vector<std::pair<std::string, std::string>>& changes);

class LaunchLoop;

/// Starts commands from a small process beside this one: a child forked from a large process reports that
/// process's memory as its own peak, and a crash of this one takes the commands down with the helper. When a
/// command's first process ends, what is left of its group is killed. All members may be called from any
/// thread.
class Launcher
{
public:
    /// The helper program "plumb-launch", beside the running program or in the libexec folder of its
    /// installation.
    static std::filesystem::path helperProgram();
    static Result<std::unique_ptr<Launcher>> start(const std::filesystem::path& helper = helperProgram());
    /// Kills what still runs; handlers that were not called are not called any more.
    ~Launcher();
    Launcher(const Launcher&) = delete;
    Launcher& operator=(const Launcher&) = delete;

    struct Handlers
    {
        std::function<void(int pid)> started; ///< may be empty
        std::function<void(Ended&&)> ended; ///< exactly once
    };
    /// Handlers are called in the launcher's thread, never from inside run().
    std::uint32_t run(Job job, Handlers handlers);
    /// Sends @p signal to the whole group; nothing happens if it has ended.
    void kill(std::uint32_t id, int signal);

private:
    explicit Launcher(std::unique_ptr<LaunchLoop> made);
    std::unique_ptr<LaunchLoop> m_loop;
};

} // namespace plumb::launch
