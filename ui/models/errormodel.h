// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/reportrange.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// One way in which requests of a step ended.
struct ErrorRow
{
    enum class Kind { outcome, status, reason, check };
    QString step;
    Kind kind = Kind::outcome;
    QString what;
    std::int64_t count = 0;
    std::optional<double> share; ///< of the step's finished requests
};

/// How the requests of a report ended besides well: outcomes, statuses from 400 on, reason codes, failed
/// checks.
class ErrorModel final : public TableModel<ErrorRow>
{
    Q_OBJECT

public:
    enum Column { Step, Kind, What, Count, Share };
    explicit ErrorModel(QObject* parent = nullptr);
    void setSteps(const std::vector<report::StepReport>& steps);
    /// Of a part of the run, of all steps together: outcomes and reasons alone are kept over time.
    void setRange(const RangeFigures& figures);

private:
    void setSorted(std::vector<ErrorRow> rows);
    [[nodiscard]] QVariant cell(const ErrorRow& row, int column, int role) const override;
};

} // namespace plumb::models
