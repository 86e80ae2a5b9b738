// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/secretsdialog.h"

#include "ui/shell/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace plumb::ui {

SecretsDialog::SecretsDialog(const QString& run, const std::vector<std::string>& names, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Secrets of a queued run"));
    auto* why = new QLabel(
        tr("%1 needs what follows. It is kept in memory until the run starts, and never stored.").arg(run));
    why->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* ok = buttons->button(QDialogButtonBox::Ok);
    ok->setEnabled(false);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(Theme::space4);
    for (const auto& name : names) {
        auto* edit = new QLineEdit;
        edit->setEchoMode(QLineEdit::Password);
        edit->setAccessibleName(tr("Secret %1").arg(QString::fromStdString(name)));
        form->addRow(edit->accessibleName(), edit);
        m_edits[name] = edit;
        connect(edit, &QLineEdit::textChanged, ok, [this, ok] {
            ok->setEnabled(std::none_of(m_edits.begin(), m_edits.end(),
                [](const auto& one) { return one.second->text().isEmpty(); }));
        });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space5, Theme::space5, Theme::space5, Theme::space4);
    column->setSpacing(Theme::space4);
    column->addWidget(why);
    column->addLayout(form);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SecretsDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(420, sizeHint().height());
}

void SecretsDialog::finish()
{
    std::map<std::string, std::string> secrets;
    for (const auto& [name, edit] : m_edits)
        secrets[name] = edit->text().toStdString();
    Q_EMIT given(secrets);
    accept();
}

} // namespace plumb::ui
