// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/previousrun.h"

#include <QString>

#include <memory>
#include <vector>

namespace plumb::models {

/// A report as the list of the library shows it: the row of the index with what is reckoned once for it.
struct LibraryEntry
{
    library::ReportRow report;
    std::optional<library::DeltaToPrevious> delta; ///< p95 against the run before
    QString words; ///< all that a search for a word looks at, in lower case
    [[nodiscard]] bool readable() const { return report.unreadable.empty(); }
};

/// Shared, so that ten thousand of them go from thread to thread and from list to list in no time.
using LibraryEntryPtr = std::shared_ptr<const LibraryEntry>;

/// In the order of @p rows. May be called in any thread.
std::vector<LibraryEntryPtr> libraryEntries(std::vector<library::ReportRow> rows);

} // namespace plumb::models
