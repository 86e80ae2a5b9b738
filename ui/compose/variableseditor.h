// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/datapreview.h"
#include "ui/models/scenariovalues.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace plumb::ui {

class ProblemLine;
class RecordTable;
class SectionHeader;
class TableView;

/// Variables, environments and data files, each with what it comes to: the values of the chosen environment,
/// the first rows of the chosen file.
class VariablesEditor : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the editor.
    VariablesEditor(
        models::ScenarioDocument& document, models::ScenarioValues& values, QWidget* parent = nullptr);

    bool showProblem(const std::string& path);

private:
    void buildVariables();
    void buildEnvironments();
    void buildData();
    void showValues();
    void showEnvironment();
    void showData();
    void lookAtData();
    SectionHeader* addSection(const QString& title, const QString& remark, QWidget* content);

    models::ScenarioDocument& m_document;
    models::ScenarioValues& m_values;
    models::VariableStateModel m_states;
    models::DataPreview m_dataPreview;
    RecordTable* m_variables;
    RecordTable* m_environments;
    RecordTable* m_environment; ///< the values of the environment chosen in the table above
    RecordTable* m_data;
    SectionHeader* m_stateHeader = nullptr;
    TableView* m_stateView;
    QPushButton* m_forget;
    SectionHeader* m_environmentHeader = nullptr;
    SectionHeader* m_rowsHeader = nullptr;
    TableView* m_rows;
    ProblemLine* m_rowsProblem;
};

} // namespace plumb::ui
