// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stackedtimeplot.h"

#include "ui/charts/stacking.h"
#include "ui/charts/tickers.h"

#include "ui/charts/qcustomplot.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plumb::ui {

namespace {

constexpr int pixelsPerColumn = 4;
constexpr int leastColumns = 60;

} // namespace

StackedTimePlot::StackedTimePlot(QWidget* parent)
    : Plot(parent)
    , m_items(plot())
{
    connect(plot(), &QCustomPlot::afterLayout, this, [this] { m_items.fit(); });
    plot()->xAxis->setTicker(QSharedPointer<TimeTicker>::create());
    setAlwaysLegend(true);
}

void StackedTimePlot::setSeries(std::vector<TimeSeries> series)
{
    const bool same = series.size() == m_series.size()
        && std::equal(series.begin(), series.end(), m_series.begin(),
            [](const TimeSeries& a, const TimeSeries& b) { return a.name == b.name && a.color == b.color; });
    m_series = std::move(series);
    if (!same) {
        plot()->clearPlottables();
        m_bars.clear();
        for (const TimeSeries& one : m_series) {
            auto* bars = new QCPBars(plot()->xAxis, plot()->yAxis);
            bars->setName(one.name);
            bars->setAntialiased(false);
            if (!m_bars.empty()) {
                bars->moveAbove(m_bars.back());
            }
            m_bars.push_back(bars);
        }
        setAlwaysLegend(true);
        applyTheme(theme());
    }
    dataChanged();
}

void StackedTimePlot::setUnit(const QString& unit)
{
    m_unit = unit;
}

void StackedTimePlot::setPhases(std::vector<PhaseSpan> phases)
{
    m_items.setPhases(std::move(phases));
    m_items.rebuild(theme(), font());
    replotSoon();
}

void StackedTimePlot::setMarks(std::vector<TimeMark> marks)
{
    m_items.setMarks(std::move(marks));
    m_items.rebuild(theme(), font());
    replotSoon();
}

void StackedTimePlot::setPlannedEnd(std::optional<double> seconds)
{
    m_plannedEnd = seconds;
    dataChanged();
}

bool StackedTimePlot::isEmpty() const
{
    return m_series.empty() || m_series.front().t.empty();
}

AxisRange StackedTimePlot::fullRange() const
{
    AxisRange range{0.0, m_plannedEnd.value_or(0.0)};
    if (!isEmpty()) {
        const auto& t = m_series.front().t;
        range.lower = std::min(range.lower, t.front() - intervalOf(t));
        range.upper = std::max(range.upper, t.back());
    }
    return range;
}

void StackedTimePlot::applyTheme(const Theme& theme)
{
    m_items.rebuild(theme, font());
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const QColor color = colorOf(m_series[i].color);
        m_bars[i]->setPen(Qt::NoPen);
        m_bars[i]->setBrush(color);
    }
}

void StackedTimePlot::rangeChanged()
{
    const int columns = std::max(leastColumns, plot()->viewport().width() / pixelsPerColumn);
    const StackedColumns stacked = stackColumns(m_series, visibleRange(), columns);
    // A row is known by its end; its column covers the time before.
    const double half = isEmpty() ? 0.0 : intervalOf(m_series.front().t) / 2.0;
    QVector<double> centres(stacked.centres.begin(), stacked.centres.end());
    for (double& centre : centres) {
        centre -= half;
    }
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        m_bars[i]->setWidth(stacked.width);
        m_bars[i]->setData(centres,
            stacked.heights.empty() ? QVector<double>()
                                    : QVector<double>(stacked.heights[i].begin(), stacked.heights[i].end()),
            true);
    }
    setYRange(valueRange({0.0, stacked.tallest()}, true));
}

std::optional<PlotReadout> StackedTimePlot::readoutAt(double x) const
{
    if (isEmpty()) {
        return std::nullopt;
    }
    const std::size_t index = *nearestIndex(m_series.front().t, x);
    PlotReadout readout;
    readout.x = m_series.front().t[index];
    readout.heading = timeLabel(readout.x, 1.0);
    // From the top down, as the eye meets them.
    for (auto one = m_series.rbegin(); one != m_series.rend(); ++one) {
        if (index < one->y.size() && std::isfinite(one->y[index])) {
            readout.lines.push_back(
                {one->name, readoutText(one->y[index], m_unit), colorOf(one->color), std::nullopt});
        }
    }
    return readout;
}

std::optional<double> StackedTimePlot::neighbour(double x, int direction) const
{
    if (isEmpty()) {
        return std::nullopt;
    }
    const auto& t = m_series.front().t;
    const auto index = static_cast<std::ptrdiff_t>(*nearestIndex(t, x)) + direction;
    return t[static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(index, 0, static_cast<std::ptrdiff_t>(t.size()) - 1))];
}

ChartTable StackedTimePlot::table() const
{
    ChartTable table;
    table.headers << tr("Time, s");
    for (const TimeSeries& one : m_series) {
        table.headers << (m_unit.isEmpty() ? one.name : QStringLiteral("%1, %2").arg(one.name, m_unit));
    }
    for (std::size_t i = 0; !isEmpty() && i < m_series.front().t.size(); ++i) {
        std::vector<std::optional<double>> row{m_series.front().t[i]};
        for (const TimeSeries& one : m_series) {
            const bool known = i < one.y.size() && std::isfinite(one.y[i]);
            row.push_back(known ? std::optional(one.y[i]) : std::nullopt);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace plumb::ui
