// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/errormodel.h"

#include "ui/models/cells.h"
#include "ui/models/words.h"

#include <algorithm>

namespace plumb::models {

ErrorModel::ErrorModel(QObject* parent)
    : TableModel(
        {{tr("Step"), {}, false}, {tr("By"), {}, false}, {tr("What"), {}, false}, {tr("Count"), {}, true},
            {tr("Share"), tr("Of the finished requests of the step, or of all steps in a part of the run"),
                true}},
        parent)
{
}

void ErrorModel::setSteps(const std::vector<report::StepReport>& steps)
{
    std::vector<ErrorRow> rows;
    for (const auto& step : steps) {
        const auto add = [&](ErrorRow::Kind kind, const QString& what, std::int64_t count) {
            if (count == 0)
                return;
            const auto share = step.count > 0
                ? std::optional(static_cast<double>(count) / static_cast<double>(step.count))
                : std::nullopt;
            rows.push_back({QString::fromStdString(step.name), kind, what, count, share});
        };
        for (const auto& [code, count] : step.outcomes) {
            if (code != "ok")
                add(ErrorRow::Kind::outcome, outcomeWord(code), count);
        }
        for (const auto& [status, count] : step.statuses) {
            if (status >= "400")
                add(ErrorRow::Kind::status, QString::fromStdString(status), count);
        }
        for (const auto& [reason, count] : step.reasons)
            add(ErrorRow::Kind::reason, QString::fromStdString(reason), count);
        for (const auto& check : step.checks)
            add(ErrorRow::Kind::check, QString::fromStdString(check.name), check.failed);
    }
    setSorted(std::move(rows));
}

void ErrorModel::setRange(const RangeFigures& figures)
{
    std::vector<ErrorRow> rows;
    const auto add = [&](ErrorRow::Kind kind, const QString& what, std::int64_t count) {
        const auto share = figures.finished > 0
            ? std::optional(static_cast<double>(count) / static_cast<double>(figures.finished))
            : std::nullopt;
        rows.push_back({tr("all steps"), kind, what, count, share});
    };
    for (const auto& [code, count] : figures.outcomes)
        add(ErrorRow::Kind::outcome, outcomeWord(code), count);
    for (const auto& [reason, count] : figures.reasons)
        add(ErrorRow::Kind::reason, reasonWord(reason), count);
    if (figures.outcomes.empty() && figures.failed > 0)
        add(ErrorRow::Kind::outcome, tr("failed"), figures.failed);
    setSorted(std::move(rows));
}

void ErrorModel::setSorted(std::vector<ErrorRow> rows)
{
    std::stable_sort(
        rows.begin(), rows.end(), [](const ErrorRow& a, const ErrorRow& b) { return a.count > b.count; });
    setRows(std::move(rows));
}

namespace {

/// What counts rows of this kind; an HTTP status has no metric.
QString metricOf(ErrorRow::Kind kind)
{
    switch (kind) {
    case ErrorRow::Kind::outcome:
        return QStringLiteral("errors");
    case ErrorRow::Kind::reason:
        return QStringLiteral("reasons");
    case ErrorRow::Kind::check:
        return QStringLiteral("checks");
    case ErrorRow::Kind::status:
        break;
    }
    return {};
}

} // namespace

QVariant ErrorModel::cell(const ErrorRow& row, int column, int role) const
{
    if (role == Qt::WhatsThisRole && column != Share) {
        const auto help = metricHelp(metricOf(row.kind));
        return help.isEmpty() ? QVariant() : QVariant(help);
    }
    switch (column) {
    case Step:
        return textCell(row.step, role);
    case Kind:
        switch (row.kind) {
        case ErrorRow::Kind::outcome:
            return textCell(tr("outcome"), role);
        case ErrorRow::Kind::status:
            return textCell(tr("HTTP status"), role);
        case ErrorRow::Kind::reason:
            return textCell(tr("reason code"), role);
        case ErrorRow::Kind::check:
            return textCell(tr("failed check"), role);
        }
        return {};
    case What:
        return textCell(row.what, role);
    case Count:
        return countCell(row.count, role);
    case Share:
        return percentCell(row.share, role);
    default:
        return {};
    }
}

} // namespace plumb::models
