// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/limittext.h"

#include "report/runevent.h"
#include "ui/models/format.h"
#include "ui/models/metrichelp.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace plumb::models {

namespace {

struct Limits
{
    Q_DECLARE_TR_FUNCTIONS(Limits)
};

std::size_t numberStart(const std::string& limit)
{
    return limit.find_first_not_of("<>= ");
}

/// ">", "<="; empty where the limit is a bare number.
QString operationOf(const std::string& limit)
{
    return QString::fromStdString(limit.substr(0, std::min(numberStart(limit), limit.size()))).trimmed();
}

/// What stands behind the operation, with its unit. It is told as it was written, not rounded.
QString bound(const std::string& limit, const std::string& unit)
{
    const auto number = limitNumber(limit);
    if (!number)
        return QString::fromStdString(limit.substr(std::min(numberStart(limit), limit.size())));
    const auto fraction = unit == "fraction";
    QString text = QLocale().toString(fraction ? *number * 100.0 : *number, 'g', 10);
    if (fraction)
        text += QStringLiteral(" %");
    else if (unit == "1/s")
        text += QStringLiteral(" /s");
    else if (!unit.empty())
        text += QLatin1Char(' ') + QString::fromStdString(unit);
    return text;
}

QString withOperation(const QString& operation, const QString& bound)
{
    return operation.isEmpty() ? bound : QStringLiteral("%1 %2").arg(operation, bound);
}

} // namespace

std::optional<double> limitNumber(const std::string& limit)
{
    const auto start = numberStart(limit);
    if (start == std::string::npos)
        return std::nullopt;
    double number = 0.0;
    const auto* const end = limit.data() + limit.size();
    const auto [rest, error] = std::from_chars(limit.data() + start, end, number);
    // "+10%", "5pt" and "200ms" do not end with their number; they say their unit themselves.
    return error == std::errc() && rest == end ? std::optional(number) : std::nullopt;
}

QString conditionText(const std::string& limit, const std::string& unit)
{
    return withOperation(operationOf(limit), bound(limit, unit));
}

QString limitText(const std::string& limit, const std::string& unit)
{
    const auto hit = operationOf(limit);
    const auto kept = hit == QLatin1String(">") ? QStringLiteral("≤")
        : hit == QLatin1String(">=")            ? QStringLiteral("<")
        : hit == QLatin1String("<")             ? QStringLiteral("≥")
        : hit == QLatin1String("<=")            ? QStringLiteral(">")
                                                : hit;
    return withOperation(kept, bound(limit, unit));
}

QString stopRuleText(const report::StopRuleInfo& rule)
{
    auto what = QStringLiteral("%1 %2").arg(
        metricTitle(QString::fromStdString(rule.metric)), conditionText(rule.limit, rule.unit));
    if (rule.of != "run")
        what = Limits::tr("%1 of %2", "a figure and the part of the run it is of")
                   .arg(what, QString::fromStdString(rule.of.substr(rule.of.find(':') + 1)));
    return rule.over_s > 0.0 ? Limits::tr("%1 over %2 s", "a condition and how long a time it is looked at")
                                   .arg(what, QLocale().toString(rule.over_s, 'g', 6))
                             : what;
}

QString metricValueText(double value, const std::string& unit)
{
    if (unit == "ms")
        return latency(value);
    if (unit == "fraction")
        return percent(value);
    // What is counted is whole: 0, not 0.00.
    const bool counted = unit.empty() && value == std::floor(value);
    const auto number = counted ? QLocale().toString(value, 'f', 0) : rate(value);
    if (unit == "1/s")
        return number + QStringLiteral(" /s");
    return unit.empty() ? number : number + QLatin1Char(' ') + QString::fromStdString(unit);
}

} // namespace plumb::models
