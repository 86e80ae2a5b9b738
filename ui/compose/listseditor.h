// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/scenariorecords.h"

#include <QWidget>

#include <vector>

namespace plumb::ui {

class RecordTable;

/// Tables one below the other, each with its heading: variables with environments and data files; monitors
/// with stop rules.
class ListsEditor : public QWidget
{
    Q_OBJECT

public:
    struct Part
    {
        QString title, remark;
        models::RecordList list;
    };
    /// @p document outlives the editor.
    ListsEditor(models::ScenarioDocument& document, std::vector<Part> parts, QWidget* parent = nullptr);

    bool showProblem(const std::string& path);

private:
    std::vector<RecordTable*> m_tables;
};

} // namespace plumb::ui
