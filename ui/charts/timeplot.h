// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot.h"
#include "ui/charts/timeitems.h"

class QCPGraph;

namespace plumb::ui {

/// Courses over the time of a run.
class TimePlot : public Plot
{
    Q_OBJECT

public:
    explicit TimePlot(QWidget* parent = nullptr);

    /// Replaces all series.
    void setSeries(std::vector<TimeSeries> series);
    /// Adds one point at @p t to every series, @p values in their order; NaN is a gap. Cheap: for each tick.
    void append(double t, const std::vector<double>& values);
    [[nodiscard]] const std::vector<TimeSeries>& series() const { return m_series; }

    /// "ms", "1/s": in read-out and table; the axis title is set apart.
    void setUnit(const QString& unit);
    void setPhases(std::vector<PhaseSpan> phases);
    void setMarks(std::vector<TimeMark> marks);
    void setLimits(std::vector<LimitLine> limits);
    /// The x axis goes at least up to here, for runs whose end is known beforehand. Seconds.
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
    void rebuildItems();
    [[nodiscard]] const TimeSeries* longest() const;

    std::vector<TimeSeries> m_series;
    std::vector<QCPGraph*> m_graphs;
    TimeItems m_items;
    std::optional<double> m_plannedEnd;
    QString m_unit;
};

} // namespace plumb::ui
