// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// What a program and its launcher say to each other over a stream socket, which is descriptor 3 of the
// launcher. Both are of one build on one machine, so the numbers travel as they are in memory.
//
// To the launcher: a Message, then `length` bytes. With `start` come two descriptors (SCM_RIGHTS), the
// command's standard output and error; its bytes are: working folder, argv, environment, each text ended by a
// zero byte, then the processors as 32-bit numbers. From the launcher: Replies alone.
namespace plumb::launch {

inline constexpr int launcherSocket = 3;

struct Message
{
    enum Kind : std::uint32_t { start = 1, kill = 2 };
    std::uint32_t kind = start;
    std::uint32_t length = 0;
    std::uint32_t id = 0;
    std::int32_t number = 0; ///< start: niceness; kill: the signal
    std::uint32_t argc = 0, envc = 0, cpus = 0;
};

/// Where a command that could not be started failed.
enum class StartStage : std::int32_t { fork = 1, folder, niceness, processors, program };

struct Reply
{
    enum Kind : std::uint32_t { started = 1, failed = 2, ended = 3 };
    std::uint32_t kind = started;
    std::uint32_t id = 0;
    std::int32_t pid = 0;
    std::int32_t code = 0; ///< failed: errno; ended: as wait() gives it
    std::int32_t stage = 0; ///< failed: StartStage
    std::int32_t unused = 0;
    std::int64_t at_ns = 0; ///< CLOCK_MONOTONIC
    std::int64_t user_us = 0, system_us = 0, peak_rss_kb = 0; ///< ended
};

} // namespace plumb::launch
