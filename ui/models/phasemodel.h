// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// The books of a run: per phase, planned = sent + dropped and sent = completed + failed + unfinished.
class PhaseModel final : public TableModel<report::PhaseReport>
{
    Q_OBJECT

public:
    enum Column { Phase, Start, Length, Planned, Sent, Completed, Failed, Unfinished, Dropped };
    explicit PhaseModel(QObject* parent = nullptr);

private:
    [[nodiscard]] QVariant cell(const report::PhaseReport& phase, int column, int role) const override;
};

/// Steps that did not run.
class SkippedModel final : public TableModel<report::SkippedStep>
{
    Q_OBJECT

public:
    enum Column { Step, Pattern, Reason, Times };
    explicit SkippedModel(QObject* parent = nullptr);

private:
    [[nodiscard]] QVariant cell(const report::SkippedStep& step, int column, int role) const override;
};

} // namespace plumb::models
