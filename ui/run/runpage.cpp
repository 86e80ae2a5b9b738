// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runpage.h"

#include "ui/models/captions.h"
#include "ui/models/format.h"
#include "ui/models/liverun.h"
#include "ui/run/runsetup.h"
#include "ui/run/runview.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace plumb::ui {

RunPage::RunPage(runner::Runner& runner, models::LibraryLoader& library, QWidget* parent)
    : Page(QStringLiteral("run"), parent)
    , m_runner(runner)
    , m_library(library)
    , m_finder(runner)
    , m_offer(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_setup(new RunSetup(library))
    , m_watching(new QWidget)
    , m_view(new RunView)
    , m_markRow(new QWidget)
    , m_markText(new QLineEdit)
    , m_start(new QAction(ui::icon(u"play"), tr("Start"), this))
    , m_stop(new QAction(ui::icon(u"stop"), tr("Stop"), this))
    , m_abort(new QAction(ui::icon(u"abort"), tr("Abort"), this))
    , m_mark(new QAction(ui::icon(u"mark"), tr("Mark"), this))
    , m_newRun(new QAction(ui::icon(u"add"), tr("New run"), this))
    , m_openReport(new QAction(ui::icon(u"report"), tr("Open report"), this))
{
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_setup);
    scroll->setAccessibleName(tr("What to run"));
    auto* column = new QVBoxLayout(m_watching);
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
    m_stack->addWidget(m_watching);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_offer);
    outer->addWidget(m_stack);

    m_start->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_start->setToolTip(tr("Start the run (Ctrl+R)"));
    m_stop->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    m_stop->setToolTip(tr("Let requests in flight finish, then store a partial report (Ctrl+.)"));
    m_abort->setToolTip(tr("Cancel requests in flight, then store a partial report"));
    m_mark->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    m_mark->setToolTip(tr("Mark this moment in the report (Ctrl+M)"));
    m_newRun->setShortcut(QKeySequence::New);
    m_newRun->setToolTip(tr("Set up another run (Ctrl+N)"));
    m_openReport->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_openReport->setToolTip(tr("Open the report of this run (Ctrl+Enter)"));
    for (auto* action : {m_start, m_stop, m_abort, m_mark, m_newRun, m_openReport}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_start, &QAction::triggered, this, &RunPage::start);
    connect(m_stop, &QAction::triggered, this, [this] {
        if (m_session)
            m_session->stop();
    });
    connect(m_abort, &QAction::triggered, this, [this] {
        if (m_session)
            m_session->abort();
    });
    connect(m_mark, &QAction::triggered, this, [this] {
        m_markRow->show();
        m_markText->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_markText, &QLineEdit::returnPressed, this, &RunPage::addMark);
    connect(addButton, &QPushButton::clicked, this, &RunPage::addMark);
    connect(m_setup, &RunSetup::canStartChanged, this, &RunPage::updateActions);
    connect(m_newRun, &QAction::triggered, this, &RunPage::newRun);
    connect(m_openReport, &QAction::triggered, this, [this] { Q_EMIT openReport(m_reportFile); });
    connect(m_view, &RunView::refreshWanted, this, [this] {
        if (m_run)
            runChanged();
    });
    connect(&m_library, &models::LibraryLoader::listed, this, &RunPage::attachLive);
    connect(&m_finder, &LiveRunFinder::found, this, &RunPage::attach);
    updateActions();
    attachLive();
}

RunPage::~RunPage() = default;

QString RunPage::title() const
{
    return m_run && m_run->snapshot().started ? tr("Run: %1").arg(m_run->snapshot().operation) : tr("Run");
}

QString RunPage::navigationText() const
{
    return tr("Run");
}

QIcon RunPage::icon() const
{
    return ui::icon(u"run");
}

QList<QAction*> RunPage::pageActions() const
{
    if (running())
        return {m_mark, m_abort, m_stop};
    if (ended())
        return m_reportFile.isEmpty() ? QList<QAction*>{m_newRun} : QList<QAction*>{m_newRun, m_openReport};
    return m_stack->currentIndex() == 0 ? QList<QAction*>{m_start} : QList<QAction*>();
}

void RunPage::activated()
{
    if (!running() && m_stack->currentIndex() == 0) {
        attachLive();
        m_setup->focusFirst();
    }
}

void RunPage::setScenario(const QString& file)
{
    if (running())
        return;
    newRun();
    m_setup->setScenario(file);
}

void RunPage::start()
{
    if (running() || !m_setup->canStart())
        return;
    auto session = m_runner.start(m_setup->request());
    m_setup->started();
    m_shownRun.clear();
    watch(std::move(session));
}

void RunPage::attachLive()
{
    if (!running() && !m_library.folder().empty())
        m_finder.look(m_library.folder());
}

void RunPage::attach(const std::vector<runner::LiveRun>& runs)
{
    // A finished run is pushed aside only where the user neither started it nor asked to see it.
    if (running())
        return;
    const auto mayReplace = !m_run || (m_following && !m_shownRun.isEmpty());
    for (const auto& run : runs) {
        if (run.runId == m_shownRun || (m_run && run.runId == m_run->snapshot().runId))
            continue; // over, with its process about to end
        if (mayReplace)
            watchLive(run);
        else
            offer(run);
        return;
    }
}

void RunPage::watchLive(const runner::LiveRun& run)
{
    m_shownRun = run.runId;
    watch(m_runner.attach(run));
}

void RunPage::offer(const runner::LiveRun& run)
{
    m_offer->showNotice(NoticeBar::Level::info,
        tr("A run of %1 was started elsewhere and is under way.").arg(run.operation), tr("Watch it"),
        [this, run] {
            if (!running())
                watchLive(run);
        });
}

void RunPage::watch(std::unique_ptr<runner::RunSession> session)
{
    m_run = std::make_unique<models::LiveRun>();
    m_session = std::move(session);
    m_ended.clear();
    m_over = false;
    m_storedTold = false;
    m_reportFile.clear();
    m_offer->clear();
    m_view->clear();
    connect(m_session.get(), &runner::RunSession::event, m_run.get(), &models::LiveRun::add);
    connect(m_session.get(), &runner::RunSession::ended, this, &RunPage::sessionEnded);
    connect(m_run.get(), &models::LiveRun::changed, this, &RunPage::runChanged);
    m_stack->setCurrentIndex(1);
    // What had the focus is no longer there, and a chart that got it would take the wheel from the page.
    if (isVisible())
        m_view->setFocus();
    updateActions();
}

void RunPage::sessionEnded(const QString& error)
{
    m_ended = error;
    m_over = true;
    // The session is the sender: it goes when control is back in the event loop.
    m_session.release()->deleteLater();
    m_markRow->hide();
    runChanged();
    updateActions();
    // Its journal is a crashed run now.
    if (m_run->snapshot().started && !m_run->snapshot().stored && !error.isEmpty())
        m_library.recover();
}

void RunPage::runChanged()
{
    const auto& now = m_run->snapshot();
    m_view->showRun(now);
    if (m_over)
        m_view->showEnd(now, m_ended);
    if (now.stored && !std::exchange(m_storedTold, true)) {
        m_reportFile = QString::fromStdString(now.stored->path);
        Q_EMIT stored();
        updateActions();
    }
    Q_EMIT titleChanged();
    const auto time = now.total_s
        ? tr("%1 of %2").arg(models::clock(now.elapsed_s), models::clock(*now.total_s))
        : models::clock(now.elapsed_s);
    Q_EMIT runStatusChanged(running() ? tr("%1, %2").arg(now.operation, time) : QString());
    Q_EMIT generatorStatusChanged(running() ? models::generatorCaption(now.generator) : QString());
}

void RunPage::addMark()
{
    if (m_session)
        m_session->mark(m_markText->text().trimmed());
    m_markText->clear();
    m_markRow->hide();
    m_view->setFocus();
}

void RunPage::newRun()
{
    if (running())
        return;
    m_run.reset();
    m_reportFile.clear();
    m_offer->clear();
    m_stack->setCurrentIndex(0);
    m_setup->focusFirst();
    updateActions();
}

void RunPage::updateActions()
{
    m_start->setEnabled(!running() && m_setup->canStart() && m_stack->currentIndex() == 0);
    for (auto* action : {m_stop, m_abort, m_mark})
        action->setEnabled(running());
    m_newRun->setEnabled(ended());
    m_openReport->setEnabled(ended() && !m_reportFile.isEmpty());
    Q_EMIT titleChanged();
    Q_EMIT actionsChanged();
}

} // namespace plumb::ui
