// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/runner.h"
#include "ui/models/libraryloader.h"
#include "ui/run/liverunfinder.h"
#include "ui/shell/page.h"

#include <memory>

class QLineEdit;
class QStackedWidget;

namespace plumb::models {
class LiveRun;
}

namespace plumb::ui {

class RunSetup;
class RunView;

/// Starts a run and watches it. A run of this library that is already under way is attached to at once.
class RunPage : public Page
{
    Q_OBJECT

public:
    /// Both outlive the page.
    RunPage(runner::Runner& runner, models::LibraryLoader& library, QWidget* parent = nullptr);
    ~RunPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString navigationText() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QList<QAction*> pageActions() const override;
    void activated() override;

    void setScenario(const QString& file);
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
    /// For the status bar: "content_generation, 01:12 of 03:00"; empty when nothing runs.
    void runStatusChanged(const QString& text);
    void generatorStatusChanged(const QString& text);

private:
    void start();
    void attach(const std::vector<runner::LiveRun>& runs);
    void watchLive(const runner::LiveRun& run);
    void watch(std::unique_ptr<runner::RunSession> session);
    void sessionEnded(const QString& error);
    void runChanged();
    void addMark();
    void newRun();
    void updateActions();
    void offer(const runner::LiveRun& run);
    [[nodiscard]] bool ended() const { return m_run != nullptr && m_session == nullptr; }

    runner::Runner& m_runner;
    models::LibraryLoader& m_library;
    LiveRunFinder m_finder;
    NoticeBar* m_offer; ///< of a run that was started elsewhere
    QStackedWidget* m_stack;
    RunSetup* m_setup;
    QWidget* m_watching;
    RunView* m_view;
    QWidget* m_markRow;
    QLineEdit* m_markText;
    QAction* m_start;
    QAction* m_stop;
    QAction* m_abort;
    QAction* m_mark;
    QAction* m_newRun;
    QAction* m_openReport;
    std::unique_ptr<models::LiveRun> m_run;
    std::unique_ptr<runner::RunSession> m_session;
    QString m_ended; ///< why the session ended, shown after the last event
    QString m_shownRun; ///< id of the run attached to; empty for one started here
    bool m_following = false;
    bool m_over = false;
    bool m_storedTold = false;
    QString m_reportFile;
};

} // namespace plumb::ui
