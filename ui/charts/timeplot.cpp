// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeplot.h"

#include "ui/charts/tickers.h"

#include "ui/charts/qcustomplot.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plumb::ui {

namespace {

// A limit far above the data would press the curve flat; its verdict stands elsewhere then.
constexpr double limitInView = 2.5;

QVector<double> toVector(const std::vector<double>& values)
{
    return {values.begin(), values.end()};
}

} // namespace

TimePlot::TimePlot(QWidget* parent)
    : Plot(parent)
    , m_items(plot())
{
    plot()->xAxis->setTicker(QSharedPointer<TimeTicker>::create());
    connect(plot(), &QCustomPlot::afterLayout, this, [this] { m_items.fit(); });
}

void TimePlot::setSeries(std::vector<TimeSeries> series)
{
    m_series = std::move(series);
    plot()->clearGraphs();
    m_graphs.clear();
    for (const TimeSeries& one : m_series) {
        QCPGraph* graph = plot()->addGraph();
        graph->setName(one.name);
        graph->setLineStyle(one.look == SeriesLook::step ? QCPGraph::lsStepLeft : QCPGraph::lsLine);
        graph->setData(toVector(one.t), toVector(one.y), true);
        m_graphs.push_back(graph);
    }
    applyTheme(theme());
    dataChanged();
}

void TimePlot::append(double t, const std::vector<double>& values)
{
    for (std::size_t i = 0; i < std::min(values.size(), m_series.size()); ++i) {
        m_series[i].t.push_back(t);
        m_series[i].y.push_back(values[i]);
        m_graphs[i]->addData(t, values[i]);
    }
    dataChanged();
}

void TimePlot::setUnit(const QString& unit)
{
    m_unit = unit;
}

void TimePlot::setPhases(std::vector<PhaseSpan> phases)
{
    m_items.setPhases(std::move(phases));
    rebuildItems();
}

void TimePlot::setMarks(std::vector<TimeMark> marks)
{
    m_items.setMarks(std::move(marks));
    rebuildItems();
}

void TimePlot::setLimits(std::vector<LimitLine> limits)
{
    m_items.setLimits(std::move(limits));
    rebuildItems();
    rangeChanged();
}

void TimePlot::setPlannedEnd(std::optional<double> seconds)
{
    m_plannedEnd = seconds;
    dataChanged();
}

void TimePlot::rebuildItems()
{
    m_items.rebuild(theme(), font());
    replotSoon();
}

const TimeSeries* TimePlot::longest() const
{
    const auto found = std::max_element(m_series.begin(), m_series.end(),
        [](const TimeSeries& a, const TimeSeries& b) { return a.t.size() < b.t.size(); });
    return found == m_series.end() || found->t.empty() ? nullptr : &*found;
}

bool TimePlot::isEmpty() const
{
    return longest() == nullptr;
}

AxisRange TimePlot::fullRange() const
{
    AxisRange range{0.0, m_plannedEnd.value_or(0.0)};
    for (const TimeSeries& one : m_series) {
        if (!one.t.empty()) {
            range.lower = std::min(range.lower, one.t.front());
            range.upper = std::max(range.upper, one.t.back());
        }
    }
    return range;
}

void TimePlot::applyTheme(const Theme&)
{
    rebuildItems();
}

void TimePlot::rangeChanged()
{
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        applyLook(m_graphs[i], m_series[i].color, m_series[i].look);
    }
    std::optional<AxisRange> extent;
    std::vector<EndLabel> labels;
    for (const TimeSeries& one : m_series) {
        const auto own = extentWithin(one.t, one.y, visibleRange());
        if (!own) {
            continue;
        }
        extent = extent ? AxisRange{std::min(extent->lower, own->lower), std::max(extent->upper, own->upper)}
                        : own;
        // The label stands where the line leaves the view: at its last value that is one.
        const std::size_t count = std::min(one.t.size(), one.y.size());
        for (std::size_t i = count; i-- > 0;) {
            if (one.t[i] <= visibleRange().upper && std::isfinite(one.y[i])) {
                labels.push_back({one.name, colorOf(one.color), one.y[i]});
                break;
            }
        }
    }
    setEndLabels(labels);
    if (!extent) {
        setYRange({0.0, 1.0});
        return;
    }
    for (const LimitLine& limit : m_items.limits()) {
        if (limit.value <= extent->upper * limitInView) {
            extent->upper = std::max(extent->upper, limit.value);
        }
    }
    if (logScale()) {
        const double lowest = extent->lower > 0.0 ? extent->lower : extent->upper / 1000.0;
        setYRange({std::max(lowest, 1e-6) / 1.2, std::max(extent->upper, 1e-5) * 1.2});
    } else {
        setYRange(valueRange(*extent, zeroBased()));
    }
}

std::optional<PlotReadout> TimePlot::readoutAt(double x) const
{
    const TimeSeries* base = longest();
    if (base == nullptr) {
        return std::nullopt;
    }
    const double at = base->t[*nearestIndex(base->t, x)];
    PlotReadout readout;
    readout.x = at;
    readout.heading = timeLabel(at, 1.0);
    for (const TimeSeries& one : m_series) {
        const auto index = nearestIndex(one.t, at);
        // A series that has no point near this time has no value there.
        if (!index || *index >= one.y.size()
            || std::abs(one.t[*index] - at) > 1.5 * visibleRange().span() / 100.0 + 1.0) {
            continue;
        }
        const double value = one.y[*index];
        const bool known = std::isfinite(value);
        readout.lines.push_back({one.name, known ? readoutText(value, m_unit) : QStringLiteral("–"),
            colorOf(one.color), known ? std::optional(value) : std::nullopt});
    }
    return readout;
}

std::optional<double> TimePlot::neighbour(double x, int direction) const
{
    const TimeSeries* base = longest();
    if (base == nullptr) {
        return std::nullopt;
    }
    const auto index = static_cast<std::ptrdiff_t>(*nearestIndex(base->t, x)) + direction;
    return base->t[static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(index, 0, static_cast<std::ptrdiff_t>(base->t.size()) - 1))];
}

ChartTable TimePlot::table() const
{
    ChartTable table;
    table.headers << tr("Time, s");
    // Series may have times of their own (a ghost of another run): one row per time that any of them has.
    std::vector<double> times;
    for (const TimeSeries& one : m_series) {
        table.headers << (m_unit.isEmpty() ? one.name : QStringLiteral("%1, %2").arg(one.name, m_unit));
        times.insert(times.end(), one.t.begin(), one.t.end());
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::vector<std::size_t> next(m_series.size(), 0);
    for (const double t : times) {
        std::vector<std::optional<double>> row{t};
        for (std::size_t s = 0; s < m_series.size(); ++s) {
            const TimeSeries& one = m_series[s];
            std::optional<double> cell;
            while (next[s] < one.t.size() && one.t[next[s]] <= t) {
                if (one.t[next[s]] == t && next[s] < one.y.size() && std::isfinite(one.y[next[s]])) {
                    cell = one.y[next[s]];
                }
                ++next[s];
            }
            row.push_back(cell);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace plumb::ui
