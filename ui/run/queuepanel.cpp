// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/queuepanel.h"

#include "ui/models/queuemodel.h"
#include "ui/run/queuecontroller.h"
#include "ui/run/secretsdialog.h"
#include "ui/shell/theme.h"
#include "ui/shell/viewmemory.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sectionheader.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/verdictbadge.h"

#include <QAction>
#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumb::ui {

namespace {

using State = workflow::QueueEntry::State;

constexpr int mostRows = 8;

} // namespace

QueuePanel::QueuePanel(QueueController& queue, QWidget* parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_model(new models::QueueModel(this))
    , m_header(new SectionHeader(tr("Queue"), this))
    , m_notice(new NoticeBar(this))
    , m_table(new TableView(tr("Queue of runs"), this))
    , m_stops(new QCheckBox(tr("Pause after a fa&ilure")))
    , m_secrets(addButton(
          tr("Enter secrets…"), tr("What the run needs and is not kept when Plumbline is closed (Enter)")))
    , m_pause(addButton(tr("P&ause"), tr("Starts no further run; the one under way goes on")))
    , m_up(addButton(tr("&Up"), tr("Earlier (Alt+Up)")))
    , m_down(addButton(tr("&Down"), tr("Later (Alt+Down)")))
    , m_remove(addButton(tr("&Remove"), tr("Takes the run out of the queue (Del)")))
    , m_clear(addButton(tr("&Clear ended"), tr("Takes away the runs that have had their turn")))
{
    m_pause->setCheckable(true);
    m_table->setModel(m_model);
    m_table->setFitRows(mostRows);
    m_table->setStretchColumn(models::QueueModel::Remark);
    m_table->setItemDelegateForColumn(
        models::QueueModel::State, new VerdictDelegate(models::VerdictRole, m_table));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space2);
    m_header->addWidget(m_stops);
    for (auto* button : {m_secrets, m_pause, m_up, m_down, m_remove, m_clear})
        m_header->addWidget(button);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_table);
    const auto onKey = [this](const QKeySequence& key, auto slot) {
        auto* action = new QAction(m_table);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        connect(action, &QAction::triggered, this, slot);
    };
    onKey(QKeySequence::Delete, [this] { m_queue.remove(current()); });
    onKey(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(-1); });
    onKey(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(1); });
    connect(m_table, &QTableView::activated, this, &QueuePanel::openCurrent);
    connect(m_table, &TableView::currentRowChanged, this, &QueuePanel::updateButtons);
    connect(m_stops, &QCheckBox::toggled, &m_queue, &QueueController::setStopsOnFailure);
    connect(m_secrets, &QPushButton::clicked, this, &QueuePanel::enterSecrets);
    connect(m_pause, &QPushButton::toggled, &m_queue, &QueueController::setPaused);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_queue.remove(current()); });
    connect(m_clear, &QPushButton::clicked, &m_queue, &QueueController::clearEnded);
    connect(&m_queue, &QueueController::changed, this, &QueuePanel::update);
    connect(&m_queue, &QueueController::troubled, this, [this](const QString& message) {
        show();
        m_notice->showNotice(NoticeBar::Level::error, message);
    });
    update();
}

void QueuePanel::keepLayout(ViewMemory& memory)
{
    memory.keep(QStringLiteral("run/queue"), m_table);
}

bool QueuePanel::focusQueue()
{
    if (isHidden())
        return false;
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0);
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

QPushButton* QueuePanel::addButton(const QString& text, const QString& help)
{
    auto* button = new QPushButton(text);
    button->setToolTip(help);
    return button;
}

void QueuePanel::update()
{
    const auto& queue = m_queue.queue();
    auto rows = queue.entries();
    for (auto& row : rows) {
        if (row.state == State::waiting && !m_queue.missingSecrets(row.id).empty())
            row.message = tr("Needs its secrets: they were not kept").toStdString();
    }
    const auto before = m_model->rowCount();
    m_model->updateRows(std::move(rows));
    if (m_model->rowCount() > before)
        m_table->fitAgain(); // the new one may have a longer name
    m_table->resizeColumnToContents(models::QueueModel::State);
    setVisible(!queue.entries().empty() || !m_notice->text().isEmpty());
    m_header->setRemark(m_queue.readOnly() ? tr("driven by another window")
            : queue.waiting() == 0         ? tr("nothing waits")
            : queue.paused() ? tr("paused, %n waiting", nullptr, static_cast<int>(queue.waiting()))
                             : tr("%n waiting", nullptr, static_cast<int>(queue.waiting())));
    const QSignalBlocker blockPause(m_pause);
    const QSignalBlocker blockStops(m_stops);
    m_pause->setChecked(queue.paused());
    m_pause->setText(queue.paused() ? tr("Resu&me") : tr("P&ause"));
    m_stops->setChecked(queue.stopsOnFailure());
    updateButtons();
}

void QueuePanel::updateButtons()
{
    const auto& entries = m_queue.queue().entries();
    const auto mine = !m_queue.readOnly();
    const auto row = m_table->currentIndex().row();
    const auto* entry = m_model->rowAt(m_table->currentIndex());
    m_pause->setEnabled(mine);
    m_stops->setEnabled(mine);
    m_secrets->setVisible(mine && entry != nullptr && !m_queue.missingSecrets(entry->id).empty());
    m_up->setEnabled(mine && row > 0);
    m_down->setEnabled(mine && entry != nullptr && row + 1 < std::ssize(entries));
    m_remove->setEnabled(mine && entry != nullptr && entry->state != State::running);
    m_clear->setEnabled(mine && std::any_of(entries.begin(), entries.end(), [](const auto& one) {
        return one.state == State::done || one.state == State::failed;
    }));
}

std::string QueuePanel::current() const
{
    const auto* entry = m_model->rowAt(m_table->currentIndex());
    return entry == nullptr ? std::string() : entry->id;
}

void QueuePanel::move(int direction)
{
    const auto id = current();
    m_queue.move(id, direction);
    const auto& entries = m_queue.queue().entries();
    for (std::size_t row = 0; row < entries.size(); ++row) {
        if (entries[row].id == id)
            m_table->selectRow(static_cast<int>(row));
    }
}

void QueuePanel::openCurrent()
{
    const auto* entry = m_model->rowAt(m_table->currentIndex());
    if (entry != nullptr && !entry->report.empty())
        Q_EMIT openReport(QString::fromStdString(entry->report));
    else
        enterSecrets();
}

void QueuePanel::enterSecrets()
{
    const auto* entry = m_model->rowAt(m_table->currentIndex());
    if (entry == nullptr || m_queue.readOnly())
        return;
    const auto missing = m_queue.missingSecrets(entry->id);
    if (missing.empty())
        return;
    auto* dialog = new SecretsDialog(QString::fromStdString(entry->title), missing, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SecretsDialog::given, &m_queue,
        [this, id = entry->id](
            const std::map<std::string, std::string>& secrets) { m_queue.giveSecrets(id, secrets); });
    dialog->open();
}

} // namespace plumb::ui
