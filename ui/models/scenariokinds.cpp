// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariokinds.h"

#include "ui/models/recordsof.h"
#include "ui/models/scenariofields.h"
#include "ui/models/scenarionodes.h"

#include <QCoreApplication>

namespace plumb::models {

namespace {

struct Kinds
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioKinds)
};

using Pair = std::pair<std::string, std::string>;
constexpr auto targetOwner = "/target";

/// The query's parameters; null where the step is no query.
Json* paramsAt(scenario::Scenario& scenario, const std::string& path)
{
    auto* step = stepAt(scenario, path);
    return step == nullptr || !step->sql ? nullptr : &step->sql->params;
}

const Json* paramsAt(const scenario::Scenario& scenario, const std::string& path)
{
    return paramsAt(const_cast<scenario::Scenario&>(scenario), path);
}

using NamedValues = std::vector<std::pair<std::string, Json>>;

NamedValues valuesOf(const Json& params)
{
    NamedValues values;
    for (const auto& [key, value] : params.items())
        values.emplace_back(params.is_object() ? key : std::string(), value);
    return values;
}

/// By name as soon as one has a name; the others get one then.
Json paramsFrom(const NamedValues& values)
{
    if (values.empty())
        return {};
    const auto named
        = std::any_of(values.begin(), values.end(), [](const auto& each) { return !each.first.empty(); });
    Json params = named ? Json::object() : Json::array();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!named) {
            params.push_back(values[i].second);
            continue;
        }
        auto name = values[i].first.empty() ? "p" + std::to_string(i + 1) : values[i].first;
        while (params.contains(name))
            name += '_';
        params[name] = values[i].second;
    }
    return params;
}

/// Changes the parameters as a list.
void change(
    scenario::Scenario& scenario, const std::string& path, const std::function<void(NamedValues&)>& how)
{
    if (auto* params = paramsAt(scenario, path)) {
        auto values = valuesOf(*params);
        how(values);
        *params = paramsFrom(values);
    }
}

std::vector<std::string>* argvAt(scenario::Scenario& scenario, const std::string& owner)
{
    if (owner == targetOwner)
        return scenario.target.start ? &scenario.target.start->argv : nullptr;
    auto* step = stepAt(scenario, owner);
    return step == nullptr || !step->command ? nullptr : &step->command->argv;
}

std::vector<Pair>* envAt(scenario::Scenario& scenario, const std::string& owner)
{
    if (owner == targetOwner)
        return scenario.target.start ? &scenario.target.start->env : nullptr;
    auto* step = stepAt(scenario, owner);
    return step == nullptr || !step->command ? nullptr : &step->command->env;
}

std::string pathOf(const std::string& owner, const char* field)
{
    return owner + (owner == targetOwner ? "/start/" : "/command/") + field;
}

/// A started service comes to be with the first record of one of its lists, and goes with the last.
void followStart(RecordList& list, const std::string& owner)
{
    if (owner != targetOwner)
        return;
    list.insert = [insert = list.insert](scenario::Scenario& scenario, int row) {
        startOf(scenario);
        insert(scenario, row);
    };
    list.erase = [erase = list.erase](scenario::Scenario& scenario, int row) {
        erase(scenario, row);
        tidyStart(scenario);
    };
}

} // namespace

scenario::TargetStart& startOf(scenario::Scenario& scenario)
{
    if (!scenario.target.start)
        scenario.target.start.emplace();
    return *scenario.target.start;
}

void tidyStart(scenario::Scenario& scenario)
{
    if (scenario.target.start == std::optional(scenario::TargetStart()))
        scenario.target.start.reset();
}

RecordList parameterRecords(const std::string& step)
{
    RecordList list;
    list.name = Kinds::tr("parameter");
    list.path = step + "/sql/params";
    list.columns = {{Kinds::tr("Name"), Kinds::tr("Of :name in the query; empty: the ? at this place")},
        {Kinds::tr("Value"), Kinds::tr("A number, true, false, null or a text; may hold {{variables}}")}};
    list.count = [step](const scenario::Scenario& scenario) {
        const auto* params = paramsAt(scenario, step);
        return params == nullptr ? 0 : static_cast<int>(params->size());
    };
    list.cell = [step](const scenario::Scenario& scenario, int row, int column) -> QVariant {
        const auto* params = paramsAt(scenario, step);
        if (params == nullptr || row >= static_cast<int>(params->size()))
            return {};
        const auto [name, value] = valuesOf(*params)[static_cast<std::size_t>(row)];
        return column == 0    ? QString::fromStdString(name)
            : value.is_null() ? QStringLiteral("null")
                              : valueText(value);
    };
    list.setCell = [step](scenario::Scenario& scenario, int row, int column, const QVariant& value) {
        change(scenario, step, [&](NamedValues& values) {
            auto& [name, held] = values[static_cast<std::size_t>(row)];
            if (column == 0)
                name = value.toString().trimmed().toStdString();
            else
                held = valueFrom(value.toString());
        });
    };
    list.insert = [step](scenario::Scenario& scenario, int row) {
        change(scenario, step, [row](NamedValues& values) {
            values.insert(values.begin() + row, {std::string(), Json("")});
        });
    };
    list.erase = [step](scenario::Scenario& scenario, int row) {
        change(scenario, step, [row](NamedValues& values) { values.erase(values.begin() + row); });
    };
    list.move = [step](scenario::Scenario& scenario, int from, int to) {
        change(scenario, step, [from, to](NamedValues& values) {
            auto moved = std::move(values[static_cast<std::size_t>(from)]);
            values.erase(values.begin() + from);
            values.insert(values.begin() + to, std::move(moved));
        });
    };
    list.rowOf = [step](const scenario::Scenario& scenario, const std::string& key) {
        const auto* params = paramsAt(scenario, step);
        const auto values = params == nullptr ? NamedValues() : valuesOf(*params);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto& name = values[i].first;
            if (name.empty() ? std::to_string(i) == key : scenario::childPath({}, name) == "/" + key)
                return static_cast<int>(i);
        }
        return -1;
    };
    return list;
}

RecordList argumentRecords(const std::string& owner)
{
    std::vector<RecordField<std::string>> fields{
        {{Kinds::tr("Program and arguments"),
             Kinds::tr("The first is the program: a name in PATH, or a path from the folder it works in. "
                       "May hold {{variables}}")},
            [](const std::string& word) { return QString::fromStdString(word); },
            [](std::string& word, const QVariant& value) { word = value.toString().toStdString(); }}};
    auto list = recordsOf<std::string>(Kinds::tr("argument"), pathOf(owner, "argv"),
        [owner](scenario::Scenario& scenario) { return argvAt(scenario, owner); }, std::move(fields), {});
    followStart(list, owner);
    return list;
}

RecordList processVariableRecords(const std::string& owner)
{
    std::vector<RecordField<Pair>> fields{
        textField<Pair>({Kinds::tr("Variable"), Kinds::tr("Of the process's environment")}, &Pair::first),
        textField<Pair>({Kinds::tr("Value"), Kinds::tr("May hold {{variables}}")}, &Pair::second)};
    const std::function<std::vector<Pair>*(scenario::Scenario&)> find
        = [owner](scenario::Scenario& scenario) { return envAt(scenario, owner); };
    auto list = recordsOf<Pair>(
        Kinds::tr("environment variable"), pathOf(owner, "env"), find, std::move(fields), {});
    nameRecords<Pair>(list, find, {"NAME", {}});
    followStart(list, owner);
    return list;
}

void setStepKind(scenario::Step& step, const std::string& kind)
{
    step.kind = kind;
    if (kind == "sql" && !step.sql) {
        step.sql.emplace();
        step.sql->driver = "QSQLITE";
    }
    if (kind == "command" && !step.command)
        step.command.emplace();
}

} // namespace plumb::models
