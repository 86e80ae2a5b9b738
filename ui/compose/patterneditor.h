// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QWidget>

class QLineEdit;

namespace plumb::ui {

class FieldBinder;

/// A user pattern apart from its steps: name, share of the users, order, pauses.
class PatternEditor : public QWidget
{
    Q_OBJECT

public:
    /// @p document outlives the editor.
    explicit PatternEditor(models::ScenarioDocument& document, QWidget* parent = nullptr);

    void setPattern(const std::string& path);
    bool showProblem(const std::string& path);
    void focusFirst();

private:
    FieldBinder* m_fields;
    QLineEdit* m_name;
};

} // namespace plumb::ui
