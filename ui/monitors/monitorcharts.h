// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/series.h"
#include "ui/models/monitorgroups.h"
#include "ui/models/reportrange.h"

#include <QWidget>

#include <array>
#include <optional>

class QComboBox;

namespace plumb::ui {

class ChartFrame;
class Plot;
class TimePlot;

/// Two charts of what the monitors of a run read, each of a figure that can be chosen. Not to be seen where
/// nothing was watched.
class MonitorCharts : public QWidget
{
    Q_OBJECT

public:
    explicit MonitorCharts(QWidget* parent = nullptr);

    /// Null or an empty list: nothing was watched. What the user chose stays where the new run has it.
    void showSeries(const models::MonitorList& series);
    /// The part of the run that the captions speak of; nothing: the measure phase.
    void setPart(const std::optional<models::TimeRange>& part);
    void annotate(const std::vector<PhaseSpan>& phases, const std::vector<TimeMark>& marks,
        std::optional<double> plannedEnd = {});
    void fit();

    [[nodiscard]] std::vector<Plot*> plots() const;
    /// Those that show something.
    [[nodiscard]] std::vector<ChartFrame*> frames() const;

private:
    struct Side
    {
        TimePlot* plot = nullptr;
        ChartFrame* frame = nullptr;
        QComboBox* choice = nullptr;
        QString chosen; ///< key of the group that the user chose; empty: the first one
    };
    void fillChoice(Side& side, int first);
    void draw(const Side& side);
    void showCaption(const Side& side);

    models::MonitorList m_series;
    std::optional<models::TimeRange> m_part;
    std::vector<models::MonitorGroup> m_groups;
    std::array<Side, 2> m_sides;
};

} // namespace plumb::ui
