// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/trust.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

struct TrustRow
{
    QString title, figure, meaning, word;
    report::TrustFact::Level level = report::TrustFact::Level::good;
};

/// What was looked at to trust a run's generator, a row each.
class TrustModel final : public TableModel<TrustRow>
{
    Q_OBJECT

public:
    enum Column { Look, State, Figure, Meaning };
    explicit TrustModel(QObject* parent = nullptr);

    static std::vector<TrustRow> rowsOf(const report::TrustContext& context);

private:
    [[nodiscard]] QVariant cell(const TrustRow& row, int column, int role) const override;
};

} // namespace plumb::models
