// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// What the monitors of a run read: a row a series, with the figures of the measure phase or of a part.
class MonitorModel final : public TableModel<report::MonitorSeries>
{
    Q_OBJECT

public:
    enum Column { Series, Source, Min, Mean, Max, Last, Unit, Readings, Missing };
    explicit MonitorModel(QObject* parent = nullptr);

private:
    [[nodiscard]] QVariant cell(const report::MonitorSeries& series, int column, int role) const override;
};

} // namespace plumb::models
