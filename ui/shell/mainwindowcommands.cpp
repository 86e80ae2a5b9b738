// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of MainWindow that can be done from everywhere: the command palette, the sheet of shortcuts,
// settings and the tour.
#include "ui/shell/commandpalette.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/page.h"
#include "ui/shell/settings.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/thememanager.h"
#include "ui/shell/tour.h"

#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

namespace plumb::ui {

namespace {

/// Of the parts of a page that have a menu of their own, such as its charts.
QList<Command> ofParts(const Page& page)
{
    QList<Command> commands;
    const auto menus = page.findChildren<QMenu*>(menuOfPart);
    for (const QMenu* menu : menus) {
        const auto* part = menu->parentWidget();
        if (part != nullptr && part->isVisible()) {
            commands
                += commandsOf(menu->actions(), page.navigationText() + QStringLiteral(" › ") + menu->title());
        }
    }
    return commands;
}

} // namespace

QList<Command> MainWindow::commands()
{
    const auto ofPage = [this](Page* page) {
        const auto show = [this, id = page->id()] { showPage(id); };
        return commandsOf(page->pageActions(), page->navigationText(), show)
            + commandsOf(page->actions(), page->navigationText(), show);
    };
    // Those of the page in front come first, then the menus, then the other pages.
    QList<Command> all;
    if (Page* page = currentPage()) {
        all += ofPage(page);
    }
    const auto menus = menuBar()->actions();
    for (QAction* menu : menus) {
        if (menu->menu() != m_pageMenu) {
            all += commandsOf(menu->menu()->actions(), QString(menu->text()).remove(QLatin1Char('&')));
        }
    }
    for (int i = 0; i < m_stack->count(); ++i) {
        auto* page = qobject_cast<Page*>(m_stack->widget(i));
        if (page != currentPage()) {
            all += ofPage(page)
                + commandsOf(
                    page->fileActions(), page->navigationText(), [this, id = page->id()] { showPage(id); });
        }
    }
    return all;
}

void MainWindow::openPalette()
{
    QList<Command> all = commands();
    if (const Page* page = currentPage()) {
        all += ofParts(*page);
    }
    for (const auto& source : std::as_const(m_commandSources)) {
        all += source();
    }
    if (m_palette == nullptr) {
        m_palette = new CommandPalette(this);
    }
    m_palette->open(std::move(all));
}

void MainWindow::addCommandSource(std::function<QList<Command>()> source)
{
    m_commandSources << std::move(source);
}

void MainWindow::openShortcuts()
{
    showShortcuts(this, commands());
}

void MainWindow::openSettings()
{
    auto* dialog = new SettingsDialog(m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::changed, this, &MainWindow::applySettings);
    connect(dialog, &SettingsDialog::languageChanged, this, &MainWindow::sayLanguageLater);
    dialog->open();
}

void MainWindow::applySettings()
{
    m_themes.setMode(m_settings.themeMode());
    const Motion motion = m_settings.motion();
    m_themes.setMotion(motion == Motion::brief || (motion == Motion::system && m_themes.desktopMotion()));
    checkMenus();
}

void MainWindow::sayLanguageLater()
{
    m_notice->showNotice(NoticeBar::Level::info, tr("The language changes when Plumbline is started again."));
}

QWidget* MainWindow::navigationEntry(const QString& id) const
{
    return m_navigation->findChild<QAbstractButton*>(id);
}

void MainWindow::setTour(std::function<QList<TourStep>()> steps)
{
    m_tourSteps = std::move(steps);
    m_tourAction->setVisible(true);
}

void MainWindow::startTour()
{
    if (!m_tourSteps) {
        return;
    }
    if (m_tour == nullptr) {
        m_tour = new Tour(this);
        connect(m_tour, &Tour::finished, this, [this] {
            m_settings.setTourSeen();
            if (Page* page = currentPage()) {
                page->activated();
            }
        });
    }
    m_tour->start(m_tourSteps());
}

} // namespace plumb::ui
