// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/journal.h"

#include "base/files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace plumb::report {

namespace {

constexpr std::string_view extension = ".ndjson";

Error journalError(const std::string& what, const fs::path& place, int code)
{
    return {ErrorKind::io, what + ": " + std::strerror(code), place.string(),
        code == ENOSPC ? "free some disk space" : "check the permissions of the library folder"};
}

/// Whether @p descriptor is still what stands at @p path: another program may have recovered and removed it.
bool stillThere(int descriptor, const fs::path& path)
{
    struct stat opened
    {
    };
    struct stat named
    {
    };
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &named) == 0
        && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

} // namespace

JournalLock::JournalLock(int descriptor)
    : m_descriptor(descriptor)
{
}

JournalLock::JournalLock(JournalLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

JournalLock& JournalLock::operator=(JournalLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

JournalLock::~JournalLock()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

std::optional<JournalLock> JournalLock::take(const fs::path& journal)
{
    const int descriptor = ::open(journal.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0) {
        return std::nullopt;
    }
    JournalLock lock(descriptor);
    // journalState() of another program holds a shared lock for some microseconds; that is no reason to give
    // up.
    constexpr int attempts = 5;
    for (int attempt = 0; ::flock(descriptor, LOCK_EX | LOCK_NB) != 0; ++attempt) {
        if (attempt == attempts) {
            return std::nullopt;
        }
        ::usleep(2000);
    }
    if (!stillThere(descriptor, journal)) {
        return std::nullopt;
    }
    return lock;
}

JournalWriter::JournalWriter(fs::path file, int descriptor)
    : m_file(std::move(file))
    , m_descriptor(descriptor)
{
}

JournalWriter::~JournalWriter()
{
    ::close(m_descriptor);
}

Result<std::unique_ptr<JournalWriter>> JournalWriter::create(const fs::path& folder, const std::string& runId)
{
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) {
        return journalError("cannot make the journal folder", folder, code.value());
    }
    const std::string name = safeName(runId);
    const fs::path file = folder / (name + std::string(extension));
    const fs::path hidden = folder / ("." + name + ".new");
    const int descriptor = ::open(hidden.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        return journalError("cannot write the journal", hidden, errno);
    }
    std::unique_ptr<JournalWriter> writer(new JournalWriter(file, descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return journalError("cannot lock the journal", hidden, errno);
    }
    if (fs::exists(file, code)) {
        ::unlink(hidden.c_str());
        return Error{ErrorKind::io, "there is a journal of this run already", file.string(),
            "run \"plumb library check\""};
    }
    if (::rename(hidden.c_str(), file.c_str()) != 0) {
        const int error = errno;
        ::unlink(hidden.c_str());
        return journalError("cannot write the journal", file, error);
    }
    return writer;
}

std::string journalLine(const RunEvent& event)
{
    return dumpJson(toJson(event)) + '\n';
}

Result<void> JournalWriter::append(std::string_view line)
{
    ssize_t written = -1;
    do {
        written = ::write(m_descriptor, line.data(), line.size());
    } while (written < 0 && errno == EINTR);
    if (written == static_cast<ssize_t>(line.size())) {
        m_size += written;
        return {};
    }
    const int error = written < 0 ? errno : ENOSPC;
    if (written > 0 && ::ftruncate(m_descriptor, m_size) != 0) {
        // The cut line stays; readers skip it.
        m_size += written;
    }
    return journalError("cannot write the journal", m_file, error);
}

Result<void> JournalWriter::remove()
{
    if (::unlink(m_file.c_str()) != 0 && errno != ENOENT) {
        return journalError("cannot remove the journal", m_file, errno);
    }
    return {};
}

JournalState journalState(const fs::path& journal)
{
    const int descriptor = ::open(journal.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return JournalState::missing;
    }
    const JournalLock closer(descriptor);
    return ::flock(descriptor, LOCK_SH | LOCK_NB) == 0 ? JournalState::crashed : JournalState::alive;
}

std::vector<fs::path> journals(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        if (entry->path().extension() == extension && !entry->path().filename().string().starts_with('.')) {
            files.push_back(entry->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<JournalRead> readJournal(const fs::path& journal, const std::function<void(RunEvent&&)>& take)
{
    std::ifstream in(journal, std::ios::binary);
    if (!in) {
        auto error = journalError("cannot read the journal", journal, errno);
        error.kind = ErrorKind::input;
        return error;
    }
    JournalRead result;
    std::string line;
    while (std::getline(in, line)) {
        if (line.empty()) {
            continue;
        }
        const bool unended = in.eof();
        const auto json = parseJson(line, journal.string());
        auto event = json ? runEventFromJson(*json) : Result<RunEvent>(json.error());
        if (event) {
            ++result.events;
            take(std::move(*event));
        } else if (unended) {
            result.cut = true;
        } else {
            ++result.damaged;
        }
    }
    return result;
}

std::optional<RunStarted> readJournalStart(const fs::path& journal)
{
    std::ifstream in(journal, std::ios::binary);
    std::string line;
    if (!std::getline(in, line)) {
        return std::nullopt;
    }
    const auto json = parseJson(line, journal.string());
    const auto event = json ? runEventFromJson(*json) : Result<RunEvent>(json.error());
    const auto* started = event ? std::get_if<RunStarted>(&*event) : nullptr;
    return started == nullptr ? std::nullopt : std::optional(*started);
}

} // namespace plumb::report
