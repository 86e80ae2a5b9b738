// SPDX-License-Identifier: GPL-3.0-or-later
// How RunPage is put together, apart from what it does.
#include "ui/models/liverun.h"
#include "ui/run/machinecard.h"
#include "ui/run/queuepanel.h"
#include "ui/run/runpage.h"
#include "ui/run/runsetup.h"
#include "ui/run/runview.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace plumb::ui {

namespace {

QAction* makeAction(
    QWidget& page, const QIcon& icon, const QString& text, const QString& help, const QKeySequence& key = {})
{
    auto* action = new QAction(icon, text, &page);
    action->setToolTip(key.isEmpty()
            ? help
            : help + QStringLiteral(" (") + key.toString(QKeySequence::NativeText) + QLatin1Char(')'));
    // Of the window while the page is shown: the focus may be in the navigation.
    action->setShortcut(key);
    page.addAction(action);
    return action;
}

} // namespace

RunPage::RunPage(runner::Runner& runner, models::LibraryLoader& library, Settings& settings, QWidget* parent)
    : Page(QStringLiteral("run"), parent)
    , m_runner(runner)
    , m_library(library)
    , m_settings(settings)
    , m_memory(settings)
    , m_finder(runner)
    , m_offer(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_setup(new RunSetup(library))
    , m_machineCard(new MachineCard(m_machine, settings))
    , m_queuePanel(new QueuePanel(m_queue))
    , m_view(new RunView)
    , m_markRow(new QWidget)
    , m_markText(new QLineEdit)
{
    buildActions();
    buildViews();
    auto* preparing = new QWidget;
    auto* preparingColumn = new QVBoxLayout(preparing);
    preparingColumn->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space4);
    preparingColumn->setSpacing(Theme::space4);
    preparingColumn->addWidget(m_setup);
    preparingColumn->addWidget(m_machineCard);
    preparingColumn->addWidget(m_queuePanel);
    preparingColumn->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(preparing);
    scroll->setAccessibleName(tr("What to run"));
    auto* watching = new QWidget;
    auto* column = new QVBoxLayout(watching);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* markLayout = new QHBoxLayout(m_markRow);
    markLayout->setContentsMargins(Theme::space4, Theme::space2, Theme::space4, 0);
    auto* addButton = new QPushButton(tr("Add mark"));
    m_markText->setPlaceholderText(tr("What happens now? Kept with the report"));
    m_markText->setAccessibleName(tr("Text of the mark"));
    markLayout->addWidget(m_markText, 1);
    markLayout->addWidget(addButton);
    m_markRow->hide();
    column->addWidget(m_markRow);
    column->addWidget(m_view, 1);
    m_stack->addWidget(scroll);
    m_stack->addWidget(watching);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_offer);
    outer->addWidget(m_stack);
    connect(addButton, &QPushButton::clicked, this, &RunPage::addMark);
    m_view->keepLayout(m_memory);
    m_queuePanel->keepLayout(m_memory);
    connectAll();
    updateActions();
    attachLive();
}

RunPage::~RunPage() = default;

void RunPage::buildActions()
{
    m_start = makeAction(
        *this, ui::icon(u"play"), tr("Start"), tr("Start the run"), QKeySequence(Qt::CTRL | Qt::Key_R));
    m_enqueue = makeAction(*this, ui::icon(u"add"), tr("Add to queue"),
        tr("Runs when those before it are over"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q));
    m_stop = makeAction(*this, ui::icon(u"stop"), tr("Stop"),
        tr("Let requests in flight finish, then store a partial report"),
        QKeySequence(Qt::CTRL | Qt::Key_Period));
    m_abort = makeAction(*this, ui::icon(u"abort"), tr("Abort…"),
        tr("Cancel requests in flight, then store a partial report"));
    m_mark = makeAction(*this, ui::icon(u"mark"), tr("Mark"), tr("Mark this moment in the report"),
        QKeySequence(Qt::CTRL | Qt::Key_M));
    m_newRun = makeAction(*this, ui::icon(u"add"), tr("New run"), tr("Set up another run"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_runAgain = makeAction(*this, ui::icon(u"refresh"), tr("Run again"), tr("Start the same run once more"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_openReport = makeAction(*this, ui::icon(u"report"), tr("Open report"),
        tr("Open the report of this run"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_showQueue
        = makeAction(*this, ui::icon(u"run"), tr("Show the queue"), tr("The runs that wait their turn"));
    m_showTrust = makeAction(*this, ui::icon(u"server"), tr("Show the load generator"),
        tr("Whether the figures of the run can be trusted"));
    // While the text of the mark is typed.
    auto* close = new QAction(m_markRow);
    close->setShortcut(Qt::Key_Escape);
    close->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_markRow->addAction(close);
    connect(close, &QAction::triggered, this, [this] {
        m_markRow->hide();
        m_view->setFocus();
    });
}

void RunPage::buildViews()
{
    m_views = new QWidget(this);
    m_views->hide();
    auto* row = new QHBoxLayout(m_views);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space1);
    const auto add = [&](const QString& text, const QString& help) {
        auto* button = new QPushButton(text);
        button->setCheckable(true);
        button->setToolTip(help);
        row->addWidget(button);
        return button;
    };
    m_setupView = add(tr("Set up"), tr("Set up a run and see the queue"));
    m_watchView = add(tr("Watch"), tr("The run under way, or the last one"));
    connect(m_setupView, &QAbstractButton::clicked, this, [this] { showSetup(true); });
    connect(m_watchView, &QAbstractButton::clicked, this, [this] { showSetup(false); });
}

void RunPage::connectAll()
{
    connect(m_start, &QAction::triggered, this, &RunPage::start);
    connect(m_enqueue, &QAction::triggered, this, &RunPage::enqueue);
    connect(m_stop, &QAction::triggered, this, &RunPage::stop);
    connect(m_abort, &QAction::triggered, this, &RunPage::abort);
    connect(m_showQueue, &QAction::triggered, this, &RunPage::showQueue);
    connect(m_showTrust, &QAction::triggered, this, &RunPage::showTrust);
    connect(m_mark, &QAction::triggered, this, [this] {
        m_markRow->show();
        m_markText->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_markText, &QLineEdit::returnPressed, this, &RunPage::addMark);
    connect(m_setup, &RunSetup::canStartChanged, this, &RunPage::updateActions);
    connect(m_newRun, &QAction::triggered, this, &RunPage::newRun);
    connect(m_runAgain, &QAction::triggered, this, &RunPage::runAgain);
    connect(m_openReport, &QAction::triggered, this, [this] { Q_EMIT openReport(m_reportFile); });
    connect(m_queuePanel, &QueuePanel::openReport, this, &RunPage::openReport);
    connect(m_view, &RunView::refreshWanted, this, [this] {
        if (m_run)
            runChanged();
    });
    connect(m_view, &RunView::changeWanted, this, [this](const engine::LiveChange& change) {
        if (m_session)
            m_session->change(change);
    });
    connect(&m_queue, &QueueController::changed, this, [this] {
        showStatus();
        watchMachine();
        if (m_queue.queue().next() != nullptr)
            attachLive();
    });
    connect(&m_library, &models::LibraryLoader::listed, this, &RunPage::attachLive);
    connect(&m_library, &models::LibraryLoader::listed, this, &RunPage::findRecovered);
    connect(&m_library, &models::LibraryLoader::busyChanged, this, &RunPage::attachLive);
    connect(&m_finder, &LiveRunFinder::found, this, &RunPage::found);
    connect(&m_machine, &models::MachineStatusReader::changed, this, &RunPage::machineChanged);
}

} // namespace plumb::ui
