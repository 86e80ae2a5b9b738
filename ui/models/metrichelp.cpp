// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/metrichelp.h"

#include "metric/metricname.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace plumb::models {

namespace {

struct MetricHelp
{
    Q_DECLARE_TR_FUNCTIONS(MetricHelp)
};

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The catalogue's own words; metricwords.cpp names them to the translators.
QString translated(std::string_view text)
{
    return QCoreApplication::translate("Metric", std::string(text).c_str());
}

QString memberSentence(const metric::MetricName& name)
{
    if (const auto percent = name.percentile()) {
        return MetricHelp::tr("%1: %2 % of the values are this or less.")
            .arg(QString::fromStdString(name.member), QLocale().toString(*percent, 'g', 6));
    }
    if (name.member == "mean")
        return MetricHelp::tr("mean: the sum of the values by their number; a few slow ones move it.");
    if (name.member == "min")
        return MetricHelp::tr("min: the least of the values.");
    if (name.member == "max")
        return MetricHelp::tr("max: the greatest of the values.");
    if (name.member == "stddev")
        return MetricHelp::tr("stddev: how far the values lie from their mean.");
    return {};
}

QString direction(metric::Better better)
{
    switch (better) {
    case metric::Better::lower:
        return MetricHelp::tr("Lower is better.");
    case metric::Better::higher:
        return MetricHelp::tr("Higher is better.");
    case metric::Better::neither:
        break;
    }
    return MetricHelp::tr("Neither way is better by itself.");
}

QString unitSentence(std::string_view unit)
{
    if (unit.empty())
        return MetricHelp::tr("A count.");
    if (unit == "fraction")
        return MetricHelp::tr("Shown in percent, a fraction in files.");
    return MetricHelp::tr("Unit: %1.").arg(qt(unit));
}

/// A family by its own name, "latency_ms": what all its figures have in common.
metric::MetricName familyOf(const QString& name)
{
    const auto wanted = name.toStdString();
    const auto all = metric::catalogue();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const metric::Metric& one) { return one.name == wanted; });
    return {found == all.end() ? nullptr : &*found, {}};
}

/// Without a metric: there is none of this name.
metric::MetricName known(const QString& name)
{
    const auto parsed = metric::parseMetricName(name.toStdString());
    return parsed ? *parsed : familyOf(name);
}

QString titleOf(const metric::MetricName& name)
{
    const auto title = translated(name.metric->title);
    return name.member.empty() ? title
                               : MetricHelp::tr("%1, %2").arg(title, QString::fromStdString(name.member));
}

/// Figures of the screens that no limit can be on, so that the catalogue has none of them.
struct ShownFigure
{
    QString title, help;
};

std::optional<ShownFigure> shownFigure(const QString& name)
{
    if (name == QLatin1String("users"))
        return ShownFigure{MetricHelp::tr("Active users"),
            MetricHelp::tr(
                "Users that are in the middle of an iteration, or wait for their next one. In an open "
                "load their number follows from the rate and from how long an iteration takes.")};
    if (name == QLatin1String("requests"))
        return ShownFigure{MetricHelp::tr("Requests"),
            MetricHelp::tr(
                "Requests of the measure phase that came to an end, ok or failed. Dropped arrivals and "
                "requests that were cut at the end are told beside it and are not among them.")};
    return std::nullopt;
}

QString paragraph(const QString& text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text);
}

} // namespace

QString metricTitle(const QString& name)
{
    if (const auto shown = shownFigure(name))
        return shown->title;
    const auto found = known(name);
    return found.metric ? titleOf(found) : name;
}

QString metricHelp(const QString& name)
{
    if (const auto shown = shownFigure(name))
        return QStringLiteral("<p><b>%1</b></p>").arg(shown->title.toHtmlEscaped())
            + paragraph(shown->help.toHtmlEscaped()) + paragraph(unitSentence({}));
    const auto found = known(name);
    if (!found.metric)
        return {};
    const bool family = found.metric->family != metric::Family::single && found.member.empty();
    return QStringLiteral("<p><b>%1</b></p>").arg(titleOf(found).toHtmlEscaped())
        + paragraph(translated(found.metric->help).toHtmlEscaped())
        + paragraph(memberSentence(found).toHtmlEscaped())
        + paragraph(unitSentence(found.metric->unit) + QLatin1Char(' ') + direction(found.metric->better))
        + paragraph(MetricHelp::tr("In limits: %1")
                        .arg(QStringLiteral("<code>%1</code>")
                                 .arg(name.toHtmlEscaped() + (family ? QStringLiteral(".…") : QString()))));
}

} // namespace plumb::models
