// SPDX-License-Identifier: GPL-3.0-or-later
// plumb-launch: starts commands for plumb and tells what they used (core/launch/launchprotocol.h says how).
// It is a program of its own, and a small one, because a process forked from a large one reports the memory
// of that as its own peak. It goes, and takes every command with it, when its socket is closed.
#include "launch/launchprotocol.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <initializer_list>

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern "C" char** environ; // NOLINT: POSIX says that it is declared by the program

namespace {

using plumb::launch::launcherSocket;
using plumb::launch::Message;
using plumb::launch::Reply;
using plumb::launch::StartStage;

struct Child
{
    std::uint32_t id;
    pid_t pid;
};

// Plain C memory: the C++ library alone would triple what a child begins with.
Child* children = nullptr;
std::size_t childCount = 0;
std::size_t childRoom = 0;
int childSignal[2] = {-1, -1};

std::int64_t now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

std::int64_t micros(const timeval& time)
{
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000 + time.tv_usec;
}

bool readAll(int fd, void* into, std::size_t size)
{
    auto* at = static_cast<char*>(into);
    while (size > 0) {
        const ssize_t got = read(fd, at, size);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        at += got > 0 ? got : 0;
        size -= got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    return true;
}

void tell(const Reply& reply)
{
    const auto* at = reinterpret_cast<const char*>(&reply);
    std::size_t left = sizeof reply;
    while (left > 0) {
        const ssize_t sent = send(launcherSocket, at, left, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return;
        at += sent > 0 ? sent : 0;
        left -= sent > 0 ? static_cast<std::size_t>(sent) : 0;
    }
}

/// A header with up to two descriptors; false at the end of the stream.
bool receive(Message& message, int (&descriptors)[2])
{
    iovec bytes{&message, sizeof message};
    msghdr header{};
    header.msg_iov = &bytes;
    header.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(2 * sizeof(int))];
    header.msg_control = control;
    header.msg_controllen = sizeof control;
    ssize_t got = 0;
    do {
        got = recvmsg(launcherSocket, &header, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (got <= 0)
        return false;
    if (const cmsghdr* rights = CMSG_FIRSTHDR(&header); rights != nullptr && rights->cmsg_type == SCM_RIGHTS)
        memcpy(descriptors, CMSG_DATA(rights), rights->cmsg_len - CMSG_LEN(0));
    const auto size = static_cast<std::size_t>(got);
    return size == sizeof message
        || readAll(launcherSocket, reinterpret_cast<char*>(&message) + size, sizeof message - size);
}

/// The texts of a start message, as pointers into it.
struct Texts
{
    char* folder = nullptr;
    char** argv = nullptr;
    char** env = nullptr;
    char* cpus = nullptr; ///< numbers, not aligned
};

char** takeTexts(char*& at, std::uint32_t count)
{
    auto** list = static_cast<char**>(calloc(count + 1, sizeof(char*)));
    for (std::uint32_t i = 0; i < count && list != nullptr; ++i) {
        list[i] = at;
        at += strlen(at) + 1;
    }
    return list;
}

[[noreturn]] void giveUp(int fd, StartStage stage)
{
    const std::int32_t failure[2] = {static_cast<std::int32_t>(stage), errno};
    [[maybe_unused]] const ssize_t written = write(fd, failure, sizeof failure);
    _exit(127);
}

/// In the child, up to the program.
[[noreturn]] void become(const Message& message, const Texts& texts, const int (&output)[2], int failures)
{
    setpgid(0, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int ignored : {SIGPIPE, SIGINT, SIGTERM, SIGHUP})
        signal(ignored, SIG_DFL);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    dup2(output[0], STDOUT_FILENO);
    dup2(output[1], STDERR_FILENO);
    if (*texts.folder != '\0' && chdir(texts.folder) != 0)
        giveUp(failures, StartStage::folder);
    if (message.number != 0 && setpriority(PRIO_PROCESS, 0, message.number) != 0)
        giveUp(failures, StartStage::niceness);
    if (message.cpus > 0) {
        cpu_set_t set;
        CPU_ZERO(&set);
        for (std::uint32_t i = 0; i < message.cpus; ++i) {
            std::uint32_t cpu = 0;
            memcpy(&cpu, texts.cpus + i * sizeof cpu, sizeof cpu);
            CPU_SET(cpu, &set);
        }
        if (sched_setaffinity(0, sizeof set, &set) != 0)
            giveUp(failures, StartStage::processors);
    }
    environ = texts.env;
    execvp(texts.argv[0], texts.argv);
    giveUp(failures, StartStage::program);
}

bool remember(std::uint32_t id, pid_t pid)
{
    if (childCount == childRoom) {
        const std::size_t room = childRoom == 0 ? 64 : 2 * childRoom;
        auto* grown = static_cast<Child*>(realloc(children, room * sizeof(Child)));
        if (grown == nullptr)
            return false;
        children = grown;
        childRoom = room;
    }
    children[childCount++] = {id, pid};
    return true;
}

void start(const Message& message, const Texts& texts, const int (&output)[2])
{
    Reply reply;
    reply.id = message.id;
    reply.kind = Reply::failed;
    reply.stage = static_cast<std::int32_t>(StartStage::fork);
    int failures[2] = {-1, -1};
    if (texts.argv == nullptr || texts.env == nullptr || pipe2(failures, O_CLOEXEC) != 0) {
        reply.code = errno;
        tell(reply);
        return;
    }
    reply.at_ns = now();
    const pid_t pid = fork();
    if (pid == 0)
        become(message, texts, output, failures[1]);
    reply.code = errno;
    close(failures[1]);
    if (pid > 0) {
        setpgid(pid, pid); // whoever comes first, the group is there before anything is sent to it
        std::int32_t failure[2] = {0, 0};
        if (readAll(failures[0], failure, sizeof failure)) {
            reply.stage = failure[0];
            reply.code = failure[1];
            waitpid(pid, nullptr, 0);
        } else if (remember(message.id, pid)) {
            reply.kind = Reply::started;
            reply.pid = pid;
        } else {
            kill(-pid, SIGKILL);
            waitpid(pid, nullptr, 0);
        }
    }
    close(failures[0]);
    tell(reply);
}

/// Serves one message; false at the end of the stream.
bool serve()
{
    Message message;
    int output[2] = {-1, -1};
    if (!receive(message, output))
        return false;
    if (message.kind == Message::kill) {
        for (std::size_t i = 0; i < childCount; ++i) {
            if (children[i].id == message.id)
                kill(-children[i].pid, message.number);
        }
        return true;
    }
    auto* payload = static_cast<char*>(malloc(message.length + 1));
    const bool whole = payload != nullptr && readAll(launcherSocket, payload, message.length);
    if (whole) {
        payload[message.length] = '\0';
        Texts texts;
        char* at = payload;
        texts.folder = at;
        at += strlen(at) + 1;
        texts.argv = takeTexts(at, message.argc);
        texts.env = takeTexts(at, message.envc);
        texts.cpus = at;
        start(message, texts, output);
        free(texts.argv);
        free(texts.env);
    }
    free(payload);
    close(output[0]);
    close(output[1]);
    return whole;
}

/// Tells of children that have ended. What is left of a child's group goes with it: nobody waits for that.
void reap()
{
    for (std::size_t i = 0; i < childCount;) {
        siginfo_t info{};
        const pid_t pid = children[i].pid;
        if (waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0
            || info.si_pid == 0) {
            ++i;
            continue;
        }
        Reply reply;
        reply.kind = Reply::ended;
        reply.id = children[i].id;
        reply.pid = pid;
        reply.at_ns = now();
        kill(-pid, SIGKILL); // before it is waited for, while the number is still its own
        rusage use{};
        wait4(pid, &reply.code, 0, &use);
        reply.user_us = micros(use.ru_utime);
        reply.system_us = micros(use.ru_stime);
        reply.peak_rss_kb = use.ru_maxrss;
        children[i] = children[--childCount];
        tell(reply);
    }
}

extern "C" void onChild(int)
{
    const int saved = errno;
    [[maybe_unused]] const ssize_t written = write(childSignal[1], "x", 1);
    errno = saved;
}

} // namespace

int main()
{
    setsid(); // Ctrl+C in the terminal is for plumb, which ends its commands in order
    fcntl(launcherSocket, F_SETFD, FD_CLOEXEC);
    if (pipe2(childSignal, O_CLOEXEC | O_NONBLOCK) != 0)
        return 1;
    for (const int ignored : {SIGPIPE, SIGINT, SIGTERM, SIGHUP})
        signal(ignored, SIG_IGN);
    struct sigaction action = {};
    action.sa_handler = onChild;
    action.sa_flags = SA_RESTART | SA_NOCLDSTOP;
    sigaction(SIGCHLD, &action, nullptr);
    bool open = true;
    while (open) {
        pollfd polls[2] = {{launcherSocket, POLLIN, 0}, {childSignal[0], POLLIN, 0}};
        if (poll(polls, 2, -1) < 0 && errno != EINTR)
            break;
        char drained[64];
        while (read(childSignal[0], drained, sizeof drained) > 0) { }
        reap();
        if (polls[0].revents != 0)
            open = serve();
    }
    for (std::size_t i = 0; i < childCount; ++i)
        kill(-children[i].pid, SIGKILL);
    while (waitpid(-1, nullptr, 0) > 0) { }
    return 0;
}
