// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/runner.h"
#include "ui/models/libraryloader.h"
#include "ui/models/machinestatus.h"
#include "ui/run/liverunfinder.h"
#include "ui/run/queuecontroller.h"
#include "ui/shell/page.h"
#include "ui/shell/viewmemory.h"

#include <memory>

class QAbstractButton;
class QLineEdit;
class QStackedWidget;

namespace plumb::models {
class LiveRun;
}

namespace plumb::ui {

class MachineCard;
class QueuePanel;
class RunSetup;
class RunView;
class Settings;

/// Starts runs, at once or from a queue, and watches the one under way. A run of this library that is already
/// under way is attached to at once.
class RunPage : public Page
{
    Q_OBJECT

public:
    /// All outlive the page.
    RunPage(runner::Runner& runner, models::LibraryLoader& library, Settings& settings,
        QWidget* parent = nullptr);
    ~RunPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString navigationText() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QList<QAction*> pageActions() const override;
    [[nodiscard]] QWidget* headerWidget() override;
    [[nodiscard]] QUndoStack* undoStack() override { return &m_queue.undoStack(); }
    void activated() override;
    void resetLayout() override { m_memory.reset(); }
    /// With a run under way it says that the run can go on, and asks.
    [[nodiscard]] bool mayClose() override;

    void setScenario(const QString& file);
    /// The program that calibrates this machine; without it the page offers no calibration.
    void setPlumb(const QString& program);
    /// The queue, with the focus; where none is, what is run next.
    void showQueue();
    /// What tells whether the figures of the run on the screen can be trusted.
    void showTrust();
    /// Looks for a run of the library that is under way; attached to unless something else is on the screen.
    void attachLive();
    /// While on, a run that the user did not start gives way to the next one found under way.
    void setFollowing(bool on) { m_following = on; }
    [[nodiscard]] bool running() const { return m_session != nullptr; }
    /// The run on the screen; null before the first.
    [[nodiscard]] const models::LiveRun* run() const { return m_run.get(); }

Q_SIGNALS:
    void openReport(const QString& file);
    /// A report was stored: the library has something new.
    void stored();
    /// The run is over: what ran, the answer in a sentence, and the report's file, empty where there is none.
    void runEnded(const QString& title, const QString& text, const QString& file);
    /// For the status bar: "content_generation, 01:12 of 03:00", or with a queue "1 running, 2 waiting (ETA
    /// 03:20)"; empty when nothing runs or waits.
    void runStatusChanged(const QString& text);
    void generatorStatusChanged(const QString& text);

private:
    void buildActions();
    void buildViews();
    void connectAll();
    void start();
    void startRequest(const runner::RunRequest& request);
    void enqueue();
    void runAgain();
    void found(const std::vector<runner::LiveRun>& runs);
    void settleQueue(const std::vector<runner::LiveRun>& runs);
    void attach(const std::vector<runner::LiveRun>& runs);
    void startQueued();
    void watchLive(const runner::LiveRun& run);
    void watch(std::unique_ptr<runner::RunSession> session);
    void sessionEnded(const QString& error);
    void runChanged();
    void findRecovered();
    void tellQueue();
    void tellEnd();
    void showStatus();
    void showSetup(bool setup);
    void addMark();
    void newRun();
    void abort();
    void stop();
    void updateActions();
    void offer(const runner::LiveRun& run);
    void machineChanged();
    void watchMachine();
    [[nodiscard]] bool machineTaken() const;
    [[nodiscard]] bool isOver(const runner::LiveRun& run) const;
    [[nodiscard]] bool ended() const { return m_run != nullptr && m_session == nullptr; }

    runner::Runner& m_runner;
    models::LibraryLoader& m_library;
    Settings& m_settings;
    ViewMemory m_memory;
    LiveRunFinder m_finder;
    NoticeBar* m_offer; ///< of a run that was started elsewhere
    models::MachineStatusReader m_machine;
    QueueController m_queue;
    QStackedWidget* m_stack;
    RunSetup* m_setup;
    MachineCard* m_machineCard;
    QueuePanel* m_queuePanel;
    RunView* m_view;
    QWidget* m_views = nullptr; ///< chooses between setting up and watching; the window takes it over
    QAbstractButton* m_setupView = nullptr;
    QAbstractButton* m_watchView = nullptr;
    QWidget* m_markRow;
    QLineEdit* m_markText;
    QAction* m_start;
    QAction* m_enqueue;
    QAction* m_stop;
    QAction* m_abort;
    QAction* m_mark;
    QAction* m_newRun;
    QAction* m_runAgain;
    QAction* m_openReport;
    QAction* m_showQueue;
    QAction* m_showTrust;
    std::unique_ptr<models::LiveRun> m_run;
    std::unique_ptr<runner::RunSession> m_session;
    QString m_ended; ///< why the session ended, shown after the last event
    QString m_shownRun; ///< id of the run attached to; empty for one started here
    std::int64_t m_startedWall_ms = 0; ///< of the session
    bool m_waits = false; ///< the notice says for whom the run waits
    bool m_following = false;
    bool m_closeAtEnd = false; ///< the window is to go once the run has been stored
    bool m_over = false;
    bool m_storedTold = false;
    bool m_endTold = false;
    QString m_reportFile;
    std::string m_entry; ///< of the queue, that the run on the screen is
    std::optional<runner::RunRequest> m_request; ///< of the run on the screen, where it was started here
    std::filesystem::path m_queueOf; ///< the library whose queue is open
};

} // namespace plumb::ui
