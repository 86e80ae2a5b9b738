// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/reportindex.h"

#include "library/sqltext.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <sys/stat.h>
#include <thread>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

constexpr int schemaVersion = 3; ///< another one in the file: it is made again
constexpr int busyTimeout_ms = 10'000;
constexpr int openAttempts = 50; ///< a second altogether

QVariant orNull(std::optional<double> value)
{
    return value ? QVariant(*value) : QVariant(QMetaType::fromType<double>());
}

QByteArray pack(const std::vector<double>& values)
{
    return {
        reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(double))};
}

std::uint64_t inodeOf(const fs::path& file)
{
    struct stat info
    {
    };
    return ::stat(file.c_str(), &info) == 0 ? info.st_ino : 0;
}

} // namespace

ReportIndex::ReportIndex(fs::path folder, fs::path file, bool local)
    : m_folder(std::move(folder))
    , m_file(std::move(file))
    , m_local(local)
{
    static std::atomic<int> counter = 0;
    m_connection = QStringLiteral("plumb-index-%1").arg(++counter);
}

ReportIndex::~ReportIndex()
{
    close();
}

void ReportIndex::close()
{
    if (m_database.isValid()) {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
    }
}

void ReportIndex::removeFiles() const
{
    std::error_code code;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        fs::remove(m_file.string() + suffix, code);
    }
}

Error ReportIndex::error(const QSqlQuery& query)
{
    const auto code = query.lastError().nativeErrorCode();
    m_damaged = code == QLatin1String("11") || code == QLatin1String("26"); // SQLITE_CORRUPT, SQLITE_NOTADB
    return {ErrorKind::io, "the index cannot be used: " + query.lastError().text().toStdString(),
        m_file.string(), "delete this file, it is only a cache"};
}

Result<void> ReportIndex::run(const QString& sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql)) {
        return error(query);
    }
    return {};
}

Result<void> ReportIndex::ensureOpen()
{
    if (m_database.isOpen() && (m_file.empty() || (m_inode != 0 && inodeOf(m_file) == m_inode))) {
        return {};
    }
    close();
    auto opened = open();
    // Another program may be making the index this very moment: that passes, and is no reason to delete its
    // work.
    for (int attempt = 0; !opened && !m_damaged && attempt < openAttempts; ++attempt) {
        close();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        opened = open();
    }
    if (!opened && m_damaged && !m_file.empty()) {
        // Cut, or something else under this name: it is a cache, so it may go.
        close();
        removeFiles();
        opened = open();
    }
    return opened;
}

Result<void> ReportIndex::open()
{
    m_damaged = false;
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeout_ms));
    m_database.setDatabaseName(m_file.empty() ? QStringLiteral(":memory:") : qt(m_file.string()));
    if (!m_file.empty()) {
        std::error_code code;
        fs::create_directories(m_file.parent_path(), code);
    }
    if (!m_database.open()) {
        return Error{ErrorKind::io,
            "the index cannot be opened: " + m_database.lastError().text().toStdString(), m_file.string(),
            "check the permissions of the folder"};
    }
    if (m_local && !m_file.empty()) {
        // Readers then never wait for a writer. Where it is refused the rollback journal does as well.
        [[maybe_unused]] const auto wal = run(QStringLiteral("PRAGMA journal_mode=WAL"));
    }
    auto prepared = prepareSchema();
    m_inode = m_file.empty() ? 0 : inodeOf(m_file);
    return prepared;
}

Result<void> ReportIndex::prepareSchema()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA synchronous=NORMAL"))
        || !query.exec(QStringLiteral("PRAGMA user_version")) || !query.next()) {
        return error(query);
    }
    const int version = query.value(0).toInt();
    query.finish();
    if (version == schemaVersion) {
        return {};
    }
    // Under the write lock, and looked at again: two programs may get here at once.
    if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return begun;
    }
    if (query.exec(QStringLiteral("PRAGMA user_version")) && query.next()
        && query.value(0).toInt() == schemaVersion) {
        query.finish();
        return run(QStringLiteral("COMMIT"));
    }
    query.finish();
    for (const auto& sql :
        {QStringLiteral("DROP TABLE IF EXISTS reports"),
            QStringLiteral(
                "CREATE TABLE reports (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, id TEXT, operation TEXT, "
                "environment TEXT, target_version TEXT, note TEXT, started_at TEXT, transport TEXT, "
                "executor TEXT, tags TEXT, started_ms INTEGER, duration_s REAL, partial INTEGER, "
                "verdict TEXT, requests INTEGER, users_max INTEGER, rps REAL, p50 REAL, p95 REAL, "
                "p99 REAL, error_rate REAL, sparkline BLOB, unreadable TEXT) WITHOUT ROWID"),
            QStringLiteral("DROP TABLE IF EXISTS figures"),
            // Apart, since lists read all reports and none of these.
            QStringLiteral("CREATE TABLE figures (path TEXT PRIMARY KEY, figures TEXT, setup TEXT)"),
            QStringLiteral("DROP TABLE IF EXISTS annotation_files"),
            QStringLiteral("DROP TABLE IF EXISTS annotations"),
            QStringLiteral(
                "CREATE TABLE annotation_files (path TEXT PRIMARY KEY, stem TEXT, stamp TEXT) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE annotations (report TEXT PRIMARY KEY, stem TEXT, notes INTEGER, "
                           "last_note TEXT, note_state TEXT, tags_added TEXT, tags_removed TEXT, "
                           "damaged INTEGER) WITHOUT ROWID"),
            QStringLiteral("CREATE INDEX reports_started ON reports (started_ms DESC, path)"),
            QStringLiteral("CREATE INDEX reports_id ON reports (id)"),
            QStringLiteral("CREATE INDEX reports_operation ON reports (operation, started_ms, path)"),
            QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion), QStringLiteral("COMMIT")}) {
        if (auto done = run(sql); !done) {
            [[maybe_unused]] const auto undone = run(QStringLiteral("ROLLBACK"));
            return done;
        }
    }
    return {};
}

Result<std::unordered_map<std::string, std::string>> ReportIndex::stamps()
{
    return stampsOf(QStringLiteral("reports"));
}

Result<std::unordered_map<std::string, std::string>> ReportIndex::stampsOf(const QString& table)
{
    if (auto opened = ensureOpen(); !opened) {
        return opened.error();
    }
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT path, stamp FROM ") % table)) {
        return error(query);
    }
    std::unordered_map<std::string, std::string> stamps;
    while (query.next()) {
        stamps.emplace(query.value(0).toString().toStdString(), query.value(1).toString().toStdString());
    }
    return stamps;
}

Result<void> ReportIndex::apply(const std::vector<Change>& changes, const std::vector<std::string>& removed)
{
    if (changes.empty() && removed.empty()) {
        return {};
    }
    if (auto opened = ensureOpen(); !opened) {
        return opened;
    }
    // IMMEDIATE: a transaction that begins as a reader cannot wait for another writer, it fails at once.
    if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return begun;
    }
    const auto giveUp = [this](const Error& why) {
        [[maybe_unused]] const auto undone = run(QStringLiteral("ROLLBACK"));
        return why;
    };
    QSqlQuery put(m_database);
    const auto marks
        = QStringLiteral("?, ").repeated(static_cast<qsizetype>(reportColumns().count(QLatin1Char(',')) + 1));
    put.prepare(QStringLiteral("INSERT OR REPLACE INTO reports (") % reportColumns()
        % QStringLiteral(", stamp) VALUES (") % marks % QStringLiteral("?)"));
    QSqlQuery putFigures(m_database);
    putFigures.prepare(
        QStringLiteral("INSERT OR REPLACE INTO figures (path, figures, setup) VALUES (?, ?, ?)"));
    for (const auto& change : changes) {
        const auto& row = change.row;
        int column = 0;
        for (const auto& text : {change.path, row.id, row.operation, row.environment, row.target_version,
                 row.note, row.started_at, row.transport, row.executor}) {
            put.bindValue(column++, qt(text));
        }
        put.bindValue(column++, packTags(row.tags));
        put.bindValue(column++, QVariant::fromValue<qlonglong>(row.started_wall_ms));
        put.bindValue(column++, row.duration_s);
        put.bindValue(column++, row.partial);
        put.bindValue(column++, qt(std::string(metric::toString(row.verdict))));
        put.bindValue(column++, QVariant::fromValue<qlonglong>(row.requests));
        put.bindValue(column++, row.users_max);
        for (const auto& value : {row.rps, row.p50_ms, row.p95_ms, row.p99_ms, row.error_rate}) {
            put.bindValue(column++, orNull(value));
        }
        put.bindValue(column++, pack(row.sparkline));
        put.bindValue(column++, qt(row.unreadable));
        put.bindValue(column++, qt(change.stamp));
        if (!put.exec()) {
            return giveUp(error(put));
        }
        putFigures.bindValue(0, qt(change.path));
        putFigures.bindValue(1, qt(row.figures));
        putFigures.bindValue(2, qt(row.setup));
        if (!putFigures.exec()) {
            return giveUp(error(putFigures));
        }
    }
    for (const auto* table : {"reports", "figures"}) {
        QSqlQuery drop(m_database);
        drop.prepare(
            QStringLiteral("DELETE FROM ") % QLatin1String(table) % QStringLiteral(" WHERE path = ?"));
        for (const auto& path : removed) {
            drop.bindValue(0, qt(path));
            if (!drop.exec()) {
                return giveUp(error(drop));
            }
        }
    }
    if (auto committed = run(QStringLiteral("COMMIT")); !committed) {
        return giveUp(committed.error());
    }
    return {};
}

Result<void> ReportIndex::clear()
{
    if (auto opened = ensureOpen(); !opened) {
        return opened;
    }
    for (const auto* table : {"reports", "figures", "annotation_files", "annotations"}) {
        if (auto gone = run(QStringLiteral("DELETE FROM ") % QLatin1String(table)); !gone) {
            return gone;
        }
    }
    return {};
}

} // namespace plumb::library
