// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/librarymodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"
#include "ui/models/words.h"

#include <QList>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

#include <cmath>

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
            {tr("Requests"), tr("Finished in the measure phase"), true},
            {tr("Requests/s"), {}, true, QStringLiteral("rps")},
            {tr("p50 (ms)"), {}, true, QStringLiteral("latency_ms.p50")},
            {tr("p95 (ms)"), {}, true, QStringLiteral("latency_ms.p95")},
            {tr("Δ p95"),
                tr("p95 against the run before it of the same operation and environment that ended as "
                   "planned. "
                   "A plain difference: noise is not taken into account."),
                true},
            {tr("p99 (ms)"), {}, true, QStringLiteral("latency_ms.p99")},
            {tr("Errors"), {}, true, QStringLiteral("error_rate")}, {tr("Users"), tr("Most at a time"), true},
            {tr("p95 over time"), tr("From the start of the run to its end"), false}, {tr("Tags"), {}, false},
            {tr("Notes"), tr("The latest note on the report"), false}},
        parent)
{
}

const LibraryEntry* LibraryModel::entryAt(const QModelIndex& index) const
{
    const auto* entry = rowAt(index);
    return entry != nullptr ? entry->get() : nullptr;
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex& index) const
{
    return TableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList LibraryModel::mimeTypes() const
{
    return {QStringLiteral("text/uri-list")};
}

QMimeData* LibraryModel::mimeData(const QModelIndexList& indexes) const
{
    QList<QUrl> urls;
    for (const auto& index : indexes) {
        const auto* entry = entryAt(index);
        if (entry == nullptr)
            continue;
        const auto url = QUrl::fromLocalFile(QString::fromStdString(entry->report.file.string()));
        if (!urls.contains(url))
            urls << url;
    }
    auto* data = new QMimeData;
    data->setUrls(urls);
    return data;
}

QVariant LibraryModel::cell(const LibraryEntryPtr& entry, int column, int role) const
{
    const auto& row = entry->report;
    if (role == KeyRole)
        return QString::fromStdString(row.file.string());
    if (!entry->readable())
        return unreadableCell(row, column, role);
    if (column == Delta)
        return deltaCell(*entry, role);
    if (column == Notes)
        return notesCell(row, role);
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
        if (role == RemarkRole && row.partial)
            return tr("partial");
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
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return dateTime(row.started_at);
        return role == SortRole ? QVariant(static_cast<qlonglong>(row.started_wall_ms)) : QVariant();
    case Tags:
        return textCell(joined(row.tags), role);
    default:
        return {};
    }
}

QVariant LibraryModel::deltaCell(const LibraryEntry& entry, int role)
{
    if (!entry.delta)
        return role == Qt::DisplayRole ? QVariant(absent())
            : role == Qt::ToolTipRole  ? QVariant(tr("No earlier run of this operation and environment"))
                                       : QVariant();
    const auto& delta = *entry.delta;
    // What rounds to nothing is called the same.
    const double percents = std::round(delta.change * 100.0);
    const auto change = percents > 0 ? Change::worse : percents < 0 ? Change::better : Change::same;
    const auto number = QLocale().toString(std::abs(percents), 'f', 0);
    switch (role) {
    case Qt::DisplayRole:
        if (change == Change::same)
            return tr("= same");
        return change == Change::worse ? tr("▲ %1 % slower").arg(number) : tr("▼ %1 % faster").arg(number);
    case Qt::ToolTipRole:
        return tr("p95 %1, in the run of %2 it was %3. A plain difference: noise is not taken into account.")
            .arg(latency(delta.now), dateTime(delta.before_started_at), latency(delta.before));
    case ChangeRole:
        return static_cast<int>(change);
    case SortRole:
        return delta.change;
    default:
        return {};
    }
}

QVariant LibraryModel::notesCell(const library::ReportRow& row, int role)
{
    const auto text = QString::fromStdString(row.last_note).simplified();
    QString tip;
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        if (row.notes == 0)
            return role == SortRole ? QVariant() : QVariant(QString());
        return row.note_state == library::AnnotationState::note
            ? text
            : tr("%1: %2", "state of a note, its text").arg(noteStateWord(row.note_state), text);
    case Qt::ToolTipRole:
        if (row.notes > 0)
            tip = text + QLatin1Char('\n') + tr("%n note(s)", nullptr, row.notes);
        if (row.damaged_notes > 0)
            tip += QLatin1Char('\n')
                + tr("%n line(s) in the notes on this report cannot be read", nullptr, row.damaged_notes);
        return tip.isEmpty() ? QVariant() : QVariant(tip.trimmed());
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
        if (role == SortRole)
            return name;
        // The reason mostly begins with the whole path, which the tooltip has.
        auto text = QString(reason).replace(QString::fromStdString(row.file.string()), name);
        return text.startsWith(name) ? text : QString(name + QStringLiteral(" – ") + text);
    }
    if (role == Qt::DisplayRole && column != Trend && column != Tags && column != Notes)
        return absent();
    return {};
}

} // namespace plumb::models
