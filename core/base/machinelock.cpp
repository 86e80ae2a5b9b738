// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/machinelock.h"

#include "base/json.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace fs = std::filesystem;

namespace plumb {

namespace {

constexpr std::size_t longestNote = 4096;
constexpr mode_t everybody = 0666;

/// Without O_CREAT first: in a folder for all users the kernel may refuse it for a file that another user
/// made (fs.protected_regular).
int openFile(const fs::path& file, bool make)
{
    for (const int flags : {O_RDWR, O_RDONLY}) {
        const int descriptor = ::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW);
        if (descriptor >= 0 || (errno == ENOENT && !make)) {
            return descriptor;
        }
    }
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, everybody);
    if (descriptor >= 0) {
        ::fchmod(descriptor, everybody); // whatever the umask says
    }
    return descriptor;
}

bool lockNow(int descriptor, int kind)
{
    int result = 0;
    do {
        result = ::flock(descriptor, kind | LOCK_NB);
    } while (result != 0 && errno == EINTR);
    return result == 0;
}

MachineHolder readNote(int descriptor)
{
    std::string text(longestNote, '\0');
    const auto got = ::pread(descriptor, text.data(), text.size(), 0);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    MachineHolder holder;
    const auto json = parseJson(text, "lock");
    if (!json || !json->is_object()) {
        return holder;
    }
    try {
        holder.pid = json->value("pid", 0);
        holder.what = json->value("what", std::string());
        holder.operation = json->value("operation", std::string());
        holder.run_id = json->value("run_id", std::string());
        holder.since_wall_ms = json->value("since_wall_ms", std::int64_t{0});
    } catch (const nlohmann::json::exception&) {
        return {};
    }
    return holder;
}

void writeNote(int descriptor, const MachineHolder& self)
{
    Json json = Json::object();
    json["pid"] = self.pid;
    json["what"] = self.what;
    json["operation"] = self.operation;
    json["run_id"] = self.run_id;
    json["since_wall_ms"] = self.since_wall_ms;
    const std::string text = dumpJson(json) + "\n";
    // The note is a courtesy: without it the lock holds all the same.
    if (::ftruncate(descriptor, 0) == 0) {
        [[maybe_unused]] const auto written = ::pwrite(descriptor, text.data(), text.size(), 0);
    }
}

} // namespace

std::string MachineHolder::text() const
{
    std::string out = what == "calibration" ? "a calibration" : "a run";
    out += operation.empty() ? "" : " of " + operation;
    return pid > 0 ? out + " (process " + std::to_string(pid) + ")" : out;
}

fs::path MachineLock::place()
{
    constexpr auto name = "plumbline-run.lock";
    if (const char* named = std::getenv("PLUMBLINE_MACHINE_DIR"); named != nullptr && *named != '\0') {
        return fs::path(named) / name;
    }
    std::error_code code;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    for (const fs::path& folder : {fs::path("/run/lock"), fs::path(runtime != nullptr ? runtime : "")}) {
        if (!folder.empty() && fs::is_directory(folder, code) && ::access(folder.c_str(), W_OK) == 0) {
            return folder / name;
        }
    }
    return fs::temp_directory_path(code) / name;
}

Result<std::optional<MachineLock>> MachineLock::tryTake(const MachineHolder& self)
{
    const auto file = place();
    std::error_code code;
    fs::create_directories(file.parent_path(), code);
    const int descriptor = openFile(file, true);
    if (descriptor < 0) {
        return Error{ErrorKind::io,
            std::string("the lock that keeps runs on this machine apart cannot be opened: ")
                + std::strerror(errno),
            file.string(), "remove the file, or name another folder in PLUMBLINE_MACHINE_DIR"};
    }
    MachineLock lock(descriptor);
    // holder() of another program holds a shared lock for some microseconds.
    constexpr int attempts = 5;
    for (int attempt = 0; !lockNow(descriptor, LOCK_EX); ++attempt) {
        if (errno != EWOULDBLOCK) {
            return Error{ErrorKind::io,
                std::string("the lock that keeps runs on this machine apart cannot be taken: ")
                    + std::strerror(errno),
                file.string(), "name another folder in PLUMBLINE_MACHINE_DIR"};
        }
        if (attempt == attempts) {
            return std::optional<MachineLock>();
        }
        ::usleep(2000);
    }
    auto note = self;
    note.pid = note.pid > 0 ? note.pid : static_cast<int>(::getpid());
    writeNote(descriptor, note);
    return std::optional<MachineLock>(std::move(lock));
}

std::optional<MachineHolder> MachineLock::holder()
{
    const int descriptor = openFile(place(), false);
    if (descriptor < 0) {
        return std::nullopt;
    }
    const MachineLock closer(descriptor);
    return lockNow(descriptor, LOCK_SH) ? std::nullopt : std::optional(readNote(descriptor));
}

MachineLock::MachineLock(int descriptor)
    : m_descriptor(descriptor)
{
}

MachineLock::MachineLock(MachineLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

MachineLock& MachineLock::operator=(MachineLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

MachineLock::~MachineLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

} // namespace plumb
