// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/libraryloader.h"

#include <QObject>
#include <QUndoStack>

namespace plumb::ui {

/// A note as the user writes or changes it.
struct NoteEdit
{
    std::string report; ///< id
    std::string id; ///< of the note; empty: a new one
    library::AnnotationState state = library::AnnotationState::note;
    std::string text;
};

/// What the user does to the library: tags, notes, the trash, reports from elsewhere. Each edit runs in the
/// loader's thread; when it is done it is on the undo stack, and undoing and redoing run there too. Opening
/// another library empties the stack.
class LibraryEdits : public QObject
{
    Q_OBJECT

public:
    /// @p loader outlives this.
    explicit LibraryEdits(models::LibraryLoader& loader, QObject* parent = nullptr);

    [[nodiscard]] QUndoStack* stack() { return &m_stack; }

    /// Adds and removes tags; reports that have them already, or have not, are left alone.
    void tag(const std::vector<models::LibraryEntryPtr>& reports, const QStringList& add,
        const QStringList& remove);
    /// Writes a new note or changes one; @p before is what it was.
    void note(const NoteEdit& edit, const std::optional<library::Annotation>& before);
    void withdraw(const library::Annotation& note);
    void moveToTrash(const std::vector<models::LibraryEntryPtr>& reports);
    /// Copies report files into the library. What is no report is given back by notReports().
    void adopt(const QStringList& files);

Q_SIGNALS:
    /// A sentence, once an edit is done for the first time.
    void done(const QString& sentence, bool undoable);
    /// An edit, or its undoing, did not succeed, or not for all.
    void failed(const plumb::Error& error);
    void notReports(const QStringList& files);

private:
    friend class EditCommand;
    using Job = models::LibraryLoader::Job;
    /// Does @p redo now; when it succeeded it goes onto the stack. @p after makes the sentence to be said.
    void apply(const QString& text, Job redo, Job undo, std::function<QString()> after);
    void run(const Job& job);

    models::LibraryLoader& m_loader;
    std::filesystem::path m_folder;
    QUndoStack m_stack;
};

} // namespace plumb::ui
