// SPDX-License-Identifier: GPL-3.0-or-later
// monitored MARK MEGABYTES [child]: touches that much memory, starts a child that does the same where it is
// told to, says "ready" and sleeps until its standard input ends. A child ends with its parent.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/prctl.h>
#include <unistd.h>
#include <vector>

int main(int argc, char** argv)
{
    if (argc < 3) {
        return 2;
    }
    std::vector<char> memory(static_cast<std::size_t>(std::atoi(argv[2])) * 1'000'000U);
    std::memset(memory.data(), 1, memory.size());
    if (argc > 3 && std::strcmp(argv[3], "child") == 0) {
        const auto child = ::fork();
        if (child == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            // Written to, so that the pages are its own.
            std::memset(memory.data(), 2, memory.size());
            std::puts("ready");
            std::fflush(stdout);
            ::pause();
            std::_Exit(0);
        }
    } else {
        std::puts("ready");
        std::fflush(stdout);
    }
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) {
        // A byte is a request for some CPU time.
        volatile unsigned long sum = 0;
        for (unsigned long i = 0; i < 300'000'000UL; ++i) {
            sum = sum + i;
        }
        std::puts("done");
        std::fflush(stdout);
    }
    return 0;
}
