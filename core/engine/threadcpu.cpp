// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threadcpu.h"

#include <filesystem>
#include <fstream>

#ifdef __linux__
#include <pthread.h>
#include <time.h>
#endif

namespace plumb::engine {

Nanos threadCpuTime()
{
#ifdef __linux__
    timespec time{};
    if (::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return std::chrono::seconds(time.tv_sec) + Nanos(time.tv_nsec);
#endif
    return {};
}

Nanos cpuTimeOfThreads(const std::string& name)
{
    Nanos sum{};
    std::error_code error;
    // A thread may end while we look; its numbers are gone then, which is what an empty stream means.
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task", error)) {
        std::string comm;
        std::getline(std::ifstream(task.path() / "comm"), comm);
        if (comm != name)
            continue;
        std::int64_t computed = 0;
        if (std::ifstream(task.path() / "schedstat") >> computed)
            sum += Nanos{computed};
    }
    return sum;
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
