// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/samplemodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"
#include "ui/models/words.h"

namespace plumb::models {

SampleModel::SampleModel(QObject* parent)
    : TableModel(
        {{tr("At"), tr("Intended start, since the start of the run"), true}, {tr("Step"), {}, false},
            {tr("Kept because"), {}, false}, {tr("Outcome"), {}, false}, {tr("Status"), {}, true},
            {tr("Response (ms)"), {}, true, QStringLiteral("latency_ms")},
            {tr("Service (ms)"), {}, true, QStringLiteral("service_ms")}, {tr("Message"), {}, false}},
        parent)
{
}

QVariant SampleModel::cell(const report::Sample& sample, int column, int role) const
{
    switch (column) {
    case At:
        if (role == Qt::DisplayRole)
            return clock(sample.at_s);
        return role == SortRole ? QVariant(sample.at_s) : QVariant();
    case Step:
        if (role == Qt::ToolTipRole)
            return QString::fromStdString(sample.method + " " + sample.url);
        return textCell(QString::fromStdString(sample.step), role);
    case Why:
        return textCell(sample.why == "slow" ? tr("slow") : tr("failed"), role);
    case Outcome:
        return textCell(outcomeWord(sample.outcome), role);
    case Status:
        if (role == Qt::DisplayRole)
            return sample.status == 0 ? absent() : QString::number(sample.status);
        return role == SortRole ? QVariant(sample.status) : QVariant();
    case Response:
        return figureCell(sample.response_ms, 1, role);
    case Service:
        return figureCell(sample.service_ms, 1, role);
    case Message: {
        auto text = QString::fromStdString(sample.error);
        if (!sample.reason.empty())
            text = QString::fromStdString(sample.reason)
                + (text.isEmpty() ? text : QStringLiteral(": ") + text);
        return role == Qt::ToolTipRole ? QVariant(text) : textCell(text, role);
    }
    default:
        return {};
    }
}

} // namespace plumb::models
