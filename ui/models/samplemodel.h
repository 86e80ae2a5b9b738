// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// Kept exchanges: the failing and the slow ones.
class SampleModel final : public TableModel<report::Sample>
{
    Q_OBJECT

public:
    enum Column { At, Step, Why, Outcome, Status, Response, Service, Message };
    explicit SampleModel(QObject* parent = nullptr);

private:
    [[nodiscard]] QVariant cell(const report::Sample& sample, int column, int role) const override;
};

} // namespace plumb::models
