// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusentry.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace plumb::ui {

namespace {

constexpr int entryHeight = 24;
constexpr int pictureSize = 14;
constexpr int leastWords = 40;
constexpr int around = 2 * Theme::space2 + pictureSize + Theme::space1;

} // namespace

StatusEntry::StatusEntry(const QString& icon, const QString& what, const QString& help, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_what(what)
    , m_help(help)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setAccessibleDescription(help);
    showText({});
}

void StatusEntry::showText(const QString& words, Qt::TextElideMode mode)
{
    m_elide = mode;
    setText(words);
    setAccessibleName(words.isEmpty() ? m_what : tr("%1: %2").arg(m_what, words));
    setToolTip(words.isEmpty() ? m_help : words + QLatin1Char('\n') + m_help);
    updateGeometry();
    update();
}

QSize StatusEntry::sizeHint() const
{
    return {around + fontMetrics().horizontalAdvance(text()) + 2, entryHeight};
}

QSize StatusEntry::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), around + leastWords), entryHeight};
}

void StatusEntry::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void StatusEntry::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = underMouse() || hasFocus() || isDown();
    const QRectF body = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? theme.border : theme.grid);
        painter.drawRoundedRect(body, Theme::space1, Theme::space1);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body, Theme::space1, Theme::space1);
    }
    const QColor ink = strong ? theme.text : theme.muted;
    const QRect picture(Theme::space2, (height() - pictureSize) / 2, pictureSize, pictureSize);
    ui::icon(m_icon, ink).paint(&painter, QStyle::visualRect(layoutDirection(), rect(), picture));
    painter.setPen(ink);
    const QRect words = rect().adjusted(picture.right() + 1 + Theme::space1, 0, -Theme::space2, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
        Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        fontMetrics().elidedText(text(), m_elide, words.width()));
}

} // namespace plumb::ui
