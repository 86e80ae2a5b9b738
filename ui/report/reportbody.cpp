// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportbody.h"

#include "ui/charts/chartframe.h"
#include "ui/charts/linkplots.h"
#include "ui/charts/percentileplot.h"
#include "ui/charts/stackedtimeplot.h"
#include "ui/charts/timeplot.h"
#include "ui/models/captions.h"
#include "ui/models/errormodel.h"
#include "ui/models/eventmodel.h"
#include "ui/models/format.h"
#include "ui/models/keyvaluemodel.h"
#include "ui/models/limittext.h"
#include "ui/models/phasemodel.h"
#include "ui/models/rulesmodel.h"
#include "ui/models/samplemodel.h"
#include "ui/models/sampletext.h"
#include "ui/models/steptablemodel.h"
#include "ui/models/words.h"
#include "ui/shell/theme.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/verdictbadge.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>

namespace plumb::ui {

namespace {

QPlainTextEdit* codeView(const QString& accessibleName)
{
    auto* view = new QPlainTextEdit;
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setAccessibleName(accessibleName);
    return view;
}

PercentileSeries curve(
    const QString& name, SeriesColor color, SeriesLook look, const models::PercentileCurve& curve)
{
    return {name, color, look, curve.percentile, curve.value, static_cast<std::uint64_t>(curve.count)};
}

/// The stored rows tell failed requests from the others, not the kinds of failing apart.
std::vector<TimeSeries> outcomesOverTime(const report::TimeSeries& rows)
{
    std::vector<double> ok(rows.rps.size());
    for (std::size_t i = 0; i < ok.size(); ++i)
        ok[i] = std::max(0.0, rows.rps[i] - (i < rows.errors.size() ? rows.errors[i] : 0.0));
    return {{ReportBody::tr("ok"), SeriesColor::first, SeriesLook::line, rows.t, std::move(ok)},
        {ReportBody::tr("failed"), SeriesColor::second, SeriesLook::line, rows.t, rows.errors}};
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

} // namespace

ReportBody::ReportBody(QWidget* parent)
    : QWidget(parent)
    , m_rules(new models::RulesModel(this))
    , m_stepModel(new models::StepTableModel(this))
    , m_errors(new models::ErrorModel(this))
    , m_phases(new models::PhaseModel(this))
    , m_skipped(new models::SkippedModel(this))
    , m_samples(new models::SampleModel(this))
    , m_events(new models::EventModel(this))
    , m_fingerprint(new models::KeyValueModel(this))
    , m_generator(new models::KeyValueModel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space3);
    auto* rules = new TableView(tr("Rules"), this);
    rules->setModel(m_rules);
    rules->setItemDelegateForColumn(
        models::RulesModel::Verdict, new VerdictDelegate(models::VerdictRole, rules));
    rules->setFitRows(8);
    column->addWidget(new SectionHeader(tr("Rules"), this));
    column->addWidget(rules);
    column->addWidget(buildTiles());
    column->addWidget(new SectionHeader(tr("Steps"), this));
    m_steps = new TableView(tr("Steps"), this);
    m_steps->setModel(m_stepModel);
    m_steps->setFitRows(12);
    m_steps->setStretchColumn(models::StepTableModel::Request);
    column->addWidget(m_steps);
    column->addWidget(buildCharts());
    column->addWidget(buildTabs(), 1);
    connect(m_steps, &TableView::currentRowChanged, this,
        [this](const QModelIndex& current) { showPercentiles(current.row()); });
}

QWidget* ReportBody::buildTiles()
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
    m_requestTile = add(tr("Requests"));
    m_rateTile = add(tr("Requests/s"));
    m_p50Tile = add(tr("p50"));
    m_p95Tile = add(tr("p95"));
    m_p99Tile = add(tr("p99"));
    m_errorTile = add(tr("Errors"));
    return row;
}

QWidget* ReportBody::buildCharts()
{
    auto* grid = new QWidget(this);
    auto* layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space3);
    m_percentiles = new PercentilePlot;
    m_percentiles->setUnit(tr("ms"));
    m_percentiles->setYTitle(tr("response time (ms)"));
    const auto time = [](const QString& unit, const QString& title) {
        auto* plot = new TimePlot;
        plot->setUnit(unit);
        plot->setYTitle(title);
        return plot;
    };
    m_latency = time(tr("ms"), tr("response time (ms)"));
    m_rate = time(tr("1/s"), tr("per second"));
    m_users = time(QString(), tr("active users"));
    m_outcomes = new StackedTimePlot;
    m_outcomes->setUnit(tr("1/s"));
    m_outcomes->setYTitle(tr("requests per second"));
    m_percentileChart = new ChartFrame(tr("Percentiles"), m_percentiles);
    m_latencyChart = new ChartFrame(tr("Latency over time"), m_latency);
    m_rateChart = new ChartFrame(tr("Rate"), m_rate);
    m_usersChart = new ChartFrame(tr("Users"), m_users);
    m_outcomeChart = new ChartFrame(tr("Outcomes"), m_outcomes);
    m_percentileChart->setMinimumHeight(260);
    for (auto* chart : {m_latencyChart, m_rateChart, m_usersChart, m_outcomeChart})
        chart->setMinimumHeight(220);
    layout->addWidget(m_percentileChart, 0, 0, 1, 2);
    layout->addWidget(m_latencyChart, 1, 0);
    layout->addWidget(m_rateChart, 1, 1);
    layout->addWidget(m_usersChart, 2, 0);
    layout->addWidget(m_outcomeChart, 2, 1);
    for (const int column : {0, 1})
        layout->setColumnStretch(column, 1);
    linkPlots({m_latency, m_rate, m_users, m_outcomes});
    return grid;
}

QWidget* ReportBody::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumHeight(300);
    m_tabs->setAccessibleName(tr("Details of the report"));
    const auto table = [](QAbstractItemModel* model, const QString& accessible) {
        auto* view = new TableView(accessible);
        view->setModel(model);
        return view;
    };
    m_tabs->addTab(table(m_errors, tr("Errors by outcome, status and reason")), tr("Errors"));
    auto* samples = table(m_samples, tr("Samples"));
    m_sampleText = codeView(tr("The chosen sample"));
    auto* split = new QSplitter;
    split->addWidget(samples);
    split->addWidget(m_sampleText);
    split->setChildrenCollapsible(false);
    m_tabs->addTab(split, tr("Samples"));
    m_tabs->addTab(table(m_phases, tr("Requests by phase")), tr("Books"));
    m_tabs->addTab(table(m_skipped, tr("Skipped steps")), tr("Skipped"));
    m_tabs->addTab(table(m_events, tr("Events of the run")), tr("Events"));
    m_tabs->addTab(table(m_generator, tr("Figures of the load generator")), tr("Trust"));
    m_tabs->addTab(table(m_fingerprint, tr("Fingerprint of the run")), tr("Fingerprint"));
    m_scenarioText = codeView(tr("Scenario, secrets masked"));
    m_tabs->addTab(m_scenarioText, tr("Scenario"));
    connect(samples, &TableView::currentRowChanged, this,
        [this](const QModelIndex& current) { showSample(m_samples->rowAt(current)); });
    return m_tabs;
}

void ReportBody::show(const std::shared_ptr<const models::ReportView>& view)
{
    m_view = view;
    const auto& report = view->report;
    m_rules->setRows(report.judgement.rules);
    // Setup steps come last: the places of the others are those of the curves in the view.
    auto steps = report.steps;
    steps.insert(steps.end(), report.setup_steps.begin(), report.setup_steps.end());
    m_stepModel->setSteps(steps);
    m_errors->setSteps(report.steps);
    m_phases->setRows(report.phases);
    m_skipped->setRows(report.skipped);
    m_samples->setRows(report.samples);
    m_events->setMarks(report.events);
    m_fingerprint->setRows(models::KeyValueModel::fingerprint(report));
    m_generator->setRows(models::KeyValueModel::generator(report));
    m_scenarioText->setPlainText(view->scenarioText);
    showSample(nullptr);
    showTiles(report);
    showCourses(report);
    showPercentiles(-1);
}

void ReportBody::showTiles(const report::Report& report)
{
    const auto& totals = report.totals;
    const auto finished = totals.completed + totals.failed;
    m_requestTile->setFigure(models::count(finished), QString());
    m_requestTile->setLimit(totals.dropped + totals.unfinished > 0
            ? tr("%1 dropped, %2 unfinished")
                  .arg(models::count(totals.dropped), models::count(totals.unfinished))
            : tr("in the measure phase"));
    m_rateTile->setFigure(models::rate(finished > 0 ? std::optional(totals.rps) : std::nullopt), QString());
    m_rateTile->setValues({report.series.rps.begin(), report.series.rps.end()});
    const auto percentile
        = [&](Tile* tile, double percent, std::optional<double> ms, const std::vector<double>& course) {
              tile->setFigure(ms ? models::latency(ms) : QString());
              tile->setLimit(ms && !report::percentileTrusted(percent, report.latency_ms.count)
                      ? tr("too few requests to trust")
                      : QString());
              tile->setValues({course.begin(), course.end()});
          };
    percentile(m_p50Tile, 50.0, report.latency_ms.p50, report.series.p50);
    percentile(m_p95Tile, 95.0, report.latency_ms.p95, report.series.p95);
    percentile(m_p99Tile, 99.0, report.latency_ms.p99, report.series.p99);
    m_errorTile->setFigure(totals.error_rate ? models::percent(totals.error_rate) : QString());
    m_errorTile->setLimit(tr("%1 failed").arg(models::count(totals.failed)));
}

void ReportBody::showPercentiles(int step)
{
    if (!m_view)
        return;
    const auto& report = m_view->report;
    std::vector<PercentileSeries> series{
        curve(tr("run"), SeriesColor::first, SeriesLook::line, m_view->response)};
    if (!report.closed_model)
        series.push_back(
            curve(tr("run, service time"), SeriesColor::first, SeriesLook::ghost, m_view->service));
    const auto index = static_cast<std::size_t>(step);
    if (step >= 0 && index < m_view->stepResponse.size()) {
        const auto name = QString::fromStdString(report.steps[index].name);
        series.push_back(curve(name, SeriesColor::second, SeriesLook::line, m_view->stepResponse[index]));
        if (!report.closed_model)
            series.push_back(curve(tr("%1, service time").arg(name), SeriesColor::third, SeriesLook::ghost,
                m_view->stepService[index]));
    }
    m_percentiles->setSeries(std::move(series));
    m_percentileChart->setCaption(models::percentileCaption(report.latency_ms, report.closed_model));
}

void ReportBody::showCourses(const report::Report& report)
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
    m_latency->setSeries({{tr("max"), maxColor, SeriesLook::thin, rows.t, rows.max},
        {QStringLiteral("p99"), p99Color, SeriesLook::line, rows.t, rows.p99},
        {QStringLiteral("p95"), p95Color, SeriesLook::line, rows.t, rows.p95},
        {QStringLiteral("p50"), p50Color, SeriesLook::line, rows.t, rows.p50}});
    m_latencyChart->setCaption(models::latencyCaption(rows.t, rows.p95));
    std::vector<TimeSeries> rates;
    if (!report.closed_model) {
        rates.push_back({tr("planned"), baselineColor, SeriesLook::ghost, rows.t, rows.planned_rps});
        rates.push_back({tr("iterations"), SeriesColor::second, SeriesLook::line, rows.t, rows.iterations});
    }
    rates.push_back({tr("requests"), SeriesColor::first, SeriesLook::line, rows.t, rows.rps});
    m_rate->setSeries(std::move(rates));
    m_rateChart->setCaption(report.closed_model ? models::rateCaption(rows.rps, {})
                                                : models::rateCaption(rows.iterations, rows.planned_rps));
    m_users->setSeries({{tr("users"), SeriesColor::first, SeriesLook::step, rows.t, rows.vus}});
    m_usersChart->setCaption(models::usersCaption(rows.vus));
    m_outcomes->setSeries(outcomesOverTime(rows));
    m_outcomeChart->setCaption(
        models::outcomeCaption(report.totals.completed + report.totals.failed, report.totals.failed));
    m_latency->setLimits(latencyLimits(report.judgement.rules));
    for (auto* plot : {m_latency, m_rate, m_users}) {
        plot->setPhases(phases);
        plot->setMarks(marks);
        plot->fit();
    }
    m_outcomes->setPhases(phases);
    m_outcomes->setMarks(marks);
    m_outcomes->fit();
}

void ReportBody::showSample(const report::Sample* sample)
{
    m_sampleText->setPlainText(
        sample ? models::sampleText(*sample) : tr("Choose a sample to see its request and answer."));
}

} // namespace plumb::ui
