// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runview.h"

#include "ui/charts/chartframe.h"
#include "ui/charts/linkplots.h"
#include "ui/charts/stackedtimeplot.h"
#include "ui/charts/timeplot.h"
#include "ui/models/captions.h"
#include "ui/models/eventmodel.h"
#include "ui/models/format.h"
#include "ui/models/keyvaluemodel.h"
#include "ui/models/livestepmodel.h"
#include "ui/models/samplemodel.h"
#include "ui/models/words.h"
#include "ui/shell/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/verdictbadge.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>

#include <algorithm>
#include <cmath>

namespace plumb::ui {

namespace {

/// The last minute of a course, for a tile.
QList<double> recent(const std::vector<double>& values)
{
    constexpr std::ptrdiff_t rows = 60;
    const auto first = std::max<std::ptrdiff_t>(0, std::ssize(values) - rows);
    return {values.begin() + first, values.end()};
}

bool anyKnown(const std::vector<double>& values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

} // namespace

RunView::RunView(QWidget* parent)
    : QWidget(parent)
    , m_notice(new NoticeBar(this))
    , m_steps(new models::LiveStepModel(this))
    , m_samples(new models::SampleModel(this))
    , m_events(new models::EventModel(this))
    , m_trust(new models::KeyValueModel(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space4);
    column->setSpacing(Theme::space3);
    column->addWidget(buildHeader());
    column->addWidget(m_notice);
    column->addWidget(buildResult());
    column->addWidget(buildTiles());
    column->addWidget(buildCharts(), 1);
    column->addWidget(new SectionHeader(tr("Steps"), content));
    auto* steps = new TableView(tr("Steps of the run"), content);
    steps->setModel(m_steps);
    steps->setFitRows(10);
    steps->setStretchColumn(models::LiveStepModel::Name);
    column->addWidget(steps);
    column->addWidget(buildTabs());
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("The run"));
    setFocusProxy(scroll);
    outer->addWidget(scroll);
}

QWidget* RunView::buildHeader()
{
    auto* header = new QWidget(this);
    auto* layout = new QGridLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(Theme::space1);
    m_name = new ElidedLabel;
    m_name->setFont(typeFont(TypeSize::section, font()));
    m_name->setAccessibleDescription(tr("What runs"));
    m_state = new QLabel;
    m_state->setAccessibleDescription(tr("State of the run"));
    m_time = new QLabel;
    m_time->setAccessibleDescription(tr("Time"));
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("Progress of the run"));
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(m_state, 0, 1);
    layout->addWidget(m_time, 0, 2);
    layout->setColumnStretch(0, 1);
    layout->setHorizontalSpacing(Theme::space5);
    layout->addWidget(m_progress, 1, 0, 1, 3);
    return header;
}

QWidget* RunView::buildResult()
{
    m_result = new QWidget(this);
    auto* layout = new QHBoxLayout(m_result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space3);
    m_badge = new VerdictBadge;
    m_sentence = new QLabel;
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setAccessibleDescription(tr("Verdict"));
    m_open = new QPushButton(tr("&Open report"));
    m_again = new QPushButton(tr("&New run"));
    layout->addWidget(m_badge);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_again);
    layout->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openReport(m_reportFile); });
    connect(m_again, &QPushButton::clicked, this, &RunView::newRun);
    m_result->hide();
    return m_result;
}

QWidget* RunView::buildTiles()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space2);
    const auto add = [layout](const QString& title) {
        auto* tile = new Tile(title);
        layout->addWidget(tile, 1);
        return tile;
    };
    m_rateTile = add(tr("Requests/s"));
    m_p50Tile = add(tr("p50"));
    m_p95Tile = add(tr("p95"));
    m_p99Tile = add(tr("p99"));
    m_errorTile = add(tr("Errors"));
    m_userTile = add(tr("Users"));
    for (auto* tile : {m_rateTile, m_errorTile, m_userTile})
        tile->setZeroBased(true);
    return row;
}

QWidget* RunView::buildCharts()
{
    auto* grid = new QWidget(this);
    auto* layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space3);
    m_ratePlot = new TimePlot;
    m_ratePlot->setUnit(tr("1/s"));
    m_ratePlot->setYTitle(tr("per second"));
    m_latencyPlot = new TimePlot;
    m_latencyPlot->setUnit(tr("ms"));
    m_latencyPlot->setYTitle(tr("response time (ms)"));
    m_userPlot = new TimePlot;
    m_userPlot->setYTitle(tr("active users"));
    m_outcomePlot = new StackedTimePlot;
    m_outcomePlot->setUnit(tr("1/s"));
    m_outcomePlot->setYTitle(tr("requests per second"));
    m_rateChart = new ChartFrame(tr("Rate"), m_ratePlot);
    m_latencyChart = new ChartFrame(tr("Latency"), m_latencyPlot);
    m_userChart = new ChartFrame(tr("Users"), m_userPlot);
    m_outcomeChart = new ChartFrame(tr("Outcomes"), m_outcomePlot);
    layout->addWidget(m_rateChart, 0, 0);
    layout->addWidget(m_latencyChart, 0, 1);
    layout->addWidget(m_userChart, 1, 0);
    layout->addWidget(m_outcomeChart, 1, 1);
    for (auto* chart : {m_rateChart, m_latencyChart, m_userChart, m_outcomeChart})
        chart->setMinimumHeight(210);
    for (const int column : {0, 1})
        layout->setColumnStretch(column, 1);
    linkPlots({m_ratePlot, m_latencyPlot, m_userPlot, m_outcomePlot});
    return grid;
}

QWidget* RunView::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    const auto add = [this](QAbstractItemModel* model, const QString& title, const QString& accessible) {
        auto* table = new TableView(accessible);
        table->setModel(model);
        m_tabs->addTab(table, title);
    };
    add(m_samples, tr("Failing samples"), tr("Failing samples"));
    add(m_events, tr("Events"), tr("Events of the run"));
    add(m_trust, tr("Trust"), tr("Figures of the load generator"));
    m_tabs->setMinimumHeight(200);
    m_tabs->setAccessibleName(tr("Details of the run"));
    return m_tabs;
}

void RunView::clear()
{
    m_notice->clear();
    showRun({});
}

void RunView::showRun(const models::LiveSnapshot& run)
{
    showHeader(run);
    showResult(run);
    showTiles(run);
    showCharts(run);
    m_steps->setSteps(run.steps);
    showTabs(run);
}

void RunView::showEnd(const models::LiveSnapshot& run, const QString& error)
{
    if (!error.isEmpty())
        m_notice->showNotice(NoticeBar::Level::error, error);
    m_result->show();
    m_again->show();
    if (run.stored)
        return;
    // Nothing more will come: what a run under way says of itself would stay on the screen for good.
    m_sentence->setText(tr("No report was stored."));
    m_state->setText(QStringLiteral("● ") + tr("ended"));
    if (!run.started)
        m_name->setText(tr("Not started"));
}

void RunView::showHeader(const models::LiveSnapshot& run)
{
    auto name = run.started ? run.operation : tr("Starting…");
    for (const auto& part : {run.environment, run.targetVersion, run.target}) {
        if (!part.isEmpty())
            name += QStringLiteral(" · ") + part;
    }
    m_name->setText(name);
    m_state->setText(QStringLiteral("● ") + models::stateWord(run.state));
    auto time = run.total_s && !run.finished
        ? tr("%1 of %2").arg(models::clock(run.elapsed_s), models::clock(*run.total_s))
        : models::clock(run.elapsed_s);
    if (run.eta_s && run.state != report::RunState::draining && !run.finished)
        time += QStringLiteral(" · ") + tr("%1 left").arg(models::clock(std::ceil(*run.eta_s)));
    m_time->setText(time);
    m_progress->setVisible(run.progress.has_value());
    m_progress->setValue(static_cast<int>(std::lround(run.progress.value_or(0.0) * 1000.0)));
}

void RunView::showResult(const models::LiveSnapshot& run)
{
    m_result->setVisible(run.finished);
    m_reportFile = run.stored ? QString::fromStdString(run.stored->path) : QString();
    m_open->setVisible(!m_reportFile.isEmpty());
    m_again->setVisible(run.stored.has_value());
    m_badge->setVerdict(run.stored ? std::optional(run.stored->verdict) : std::nullopt);
    m_badge->setVisible(run.stored.has_value());
    auto sentence
        = run.stored ? QString::fromStdString(run.stored->judgement.sentence) : tr("Judging and storing…");
    if (run.finished && run.endedBy != QLatin1String("schedule"))
        sentence = models::endedBySentence(run.endedBy.toStdString()) + QLatin1Char(' ') + sentence;
    m_sentence->setText(sentence);
    if (!run.error.isEmpty())
        m_notice->showNotice(NoticeBar::Level::error, run.error);
}

void RunView::showTiles(const models::LiveSnapshot& run)
{
    const auto waiting = run.count == 0 ? tr("counted from the measure phase on") : QString();
    // Over, the tiles say what was; under way, what is.
    m_rateTile->setFigure(models::rate(run.finished ? run.mean_rps : run.rps), QString());
    m_rateTile->setLimit(run.finished ? tr("mean of the measure phase")
            : run.planned_rate        ? tr("of %1 iterations planned").arg(models::rate(run.planned_rate))
                                      : QString());
    m_rateTile->setValues(recent(run.series.rps));
    const auto percentile
        = [&](Tile* tile, const models::LivePercentile& value, const std::vector<double>& course) {
              tile->setFigure(value.ms ? models::latency(value.ms) : QString());
              tile->setLimit(!value.ms || value.trusted ? waiting
                      : run.finished                    ? tr("too few requests to trust")
                                                        : tr("too few requests yet"));
              tile->setValues(recent(course));
          };
    percentile(m_p50Tile, run.p50, run.series.p50);
    percentile(m_p95Tile, run.p95, run.series.p95);
    percentile(m_p99Tile, run.p99, run.series.p99);
    m_errorTile->setFigure(run.error_rate ? models::percent(run.error_rate) : QString());
    m_errorTile->setLimit(
        run.count > 0 ? tr("%1 of %2").arg(models::count(run.failed), models::count(run.count)) : waiting);
    m_userTile->setFigure(
        run.started ? models::count(run.finished ? run.users_max : run.users) : QString(), QString());
    m_userTile->setLimit(run.dropped > 0 ? tr("%1 arrivals dropped").arg(models::count(run.dropped))
            : run.backlog > 0            ? tr("%1 arrivals waiting").arg(models::count(run.backlog))
            : run.finished               ? tr("most at a time")
                                         : QString());
    m_userTile->setValues(recent(run.series.users));
}

void RunView::showCharts(const models::LiveSnapshot& run)
{
    const auto& rows = run.series;
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
    const auto planned = anyKnown(rows.planned);
    std::vector<TimeSeries> rates;
    if (planned)
        rates.push_back({tr("planned"), baselineColor, SeriesLook::ghost, rows.t, rows.planned});
    if (!run.oneRequestPerIteration)
        rates.push_back({tr("iterations"), SeriesColor::second, SeriesLook::line, rows.t, rows.iterations});
    rates.push_back({tr("requests"), SeriesColor::first, SeriesLook::line, rows.t, rows.rps});
    m_ratePlot->setSeries(std::move(rates));
    m_rateChart->setCaption(models::rateCaption(planned ? rows.iterations : rows.rps, rows.planned));
    m_latencyPlot->setSeries({{tr("max"), maxColor, SeriesLook::thin, rows.t, rows.max},
        {QStringLiteral("p99"), p99Color, SeriesLook::line, rows.t, rows.p99},
        {QStringLiteral("p95"), p95Color, SeriesLook::line, rows.t, rows.p95},
        {QStringLiteral("p50"), p50Color, SeriesLook::line, rows.t, rows.p50}});
    m_latencyChart->setCaption(models::latencyCaption(rows.t, rows.p95));
    m_userPlot->setSeries({{tr("users"), SeriesColor::first, SeriesLook::step, rows.t, rows.users}});
    m_userChart->setCaption(models::usersCaption(rows.users));
    std::vector<TimeSeries> outcomes;
    int color = 0;
    for (int i = 0; i < report::outcomeCount; ++i) {
        const auto& values = rows.outcomes[static_cast<std::size_t>(i)];
        if (i > 0 && std::none_of(values.begin(), values.end(), [](double value) { return value > 0.0; }))
            continue;
        outcomes.push_back({models::outcomeWord(static_cast<report::Outcome>(i)),
            static_cast<SeriesColor>(std::min(color++, static_cast<int>(SeriesColor::muted))),
            SeriesLook::line, rows.t, values});
    }
    m_outcomePlot->setSeries(std::move(outcomes));
    m_outcomeChart->setCaption(models::outcomeCaption(run.count, run.failed));
    for (auto* plot : {m_ratePlot, m_latencyPlot, m_userPlot}) {
        plot->setPhases(phases);
        plot->setMarks(marks);
        plot->setPlannedEnd(run.total_s);
    }
    m_outcomePlot->setPhases(phases);
    m_outcomePlot->setMarks(marks);
    m_outcomePlot->setPlannedEnd(run.total_s);
}

void RunView::showTabs(const models::LiveSnapshot& run)
{
    m_samples->updateRows(run.failing);
    m_events->updateRows(run.events);
    const auto& own = run.generator;
    std::vector<models::KeyValue> trust{
        {tr("In short"), models::generatorCaption(own)},
        {tr("Send lag p50 / p99 / max"),
            models::latency(own.lag_p50_ms) + QStringLiteral(" / ") + models::latency(own.lag_p99_ms)
                + QStringLiteral(" / ") + models::latency(own.lag_max_ms)},
        {tr("CPU, of one core"),
            own.cpu_pct ? tr("%1 %").arg(models::figure(own.cpu_pct, 1)) : models::absent()},
        {tr("New connections"), models::count(own.connects)},
        {tr("Requests sent again by the HTTP library"), models::count(own.resends)},
        {tr("In flight"), models::count(run.in_flight)},
        {tr("Model"),
            run.closedModel ? tr("closed: response = service")
                            : tr("open: response time counts from the intended start")},
    };
    m_trust->updateRows(std::move(trust));
    m_tabs->setTabText(0,
        run.failingTotal > 0 ? tr("Failing samples (%1)").arg(models::count(run.failingTotal))
                             : tr("Failing samples"));
}

} // namespace plumb::ui
