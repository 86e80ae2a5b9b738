// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportcharts.h"

#include "ui/charts/chartframe.h"
#include "ui/charts/heatmapplot.h"
#include "ui/charts/linkplots.h"
#include "ui/charts/percentileplot.h"
#include "ui/charts/stackedtimeplot.h"
#include "ui/charts/timeplot.h"
#include "ui/models/captions.h"
#include "ui/models/limittext.h"
#include "ui/models/words.h"
#include "ui/monitors/monitorcharts.h"
#include "ui/report/endingschart.h"
#include "ui/shell/theme.h"

#include <QGridLayout>

namespace plumb::ui {

namespace {

constexpr int chartHeight = 220;
constexpr int percentileHeight = 260;

PercentileSeries curve(
    const QString& name, SeriesColor color, SeriesLook look, const models::PercentileCurve& curve)
{
    return {name, color, look, curve.percentile, curve.value, static_cast<std::uint64_t>(curve.count)};
}

/// Absolute limits on percentiles of the whole run.
std::vector<LimitLine> latencyLimits(const std::vector<report::JudgedRule>& rules)
{
    static const std::string prefix = "latency_ms.p";
    std::vector<LimitLine> lines;
    for (const auto& rule : rules) {
        if (rule.of != "run" || rule.metric.compare(0, prefix.size(), prefix) != 0 || !rule.against.empty())
            continue;
        const auto percentile = QString::fromStdString(rule.metric.substr(prefix.size() - 1))
                                    .replace(QLatin1Char('_'), QLatin1Char('.'));
        const auto add = [&](const std::string& limit, LimitLine::Level level) {
            if (const auto value = models::limitNumber(limit))
                lines.push_back(
                    {*value, percentile + QLatin1Char(' ') + models::limitText(limit, rule.unit), level});
        };
        add(rule.warn, LimitLine::Level::warn);
        add(rule.fail, LimitLine::Level::fail);
    }
    return lines;
}

TimePlot* timePlot(const QString& unit, const QString& title)
{
    auto* plot = new TimePlot;
    plot->setUnit(unit);
    plot->setYTitle(title);
    return plot;
}

} // namespace

ReportCharts::ReportCharts(QWidget* parent)
    : QWidget(parent)
    , m_percentiles(new PercentilePlot)
    , m_latency(timePlot(tr("ms"), tr("response time (ms)")))
    , m_rate(timePlot(tr("1/s"), tr("per second")))
    , m_users(timePlot(QString(), tr("active users")))
    , m_heatMap(new HeatMapPlot)
    , m_outcomeChart(new EndingsChart(this))
    , m_outcomes(m_outcomeChart->stack())
{
    m_percentiles->setUnit(tr("ms"));
    m_percentiles->setYTitle(tr("response time (ms)"));
    m_heatMap->setYTitle(tr("response time (ms)"));
    m_users->setWholeNumbers();
    m_percentileChart = addFrame(tr("Percentiles"), m_percentiles);
    m_latencyChart = addFrame(tr("Latency over time"), m_latency);
    m_heatChart = addFrame(tr("Latency heat map"), m_heatMap);
    m_rateChart = addFrame(tr("Rate"), m_rate);
    addFrame(m_outcomeChart);
    m_usersChart = addFrame(tr("Users"), m_users);
    m_percentileChart->setMinimumHeight(percentileHeight);
    for (auto* frame : {m_percentileChart, m_latencyChart, m_heatChart})
        frame->setMetric(QStringLiteral("latency_ms"));
    m_rateChart->setMetric(QStringLiteral("rps"));
    m_usersChart->setMetric(QStringLiteral("users"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space3);
    layout->addWidget(m_percentileChart, 0, 0, 1, 2);
    layout->addWidget(m_latencyChart, 1, 0);
    layout->addWidget(m_heatChart, 1, 1);
    layout->addWidget(m_rateChart, 2, 0);
    layout->addWidget(m_outcomeChart, 2, 1);
    layout->addWidget(m_usersChart, 3, 0, 1, 2);
    m_monitors = new MonitorCharts;
    layout->addWidget(m_monitors, 4, 0, 1, 2);
    for (const int column : {0, 1})
        layout->setColumnStretch(column, 1);
    std::vector<Plot*> overTime{m_latency, m_heatMap, m_rate, m_outcomes, m_users};
    for (auto* plot : m_monitors->plots())
        overTime.push_back(plot);
    linkPlots(overTime);
    for (auto* plot : overTime) {
        plot->setRangeSelection(true);
        connect(plot, &Plot::rangeSelected, this, &ReportCharts::rangeSelected);
    }
}

ChartFrame* ReportCharts::addFrame(const QString& title, Plot* plot)
{
    return addFrame(new ChartFrame(title, plot, this));
}

ChartFrame* ReportCharts::addFrame(ChartFrame* frame)
{
    frame->setMinimumHeight(chartHeight);
    m_frames.push_back(frame);
    return frame;
}

std::vector<ChartFrame*> ReportCharts::frames() const
{
    auto all = m_frames;
    for (auto* frame : m_monitors->frames())
        all.push_back(frame);
    return all;
}

void ReportCharts::show(const std::shared_ptr<const models::ReportView>& view)
{
    m_view = view;
    m_step = -1;
    showCourses(view->report);
    setRange(nullptr);
}

void ReportCharts::setStep(int step)
{
    m_step = step;
    showPercentiles();
}

void ReportCharts::setRange(const std::shared_ptr<const models::RangeFigures>& figures)
{
    m_range = figures;
    const auto range = figures ? std::optional(AxisRange{figures->range.from_s, figures->range.to_s})
                               : std::optional<AxisRange>();
    for (Plot* plot : std::initializer_list<Plot*>{m_latency, m_heatMap, m_rate, m_outcomes, m_users})
        plot->setSelectedRange(range);
    m_outcomeChart->setRange(figures);
    if (m_view) {
        const auto captions = models::courseCaptions(m_view->report, figures.get());
        m_latencyChart->setCaption(captions.latency);
        m_rateChart->setCaption(captions.rate);
        m_usersChart->setCaption(captions.users);
    }
    m_monitors->setPart(figures ? std::optional(figures->range) : std::nullopt);
    for (Plot* plot : m_monitors->plots())
        plot->setSelectedRange(range);
    showPercentiles();
}

void ReportCharts::showPercentiles()
{
    if (!m_view)
        return;
    const auto& report = m_view->report;
    const bool stepChosen = m_step >= 0 && static_cast<std::size_t>(m_step) < m_view->stepResponse.size();
    const auto step = static_cast<std::size_t>(stepChosen ? m_step : 0);
    const auto name = stepChosen ? QString::fromStdString(report.steps[step].name) : QString();
    std::vector<PercentileSeries> series;
    if (m_range) {
        series.push_back(curve(tr("run, this part"), SeriesColor::first, SeriesLook::line, m_range->curve));
        series.push_back(curve(tr("run, whole"), baselineColor, SeriesLook::ghost, m_view->response));
        if (stepChosen && step < m_range->stepCurves.size())
            series.push_back(curve(tr("%1, this part").arg(name), SeriesColor::second, SeriesLook::line,
                m_range->stepCurves[step]));
    } else {
        series.push_back(curve(tr("run"), SeriesColor::first, SeriesLook::line, m_view->response));
        if (!report.closed_model)
            series.push_back(
                curve(tr("run, service time"), SeriesColor::first, SeriesLook::ghost, m_view->service));
        if (stepChosen) {
            series.push_back(curve(name, SeriesColor::second, SeriesLook::line, m_view->stepResponse[step]));
            if (!report.closed_model)
                series.push_back(curve(tr("%1, service time").arg(name), SeriesColor::third,
                    SeriesLook::ghost, m_view->stepService[step]));
        }
    }
    m_percentiles->setSeries(std::move(series));
    m_percentileChart->setCaption(
        models::percentileCaption(m_range ? m_range->response : report.latency_ms, report.closed_model));
}

void ReportCharts::showCourses(const report::Report& report)
{
    const auto& rows = report.series;
    std::vector<PhaseSpan> phases;
    for (const auto& phase : report.phases) {
        if (phase.phase != report::Phase::measure)
            phases.push_back({phase.start_s, phase.end_s, models::phaseWord(phase.phase)});
    }
    std::vector<TimeMark> marks;
    for (const auto& event : report.events)
        marks.push_back({event.at_s, QString::fromStdString(event.text)});
    std::vector<TimeSeries> latency{{tr("max"), maxColor, SeriesLook::thin, rows.t, rows.max},
        {QStringLiteral("p99"), p99Color, SeriesLook::line, rows.t, rows.p99},
        {QStringLiteral("p95"), p95Color, SeriesLook::line, rows.t, rows.p95},
        {QStringLiteral("p50"), p50Color, SeriesLook::line, rows.t, rows.p50}};
    if (!rows.makespan.empty())
        latency.push_back({tr("burst"), SeriesColor::fourth, SeriesLook::line, rows.t, rows.makespan});
    m_latency->setSeries(std::move(latency));
    std::vector<TimeSeries> rates;
    if (!report.closed_model) {
        rates.push_back({tr("planned"), baselineColor, SeriesLook::ghost, rows.t, rows.planned_rps});
        rates.push_back({tr("iterations"), SeriesColor::second, SeriesLook::line, rows.t, rows.iterations});
    }
    rates.push_back({tr("requests"), SeriesColor::first, SeriesLook::line, rows.t, rows.rps});
    m_rate->setSeries(std::move(rates));
    m_users->setSeries({{tr("users"), SeriesColor::first, SeriesLook::step, rows.t, rows.vus}});
    m_outcomeChart->show(m_view);
    m_latency->setLimits(latencyLimits(report.judgement.rules));
    const auto annotate = [&](auto* plot) {
        plot->setPhases(phases);
        plot->setMarks(marks);
        plot->fit();
    };
    for (auto* plot : {m_latency, m_rate, m_users})
        annotate(plot);
    annotate(m_outcomes);
    m_monitors->showSeries(models::MonitorList(m_view, &m_view->report.monitors));
    // The axis of the other charts, also where a monitor read for a part of the run only.
    m_monitors->annotate(phases, marks, rows.t.empty() ? std::optional<double>() : rows.t.back());
    m_monitors->fit();
    m_heatMap->setMap(m_view->heatMap);
    m_heatChart->setCaption(models::heatMapCaption(m_view->heatMap));
    annotate(m_heatMap);
}

} // namespace plumb::ui
