// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QWidget>

class QLabel;

namespace plumb::ui {

class JsonEdit;

/// A step of another kind than http (sql, command) as the JSON of its fields.
class RawStepEditor : public QWidget
{
    Q_OBJECT

public:
    /// @p document outlives the editor.
    explicit RawStepEditor(models::ScenarioDocument& document, QWidget* parent = nullptr);

    void setStep(const std::string& path);

private:
    void refresh();
    void edited(const QString& text);

    models::ScenarioDocument& m_document;
    std::string m_step;
    QLabel* m_problem;
    JsonEdit* m_text;
};

} // namespace plumb::ui
