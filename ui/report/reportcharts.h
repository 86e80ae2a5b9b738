// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportrange.h"

#include <QWidget>

namespace plumb::ui {

class ChartFrame;
class EndingsChart;
class HeatMapPlot;
class MonitorCharts;
class PercentilePlot;
class Plot;
class StackedTimePlot;
class TimePlot;

/// The charts of a report: the distribution, and everything over the time of the run.
class ReportCharts : public QWidget
{
    Q_OBJECT

public:
    explicit ReportCharts(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const models::ReportView>& view);
    /// Also draws the distribution of a step, by its place in the report; -1: none.
    void setStep(int step);
    /// Null: the whole run. Its distribution is drawn before the one of the run.
    void setRange(const std::shared_ptr<const models::RangeFigures>& figures);

    /// All frames from top to bottom, for printing.
    [[nodiscard]] std::vector<ChartFrame*> frames() const;

Q_SIGNALS:
    /// A range was dragged over a chart. Seconds since the start of the run.
    void rangeSelected(double from_s, double to_s);

private:
    ChartFrame* addFrame(const QString& title, Plot* plot);
    ChartFrame* addFrame(ChartFrame* frame);
    void showCourses(const report::Report& report);
    void showPercentiles();

    std::shared_ptr<const models::ReportView> m_view;
    std::shared_ptr<const models::RangeFigures> m_range;
    int m_step = -1;
    PercentilePlot* m_percentiles;
    TimePlot* m_latency;
    TimePlot* m_rate;
    TimePlot* m_users;
    HeatMapPlot* m_heatMap;
    EndingsChart* m_outcomeChart;
    StackedTimePlot* m_outcomes;
    ChartFrame* m_percentileChart;
    ChartFrame* m_latencyChart;
    ChartFrame* m_heatChart;
    ChartFrame* m_rateChart;
    ChartFrame* m_usersChart;
    std::vector<ChartFrame*> m_frames;
    MonitorCharts* m_monitors;
};

} // namespace plumb::ui
