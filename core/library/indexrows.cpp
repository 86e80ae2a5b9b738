// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ReportIndex that reads rows.
#include "library/reportindex.h"
#include "library/sqltext.h"

#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

#include <cstring>

namespace fs = std::filesystem;

namespace plumb::library {

namespace {

const QString noteColumns
    = QStringLiteral(", notes, last_note, note_state, tags_added, tags_removed, damaged");

/// The columns with the name of their table, for joins with others that have a path.
QString columnsOf(const QString& table)
{
    return table % QLatin1Char('.')
        % QString(reportColumns())
              .replace(QStringLiteral(", "), QStringLiteral(", ") % table % QLatin1Char('.'));
}

std::optional<double> optionalDouble(const QVariant& value)
{
    return value.isNull() ? std::nullopt : std::optional<double>(value.toDouble());
}

std::vector<double> unpack(const QByteArray& bytes)
{
    std::vector<double> values(static_cast<std::size_t>(bytes.size()) / sizeof(double));
    if (!values.empty()) {
        std::memcpy(values.data(), bytes.constData(), values.size() * sizeof(double));
    }
    return values;
}

ReportRow rowFrom(const QSqlQuery& query, const fs::path& folder)
{
    int column = 0;
    const auto next = [&query, &column] { return query.value(column++); };
    const auto text = [&next] { return next().toString().toStdString(); };
    ReportRow row;
    row.file = folder / text();
    row.id = text();
    row.operation = text();
    row.environment = text();
    row.target_version = text();
    row.note = text();
    row.started_at = text();
    row.transport = text();
    row.executor = text();
    row.tags = unpackTags(next().toString());
    row.started_wall_ms = next().toLongLong();
    row.duration_s = next().toDouble();
    row.partial = next().toBool();
    row.verdict = metric::verdictFromString(text()).value_or(metric::Verdict::notMeasured);
    row.requests = next().toLongLong();
    row.users_max = next().toInt();
    row.rps = optionalDouble(next());
    row.p50_ms = optionalDouble(next());
    row.p95_ms = optionalDouble(next());
    row.p99_ms = optionalDouble(next());
    row.error_rate = optionalDouble(next());
    row.sparkline = unpack(next().toByteArray());
    row.unreadable = text();
    row.notes = next().toInt();
    row.last_note = text();
    row.note_state = annotationStateFromString(text()).value_or(AnnotationState::note);
    ReportAnnotations edits;
    edits.tagsAdded = unpackTags(next().toString());
    edits.tagsRemoved = unpackTags(next().toString());
    row.tags = taggedWith(std::move(row.tags), edits);
    row.damaged_notes = next().toInt();
    return row;
}

} // namespace

const QString& reportColumns()
{
    static const QString columns
        = QStringLiteral("path, id, operation, environment, target_version, note, started_at, "
                         "transport, executor, tags, started_ms, "
                         "duration_s, partial, verdict, requests, users_max, rps, p50, p95, "
                         "p99, error_rate, sparkline, unreadable");
    return columns;
}

Result<std::vector<ReportRow>> ReportIndex::select(const QString& where, const QString& argument)
{
    if (auto opened = ensureOpen(); !opened) {
        return opened.error();
    }
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT ") % reportColumns() % noteColumns
        % QStringLiteral(" FROM reports LEFT JOIN annotations ON annotations.report = reports.id ") % where
        % QStringLiteral(" ORDER BY started_ms DESC, path"));
    if (!where.isEmpty()) {
        query.bindValue(0, argument);
    }
    if (!query.exec()) {
        return error(query);
    }
    std::vector<ReportRow> rows;
    while (query.next()) {
        rows.push_back(rowFrom(query, m_folder));
    }
    return rows;
}

Result<std::vector<ReportRow>> ReportIndex::rows()
{
    return select({}, {});
}

Result<std::vector<ReportRow>> ReportIndex::history(const std::string& operation)
{
    if (auto opened = ensureOpen(); !opened) {
        return opened.error();
    }
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT ") % columnsOf(QStringLiteral("reports")) % noteColumns
        % QStringLiteral(
            ", figures, setup FROM reports "
            "LEFT JOIN annotations ON annotations.report = reports.id "
            "LEFT JOIN figures ON figures.path = reports.path "
            "WHERE operation = ? AND COALESCE(unreadable, '') = '' ORDER BY started_ms, reports.path"));
    query.bindValue(0, qt(operation));
    if (!query.exec()) {
        return error(query);
    }
    const int figures = query.record().indexOf(QStringLiteral("figures"));
    std::vector<ReportRow> rows;
    while (query.next()) {
        rows.push_back(rowFrom(query, m_folder));
        rows.back().figures = query.value(figures).toString().toStdString();
        rows.back().setup = query.value(figures + 1).toString().toStdString();
    }
    return rows;
}

Result<std::vector<ReportRow>> ReportIndex::rowsById(const std::string& id)
{
    return select(QStringLiteral("WHERE id = ?"), qt(id));
}

Result<std::optional<ReportRow>> ReportIndex::rowByPath(const std::string& relative)
{
    auto rows = select(QStringLiteral("WHERE path = ?"), qt(relative));
    if (!rows) {
        return rows.error();
    }
    return rows->empty() ? std::optional<ReportRow>() : std::move(rows->front());
}

} // namespace plumb::library
