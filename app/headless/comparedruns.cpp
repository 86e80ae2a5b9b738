// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/comparedruns.h"

#include "app/headless/findreport.h"
#include "judge/readruns.h"
#include "library/baselines.h"
#include "library/defaultlibrary.h"
#include "library/earlierruns.h"
#include "library/noisefile.h"
#include "library/suiterounds.h"

#include <algorithm>
#include <limits>

namespace fs = std::filesystem;

namespace plumb::headless {

namespace {

/// The library that was named, or that a compared file lies in; nothing where there is neither: what other
/// libraries hold must not change what two files say.
std::optional<fs::path> libraryOf(const CompareWish& wish, const std::vector<fs::path>& files)
{
    if (!wish.library.empty()) {
        return fs::path(wish.library);
    }
    std::error_code code;
    for (const auto& file : files) {
        auto folder = fs::weakly_canonical(fs::absolute(file, code), code).parent_path();
        for (; folder != folder.parent_path(); folder = folder.parent_path()) {
            if (fs::is_regular_file(folder / "plumbline.json", code)) {
                return folder;
            }
        }
    }
    return std::nullopt;
}

Result<std::vector<library::ReportRow>> rowsOf(const fs::path& folder)
{
    auto library = library::Library::open(folder, false);
    if (!library) {
        return library.error();
    }
    if (const auto refreshed = (*library)->refresh(); !refreshed) {
        return refreshed.error();
    }
    return (*library)->reports();
}

/// The reports of a folder, by name. Other files of a suite's output are passed over.
Result<std::vector<fs::path>> reportsIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(folder, code)) {
        if (entry.path().extension() == ".json") {
            const auto json = readJsonFile(entry.path());
            if (!json) {
                return json.error();
            }
            const auto schema = json->is_object() ? json->find("schema") : json->end();
            if (json->is_object() && schema != json->end() && schema->is_string()
                && schema->get<std::string>().starts_with("plumbline.report/")) {
                files.push_back(entry.path());
            }
        }
    }
    if (files.empty()) {
        return Error{ErrorKind::input, "the folder holds no reports", folder.string(),
            "name report files, or a folder that `plumb suite --out` made"};
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Collects the runs to compare.
class Collector
{
public:
    explicit Collector(const CompareWish& wish)
        : m_wish(wish)
    {
    }

    Result<ComparedRuns> collect()
    {
        const auto done = m_wish.operation.empty() ? named() : ofOperation();
        if (!done) {
            return done.error();
        }
        return std::move(m_runs);
    }

private:
    Result<void> named()
    {
        if (m_wish.reports.size() < 2 || m_wish.reports.size() > judge::mostCompared) {
            return Error{ErrorKind::usage,
                m_wish.reports.empty() ? "there is nothing to compare"
                                       : "a comparison takes 2 to " + std::to_string(judge::mostCompared)
                        + " reports, not " + std::to_string(m_wish.reports.size()),
                {}, "name a base and 1 to 19 candidates, or an --operation"};
        }
        for (const auto& wanted : m_wish.reports) {
            std::error_code code;
            std::vector<fs::path> files{wanted};
            auto name = fs::path(wanted).stem().string();
            if (fs::is_directory(wanted, code)) {
                auto found = reportsIn(wanted);
                if (!found) {
                    return found.error();
                }
                files = std::move(*found);
                name = fs::weakly_canonical(wanted, code).filename().string();
            } else {
                auto found = findReport(m_wish.library, wanted);
                if (!found) {
                    return found.error();
                }
                name = found->stem().string();
                files = {*found};
            }
            addSet(files, name);
        }
        return readAll();
    }

    /// Rounds of one thing that are to be compared.
    void addSet(const std::vector<fs::path>& files, const std::string& name)
    {
        m_wanted.push_back({name, files.size()});
        m_files.insert(m_files.end(), files.begin(), files.end());
    }

    void addSet(const std::vector<library::ReportRow>& rows)
    {
        std::vector<fs::path> files;
        files.reserve(rows.size());
        for (const auto& row : rows) {
            files.push_back(row.file);
        }
        const auto first = files.front().stem().string();
        addSet(files, files.size() == 1 ? first : "suite from " + first);
    }

    /// The reports of all sets, and what is known of their noise.
    Result<void> readAll()
    {
        auto read = judge::readRuns(m_files);
        if (!read) {
            return read.error();
        }
        m_runs.reports = std::move(*read);
        std::size_t next = 0;
        for (const auto& wanted : m_wanted) {
            judge::RoundSet set;
            set.name = wanted.name;
            for (std::size_t i = 0; i < wanted.count; ++i, ++next) {
                const auto& report = m_runs.reports[next];
                if (!set.rounds.empty() && set.rounds.front().report().operation != report.operation) {
                    return Error{ErrorKind::input,
                        "the folder holds reports of several operations ("
                            + set.rounds.front().report().operation + ", " + report.operation
                            + "): they are no rounds of one thing",
                        m_files[next].parent_path().string(),
                        "put the rounds of each operation into a folder of their own"};
                }
                set.rounds.emplace_back(report);
            }
            set.id = set.rounds.front().report().id;
            m_runs.sets.push_back(std::move(set));
        }
        return findNoise();
    }

    Result<void> findNoise()
    {
        const auto folder = libraryOf(m_wish, m_files);
        if (!folder) {
            return {};
        }
        if (m_rows.empty()) {
            auto rows = rowsOf(*folder);
            if (!rows) {
                return rows.error();
            }
            m_rows = std::move(*rows);
        }
        std::vector<std::string> compared;
        for (std::size_t i = 1; i < m_runs.sets.size(); ++i) {
            for (const auto& round : m_runs.sets[i].rounds) {
                compared.push_back(round.report().id);
            }
        }
        const auto& base = m_runs.sets.front().rounds.front().report();
        // Up to the first of the candidates: what came with it or after it may be another thing already.
        auto until = std::numeric_limits<std::int64_t>::max();
        for (const auto& row : m_rows) {
            if (std::find(compared.begin(), compared.end(), row.id) != compared.end()) {
                until = std::min(until, row.started_wall_ms);
            }
        }
        m_runs.noise = library::knownNoise(*folder, m_rows,
            library::earlierRuns(m_rows, base.operation, base.environment, until), base, compared);
        return {};
    }

    Result<void> ofOperation()
    {
        const auto folder = m_wish.library.empty() ? library::defaultLibrary() : fs::path(m_wish.library);
        auto rows = rowsOf(folder);
        if (!rows) {
            return rows.error();
        }
        m_rows = std::move(*rows);
        const library::ReportRow* newest = nullptr;
        for (const auto& row : m_rows) {
            if (row.unreadable.empty() && row.operation == m_wish.operation
                && (newest == nullptr || row.started_wall_ms > newest->started_wall_ms)) {
                newest = &row;
            }
        }
        if (newest == nullptr) {
            return Error{ErrorKind::input,
                "the library " + folder.string() + " holds no run of the operation \"" + m_wish.operation
                    + "\"",
                {}, "run it first, or name the library with --library"};
        }
        const auto candidate = *newest;
        const auto earlier = library::earlierRuns(
            m_rows, candidate.operation, candidate.environment, candidate.started_wall_ms);
        const auto rounds = roundsOf(candidate, earlier);
        if (m_wish.against == "previous") {
            previous(rounds, earlier);
        } else {
            pinned(candidate, folder);
        }
        if (!m_runs.missing.empty()) {
            return {};
        }
        addSet(rounds);
        if (m_wish.library.empty()) {
            m_wish.library = folder.string();
        }
        return readAll();
    }

    /// The newest run, or the rounds of its suite that may stand beside it.
    static std::vector<library::ReportRow> roundsOf(
        const library::ReportRow& newest, const std::vector<library::ReportRow>& earlier)
    {
        auto runs = earlier;
        runs.push_back(newest);
        return library::latestRounds(runs, {});
    }

    void previous(
        const std::vector<library::ReportRow>& rounds, const std::vector<library::ReportRow>& earlier)
    {
        const auto own = library::readRoundOf(rounds.front().file).suite;
        const auto before = library::latestRounds(earlier, own);
        if (before.empty()) {
            m_runs.missing = "There is no earlier run of " + placeOf(rounds.front())
                + " to compare the newest one with.";
            return;
        }
        addSet(before);
    }

    void pinned(const library::ReportRow& candidate, const fs::path& folder)
    {
        const auto baselines = library::readBaselines(folder);
        const auto* pin = baselines.find(candidate.operation, candidate.environment);
        if (pin == nullptr) {
            m_runs.missing = "Nothing is pinned as the baseline of " + placeOf(candidate)
                + ": pin a run with `plumb baseline pin REPORT`.";
            return;
        }
        std::vector<fs::path> files;
        for (const auto& id : pin->reports) {
            const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                [&id](const library::ReportRow& r) { return r.id == id && r.unreadable.empty(); });
            if (row != m_rows.end()) {
                files.push_back(row->file);
            }
        }
        if (files.empty()) {
            m_runs.missing = "The baseline of " + placeOf(candidate)
                + " is pinned, but its reports are no longer in the library.";
            return;
        }
        addSet(files, files.size() == 1 ? files.front().stem().string() : "baseline");
    }

    static std::string placeOf(const library::ReportRow& row)
    {
        return row.operation + (row.environment.empty() ? "" : " in \"" + row.environment + "\"");
    }

    struct WantedSet
    {
        std::string name;
        std::size_t count = 0; ///< of m_files, in their order
    };

    CompareWish m_wish;
    ComparedRuns m_runs;
    std::vector<WantedSet> m_wanted;
    std::vector<fs::path> m_files;
    std::vector<library::ReportRow> m_rows;
};

} // namespace

Result<ComparedRuns> readComparedRuns(const CompareWish& wish)
{
    return Collector(wish).collect();
}

} // namespace plumb::headless
