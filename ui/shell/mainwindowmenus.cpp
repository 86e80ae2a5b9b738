// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of MainWindow, apart from its behaviour.
#include "ui/shell/figuresdialog.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"
#include "ui/shell/thememanager.h"
#include "ui/widgets/metrichelp.h"
#include "ui/widgets/statusentry.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QMenuBar>
#include <QUndoGroup>
#include <QWhatsThis>

namespace plumb::ui {

namespace {

/// An ampersand in a path is no mnemonic.
QString menuText(const QString& path)
{
    QString text = QDir::toNativeSeparators(path);
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    m_pageMenu = menuBar()->addMenu(tr("&Page"));
    m_pageMenu->menuAction()->setVisible(false);
    buildHelpMenu();
    checkMenus();
}

void MainWindow::buildFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    QAction* open = file->addAction(icon(u"open"), tr("&Open files…"));
    open->setShortcut(QKeySequence::Open);
    connect(open, &QAction::triggered, this, &MainWindow::chooseFiles);
    QMenu* scenarios = file->addMenu(tr("Recent &scenarios"));
    connect(scenarios, &QMenu::aboutToShow, this, [this, scenarios] {
        scenarios->clear();
        const QStringList recent = m_settings.recentScenarios();
        for (const QString& path : recent) {
            connect(scenarios->addAction(menuText(path)), &QAction::triggered, this,
                [this, path] { Q_EMIT filesDropped({path}); });
        }
        if (recent.isEmpty()) {
            scenarios->addAction(tr("None yet"))->setEnabled(false);
        }
    });
    QAction* library = file->addAction(icon(u"folder"), tr("Open &library…"));
    library->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    connect(library, &QAction::triggered, this, &MainWindow::chooseLibrary);
    m_recentMenu = file->addMenu(tr("&Recent libraries"));
    fillRecentMenu();
    m_fileMenu = file;
    m_fileLine = file->addSeparator();
    m_fileEnd = file->addSeparator();
    QAction* quit = file->addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &MainWindow::close);
}

void MainWindow::buildEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = m_undo->createUndoAction(this);
    undo->setIcon(icon(u"undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_undo->createRedoAction(this);
    redo->setIcon(icon(u"redo"));
    redo->setShortcut(QKeySequence::Redo);
    edit->addActions({undo, redo});
    edit->addSeparator();
    QAction* settings = edit->addAction(icon(u"settings"), tr("&Settings…"));
    settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &MainWindow::openSettings);
}

void MainWindow::openLibraryMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* show = menu->addAction(icon(u"library"), tr("&Show the library"));
    connect(show, &QAction::triggered, this, &MainWindow::libraryRequested);
    connect(menu->addAction(icon(u"folder"), tr("&Open another library…")), &QAction::triggered, this,
        &MainWindow::chooseLibrary);
    menu->addMenu(m_recentMenu);
    menu->setActiveAction(show);
    // Above the entry, which stands at the lower edge of the screen as a rule.
    menu->popup(m_libraryEntry->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void MainWindow::fillRecentMenu()
{
    if (m_recentMenu == nullptr) {
        return;
    }
    m_recentMenu->clear();
    const QStringList recent = m_settings.recentLibraries();
    for (const QString& path : recent) {
        connect(m_recentMenu->addAction(menuText(path)), &QAction::triggered, this,
            [this, path] { Q_EMIT libraryChosen(path); });
    }
    m_recentMenu->setEnabled(!recent.isEmpty());
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Clear this list")), &QAction::triggered, this, [this] {
        m_settings.clearRecentLibraries();
        fillRecentMenu();
    });
}

void MainWindow::buildViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    m_goMenu = view->addMenu(tr("&Go to"));
    QAction* palette = view->addAction(icon(u"search"), tr("&Command palette…"));
    palette->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    connect(palette, &QAction::triggered, this, &MainWindow::openPalette);
    m_back = view->addAction(icon(u"back"), tr("&Back"));
    m_back->setShortcut(QKeySequence::Back);
    m_back->setEnabled(false);
    connect(m_back, &QAction::triggered, this, &MainWindow::goBack);
    QAction* refresh = view->addAction(icon(u"refresh"), tr("&Refresh"));
    refresh->setShortcut(QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, this, &MainWindow::refreshRequested);
    QAction* full = view->addAction(tr("&Full screen"));
    full->setShortcut(QKeySequence(Qt::Key_F11));
    full->setCheckable(true);
    connect(full, &QAction::triggered, this,
        [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    view->addSeparator();

    buildThemeMenu(view);
    buildLanguageMenu(view);
    QAction* reset = view->addAction(tr("R&eset layout"));
    reset->setStatusTip(tr("Window size, columns and splitters as at the first start"));
    connect(reset, &QAction::triggered, this, &MainWindow::resetLayout);
}

void MainWindow::buildThemeMenu(QMenu* view)
{
    QMenu* theme = view->addMenu(icon(u"theme"), tr("&Theme"));
    auto* modes = new QActionGroup(this);
    const auto addMode = [&](const QString& text, ThemeMode mode) {
        QAction* action = theme->addAction(text);
        action->setCheckable(true);
        action->setData(toString(mode));
        modes->addAction(action);
        m_themeActions << action;
        connect(action, &QAction::triggered, this, [this, mode] {
            m_settings.setThemeMode(mode);
            m_themes.setMode(mode);
        });
    };
    addMode(tr("As the &system"), ThemeMode::system);
    addMode(tr("&Light"), ThemeMode::light);
    addMode(tr("&Dark"), ThemeMode::dark);
}

void MainWindow::buildLanguageMenu(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("&Language"));
    auto* choices = new QActionGroup(this);
    const auto add = [&](const QString& text, const QString& code) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(code);
        choices->addAction(action);
        m_languageActions << action;
        connect(action, &QAction::triggered, this, [this, code] {
            m_settings.setLanguage(code);
            sayLanguageLater();
        });
    };
    add(tr("As the &system"), {});
    for (const auto& [code, name] : languages()) {
        add(name, code);
    }
}

void MainWindow::checkMenus()
{
    for (QAction* action : std::as_const(m_themeActions)) {
        action->setChecked(action->data().toString() == toString(m_themes.mode()));
    }
    for (QAction* action : std::as_const(m_languageActions)) {
        action->setChecked(action->data().toString() == m_settings.language());
    }
}

void MainWindow::buildHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    QAction* shortcuts = help->addAction(tr("&Keyboard shortcuts"));
    shortcuts->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Slash), QKeySequence(Qt::Key_F1)});
    connect(shortcuts, &QAction::triggered, this, &MainWindow::openShortcuts);
    m_tourAction = help->addAction(tr("Show the &tour"));
    m_tourAction->setVisible(false);
    connect(m_tourAction, &QAction::triggered, this, &MainWindow::startTour);
    QAction* what = help->addAction(icon(u"help"), tr("&What is this figure?"));
    what->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F1));
    what->setStatusTip(tr("Explains the figure under the focus, or the one that is clicked next"));
    connect(what, &QAction::triggered, this, [] {
        if (!showContextHelp(QApplication::focusWidget())) {
            QWhatsThis::enterWhatsThisMode();
        }
    });
    QAction* figures = help->addAction(tr("All &figures explained"));
    connect(figures, &QAction::triggered, this, [this] { showFigures(this); });
    help->addSeparator();
    QAction* about = help->addAction(icon(u"info"), tr("&About Plumbline"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, [this] { showAbout(this); });
}

} // namespace plumb::ui
