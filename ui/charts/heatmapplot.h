// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot.h"
#include "ui/charts/timeitems.h"
#include "ui/models/latencyheatmap.h"

class QCPColorMap;

namespace plumb::ui {

/// Latency over time as the counts themselves: what percentile lines hide, two modes or a few stragglers,
/// stands here. The stronger a cell, the more answers; strength is logarithmic.
class HeatMapPlot : public Plot
{
    Q_OBJECT

public:
    explicit HeatMapPlot(QWidget* parent = nullptr);

    void setMap(models::LatencyHeatMap map);
    void setPhases(std::vector<PhaseSpan> phases);
    void setMarks(std::vector<TimeMark> marks);

    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] bool isEmpty() const override { return m_map.empty(); }

protected:
    [[nodiscard]] AxisRange fullRange() const override;
    void applyTheme(const Theme& theme) override;
    void rangeChanged() override;
    [[nodiscard]] std::optional<PlotReadout> readoutAt(double x) const override;
    [[nodiscard]] std::optional<double> neighbour(double x, int direction) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] std::optional<std::size_t> columnAt(double x) const;
    [[nodiscard]] double middleOf(std::size_t column) const;
    /// What a column is called, as the rows of other charts are.
    [[nodiscard]] double endOf(std::size_t column) const;

    models::LatencyHeatMap m_map;
    QCPColorMap* m_cells;
    TimeItems m_items;
};

} // namespace plumb::ui
