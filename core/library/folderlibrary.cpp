// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/folderlibrary.h"

#include "base/files.h"
#include "base/timestamp.h"
#include "library/filelock.h"
#include "library/filestate.h"
#include "library/marker.h"
#include "library/recovery.h"
#include "library/reporthead.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <fstream>
#include <unordered_set>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

/// A file that cannot be parsed and is younger than this may still be on its way here.
constexpr std::int64_t settle_ms = 2000;

std::vector<fs::path> jsonFiles(const fs::path& folder)
{
    return filesBelow(folder, ".json");
}

/// The JSON files of @p folder but those that say to be another kind of document: templates bring thresholds
/// along with their scenario. The schema stands at the beginning of a file.
std::vector<fs::path> filesOfSchema(const fs::path& folder, const std::string& schema)
{
    auto files = jsonFiles(folder);
    std::erase_if(files, [&schema](const fs::path& file) {
        std::array<char, 1024> block{};
        std::ifstream in(file, std::ios::binary);
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        const std::string_view head(block.data(), static_cast<std::size_t>(in.gcount()));
        return head.find("\"plumbline.") != std::string_view::npos
            && head.find(schema) == std::string_view::npos;
    });
    return files;
}

fs::path indexPlace(const fs::path& folder, bool inLibrary, const Place& place)
{
    if (inLibrary) {
        return folder / ".plumbline" / "index.sqlite";
    }
    std::error_code code;
    fs::create_directories(place.cacheFolder, code);
    if (place.cacheFolder.empty() || code) {
        return {}; // in memory
    }
    const auto hash
        = QCryptographicHash::hash(QByteArray::fromStdString(folder.string()), QCryptographicHash::Sha1);
    return place.cacheFolder / ("index-" + hash.toHex().left(16).toStdString() + ".sqlite");
}

} // namespace

Result<std::unique_ptr<Library>> Library::open(const fs::path& folder, bool create)
{
    auto library = FolderLibrary::open(folder, create, systemPlace());
    if (!library) {
        return library.error();
    }
    return std::unique_ptr<Library>(std::move(*library));
}

Result<std::unique_ptr<FolderLibrary>> FolderLibrary::open(
    const fs::path& folder, bool create, const Place& place)
{
    std::error_code code;
    const auto absolute = fs::weakly_canonical(fs::absolute(folder, code), code);
    const auto& path = code ? folder : absolute;
    if (fs::exists(path, code) && !fs::is_directory(path, code)) {
        return Error{
            ErrorKind::input, "this is a file, a library is a folder", path.string(), "choose a folder"};
    }
    if (!fs::exists(path / markerName, code)) {
        const bool exists = fs::exists(path, code);
        if (!create) {
            return Error{ErrorKind::input, "there is no library here", path.string(),
                "choose a folder that holds plumbline.json"};
        }
        if (exists && !mayBecomeLibrary(path)) {
            return Error{ErrorKind::input, "this folder holds other files and no plumbline.json",
                path.string(), "choose a library, or an empty or new folder"};
        }
        if (auto made = makeLibrary(path); !made) {
            return made.error();
        }
    }
    if (const auto marker = readMarker(path); !marker) {
        return marker.error();
    }
    const bool writable = place.writable(path);
    if (writable) {
        // Folders that git does not carry, or that somebody removed.
        if (auto made = makeLibrary(path); !made) {
            return made.error();
        }
    }
    const bool network = place.network(path);
    return std::unique_ptr<FolderLibrary>(
        new FolderLibrary(path, !writable, indexPlace(path, writable && !network, place), true));
}

FolderLibrary::FolderLibrary(fs::path folder, bool readOnly, fs::path indexFile, bool local)
    : m_folder(std::move(folder))
    , m_readOnly(readOnly)
    , m_index(m_folder, std::move(indexFile), local)
{
}

fs::path FolderLibrary::journalFolder() const
{
    return m_folder / ".plumbline" / "journal";
}

std::string FolderLibrary::relative(const fs::path& file) const
{
    return file.lexically_relative(m_folder).generic_string();
}

std::optional<Error> FolderLibrary::refusal() const
{
    if (!m_readOnly) {
        return std::nullopt;
    }
    return Error{ErrorKind::io, "the library cannot be written", m_folder.string(),
        "check the permissions of the folder or choose another library"};
}

std::optional<fs::path> FolderLibrary::storedAs(const ReportRow& report)
{
    std::error_code code;
    if (const auto rows = m_index.rowsById(report.id)) {
        for (const auto& row : *rows) {
            const auto head = fs::exists(row.file, code) ? readReportHead(row.file) : Error{};
            if (head && head->id == report.id) {
                return row.file;
            }
        }
    }
    // The index may be behind; a report of the same operation and second has one of these names.
    const auto stem = safeName(report.operation);
    for (const auto& file : jsonFiles(m_folder / "reports" / stem)) {
        const auto head
            = file.filename().string().starts_with(stem + "_" + fileTimestamp(report.started_wall_ms))
            ? readReportHead(file)
            : Error{};
        if (head && head->id == report.id) {
            return file;
        }
    }
    return std::nullopt;
}

Result<fs::path> FolderLibrary::store(const report::Report& report)
{
    if (const auto refused = refusal()) {
        return *refused;
    }
    const auto lock = FileLock::take(m_folder / ".plumbline" / "lock");
    if (!lock) {
        return lock.error();
    }
    if (const auto existing = storedAs(rowOf(report, {}))) {
        return *existing;
    }
    const auto started = parseIsoTimestamp(report.started_at);
    if (report.id.empty() || !started) {
        return Error{ErrorKind::internal, "the report has no id or no start time", {}, {}};
    }
    const auto stem = safeName(report.operation);
    const auto folder = m_folder / "reports" / stem;
    auto file = writeNewFileAtomic(
        folder, stem + "_" + fileTimestamp(*started), ".json", dumpJson(report::toJson(report)) + '\n');
    if (!file) {
        return file.error();
    }
    if (const auto state = stateOf(*file)) {
        // A failure here loses nothing: the next refresh() finds the file.
        [[maybe_unused]] const auto indexed
            = m_index.apply({{relative(*file), state->stamp, rowOf(report, *file)}}, {});
    }
    return file;
}

Result<RefreshResult> FolderLibrary::refresh(const Progress& progress)
{
    auto known = m_index.stamps();
    if (!known) {
        return known.error();
    }
    RefreshResult result;
    struct Candidate
    {
        fs::path file;
        std::string path;
        FileState state;
        bool isNew = false;
    };
    std::vector<Candidate> candidates;
    for (const auto& file : jsonFiles(m_folder / "reports")) {
        auto state = stateOf(file);
        if (!state) {
            continue;
        }
        auto path = relative(file);
        const auto row = known->find(path);
        if (row == known->end()) {
            candidates.push_back({file, std::move(path), std::move(*state), true});
            continue;
        }
        if (row->second != state->stamp) {
            candidates.push_back({file, std::move(path), std::move(*state), false});
        }
        known->erase(row);
    }
    std::vector<std::string> removed;
    std::error_code code;
    for (const auto& [path, stamp] : *known) {
        // Asked again: another program may have stored it since the folder was listed.
        if (!fs::exists(m_folder / path, code)) {
            removed.push_back(path);
        }
    }
    if (auto noted = refreshAnnotations(); !noted) {
        return noted.error();
    }
    std::vector<ReportIndex::Change> changes;
    const int total = static_cast<int>(candidates.size());
    for (int done = 0; done < total; ++done) {
        if (progress && !progress(done, total)) {
            break;
        }
        auto& candidate = candidates[static_cast<std::size_t>(done)];
        auto row = readReportHead(candidate.file);
        const auto after = stateOf(candidate.file);
        const bool moved = !after || after->stamp != candidate.state.stamp;
        if (moved || (!row && wallClockMs() - candidate.state.modified_ms < settle_ms)) {
            result.pending.push_back(candidate.path);
            continue;
        }
        if (!row) {
            ReportRow unreadable;
            unreadable.file = candidate.file;
            unreadable.unreadable = row.error().text();
            unreadable.operation = candidate.file.parent_path().filename().string();
            unreadable.started_wall_ms = candidate.state.modified_ms;
            row = std::move(unreadable);
            ++result.unreadable;
        }
        ++(candidate.isNew ? result.added : result.updated);
        changes.push_back({std::move(candidate.path), std::move(candidate.state.stamp), std::move(*row)});
    }
    if (auto applied = m_index.apply(changes, removed); !applied) {
        return applied.error();
    }
    result.removed = static_cast<int>(removed.size());
    if (progress) {
        progress(total, total);
    }
    return result;
}

Result<RefreshResult> FolderLibrary::rebuild(const Progress& progress)
{
    if (auto cleared = m_index.clear(); !cleared) {
        return cleared.error();
    }
    return refresh(progress);
}

Result<std::vector<ReportRow>> FolderLibrary::reports()
{
    auto rows = m_index.rows();
    if (!rows) {
        return rows.error();
    }
    std::unordered_map<std::string_view, const ReportRow*> first;
    for (auto& row : *rows) {
        if (row.id.empty()) {
            continue;
        }
        const auto [other, isFirst] = first.emplace(row.id, &row);
        if (!isFirst) {
            row.remark = relative(other->second->file) + " has the same id";
        }
    }
    return rows;
}

Result<std::optional<ReportRow>> FolderLibrary::find(const std::string& idOrPath)
{
    auto byId = m_index.rowsById(idOrPath);
    if (!byId) {
        return byId.error();
    }
    if (!byId->empty() && !idOrPath.empty()) {
        return std::optional<ReportRow>(std::move(byId->front()));
    }
    const fs::path given(idOrPath);
    std::error_code code;
    const auto inLibrary = given.is_absolute() ? given : m_folder / given;
    if (auto row = m_index.rowByPath(relative(inLibrary.lexically_normal())); !row || row->has_value()) {
        return row;
    }
    return m_index.rowByPath(relative(fs::weakly_canonical(given, code)));
}

Result<std::vector<ReportRow>> FolderLibrary::history(const std::string& operation)
{
    return m_index.history(operation);
}

std::vector<fs::path> FolderLibrary::scenarios() const
{
    return filesOfSchema(m_folder / "scenarios", "\"plumbline.scenario/");
}

std::vector<fs::path> FolderLibrary::thresholds() const
{
    return jsonFiles(m_folder / "thresholds");
}

std::vector<std::string> FolderLibrary::confirmedHosts() const
{
    const auto marker = readMarker(m_folder);
    return marker ? library::confirmedHosts(*marker) : std::vector<std::string>();
}

Result<void> FolderLibrary::confirmHost(const std::string& host)
{
    if (const auto refused = refusal()) {
        return *refused;
    }
    return addConfirmedHost(m_folder, host);
}

Result<std::vector<Recovered>> FolderLibrary::recover()
{
    if (m_readOnly) {
        return std::vector<Recovered>();
    }
    return recoverJournals(
        *this, [this](const report::Report& report) { return storedAs(rowOf(report, {})).has_value(); });
}

} // namespace plumb::library
