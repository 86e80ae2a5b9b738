// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/viewmemory.h"

#include "ui/shell/settings.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QSplitter>

namespace plumb::ui {

ViewMemory::ViewMemory(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void ViewMemory::keep(const QString& name, QSplitter* splitter, const QList<int>& first)
{
    splitter->setSizes(first);
    splitter->restoreState(m_settings.viewState(name));
    // Only a handle that is moved says so, not a window that is resized.
    connect(splitter, &QSplitter::splitterMoved, this,
        [this, name, splitter] { m_settings.setViewState(name, splitter->saveState()); });
    m_resets.emplace_back([splitter, first] { splitter->setSizes(first); });
}

void ViewMemory::keep(const QString& name, TableView* table)
{
    table->restoreColumns(m_settings.viewState(name));
    connect(table, &TableView::widthsChosen, this,
        [this, name, table] { m_settings.setViewState(name, table->horizontalHeader()->saveState()); });
    m_resets.emplace_back([table] { table->forgetWidths(); });
}

void ViewMemory::reset()
{
    for (const auto& reset : m_resets)
        reset();
}

} // namespace plumb::ui
