// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot.h"

class QCPGraph;

namespace plumb::ui {

/// Distributions over an axis of 1 / (1 - percentile), which gives the tail the room it deserves. A line
/// stops at the percentile its samples can support, and is grey where fewer than ten samples lie beyond.
class PercentilePlot : public Plot
{
    Q_OBJECT

public:
    explicit PercentilePlot(QWidget* parent = nullptr);

    void setSeries(std::vector<PercentileSeries> series);
    [[nodiscard]] const std::vector<PercentileSeries>& series() const { return m_series; }
    void setUnit(const QString& unit);

    [[nodiscard]] ChartTable table() const override;
    [[nodiscard]] bool isEmpty() const override;

protected:
    [[nodiscard]] AxisRange fullRange() const override;
    void applyTheme(const Theme& theme) override;
    void rangeChanged() override;
    [[nodiscard]] std::optional<PlotReadout> readoutAt(double x) const override;
    [[nodiscard]] std::optional<double> neighbour(double x, int direction) const override;

private:
    struct Line
    {
        QCPGraph* body = nullptr;
        QCPGraph* tail = nullptr;
    };
    std::vector<PercentileSeries> m_series;
    std::vector<Line> m_lines;
    QString m_unit;
};

} // namespace plumb::ui
