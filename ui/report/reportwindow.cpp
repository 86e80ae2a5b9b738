// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportwindow.h"

#include "ui/models/format.h"
#include "ui/report/reportpage.h"
#include "ui/shell/icons.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

namespace plumb::ui {

namespace {

const QString geometryState = QStringLiteral("report/window");
constexpr QSize firstSize(1000, 760);
constexpr QSize smallestSize(360, 320);
constexpr int messageTime_ms = 6000;

} // namespace

ReportWindow::ReportWindow(Settings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_page(new ReportPage(this))
    , m_bar(new QToolBar(tr("Actions of the report"), this))
    , m_link(new QAction(tr("&Link time ranges"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(applicationIcon());
    setMinimumSize(smallestSize);
    setContextMenuPolicy(Qt::NoContextMenu); // the bar is not to be hidden
    m_bar->setMovable(false);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar->setIconSize({Theme::iconSize, Theme::iconSize});
    addToolBar(m_bar);
    statusBar()->setSizeGripEnabled(false);
    setCentralWidget(m_page);
    m_link->setCheckable(true);
    m_link->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    m_link->setStatusTip(tr("A time range that is chosen in one report window holds in all of them"));
    m_page->keepLayout(settings);
    buildMenus();
    showActions();
    showTitle();
    connect(m_page, &Page::titleChanged, this, &ReportWindow::showTitle);
    connect(m_page, &Page::statusMessage, this,
        [this](const QString& text) { statusBar()->showMessage(text, messageTime_ms); });
    connect(m_page, &ReportPage::openInWindow, this, &ReportWindow::openReport);
    resize(firstSize);
    restoreGeometry(settings.viewState(geometryState));
}

void ReportWindow::buildMenus()
{
    auto* report = menuBar()->addMenu(tr("&Report"));
    report->addActions(m_page->pageActions());
    report->addSeparator();
    report->addActions(m_page->fileActions());
    report->addSeparator();
    auto* close = report->addAction(icon(u"close"), tr("&Close"));
    close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    connect(close, &QAction::triggered, this, &QWidget::close);
    menuBar()->addMenu(tr("&View"))->addAction(m_link);
}

void ReportWindow::showActions()
{
    m_bar->addActions(m_page->pageActions());
    const auto actions = m_bar->actions();
    for (auto* action : actions) {
        auto* button = qobject_cast<QToolButton*>(m_bar->widgetForAction(action));
        if (button == nullptr)
            continue;
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->iconText());
        if (action->menu() != nullptr)
            button->setPopupMode(QToolButton::InstantPopup);
    }
}

void ReportWindow::showTitle()
{
    const auto* view = m_page->report();
    setWindowTitle(view == nullptr
            ? m_page->title()
            : QStringLiteral("%1 · %2").arg(
                QString::fromStdString(view->report.operation), models::dateTime(view->report.started_at)));
}

void ReportWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setViewState(geometryState, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace plumb::ui
