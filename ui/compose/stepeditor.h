// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compose/filedialogs.h"
#include "ui/models/scenariovalues.h"

#include <QWidget>

class QTabWidget;

namespace plumb::ui {

class AuthEditor;
class BodyEditor;
class FieldBinder;
class FlowEditor;
class RawStepEditor;
class RecordTable;
class RequestPreviewView;

/// Everything about one step: its request, what is taken from the answer and checked there, its part in the
/// flow.
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
    RawStepEditor* m_raw;
    QWidget* m_flowPage = nullptr;
};

} // namespace plumb::ui
