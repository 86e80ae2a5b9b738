// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/variablestates.h"
#include "ui/models/scenariodocument.h"
#include "ui/models/tablemodel.h"

#include <map>

namespace plumb::models {

/// With what values the scenario being composed is looked at and sent once: the environment that was chosen,
/// and values typed for variables that have none. Typed values live as long as this object or until another
/// scenario is in the document; they are written nowhere.
class ScenarioValues : public QObject
{
    Q_OBJECT

public:
    /// @p document outlives it.
    explicit ScenarioValues(ScenarioDocument& document, QObject* parent = nullptr);

    /// What can be chosen: (name, text on screen). The first is what a run without a choice has.
    [[nodiscard]] std::vector<std::pair<QString, QString>> environments() const;
    [[nodiscard]] QString environment() const { return m_environment; }
    /// Empty: as the scenario says. A name that is not there (any more) counts as that.
    void setEnvironment(const QString& name);
    /// By variable; a value that is empty takes an earlier one away.
    void give(const std::map<std::string, std::string>& values);
    void forget();
    [[nodiscard]] bool anyGiven() const { return !m_given.empty(); }

    [[nodiscard]] const std::vector<scenario::VariableState>& states() const { return m_states; }
    /// Those without which nothing can be sent.
    [[nodiscard]] std::vector<scenario::VariableState> missing() const;
    [[nodiscard]] scenario::Overrides overrides() const;
    /// What relative files of the scenario are relative to; empty before the first save.
    [[nodiscard]] std::filesystem::path folder() const;
    /// @p text with the values of its variables, secrets too. Error: one has none.
    [[nodiscard]] Result<std::string> rendered(const std::string& text) const;
    [[nodiscard]] const scenario::Scenario& scenario() const { return m_document.scenario(); }

Q_SIGNALS:
    void changed();

private:
    void look();

    ScenarioDocument& m_document;
    QString m_environment;
    std::map<std::string, std::string> m_given, m_used; ///< used: those for variables without a value
    std::vector<scenario::VariableState> m_states;
};

/// What every variable comes to; secrets as dots.
class VariableStateModel : public TableModel<scenario::VariableState>
{
    Q_OBJECT

public:
    enum Column { Name, Value, Source };
    /// @p values outlives it.
    explicit VariableStateModel(const ScenarioValues& values, QObject* parent = nullptr);

private:
    [[nodiscard]] QVariant cell(const scenario::VariableState& state, int column, int role) const override;
    [[nodiscard]] QString source(const scenario::VariableState& state) const;

    const ScenarioValues& m_values;
};

} // namespace plumb::models
