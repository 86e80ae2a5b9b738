// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/foldingrow.h"

#include "ui/shell/theme.h"

#include <QEvent>
#include <QGridLayout>

#include <algorithm>
#include <iterator>
#include <utility>

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
    widget->installEventFilter(this);
    arrange();
}

QList<QWidget*> FoldingRow::shown() const
{
    QList<QWidget*> shown;
    // A new widget counts as hidden until its window is shown; only what was hidden on purpose takes no room.
    std::copy_if(m_widgets.begin(), m_widgets.end(), std::back_inserter(shown), [](const QWidget* widget) {
        return !widget->isHidden() || !widget->testAttribute(Qt::WA_WState_ExplicitShowHide);
    });
    return shown;
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
    return {widthOf(std::max(1, int(shown().size() + 1) / 2)), QWidget::minimumSizeHint().height()};
}

void FoldingRow::arrange()
{
    const QList<QWidget*> widgets = shown();
    const int all = int(widgets.size());
    const int columns = std::max(1, width() >= widthOf(all) ? all : (all + 1) / 2);
    if (columns == m_columns && widgets == m_placed) {
        return;
    }
    m_columns = columns;
    m_placed = widgets;
    for (QWidget* widget : std::as_const(m_widgets)) {
        m_grid->removeWidget(widget);
    }
    for (int i = 0; i < all; ++i) {
        m_grid->addWidget(widgets[i], i / columns, i % columns);
    }
    for (int column = 0; column < m_widgets.size(); ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
    updateGeometry();
}

bool FoldingRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

void FoldingRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace plumb::ui
