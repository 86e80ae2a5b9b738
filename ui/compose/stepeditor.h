// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/filedialogs.h"
#include "ui/models/scenariovalues.h"

#include <QWidget>

class QFormLayout;
class QTabWidget;

namespace plumb::ui {

class AuthEditor;
class BodyEditor;
class CommandEditor;
class FieldBinder;
class FlowEditor;
class RecordTable;
class RequestPreviewView;
class SqlEditor;

/// Everything about one step: its request, query or command, what is taken from the answer and checked there,
/// its part in the flow.
class StepEditor : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the editor.
    StepEditor(models::ScenarioDocument& document, const models::ScenarioValues& values,
        const FileDialogs& dialogs, QWidget* parent = nullptr);

    void setStep(const std::string& path);
    [[nodiscard]] const std::string& step() const { return m_step; }
    bool showProblem(const std::string& path);
    void focusFirst();

private:
    void buildHead();
    void buildTabs();
    void refresh();
    [[nodiscard]] bool belongs(const QWidget* page, const std::string& kind) const;

    models::ScenarioDocument& m_document;
    std::string m_step;
    FieldBinder* m_head;
    QWidget* m_headForm;
    QWidget* m_name = nullptr;
    QWidget* m_request = nullptr;
    QTabWidget* m_tabs;
    RecordTable* m_query;
    RecordTable* m_headers;
    BodyEditor* m_body;
    AuthEditor* m_auth;
    RecordTable* m_extract;
    RecordTable* m_checks;
    FlowEditor* m_flow;
    RequestPreviewView* m_preview;
    SqlEditor* m_sql;
    CommandEditor* m_command;
    QWidget* m_flowPage = nullptr;
    QWidget* m_sqlPage = nullptr;
    QWidget* m_commandPage = nullptr;
    QFormLayout* m_form = nullptr;
    std::string m_kind = "http"; ///< whose tabs are shown
};

} // namespace plumb::ui
