// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/valuesdialog.h"

#include "ui/shell/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace plumb::ui {

ValuesDialog::ValuesDialog(const std::vector<scenario::VariableState>& missing, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Values for sending once"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* send = buttons->addButton(tr("Send"), QDialogButtonBox::AcceptRole);
    send->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setSpacing(Theme::space3);
    auto* words = new QLabel(tr("These variables have no value. What is typed here is kept until this window "
                                "closes and written nowhere."));
    words->setWordWrap(true);
    column->addWidget(words);
    auto* form = new QFormLayout;
    column->addLayout(form);
    column->addWidget(buttons);
    const auto update = [this, send] {
        send->setEnabled(std::all_of(m_fields.begin(), m_fields.end(),
            [](const auto& field) { return !field.second->text().isEmpty(); }));
    };
    for (const auto& variable : missing) {
        const auto name = QString::fromStdString(variable.name);
        auto* edit = new QLineEdit;
        edit->setAccessibleName(variable.secret ? tr("Secret %1").arg(name) : name);
        edit->setMinimumWidth(12 * Theme::space5);
        if (variable.secret)
            edit->setEchoMode(QLineEdit::Password);
        if (!variable.from_env.empty())
            edit->setPlaceholderText(tr("%1 is not set").arg(QString::fromStdString(variable.from_env)));
        form->addRow(name, edit);
        connect(edit, &QLineEdit::textChanged, this, update);
        m_fields.emplace_back(variable.name, edit);
    }
    update();
}

std::map<std::string, std::string> ValuesDialog::values() const
{
    std::map<std::string, std::string> values;
    for (const auto& [name, edit] : m_fields)
        values[name] = edit->text().toStdString();
    return values;
}

} // namespace plumb::ui
