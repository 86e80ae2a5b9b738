// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/notesdialog.h"

#include "ui/models/format.h"
#include "ui/models/words.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace plumb::ui {

using library::AnnotationState;

NotesDialog::NotesDialog(const QString& title, const library::ReportAnnotations& annotations, QWidget* parent)
    : QDialog(parent)
    , m_annotations(annotations)
    , m_list(new QListWidget(this))
    , m_state(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Notes: %1").arg(title));
    m_list->setAccessibleName(tr("Notes on this report"));
    m_list->setWordWrap(true);
    m_state->setAccessibleName(tr("State of the note"));
    for (int state = 0; state <= static_cast<int>(AnnotationState::investigating); ++state)
        m_state->addItem(models::noteStateWord(static_cast<AnnotationState>(state)), state);
    m_state->setToolTip(
        tr("What you make of it: a real change, noise, expected, fixed, or still being looked "
           "into."));
    m_text->setAccessibleName(tr("Text of the note"));
    m_text->setPlaceholderText(tr("What should whoever reads this report later know?"));
    m_text->setTabChangesFocus(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setText(tr("Keep note"));
    m_withdraw = buttons->addButton(tr("Withdraw note"), QDialogButtonBox::DestructiveRole);
    auto* stateLabel = new QLabel(tr("&State"));
    stateLabel->setBuddy(m_state);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::space4, Theme::space4, Theme::space4, Theme::space4);
    grid->addWidget(m_list, 0, 0, 3, 1);
    grid->addWidget(stateLabel, 0, 1);
    grid->addWidget(m_state, 0, 2);
    grid->addWidget(m_text, 1, 1, 1, 2);
    grid->addWidget(buttons, 3, 0, 1, 3);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(2, 3);
    grid->setRowStretch(1, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &NotesDialog::showCurrent);
    connect(m_text, &QPlainTextEdit::textChanged, this,
        [this] { m_save->setEnabled(!m_text->toPlainText().trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &NotesDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_withdraw, &QPushButton::clicked, this, [this] {
        if (const auto note = current()) {
            Q_EMIT withdrawn(*note);
            accept();
        }
    });
    fillList();
    resize(620, 320);
    m_text->setFocus();
}

void NotesDialog::fillList()
{
    m_list->addItem(tr("New note"));
    for (const auto& note : m_annotations.notes) {
        QString who = QString::fromStdString(note.writer) + QStringLiteral(", ") + models::dateTime(note.at);
        if (note.from_s) {
            const auto from = models::clock(*note.from_s);
            const auto to = models::clock(note.to_s.value_or(*note.from_s));
            who += QStringLiteral(", ")
                + (from == to ? tr("at %1 of the run").arg(from) : tr("%1 to %2 of the run").arg(from, to));
        }
        m_list->addItem(tr("%1: %2", "state of a note, its text")
                            .arg(models::noteStateWord(note.state), QString::fromStdString(note.text))
            + QLatin1Char('\n') + who);
    }
    for (const auto& damaged : m_annotations.damaged) {
        auto* item
            = new QListWidgetItem(tr("Cannot be read: %1").arg(QString::fromStdString(damaged)), m_list);
        item->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

std::optional<library::Annotation> NotesDialog::current() const
{
    const auto row = m_list->currentRow() - 1;
    if (row < 0 || row >= std::ssize(m_annotations.notes))
        return std::nullopt;
    return m_annotations.notes[static_cast<std::size_t>(row)];
}

void NotesDialog::showCurrent()
{
    const auto note = current();
    m_state->setCurrentIndex(note ? static_cast<int>(note->state) : 0);
    m_text->setPlainText(note ? QString::fromStdString(note->text) : QString());
    m_withdraw->setEnabled(note.has_value());
    m_save->setEnabled(note.has_value());
}

void NotesDialog::finish()
{
    const auto before = current();
    NoteEdit edit;
    edit.id = before ? before->id : std::string();
    edit.state = static_cast<AnnotationState>(m_state->currentData().toInt());
    edit.text = m_text->toPlainText().trimmed().toStdString();
    if (!before || edit.state != before->state || edit.text != before->text)
        Q_EMIT written(edit, before);
    accept();
}

} // namespace plumb::ui
