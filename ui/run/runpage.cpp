// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runpage.h"

#include "base/timestamp.h"
#include "ui/models/captions.h"
#include "ui/models/format.h"
#include "ui/models/liverun.h"
#include "ui/models/queuemodel.h"
#include "ui/models/words.h"
#include "ui/run/machinecard.h"
#include "ui/run/queuepanel.h"
#include "ui/run/runquestions.h"
#include "ui/run/runsetup.h"
#include "ui/run/runview.h"
#include "ui/shell/icons.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QStackedWidget>

#include <algorithm>

namespace plumb::ui {

namespace {

constexpr int setupIndex = 0, watchIndex = 1;

bool holds(const std::vector<runner::LiveRun>& runs, const std::string& runId)
{
    return std::any_of(runs.begin(), runs.end(),
        [id = QString::fromStdString(runId)](const runner::LiveRun& run) { return run.runId == id; });
}

} // namespace

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

QWidget* RunPage::headerWidget()
{
    return m_run ? m_views : nullptr;
}

QList<QAction*> RunPage::pageActions() const
{
    if (m_stack->currentIndex() == setupIndex)
        return running() ? QList<QAction*>{m_start, m_enqueue} : QList<QAction*>{m_enqueue, m_start};
    if (running())
        return {m_mark, m_abort, m_stop};
    return m_reportFile.isEmpty() ? QList<QAction*>{m_newRun, m_runAgain}
                                  : QList<QAction*>{m_newRun, m_runAgain, m_openReport};
}

void RunPage::activated()
{
    attachLive();
    watchMachine();
    if (m_stack->currentIndex() == setupIndex)
        m_setup->focusFirst();
}

bool RunPage::mayClose()
{
    if (!running() || qApp->isSavingSession())
        return true;
    auto choice = m_settings.closeWhileRunning();
    if (choice == CloseWhileRunning::ask) {
        const auto& now = m_run->snapshot();
        const auto answer = askToClose(
            this, now.started ? now.operation : tr("The run"), static_cast<int>(m_queue.queue().waiting()));
        if (!answer)
            return false;
        choice = answer->choice;
        if (answer->remember)
            m_settings.setCloseWhileRunning(choice);
    }
    if (choice == CloseWhileRunning::goOn || !running())
        return true;
    m_closeAtEnd = true;
    m_queue.setPaused(true);
    stop();
    return false;
}

void RunPage::showQueue()
{
    showSetup(true);
    if (!m_queuePanel->focusQueue())
        m_setup->focusFirst();
}

void RunPage::showTrust()
{
    if (!m_run)
        return;
    showSetup(false);
    m_view->openTrust();
}

void RunPage::stop()
{
    if (m_session)
        m_session->stop();
}

void RunPage::abort()
{
    if (!m_session)
        return;
    const auto now = [this] {
        if (m_session)
            m_session->abort();
    };
    askToAbort(this, now, [this] { stop(); });
}

void RunPage::setScenario(const QString& file)
{
    if (running())
        showSetup(true);
    else
        newRun();
    m_setup->setScenario(file);
}

void RunPage::start()
{
    if (running() || !m_setup->canStart() || m_stack->currentIndex() != setupIndex)
        return;
    m_entry.clear();
    const auto request = m_setup->request();
    m_setup->started();
    startRequest(request);
    showSetup(false);
}

void RunPage::startRequest(const runner::RunRequest& request)
{
    m_shownRun.clear();
    m_request = request;
    m_request->turn.quiet = m_settings.requireQuiet() ? runner::QuietWish::require : runner::QuietWish::warn;
    m_startedWall_ms = wallClockMs();
    watch(m_runner.start(*m_request));
}

void RunPage::setPlumb(const QString& program)
{
    m_machineCard->setPlumb(program);
}

/// While the page is looked at, while a run waits for its turn, and while the queue has one that could start.
void RunPage::watchMachine()
{
    const bool waiting = running() && !m_run->snapshot().started;
    const bool setup = isVisible() && m_stack->currentIndex() == setupIndex;
    m_machine.watch(waiting || setup || m_queue.queue().next() != nullptr);
}

/// Somebody measures who began before the run on the screen, or while there is none.
bool RunPage::machineTaken() const
{
    const auto& holder = m_machine.status().holder;
    return holder && (!running() || (!m_run->snapshot().started && holder->since_wall_ms < m_startedWall_ms));
}

void RunPage::machineChanged()
{
    const bool waits = running() && machineTaken();
    if (waits)
        m_offer->showNotice(NoticeBar::Level::info,
            tr("%1 This run begins when it is over.").arg(models::holderText(m_machine.status())));
    else if (m_waits)
        m_offer->clear();
    m_waits = waits;
    if (!running() && !machineTaken() && m_queue.queue().next() != nullptr)
        attachLive();
    watchMachine();
}

void RunPage::enqueue()
{
    if (!m_setup->canStart() || m_queue.readOnly())
        return;
    m_queue.add(m_setup->queueEntry());
    m_setup->started();
}

void RunPage::runAgain()
{
    if (!ended())
        return;
    if (!m_request || !m_request->overrides.secrets.empty() || m_request->library != m_library.folder()) {
        // Secrets are typed anew each time, and what was started elsewhere is not known in full.
        newRun();
        return;
    }
    m_entry.clear();
    startRequest(runner::RunRequest(*m_request));
}

void RunPage::attachLive()
{
    const auto& folder = m_library.folder();
    if (folder.empty())
        return;
    if (folder != m_queueOf) {
        m_queueOf = folder;
        m_entry.clear();
        m_queue.open(folder);
    }
    m_finder.look(folder);
}

void RunPage::found(const std::vector<runner::LiveRun>& runs)
{
    if (running())
        return;
    settleQueue(runs);
    attach(runs);
    const auto others
        = std::any_of(runs.begin(), runs.end(), [this](const runner::LiveRun& run) { return !isOver(run); });
    if (!running() && !others && !machineTaken())
        startQueued();
}

void RunPage::settleQueue(const std::vector<runner::LiveRun>& runs)
{
    // Until the library has been read nothing can be said about a run that is no longer there.
    if (m_library.busy() || !m_entry.empty())
        return;
    m_queue.settle([&runs](const std::string& runId) { return holds(runs, runId); },
        [this](const std::string& runId) -> std::optional<QueueController::Known> {
            for (const auto& row : m_library.listing().rows) {
                if (row.id == runId)
                    return QueueController::Known{row.verdict, row.file.string()};
            }
            return std::nullopt;
        });
}

bool RunPage::isOver(const runner::LiveRun& run) const
{
    // Its last event has come; its process is about to end.
    return ended() && (run.runId == m_shownRun || run.runId == m_run->snapshot().runId);
}

void RunPage::attach(const std::vector<runner::LiveRun>& runs)
{
    // A finished run is pushed aside only where the user neither started it nor asked to see it.
    const auto mayReplace = !m_run || (m_following && !m_shownRun.isEmpty());
    for (const auto& run : runs) {
        if (isOver(run))
            continue;
        if (mayReplace)
            watchLive(run);
        else
            offer(run);
        return;
    }
}

void RunPage::startQueued()
{
    const auto hadSetup = m_stack->currentIndex() == setupIndex && m_run != nullptr;
    if (const auto next = m_queue.takeNext()) {
        m_entry = next->id;
        startRequest(next->request);
        // Who sets up the next one is not torn away from it.
        showSetup(hadSetup || m_setup->isAncestorOf(focusWidget()));
    }
}

void RunPage::watchLive(const runner::LiveRun& run)
{
    m_shownRun = run.runId;
    m_request.reset();
    const auto* queued = m_queue.queue().running();
    m_entry = queued != nullptr && queued->run_id == run.runId.toStdString() ? queued->id : std::string();
    watch(m_runner.attach(run));
    showSetup(false);
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
    m_endTold = false;
    m_reportFile.clear();
    m_offer->clear();
    m_waits = false;
    m_view->clear();
    connect(m_session.get(), &runner::RunSession::event, m_run.get(), &models::LiveRun::add);
    connect(m_session.get(), &runner::RunSession::ended, this, &RunPage::sessionEnded);
    connect(m_run.get(), &models::LiveRun::changed, this, &RunPage::runChanged);
    updateActions();
}

void RunPage::sessionEnded(const QString& error)
{
    m_ended = error;
    m_over = true;
    if (std::exchange(m_closeAtEnd, false))
        QMetaObject::invokeMethod(window(), &QWidget::close, Qt::QueuedConnection);
    // The session is the sender: it goes when control is back in the event loop.
    m_session.release()->deleteLater();
    m_markRow->hide();
    runChanged();
    updateActions();
    if (error.isEmpty())
        return;
    if (!m_entry.empty())
        m_queue.failed(std::exchange(m_entry, {}), error.toStdString());
    tellEnd();
    // Its journal is a crashed run now.
    if (m_run->snapshot().started && !m_run->snapshot().stored)
        m_library.recover();
    else
        attachLive();
}

void RunPage::runChanged()
{
    const auto& now = m_run->snapshot();
    m_view->showRun(now);
    if (m_over)
        m_view->showEnd(now, m_ended);
    tellQueue();
    if (now.stored && !std::exchange(m_storedTold, true)) {
        m_reportFile = QString::fromStdString(now.stored->path);
        Q_EMIT stored();
        updateActions();
        tellEnd();
    }
    Q_EMIT titleChanged();
    showStatus();
}

void RunPage::findRecovered()
{
    if (!ended() || !m_over || m_storedTold || !m_run->snapshot().started)
        return;
    for (const auto& row : m_library.listing().rows) {
        if (row.id != m_run->snapshot().runId.toStdString())
            continue;
        m_storedTold = true;
        m_reportFile = QString::fromStdString(row.file.string());
        m_view->showRecovered(row.verdict);
        updateActions();
        return;
    }
}

void RunPage::tellQueue()
{
    const auto& now = m_run->snapshot();
    const auto* entry = m_queue.queue().find(m_entry);
    if (entry == nullptr)
        return;
    if (now.stored && m_over) {
        m_queue.done(std::exchange(m_entry, {}), now.stored->verdict, now.stored->path);
        attachLive();
    } else if (entry->run_id.empty() && !now.runId.isEmpty()) {
        m_queue.started(m_entry, now.runId.toStdString());
    }
}

void RunPage::tellEnd()
{
    if (std::exchange(m_endTold, true))
        return;
    const auto& now = m_run->snapshot();
    const auto what = now.started ? now.operation : tr("The run");
    if (now.stored)
        Q_EMIT runEnded(tr("%1: %2").arg(what, models::verdictWord(now.stored->verdict)),
            QString::fromStdString(now.stored->judgement.sentence), m_reportFile);
    else
        Q_EMIT runEnded(tr("%1 did not end well").arg(what), m_ended, {});
}

void RunPage::showStatus()
{
    const auto left = m_run ? m_run->snapshot().eta_s : std::nullopt;
    auto text = models::queueText(m_queue.queue(), running(), left);
    if (running() && text.isEmpty()) {
        const auto& now = m_run->snapshot();
        const auto time = now.total_s
            ? tr("%1 of %2").arg(models::clock(now.elapsed_s), models::clock(*now.total_s))
            : models::clock(now.elapsed_s);
        text = tr("%1, %2").arg(now.operation, time);
    }
    Q_EMIT runStatusChanged(text);
    Q_EMIT generatorStatusChanged(
        running() ? models::generatorCaption(m_run->snapshot().trust.generator) : QString());
}

void RunPage::showSetup(bool setup)
{
    m_stack->setCurrentIndex(setup || !m_run ? setupIndex : watchIndex);
    // What had the focus is no longer there.
    if (isVisible()) {
        if (setup)
            m_setup->focusFirst();
        else
            m_view->setFocus();
    }
    updateActions();
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
    showSetup(true);
}

void RunPage::updateActions()
{
    const auto setup = m_stack->currentIndex() == setupIndex;
    m_start->setEnabled(!running() && m_setup->canStart() && setup);
    m_enqueue->setEnabled(m_setup->canStart() && setup && !m_queue.readOnly());
    for (auto* action : {m_stop, m_abort, m_mark})
        action->setEnabled(running() && !setup);
    for (auto* action : {m_newRun, m_runAgain})
        action->setEnabled(ended() && !setup);
    m_showTrust->setEnabled(m_run != nullptr);
    m_openReport->setEnabled(ended() && !setup && !m_reportFile.isEmpty());
    m_machineCard->setRunning(running());
    watchMachine();
    m_setupView->setChecked(setup);
    m_watchView->setChecked(!setup);
    Q_EMIT titleChanged();
    Q_EMIT actionsChanged();
}

} // namespace plumb::ui
