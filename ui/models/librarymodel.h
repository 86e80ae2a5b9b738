// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// The reports of a library. A file that cannot be read is a row too, with its reason.
class LibraryModel final : public TableModel<library::ReportRow>
{
    Q_OBJECT

public:
    enum Column {
        Verdict,
        Operation,
        Environment,
        Version,
        Started,
        Duration,
        Requests,
        Rps,
        P50,
        P95,
        P99,
        ErrorRate,
        Users,
        Trend,
        Tags
    };
    explicit LibraryModel(QObject* parent = nullptr);

private:
    [[nodiscard]] QVariant cell(const library::ReportRow& row, int column, int role) const override;
    [[nodiscard]] static QVariant unreadableCell(const library::ReportRow& row, int column, int role);
    [[nodiscard]] static QVariant textual(const library::ReportRow& row, int column, int role);
};

} // namespace plumb::models
