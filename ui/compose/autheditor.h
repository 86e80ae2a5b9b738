// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QStackedWidget;

namespace plumb::ui {

class FieldBinder;

/// Who sends a request: nobody, basic, bearer or OAuth2 client credentials. For the target, or for one step,
/// which then may also take the target's.
class AuthEditor : public QWidget
{
    Q_OBJECT

public:
    enum class Of { target, step };
    /// @p document outlives the editor.
    AuthEditor(models::ScenarioDocument& document, Of of, QWidget* parent = nullptr);

    /// "/target" or "/patterns/0/steps/1".
    void setRoot(const std::string& root);
    bool showProblem(const std::string& path);

private:
    void refresh();
    void chooseKind();
    [[nodiscard]] std::optional<scenario::Auth> auth() const;

    models::ScenarioDocument& m_document;
    Of m_of;
    std::string m_root;
    QComboBox* m_kind;
    QStackedWidget* m_stack;
    FieldBinder* m_fields;
};

} // namespace plumb::ui
