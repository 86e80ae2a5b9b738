// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/livestepmodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"
#include "ui/models/limittext.h"
#include "ui/models/metrichelp.h"
#include "ui/models/words.h"

namespace plumb::models {

namespace {

/// "p95 ≤ 100 ms": percentiles by the last part of their name, as the columns beside it; others by their
/// title.
QString limitOf(const report::JudgedRule& rule)
{
    const auto& limit = !rule.limit.empty() ? rule.limit : !rule.fail.empty() ? rule.fail : rule.warn;
    const auto metric = QString::fromStdString(rule.metric);
    const auto name = metric.startsWith(QLatin1String("latency_ms.")) ? metric.section(QLatin1Char('.'), 1)
                                                                      : metricTitle(metric);
    return QStringLiteral("%1 %2").arg(name, limitText(limit, rule.unit));
}

} // namespace

LiveStepModel::LiveStepModel(QObject* parent)
    : TableModel({{tr("Step"), {}, false}, {tr("Requests"), tr("Finished in the measure phase so far"), true},
                     {tr("Failed"), {}, true}, {tr("Requests/s"), {}, true, QStringLiteral("rps")},
                     {tr("p50 (ms)"), {}, true, QStringLiteral("latency_ms.p50")},
                     {tr("p95 (ms)"), {}, true, QStringLiteral("latency_ms.p95")},
                     {tr("p99 (ms)"), {}, true, QStringLiteral("latency_ms.p99")},
                     {tr("max (ms)"), {}, true, QStringLiteral("latency_ms.max")},
                     {tr("Limit"), tr("Of the rule that stands worst"), false},
                     {tr("Verdict"), tr("The worst of the rules on this step"), false}},
        parent)
{
}

void LiveStepModel::setSteps(std::vector<LiveStep> steps, const std::vector<report::JudgedRule>& rules)
{
    for (const auto& rule : rules) {
        for (auto& step : steps) {
            if (rule.of != "step:" + step.info.name
                || (step.verdict && metric::worse(rule.verdict, *step.verdict) == *step.verdict))
                continue;
            step.verdict = rule.verdict;
            step.reason = QString::fromStdString(rule.reason);
            step.limit = limitOf(rule);
        }
    }
    double largest = 0.0;
    for (const auto& step : steps)
        largest = std::max(largest, step.max_ms.value_or(0.0));
    m_decimals = decimalsFor(largest);
    updateRows(std::move(steps));
}

QVariant LiveStepModel::cell(const LiveStep& step, int column, int role) const
{
    switch (column) {
    case Name: {
        if (role == Qt::ToolTipRole)
            return QString::fromStdString(step.info.method + " " + step.info.path);
        const auto name = QString::fromStdString(step.info.name);
        if (role == Qt::DisplayRole && step.info.setup)
            return tr("%1 (setup)").arg(name);
        return textCell(name, role);
    }
    case Count:
        return countCell(step.count, role);
    case Failed:
        return countCell(step.failed, role);
    case Rps:
        return rateCell(step.rps, role);
    case P50:
        return percentileCell(step.p50.ms, step.p50.trusted, m_decimals, role);
    case P95:
        return percentileCell(step.p95.ms, step.p95.trusted, m_decimals, role);
    case P99:
        return percentileCell(step.p99.ms, step.p99.trusted, m_decimals, role);
    case Max:
        return figureCell(step.max_ms, m_decimals, role);
    case Limit:
        return role == Qt::ToolTipRole ? QVariant(step.reason) : textCell(step.limit, role);
    case Verdict:
        if (!step.verdict)
            return {};
        if (role == Qt::DisplayRole)
            return verdictWord(*step.verdict);
        if (role == Qt::ToolTipRole)
            return step.reason;
        return role == SortRole || role == VerdictRole ? QVariant(static_cast<int>(*step.verdict))
                                                       : QVariant();
    default:
        return {};
    }
}

} // namespace plumb::models
