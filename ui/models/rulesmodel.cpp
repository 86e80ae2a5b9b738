// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulesmodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"
#include "ui/models/limittext.h"
#include "ui/models/words.h"

namespace plumb::models {

namespace {

QString valueText(const report::JudgedRule& rule)
{
    return rule.value ? metricValueText(*rule.value, rule.unit) : absent();
}

QString decidingLimit(const report::JudgedRule& rule)
{
    const auto& limit = !rule.limit.empty() ? rule.limit : !rule.fail.empty() ? rule.fail : rule.warn;
    return limit.empty() ? absent() : limitText(limit, rule.unit);
}

/// What hits the rule.
QString bothLimits(const report::JudgedRule& rule)
{
    QStringList parts;
    if (!rule.warn.empty())
        parts << RulesModel::tr("warns where it is %1").arg(conditionText(rule.warn, rule.unit));
    if (!rule.fail.empty())
        parts << RulesModel::tr("fails where it is %1").arg(conditionText(rule.fail, rule.unit));
    return parts.join(QStringLiteral(", "));
}

} // namespace

RulesModel::RulesModel(QObject* parent)
    : TableModel(
        {{tr("Verdict"), {}, false}, {tr("Rule"), {}, false}, {tr("Of"), {}, false},
            {tr("Measured"), {}, true}, {tr("Limit"), tr("What the measured figure has to keep"), true},
            {tr("Reason"), {}, false}},
        parent)
{
}

QVariant RulesModel::cell(const report::JudgedRule& rule, int column, int role) const
{
    if (role == Qt::WhatsThisRole) {
        const auto help = metricHelp(QString::fromStdString(rule.metric));
        return help.isEmpty() ? QVariant() : QVariant(help);
    }
    switch (column) {
    case Verdict:
        if (role == Qt::DisplayRole)
            return verdictWord(rule.verdict);
        return role == SortRole || role == VerdictRole ? QVariant(static_cast<int>(rule.verdict))
                                                       : QVariant();
    case Name:
        if (role == Qt::ToolTipRole)
            return QString::fromStdString(rule.metric);
        return textCell(QString::fromStdString(rule.name.empty() ? rule.metric : rule.name), role);
    case Of:
        return textCell(rule.of == "run" ? tr("run") : QString::fromStdString(rule.of), role);
    case Value:
        if (role == SortRole)
            return rule.value ? QVariant(*rule.value) : QVariant();
        return role == Qt::DisplayRole ? QVariant(valueText(rule)) : QVariant();
    case Limit:
        if (role == Qt::ToolTipRole)
            return bothLimits(rule);
        return textCell(decidingLimit(rule), role);
    case Reason: {
        const auto reason = QString::fromStdString(rule.reason);
        return role == Qt::ToolTipRole ? QVariant(reason) : textCell(reason, role);
    }
    default:
        return {};
    }
}

} // namespace plumb::models
