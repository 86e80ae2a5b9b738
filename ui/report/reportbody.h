// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportview.h"

#include <QWidget>

class QPlainTextEdit;
class QTabWidget;

namespace plumb::models {
class ErrorModel;
class EventModel;
class KeyValueModel;
class PhaseModel;
class RulesModel;
class SampleModel;
class SkippedModel;
class StepTableModel;
} // namespace plumb::models

namespace plumb::ui {

class ChartFrame;
class PercentilePlot;
class StackedTimePlot;
class TableView;
class Tile;
class TimePlot;

/// The evidence of a report below its verdict: rules, figures, steps, distributions, courses, details.
class ReportBody : public QWidget
{
    Q_OBJECT

public:
    explicit ReportBody(QWidget* parent = nullptr);
    void show(const std::shared_ptr<const models::ReportView>& view);

private:
    QWidget* buildTiles();
    QWidget* buildCharts();
    QWidget* buildTabs();
    void showTiles(const report::Report& report);
    void showPercentiles(int step);
    void showCourses(const report::Report& report);
    void showSample(const report::Sample* sample);

    std::shared_ptr<const models::ReportView> m_view;
    models::RulesModel* m_rules;
    models::StepTableModel* m_stepModel;
    models::ErrorModel* m_errors;
    models::PhaseModel* m_phases;
    models::SkippedModel* m_skipped;
    models::SampleModel* m_samples;
    models::EventModel* m_events;
    models::KeyValueModel* m_fingerprint;
    models::KeyValueModel* m_generator;
    Tile* m_requestTile = nullptr;
    Tile* m_rateTile = nullptr;
    Tile* m_p50Tile = nullptr;
    Tile* m_p95Tile = nullptr;
    Tile* m_p99Tile = nullptr;
    Tile* m_errorTile = nullptr;
    TableView* m_steps = nullptr;
    PercentilePlot* m_percentiles = nullptr;
    TimePlot* m_latency = nullptr;
    TimePlot* m_rate = nullptr;
    TimePlot* m_users = nullptr;
    StackedTimePlot* m_outcomes = nullptr;
    ChartFrame* m_percentileChart = nullptr;
    ChartFrame* m_latencyChart = nullptr;
    ChartFrame* m_rateChart = nullptr;
    ChartFrame* m_usersChart = nullptr;
    ChartFrame* m_outcomeChart = nullptr;
    QTabWidget* m_tabs = nullptr;
    QPlainTextEdit* m_sampleText = nullptr;
    QPlainTextEdit* m_scenarioText = nullptr;
};

} // namespace plumb::ui
