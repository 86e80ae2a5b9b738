// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/annotations.h"
#include "ui/library/libraryedits.h"

#include <QDialog>

class QComboBox;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace plumb::ui {

/// The notes on one report: those there are, and one to be written or changed, with its state.
class NotesDialog : public QDialog
{
    Q_OBJECT

public:
    NotesDialog(
        const QString& title, const library::ReportAnnotations& annotations, QWidget* parent = nullptr);

Q_SIGNALS:
    void written(const plumb::ui::NoteEdit& edit, const std::optional<plumb::library::Annotation>& before);
    void withdrawn(const plumb::library::Annotation& note);

private:
    void fillList();
    void showCurrent();
    void finish();
    /// The note the list stands on; nothing: a new one.
    [[nodiscard]] std::optional<library::Annotation> current() const;

    library::ReportAnnotations m_annotations;
    QListWidget* m_list;
    QComboBox* m_state;
    QPlainTextEdit* m_text;
    QPushButton* m_save = nullptr;
    QPushButton* m_withdraw = nullptr;
};

} // namespace plumb::ui
