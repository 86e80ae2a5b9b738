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
    outer->addWidget(m_stack);

    m_start->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_start->setToolTip(tr("Start the run (Ctrl+R)"));
    m_stop->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    m_stop->setToolTip(tr("Let requests in flight finish, then store a partial report (Ctrl+.)"));
    m_abort->setToolTip(tr("Cancel requests in flight, then store a partial report"));
    m_mark->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    m_mark->setToolTip(tr("Mark this moment in the report (Ctrl+M)"));
    for (auto* action : {m_start, m_stop, m_abort, m_mark}) {
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
    connect(m_view, &RunView::openReport, this, &RunPage::openReport);
    connect(m_view, &RunView::newRun, this, &RunPage::newRun);
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
    if (running() || (m_run && !(m_following && !m_shownRun.isEmpty())))
        return;
    for (const auto& run : runs) {
        if (run.runId == m_shownRun)
            continue; // over, with its process about to end
        m_shownRun = run.runId;
        watch(m_runner.attach(run));
        return;
    }
}

void RunPage::watch(std::unique_ptr<runner::RunSession> session)
{
    m_run = std::make_unique<models::LiveRun>();
    m_session = std::move(session);
    m_ended.clear();
    m_over = false;
    m_storedTold = false;
    m_view->clear();
    connect(m_session.get(), &runner::RunSession::event, m_run.get(), &models::LiveRun::add);
    connect(m_session.get(), &runner::RunSession::ended, this, &RunPage::sessionEnded);
    connect(m_run.get(), &models::LiveRun::changed, this, &RunPage::runChanged);
    m_stack->setCurrentIndex(1);
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
}

void RunPage::runChanged()
{
    const auto& now = m_run->snapshot();
    m_view->showRun(now);
    if (m_over)
        m_view->showEnd(now, m_ended);
    if (now.stored && !std::exchange(m_storedTold, true))
        Q_EMIT stored();
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
    m_stack->setCurrentIndex(0);
    m_setup->focusFirst();
    updateActions();
}

void RunPage::updateActions()
{
    m_start->setEnabled(!running() && m_setup->canStart() && m_stack->currentIndex() == 0);
    for (auto* action : {m_stop, m_abort, m_mark})
        action->setEnabled(running());
    Q_EMIT titleChanged();
    Q_EMIT actionsChanged();
}

} // namespace plumb::ui
