// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/libraryloader.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <atomic>

namespace plumb::ui {

/// A note as the user writes or changes it.
struct NoteEdit
{
    std::string report; ///< id
    std::string id; ///< of the note; empty: a new one
    library::AnnotationState state = library::AnnotationState::note;
    std::string text;
};

/// How far the edit under way is, as its thread tells; one that goes over many files looks here whether to go
/// on.
struct EditProgress
{
    std::atomic_int done = 0, total = 0;
    std::atomic_bool cancelled = false;
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
    /// Takes reports out of the trash again.
    void takeBack(const std::vector<std::filesystem::path>& trashed);
    /// Deletes files of the trash for good: nothing before can be undone any more.
    void prune(const std::vector<std::filesystem::path>& trashed);
    /// Copies report files into the library. What is no report is given back by notReports().
    void adopt(const QStringList& files);
    /// Ends the edit under way after the file it is at; what is done so far can be undone.
    void cancel();

Q_SIGNALS:
    /// A sentence, once an edit is done for the first time.
    void done(const QString& sentence, bool undoable);
    /// An edit, or its undoing, did not succeed, or not for all.
    void failed(const plumb::Error& error);
    void notReports(const QStringList& files);
    void busyChanged(bool busy);
    void progress(int done, int total);

private:
    friend class EditCommand;
    using Job = models::LibraryLoader::Job;
    /// Does @p redo now; when it succeeded it goes onto the stack. @p after makes the sentence to be said,
    /// empty where nothing was done; with @p isPartial it is asked after a failure, too.
    void apply(
        const QString& text, Job redo, Job undo, std::function<QString()> after, bool isPartial = false);
    void run(const Job& job);
    void begin();
    void end();

    models::LibraryLoader& m_loader;
    std::filesystem::path m_folder;
    QUndoStack m_stack;
    std::shared_ptr<EditProgress> m_progress; ///< edits come one after another, so one is enough
    QTimer m_look;
    int m_running = 0;
};

} // namespace plumb::ui
