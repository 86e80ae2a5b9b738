// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot.h"
#include "ui/charts/timeitems.h"

class QCPBars;

namespace plumb::ui {

/// Parts of a whole over time, such as outcomes per second, as stacked columns.
class StackedTimePlot : public Plot
{
    Q_OBJECT

public:
    explicit StackedTimePlot(QWidget* parent = nullptr);

    /// From the bottom up. All series share the times of the first.
    void setSeries(std::vector<TimeSeries> series);
    [[nodiscard]] const std::vector<TimeSeries>& series() const { return m_series; }
    void setUnit(const QString& unit);
    // As those of TimePlot.
    void setPhases(std::vector<PhaseSpan> phases);
    void setMarks(std::vector<TimeMark> marks);
    void setPlannedEnd(std::optional<double> seconds);

    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] bool isEmpty() const override;

protected:
    [[nodiscard]] AxisRange fullRange() const override;
    void applyTheme(const Theme& theme) override;
    void rangeChanged() override;
    [[nodiscard]] std::optional<PlotReadout> readoutAt(double x) const override;
    [[nodiscard]] std::optional<double> neighbour(double x, int direction) const override;

private:
    std::vector<TimeSeries> m_series;
    std::vector<QCPBars*> m_bars;
    TimeItems m_items;
    std::optional<double> m_plannedEnd;
    QString m_unit;
};

} // namespace plumb::ui
