// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// The steps of a stored report.
class StepTableModel final : public TableModel<report::StepReport>
{
    Q_OBJECT

public:
    enum Column { Name, Request, Count, Failed, ErrorRate, Rps, Mean, P50, P95, P99, Max };
    explicit StepTableModel(QObject* parent = nullptr);
    void setSteps(const std::vector<report::StepReport>& steps);

private:
    [[nodiscard]] QVariant cell(const report::StepReport& step, int column, int role) const override;
    int m_decimals = 3; ///< of all latencies, so that they align
};

} // namespace plumb::models
