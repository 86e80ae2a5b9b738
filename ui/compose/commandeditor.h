// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QWidget>

class QFormLayout;

namespace plumb::ui {

class FieldBinder;
class RecordTable;

/// What a step runs: program and arguments, where and how, and what is expected of it.
class CommandEditor : public QWidget
{
    Q_OBJECT

public:
    /// @p document outlives the editor.
    explicit CommandEditor(models::ScenarioDocument& document, QWidget* parent = nullptr);

    void setStep(const std::string& path);
    /// False: not about what the step runs.
    bool showProblem(const std::string& path);

private:
    std::string m_step;
    FieldBinder* m_fields;
    RecordTable* m_argv;
    RecordTable* m_env;
};

} // namespace plumb::ui
