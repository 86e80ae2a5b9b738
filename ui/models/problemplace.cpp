// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/problemplace.h"

#include "ui/models/scenarionodes.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace plumb::models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(plumb::models::ProblemPlace)
};

/// @p name as the field of a request where it stands right below one.
QString fieldWord(const QString& name, bool ofRequest)
{
    static const QHash<QString, const char*> words{
        {QStringLiteral("target"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Target")},
        {QStringLiteral("variables"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Variables")},
        {QStringLiteral("environments"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Environments")},
        {QStringLiteral("data"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Data files")},
        {QStringLiteral("setup"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Setup")},
        {QStringLiteral("patterns"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "User patterns")},
        {QStringLiteral("load"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Load")},
        {QStringLiteral("stages"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Stages")},
        {QStringLiteral("monitors"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Monitors")},
        {QStringLiteral("stop_when"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Stop rules")},
        {QStringLiteral("request/headers"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Headers")},
        {QStringLiteral("request/query"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Query")},
        {QStringLiteral("auth"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Authentication")},
        {QStringLiteral("request/path"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Path")},
        {QStringLiteral("request/method"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Method")},
        {QStringLiteral("request/json"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "JSON body")},
        {QStringLiteral("request/body"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Body")},
        {QStringLiteral("request/form"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Form")},
        {QStringLiteral("extract"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Extractions")},
        {QStringLiteral("checks"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Checks")},
        {QStringLiteral("thresholds"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Thresholds")},
        {QStringLiteral("operation"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Operation")},
        {QStringLiteral("base_url"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Address")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("plumb::models::ProblemPlace", "Name")}};
    const auto* word
        = words.value(ofRequest ? QLatin1String("request/") + name : name, words.value(name, nullptr));
    return word == nullptr ? name : Words::tr(word);
}

QString named(const std::string& name)
{
    return name.empty() ? Words::tr("(no name)") : QString::fromStdString(name);
}

} // namespace

QString placeText(const scenario::Scenario& scenario, const std::string& path)
{
    QStringList words;
    QString before;
    std::string at;
    const auto segments = QString::fromStdString(path).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (auto segment : segments) {
        segment.replace(QLatin1String("~1"), QLatin1String("/"))
            .replace(QLatin1String("~0"), QLatin1String("~"));
        at += '/' + segment.toStdString();
        bool index = false;
        const auto row = segment.toInt(&index);
        if (const auto* step = stepAt(scenario, at))
            words = {named(step->name)};
        else if (const auto* pattern = patternAt(scenario, at))
            words = {named(pattern->name)};
        else if (index && !words.isEmpty())
            words.last() = Words::tr("%1, row %2").arg(words.last()).arg(row + 1);
        else if (segment != QLatin1String("request") && segment != QLatin1String("steps"))
            words << fieldWord(segment, before == QLatin1String("request"));
        before = segment;
    }
    return words.isEmpty() ? Words::tr("The scenario") : words.join(QStringLiteral(" › "));
}

} // namespace plumb::models
