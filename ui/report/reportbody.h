// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportrange.h"

#include <QWidget>

class QPlainTextEdit;
class QSplitter;
class QTabWidget;

namespace plumb::models {
class ErrorModel;
class EventModel;
class KeyValueModel;
class MonitorModel;
class PhaseModel;
class ReportRangeLoader;
class RulesModel;
class SampleModel;
class SkippedModel;
class StepTableModel;
struct NothingMeasured;
} // namespace plumb::models

namespace plumb::ui {

class EmptyState;
class RangeBar;
class ReportCharts;
class SectionHeader;
class TableView;
class Tile;
class TrustPanel;
class ViewMemory;

/// The evidence of a report below its verdict: rules, figures, steps, distributions, courses, details.
class ReportBody : public QWidget
{
    Q_OBJECT

public:
    explicit ReportBody(QWidget* parent = nullptr);
    /// Columns and splitters are kept in @p memory from now on.
    void keepLayout(ViewMemory& memory);
    void show(const std::shared_ptr<const models::ReportView>& view);
    /// The part of the run that is shown; null: the whole.
    [[nodiscard]] const std::shared_ptr<const models::RangeFigures>& range() const { return m_range; }
    /// Shows a part of the run, or the whole, and tells nobody.
    void setRange(const std::optional<models::TimeRange>& range);
    [[nodiscard]] const ReportCharts& charts() const { return *m_charts; }

Q_SIGNALS:
    /// The user chose a part of the run; nothing: the whole.
    void rangeChosen(const std::optional<plumb::models::TimeRange>& range);

private:
    QWidget* buildTiles();
    QWidget* buildTabs();
    void selectRange(const std::optional<models::TimeRange>& range);
    void showRange(const std::shared_ptr<const models::RangeFigures>& figures);
    void showTiles(const report::Report& report, const models::RangeFigures* range);
    /// In the place of the figures and charts of a run that measured nothing.
    void showNothing(const std::optional<models::NothingMeasured>& nothing);
    /// Why tables are empty.
    void showGaps(bool part);
    void showSamples();
    void showDifference(const report::Sample& first, const report::Sample& second);

    std::shared_ptr<const models::ReportView> m_view;
    std::shared_ptr<const models::RangeFigures> m_range;
    models::RulesModel* m_rules;
    models::StepTableModel* m_stepModel;
    models::ErrorModel* m_errors;
    models::PhaseModel* m_phases;
    models::SkippedModel* m_skipped;
    models::SampleModel* m_samples;
    models::EventModel* m_events;
    models::MonitorModel* m_monitors;
    models::KeyValueModel* m_fingerprint;
    models::KeyValueModel* m_generator; ///< how it was set up
    TrustPanel* m_trust = nullptr;
    models::ReportRangeLoader* m_ranges;
    RangeBar* m_rangeBar;
    ReportCharts* m_charts;
    Tile* m_requestTile = nullptr;
    Tile* m_rateTile = nullptr;
    Tile* m_p50Tile = nullptr;
    Tile* m_p95Tile = nullptr;
    Tile* m_p99Tile = nullptr;
    Tile* m_errorTile = nullptr;
    Tile* m_makespanTile = nullptr; ///< of bursts and shared iterations
    EmptyState* m_nothing = nullptr;
    QWidget* m_tiles = nullptr;
    SectionHeader* m_stepsHeader = nullptr;
    TableView* m_ruleTable = nullptr;
    TableView* m_steps = nullptr;
    TableView* m_errorTable = nullptr;
    TableView* m_sampleTable = nullptr;
    TableView* m_phaseTable = nullptr;
    TableView* m_skippedTable = nullptr;
    TableView* m_eventTable = nullptr;
    TableView* m_monitorTable = nullptr;
    QSplitter* m_sampleSplit = nullptr;
    QSplitter* m_environmentSplit = nullptr;
    QTabWidget* m_tabs = nullptr;
    QPlainTextEdit* m_sampleText = nullptr;
    QPlainTextEdit* m_scenarioText = nullptr;
};

} // namespace plumb::ui
