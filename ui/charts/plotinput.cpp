// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keys of a plot.
#include "ui/charts/plot.h"

#include "ui/charts/plotoverlay.h"
#include "ui/charts/qcustomplot.h"

#include <algorithm>
#include <cmath>

namespace plumb::ui {

namespace {

constexpr double keyZoom = 0.8;
constexpr double keyPan = 0.1;
constexpr double wheelZoom = 0.85;
constexpr int dragThreshold = 4; // pixels; less is a click

} // namespace

bool Plot::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        setCursor(std::nullopt);
        Q_EMIT cursorMoved(std::nullopt);
    }
    if (event->type() == QEvent::Wheel) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (!hasFocus() && !wheel->modifiers().testFlag(Qt::ControlModifier)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Plot::keyPressEvent(QKeyEvent* event)
{
    const double middle = (m_visible.lower + m_visible.upper) / 2.0;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the plus of most keyboards without Shift
        setVisibleRange(zoomed(m_visible, keyZoom, middle, limits()));
        return;
    case Qt::Key_Minus:
        setVisibleRange(zoomed(m_visible, 1.0 / keyZoom, middle, limits()));
        return;
    case Qt::Key_Home:
        fit();
        return;
    case Qt::Key_L:
        setLogScale(!m_log);
        return;
    case Qt::Key_BracketLeft:
    case Qt::Key_BracketRight:
        if (m_selecting && m_cursor) {
            selectFromCursor(event->key() == Qt::Key_BracketLeft);
            return;
        }
        break;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Left ? -1 : 1;
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            setCursor(neighbour(m_cursor.value_or(middle), direction));
            Q_EMIT cursorMoved(m_cursor);
        } else {
            setVisibleRange(panned(m_visible, keyPan * direction, limits()));
        }
        return;
    }
    case Qt::Key_Escape:
        if (m_dragFrom || m_cursor) {
            m_dragFrom.reset();
            m_overlay->setDrag(std::nullopt);
            setCursor(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Plot::selectFromCursor(bool start)
{
    AxisRange range = m_selected.value_or(limits());
    (start ? range.lower : range.upper) = *m_cursor;
    // Past the other end: a new selection up to the end of the run, or from its start.
    if (range.upper <= range.lower) {
        (start ? range.upper : range.lower) = start ? limits().upper : limits().lower;
    }
    if (range.upper > range.lower) {
        setSelectedRange(range);
        Q_EMIT rangeSelected(range.lower, range.upper);
    }
}

void Plot::focusInEvent(QFocusEvent* event)
{
    m_overlay->setFocusRing(event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason);
    QWidget::focusInEvent(event);
}

void Plot::focusOutEvent(QFocusEvent* event)
{
    m_overlay->setFocusRing(false);
    QWidget::focusOutEvent(event);
}

void Plot::mousePressed(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_plot->axisRect()->rect().contains(event->pos())) {
        m_dragFrom = event->pos().x();
    }
}

void Plot::mouseMoved(QMouseEvent* event)
{
    const QRect area = m_plot->axisRect()->rect();
    if (m_dragFrom) {
        const int to = std::clamp(event->pos().x(), area.left(), area.right());
        m_overlay->setDrag(std::pair(std::min(*m_dragFrom, to), std::max(*m_dragFrom, to)));
    }
    setCursor(area.contains(event->pos()) ? std::optional(xAt(event->pos().x())) : std::nullopt);
    Q_EMIT cursorMoved(m_cursor);
}

void Plot::mouseReleased(QMouseEvent* event)
{
    if (!m_dragFrom || event->button() != Qt::LeftButton) {
        return;
    }
    const QRect area = m_plot->axisRect()->rect();
    const int from = *m_dragFrom;
    const int to = std::clamp(event->pos().x(), area.left(), area.right());
    m_dragFrom.reset();
    m_overlay->setDrag(std::nullopt);
    if (std::abs(to - from) < dragThreshold) {
        return;
    }
    const AxisRange range{xAt(std::min(from, to)), xAt(std::max(from, to))};
    if (m_selecting) {
        setSelectedRange(range);
        Q_EMIT rangeSelected(range.lower, range.upper);
    } else {
        setVisibleRange(range);
    }
}

void Plot::wheelTurned(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    setVisibleRange(zoomed(m_visible, std::pow(wheelZoom, steps), xAt(event->position().x()), limits()));
}

} // namespace plumb::ui
