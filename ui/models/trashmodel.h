// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

/// What is in the trash of a library.
class TrashModel final : public TableModel<library::Trashed>
{
    Q_OBJECT

public:
    enum Column { Operation, Started, Verdict, Deleted, Size };
    explicit TrashModel(QObject* parent = nullptr);

private:
    [[nodiscard]] QVariant cell(const library::Trashed& row, int column, int role) const override;
};

/// "2 reports, 1.5 MiB"; the sum of @p rows.
QString trashText(const std::vector<library::Trashed>& rows);

/// "today", "yesterday", "12 days ago": how long before @p now_ms something was, by the local calendar.
QString ageText(std::int64_t then_ms, std::int64_t now_ms);

} // namespace plumb::models
