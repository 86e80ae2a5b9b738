// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "report/runevent.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// The journal of a run under way: JOURNAL FOLDER/<run id>.ndjson, one event a line. It is held under an
// exclusive flock() as long as its writer lives: locked means alive, unlocked means crashed.
namespace plumb::report {

/// An exclusively locked journal. Unlocks when destroyed (the kernel does it for a killed process).
class JournalLock
{
public:
    /// Takes the lock of a crashed run's journal. Nothing (no error) where it is alive, where someone else
    /// recovers it now, or where it is gone.
    static std::optional<JournalLock> take(const std::filesystem::path& journal);

    explicit JournalLock(int descriptor);
    JournalLock(JournalLock&& other) noexcept;
    JournalLock& operator=(JournalLock&& other) noexcept;
    ~JournalLock();

private:
    int m_descriptor = -1;
};

/// One event as it stands in the journal and goes over sockets: JSON and a newline.
std::string journalLine(const RunEvent& event);

class JournalWriter
{
public:
    /// Makes the folder and the file; it is locked before it can be seen under its name.
    static Result<std::unique_ptr<JournalWriter>> create(
        const std::filesystem::path& folder, const std::string& runId);
    ~JournalWriter();
    JournalWriter(const JournalWriter&) = delete;
    JournalWriter& operator=(const JournalWriter&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// One write() per event, so that a killed process leaves whole lines but for the last. After a failure
    /// (disk full) the cut line is taken back and later events are tried again.
    /// @p line is one event as journalLine() writes it.
    Result<void> append(std::string_view line);
    Result<void> append(const RunEvent& event) { return append(journalLine(event)); }
    /// Deletes the file: the report is stored.
    Result<void> remove();

private:
    JournalWriter(std::filesystem::path file, int descriptor);

    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::int64_t m_size = 0;
};

/// The first event of a journal, alive or not; nothing where it cannot be read.
std::optional<RunStarted> readJournalStart(const std::filesystem::path& journal);

enum class JournalState { missing, alive, crashed };
/// Looks without disturbing the writer.
JournalState journalState(const std::filesystem::path& journal);

/// Journals of @p folder, sorted by name.
std::vector<std::filesystem::path> journals(const std::filesystem::path& folder);

struct JournalRead
{
    int events = 0;
    int damaged = 0; ///< lines that are no events, other than a cut last one
    bool cut = false; ///< the last line was cut
};
/// Reads as far as there is something to read; @p take gets the events in order. Error: the file cannot be
/// opened.
Result<JournalRead> readJournal(
    const std::filesystem::path& journal, const std::function<void(RunEvent&&)>& take);

} // namespace plumb::report
