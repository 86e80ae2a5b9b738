// SPDX-License-Identifier: GPL-3.0-or-later
// The trash of a FolderLibrary: what is in it, the way back, and the end.
#include "base/files.h"
#include "library/filelock.h"
#include "library/filemoves.h"
#include "library/filestate.h"
#include "library/folderlibrary.h"
#include "library/reporthead.h"

#include <algorithm>

#include <sys/stat.h>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

/// A file that is moved keeps the time of its content; the time of its place is another one.
std::int64_t movedAt(const fs::path& file)
{
    struct stat state
    {
    };
    return ::stat(file.c_str(), &state) == 0
        ? static_cast<std::int64_t>(state.st_ctim.tv_sec) * 1000 + state.st_ctim.tv_nsec / 1'000'000
        : 0;
}

} // namespace

Result<std::vector<Trashed>> FolderLibrary::trash() const
{
    std::vector<Trashed> all;
    for (const auto& file : filesBelow(m_folder / ".plumbline" / "trash", ".json")) {
        Trashed one;
        one.file = file;
        if (auto head = readReportHead(file)) {
            one.row = std::move(*head);
        } else {
            one.row.unreadable = head.error().text();
        }
        std::error_code code;
        one.bytes = fs::file_size(file, code);
        one.bytes = code ? 0 : one.bytes;
        one.since_wall_ms = movedAt(file);
        all.push_back(std::move(one));
    }
    std::stable_sort(all.begin(), all.end(),
        [](const Trashed& a, const Trashed& b) { return a.since_wall_ms > b.since_wall_ms; });
    return all;
}

Result<fs::path> FolderLibrary::takeBack(const fs::path& trashed)
{
    if (auto refused = refusal()) {
        return *refused;
    }
    const auto head = readReportHead(trashed);
    if (!head) {
        return head.error();
    }
    const auto lock = FileLock::take(m_folder / ".plumbline" / "lock");
    if (!lock) {
        return lock.error();
    }
    if (const auto existing = storedAs(*head)) {
        return Error{ErrorKind::input, "this report is in the library again already", existing->string(),
            "delete the one in the trash for good"};
    }
    const auto place = freeName(m_folder / "reports" / safeName(head->operation), trashed.filename());
    if (auto moved = moveFile(trashed, place); !moved) {
        return moved.error();
    }
    return place;
}

Result<Pruned> FolderLibrary::prune(const std::vector<fs::path>& trashed)
{
    if (auto refused = refusal()) {
        return *refused;
    }
    Pruned pruned;
    for (const auto& file : trashed) {
        if (file.lexically_normal().parent_path() != m_folder / ".plumbline" / "trash") {
            return Error{ErrorKind::usage, "this is not in the trash of the library", file.string(), {}};
        }
        std::error_code code;
        const auto bytes = fs::file_size(file, code);
        const bool sized = !code;
        const bool removed = fs::remove(file, code);
        if (code) {
            return Error{ErrorKind::io, "the report cannot be deleted: " + code.message(), file.string(),
                "check the permissions of its folder"};
        }
        if (removed) { // or somebody else was faster
            ++pruned.reports;
            pruned.bytes += sized ? bytes : 0;
        }
    }
    return pruned;
}

} // namespace plumb::library
