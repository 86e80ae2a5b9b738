// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
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

private:
    [[nodiscard]] QVariant cell(const ErrorRow& row, int column, int role) const override;
};

} // namespace plumb::models
