// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/fieldbinder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

#include <utility>

namespace plumb::ui {

FieldBinder::FieldBinder(models::ScenarioDocument& document, QWidget* form)
    : QObject(form)
    , m_document(document)
{
    connect(&document, &models::ScenarioDocument::changed, this, &FieldBinder::refresh);
}

void FieldBinder::take(QWidget* widget, Field field, std::function<void(const QVariant&)> show)
{
    m_entries.push_back({widget, std::move(field), std::move(show)});
}

void FieldBinder::line(QLineEdit* widget, Field field)
{
    const auto entry = m_entries.size();
    take(widget, std::move(field), [widget](const QVariant& value) {
        // Setting the same text again would move the cursor of whoever types.
        if (widget->text() != value.toString())
            widget->setText(value.toString());
    });
    connect(widget, &QLineEdit::textEdited, this,
        [this, entry](const QString& text) { edited(entry, text, true); });
    connect(widget, &QLineEdit::editingFinished, this, [this] {
        m_document.endMerge();
        refresh();
    });
}

void FieldBinder::choice(QComboBox* widget, Field field)
{
    const auto entry = m_entries.size();
    take(widget, std::move(field),
        [widget](const QVariant& value) { widget->setCurrentIndex(widget->findData(value)); });
    connect(widget, &QComboBox::currentIndexChanged, this, [this, entry, widget](int index) {
        if (index >= 0)
            edited(entry, widget->currentData(), false);
    });
}

void FieldBinder::flag(QCheckBox* widget, Field field)
{
    const auto entry = m_entries.size();
    take(widget, std::move(field), [widget](const QVariant& value) { widget->setChecked(value.toBool()); });
    connect(widget, &QCheckBox::toggled, this, [this, entry](bool on) { edited(entry, on, false); });
}

void FieldBinder::edited(std::size_t entry, const QVariant& value, bool merge)
{
    if (m_showing)
        return;
    const auto& field = m_entries[entry].field;
    const auto key = merge ? QString::fromStdString(m_root + field.pointer) : QString();
    const auto root = m_root;
    // What is being typed stays as it is typed ("5.0"), however it will be written.
    m_typing = merge ? m_entries[entry].widget : nullptr;
    m_document.edit(field.edit, key, [&](scenario::Scenario& scenario) { field.set(scenario, root, value); });
    m_typing = nullptr;
}

void FieldBinder::setRoot(const std::string& root)
{
    m_root = root;
    refresh();
}

void FieldBinder::refresh()
{
    if (std::exchange(m_showing, true))
        return;
    for (const auto& entry : m_entries) {
        if (entry.widget != m_typing)
            entry.show(entry.field.get(m_document.scenario(), m_root));
    }
    m_showing = false;
}

bool FieldBinder::showProblem(const std::string& path)
{
    const Entry* found = nullptr;
    for (const auto& entry : m_entries) {
        const auto pointer = m_root + entry.field.pointer;
        const auto fits = path == pointer || path.starts_with(pointer + "/");
        if (fits && (found == nullptr || entry.field.pointer.size() > found->field.pointer.size()))
            found = &entry;
    }
    if (found == nullptr)
        return false;
    found->widget->setFocus(Qt::OtherFocusReason);
    return true;
}

QLineEdit* addLine(QFormLayout* form, const QString& label, const QString& placeholder)
{
    auto* edit = new QLineEdit;
    edit->setAccessibleName(label);
    edit->setPlaceholderText(placeholder);
    form->addRow(label, edit);
    return edit;
}

} // namespace plumb::ui
