// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QSqlDatabase>

#include <unordered_map>

class QSqlQuery;

namespace plumb::library {

/// The columns of the table of reports, in the order rows are written and read.
const QString& reportColumns();

/// The SQLite cache over the report files. Holds paths relative to the library. May be deleted at any time:
/// it is made again, empty. Several programs may use one index; writers wait for each other.
class ReportIndex
{
public:
    /// @p file empty: in memory. @p folder: of the library. WAL only where @p local is set (shared memory
    /// does not work over a network).
    ReportIndex(std::filesystem::path folder, std::filesystem::path file, bool local);
    ~ReportIndex();
    ReportIndex(const ReportIndex&) = delete;
    ReportIndex& operator=(const ReportIndex&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    /// What the index knows of each file: relative path -> stamp (size and times).
    Result<std::unordered_map<std::string, std::string>> stamps();

    struct Change
    {
        std::string path; ///< relative
        std::string stamp;
        ReportRow row;
    };
    /// Writes all changes and removals in one transaction.
    Result<void> apply(const std::vector<Change>& changes, const std::vector<std::string>& removed);

    /// What the index knows of each file of annotations: relative path -> stamp.
    Result<std::unordered_map<std::string, std::string>> annotationStamps();

    /// All that stands about the reports of one name (annotatedReport()).
    struct AnnotationChange
    {
        std::string stem;
        std::vector<std::pair<std::string, std::string>> files; ///< relative path, stamp; empty: all are gone
        std::map<std::string, ReportAnnotations> reports; ///< by id
    };
    Result<void> applyAnnotations(const std::vector<AnnotationChange>& changes);

    /// Newest first.
    Result<std::vector<ReportRow>> rows();
    Result<std::vector<ReportRow>> rowsById(const std::string& id);
    Result<std::optional<ReportRow>> rowByPath(const std::string& relative);
    /// Readable ones with their figures, oldest first.
    Result<std::vector<ReportRow>> history(const std::string& operation);
    /// Forgets everything.
    Result<void> clear();

private:
    Result<void> ensureOpen();
    Result<void> open();
    Result<void> prepareSchema();
    Result<std::unordered_map<std::string, std::string>> stampsOf(const QString& table);
    void close();
    void removeFiles() const;
    Result<void> run(const QString& sql);
    [[nodiscard]] Error error(const QSqlQuery& query);
    Result<std::vector<ReportRow>> select(const QString& where, const QString& argument);

    std::filesystem::path m_folder, m_file;
    bool m_local;
    QString m_connection;
    QSqlDatabase m_database;
    bool m_damaged = false; ///< the last error was of a broken file, not of a busy one
    std::uint64_t m_inode = 0; ///< of the open file: another one there means that it was replaced
};

} // namespace plumb::library
