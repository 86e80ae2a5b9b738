// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;

namespace plumb::ui {

class AuthEditor;
class FieldBinder;
class RecordTable;

/// What the scenario is called and what it talks to.
class TargetEditor : public QWidget
{
    Q_OBJECT

public:
    /// @p document outlives the editor.
    explicit TargetEditor(models::ScenarioDocument& document, QWidget* parent = nullptr);

    bool showProblem(const std::string& path);
    void focusFirst();

private:
    void addNames(QFormLayout* form);
    void addTarget(QFormLayout* form);
    void addTls(QFormLayout* form);
    void addStart(QFormLayout* form);

    FieldBinder* m_fields;
    AuthEditor* m_auth;
    RecordTable* m_argv;
    RecordTable* m_env;
    QLineEdit* m_operation = nullptr;
};

} // namespace plumb::ui
