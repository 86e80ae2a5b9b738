// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/monitormodel.h"

#include "ui/models/cells.h"
#include "ui/models/monitorgroups.h"

namespace plumb::models {

MonitorModel::MonitorModel(QObject* parent)
    : TableModel({{tr("Series"), tr("As rules name it, with .max or .mean at the end"), false},
                     {tr("Of"), tr("What was watched"), false}, {tr("Min"), {}, true}, {tr("Mean"), {}, true},
                     {tr("Max"), {}, true}, {tr("Last"), {}, true}, {tr("Unit"), {}, false},
                     {tr("Readings"), {}, true},
                     {tr("Without value"), tr("The process was gone, or the page did not answer"), true}},
        parent)
{
}

QVariant MonitorModel::cell(const report::MonitorSeries& series, int column, int role) const
{
    if (role == Qt::WhatsThisRole) {
        const auto help = metricHelp(monitorMetric(series));
        return help.isEmpty() ? QVariant() : QVariant(help);
    }
    const auto& summary = series.summary;
    switch (column) {
    case Series:
        return textCell(monitorMetric(series), role);
    case Source:
        return textCell(QString::fromStdString(series.source), role);
    case Min:
        return rateCell(summary.min, role);
    case Mean:
        return rateCell(summary.mean, role);
    case Max:
        return rateCell(summary.max, role);
    case Last:
        return rateCell(summary.last, role);
    case Unit:
        return textCell(QString::fromStdString(series.unit), role);
    case Readings:
        return countCell(summary.count, role);
    case Missing:
        return countCell(summary.missing, role);
    default:
        return {};
    }
}

} // namespace plumb::models
