// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartframe.h"
#include "ui/charts/series.h"
#include "ui/models/reportrange.h"

class QComboBox;

namespace plumb::ui {

class StackedTimePlot;

/// How requests ended over the time of a run, stacked: by outcome, or by the reason codes their answers gave.
class EndingsChart : public ChartFrame
{
    Q_OBJECT

public:
    explicit EndingsChart(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const models::ReportView>& view);
    /// The sentence is then of this part; null: of the whole run.
    void setRange(const std::shared_ptr<const models::RangeFigures>& figures);
    [[nodiscard]] StackedTimePlot* stack() const { return m_plot; }

private:
    explicit EndingsChart(StackedTimePlot* plot, QWidget* parent);
    [[nodiscard]] bool byReason() const;
    void showCourses();
    void showCaption();

    StackedTimePlot* m_plot;
    QComboBox* m_by;
    std::shared_ptr<const models::ReportView> m_view;
    std::shared_ptr<const models::RangeFigures> m_range;
};

} // namespace plumb::ui
