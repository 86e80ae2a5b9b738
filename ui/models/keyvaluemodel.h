// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "ui/models/tablemodel.h"

namespace plumb::models {

struct KeyValue
{
    QString key, value;
};

/// Facts by name.
class KeyValueModel final : public TableModel<KeyValue>
{
    Q_OBJECT

public:
    enum Column { Key, Value };
    explicit KeyValueModel(QObject* parent = nullptr);

    /// Where, on what and with which versions a run was made.
    static std::vector<KeyValue> fingerprint(const report::Report& report);
    /// How the load generator was set up, and what each of its threads did.
    static std::vector<KeyValue> generator(const report::Report& report);

private:
    [[nodiscard]] QVariant cell(const KeyValue& row, int column, int role) const override;
};

} // namespace plumb::models
