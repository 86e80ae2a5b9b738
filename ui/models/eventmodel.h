// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// What happened during a run: states, marks, notices.
class EventModel final : public TableModel<LiveEvent>
{
    Q_OBJECT

public:
    enum Column { At, Kind, Text };
    explicit EventModel(QObject* parent = nullptr);
    void setMarks(const std::vector<report::RunMark>& marks);

private:
    [[nodiscard]] QVariant cell(const LiveEvent& event, int column, int role) const override;
};

} // namespace plumb::models
