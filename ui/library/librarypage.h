// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/libraryloader.h"
#include "ui/shell/page.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QStackedWidget;

namespace plumb::models {
class LibraryFilterProxy;
class LibraryModel;
} // namespace plumb::models

namespace plumb::ui {

class EmptyState;
class Settings;
class TableView;

/// The reports of the library: searched, sorted, opened.
class LibraryPage : public Page
{
    Q_OBJECT

public:
    /// Both outlive the page.
    LibraryPage(models::LibraryLoader& loader, Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QList<QAction*> pageActions() const override;
    void activated() override;

Q_SIGNALS:
    void openReport(const QString& file);
    /// The empty library's one button.
    void runScenario();
    /// The one button while no library is open.
    void chooseLibrary();

private:
    QWidget* buildSearch();
    void buildTable();
    void buildActions();
    void showListing();
    void showEmptyState();
    void updateCount();
    void openCurrent();
    void revealCurrent();
    [[nodiscard]] QString currentFile() const;

    models::LibraryLoader& m_loader;
    Settings& m_settings;
    models::LibraryModel* m_model;
    models::LibraryFilterProxy* m_proxy;
    QLineEdit* m_search = nullptr;
    QLabel* m_count = nullptr;
    QProgressBar* m_progress = nullptr;
    TableView* m_table = nullptr;
    QStackedWidget* m_stack;
    EmptyState* m_empty = nullptr;
    NoticeBar* m_notice;
    QAction* m_open = nullptr;
    QAction* m_reveal = nullptr;
    QAction* m_refresh = nullptr;
    QAction* m_rebuild = nullptr;
};

} // namespace plumb::ui
