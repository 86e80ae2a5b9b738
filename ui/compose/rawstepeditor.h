// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QWidget>

namespace plumb::ui {

class JsonEdit;
class ProblemLine;

/// A step of another kind than http (sql, command) as the JSON of its fields.
class RawStepEditor : public QWidget
{
    Q_OBJECT

public:
    /// @p document outlives the editor.
    explicit RawStepEditor(models::ScenarioDocument& document, QWidget* parent = nullptr);

    void setStep(const std::string& path);
    /// False: not about what the step does.
    bool showProblem(const std::string& path);

private:
    void refresh();
    void edited(const QString& text);
    /// The pointer of what is edited: "/patterns/0/steps/1/sql".
    [[nodiscard]] std::string field() const;
    [[nodiscard]] static QString faultOf(const QString& text);

    models::ScenarioDocument& m_document;
    std::string m_step;
    ProblemLine* m_problem;
    JsonEdit* m_text;
};

} // namespace plumb::ui
