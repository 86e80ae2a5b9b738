// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tablemodel.h"
#include "workflow/runqueue.h"

namespace plumb::models {

/// The runs of a queue, in their order. KeyRole is the entry's id.
class QueueModel final : public TableModel<workflow::QueueEntry>
{
    Q_OBJECT

public:
    enum Column { Name, Environment, Load, Planned, State, Remark };
    explicit QueueModel(QObject* parent = nullptr);

private:
    [[nodiscard]] QVariant cell(const workflow::QueueEntry& entry, int column, int role) const override;
};

/// "1 running, 2 waiting (ETA 03:20)"; empty where none waits. @p left_s: of the run under way.
[[nodiscard]] QString queueText(const workflow::RunQueue& queue, bool running, std::optional<double> left_s);

} // namespace plumb::models
