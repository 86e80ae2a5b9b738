// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/steptablemodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"

namespace plumb::models {

StepTableModel::StepTableModel(QObject* parent)
    : TableModel({{tr("Step"), {}, false}, {tr("Request"), {}, false},
                     {tr("Count"), tr("Finished requests in the measure phase"), true},
                     {tr("Failed"), {}, true}, {tr("Errors"), tr("Failed of all finished requests"), true},
                     {tr("Requests/s"), {}, true}, {tr("mean (ms)"), {}, true}, {tr("p50 (ms)"), {}, true},
                     {tr("p95 (ms)"), {}, true}, {tr("p99 (ms)"), {}, true}, {tr("max (ms)"), {}, true}},
        parent)
{
}

void StepTableModel::setSteps(const std::vector<report::StepReport>& steps)
{
    double largest = 0.0;
    for (const auto& step : steps)
        largest = std::max(largest, step.summary(report::Series::response).max.value_or(0.0));
    m_decimals = decimalsFor(largest);
    setRows(steps);
}

QVariant StepTableModel::cell(const report::StepReport& step, int column, int role) const
{
    const auto& latency = step.summary(report::Series::response);
    const auto percentile = [&](double percent, std::optional<double> ms) {
        return percentileCell(ms, report::percentileTrusted(percent, latency.count), m_decimals, role);
    };
    switch (column) {
    case Name:
        if (role == Qt::ToolTipRole && !step.pattern.empty())
            return tr("Pattern %1").arg(QString::fromStdString(step.pattern));
        if (role == Qt::DisplayRole && step.pattern.empty())
            return tr("%1 (setup)").arg(QString::fromStdString(step.name));
        return textCell(QString::fromStdString(step.name), role);
    case Request: {
        const auto text
            = QString::fromStdString(step.method.empty() ? step.kind : step.method + " " + step.path);
        return role == Qt::ToolTipRole ? QVariant(text) : textCell(text, role);
    }
    case Count:
        return countCell(step.count, role);
    case Failed:
        return countCell(step.failed, role);
    case ErrorRate:
        return percentCell(step.error_rate, role);
    case Rps:
        return rateCell(step.count > 0 ? std::optional(step.rps) : std::nullopt, role);
    case Mean:
        return figureCell(latency.mean, m_decimals, role);
    case P50:
        return percentile(50.0, latency.p50);
    case P95:
        return percentile(95.0, latency.p95);
    case P99:
        return percentile(99.0, latency.p99);
    case Max:
        return figureCell(latency.max, m_decimals, role);
    default:
        return {};
    }
}

} // namespace plumb::models
