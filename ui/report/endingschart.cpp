// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/endingschart.h"

#include "ui/charts/stackedtimeplot.h"
#include "ui/models/captions.h"
#include "ui/models/endings.h"

#include <QComboBox>

namespace plumb::ui {

namespace {

/// As many as there are colours; "ok" has the first on a chart of outcomes.
constexpr std::size_t mostOutcomes = 5;
constexpr std::size_t mostReasons = 6;
constexpr int reasonEntry = 1;

} // namespace

EndingsChart::EndingsChart(QWidget* parent)
    : EndingsChart(new StackedTimePlot, parent)
{
}

EndingsChart::EndingsChart(StackedTimePlot* plot, QWidget* parent)
    : ChartFrame(tr("Outcomes"), plot, parent)
    , m_plot(plot)
    , m_by(new QComboBox(this))
{
    plot->setUnit(tr("1/s"));
    plot->setYTitle(tr("requests per second"));
    m_by->addItems({tr("by outcome"), tr("by reason")});
    m_by->setAccessibleName(tr("Outcomes or reasons over time"));
    m_by->setToolTip(tr("What the columns are made of: how requests ended, or the reason codes their answers "
                        "gave"));
    addControl(m_by);
    connect(m_by, &QComboBox::activated, this, [this] {
        showCourses();
        showCaption();
    });
}

bool EndingsChart::byReason() const
{
    return m_by->currentIndex() == reasonEntry;
}

void EndingsChart::show(const std::shared_ptr<const models::ReportView>& view)
{
    m_view = view;
    m_range = nullptr;
    // Most runs give no reason codes: then there is nothing to choose.
    const bool reasons = !view->report.series.reasons.empty();
    m_by->setVisible(reasons);
    if (!reasons)
        m_by->setCurrentIndex(0);
    showCourses();
    showCaption();
}

void EndingsChart::setRange(const std::shared_ptr<const models::RangeFigures>& figures)
{
    m_range = figures;
    showCaption();
}

void EndingsChart::showCourses()
{
    if (!m_view)
        return;
    const auto& rows = m_view->report.series;
    const auto courses
        = byReason() ? models::reasonCourses(rows, mostReasons) : models::outcomeCourses(rows, mostOutcomes);
    std::vector<TimeSeries> series;
    // A reason has not the colour of "ok".
    auto color = static_cast<int>(byReason() ? SeriesColor::second : SeriesColor::first);
    for (const auto& course : courses) {
        series.push_back({course.name, course.rest ? SeriesColor::muted : static_cast<SeriesColor>(color++),
            SeriesLook::line, rows.t, course.per_s});
    }
    m_plot->setYTitle(byReason() ? tr("answers per second") : tr("requests per second"));
    m_plot->setSeries(std::move(series));
    setTitle(byReason() ? tr("Reasons") : tr("Outcomes"));
    setMetric(byReason() ? QStringLiteral("reasons") : QStringLiteral("errors"));
}

void EndingsChart::showCaption()
{
    if (!m_view)
        return;
    const auto& report = m_view->report;
    if (byReason())
        setCaption(models::reasonCaption(report.series, m_range.get()));
    else if (m_range)
        setCaption(models::outcomeCaption(m_range->finished, m_range->failed));
    else
        setCaption(
            models::outcomeCaption(report.totals.completed + report.totals.failed, report.totals.failed));
}

} // namespace plumb::ui
