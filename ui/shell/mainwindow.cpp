// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/icons.h"
#include "ui/shell/navigationrail.h"
#include "ui/shell/page.h"
#include "ui/shell/settings.h"
#include "ui/shell/thememanager.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/statusentry.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUndoGroup>
#include <QVBoxLayout>

namespace plumb::ui {

namespace {

constexpr int foldBelow = 1100;
constexpr QSize smallestWindow(760, 480);
constexpr QSize firstWindow(1280, 820);
constexpr int messageTime_ms = 6000;

/// "~/perf": the part of a path that says something.
QString belowHome(const QString& path)
{
    const QString home = QDir::homePath();
    return home.size() > 1 && path.startsWith(home + QLatin1Char('/'))
        ? QString(QLatin1Char('~') + path.mid(home.size()))
        : path;
}

QStringList localFiles(const QMimeData* data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(Settings& settings, ThemeManager& themes, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_themes(themes)
    , m_navigation(new NavigationRail(this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
    , m_header(new QWidget(this))
    , m_headerLayout(new QHBoxLayout(m_header))
    , m_title(new ElidedLabel(m_header))
    , m_libraryEntry(new StatusEntry(
          QStringLiteral("library"), tr("Library"), tr("Shows the library, or opens another one"), this))
    , m_runEntry(
          new StatusEntry(QStringLiteral("run"), tr("Runs"), tr("Shows the run page with its queue"), this))
    , m_generatorEntry(new StatusEntry(QStringLiteral("server"), tr("Load generator"),
          tr("Shows whether the figures of the run can be trusted"), this))
    , m_undo(new QUndoGroup(this))
{
    setWindowTitle(QStringLiteral("Plumbline"));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setMinimumSize(smallestWindow);

    auto* body = new QWidget(this);
    auto* columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_navigation);
    auto* main = new QVBoxLayout;
    main->setContentsMargins(0, 0, 0, 0);
    main->setSpacing(0);
    columns->addLayout(main, 1);
    buildHeader();
    main->addWidget(m_header);
    auto* noticeRow = new QHBoxLayout;
    noticeRow->setContentsMargins(Theme::space4, 0, Theme::space4, 0);
    noticeRow->addWidget(m_notice);
    main->addLayout(noticeRow);
    main->addWidget(m_stack, 1);
    setCentralWidget(body);

    connect(m_navigation, &NavigationRail::chosen, this, &MainWindow::showPage);
    connect(m_stack, &QStackedWidget::currentChanged, this, &MainWindow::pageChanged);
    buildStatusBar();
    buildMenus();
    restoreWindow();
    updateTheme();
    const Motion motion = m_settings.motion();
    m_themes.setMotion(motion == Motion::brief || (motion == Motion::system && m_themes.desktopMotion()));
}

MainWindow::~MainWindow()
{
    // The stack loses its pages after this object's members are gone, and would report each new current page.
    m_stack->disconnect(this);
}

void MainWindow::buildHeader()
{
    m_headerLayout->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space3);
    m_headerLayout->setSpacing(Theme::space2);
    m_title->setFont(typeFont(TypeSize::pageTitle, font()));
    m_title->setMinimumHeight(Theme::controlHeight);
    m_headerLayout->addWidget(m_title, 1);
}

void MainWindow::buildStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(Theme::space2, 0, Theme::space2, 0);
    // As wide as its words and no wider, so that a click beside them does nothing.
    m_libraryEntry->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* left = new QWidget(this);
    auto* row = new QHBoxLayout(left);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_libraryEntry);
    row->addStretch(1);
    statusBar()->addWidget(left, 1);
    statusBar()->addPermanentWidget(m_runEntry);
    statusBar()->addPermanentWidget(m_generatorEntry);
    connect(m_libraryEntry, &StatusEntry::clicked, this, &MainWindow::openLibraryMenu);
    connect(m_runEntry, &StatusEntry::clicked, this, &MainWindow::queueRequested);
    connect(m_generatorEntry, &StatusEntry::clicked, this, &MainWindow::generatorRequested);
    setLibraryPath({});
    setRunStatus({});
    setGeneratorStatus({});
}

void MainWindow::addPage(Page* page)
{
    m_stack->addWidget(page);
    if (QUndoStack* edits = page->undoStack()) {
        m_undo->addStack(edits);
    }
    connect(page, &Page::statusMessage, this,
        [this](const QString& text) { statusBar()->showMessage(text, messageTime_ms); });
    connect(page, &Page::noticeRequested, m_notice,
        [this](NoticeBar::Level level, const QString& text) { m_notice->showNotice(level, text); });
    connect(page, &Page::titleChanged, this, [this, page] {
        m_navigation->setEntryText(page->id(), page->navigationText());
        if (page == currentPage()) {
            showTitle();
            // Titles change each second while a run is watched; buttons are made anew only for other actions,
            // or the one under the pointer would go.
            if (page->pageActions() != m_headerActions) {
                updateHeader();
            }
        }
    });
    connect(page, &Page::actionsChanged, this, [this, page] {
        if (page == currentPage()) {
            updateHeader();
        }
    });
    if (page->navigationId() == page->id()) {
        const auto number = m_navigation->entries().size();
        m_navigation->addEntry(page->id(), page->navigationText(), page->icon());
        QAction* go = m_goMenu->addAction(page->icon(), page->navigationText());
        go->setShortcut(QKeySequence(int(Qt::ALT) | int(Qt::Key_1 + number)));
        connect(go, &QAction::triggered, this, [this, id = page->id()] { showPage(id); });
        addAction(go);
    }
    if (m_stack->count() == 1) {
        pageChanged();
    }
}

Page* MainWindow::page(const QString& id) const
{
    for (int i = 0; i < m_stack->count(); ++i) {
        auto* candidate = qobject_cast<Page*>(m_stack->widget(i));
        if (candidate != nullptr && candidate->id() == id) {
            return candidate;
        }
    }
    return nullptr;
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (int i = 0; i < m_stack->count(); ++i) {
        ids << qobject_cast<Page*>(m_stack->widget(i))->id();
    }
    return ids;
}

void MainWindow::showPage(const QString& id)
{
    Page* wanted = page(id);
    if (wanted != nullptr && wanted != currentPage()) {
        m_history << currentPage()->id();
        m_settings.setLastPage(id);
        m_stack->setCurrentWidget(wanted);
    }
}

void MainWindow::goBack()
{
    if (!m_history.isEmpty()) {
        m_stack->setCurrentWidget(page(m_history.takeLast()));
    }
}

void MainWindow::pageChanged()
{
    Page* page = currentPage();
    if (page == nullptr) {
        return;
    }
    m_navigation->setCurrent(page->navigationId());
    updateHeader();
    m_back->setEnabled(!m_history.isEmpty());
    m_undo->setActiveStack(page->undoStack());
    page->activated();
    Q_EMIT pageShown(page->id());
}

void MainWindow::showTitle()
{
    const QString title = currentPage()->title();
    m_title->setText(title);
    m_title->setAccessibleName(tr("Page: %1").arg(title));
    setWindowTitle(tr("%1 - Plumbline", "title of the window; %1 is that of the page").arg(title));
}

void MainWindow::updateHeader()
{
    Page* page = currentPage();
    showTitle();
    // A button on its way out must not follow its action any more, or it would show itself again.
    for (const QMetaObject::Connection& link : std::as_const(m_actionLinks)) {
        disconnect(link);
    }
    m_actionLinks.clear();
    for (QWidget* widget : std::as_const(m_headerButtons)) {
        m_headerLayout->removeWidget(widget);
        widget->hide();
        // Buttons are made for each showing; a page's own controls stay with the page.
        if (qobject_cast<QPushButton*>(widget) != nullptr && widget->property("pageAction").toBool()) {
            widget->deleteLater();
        }
    }
    m_headerButtons.clear();
    m_pageMenu->clear();
    if (QWidget* extra = page->headerWidget()) {
        m_headerLayout->addWidget(extra);
        extra->show();
        m_headerButtons << extra;
    }
    const QList<QAction*> actions = page->pageActions();
    m_headerActions = actions;
    for (QAction* action : actions) {
        m_pageMenu->addAction(action);
        auto* button = new QPushButton(m_header);
        button->setProperty("pageAction", true);
        button->setDefault(action == actions.last());
        const auto sync = [button, action] {
            button->setText(action->text());
            const bool primary = button->isDefault();
            button->setIcon(primary ? QIcon() : action->icon());
            button->setEnabled(action->isEnabled());
            button->setVisible(action->isVisible());
            button->setToolTip(action->toolTip());
            button->setAccessibleName(action->iconText());
        };
        sync();
        if (action->menu() != nullptr) {
            button->setMenu(action->menu());
        }
        m_actionLinks << connect(action, &QAction::changed, button, sync);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_headerLayout->addWidget(button);
        m_headerButtons << button;
    }
    m_pageMenu->menuAction()->setVisible(!actions.isEmpty());
    updateFileActions(page);
}

void MainWindow::updateFileActions(const Page* page)
{
    for (QAction* action : std::as_const(m_fileActions)) {
        m_fileMenu->removeAction(action);
    }
    m_fileActions = page->fileActions();
    m_fileLine->setVisible(!m_fileActions.isEmpty());
    m_fileMenu->insertActions(m_fileEnd, m_fileActions);
}

void MainWindow::setLibraryPath(const QString& path)
{
    m_libraryPath = path;
    m_libraryEntry->showText(path.isEmpty() ? tr("No library open") : belowHome(path), Qt::ElideMiddle);
    if (!path.isEmpty()) {
        m_settings.addRecentLibrary(path);
    }
    fillRecentMenu();
}

void MainWindow::setRunStatus(const QString& text)
{
    m_runEntry->showText(text.isEmpty() ? tr("No run") : text);
}

void MainWindow::setGeneratorStatus(const QString& text)
{
    m_generatorEntry->showText(text);
    m_generatorEntry->setVisible(!text.isEmpty());
}

void MainWindow::restoreWindow()
{
    resize(firstWindow.boundedTo(QGuiApplication::primaryScreen()->availableSize()));
    restoreGeometry(m_settings.windowGeometry());
    // A screen that is gone must not take the window with it.
    bool visible = false;
    const QList<QScreen*> screens = QGuiApplication::screens();
    for (const QScreen* screen : screens) {
        const QRect shared = screen->availableGeometry().intersected(geometry());
        visible = visible || (shared.width() >= 120 && shared.height() >= 80);
    }
    if (!visible) {
        const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
        resize(firstWindow.boundedTo(room.size()));
        move(room.center() - rect().center());
    }
    updateNavigationWidth();
}

void MainWindow::resetLayout()
{
    m_settings.resetLayout();
    setWindowState(windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    restoreWindow();
    for (int i = 0; i < m_stack->count(); ++i) {
        qobject_cast<Page*>(m_stack->widget(i))->resetLayout();
    }
}

void MainWindow::updateTheme()
{
    for (StatusEntry* entry : {m_libraryEntry, m_runEntry, m_generatorEntry}) {
        entry->setFont(typeFont(TypeSize::caption, QApplication::font()));
    }
}

void MainWindow::updateNavigationWidth()
{
    m_navigation->setFolded(width() < foldBelow);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    for (int i = 0; i < m_stack->count(); ++i) {
        if (!qobject_cast<Page*>(m_stack->widget(i))->mayClose()) {
            event->ignore();
            return;
        }
    }
    m_settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    updateNavigationWidth();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        updateTheme();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList paths = localFiles(event->mimeData());
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT filesDropped(paths);
    }
}

void MainWindow::chooseLibrary()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Open a library folder"), m_libraryPath);
    if (!path.isEmpty()) {
        Q_EMIT libraryChosen(path);
    }
}

void MainWindow::chooseFiles()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Open reports or scenarios"), m_libraryPath, tr("Plumbline files (*.json);;All files (*)"));
    if (!paths.isEmpty()) {
        Q_EMIT filesDropped(paths);
    }
}

} // namespace plumb::ui
