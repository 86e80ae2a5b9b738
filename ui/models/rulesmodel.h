// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// The rules of a judgement: what was measured, the limit that decided, the verdict and why.
class RulesModel final : public TableModel<report::JudgedRule>
{
    Q_OBJECT

public:
    enum Column { Verdict, Name, Of, Value, Limit, Reason };
    explicit RulesModel(QObject* parent = nullptr);

private:
    [[nodiscard]] QVariant cell(const report::JudgedRule& rule, int column, int role) const override;
};

} // namespace plumb::models
