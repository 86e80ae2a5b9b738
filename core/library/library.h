// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "library/annotations.h"
#include "library/baselines.h"
#include "report/report.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plumb::library {

/// A row of the index: what lists, filters and trends need without opening report files.
struct ReportRow
{
    std::string id; ///< of the report; empty for unreadable files
    std::filesystem::path file; ///< absolute
    std::string operation, environment, target_version, note, started_at, transport, executor;
    std::vector<std::string> tags; ///< those of the report with the edits beside it
    std::int64_t started_wall_ms = 0;
    double duration_s = 0.0;
    bool partial = false;
    metric::Verdict verdict = metric::Verdict::notMeasured;
    std::int64_t requests = 0; ///< completed + failed
    int users_max = 0;
    std::optional<double> rps, p50_ms, p95_ms, p99_ms, error_rate;
    std::vector<double> sparkline; ///< p95 over time, at most 40 points, NaN where absent
    std::string unreadable; ///< why the file cannot be read; empty if it can
    int notes = 0; ///< annotations that are not withdrawn
    std::string last_note; ///< text of the latest one
    AnnotationState note_state = AnnotationState::note; ///< of the latest one
    int damaged_notes = 0; ///< lines of its annotations that cannot be read
    std::string figures; ///< figures.h; only history() reads it from the index, lists leave it empty
    std::string setup; ///< packed RunSetup; as figures
    std::string remark; ///< what to know about a readable file: "reports/a/b.json has the same id"
};

/// What refresh() did.
struct RefreshResult
{
    int added = 0, updated = 0, removed = 0, unreadable = 0;
    std::vector<std::string> pending; ///< files that are still being copied; look again soon
};

/// A crashed run that was turned into a report.
struct Recovered
{
    std::string run_id;
    std::filesystem::path report; ///< empty if it had been stored before
    std::string message;
    bool failed = false; ///< the journal could not be turned into a report; it was kept
};

/// A report that was taken over from elsewhere.
struct Adopted
{
    std::filesystem::path file; ///< in the library
    bool duplicate = false; ///< it was there before, under this name; nothing was copied
};

/// A report in the trash.
struct Trashed
{
    std::filesystem::path file; ///< where it is now
    ReportRow row; ///< what it holds; `unreadable` says why where that cannot be told
    std::uintmax_t bytes = 0;
    std::int64_t since_wall_ms = 0; ///< when it was deleted
};

/// What was deleted for good.
struct Pruned
{
    int reports = 0;
    std::uintmax_t bytes = 0;
};

struct CheckResult
{
    int reports = 0, unreadable = 0;
    std::vector<std::string> problems; ///< one sentence each, with file and remedy
    std::vector<Recovered> recovered;
};

/// A folder of scenarios, thresholds, reports and annotations (PRODUCT.md section 5) with an index that is
/// only a cache. Several programs may use one library at a time. Use one object per thread (SQLite
/// connections are not shared).
class Library
{
public:
    /// Opens @p folder, or makes it a library where it is empty or missing and @p create is set. A folder
    /// that cannot be written opens read-only, with its index in the user's cache folder.
    static Result<std::unique_ptr<Library>> open(const std::filesystem::path& folder, bool create = true);
    virtual ~Library() = default;

    [[nodiscard]] virtual const std::filesystem::path& folder() const = 0;
    [[nodiscard]] virtual bool readOnly() const = 0;
    [[nodiscard]] virtual std::filesystem::path indexFile() const = 0;
    [[nodiscard]] virtual std::filesystem::path journalFolder() const = 0;

    /// Writes the judged report under reports/<operation>/ and indexes it. A report whose id is already there
    /// is not written again; the existing path is returned.
    virtual Result<std::filesystem::path> store(const report::Report& report) = 0;

    using Progress = std::function<bool(int done, int total)>; ///< false cancels
    /// Brings the index up to date with the folder.
    virtual Result<RefreshResult> refresh(const Progress& progress = {}) = 0;
    /// Throws the index away and reads everything again.
    virtual Result<RefreshResult> rebuild(const Progress& progress = {}) = 0;
    /// Newest first, from the index alone.
    [[nodiscard]] virtual Result<std::vector<ReportRow>> reports() = 0;
    [[nodiscard]] virtual Result<std::optional<ReportRow>> find(const std::string& idOrPath) = 0;
    /// The readable reports of an operation with their figures, oldest first, from the index alone; of runs
    /// with one start time the path decides.
    [[nodiscard]] virtual Result<std::vector<ReportRow>> history(const std::string& operation) = 0;

    /// Copies a report file from anywhere into reports/<operation>/, byte for byte, unless a report with its
    /// id is there already. Error: it is no report this program reads.
    virtual Result<Adopted> adopt(const std::filesystem::path& file) = 0;
    /// Moves a report's file to .plumbline/trash, out of every list; returns where it is now. Its annotations
    /// stay. Error: the file is not below reports/.
    virtual Result<std::filesystem::path> moveToTrash(const std::filesystem::path& file) = 0;
    /// Takes @p trashed back to @p file, where nothing may be.
    virtual Result<void> restore(const std::filesystem::path& trashed, const std::filesystem::path& file) = 0;

    /// What is in the trash, the latest first.
    [[nodiscard]] virtual Result<std::vector<Trashed>> trash() const = 0;
    /// Takes @p trashed back among the reports of its operation, under its own name where that is free;
    /// returns where it is now. Error: a report with its id is there again.
    virtual Result<std::filesystem::path> takeBack(const std::filesystem::path& trashed) = 0;
    /// Deletes these files of the trash for good. Error: one is not in the trash or cannot be deleted; the
    /// others before it are gone.
    virtual Result<Pruned> prune(const std::vector<std::filesystem::path>& trashed) = 0;

    /// appendAnnotation() of this library; lists show it after the next refresh().
    virtual Result<void> annotate(const AnnotationLine& line) = 0;
    [[nodiscard]] virtual ReportAnnotations annotations(const std::string& report) const = 0;

    /// What is pinned, and what was.
    [[nodiscard]] virtual Baselines baselines() const = 0;
    /// appendBaseline() of this library.
    virtual Result<void> writeBaseline(const BaselineLine& line) = 0;

    /// Scenario and thresholds files of the library, absolute, sorted.
    [[nodiscard]] virtual std::vector<std::filesystem::path> scenarios() const = 0;
    [[nodiscard]] virtual std::vector<std::filesystem::path> thresholds() const = 0;

    /// Hosts that were confirmed as targets of load.
    [[nodiscard]] virtual std::vector<std::string> confirmedHosts() const = 0;
    virtual Result<void> confirmHost(const std::string& host) = 0;

    /// Turns journals of crashed runs into reports; each at most once, however often it is called.
    virtual Result<std::vector<Recovered>> recover() = 0;
    /// recover(), refresh() and a look at every file.
    virtual Result<CheckResult> check(const Progress& progress = {}) = 0;
};

} // namespace plumb::library
