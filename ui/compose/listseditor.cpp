// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/listseditor.h"

#include "ui/compose/recordtable.h"
#include "ui/shell/theme.h"
#include "ui/widgets/sectionheader.h"

#include <QVBoxLayout>

namespace plumb::ui {

ListsEditor::ListsEditor(models::ScenarioDocument& document, std::vector<Part> parts, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space4, Theme::space3, Theme::space4, Theme::space3);
    column->setSpacing(Theme::space2);
    for (auto& part : parts) {
        auto* header = new SectionHeader(part.title);
        header->setRemark(part.remark);
        auto* table = new RecordTable(document, part.title);
        table->setList(std::move(part.list));
        column->addWidget(header);
        column->addWidget(table);
        m_tables.push_back(table);
    }
    column->addStretch();
}

bool ListsEditor::showProblem(const std::string& path)
{
    for (auto* table : m_tables) {
        if (table->showProblem(path))
            return true;
    }
    return false;
}

} // namespace plumb::ui
