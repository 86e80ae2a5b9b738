// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/trustmodel.h"

#include "ui/models/cells.h"
#include "ui/models/trusttext.h"

namespace plumb::models {

namespace {

metric::Verdict badgeOf(report::TrustFact::Level level)
{
    using Level = report::TrustFact::Level;
    switch (level) {
    case Level::good:
        return metric::Verdict::pass;
    case Level::note:
        return metric::Verdict::warn;
    case Level::bad:
        return metric::Verdict::invalid;
    case Level::unknown:
        break;
    }
    return metric::Verdict::notMeasured;
}

} // namespace

TrustModel::TrustModel(QObject* parent)
    : TableModel({{tr("Looked at"), {}, false}, {tr("State"), {}, false}, {tr("Figure"), {}, false},
                     {tr("What it means"), {}, false}},
        parent)
{
}

std::vector<TrustRow> TrustModel::rowsOf(const report::TrustContext& context)
{
    std::vector<TrustRow> rows;
    for (const auto& fact : report::trustOf(context).facts)
        rows.push_back({trustTitleText(fact.kind), trustFigureText(fact), trustMeaning(fact, context),
            trustLevelWord(fact.level), fact.level});
    return rows;
}

QVariant TrustModel::cell(const TrustRow& row, int column, int role) const
{
    switch (column) {
    case Look:
        return textCell(row.title, role);
    case State:
        if (role == VerdictRole)
            return static_cast<int>(badgeOf(row.level));
        if (role == BadgeTextRole || role == Qt::ToolTipRole)
            return role == Qt::ToolTipRole ? row.meaning : row.word;
        return textCell(row.word, role);
    case Figure:
        return textCell(row.figure, role);
    case Meaning:
        return role == Qt::ToolTipRole ? QVariant(row.meaning) : textCell(row.meaning, role);
    default:
        return {};
    }
}

} // namespace plumb::models
