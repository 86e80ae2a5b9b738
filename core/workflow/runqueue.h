// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metric/verdict.h"
#include "runner/runner.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace plumb::workflow {

/// A run that waits for its turn, runs, or had it.
struct QueueEntry
{
    enum class State { waiting, running, done, failed };
    std::string id;
    std::string title; ///< for lists: the operation, or the scenario's name
    runner::RunRequest request; ///< what to run; its secrets are never written
    std::vector<std::string> secrets; ///< names of those it needs
    std::optional<double> planned_s; ///< how long it is meant to take; absent where the schedule cannot tell
    State state = State::waiting;
    std::string run_id; ///< once it runs
    std::string report; ///< done: file of the report
    std::optional<metric::Verdict> verdict; ///< done
    std::string message; ///< failed: why
};
std::string_view toString(QueueEntry::State state);

/// How long a load is meant to take, warm-up and cool-down included; nothing where it is bound by iterations.
std::optional<double> plannedSeconds(const scenario::Load& load);

/// Runs of one library, one at a time. Plain: whoever drives it asks for next() and tells what became of it.
/// A failure does not hold up the others unless stopsOnFailure() is set.
class RunQueue
{
public:
    [[nodiscard]] const std::vector<QueueEntry>& entries() const { return m_entries; }
    [[nodiscard]] const QueueEntry* find(const std::string& id) const;
    [[nodiscard]] const QueueEntry* running() const;
    [[nodiscard]] std::size_t waiting() const;
    /// What is to be started now; null: paused, one runs, or none waits.
    [[nodiscard]] const QueueEntry* next() const;
    /// Time until the last one ends, @p left_s being what is left of the one that runs; nothing where some
    /// part is unknown.
    [[nodiscard]] std::optional<double> secondsLeft(std::optional<double> left_s) const;

    /// At @p place, or last.
    void add(QueueEntry entry, std::optional<std::size_t> place = std::nullopt);
    /// What was taken out, and from where; nothing for an unknown one and for the one that runs.
    std::optional<std::pair<QueueEntry, std::size_t>> remove(const std::string& id);
    /// False for an unknown one. A place past the end is the end.
    bool move(const std::string& id, std::size_t place);

    [[nodiscard]] bool paused() const { return m_paused; }
    void setPaused(bool paused) { m_paused = paused; }
    [[nodiscard]] bool stopsOnFailure() const { return m_stopsOnFailure; }
    void setStopsOnFailure(bool stops) { m_stopsOnFailure = stops; }

    /// It runs; @p runId may come later.
    void started(const std::string& id, const std::string& runId);
    /// Its report was stored.
    void done(const std::string& id, metric::Verdict verdict, const std::string& report);
    /// It could not run, or left no report.
    void failed(const std::string& id, const std::string& message);
    /// One that was about to start, or could not, and has no run waits again.
    void waitAgain(const std::string& id);

private:
    [[nodiscard]] QueueEntry* entry(const std::string& id);
    void ended(bool well);

    std::vector<QueueEntry> m_entries;
    bool m_paused = false;
    bool m_stopsOnFailure = false;
};

/// `.plumbline/queue.json` of a library: {"schema":"plumbline.queue/1",...}.
std::filesystem::path queueFile(const std::filesystem::path& library);
Json toJson(const RunQueue& queue);
Result<RunQueue> queueFromJson(const Json& json, const std::string& fileName);
/// A missing file is an empty queue.
Result<RunQueue> readQueue(const std::filesystem::path& file);
Result<void> writeQueue(const std::filesystem::path& file, const RunQueue& queue);

} // namespace plumb::workflow
