// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/livecharts.h"

#include "ui/charts/chartframe.h"
#include "ui/charts/linkplots.h"
#include "ui/charts/stackedtimeplot.h"
#include "ui/charts/timeplot.h"
#include "ui/models/captions.h"
#include "ui/models/words.h"
#include "ui/monitors/monitorcharts.h"
#include "ui/shell/theme.h"

#include <QComboBox>
#include <QGridLayout>

#include <algorithm>
#include <cmath>

namespace plumb::ui {

namespace {

constexpr int chartHeight = 210;

bool anyKnown(const std::vector<double>& values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

bool anyAboveZero(const std::vector<double>& values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return value > 0.0; });
}

} // namespace

LiveCharts::LiveCharts(QWidget* parent)
    : QWidget(parent)
    , m_rate(new TimePlot)
    , m_latency(new TimePlot)
    , m_users(new TimePlot)
    , m_outcomes(new StackedTimePlot)
    , m_rateChart(new ChartFrame(tr("Rate"), m_rate))
    , m_latencyChart(new ChartFrame(tr("Latency"), m_latency))
    , m_userChart(new ChartFrame(tr("Users"), m_users))
    , m_outcomeChart(new ChartFrame(tr("Outcomes"), m_outcomes))
    , m_monitors(new MonitorCharts)
    , m_window(makeWindowBox())
{
    m_rate->setUnit(tr("1/s"));
    m_rate->setYTitle(tr("per second"));
    m_latency->setUnit(tr("ms"));
    m_latency->setYTitle(tr("response time (ms)"));
    m_users->setYTitle(tr("active users"));
    m_users->setWholeNumbers();
    m_outcomes->setUnit(tr("1/s"));
    m_outcomes->setYTitle(tr("requests per second"));
    m_latencyChart->addControl(m_window);
    m_rateChart->setMetric(QStringLiteral("rps"));
    m_latencyChart->setMetric(QStringLiteral("latency_ms"));
    m_userChart->setMetric(QStringLiteral("users"));
    m_outcomeChart->setMetric(QStringLiteral("errors"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space3);
    layout->addWidget(m_rateChart, 0, 0);
    layout->addWidget(m_latencyChart, 0, 1);
    layout->addWidget(m_userChart, 1, 0);
    layout->addWidget(m_outcomeChart, 1, 1);
    layout->addWidget(m_monitors, 2, 0, 1, 2);
    for (auto* chart : {m_rateChart, m_latencyChart, m_userChart, m_outcomeChart})
        chart->setMinimumHeight(chartHeight);
    for (const int column : {0, 1})
        layout->setColumnStretch(column, 1);
    std::vector<Plot*> all{m_rate, m_latency, m_users, m_outcomes};
    for (auto* plot : m_monitors->plots())
        all.push_back(plot);
    linkPlots(all);
}

QComboBox* LiveCharts::makeWindowBox()
{
    auto* box = new QComboBox;
    box->setAccessibleName(tr("Time that each percentile covers"));
    box->setToolTip(tr("Each point of the curves is a percentile of all answers of this long before it"));
    for (const int seconds : models::liveWindows)
        box->addItem(tr("over %1 s").arg(seconds));
    connect(box, &QComboBox::currentIndexChanged, this, &LiveCharts::windowChosen);
    return box;
}

void LiveCharts::showRun(const models::LiveSnapshot& run)
{
    showRate(run);
    showLatency(run.series);
    m_users->setSeries({{tr("users"), SeriesColor::first, SeriesLook::step, run.series.t, run.series.users}});
    m_userChart->setCaption(models::usersCaption(run.series.users));
    showOutcomes(run);
    m_monitors->showSeries(run.monitors);
    showItems(run);
}

void LiveCharts::showRate(const models::LiveSnapshot& run)
{
    const auto& rows = run.series;
    const auto planned = anyKnown(rows.planned);
    std::vector<TimeSeries> rates;
    if (planned)
        rates.push_back({tr("planned"), baselineColor, SeriesLook::ghost, rows.t, rows.planned});
    if (!run.oneRequestPerIteration)
        rates.push_back({tr("iterations"), SeriesColor::second, SeriesLook::line, rows.t, rows.iterations});
    rates.push_back({tr("requests"), SeriesColor::first, SeriesLook::line, rows.t, rows.rps});
    m_rate->setSeries(std::move(rates));
    m_rateChart->setCaption(models::liveRateCaption(run));
}

void LiveCharts::showLatency(const models::LiveSeries& rows)
{
    const auto window = static_cast<std::size_t>(std::max(0, m_window->currentIndex()));
    // Rows of a long run are longer than a second, and nothing finer is kept.
    m_window->setItemText(0, tr("over %1 s").arg(std::lround(std::max(1.0, rows.interval_s))));
    const auto& latency = rows.latency[window];
    std::vector<TimeSeries> series{{tr("max"), maxColor, SeriesLook::thin, rows.t, latency.max},
        {QStringLiteral("p99"), p99Color, SeriesLook::line, rows.t, latency.p99},
        {QStringLiteral("p95"), p95Color, SeriesLook::line, rows.t, latency.p95},
        {QStringLiteral("p50"), p50Color, SeriesLook::line, rows.t, latency.p50}};
    if (anyKnown(rows.makespan))
        series.push_back({tr("burst"), SeriesColor::fourth, SeriesLook::line, rows.t, rows.makespan});
    m_latency->setSeries(std::move(series));
    m_latencyChart->setCaption(models::latencyCaption(rows.t, latency.p95));
}

void LiveCharts::showOutcomes(const models::LiveSnapshot& run)
{
    std::vector<TimeSeries> outcomes;
    int color = 0;
    for (int i = 0; i < report::outcomeCount; ++i) {
        const auto& values = run.series.outcomes[static_cast<std::size_t>(i)];
        if (i > 0 && !anyAboveZero(values))
            continue;
        outcomes.push_back({models::outcomeWord(static_cast<report::Outcome>(i)),
            static_cast<SeriesColor>(std::min(color++, static_cast<int>(SeriesColor::muted))),
            SeriesLook::line, run.series.t, values});
    }
    m_outcomes->setSeries(std::move(outcomes));
    m_outcomeChart->setCaption(models::outcomeCaption(run.allFinished, run.allFailed, run.dropped));
}

void LiveCharts::showItems(const models::LiveSnapshot& run)
{
    std::vector<PhaseSpan> phases;
    for (const auto& phase : run.phases) {
        if (phase.phase != report::Phase::measure)
            phases.push_back({phase.start_s, phase.end_s, models::phaseWord(phase.phase)});
    }
    std::vector<TimeMark> marks;
    for (const auto& event : run.events) {
        if (event.kind != QLatin1String("state"))
            marks.push_back({event.at_s, event.text});
    }
    const auto fill = [&](auto* plot) {
        plot->setPhases(phases);
        plot->setMarks(marks);
        plot->setPlannedEnd(run.total_s);
    };
    for (auto* plot : {m_rate, m_latency, m_users})
        fill(plot);
    fill(m_outcomes);
    m_monitors->annotate(phases, marks, run.total_s);
}

} // namespace plumb::ui
