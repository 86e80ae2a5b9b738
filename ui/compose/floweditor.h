// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QWidget>

class QComboBox;
class QFormLayout;

namespace plumb::ui {

class FieldBinder;

/// A step's part in the flow: how often, when, what follows a failure.
class FlowEditor : public QWidget
{
    Q_OBJECT

public:
    /// @p document outlives the editor.
    explicit FlowEditor(models::ScenarioDocument& document, QWidget* parent = nullptr);

    void setStep(const std::string& path);
    bool showProblem(const std::string& path);

private:
    void addRequestFields(QFormLayout* form);
    void addFlowFields(QFormLayout* form);

    FieldBinder* m_fields;
    QComboBox* m_per = nullptr;
    QFormLayout* m_form = nullptr;
};

} // namespace plumb::ui
