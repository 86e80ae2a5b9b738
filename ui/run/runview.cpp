// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runview.h"

#include "ui/models/format.h"
#include "ui/models/livestepmodel.h"
#include "ui/models/roles.h"
#include "ui/models/words.h"
#include "ui/run/livecharts.h"
#include "ui/run/livecontrols.h"
#include "ui/run/livedetails.h"
#include "ui/run/livestoprules.h"
#include "ui/run/livetiles.h"
#include "ui/shell/theme.h"
#include "ui/shell/viewmemory.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/verdictbadge.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>

#include <cmath>
#include <utility>

namespace plumb::ui {

RunView::RunView(QWidget* parent)
    : QWidget(parent)
    , m_notice(new NoticeBar(this))
    , m_steps(new models::LiveStepModel(this))
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space4);
    column->setSpacing(Theme::space3);
    column->addWidget(buildHeader());
    column->addWidget(m_notice);
    column->addWidget(buildVerdict());
    column->addWidget(buildBody(), 1);
    column->addStretch();
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(content);
    m_scroll->setAccessibleName(tr("The run"));
    setFocusProxy(m_scroll);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
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

QWidget* RunView::buildVerdict()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space3);
    m_badge = new VerdictBadge;
    m_sentence = new QLabel;
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setAccessibleDescription(tr("Verdict"));
    layout->addWidget(m_badge);
    layout->addWidget(m_sentence, 1);
    // One height whether there is a badge or not, so that nothing below jumps.
    row->setMinimumHeight(Theme::controlHeight);
    return row;
}

QWidget* RunView::buildBody()
{
    m_body = new QWidget(this);
    m_tiles = new LiveTiles;
    m_charts = new LiveCharts;
    m_controls = new LiveControls;
    m_stopRules = new LiveStopRules;
    m_details = new LiveDetails;
    m_stepTable = new TableView(tr("Steps of the run"));
    m_stepTable->setModel(m_steps);
    m_stepTable->setItemDelegateForColumn(
        models::LiveStepModel::Verdict, new VerdictDelegate(models::VerdictRole, m_stepTable));
    m_stepTable->setFitRows(10);
    m_stepTable->setStretchColumn(models::LiveStepModel::Name);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space3);
    column->addWidget(m_tiles);
    column->addWidget(m_stopRules);
    column->addWidget(m_controls);
    column->addWidget(m_charts, 1);
    column->addWidget(new SectionHeader(tr("Steps"), m_body));
    column->addWidget(m_stepTable);
    column->addWidget(m_details);
    connect(m_charts, &LiveCharts::windowChosen, this, &RunView::refreshWanted);
    connect(m_controls, &LiveControls::wanted, this, &RunView::changeWanted);
    return m_body;
}

void RunView::keepLayout(ViewMemory& memory)
{
    memory.keep(QStringLiteral("run/steps"), m_stepTable);
    m_details->keepLayout(memory);
}

void RunView::clear()
{
    m_notice->clear();
    m_body->show();
    showRun({});
}

void RunView::openTrust()
{
    if (m_body->isHidden())
        return;
    m_details->openTrust();
    m_scroll->ensureWidgetVisible(m_details);
}

void RunView::showRun(const models::LiveSnapshot& run)
{
    showHeader(run);
    showVerdict(run);
    m_tiles->showRun(run);
    m_controls->showRun(run);
    m_stopRules->showRun(run);
    m_charts->showRun(run);
    const auto* rules = run.stored ? &run.stored->judgement.rules : run.soFar ? &run.soFar->rules : nullptr;
    m_steps->setSteps(run.steps, rules == nullptr ? std::vector<report::JudgedRule>() : *rules);
    // Verdicts come after the rows that the columns were measured by.
    if (std::exchange(m_judged, rules != nullptr) != m_judged)
        m_stepTable->fitAgain();
    m_details->showRun(run);
}

void RunView::showEnd(const models::LiveSnapshot& run, const QString& error)
{
    if (!error.isEmpty())
        m_notice->showNotice(NoticeBar::Level::error, error);
    if (run.stored)
        return;
    // Nothing more will come: what a run under way says of itself would stay on the screen for good.
    setBadge(std::nullopt);
    m_sentence->setText(tr("No report was stored."));
    m_progress->hide();
    m_controls->hide();
    m_stopRules->hide();
    m_time->setText(models::clock(run.elapsed_s));
    m_state->setText(QStringLiteral("● ") + tr("ended"));
    if (!run.started) {
        m_name->setText(tr("Not started"));
        m_time->clear();
    }
    m_body->setVisible(run.started);
}

void RunView::showRecovered(metric::Verdict verdict)
{
    setBadge(verdict);
    m_sentence->setText(tr("The runner died; what it had measured until then is in the report."));
    m_notice->clear();
}

void RunView::setBadge(std::optional<metric::Verdict> verdict)
{
    m_badge->setVerdict(verdict);
    m_badge->setVisible(verdict.has_value());
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

void RunView::showVerdict(const models::LiveSnapshot& run)
{
    if (!run.error.isEmpty())
        m_notice->showNotice(NoticeBar::Level::error, run.error);
    if (run.stored) {
        setBadge(run.stored->verdict);
        m_sentence->setText(QString::fromStdString(run.stored->judgement.sentence));
        return;
    }
    setBadge(run.soFar ? std::optional(run.soFar->verdict) : std::nullopt);
    if (run.finished) {
        auto text = tr("Judging and storing…");
        if (run.endedBy != QLatin1String("schedule"))
            text = models::endedBySentence(run.endedBy.toStdString()) + QLatin1Char(' ') + text;
        m_sentence->setText(text);
    } else if (run.soFar) {
        auto text = tr("So far: %1").arg(run.soFar->sentence);
        if (run.soFar->waiting > 0)
            text += QLatin1Char(' ')
                + tr("%n rule(s) against a reference are judged at the end.", nullptr, run.soFar->waiting);
        m_sentence->setText(text);
    } else {
        m_sentence->setText(
            run.started ? tr("The verdict so far comes with the first measured answers.") : QString());
    }
}

} // namespace plumb::ui
