// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threadcpu.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#ifdef __linux__
#include <pthread.h>
#endif

namespace plumb::engine {

ThreadTimes threadTimes(std::initializer_list<std::string_view> names)
{
    ThreadTimes times;
    std::error_code error;
    // A thread may end while we look; its numbers are gone then, which is what an empty stream means.
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task", error)) {
        std::string comm;
        std::getline(std::ifstream(task.path() / "comm"), comm);
        const bool wanted = std::any_of(
            names.begin(), names.end(), [&comm](std::string_view name) { return comm.starts_with(name); });
        std::int64_t computed = 0;
        std::int64_t waited = 0;
        if (wanted && std::ifstream(task.path() / "schedstat") >> computed >> waited)
            times[std::atoi(task.path().filename().c_str())] = {comm, Nanos{computed}, Nanos{waited}};
    }
    return times;
}

void nameThread(const std::string& name)
{
#ifdef __linux__
    ::pthread_setname_np(::pthread_self(), name.substr(0, 15).c_str());
#else
    static_cast<void>(name);
#endif
}

} // namespace plumb::engine
