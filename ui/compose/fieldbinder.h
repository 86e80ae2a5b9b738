// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariodocument.h"

#include <QObject>
#include <QVariant>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QWidget;

namespace plumb::ui {

/// Joins the fields of a form with the scenario: what is typed becomes an edit of the document, what changes
/// there (undo, another step) is shown. A field knows its JSON pointer, so that a problem finds it.
class FieldBinder : public QObject
{
    Q_OBJECT

public:
    using Get = std::function<QVariant(const scenario::Scenario&, const std::string& root)>;
    using Set = std::function<void(scenario::Scenario&, const std::string& root, const QVariant&)>;
    struct Field
    {
        std::string pointer; ///< below the root: "/request/path"
        QString edit; ///< "Change path"
        Get get;
        Set set;
    };

    /// @p document outlives the binder, which belongs to the form.
    FieldBinder(models::ScenarioDocument& document, QWidget* form);

    void line(QLineEdit* widget, Field field);
    /// The value is the entry's data.
    void choice(QComboBox* widget, Field field);
    void flag(QCheckBox* widget, Field field);

    /// What the fields belong to: "/patterns/0/steps/1".
    void setRoot(const std::string& root);
    [[nodiscard]] const std::string& root() const { return m_root; }
    /// Gives the focus to the field that @p path leads to; false: none of these.
    bool showProblem(const std::string& path);
    void refresh();

private:
    struct Entry
    {
        QWidget* widget;
        Field field;
        std::function<void(const QVariant&)> show;
    };
    void take(QWidget* widget, Field field, std::function<void(const QVariant&)> show);
    void edited(std::size_t entry, const QVariant& value, bool merge);

    models::ScenarioDocument& m_document;
    std::string m_root;
    std::vector<Entry> m_entries;
    QWidget* m_typing = nullptr;
    bool m_showing = false;
};

/// A row of @p form for one line of text, which screen readers call by its label.
QLineEdit* addLine(QFormLayout* form, const QString& label, const QString& placeholder);

} // namespace plumb::ui
