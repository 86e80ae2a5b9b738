// SPDX-License-Identifier: GPL-3.0-or-later
// Report files that come to a FolderLibrary from elsewhere, and those that go to its trash and back.
#include "base/files.h"
#include "base/timestamp.h"
#include "library/filelock.h"
#include "library/filemoves.h"
#include "library/filestate.h"
#include "library/folderlibrary.h"
#include "library/reporthead.h"

namespace fs = std::filesystem;

namespace plumb::library {

Result<Adopted> FolderLibrary::adopt(const fs::path& file)
{
    if (auto refused = refusal()) {
        return *refused;
    }
    const auto head = readReportHead(file);
    if (!head) {
        return head.error();
    }
    const auto text = readFile(file);
    if (!text) {
        return text.error();
    }
    const auto lock = FileLock::take(m_folder / ".plumbline" / "lock");
    if (!lock) {
        return lock.error();
    }
    if (const auto existing = storedAs(*head)) {
        return Adopted{*existing, true};
    }
    const auto stem = safeName(head->operation);
    auto copied = writeNewFileAtomic(
        m_folder / "reports" / stem, stem + '_' + fileTimestamp(head->started_wall_ms), ".json", *text);
    if (!copied) {
        return copied.error();
    }
    if (const auto state = stateOf(*copied)) {
        auto row = *head;
        row.file = *copied;
        [[maybe_unused]] const auto indexed
            = m_index.apply({{relative(*copied), state->stamp, std::move(row)}}, {});
    }
    return Adopted{*copied, false};
}

Result<fs::path> FolderLibrary::moveToTrash(const fs::path& file)
{
    if (auto refused = refusal()) {
        return *refused;
    }
    const auto path = relative(file.lexically_normal());
    if (!path.starts_with("reports/")) {
        return Error{ErrorKind::usage, "this is no report of the library", file.string(), {}};
    }
    const auto lock = FileLock::take(m_folder / ".plumbline" / "lock");
    if (!lock) {
        return lock.error();
    }
    const auto place = freeName(m_folder / ".plumbline" / "trash", file.filename());
    if (auto moved = moveFile(file, place); !moved) {
        return moved.error();
    }
    [[maybe_unused]] const auto forgotten = m_index.apply({}, {path});
    return place;
}

Result<void> FolderLibrary::restore(const fs::path& trashed, const fs::path& file)
{
    if (auto refused = refusal()) {
        return *refused;
    }
    const auto lock = FileLock::take(m_folder / ".plumbline" / "lock");
    if (!lock) {
        return lock.error();
    }
    std::error_code code;
    if (fs::exists(file, code)) {
        return Error{ErrorKind::io, "another file has this name by now", file.string(),
            "move it away; the deleted report is kept as " + trashed.string()};
    }
    return moveFile(trashed, file);
}

} // namespace plumb::library
