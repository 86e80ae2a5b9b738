// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportbody.h"

#include "ui/models/errormodel.h"
#include "ui/models/eventmodel.h"
#include "ui/models/format.h"
#include "ui/models/keyvaluemodel.h"
#include "ui/models/monitorgroups.h"
#include "ui/models/monitormodel.h"
#include "ui/models/phasemodel.h"
#include "ui/models/reportgaps.h"
#include "ui/models/reportrangeloader.h"
#include "ui/models/rulesmodel.h"
#include "ui/models/samplemodel.h"
#include "ui/models/sampletext.h"
#include "ui/models/steptablemodel.h"
#include "ui/models/textdiff.h"
#include "ui/report/rangebar.h"
#include "ui/report/reportcharts.h"
#include "ui/shell/theme.h"
#include "ui/shell/viewmemory.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/foldingrow.h"
#include "ui/widgets/metrichelp.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/trustpanel.h"
#include "ui/widgets/verdictbadge.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBlock>

#include <algorithm>
#include <iterator>

namespace plumb::ui {

namespace {

constexpr int samplesTab = 1;

QPlainTextEdit* codeView(const QString& accessibleName)
{
    auto* view = new QPlainTextEdit;
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setAccessibleName(accessibleName);
    return view;
}

/// What failed is not to be looked for among what holds.
std::vector<report::JudgedRule> worstFirst(std::vector<report::JudgedRule> rules)
{
    std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
        return a.verdict != b.verdict && metric::worse(a.verdict, b.verdict) == a.verdict;
    });
    return rules;
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
    , m_monitors(new models::MonitorModel(this))
    , m_fingerprint(new models::KeyValueModel(this))
    , m_generator(new models::KeyValueModel(this))
    , m_ranges(new models::ReportRangeLoader(this))
    , m_rangeBar(new RangeBar(this))
    , m_charts(new ReportCharts(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space3);
    m_ruleTable = new TableView(tr("Rules"), this);
    m_ruleTable->setModel(m_rules);
    m_ruleTable->setItemDelegateForColumn(
        models::RulesModel::Verdict, new VerdictDelegate(models::VerdictRole, m_ruleTable));
    m_ruleTable->setFitRows(8);
    m_nothing = new EmptyState(QStringLiteral("warning"), {}, {}, {}, this);
    m_tiles = buildTiles();
    column->addWidget(m_nothing);
    column->addWidget(new SectionHeader(tr("Rules"), this));
    column->addWidget(m_ruleTable);
    column->addWidget(m_rangeBar);
    column->addWidget(m_tiles);
    m_stepsHeader = new SectionHeader(tr("Steps"), this);
    column->addWidget(m_stepsHeader);
    m_steps = new TableView(tr("Steps"), this);
    m_steps->setModel(m_stepModel);
    m_steps->setFitRows(12);
    m_steps->setStretchColumn(models::StepTableModel::Request);
    column->addWidget(m_steps);
    column->addWidget(m_charts);
    column->addWidget(buildTabs(), 1);
    connect(m_steps, &TableView::currentRowChanged, this, [this](const QModelIndex& current) {
        const auto* line = m_stepModel->rowAt(current);
        m_charts->setStep(line ? line->step : -1);
    });
    connect(m_steps, &TableView::activated, m_stepModel, &models::StepTableModel::toggle);
    // Names of parts are longer than those of steps may be.
    connect(m_stepModel, &QAbstractItemModel::rowsInserted, m_steps, &TableView::fitAgain);
    connect(m_charts, &ReportCharts::rangeSelected, this, [this](double from, double to) {
        selectRange(models::TimeRange{from, to});
    });
    connect(m_nothing, &EmptyState::triggered, this, [this] {
        m_tabs->setCurrentIndex(samplesTab);
        m_sampleTable->setFocus();
        m_sampleTable->selectRow(0);
    });
    connect(m_rangeBar, &RangeBar::chosen, this, &ReportBody::selectRange);
    connect(m_ranges, &models::ReportRangeLoader::loaded, this, &ReportBody::showRange);
}

QWidget* ReportBody::buildTiles()
{
    auto* row = new FoldingRow(this);
    const auto add = [row](const QString& title, const QString& metric) {
        auto* tile = new Tile(title);
        setMetricHelp(tile, metric);
        row->add(tile);
        return tile;
    };
    m_requestTile = add(tr("Requests"), QStringLiteral("requests"));
    m_rateTile = add(tr("Requests/s"), QStringLiteral("rps"));
    m_p50Tile = add(tr("p50"), QStringLiteral("latency_ms.p50"));
    m_p95Tile = add(tr("p95"), QStringLiteral("latency_ms.p95"));
    m_p99Tile = add(tr("p99"), QStringLiteral("latency_ms.p99"));
    m_errorTile = add(tr("Errors"), QStringLiteral("error_rate"));
    m_makespanTile = add(tr("Makespan"), QStringLiteral("makespan_ms"));
    return row;
}

QWidget* ReportBody::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setMinimumHeight(348); // the trust panel whole
    m_tabs->setAccessibleName(tr("Details of the report"));
    const auto table = [](QAbstractItemModel* model, const QString& accessible) {
        auto* view = new TableView(accessible);
        view->setModel(model);
        return view;
    };
    m_errorTable = table(m_errors, tr("Errors by outcome, status and reason"));
    m_tabs->addTab(m_errorTable, tr("Errors"));
    m_sampleTable = table(m_samples, tr("Samples"));
    m_sampleTable->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_sampleText = codeView(tr("The chosen sample"));
    m_sampleSplit = new QSplitter;
    m_sampleSplit->addWidget(m_sampleTable);
    m_sampleSplit->addWidget(m_sampleText);
    m_sampleSplit->setChildrenCollapsible(false);
    m_tabs->addTab(m_sampleSplit, tr("Samples"));
    m_phaseTable = table(m_phases, tr("Requests by phase"));
    m_skippedTable = table(m_skipped, tr("Skipped steps"));
    m_eventTable = table(m_events, tr("Events of the run"));
    m_tabs->addTab(m_phaseTable, tr("Books"));
    m_tabs->addTab(m_skippedTable, tr("Skipped"));
    m_tabs->addTab(m_eventTable, tr("Events"));
    m_monitorTable = table(m_monitors, tr("What the monitors read"));
    m_monitorTable->setEmptyText(
        tr("Nothing was watched beside the load of this run. Compose has a page for monitors."));
    m_tabs->addTab(m_monitorTable, tr("Monitors"));
    m_trust = new TrustPanel;
    m_tabs->addTab(m_trust, tr("Trust"));
    m_environmentSplit = new QSplitter;
    m_environmentSplit->addWidget(table(m_fingerprint, tr("Fingerprint of the run")));
    m_environmentSplit->addWidget(table(m_generator, tr("How the load generator was set up")));
    m_environmentSplit->setChildrenCollapsible(false);
    m_tabs->addTab(m_environmentSplit, tr("Environment"));
    m_scenarioText = codeView(tr("Scenario, secrets masked"));
    m_tabs->addTab(m_scenarioText, tr("Scenario"));
    connect(m_sampleTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ReportBody::showSamples);
    return m_tabs;
}

void ReportBody::keepLayout(ViewMemory& memory)
{
    memory.keep(QStringLiteral("report/rules"), m_ruleTable);
    memory.keep(QStringLiteral("report/steps"), m_steps);
    memory.keep(QStringLiteral("report/errors"), m_errorTable);
    memory.keep(QStringLiteral("report/samples"), m_sampleTable);
    memory.keep(QStringLiteral("report/sample"), m_sampleSplit, {600, 400});
    memory.keep(QStringLiteral("report/environment"), m_environmentSplit, {500, 500});
    memory.keep(QStringLiteral("report/books"), m_phaseTable);
    memory.keep(QStringLiteral("report/skipped"), m_skippedTable);
    memory.keep(QStringLiteral("report/events"), m_eventTable);
    memory.keep(QStringLiteral("report/monitors"), m_monitorTable);
}

void ReportBody::show(const std::shared_ptr<const models::ReportView>& view)
{
    m_view = view;
    const auto& report = view->report;
    m_rules->setRows(worstFirst(report.judgement.rules));
    m_stepModel->setReport(report);
    for (int column = 0; column < m_stepModel->columnCount(); ++column)
        m_steps->setColumnHidden(column, !m_stepModel->shows(column));
    m_phases->setRows(report.phases);
    m_skipped->setRows(report.skipped);
    m_fingerprint->setRows(models::KeyValueModel::fingerprint(report));
    m_generator->setRows(models::KeyValueModel::generator(report));
    m_trust->showTrust(report::trustContext(report));
    m_scenarioText->setPlainText(view->scenarioText);
    m_rangeBar->setReport(report);
    m_charts->show(view);
    showNothing(models::nothingMeasured(report));
    setRange(std::nullopt);
    const auto tables = findChildren<TableView*>();
    for (auto* table : tables)
        table->fitAgain();
}

void ReportBody::showNothing(const std::optional<models::NothingMeasured>& nothing)
{
    m_nothing->setVisible(nothing.has_value());
    m_tiles->setVisible(!nothing);
    m_steps->setVisible(!nothing);
    m_stepsHeader->setVisible(!nothing);
    m_rangeBar->setVisible(!nothing || nothing->courses);
    m_charts->setVisible(!nothing || nothing->courses);
    if (nothing) {
        m_nothing->setHeadline(nothing->headline);
        m_nothing->setText(nothing->cause.isEmpty()
                ? nothing->remedy
                : nothing->cause + QStringLiteral("\n\n") + nothing->remedy);
        m_nothing->setButtonText(
            m_view->report.samples.empty() ? QString() : tr("Show the failing exchanges"));
    }
}

void ReportBody::showGaps(bool part)
{
    const auto gaps = models::reportGaps(m_view->report, part);
    m_ruleTable->setEmptyText(gaps.rules);
    m_steps->setEmptyText(gaps.steps);
    m_errorTable->setEmptyText(gaps.errors);
    m_sampleTable->setEmptyText(gaps.samples);
    m_phaseTable->setEmptyText(gaps.books);
    m_skippedTable->setEmptyText(gaps.skipped);
    m_eventTable->setEmptyText(gaps.events);
}

void ReportBody::selectRange(const std::optional<models::TimeRange>& range)
{
    setRange(range);
    if (m_view)
        Q_EMIT rangeChosen(range);
}

void ReportBody::setRange(const std::optional<models::TimeRange>& range)
{
    if (!m_view)
        return;
    if (range) {
        m_ranges->load(m_view, *range);
        return;
    }
    m_ranges->forget();
    showRange(nullptr);
}

void ReportBody::showRange(const std::shared_ptr<const models::RangeFigures>& figures)
{
    m_range = figures;
    const auto& report = m_view->report;
    const auto inside = [&figures](double at_s) {
        return !figures || (at_s >= figures->range.from_s && at_s <= figures->range.to_s);
    };
    std::vector<report::Sample> samples;
    std::copy_if(report.samples.begin(), report.samples.end(), std::back_inserter(samples),
        [&](const report::Sample& sample) { return inside(sample.at_s); });
    std::vector<report::RunMark> events;
    std::copy_if(report.events.begin(), report.events.end(), std::back_inserter(events),
        [&](const report::RunMark& event) { return inside(event.at_s); });
    m_samples->setRows(std::move(samples));
    m_events->setMarks(events);
    m_monitors->setRows(figures
            ? models::monitorsInRange(report.monitors, figures->range.from_s, figures->range.to_s)
            : report.monitors);
    if (figures)
        m_errors->setRange(*figures);
    else
        m_errors->setSteps(report.steps);
    showGaps(figures != nullptr);
    m_stepModel->setRange(figures.get());
    m_charts->setRange(figures);
    m_rangeBar->setRange(figures ? std::optional(figures->range) : std::nullopt);
    showTiles(report, figures.get());
    showSamples();
}

void ReportBody::showTiles(const report::Report& report, const models::RangeFigures* range)
{
    const auto& totals = report.totals;
    const auto finished = range ? range->finished : totals.completed + totals.failed;
    const auto failed = range ? range->failed : totals.failed;
    const auto rps = range ? range->rps : finished > 0 ? std::optional(totals.rps) : std::nullopt;
    const auto errorRate = range ? range->error_rate : totals.error_rate;
    const auto& latency = range ? range->response : report.latency_ms;
    m_requestTile->setFigure(models::count(finished), QString());
    m_requestTile->setLimit(range ? tr("in this part of the run")
            : totals.dropped + totals.unfinished > 0
            ? tr("%1 dropped, %2 unfinished")
                  .arg(models::count(totals.dropped), models::count(totals.unfinished))
            : tr("in the measure phase"));
    m_rateTile->setFigure(models::rate(rps), QString());
    m_rateTile->setValues({report.series.rps.begin(), report.series.rps.end()});
    const auto percentile
        = [&](Tile* tile, double percent, std::optional<double> ms, const std::vector<double>& course) {
              tile->setFigure(ms ? models::latency(ms) : QString());
              tile->setLimit(ms && !report::percentileTrusted(percent, latency.count)
                      ? tr("too few requests to trust")
                      : QString());
              tile->setValues({course.begin(), course.end()});
          };
    percentile(m_p50Tile, 50.0, latency.p50, report.series.p50);
    percentile(m_p95Tile, 95.0, latency.p95, report.series.p95);
    percentile(m_p99Tile, 99.0, latency.p99, report.series.p99);
    m_errorTile->setFigure(errorRate ? models::percent(errorRate) : QString());
    m_errorTile->setLimit(tr("%1 failed").arg(models::count(failed)));
    m_makespanTile->setVisible(totals.makespan_ms.has_value());
    m_makespanTile->setFigure(models::latency(totals.makespan_ms));
    m_makespanTile->setValues({report.series.makespan.begin(), report.series.makespan.end()});
    m_makespanTile->setLimit(report.bursts
            ? tr("longest of %n, middle %1", nullptr, static_cast<int>(report.bursts->count))
                  .arg(models::latency(report.bursts->makespan.p50))
            : tr("first send to last end"));
}

void ReportBody::showSamples()
{
    std::vector<const report::Sample*> chosen;
    for (const auto& index : m_sampleTable->selectionModel()->selectedRows())
        chosen.push_back(m_samples->rowAt(index));
    std::sort(chosen.begin(), chosen.end());
    m_sampleText->setExtraSelections({});
    if (chosen.size() == 2)
        showDifference(*chosen[0], *chosen[1]);
    else
        m_sampleText->setPlainText(chosen.size() == 1 ? models::sampleText(*chosen[0])
                : m_samples->rowCount() == 0
                ? QString()
                : tr("Choose a sample to see its request and answer, or two to see what differs."));
}

void ReportBody::showDifference(const report::Sample& first, const report::Sample& second)
{
    const auto lines = models::diffLines(models::sampleText(first).split(QLatin1Char('\n')),
        models::sampleText(second).split(QLatin1Char('\n')));
    QStringList text{tr("- the upper sample, + the lower one"), QString()};
    for (const auto& line : lines) {
        using Kind = models::DiffLine::Kind;
        text << (line.kind == Kind::removed        ? QLatin1String("- ")
                        : line.kind == Kind::added ? QLatin1String("+ ")
                                                   : QLatin1String("  "))
                + line.text;
    }
    m_sampleText->setPlainText(text.join(QLatin1Char('\n')));
    QList<QTextEdit::ExtraSelection> tints;
    const auto& theme = Theme::of(this);
    for (auto block = m_sampleText->document()->findBlockByNumber(2); block.isValid(); block = block.next()) {
        const auto sign = block.text().left(1);
        if (sign != QLatin1String("-") && sign != QLatin1String("+"))
            continue;
        QTextEdit::ExtraSelection tint;
        tint.cursor = QTextCursor(block);
        tint.format.setProperty(QTextFormat::FullWidthSelection, true);
        tint.format.setBackground(sign == QLatin1String("-") ? theme.warn.tint : theme.pass.tint);
        tints.push_back(tint);
    }
    m_sampleText->setExtraSelections(tints);
}

} // namespace plumb::ui
