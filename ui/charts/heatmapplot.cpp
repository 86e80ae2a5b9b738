// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heatmapplot.h"

#include "ui/charts/qcustomplot.h"
#include "ui/charts/tickers.h"
#include "ui/models/format.h"

#include <QKeyEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::ui {

namespace {

/// From few to many answers, readable without telling red from green: the ends of viridis, which keep their
/// distance from the surface they stand on.
QCPColorGradient gradientFor(const Theme& theme)
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const std::pair<double, const char*> rising[]{
        {0.0, "#414487"}, {0.33, "#2A788E"}, {0.66, "#22A884"}, {1.0, "#FDE725"}};
    const std::pair<double, const char*> falling[]{
        {0.0, "#A8DB8B"}, {0.33, "#22A884"}, {0.66, "#2A788E"}, {1.0, "#3B1C5A"}};
    for (const auto& [at, color] : theme.dark ? rising : falling)
        gradient.setColorStopAt(at, QColor(QLatin1String(color)));
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    return gradient;
}

} // namespace

HeatMapPlot::HeatMapPlot(QWidget* parent)
    : Plot(parent)
    , m_cells(new QCPColorMap(plot()->xAxis, plot()->yAxis))
    , m_items(plot())
{
    connect(plot(), &QCustomPlot::afterLayout, this, [this] { m_items.fit(); });
    plot()->xAxis->setTicker(QSharedPointer<TimeTicker>::create());
    m_cells->setInterpolate(false);
    m_cells->setTightBoundary(false);
    m_cells->setDataScaleType(QCPAxis::stLogarithmic);
    m_cells->removeFromLegend();
    setLogScale(true);
}

void HeatMapPlot::setMap(models::LatencyHeatMap map)
{
    m_map = std::move(map);
    const auto bands = static_cast<int>(m_map.bands());
    const auto columns = m_map.empty() ? 0 : static_cast<int>(m_map.columns.size());
    auto* data = m_cells->data();
    data->setSize(columns, bands);
    if (columns > 0) {
        const auto& edges = m_map.edges_ms;
        data->setKeyRange({middleOf(0), middleOf(m_map.columns.size() - 1)});
        // The middles of the outer bands on the logarithmic axis.
        data->setValueRange(
            {std::sqrt(edges[0] * edges[1]), std::sqrt(edges[edges.size() - 2] * edges.back())});
        for (int x = 0; x < columns; ++x) {
            for (int y = 0; y < bands; ++y) {
                const auto count
                    = m_map.columns[static_cast<std::size_t>(x)].counts[static_cast<std::size_t>(y)];
                data->setCell(
                    x, y, count > 0 ? static_cast<double>(count) : std::numeric_limits<double>::quiet_NaN());
            }
        }
        m_cells->setDataRange({1.0, std::max(2.0, static_cast<double>(m_map.largest))});
    }
    dataChanged();
    rangeChanged();
}

void HeatMapPlot::setPhases(std::vector<PhaseSpan> phases)
{
    m_items.setPhases(std::move(phases));
    m_items.rebuild(theme(), font());
    replotSoon();
}

void HeatMapPlot::setMarks(std::vector<TimeMark> marks)
{
    m_items.setMarks(std::move(marks));
    m_items.rebuild(theme(), font());
    replotSoon();
}

AxisRange HeatMapPlot::fullRange() const
{
    return {m_map.start_s, m_map.start_s + static_cast<double>(m_map.columns.size()) * m_map.interval_s};
}

void HeatMapPlot::applyTheme(const Theme& theme)
{
    m_cells->setGradient(gradientFor(theme));
    m_items.rebuild(theme, font());
}

void HeatMapPlot::rangeChanged()
{
    if (!m_map.empty())
        setYRange({m_map.edges_ms.front(), m_map.edges_ms.back()});
}

double HeatMapPlot::middleOf(std::size_t column) const
{
    return m_map.start_s + (static_cast<double>(column) + 0.5) * m_map.interval_s;
}

double HeatMapPlot::endOf(std::size_t column) const
{
    return m_map.start_s + static_cast<double>(column + 1) * m_map.interval_s;
}

std::optional<std::size_t> HeatMapPlot::columnAt(double x) const
{
    if (m_map.empty())
        return std::nullopt;
    const auto place = std::floor((x - m_map.start_s) / m_map.interval_s);
    return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(m_map.columns.size() - 1)));
}

std::optional<PlotReadout> HeatMapPlot::readoutAt(double x) const
{
    const auto index = columnAt(x);
    if (!index)
        return std::nullopt;
    const auto& column = m_map.columns[*index];
    PlotReadout readout;
    readout.x = middleOf(*index);
    readout.heading = timeLabel(endOf(*index), 1.0);
    readout.lines.push_back({tr("answers"), models::count(column.total), theme().muted, std::nullopt});
    const auto add = [&](const QString& name, SeriesColor color, std::optional<double> ms) {
        if (ms)
            readout.lines.push_back({name, models::latency(ms), colorOf(color), ms});
    };
    add(tr("max"), maxColor, column.max);
    add(QStringLiteral("p99"), p99Color, column.p99);
    add(QStringLiteral("p95"), p95Color, column.p95);
    add(QStringLiteral("p50"), p50Color, column.p50);
    return readout;
}

std::optional<double> HeatMapPlot::neighbour(double x, int direction) const
{
    const auto index = columnAt(x);
    if (!index)
        return std::nullopt;
    const auto next = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(*index) + direction, 0,
        static_cast<std::ptrdiff_t>(m_map.columns.size()) - 1);
    return middleOf(static_cast<std::size_t>(next));
}

void HeatMapPlot::keyPressEvent(QKeyEvent* event)
{
    // The bands are equal on a logarithmic axis only.
    if (event->key() == Qt::Key_L)
        return;
    Plot::keyPressEvent(event);
}

ChartTable HeatMapPlot::table() const
{
    ChartTable table;
    table.headers << tr("Time, s") << tr("Answers") << tr("p50, ms") << tr("p95, ms") << tr("p99, ms")
                  << tr("max, ms");
    for (std::size_t i = 0; i < m_map.columns.size(); ++i) {
        const auto& column = m_map.columns[i];
        table.rows.push_back(
            {endOf(i), static_cast<double>(column.total), column.p50, column.p95, column.p99, column.max});
    }
    return table;
}

} // namespace plumb::ui
