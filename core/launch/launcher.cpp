// SPDX-License-Identifier: GPL-3.0-or-later
#include "launch/launcher.h"

#include "launch/launchloop.h"
#include "launch/launchwire.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

extern "C" char** environ; // NOLINT: POSIX says that it is declared by the program

namespace plumb::launch {

std::vector<std::string> environmentWith(const std::vector<std::pair<std::string, std::string>>& changes)
{
    std::vector<std::string> all;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        const std::string_view name = text.substr(0, text.find('='));
        const bool changed = std::any_of(
            changes.begin(), changes.end(), [name](const auto& change) { return change.first == name; });
        if (!changed)
            all.emplace_back(text);
    }
    for (const auto& [name, value] : changes)
        all.push_back(name + '=' + value);
    return all;
}

Launcher::Launcher(std::unique_ptr<LaunchLoop> made)
    : m_loop(std::move(made))
{
}

Launcher::~Launcher() = default;

std::filesystem::path Launcher::helperProgram()
{
    const std::filesystem::path name = "plumb-launch";
    std::vector<std::filesystem::path> places;
    if (QCoreApplication::instance() != nullptr) {
        const std::filesystem::path here = QCoreApplication::applicationDirPath().toStdString();
        places = {here / name, here / ".." / "libexec" / "plumbline" / name};
    }
    if (const char* programs = std::getenv("PLUMB_BIN")) // where tests find what was built
        places.push_back(std::filesystem::path(programs) / name);
    for (const auto& place : places) {
        if (std::error_code code; std::filesystem::exists(place, code))
            return place;
    }
    return name;
}

Result<std::unique_ptr<Launcher>> Launcher::start(const std::filesystem::path& helper)
{
    const auto failure = [&helper](int code) {
        return Error{ErrorKind::io, "the helper that starts commands cannot be run: " + errorText(code),
            helper.string(), "it is installed beside plumb; install Plumbline again"};
    };
    std::array<int, 2> ends{};
    std::optional<Pipe> wake = Pipe::make();
    if (!wake || ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return failure(errno);
    Descriptor ours(ends[0]), theirs(ends[1]);
    // dup2() onto itself would leave the descriptor closed on exec.
    if (theirs.get() == launcherSocket)
        theirs = Descriptor(::fcntl(theirs.get(), F_DUPFD_CLOEXEC, launcherSocket + 1));
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, theirs.get(), launcherSocket);
    std::string program = helper.string();
    const std::array<char*, 2> argv{program.data(), nullptr};
    pid_t pid = 0;
    const int code = ::posix_spawn(&pid, program.c_str(), &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (code != 0)
        return failure(code);
    return std::unique_ptr<Launcher>(
        new Launcher(std::make_unique<LaunchLoop>(std::move(ours), std::move(*wake), pid)));
}

std::uint32_t Launcher::run(Job job, Handlers handlers)
{
    return m_loop->run(std::move(job), std::move(handlers));
}

void Launcher::kill(std::uint32_t id, int signal)
{
    m_loop->kill(id, signal);
}

} // namespace plumb::launch
