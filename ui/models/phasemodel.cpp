// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/phasemodel.h"

#include "ui/models/cells.h"
#include "ui/models/format.h"
#include "ui/models/words.h"

namespace plumb::models {

PhaseModel::PhaseModel(QObject* parent)
    : TableModel(
        {{tr("Phase"), {}, false}, {tr("Start (s)"), {}, true}, {tr("Length (s)"), {}, true},
            {tr("Planned"), tr("Sent and dropped"), true}, {tr("Sent"), {}, true},
            {tr("Completed"), {}, true}, {tr("Failed"), {}, true},
            {tr("Unfinished"), tr("In flight when the run ended"), true},
            {tr("Dropped"), tr("Arrivals that found no free user"), true, QStringLiteral("dropped")}},
        parent)
{
}

QVariant PhaseModel::cell(const report::PhaseReport& phase, int column, int role) const
{
    switch (column) {
    case Phase:
        return textCell(phaseWord(phase.phase), role);
    case Start:
        return figureCell(phase.start_s, 1, role);
    case Length:
        return figureCell(phase.end_s - phase.start_s, 1, role);
    case Planned:
        return countCell(phase.planned, role);
    case Sent:
        return countCell(phase.sent, role);
    case Completed:
        return countCell(phase.completed, role);
    case Failed:
        return countCell(phase.failed, role);
    case Unfinished:
        return countCell(phase.unfinished, role);
    case Dropped:
        return countCell(phase.dropped, role);
    default:
        return {};
    }
}

SkippedModel::SkippedModel(QObject* parent)
    : TableModel({{tr("Step"), {}, false}, {tr("Pattern"), {}, false}, {tr("Reason"), {}, false},
                     {tr("Times"), {}, true}},
        parent)
{
}

QVariant SkippedModel::cell(const report::SkippedStep& step, int column, int role) const
{
    switch (column) {
    case Step:
        return textCell(QString::fromStdString(step.step), role);
    case Pattern:
        return textCell(QString::fromStdString(step.pattern), role);
    case Reason:
        return textCell(QString::fromStdString(step.reason), role);
    case Times:
        return countCell(step.times, role);
    default:
        return {};
    }
}

} // namespace plumb::models
