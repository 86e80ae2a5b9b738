// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventmodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"

namespace plumb::models {

EventModel::EventModel(QObject* parent)
    : TableModel({{tr("At"), tr("Since the start of the run"), true}, {tr("Kind"), {}, false},
                     {tr("Event"), {}, false}},
        parent)
{
}

void EventModel::setMarks(const std::vector<report::RunMark>& marks)
{
    std::vector<LiveEvent> rows;
    rows.reserve(marks.size());
    for (const auto& mark : marks)
        rows.push_back({mark.at_s, QString::fromStdString(mark.kind), QString::fromStdString(mark.text)});
    setRows(std::move(rows));
}

QVariant EventModel::cell(const LiveEvent& event, int column, int role) const
{
    switch (column) {
    case At:
        if (role == Qt::DisplayRole)
            return clock(event.at_s);
        return role == SortRole ? QVariant(event.at_s) : QVariant();
    case Kind: {
        const auto& code = event.kind;
        auto word = code;
        if (code == QLatin1String("state"))
            word = tr("state");
        else if (code == QLatin1String("mark"))
            word = tr("mark");
        else if (code == QLatin1String("stop"))
            word = tr("stop");
        else if (code == QLatin1String("abort"))
            word = tr("abort");
        else if (code == QLatin1String("notice"))
            word = tr("notice");
        else if (code == QLatin1String("monitor"))
            word = tr("monitor");
        return textCell(word, role);
    }
    case Text:
        return role == Qt::ToolTipRole ? QVariant(event.text) : textCell(event.text, role);
    default:
        return {};
    }
}

} // namespace plumb::models
