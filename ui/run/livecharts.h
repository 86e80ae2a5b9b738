// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"

#include <QWidget>

class QComboBox;

namespace plumb::ui {

class ChartFrame;
class MonitorCharts;
class StackedTimePlot;
class TimePlot;

/// The courses of a run on one time axis: rate, latency over the window that is chosen, users, outcomes,
/// and what monitors read.
class LiveCharts : public QWidget
{
    Q_OBJECT

public:
    explicit LiveCharts(QWidget* parent = nullptr);
    void showRun(const models::LiveSnapshot& run);

Q_SIGNALS:
    /// Another window was chosen: showRun() is to be called again.
    void windowChosen();

private:
    QComboBox* makeWindowBox();
    void showRate(const models::LiveSnapshot& run);
    void showLatency(const models::LiveSeries& rows);
    void showOutcomes(const models::LiveSnapshot& run);
    void showItems(const models::LiveSnapshot& run);

    TimePlot* m_rate;
    TimePlot* m_latency;
    TimePlot* m_users;
    StackedTimePlot* m_outcomes;
    ChartFrame* m_rateChart;
    ChartFrame* m_latencyChart;
    ChartFrame* m_userChart;
    ChartFrame* m_outcomeChart;
    MonitorCharts* m_monitors;
    QComboBox* m_window;
};

} // namespace plumb::ui
