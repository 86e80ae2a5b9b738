// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/libraryloader.h"
#include "ui/shell/page.h"

#include <QPointer>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace plumb::models {
class LibraryFilterProxy;
class LibraryModel;
} // namespace plumb::models

namespace plumb::ui {

class EmptyState;
class LibraryEdits;
class LibraryTable;
class ProgressRow;
class Settings;
class TrashDialog;

/// The reports of the library: searched, sorted, grouped, tagged, noted, deleted, opened; files come in and
/// go out by drag and drop.
class LibraryPage : public Page
{
    Q_OBJECT

public:
    /// Both outlive the page.
    LibraryPage(models::LibraryLoader& loader, Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QList<QAction*> pageActions() const override;
    [[nodiscard]] QUndoStack* undoStack() override;
    void activated() override;
    void resetLayout() override;

    /// The chosen reports, in the order of the list; without rows that head groups.
    [[nodiscard]] std::vector<models::LibraryEntryPtr> chosen() const;

Q_SIGNALS:
    void openReport(const QString& file);
    /// In windows of their own; two stand side by side.
    void openWindows(const QStringList& files);
    /// The empty library's one button.
    void runScenario();
    /// The one button while no library is open.
    void chooseLibrary();
    /// Files that were dropped here and are no reports.
    void otherFilesDropped(const QStringList& files);
    /// chosen() is another.
    void selectionChanged();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildSearch();
    void buildTable();
    void connectTable();
    void buildActions();
    void buildMoreMenu();
    void connectLoader();
    void connectEdits();
    void showListing();
    void sayReadOnly();
    void showEmptyState();
    void updateCount();
    void updateActions();
    /// Runs @p change, which resets the list, and puts current row and selection back.
    void keepSelection(const std::function<void()>& change);
    void openCurrent();
    /// What is chosen, counted only: ten thousand rows may be.
    struct Choice
    {
        int reports = 0, readable = 0;
        bool named = false; ///< one at least has an id, and can have tags and notes
    };
    [[nodiscard]] Choice choice() const;
    /// The chosen reports that can be read.
    [[nodiscard]] QStringList chosenFiles() const;
    void revealCurrent();
    void editTags();
    void editNotes();
    void deleteChosen();
    void openTrash();
    void readTrash();
    void showStack();
    [[nodiscard]] QString currentFile() const;

    models::LibraryLoader& m_loader;
    Settings& m_settings;
    LibraryEdits* m_edits;
    models::LibraryModel* m_model;
    models::LibraryFilterProxy* m_proxy;
    QLineEdit* m_search = nullptr;
    QPushButton* m_group = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_hint = nullptr; ///< what is wrong with the search
    ProgressRow *m_progress = nullptr, *m_editing = nullptr;
    LibraryTable* m_table = nullptr;
    QStackedWidget* m_stack;
    EmptyState* m_empty = nullptr;
    EmptyState* m_nothing = nullptr; ///< no report is what was searched for
    QPointer<TrashDialog> m_trashDialog;
    NoticeBar* m_notice;
    std::filesystem::path m_saidReadOnly;
    QAction *m_window = nullptr, *m_sideBySide = nullptr;
    QAction *m_open = nullptr, *m_tag = nullptr, *m_note = nullptr, *m_delete = nullptr, *m_more = nullptr;
    QAction* m_grouping = nullptr;
    QAction* m_trash = nullptr;
    QAction *m_reveal = nullptr, *m_refresh = nullptr, *m_rebuild = nullptr;
};

} // namespace plumb::ui
