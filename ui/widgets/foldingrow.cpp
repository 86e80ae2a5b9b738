// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foldingrow.h"

#include "ui/shell/theme.h"

#include <QGridLayout>

#include <algorithm>

namespace plumb::ui {

FoldingRow::FoldingRow(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(Theme::space2);
}

void FoldingRow::add(QWidget* widget)
{
    m_widgets << widget;
    arrange(int(m_widgets.size()));
}

int FoldingRow::widthOf(int columns) const
{
    int widest = 0;
    for (const QWidget* widget : m_widgets) {
        widest = std::max({widest, widget->minimumWidth(), widget->minimumSizeHint().width()});
    }
    return columns * widest + (columns - 1) * Theme::space2;
}

QSize FoldingRow::minimumSizeHint() const
{
    return {widthOf(std::max(1, int(m_widgets.size() + 1) / 2)), QWidget::minimumSizeHint().height()};
}

void FoldingRow::arrange(int columns)
{
    m_columns = columns;
    for (int i = 0; i < m_widgets.size(); ++i) {
        // A widget that is in the grid already changes its place.
        m_grid->removeWidget(m_widgets[i]);
        m_grid->addWidget(m_widgets[i], i / columns, i % columns);
    }
    for (int column = 0; column < m_widgets.size(); ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
}

void FoldingRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int all = int(m_widgets.size());
    const int columns = width() >= widthOf(all) ? all : (all + 1) / 2;
    if (columns > 0 && columns != m_columns) {
        arrange(columns);
        updateGeometry();
    }
}

} // namespace plumb::ui
