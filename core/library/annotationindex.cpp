// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ReportIndex that holds annotations.
#include "library/reportindex.h"
#include "library/sqltext.h"

#include <QSqlQuery>
#include <QVariant>

namespace plumb::library {

namespace {

bool insertReport(
    QSqlQuery& query, const std::string& id, const std::string& stem, const ReportAnnotations& all)
{
    const auto* latest = all.notes.empty() ? nullptr : &all.notes.back();
    int column = 0;
    query.bindValue(column++, qt(id));
    query.bindValue(column++, qt(stem));
    query.bindValue(column++, static_cast<int>(all.notes.size()));
    query.bindValue(column++, latest != nullptr ? qt(latest->text) : QString());
    query.bindValue(
        column++, qt(std::string(toString(latest != nullptr ? latest->state : AnnotationState::note))));
    query.bindValue(column++, packTags(all.tagsAdded));
    query.bindValue(column++, packTags(all.tagsRemoved));
    query.bindValue(column++, static_cast<int>(all.damaged.size()));
    return query.exec();
}

} // namespace

Result<std::unordered_map<std::string, std::string>> ReportIndex::annotationStamps()
{
    return stampsOf(QStringLiteral("annotation_files"));
}

Result<void> ReportIndex::applyAnnotations(const std::vector<AnnotationChange>& changes)
{
    if (changes.empty()) {
        return {};
    }
    if (auto opened = ensureOpen(); !opened) {
        return opened;
    }
    if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return begun;
    }
    const auto giveUp = [this](const Error& why) {
        [[maybe_unused]] const auto undone = run(QStringLiteral("ROLLBACK"));
        return why;
    };
    QSqlQuery dropFiles(m_database);
    dropFiles.prepare(QStringLiteral("DELETE FROM annotation_files WHERE stem = ?"));
    QSqlQuery dropReports(m_database);
    dropReports.prepare(QStringLiteral("DELETE FROM annotations WHERE stem = ?"));
    QSqlQuery putFile(m_database);
    putFile.prepare(
        QStringLiteral("INSERT OR REPLACE INTO annotation_files (path, stem, stamp) VALUES (?, ?, ?)"));
    QSqlQuery putReport(m_database);
    putReport.prepare(QStringLiteral(
        "INSERT OR REPLACE INTO annotations (report, stem, notes, last_note, note_state, tags_added, "
        "tags_removed, damaged) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const auto& change : changes) {
        for (auto* drop : {&dropFiles, &dropReports}) {
            drop->bindValue(0, qt(change.stem));
            if (!drop->exec()) {
                return giveUp(error(*drop));
            }
        }
        for (const auto& [path, stamp] : change.files) {
            putFile.bindValue(0, qt(path));
            putFile.bindValue(1, qt(change.stem));
            putFile.bindValue(2, qt(stamp));
            if (!putFile.exec()) {
                return giveUp(error(putFile));
            }
        }
        for (const auto& [id, annotations] : change.reports) {
            if (!insertReport(putReport, id, change.stem, annotations)) {
                return giveUp(error(putReport));
            }
        }
    }
    if (auto committed = run(QStringLiteral("COMMIT")); !committed) {
        return giveUp(committed.error());
    }
    return {};
}

} // namespace plumb::library
