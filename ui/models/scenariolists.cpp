// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the scenario itself: stages, variables, environments, data files, monitors, stop rules.
#include "ui/models/recordsof.h"
#include "ui/models/scenariofields.h"
#include "ui/models/scenarionodes.h"
#include "ui/models/scenariotables.h"

#include <QCoreApplication>

namespace plumb::models {

namespace {

struct Lists
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioTables)
};

using scenario::DataFeed;
using scenario::Scenario;
using scenario::Stage;
using NamedVariable = std::pair<std::string, scenario::Variable>;
using NamedEnvironment = std::pair<std::string, scenario::Environment>;
using NamedValue = std::pair<std::string, Json>;

/// The value of a variable as typed; null would be none at all.
Json givenValue(const QString& text)
{
    auto value = valueFrom(text);
    return value.is_null() ? Json(text.toStdString()) : value;
}

/// A variable written as a bare value needs its long form as soon as it has more than that.
scenario::Variable& full(NamedVariable& row)
{
    row.second.shorthand = false;
    return row.second;
}

RecordField<NamedVariable> variableText(RecordColumn column, std::string scenario::Variable::*member)
{
    return {std::move(column),
        [member](const NamedVariable& row) { return QString::fromStdString(row.second.*member); },
        [member](NamedVariable& row, const QVariant& value) {
            full(row).*member = value.toString().toStdString();
        }};
}

RecordField<NamedVariable> variableFlag(RecordColumn column, bool scenario::Variable::*member)
{
    column.flag = true;
    return {std::move(column), [member](const NamedVariable& row) { return QVariant(row.second.*member); },
        [member](NamedVariable& row, const QVariant& value) { full(row).*member = value.toBool(); }};
}

/// A field of a JSON object that is a text or a number; empty: it is not there.
RecordField<Json> jsonField(RecordColumn column, const char* field)
{
    return {std::move(column),
        [field](const Json& row) {
            return row.is_object() && row.contains(field) ? QVariant(valueText(row[field])) : QVariant();
        },
        [field](Json& row, const QVariant& value) {
            if (!row.is_object())
                row = Json::object();
            const auto text = value.toString().trimmed();
            if (text.isEmpty())
                row.erase(field);
            else
                row[field] = valueFrom(text);
        }};
}

/// As jsonField(), but what is typed is a text even where it looks like a number.
RecordField<Json> jsonText(RecordColumn column, const char* field)
{
    auto made = jsonField(std::move(column), field);
    made.set = [field](Json& row, const QVariant& value) {
        if (!row.is_object())
            row = Json::object();
        const auto text = value.toString().trimmed();
        if (text.isEmpty())
            row.erase(field);
        else
            row[field] = text.toStdString();
    };
    return made;
}

/// A list that is kept as JSON is edited as a vector and written back.
RecordList jsonRecords(const QString& name, const std::string& path, Json Scenario::*member,
    std::vector<RecordField<Json>> fields, const Json& fresh)
{
    RecordList list;
    list.name = name;
    list.path = path;
    for (const auto& field : fields)
        list.columns.push_back(field.column);
    list.count = [member](const Scenario& s) { return static_cast<int>((s.*member).size()); };
    list.cell = [member, fields](const Scenario& s, int row, int column) {
        return fields[static_cast<std::size_t>(column)].get((s.*member)[static_cast<std::size_t>(row)]);
    };
    list.setCell = [member, fields](Scenario& s, int row, int column, const QVariant& value) {
        fields[static_cast<std::size_t>(column)].set((s.*member)[static_cast<std::size_t>(row)], value);
    };
    list.applies = [member, fields](const Scenario& s, int row, int column) {
        const auto& applies = fields[static_cast<std::size_t>(column)].applies;
        return !applies || applies((s.*member)[static_cast<std::size_t>(row)]);
    };
    list.insert = [member, fresh](Scenario& s, int row) {
        auto& rows = s.*member;
        rows.insert(rows.begin() + std::min<std::ptrdiff_t>(row, std::ssize(rows)), fresh);
    };
    list.erase = [member](Scenario& s, int row) { (s.*member).erase(static_cast<std::size_t>(row)); };
    list.move = [member](Scenario& s, int from, int to) {
        auto& rows = s.*member;
        Json moved = rows[static_cast<std::size_t>(from)];
        rows.erase(static_cast<std::size_t>(from));
        rows.insert(rows.begin() + to, std::move(moved));
    };
    return list;
}

} // namespace

RecordList stageRecords(const std::string& pattern)
{
    std::vector<RecordField<Stage>> fields{
        {{Lists::tr("Duration (s)"), Lists::tr("A number of seconds, \"2m\" or a variable")},
            [](const Stage& stage) { return boundText(stage.duration_s); },
            [](Stage& stage, const QVariant& value) {
                stage.duration_s = boundFrom<double>(value.toString(), scenario::Unit::seconds);
            }},
        {{Lists::tr("Target at its end"), Lists::tr("Users, or iterations per second")},
            [](const Stage& stage) { return boundText(stage.target); },
            [](Stage& stage, const QVariant& value) { stage.target = boundFrom<double>(value.toString()); }},
    };
    return recordsOf<Stage>(Lists::tr("stage"), pattern + "/load/stages",
        [pattern](Scenario& s) {
            auto* load = loadAt(s, pattern);
            return load == nullptr ? nullptr : &load->stages;
        },
        std::move(fields), {30.0, 10.0, Json::object()});
}

RecordList variableRecords()
{
    std::vector<RecordField<NamedVariable>> fields{
        textField<NamedVariable>(
            {Lists::tr("Variable"), Lists::tr("Used as {{name}}")}, &NamedVariable::first),
        {{Lists::tr("Default"), Lists::tr("Empty: none")},
            [](const NamedVariable& row) {
                const auto& value = row.second;
                return value.secret && !value.default_value.is_null() ? QStringLiteral("•••")
                                                                      : valueText(value.default_value);
            },
            [](NamedVariable& row, const QVariant& value) {
                const auto text = value.toString();
                if (row.second.secret && text == QStringLiteral("•••"))
                    return;
                row.second.default_value = text.isEmpty() ? Json() : givenValue(text);
                if (text.isEmpty())
                    row.second.shorthand = false;
            }},
        variableText({Lists::tr("From environment variable"), {}}, &scenario::Variable::from_env),
        variableFlag({Lists::tr("Needed"), Lists::tr("Without a value the run does not start")},
            &scenario::Variable::required),
        variableFlag({Lists::tr("Secret"), Lists::tr("Never stored, shown as *** in reports")},
            &scenario::Variable::secret),
    };
    const NamedVariable fresh{"variable", {}};
    const auto in = [](Scenario& s) { return &s.variables; };
    auto list = recordsOf<NamedVariable>(Lists::tr("variable"), "/variables", in, std::move(fields), fresh);
    nameRecords<NamedVariable>(list, in, fresh);
    return list;
}

RecordList environmentRecords()
{
    std::vector<RecordField<NamedEnvironment>> fields{
        textField<NamedEnvironment>({Lists::tr("Environment"), {}}, &NamedEnvironment::first),
        {{Lists::tr("Address"), Lists::tr("Empty: the target's")},
            [](const NamedEnvironment& row) { return QString::fromStdString(row.second.base_url); },
            [](NamedEnvironment& row, const QVariant& value) {
                row.second.base_url = value.toString().trimmed().toStdString();
            }},
    };
    const NamedEnvironment fresh{"stage", {}};
    const auto in = [](Scenario& s) { return &s.environments; };
    auto list = recordsOf<NamedEnvironment>(
        Lists::tr("environment"), "/environments", in, std::move(fields), fresh);
    nameRecords<NamedEnvironment>(list, in, fresh);
    return list;
}

RecordList environmentVariableRecords(const Scenario& scenario, int environment)
{
    const auto at = static_cast<std::size_t>(environment);
    if (environment < 0 || at >= scenario.environments.size())
        return {};
    std::vector<RecordField<NamedValue>> fields{
        textField<NamedValue>({Lists::tr("Variable"), Lists::tr("Used as {{name}}")}, &NamedValue::first),
        {{Lists::tr("Value"), Lists::tr("Beats the default; a number, a text, true, false or JSON")},
            [](const NamedValue& row) { return valueText(row.second); },
            [](NamedValue& row, const QVariant& value) { row.second = givenValue(value.toString()); }},
    };
    const NamedValue fresh{"variable", Json(std::string())};
    const auto in = [at](Scenario& s) {
        return at < s.environments.size() ? &s.environments[at].second.variables : nullptr;
    };
    const auto path = scenario::childPath("/environments", scenario.environments[at].first) + "/variables";
    auto list
        = recordsOf<NamedValue>(Lists::tr("variable of the environment"), path, in, std::move(fields), fresh);
    // A secret of the scenario is one in every environment.
    list.secret = [at](const Scenario& s, int row, int column) {
        if (column != 1 || at >= s.environments.size())
            return false;
        const auto& name = s.environments[at].second.variables[static_cast<std::size_t>(row)].first;
        return std::any_of(s.variables.begin(), s.variables.end(),
            [&name](const auto& each) { return each.first == name && each.second.secret; });
    };
    nameRecords<NamedValue>(list, in, fresh);
    return list;
}

RecordList dataRecords()
{
    using Pick = DataFeed::Pick;
    using AtEnd = DataFeed::AtEnd;
    std::vector<RecordField<DataFeed>> fields{
        textField<DataFeed>(
            {Lists::tr("Name"), Lists::tr("Columns are used as {{name.column}}")}, &DataFeed::name),
        textField<DataFeed>(
            {Lists::tr("File"),
                Lists::tr("CSV with a header line, or JSON; relative to the scenario's file")},
            &DataFeed::file),
        choiceField<DataFeed, Pick>({Lists::tr("Rows are taken"), {}}, &DataFeed::pick,
            {{Pick::sequential, QStringLiteral("sequential"), Lists::tr("One after the other")},
                {Pick::random, QStringLiteral("random"), Lists::tr("At random")},
                {Pick::perUser, QStringLiteral("per-user"), Lists::tr("One for each user")}}),
        choiceField<DataFeed, AtEnd>({Lists::tr("At the end"), {}}, &DataFeed::at_end,
            {{AtEnd::recycle, QStringLiteral("recycle"), Lists::tr("Start again")},
                {AtEnd::stop, QStringLiteral("stop"), Lists::tr("Stop the user")},
                {AtEnd::unique, QStringLiteral("unique"), Lists::tr("Never twice")}}),
        {{Lists::tr("Secret columns"), Lists::tr("Separated by commas")},
            [](const DataFeed& feed) {
                QStringList names;
                for (const auto& name : feed.secret_columns)
                    names << QString::fromStdString(name);
                return names.join(QStringLiteral(", "));
            },
            [](DataFeed& feed, const QVariant& value) {
                feed.secret_columns.clear();
                const auto names = value.toString().split(QLatin1Char(','), Qt::SkipEmptyParts);
                for (const auto& name : names)
                    feed.secret_columns.push_back(name.trimmed().toStdString());
            }},
    };
    DataFeed fresh;
    fresh.name = "data";
    return recordsOf<DataFeed>(
        Lists::tr("data file"), "/data", [](Scenario& s) { return &s.data; }, std::move(fields), fresh);
}

RecordList monitorRecords()
{
    auto kind = jsonField({Lists::tr("Kind"), {}}, "kind");
    kind.column.choices = {{QStringLiteral("process"), Lists::tr("A process")},
        {QStringLiteral("host"), Lists::tr("This machine")},
        {QStringLiteral("connections"), Lists::tr("Open connections")},
        {QStringLiteral("prometheus"), Lists::tr("Prometheus text")}};
    auto children
        = jsonField({Lists::tr("Its children"), Lists::tr("Count what the process has started")}, "children");
    children.column.choices
        = {{QString(), Lists::tr("With them")}, {QStringLiteral("false"), Lists::tr("Without them")}};
    std::vector<RecordField<Json>> fields{kind,
        jsonText({Lists::tr("Command line"),
                     Lists::tr("A part of it: uvicorn app.asgi:app. Without it, a program and a number, the "
                               "process that listens on the target's port is watched")},
            "match"),
        jsonText({Lists::tr("Program"), Lists::tr("Its name, without folder")}, "name"),
        jsonField({Lists::tr("Process id"), {}}, "pid"), children,
        jsonField(
            {Lists::tr("Port"), Lists::tr("Connections to it are counted; empty: the target's")}, "port"),
        jsonText(
            {Lists::tr("Path"), Lists::tr("Of the Prometheus page at the target; empty: /metrics")}, "path"),
        jsonText(
            {Lists::tr("Address"), Lists::tr("Of the Prometheus page, where it is not the target's")}, "url"),
        jsonField({Lists::tr("Series"),
                      Lists::tr("One, or several as JSON: [\"http_requests_total\", "
                                "\"http_requests_total{code=\\\"500\\\"}\"]")},
            "series"),
        jsonField({Lists::tr("Every (ms)"), Lists::tr("50 to 60000; empty: 500")}, "interval_ms")};
    const auto of = [&fields](std::initializer_list<std::size_t> columns, const QStringList& kinds) {
        for (const auto column : columns) {
            fields[column].applies = [kinds](const Json& row) {
                return row.is_object() && row.contains("kind") && kinds.contains(valueText(row["kind"]));
            };
        }
    };
    const auto process = QStringLiteral("process"), connections = QStringLiteral("connections");
    of({1, 2, 3}, {process, connections});
    of({4}, {process});
    of({5}, {connections});
    of({6, 7, 8}, {QStringLiteral("prometheus")});
    auto fresh = Json::object();
    fresh["kind"] = "process";
    return jsonRecords(Lists::tr("monitor"), "/monitors", &Scenario::monitors, std::move(fields), fresh);
}

RecordList stopRecords()
{
    auto fresh = Json::object();
    fresh["metric"] = "error_rate";
    fresh["over_s"] = 10;
    fresh["is"] = "> 0.02";
    return jsonRecords(Lists::tr("stop rule"), "/stop_when", &Scenario::stop_when,
        {jsonField({Lists::tr("Metric"), Lists::tr("error_rate, latency_ms.p95, rps, ...")}, "metric"),
            jsonField({Lists::tr("Over (s)"), Lists::tr("The last seconds that are looked at")}, "over_s"),
            jsonField({Lists::tr("Is"), Lists::tr("\"> 0.02\" stops the run above 2 %")}, "is")},
        fresh);
}

} // namespace plumb::models
