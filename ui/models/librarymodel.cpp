// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/librarymodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"
#include "ui/models/words.h"

#include <QList>

namespace plumb::models {

namespace {

QString joined(const std::vector<std::string>& words)
{
    QStringList list;
    for (const auto& word : words)
        list << QString::fromStdString(word);
    return list.join(QStringLiteral(", "));
}

} // namespace

LibraryModel::LibraryModel(QObject* parent)
    : TableModel(
        {{tr("Verdict"), {}, false}, {tr("Operation"), tr("The name under which runs are trended"), false},
            {tr("Environment"), {}, false}, {tr("Version"), tr("Version of the target"), false},
            {tr("Started"), {}, false}, {tr("Duration"), {}, true},
            {tr("Requests"), tr("Finished in the measure phase"), true}, {tr("Requests/s"), {}, true},
            {tr("p50 (ms)"), {}, true}, {tr("p95 (ms)"), {}, true}, {tr("p99 (ms)"), {}, true},
            {tr("Errors"), tr("Failed of all finished requests"), true},
            {tr("Users"), tr("Most at a time"), true},
            {tr("p95 over time"), tr("From the start of the run to its end"), false},
            {tr("Tags"), {}, false}},
        parent)
{
}

QVariant LibraryModel::cell(const library::ReportRow& row, int column, int role) const
{
    if (role == KeyRole)
        return QString::fromStdString(row.file.string());
    if (!row.unreadable.empty())
        return unreadableCell(row, column, role);
    switch (column) {
    case Duration:
        if (role == Qt::DisplayRole)
            return clock(row.duration_s);
        return role == SortRole ? QVariant(row.duration_s) : QVariant();
    case Requests:
        return countCell(row.requests, role);
    case Rps:
        return rateCell(row.rps, role);
    case P50:
        return figureCell(row.p50_ms, 1, role);
    case P95:
        return figureCell(row.p95_ms, 1, role);
    case P99:
        return figureCell(row.p99_ms, 1, role);
    case ErrorRate:
        return percentCell(row.error_rate, role);
    case Users:
        return countCell(row.users_max, role);
    case Trend:
        if (role == SparklineRole)
            return QVariant::fromValue(QList<double>(row.sparkline.begin(), row.sparkline.end()));
        return role == Qt::AccessibleTextRole
            ? QVariant(tr("p95 over time, %n point(s)", nullptr, static_cast<int>(row.sparkline.size())))
            : QVariant();
    default:
        return textual(row, column, role);
    }
}

QVariant LibraryModel::textual(const library::ReportRow& row, int column, int role)
{
    switch (column) {
    case Verdict:
        if (role == SortRole || role == VerdictRole)
            return static_cast<int>(row.verdict);
        if (role == Qt::ToolTipRole && row.partial)
            return tr("Partial: the run was ended before its schedule");
        if (role == Qt::DisplayRole)
            return row.partial ? tr("%1, partial").arg(verdictWord(row.verdict)) : verdictWord(row.verdict);
        return {};
    case Operation:
        if (role == Qt::ToolTipRole)
            return QString::fromStdString(row.note.empty() ? row.file.string() : row.note);
        return textCell(QString::fromStdString(row.operation), role);
    case Environment:
        return textCell(QString::fromStdString(row.environment), role);
    case Version:
        return textCell(QString::fromStdString(row.target_version), role);
    case Started:
        if (role == Qt::DisplayRole)
            return dateTime(row.started_at);
        return role == SortRole ? QVariant(static_cast<qlonglong>(row.started_wall_ms)) : QVariant();
    case Tags:
        return textCell(joined(row.tags), role);
    default:
        return {};
    }
}

QVariant LibraryModel::unreadableCell(const library::ReportRow& row, int column, int role)
{
    const auto reason = QString::fromStdString(row.unreadable);
    if (role == Qt::ToolTipRole)
        return reason;
    if (column == Verdict) {
        if (role == Qt::DisplayRole)
            return tr("unreadable");
        // After every verdict, so that sorting keeps them together.
        return role == SortRole ? QVariant(100) : QVariant();
    }
    if (column == Operation && (role == Qt::DisplayRole || role == SortRole)) {
        const auto name = QString::fromStdString(row.file.filename().string());
        return role == SortRole ? QVariant(name) : QVariant(name + QStringLiteral(" – ") + reason);
    }
    if (role == Qt::DisplayRole && column != Trend && column != Tags)
        return absent();
    return {};
}

} // namespace plumb::models
