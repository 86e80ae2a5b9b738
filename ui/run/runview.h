// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/livechange.h"
#include "ui/models/livesnapshot.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QScrollArea;

namespace plumb::models {
class LiveStepModel;
} // namespace plumb::models

namespace plumb::ui {

class ElidedLabel;
class LiveCharts;
class LiveControls;
class LiveDetails;
class LiveStopRules;
class LiveTiles;
class NoticeBar;
class TableView;
class VerdictBadge;
class ViewMemory;

/// A run under way, or just over: state, verdict, figures, courses, steps, failing samples.
class RunView : public QWidget
{
    Q_OBJECT

public:
    explicit RunView(QWidget* parent = nullptr);

    /// Columns and splitters are kept in @p memory from now on.
    void keepLayout(ViewMemory& memory);
    void showRun(const models::LiveSnapshot& run);
    /// The session is over; @p error says why the runner is gone or could not start, empty: it ended well.
    void showEnd(const models::LiveSnapshot& run, const QString& error);
    /// What a runner that died had measured was made into a report of this verdict.
    void showRecovered(metric::Verdict verdict);
    void clear();
    /// Scrolls to the figures of the load generator.
    void openTrust();

Q_SIGNALS:
    /// The user chose to see the courses otherwise: showRun() is to be called again.
    void refreshWanted();
    /// The user wants the load of the run under way changed.
    void changeWanted(const plumb::engine::LiveChange& change);

private:
    QWidget* buildHeader();
    QWidget* buildVerdict();
    QWidget* buildBody();
    void showHeader(const models::LiveSnapshot& run);
    void showVerdict(const models::LiveSnapshot& run);
    void setBadge(std::optional<metric::Verdict> verdict);

    NoticeBar* m_notice;
    QScrollArea* m_scroll = nullptr;
    ElidedLabel* m_name = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_time = nullptr;
    QProgressBar* m_progress = nullptr;
    VerdictBadge* m_badge = nullptr;
    QLabel* m_sentence = nullptr;
    QWidget* m_body = nullptr; ///< what a run that did not start has not
    LiveTiles* m_tiles = nullptr;
    LiveCharts* m_charts = nullptr;
    LiveControls* m_controls = nullptr;
    LiveStopRules* m_stopRules = nullptr;
    LiveDetails* m_details = nullptr;
    TableView* m_stepTable = nullptr;
    models::LiveStepModel* m_steps;
    bool m_judged = false; ///< the steps have been shown with rules
};

} // namespace plumb::ui
