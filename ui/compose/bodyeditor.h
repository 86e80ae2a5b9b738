// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/filedialogs.h"
#include "ui/models/scenariodocument.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace plumb::ui {

class JsonEdit;
class ProblemLine;
class RecordTable;

/// The body of a step's request, in every kind there is.
class BodyEditor : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the editor.
    BodyEditor(models::ScenarioDocument& document, const FileDialogs& dialogs, QWidget* parent = nullptr);

    void setStep(const std::string& path);
    bool showProblem(const std::string& path);

private:
    void buildText();
    void buildFile();
    void buildGraphql();
    void refresh();
    void chooseKind();
    void textEdited(const QString& text);
    void variablesEdited(const QString& text);
    void format();
    void browse();
    [[nodiscard]] const scenario::Body* body() const;
    void edit(const QString& text, const char* field, const std::function<void(scenario::Body&)>& change);

    models::ScenarioDocument& m_document;
    const FileDialogs& m_dialogs;
    std::string m_step;
    QComboBox* m_kind;
    QPushButton* m_format;
    QStackedWidget* m_stack;
    QWidget* m_graphqlPage;
    QWidget* m_filePage;
    JsonEdit* m_text;
    ProblemLine* m_problem;
    QLineEdit* m_file;
    RecordTable* m_form;
    RecordTable* m_parts;
    JsonEdit* m_query;
    JsonEdit* m_variables;
};

} // namespace plumb::ui
