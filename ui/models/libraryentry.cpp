// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/libraryentry.h"

#include "ui/models/words.h"

namespace plumb::models {

namespace {

QString wordsOf(const library::ReportRow& row)
{
    std::string text = row.operation + '\n' + row.environment + '\n' + row.target_version + '\n' + row.note
        + '\n' + row.last_note + '\n' + row.file.filename().string() + '\n';
    for (const auto& tag : row.tags)
        text += tag + '\n';
    if (!row.unreadable.empty())
        return (QString::fromStdString(text + row.unreadable) + QStringLiteral("\nunreadable")).toLower();
    const auto code = metric::toString(row.verdict);
    text += std::string(code) + '\n';
    return (QString::fromStdString(text) + verdictWord(row.verdict)).toLower();
}

} // namespace

std::vector<LibraryEntryPtr> libraryEntries(std::vector<library::ReportRow> rows)
{
    auto deltas = library::deltasToPrevious(rows);
    std::vector<LibraryEntryPtr> entries;
    entries.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto words = wordsOf(rows[i]);
        entries.push_back(std::make_shared<const LibraryEntry>(
            LibraryEntry{std::move(rows[i]), std::move(deltas[i]), std::move(words)}));
    }
    return entries;
}

} // namespace plumb::models
