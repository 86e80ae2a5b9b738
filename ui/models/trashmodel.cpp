// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trashmodel.h"

#include "base/timestamp.h"
#include "ui/models/cells.h"
#include "ui/models/format.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace plumb::models {

namespace {

struct TrashText
{
    Q_DECLARE_TR_FUNCTIONS(TrashText)
};

} // namespace

TrashModel::TrashModel(QObject* parent)
    : TableModel({{tr("Operation"), {}, false}, {tr("Started"), {}, false}, {tr("Verdict"), {}, false},
                     {tr("Deleted"), {}, false}, {tr("Size"), {}, true}},
        parent)
{
}

QVariant TrashModel::cell(const library::Trashed& row, int column, int role) const
{
    const auto readable = row.row.unreadable.empty();
    if (role == KeyRole)
        return QString::fromStdString(row.file.string());
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(readable ? row.file.filename().string() : row.row.unreadable);
    switch (column) {
    case Operation:
        return textCell(
            QString::fromStdString(readable ? row.row.operation : row.file.filename().string()), role);
    case Started:
        return textCell(readable ? dateTime(row.row.started_at) : absent(), role);
    case Verdict:
        if (!readable)
            return textCell(tr("unreadable"), role);
        return role == VerdictRole ? QVariant(static_cast<int>(row.row.verdict))
                                   : textCell(verdictWord(row.row.verdict), role);
    case Deleted:
        if (role == SortRole)
            return static_cast<qlonglong>(row.since_wall_ms);
        return role == Qt::DisplayRole ? QVariant(ageText(row.since_wall_ms, wallClockMs())) : QVariant();
    case Size:
        if (role == SortRole)
            return static_cast<qlonglong>(row.bytes);
        return role == Qt::DisplayRole ? QVariant(bytes(static_cast<double>(row.bytes))) : QVariant();
    default:
        return {};
    }
}

QString trashText(const std::vector<library::Trashed>& rows)
{
    double sum = 0.0;
    for (const auto& row : rows)
        sum += static_cast<double>(row.bytes);
    return TrashText::tr("%n report(s), %1", nullptr, static_cast<int>(rows.size())).arg(bytes(sum));
}

QString ageText(std::int64_t then_ms, std::int64_t now_ms)
{
    const auto days = QDateTime::fromMSecsSinceEpoch(then_ms).date().daysTo(
        QDateTime::fromMSecsSinceEpoch(now_ms).date());
    if (days <= 0)
        return TrashText::tr("today");
    return days == 1 ? TrashText::tr("yesterday")
                     : TrashText::tr("%n days ago", nullptr, static_cast<int>(days));
}

} // namespace plumb::models
