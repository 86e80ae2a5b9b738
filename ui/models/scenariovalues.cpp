// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scenariovalues.h"

#include <algorithm>

namespace plumb::models {

namespace {

const QString dots = QStringLiteral("•••");

} // namespace

ScenarioValues::ScenarioValues(ScenarioDocument& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &ScenarioDocument::changed, this, &ScenarioValues::look);
    connect(&document, &ScenarioDocument::fileChanged, this, &ScenarioValues::look);
    // What was typed for one scenario is no other one's to see.
    connect(&document, &ScenarioDocument::replaced, this, [this] {
        m_given.clear();
        m_environment.clear();
    });
    look();
}

std::vector<std::pair<QString, QString>> ScenarioValues::environments() const
{
    std::vector<std::pair<QString, QString>> list;
    const auto own = QString::fromStdString(scenario().environment);
    const auto& all = scenario().environments;
    const auto chosenByLabel = std::any_of(
        all.begin(), all.end(), [this](const auto& each) { return each.first == scenario().environment; });
    if (!chosenByLabel)
        list.emplace_back(QString(), own.isEmpty() ? tr("The target's own") : own);
    for (const auto& [name, environment] : all) {
        const auto text = QString::fromStdString(name);
        if (name == scenario().environment)
            list.emplace(list.begin(), QString(), text);
        else
            list.emplace_back(text, text);
    }
    return list;
}

void ScenarioValues::setEnvironment(const QString& name)
{
    if (name == m_environment)
        return;
    m_environment = name;
    look();
}

void ScenarioValues::give(const std::map<std::string, std::string>& values)
{
    for (const auto& [name, value] : values) {
        if (value.empty())
            m_given.erase(name);
        else
            m_given[name] = value;
    }
    look();
}

void ScenarioValues::forget()
{
    m_given.clear();
    look();
}

std::vector<scenario::VariableState> ScenarioValues::missing() const
{
    std::vector<scenario::VariableState> missing;
    std::copy_if(m_states.begin(), m_states.end(), std::back_inserter(missing),
        [](const auto& state) { return state.missing() && state.required; });
    return missing;
}

scenario::Overrides ScenarioValues::overrides() const
{
    scenario::Overrides overrides;
    overrides.environment_name = m_environment.toStdString();
    overrides.secrets = m_used;
    return overrides;
}

std::filesystem::path ScenarioValues::folder() const
{
    return m_document.file().isEmpty() ? std::filesystem::path()
                                       : std::filesystem::path(m_document.file().toStdString()).parent_path();
}

Result<std::string> ScenarioValues::rendered(const std::string& text) const
{
    scenario::VariableScope scope;
    for (const auto& state : m_states) {
        if (state.value)
            scope.set(state.name, {*state.value, state.raw, state.secret});
    }
    const auto compiled = scenario::TextTemplate::compile(text);
    if (!compiled)
        return compiled.error();
    scenario::RenderContext context;
    context.variables = &scope;
    std::string out;
    const auto done = compiled->render(context, out);
    return done ? Result<std::string>(std::move(out)) : Result<std::string>(done.error());
}

void ScenarioValues::look()
{
    const auto& all = scenario().environments;
    const auto there = std::any_of(all.begin(), all.end(),
        [this](const auto& each) { return each.first == m_environment.toStdString(); });
    if (!there)
        m_environment.clear();
    // A typed value stands in for none at all; it does not beat one that the scenario has by now.
    m_used.clear();
    for (const auto& state :
        scenario::previewVariables({scenario(), {}, {}}, overrides(), scenario::processEnvironment())) {
        const auto typed = m_given.find(state.name);
        if (state.missing() && typed != m_given.end())
            m_used.insert(*typed);
    }
    m_states = scenario::previewVariables({scenario(), {}, {}}, overrides(), scenario::processEnvironment());
    Q_EMIT changed();
}

VariableStateModel::VariableStateModel(const ScenarioValues& values, QObject* parent)
    : TableModel({{tr("Variable"), {}}, {tr("Value"), tr("With the environment chosen above")},
                     {tr("Comes from"), {}}},
        parent)
    , m_values(values)
{
    connect(&values, &ScenarioValues::changed, this, [this] { updateRows(m_values.states()); });
    setRows(values.states());
}

QString VariableStateModel::source(const scenario::VariableState& state) const
{
    using Origin = scenario::VariableState::Origin;
    const auto variable = QString::fromStdString(state.from_env);
    if (!state.problem.empty())
        return QString::fromStdString(state.problem);
    switch (state.origin) {
    case Origin::typed:
    case Origin::set:
        return tr("Typed in this window");
    case Origin::environment: {
        const auto& name = m_values.environment();
        return tr("Environment %1")
            .arg(name.isEmpty() ? QString::fromStdString(m_values.scenario().environment) : name);
    }
    case Origin::processEnvironment:
        return tr("%1, which is set").arg(variable);
    case Origin::fallback:
        return variable.isEmpty() ? tr("Default") : tr("Default, for %1 is not set").arg(variable);
    case Origin::none:
        break;
    }
    if (!state.required)
        return variable.isEmpty() ? tr("No value: steps that need it are left out")
                                  : tr("%1 is not set: steps that need it are left out").arg(variable);
    return variable.isEmpty() ? tr("No value: asked for when sent")
                              : tr("%1 is not set: asked for when sent").arg(variable);
}

QVariant VariableStateModel::cell(const scenario::VariableState& state, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name:
        return QString::fromStdString(state.name);
    case Value:
        if (!state.value)
            return role == Qt::DisplayRole ? QVariant(QStringLiteral("–")) : QVariant();
        return state.secret ? dots : QString::fromStdString(*state.value);
    case Source:
        return source(state);
    default:
        return {};
    }
}

} // namespace plumb::models
