// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportpage.h"

#include "ui/charts/chartframe.h"
#include "ui/charts/percentileplot.h"
#include "ui/models/format.h"
#include "ui/models/words.h"
#include "ui/report/exportactions.h"
#include "ui/report/reportbody.h"
#include "ui/report/reportcharts.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/shell/viewmemory.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/verdictbadge.h"

#include "report/steadywatch.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>

namespace plumb::ui {

ReportPage::ReportPage(QWidget* parent)
    : Page(QStringLiteral("report"), parent)
    , m_notice(new NoticeBar(this))
    , m_reading(new ProgressRow(tr("Reading the report"), this))
    , m_painting(new ProgressRow(tr("Painting the pages"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("report"), tr("No report open"),
          tr("Open one from the library, or a report file from anywhere."), tr("Open a report file…")))
    , m_body(new ReportBody)
    , m_open(new QAction(ui::icon(u"open"), tr("Open file…"), this))
    , m_window(new QAction(ui::icon(u"window"), tr("New window"), this))
    , m_exports(new ExportActions(this))
    , m_printing(new PrintActions(this, [this] { return shown(); }))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_notice);
    for (auto* row : {m_reading, m_painting}) {
        row->setContentsMargins(Theme::space4, Theme::space2, Theme::space4, 0);
        outer->addWidget(row, 0, Qt::AlignLeft);
    }
    outer->addWidget(m_stack, 1);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space4);
    column->setSpacing(Theme::space3);
    column->addWidget(buildAnswer());
    column->addWidget(m_body, 1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidget(content);
    m_scroll->setAccessibleName(tr("The report"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scroll);
    connect(m_empty, &EmptyState::triggered, this, &ReportPage::chooseFile);
    buildActions();
    connectProgress();
    connect(m_body, &ReportBody::rangeChosen, this, &ReportPage::rangeChosen);
    connect(&m_loader, &models::ReportLoader::loaded, this, &ReportPage::show);
    connect(&m_loader, &models::ReportLoader::failed, this, &ReportPage::say);
}

void ReportPage::buildActions()
{
    m_open->setToolTip(tr("Open a report file"));
    m_window->setToolTip(tr("Open this report in a window of its own (Ctrl+Enter)"));
    m_window->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_window->setEnabled(false);
    connect(m_open, &QAction::triggered, this, &ReportPage::chooseFile);
    connect(m_window, &QAction::triggered, this, [this] { Q_EMIT openInWindow(m_view->file); });
    m_exports->addFormat(m_printing->pdfAction());
    for (auto* action : {m_exports->copyAction(), m_window}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_exports, &ExportActions::done, this, &ReportPage::statusMessage);
    connect(m_exports, &ExportActions::failed, this, &ReportPage::say);
    connect(m_printing, &PrintActions::done, this, &ReportPage::statusMessage);
    connect(m_printing, &PrintActions::failed, this, &ReportPage::say);
}

void ReportPage::connectProgress()
{
    connect(&m_loader, &models::ReportLoader::loaded, m_reading, &ProgressRow::finish);
    connect(&m_loader, &models::ReportLoader::failed, m_reading, &ProgressRow::finish);
    connect(&m_loader, &models::ReportLoader::progress, m_reading, &ProgressRow::setPercent);
    connect(m_reading, &ProgressRow::cancelRequested, this, [this] {
        m_loader.cancel();
        m_reading->finish();
    });
    connect(m_printing, &PrintActions::busyChanged, m_painting,
        [this](bool busy) { busy ? m_painting->start() : m_painting->finish(); });
    connect(m_printing, &PrintActions::progress, m_painting, &ProgressRow::setProgress);
    connect(m_painting, &ProgressRow::cancelRequested, m_printing, &PrintActions::cancel);
}

void ReportPage::say(const Error& error)
{
    m_notice->showNotice(NoticeBar::Level::error, models::errorText(error));
}

PrintActions::Shown ReportPage::shown() const
{
    PrintActions::Shown shown{m_view, m_body->range(), {}};
    for (const ChartFrame* frame : m_body->charts().frames()) {
        auto* plot = frame->plot();
        if (!plot->isEmpty())
            shown.charts.push_back(
                {frame->title(), frame->caption(), plot, qobject_cast<PercentilePlot*>(plot) == nullptr});
    }
    return shown;
}

void ReportPage::setRange(const std::optional<models::TimeRange>& range)
{
    m_body->setRange(range);
}

QWidget* ReportPage::buildAnswer()
{
    auto* answer = new QWidget(this);
    auto* layout = new QGridLayout(answer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(Theme::space3);
    layout->setVerticalSpacing(Theme::space1);
    m_badge = new VerdictBadge;
    m_sentence = new QLabel;
    m_sentence->setFont(typeFont(TypeSize::pageTitle, font()));
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setAccessibleDescription(tr("Verdict"));
    m_facts = new QLabel;
    m_facts->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_badge, 0, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 0, 1);
    layout->addWidget(m_facts, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    return answer;
}

QString ReportPage::title() const
{
    return m_view ? tr("Report: %1").arg(QString::fromStdString(m_view->report.operation)) : tr("Report");
}

QString ReportPage::navigationText() const
{
    return tr("Report");
}

QIcon ReportPage::icon() const
{
    return ui::icon(u"report");
}

QList<QAction*> ReportPage::pageActions() const
{
    return {m_window, m_open, m_exports->copyAction(), m_exports->exportAction()};
}

QList<QAction*> ReportPage::fileActions() const
{
    return {m_printing->printAction(), m_printing->pdfAction()};
}

void ReportPage::activated()
{
    // Not a chart: the wheel would zoom it instead of turning the page.
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ReportPage::keepLayout(Settings& settings)
{
    m_memory = new ViewMemory(settings, this);
    m_body->keepLayout(*m_memory);
}

void ReportPage::resetLayout()
{
    if (m_memory != nullptr)
        m_memory->reset();
}

void ReportPage::keyPressEvent(QKeyEvent* event)
{
    // What had the focus has no use for them: a long report has a beginning and an end.
    auto* bar = m_scroll->verticalScrollBar();
    if (event->key() == Qt::Key_Home)
        bar->setValue(bar->minimum());
    else if (event->key() == Qt::Key_End)
        bar->setValue(bar->maximum());
    else
        Page::keyPressEvent(event);
}

void ReportPage::open(const QString& file)
{
    m_notice->clear();
    m_reading->start();
    m_loader.load(file);
}

void ReportPage::chooseFile()
{
    const auto file = QFileDialog::getOpenFileName(
        this, tr("Open a report"), QString(), tr("Reports (*.json);;All files (*)"));
    if (!file.isEmpty())
        open(file);
}

void ReportPage::show(const std::shared_ptr<const models::ReportView>& view)
{
    m_view = view;
    m_exports->setReport(view);
    m_window->setEnabled(true);
    const auto& report = view->report;
    m_notice->clear();
    m_badge->setVerdict(report.verdict);
    m_sentence->setText(report.judgement.sentence.empty()
            ? models::verdictWord(report.verdict)
            : QString::fromStdString(report.judgement.sentence));
    QStringList facts;
    for (const auto& text : {report.operation, report.environment, report.target_version})
        if (!text.empty())
            facts << QString::fromStdString(text);
    facts << models::dateTime(report.started_at) << models::clock(report.duration_s);
    if (report.ended_by != "schedule")
        facts << models::endedBySentence(report.ended_by);
    if (report.closed_model)
        facts << tr("response = service (closed model)");
    if (!report.note.empty())
        facts << QString::fromStdString(report.note);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_facts->setToolTip(view->file);
    showSteady(report);
    m_body->show(view);
    m_printing->reportChanged();
    m_stack->setCurrentIndex(1);
    m_scroll->verticalScrollBar()->setValue(0);
    if (isVisible())
        activated();
    Q_EMIT titleChanged();
}

/// A run that never settled is marked; one that was at rest only later says from when.
void ReportPage::showSteady(const report::Report& report)
{
    const auto sentence = models::steadySentence(report);
    if (sentence.isEmpty())
        return;
    const auto parts = report::steadyParts(report);
    const bool settled = std::all_of(
        parts.begin(), parts.end(), [](const report::SteadyPart& part) { return part.steady->settled; });
    m_notice->showNotice(settled ? NoticeBar::Level::info : NoticeBar::Level::warning, sentence);
}

} // namespace plumb::ui
