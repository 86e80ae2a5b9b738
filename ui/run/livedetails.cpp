// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/livedetails.h"

#include "ui/models/eventmodel.h"
#include "ui/models/format.h"
#include "ui/models/samplemodel.h"
#include "ui/models/sampletext.h"
#include "ui/shell/viewmemory.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/trustpanel.h"

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
    , m_trust(new TrustPanel)
{
    setDocumentMode(true);
    setMinimumHeight(leastHeight);
    setAccessibleName(tr("Details of the run"));
    addTab(makeSamples(), tr("Failing samples"));
    addTable(m_events, tr("Events"), tr("Events of the run"));
    addTab(m_trust, tr("Trust"));
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
    if (run.trust.measured_s > 0.0)
        m_trust->showTrust(run.trust);
    else
        m_trust->showNothing(tr("The generator is judged as soon as something is measured."));
}

} // namespace plumb::ui
