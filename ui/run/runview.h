// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace plumb::models {
class EventModel;
class LiveStepModel;
class SampleModel;
class KeyValueModel;
} // namespace plumb::models

namespace plumb::ui {

class ChartFrame;
class ElidedLabel;
class NoticeBar;
class StackedTimePlot;
class Tile;
class TimePlot;
class VerdictBadge;

/// A run under way, or just over: state, figures, courses, steps, failing samples.
class RunView : public QWidget
{
    Q_OBJECT

public:
    explicit RunView(QWidget* parent = nullptr);

    void showRun(const models::LiveSnapshot& run);
    /// The session is over; @p error says why the runner is gone or could not start, empty: it ended well.
    void showEnd(const models::LiveSnapshot& run, const QString& error);
    void clear();

Q_SIGNALS:
    void openReport(const QString& file);
    void newRun();

private:
    QWidget* buildHeader();
    QWidget* buildResult();
    QWidget* buildTiles();
    QWidget* buildCharts();
    QWidget* buildTabs();
    void showHeader(const models::LiveSnapshot& run);
    void showResult(const models::LiveSnapshot& run);
    void showTiles(const models::LiveSnapshot& run);
    void showCharts(const models::LiveSnapshot& run);
    void showTabs(const models::LiveSnapshot& run);

    NoticeBar* m_notice;
    ElidedLabel* m_name = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_time = nullptr;
    QProgressBar* m_progress = nullptr;
    QWidget* m_result = nullptr;
    VerdictBadge* m_badge = nullptr;
    QLabel* m_sentence = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_again = nullptr;
    Tile* m_rateTile = nullptr;
    Tile* m_p50Tile = nullptr;
    Tile* m_p95Tile = nullptr;
    Tile* m_p99Tile = nullptr;
    Tile* m_errorTile = nullptr;
    Tile* m_userTile = nullptr;
    TimePlot* m_ratePlot = nullptr;
    TimePlot* m_latencyPlot = nullptr;
    TimePlot* m_userPlot = nullptr;
    StackedTimePlot* m_outcomePlot = nullptr;
    ChartFrame* m_rateChart = nullptr;
    ChartFrame* m_latencyChart = nullptr;
    ChartFrame* m_userChart = nullptr;
    ChartFrame* m_outcomeChart = nullptr;
    QTabWidget* m_tabs = nullptr;
    models::LiveStepModel* m_steps;
    models::SampleModel* m_samples;
    models::EventModel* m_events;
    models::KeyValueModel* m_trust;
    QString m_reportFile;
};

} // namespace plumb::ui
