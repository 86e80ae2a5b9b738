// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportrange.h"

#include <QWidget>

class QPlainTextEdit;
class QTabWidget;

namespace plumb::models {
class ErrorModel;
class EventModel;
class KeyValueModel;
class PhaseModel;
class ReportRangeLoader;
class RulesModel;
class SampleModel;
class SkippedModel;
class StepTableModel;
} // namespace plumb::models

namespace plumb::ui {

class RangeBar;
class ReportCharts;
class TableView;
class Tile;

/// The evidence of a report below its verdict: rules, figures, steps, distributions, courses, details.
class ReportBody : public QWidget
{
    Q_OBJECT

public:
    explicit ReportBody(QWidget* parent = nullptr);
    void show(const std::shared_ptr<const models::ReportView>& view);

private:
    QWidget* buildTiles();
    QWidget* buildTabs();
    void selectRange(const std::optional<models::TimeRange>& range);
    void showRange(const std::shared_ptr<const models::RangeFigures>& figures);
    void showTiles(const report::Report& report, const models::RangeFigures* range);
    void showSamples();
    void showDifference(const report::Sample& first, const report::Sample& second);

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
    models::ReportRangeLoader* m_ranges;
    RangeBar* m_rangeBar;
    ReportCharts* m_charts;
    Tile* m_requestTile = nullptr;
    Tile* m_rateTile = nullptr;
    Tile* m_p50Tile = nullptr;
    Tile* m_p95Tile = nullptr;
    Tile* m_p99Tile = nullptr;
    Tile* m_errorTile = nullptr;
    TableView* m_steps = nullptr;
    TableView* m_sampleTable = nullptr;
    QTabWidget* m_tabs = nullptr;
    QPlainTextEdit* m_sampleText = nullptr;
    QPlainTextEdit* m_scenarioText = nullptr;
};

} // namespace plumb::ui
