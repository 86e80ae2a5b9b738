// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariotables.h"

#include "ui/models/recordsof.h"
#include "ui/models/scenariofields.h"
#include "ui/models/scenarionodes.h"

#include <QCoreApplication>

namespace plumb::models {

namespace {

struct Tables
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioTables)
};

using scenario::Check;
using scenario::Extract;
using scenario::MultipartPart;
using Pair = std::pair<std::string, std::string>;

template <class T>
std::function<std::vector<T>*(scenario::Scenario&)> inStep(
    const std::string& path, std::vector<T>& (*list)(scenario::Step&))
{
    return [path, list](scenario::Scenario& scenario) -> std::vector<T>* {
        auto* step = stepAt(scenario, path);
        return step == nullptr ? nullptr : &list(*step);
    };
}

RecordList pairRecords(const QString& name, const std::string& step, const std::string& field,
    const QString& keyTitle, std::vector<Pair>& (*list)(scenario::Step&))
{
    std::vector<RecordField<Pair>> fields{
        textField<Pair>({keyTitle, {}}, &Pair::first),
        textField<Pair>(
            {Tables::tr("Value"), Tables::tr("May hold {{variables}} and functions")}, &Pair::second),
    };
    return recordsOf<Pair>(name, step + "/request/" + field, inStep(step, list), std::move(fields), {});
}

/// A status that was typed and is no list of statuses, kept where fields stand that the check cannot hold.
bool hasUnreadStatus(const Check& check)
{
    return check.extra.is_object() && check.extra.contains("status") && check.extra["status"].is_string();
}

QString statusText(const Check& check)
{
    if (hasUnreadStatus(check))
        return QString::fromStdString(check.extra["status"].get<std::string>());
    QStringList codes;
    for (const auto status : check.statuses)
        codes << QString::number(status);
    return codes.join(QStringLiteral(", "));
}

/// What a check expects: a value, a limit, or that something is there.
QString expectedText(const Check& check)
{
    switch (check.kind) {
    case Check::Kind::status:
        return statusText(check);
    case Check::Kind::json:
    case Check::Kind::header:
        if (check.equals)
            return check.equals->is_null() ? QStringLiteral("null") : valueText(*check.equals);
        return {};
    case Check::Kind::maxMs:
    case Check::Kind::maxBytes:
        return boundText(check.limit);
    case Check::Kind::bodyContains:
    case Check::Kind::bodyRegex:
        break;
    }
    return {};
}

void setExpected(Check& check, const QString& text)
{
    switch (check.kind) {
    case Check::Kind::status:
        // What is no list of statuses stays as it was typed; the validation says so.
        if (const auto statuses = statusesFrom(text)) {
            check.statuses = *statuses;
            if (hasUnreadStatus(check))
                check.extra.erase("status");
        } else {
            check.statuses.clear();
            check.extra["status"] = text.toStdString();
        }
        break;
    case Check::Kind::json:
    case Check::Kind::header:
        // Nothing expected means: it must be there.
        if (text.isEmpty()) {
            check.equals.reset();
            check.exists = true;
        } else {
            check.equals = check.kind == Check::Kind::header ? Json(text.toStdString()) : valueFrom(text);
            check.exists.reset();
        }
        break;
    case Check::Kind::maxMs:
    case Check::Kind::maxBytes:
        check.limit = boundFrom<double>(
            text, check.kind == Check::Kind::maxMs ? scenario::Unit::milliseconds : scenario::Unit::none);
        break;
    case Check::Kind::bodyContains:
    case Check::Kind::bodyRegex:
        break;
    }
}

/// A check of another kind keeps what still means something.
void setKind(Check& check, Check::Kind kind)
{
    Check fresh;
    fresh.name = check.name;
    fresh.kind = kind;
    fresh.extra = check.extra;
    if (hasUnreadStatus(check))
        fresh.extra.erase("status");
    if (kind != Check::Kind::status && kind != Check::Kind::maxMs && kind != Check::Kind::maxBytes)
        fresh.expression = check.expression;
    if (kind == Check::Kind::status)
        fresh.statuses = {200};
    if (kind == Check::Kind::json || kind == Check::Kind::header)
        fresh.exists = true;
    if (kind == Check::Kind::maxMs)
        fresh.limit = 1000.0;
    if (kind == Check::Kind::maxBytes)
        fresh.limit = 1048576.0;
    check = std::move(fresh);
}

/// A body contains its text, or it does not: nothing more is expected.
bool hasExpected(const Check& check)
{
    return check.kind != Check::Kind::bodyContains && check.kind != Check::Kind::bodyRegex;
}

bool hasPlace(const Check& check)
{
    return check.kind != Check::Kind::status && check.kind != Check::Kind::maxMs
        && check.kind != Check::Kind::maxBytes;
}

} // namespace

RecordList headerRecords(const std::string& step)
{
    return pairRecords(Tables::tr("header"), step, "headers", Tables::tr("Header"),
        [](scenario::Step& s) -> std::vector<Pair>& { return s.request.headers; });
}

RecordList queryRecords(const std::string& step)
{
    return pairRecords(Tables::tr("query parameter"), step, "query", Tables::tr("Parameter"),
        [](scenario::Step& s) -> std::vector<Pair>& { return s.request.query; });
}

RecordList formRecords(const std::string& step)
{
    return pairRecords(Tables::tr("form field"), step, "form", Tables::tr("Field"),
        [](scenario::Step& s) -> std::vector<Pair>& { return s.request.body.form; });
}

RecordList multipartRecords(const std::string& step)
{
    using Part = MultipartPart;
    std::vector<RecordField<Part>> fields{
        textField<Part>({Tables::tr("Part"), {}}, &Part::name),
        textField<Part>({Tables::tr("Value"), Tables::tr("Either a value or a file")}, &Part::value),
        textField<Part>({Tables::tr("File"), Tables::tr("Relative to the scenario's file")}, &Part::file),
        textField<Part>({Tables::tr("File name sent"), {}}, &Part::filename),
        textField<Part>({Tables::tr("Content type"), {}}, &Part::content_type),
    };
    return recordsOf<Part>(Tables::tr("part"), step + "/request/multipart",
        inStep<Part>(step, [](scenario::Step& s) -> std::vector<Part>& { return s.request.body.multipart; }),
        std::move(fields), {});
}

RecordList extractRecords(const std::string& step)
{
    using From = Extract::From;
    std::vector<RecordField<Extract>> fields{
        textField<Extract>(
            {Tables::tr("Variable"), Tables::tr("Later steps use it as {{name}}")}, &Extract::as),
        choiceField<Extract, From>({Tables::tr("From"), {}}, &Extract::from,
            {{From::json, QStringLiteral("json"), Tables::tr("JSON body")},
                {From::header, QStringLiteral("header"), Tables::tr("Header")},
                {From::cookie, QStringLiteral("cookie"), Tables::tr("Cookie")},
                {From::regex, QStringLiteral("regex"), Tables::tr("Regular expression")}}),
        textField<Extract>(
            {Tables::tr("Where"),
                Tables::tr("A JSON pointer such as /data/0/id, a header's or cookie's name, or "
                           "a regular expression whose first group is taken")},
            &Extract::expression),
        flagField<Extract>(
            {Tables::tr("Optional"), Tables::tr("A missing value is no failure")}, &Extract::optional),
    };
    return recordsOf<Extract>(Tables::tr("extraction"), step + "/extract",
        inStep<Extract>(step, [](scenario::Step& s) -> std::vector<Extract>& { return s.extract; }),
        std::move(fields), {});
}

RecordList checkRecords(const std::string& step)
{
    using Kind = Check::Kind;
    const std::vector<ChoiceName<Check, Kind>> kinds{
        {Kind::status, QStringLiteral("status"), Tables::tr("Status is one of")},
        {Kind::json, QStringLiteral("json"), Tables::tr("JSON value")},
        {Kind::header, QStringLiteral("header"), Tables::tr("Header")},
        {Kind::bodyContains, QStringLiteral("body_contains"), Tables::tr("Body contains")},
        {Kind::bodyRegex, QStringLiteral("body_regex"), Tables::tr("Body matches")},
        {Kind::maxMs, QStringLiteral("max_ms"), Tables::tr("At most (ms)")},
        {Kind::maxBytes, QStringLiteral("max_bytes"), Tables::tr("At most (bytes)")}};
    auto kind = choiceField<Check, Kind>({Tables::tr("What"), {}}, &Check::kind, kinds);
    kind.set = [kinds](Check& check, const QVariant& value) {
        for (const auto& name : kinds) {
            if (name.word == value.toString() && name.value != check.kind)
                setKind(check, name.value);
        }
    };
    std::vector<RecordField<Check>> fields{
        std::move(kind),
        {{Tables::tr("Where"),
             Tables::tr("A JSON pointer such as /ok, a header's name, a text or a regular expression")},
            [](const Check& check) {
                return hasPlace(check) ? QVariant(QString::fromStdString(check.expression)) : QVariant();
            },
            [](Check& check, const QVariant& value) { check.expression = value.toString().toStdString(); },
            &hasPlace},
        {{Tables::tr("Expected"), Tables::tr("Empty for JSON and headers: it must be there")},
            [](const Check& check) {
                if (check.exists == std::optional(false))
                    return QVariant(Tables::tr("must be absent"));
                return QVariant(expectedText(check));
            },
            [](Check& check, const QVariant& value) {
                if (check.exists != std::optional(false) || value.toString() != Tables::tr("must be absent"))
                    setExpected(check, value.toString().trimmed());
            },
            &hasExpected},
        textField<Check>({Tables::tr("Name"), Tables::tr("Empty: made from the check")}, &Check::name),
    };
    Check fresh;
    fresh.statuses = {200};
    return recordsOf<Check>(Tables::tr("check"), step + "/checks",
        inStep<Check>(step, [](scenario::Step& s) -> std::vector<Check>& { return s.checks; }),
        std::move(fields), fresh);
}

} // namespace plumb::models
