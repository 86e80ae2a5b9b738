// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuemodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"
#include "ui/models/scenarioinspector.h"
#include "ui/models/words.h"

#include <QCoreApplication>

namespace plumb::models {

namespace {

using EntryState = workflow::QueueEntry::State;

struct QueueText
{
    Q_DECLARE_TR_FUNCTIONS(QueueText)
};

QString stateText(const workflow::QueueEntry& entry)
{
    switch (entry.state) {
    case EntryState::waiting:
        return QueueText::tr("waiting");
    case EntryState::running:
        return QueueText::tr("running");
    case EntryState::done:
        return entry.verdict ? verdictWord(*entry.verdict) : QueueText::tr("done");
    case EntryState::failed:
        break;
    }
    return QueueText::tr("did not run");
}

} // namespace

QueueModel::QueueModel(QObject* parent)
    : TableModel({{tr("Run"), {}, false}, {tr("Environment"), {}, false}, {tr("Load"), {}, false},
                     {tr("Planned"), tr("How long the run is meant to take"), true}, {tr("State"), {}, false},
                     {tr("Remark"), {}, false}},
        parent)
{
}

QVariant QueueModel::cell(const workflow::QueueEntry& entry, int column, int role) const
{
    if (role == KeyRole)
        return QString::fromStdString(entry.id);
    const auto& overrides = entry.request.overrides;
    switch (column) {
    case Name:
        if (role == Qt::ToolTipRole)
            return QString::fromStdString(entry.request.scenario.string());
        return textCell(QString::fromStdString(entry.title), role);
    case Environment:
        return textCell(overrides.environment_name.empty()
                ? tr("as the scenario says")
                : QString::fromStdString(overrides.environment_name),
            role);
    case Load:
        return textCell(overrides.load ? loadText(*overrides.load) : tr("as the scenario says"), role);
    case Planned:
        if (role == Qt::DisplayRole)
            return entry.planned_s ? clock(*entry.planned_s) : absent();
        return role == SortRole && entry.planned_s ? QVariant(*entry.planned_s) : QVariant();
    case State:
        if (role == VerdictRole && entry.state == EntryState::done && entry.verdict)
            return static_cast<int>(*entry.verdict);
        return textCell(stateText(entry), role);
    case Remark: {
        const auto text = QString::fromStdString(entry.message.empty() ? overrides.note : entry.message);
        return role == Qt::ToolTipRole ? QVariant(text) : textCell(text, role);
    }
    default:
        return {};
    }
}

QString queueText(const workflow::RunQueue& queue, bool running, std::optional<double> left_s)
{
    const auto waiting = static_cast<int>(queue.waiting());
    if (waiting == 0)
        return {};
    const auto waits = QueueText::tr("%n waiting", nullptr, waiting);
    if (!running)
        return queue.paused() ? QueueText::tr("Queue paused, %1").arg(waits) : waits;
    const auto eta = queue.secondsLeft(left_s.value_or(0.0));
    const auto both = QueueText::tr("1 running, %1").arg(waits);
    if (queue.paused())
        return QueueText::tr("%1 (paused)").arg(both);
    return eta && left_s ? QueueText::tr("%1 (ETA %2)").arg(both, clock(*eta)) : both;
}

} // namespace plumb::models
