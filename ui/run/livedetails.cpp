// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/livedetails.h"

#include "ui/models/captions.h"
#include "ui/models/eventmodel.h"
#include "ui/models/format.h"
#include "ui/models/keyvaluemodel.h"
#include "ui/models/samplemodel.h"
#include "ui/models/sampletext.h"
#include "ui/shell/viewmemory.h"
#include "ui/widgets/tableview.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QSplitter>

#include <utility>

namespace plumb::ui {

namespace {

constexpr int leastHeight = 220;

} // namespace

LiveDetails::LiveDetails(QWidget* parent)
    : QTabWidget(parent)
    , m_samples(new models::SampleModel(this))
    , m_events(new models::EventModel(this))
    , m_trust(new models::KeyValueModel(this))
{
    setDocumentMode(true);
    setMinimumHeight(leastHeight);
    setAccessibleName(tr("Details of the run"));
    addTab(makeSamples(), tr("Failing samples"));
    addTable(m_events, tr("Events"), tr("Events of the run"));
    addTable(m_trust, tr("Trust"), tr("Figures of the load generator"));
}

QWidget* LiveDetails::makeSamples()
{
    m_sampleTable = new TableView(tr("Failing samples"));
    m_sampleTable->setModel(m_samples);
    // Every one of them failed.
    m_sampleTable->setColumnHidden(models::SampleModel::Why, true);
    m_exchange = new QPlainTextEdit;
    m_exchange->setReadOnly(true);
    m_exchange->setAccessibleName(tr("The chosen exchange"));
    m_exchange->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_exchange->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_exchange->setTabChangesFocus(true);
    m_sampleSplit = new QSplitter;
    m_sampleSplit->addWidget(m_sampleTable);
    m_sampleSplit->addWidget(m_exchange);
    m_sampleSplit->setChildrenCollapsible(false);
    m_sampleSplit->setStretchFactor(0, 3);
    m_sampleSplit->setStretchFactor(1, 2);
    connect(m_sampleTable, &TableView::currentRowChanged, this, &LiveDetails::showExchange);
    showExchange();
    return m_sampleSplit;
}

void LiveDetails::keepLayout(ViewMemory& memory)
{
    memory.keep(QStringLiteral("run/samples"), m_sampleTable);
    memory.keep(QStringLiteral("run/sample"), m_sampleSplit, {600, 400});
}

void LiveDetails::addTable(QAbstractItemModel* model, const QString& title, const QString& accessible)
{
    auto* table = new TableView(accessible);
    table->setModel(model);
    addTab(table, title);
}

void LiveDetails::showRun(const models::LiveSnapshot& run)
{
    // Samples are large: they are taken over only when there are others.
    if (std::exchange(m_failed, run.failingTotal) != run.failingTotal) {
        const bool first = m_samples->rowCount() == 0;
        m_samples->updateRows(run.failing);
        if (first)
            m_sampleTable->fitAgain(); // the run before had other steps
        // Where the oldest rows went, the row that is chosen is another exchange now.
        showExchange();
        setTabText(0,
            run.failingTotal > 0 ? tr("Failing samples (%1)").arg(models::count(run.failingTotal))
                                 : tr("Failing samples"));
    }
    m_events->updateRows(run.events);
    showTrust(run);
}

void LiveDetails::openTrust()
{
    setCurrentIndex(count() - 1);
    currentWidget()->setFocus(Qt::OtherFocusReason);
}

void LiveDetails::showExchange()
{
    const auto* sample = m_samples->rowAt(m_sampleTable->currentIndex());
    const auto text = sample != nullptr ? models::sampleText(*sample)
        : m_failed > 0                  ? tr("Choose an exchange to see its request and answer.")
                                        : tr("No exchange has failed.");
    if (m_exchange->toPlainText() != text)
        m_exchange->setPlainText(text);
}

void LiveDetails::showTrust(const models::LiveSnapshot& run)
{
    const auto& own = run.generator;
    m_trust->updateRows({
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
    });
}

} // namespace plumb::ui
