// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/percentileplot.h"

#include "ui/charts/tickers.h"

#include "ui/charts/qcustomplot.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plumb::ui {

namespace {

// Fewer values than this beyond a percentile say little about it.
constexpr double trustedBeyond = 10.0;

QString percentText(double percentile)
{
    const double percent = 100.0 * percentile;
    // As many digits as the nines need: 99.9 %, 99.99 %.
    const int decimals = percentile >= 1.0
        ? 0
        : std::clamp(int(std::ceil(-std::log10(1.0 - percentile) - 2.0 - 1e-9)), 1, 6);
    QString text = QLocale().toString(percent, 'f', decimals);
    return text + QStringLiteral(" %");
}

} // namespace

PercentilePlot::PercentilePlot(QWidget* parent)
    : Plot(parent)
{
    plot()->xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot()->xAxis->setTicker(QSharedPointer<PercentileTicker>::create());
    plot()->xAxis->grid()->setVisible(true);
    setXTitle(tr("Percentile of requests"));
}

void PercentilePlot::setSeries(std::vector<PercentileSeries> series)
{
    m_series = std::move(series);
    plot()->clearGraphs();
    m_lines.clear();
    for (const PercentileSeries& one : m_series) {
        Line line;
        line.body = plot()->addGraph();
        line.body->setName(one.name);
        line.tail = plot()->addGraph();
        line.tail->removeFromLegend();
        const double samples = static_cast<double>(one.samples);
        const std::size_t count = std::min(one.percentile.size(), one.value.size());
        bool inTail = false;
        for (std::size_t i = 0; i < count; ++i) {
            const double p = one.percentile[i];
            if (!(p >= 0.0) || p >= 1.0) {
                continue;
            }
            const double x = tailFactor(p);
            if (x > samples) {
                break;
            }
            const bool weak = samples * (1.0 - p) < trustedBeyond;
            if (weak && !inTail && !line.body->data()->isEmpty()) {
                // The grey part takes off where the trusted one ends.
                const auto last = std::prev(line.body->data()->constEnd());
                line.tail->addData(last->key, last->value);
            }
            inTail = weak;
            (weak ? line.tail : line.body)->addData(x, one.value[i]);
        }
        m_lines.push_back(line);
    }
    applyTheme(theme());
    dataChanged();
}

void PercentilePlot::setUnit(const QString& unit)
{
    m_unit = unit;
}

bool PercentilePlot::isEmpty() const
{
    return std::all_of(
        m_series.begin(), m_series.end(), [](const PercentileSeries& one) { return one.percentile.empty(); });
}

AxisRange PercentilePlot::fullRange() const
{
    AxisRange range{1.0, 10.0};
    for (const Line& line : m_lines) {
        for (const QCPGraph* graph : {line.body, line.tail}) {
            if (!graph->data()->isEmpty()) {
                range.upper = std::max(range.upper, std::prev(graph->data()->constEnd())->key);
            }
        }
    }
    return range;
}

void PercentilePlot::applyTheme(const Theme& theme)
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].tail->setPen(QPen(theme.muted, 1, Qt::DotLine));
    }
}

void PercentilePlot::rangeChanged()
{
    std::optional<AxisRange> extent;
    std::vector<EndLabel> labels;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        applyLook(m_lines[i].body, m_series[i].color, m_series[i].look);
        std::optional<double> last;
        for (const QCPGraph* graph : {m_lines[i].body, m_lines[i].tail}) {
            for (const QCPGraphData& point : *graph->data()) {
                if (point.key < visibleRange().lower || point.key > visibleRange().upper) {
                    continue;
                }
                last = point.value;
                extent = extent
                    ? AxisRange{std::min(extent->lower, point.value), std::max(extent->upper, point.value)}
                    : AxisRange{point.value, point.value};
            }
        }
        if (last) {
            labels.push_back({m_series[i].name, colorOf(m_series[i].color), *last});
        }
    }
    setEndLabels(labels);
    if (!extent) {
        setYRange({0.0, 1.0});
    } else if (logScale()) {
        setYRange({std::max(extent->lower, 1e-6) / 1.2, std::max(extent->upper, 1e-5) * 1.2});
    } else {
        setYRange(valueRange(*extent, zeroBased()));
    }
}

std::optional<PlotReadout> PercentilePlot::readoutAt(double x) const
{
    if (isEmpty() || x < 1.0) {
        return std::nullopt;
    }
    PlotReadout readout;
    readout.x = x;
    const double percentile = percentileOfTail(x);
    readout.heading = percentText(percentile);
    for (const PercentileSeries& one : m_series) {
        // The value at a percentile is that of the first step at or beyond it.
        const auto found = std::lower_bound(one.percentile.begin(), one.percentile.end(), percentile - 1e-12);
        const auto index = static_cast<std::size_t>(found - one.percentile.begin());
        if (found == one.percentile.end() || index >= one.value.size()
            || x > static_cast<double>(one.samples)) {
            continue;
        }
        readout.lines.push_back(
            {one.name, readoutText(one.value[index], m_unit), colorOf(one.color), one.value[index]});
    }
    return readout;
}

std::optional<double> PercentilePlot::neighbour(double x, int direction) const
{
    if (isEmpty()) {
        return std::nullopt;
    }
    // Tenths of a decade, the eye's even steps on this axis.
    const AxisRange range = fullRange();
    return std::clamp(x * std::pow(10.0, 0.1 * direction), range.lower, range.upper);
}

ChartTable PercentilePlot::table() const
{
    ChartTable table;
    table.headers << tr("Percentile, %");
    std::vector<double> percentiles;
    for (const PercentileSeries& one : m_series) {
        table.headers << (m_unit.isEmpty() ? one.name : QStringLiteral("%1, %2").arg(one.name, m_unit));
        percentiles.insert(percentiles.end(), one.percentile.begin(), one.percentile.end());
    }
    std::sort(percentiles.begin(), percentiles.end());
    percentiles.erase(std::unique(percentiles.begin(), percentiles.end()), percentiles.end());
    for (const double p : percentiles) {
        std::vector<std::optional<double>> row{100.0 * p};
        for (const PercentileSeries& one : m_series) {
            const auto found = std::lower_bound(one.percentile.begin(), one.percentile.end(), p);
            const auto index = static_cast<std::size_t>(found - one.percentile.begin());
            const bool known = found != one.percentile.end() && *found == p && index < one.value.size();
            row.push_back(known ? std::optional(one.value[index]) : std::nullopt);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace plumb::ui
