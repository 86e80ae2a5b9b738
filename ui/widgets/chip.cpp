// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace plumb::ui {

namespace {
constexpr int chipHeight = 24;
constexpr int crossSize = 12;
} // namespace

Chip::Chip(QWidget* parent)
    : QToolButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QToolButton::clicked, this, &Chip::removed);
}

void Chip::setFilter(const QString& text, const QString& what)
{
    setText(text);
    setAccessibleName(tr("%1: %2").arg(what, text));
    setAccessibleDescription(tr("Press to remove the filter"));
    setToolTip(tr("%1: %2. Click to remove the filter.").arg(what, text));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 3 * Theme::space2 + crossSize, chipHeight};
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT removed();
        return;
    }
    QToolButton::keyPressEvent(event);
}

void Chip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QToolButton::changeEvent(event);
}

void Chip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool strong = hasFocus() || underMouse();
    painter.setPen(QPen(strong ? theme.accent : theme.border, hasFocus() ? 1.5 : 1.0));
    painter.setBrush(theme.neutral.tint);
    painter.drawRoundedRect(shape, chipHeight / 2.0, chipHeight / 2.0);
    painter.setPen(theme.text);
    const QRect words = rect().adjusted(Theme::space2 + 2, 0, -(crossSize + Theme::space2), 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text());
    const QRect cross(width() - crossSize - Theme::space2, (height() - crossSize) / 2, crossSize, crossSize);
    ui::icon(u"close", strong ? theme.accent : theme.muted).paint(&painter, cross);
}

} // namespace plumb::ui
