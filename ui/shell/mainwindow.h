// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command.h"
#include "ui/widgets/noticebar.h"

#include <QMainWindow>

class QActionGroup;
class QHBoxLayout;
class QMenu;
class QStackedWidget;
class QUndoGroup;

namespace plumb::ui {

class CommandPalette;
class ElidedLabel;
class NavigationRail;
class Page;
class Settings;
class StatusEntry;
class ThemeManager;
class Tour;
struct TourStep;

/// The window around the pages: navigation, page header, notices, status bar, menus. It knows no page by
/// name.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Both outlive the window.
    MainWindow(Settings& settings, ThemeManager& themes, QWidget* parent = nullptr);

    ~MainWindow() override;

    /// Takes @p page over. Pages appear in the navigation in the order they are added; Alt+1 to Alt+8 show
    /// them.
    void addPage(Page* page);
    /// An unknown id changes nothing.
    void showPage(const QString& id);
    [[nodiscard]] Page* currentPage() const;
    [[nodiscard]] Page* page(const QString& id) const;
    [[nodiscard]] QStringList pageIds() const;

    /// Shown in the status bar and put on top of the recent libraries.
    void setLibraryPath(const QString& path);
    /// "1 running, 2 waiting (ETA 3:20)"; empty: nothing runs.
    void setRunStatus(const QString& text);
    /// "generator ok, 12 % CPU"; empty: not known.
    void setGeneratorStatus(const QString& text);

    [[nodiscard]] NoticeBar* noticeBar() const { return m_notice; }

    /// Everything that can be done now: actions of the page in front, of the menus, of the other pages.
    [[nodiscard]] QList<Command> commands();
    /// What the command palette offers besides: asked each time it opens.
    void addCommandSource(std::function<QList<Command>()> source);
    void openPalette();
    void openSettings();

    /// The entry of a page in the navigation; null: it has none.
    [[nodiscard]] QWidget* navigationEntry(const QString& id) const;
    /// The tour of the window that Help offers; @p steps is asked each time it starts.
    void setTour(std::function<QList<TourStep>()> steps);
    void startTour();

    /// Asks for a library folder.
    void chooseLibrary();

Q_SIGNALS:
    /// The user picked another library folder.
    void libraryChosen(const QString& path);
    /// Report or scenario files were dropped on the window or chosen in File > Open.
    void filesDropped(const QStringList& paths);
    /// F5 on a page.
    void refreshRequested();
    void pageShown(const QString& id);
    /// An entry of the status bar was pressed: its place is to be shown.
    void libraryRequested();
    void queueRequested();
    void generatorRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildHeader();
    void buildStatusBar();
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildThemeMenu(QMenu* view);
    void buildLanguageMenu(QMenu* view);
    void checkMenus();
    void buildHelpMenu();
    void openLibraryMenu();
    void fillRecentMenu();
    void resetLayout();
    void openShortcuts();
    void applySettings();
    void sayLanguageLater();
    void restoreWindow();
    void pageChanged();
    void showTitle();
    void updateHeader();
    void updateFileActions(const Page* page);
    void updateTheme();
    void updateNavigationWidth();
    void goBack();
    void chooseFiles();

    Settings& m_settings;
    ThemeManager& m_themes;
    NavigationRail* m_navigation;
    QStackedWidget* m_stack;
    NoticeBar* m_notice;
    QWidget* m_header;
    QHBoxLayout* m_headerLayout;
    ElidedLabel* m_title;
    QList<QWidget*> m_headerButtons;
    QList<QAction*> m_headerActions;
    QList<QMetaObject::Connection> m_actionLinks;
    StatusEntry* m_libraryEntry;
    StatusEntry* m_runEntry;
    StatusEntry* m_generatorEntry;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_goMenu = nullptr;
    QMenu* m_pageMenu = nullptr;
    QMenu* m_fileMenu = nullptr;
    QAction *m_fileLine = nullptr, *m_fileEnd = nullptr; ///< the page's own file actions stand between them
    QList<QAction*> m_fileActions;
    QAction* m_back = nullptr;
    QUndoGroup* m_undo;
    QList<QAction*> m_themeActions, m_languageActions; ///< their data is the setting
    QAction* m_tourAction = nullptr;
    QList<std::function<QList<Command>()>> m_commandSources;
    CommandPalette* m_palette = nullptr;
    std::function<QList<TourStep>()> m_tourSteps;
    Tour* m_tour = nullptr;
    QStringList m_history;
    QString m_libraryPath;
};

} // namespace plumb::ui
