// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/livesnapshot.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// The steps of a run under way.
class LiveStepModel final : public TableModel<LiveStep>
{
    Q_OBJECT

public:
    enum Column { Name, Count, Failed, Rps, P50, P95, P99, Max, Limit, Verdict };
    explicit LiveStepModel(QObject* parent = nullptr);
    /// Keeps the selection. @p rules say how the steps stand, each to its worst.
    void setSteps(std::vector<LiveStep> steps, const std::vector<report::JudgedRule>& rules = {});

private:
    [[nodiscard]] QVariant cell(const LiveStep& step, int column, int role) const override;
    int m_decimals = 3; ///< of all latencies, so that they align
};

} // namespace plumb::models
