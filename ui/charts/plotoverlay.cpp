// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plotoverlay.h"

#include <QPainter>

#include <algorithm>

namespace plumb::ui {

namespace {

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

} // namespace

PlotOverlay::PlotOverlay(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void PlotOverlay::setReadout(int x, const PlotReadout& readout, const std::vector<Dot>& dots)
{
    m_x = x;
    m_readout = readout;
    m_dots = dots;
    update();
}

void PlotOverlay::clearReadout()
{
    if (m_x) {
        m_x.reset();
        update();
    }
}

void PlotOverlay::setDrag(std::optional<std::pair<int, int>> drag)
{
    if (drag != m_drag) {
        m_drag = drag;
        update();
    }
}

void PlotOverlay::setSelection(std::optional<std::pair<int, int>> selection)
{
    if (selection != m_selection) {
        m_selection = selection;
        update();
    }
}

void PlotOverlay::setFocusRing(bool on)
{
    m_focusRing = on;
    update();
}

void PlotOverlay::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    if (m_selection) {
        const auto [left, right] = *m_selection;
        const QColor veil = withAlpha(theme.window, 0.7);
        painter.fillRect(QRect(m_area.topLeft(), QPoint(left - 1, m_area.bottom())), veil);
        painter.fillRect(QRect(QPoint(right + 1, m_area.top()), m_area.bottomRight()), veil);
        painter.setPen(theme.accent);
        painter.drawLine(left, m_area.top(), left, m_area.bottom());
        painter.drawLine(right, m_area.top(), right, m_area.bottom());
    }
    if (m_drag) {
        const auto [left, right] = *m_drag;
        painter.fillRect(
            QRect(QPoint(left, m_area.top()), QPoint(right, m_area.bottom())), withAlpha(theme.accent, 0.18));
    }
    if (m_x) {
        paintReadout(painter);
    }
    if (m_focusRing) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::radius - 1, Theme::radius - 1);
    }
}

/// Beside the cursor, on the side where there is room; at the top or the bottom, where it hides fewer of the
/// values that it names.
QRect PlotOverlay::placeOf(const QSize& size) const
{
    int left = *m_x + Theme::space3;
    if (left + size.width() > m_area.right()) {
        left = qMax(0, *m_x - Theme::space3 - size.width());
    }
    const QRect top(QPoint(left, m_area.top() + Theme::space1), size);
    const QRect bottom(QPoint(left, m_area.bottom() - Theme::space1 - size.height()), size);
    const auto hidden = [this](const QRect& box) {
        return std::count_if(m_dots.begin(), m_dots.end(),
            [&box](const Dot& dot) { return dot.at.y() >= box.top() && dot.at.y() <= box.bottom(); });
    };
    return bottom.top() > top.top() && hidden(bottom) < hidden(top) ? bottom : top;
}

void PlotOverlay::paintReadout(QPainter& painter) const
{
    const Theme& theme = Theme::of(this);
    painter.setPen(QPen(theme.muted, 1));
    painter.drawLine(*m_x, m_area.top(), *m_x, m_area.bottom());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Dot& dot : m_dots) {
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(dot.color);
        painter.drawEllipse(QPointF(dot.at), 4.0, 4.0);
    }

    const QFontMetrics metrics(font());
    int nameWidth = 0;
    int valueWidth = 0;
    for (const auto& line : m_readout.lines) {
        nameWidth = qMax(nameWidth, metrics.horizontalAdvance(line.name) + 1);
        valueWidth = qMax(valueWidth, metrics.horizontalAdvance(line.value));
    }
    constexpr int key = 14;
    constexpr int leastName = 80;
    // A box as wide as the plot would hide what it reads out: long names are cut in their middle.
    nameWidth = qMin(nameWidth, qMax(leastName, m_area.width() / 3));
    const int inner
        = qMax(key + nameWidth + Theme::space4 + valueWidth, metrics.horizontalAdvance(m_readout.heading));
    const int lineHeight = metrics.height() + 2;
    const QSize size(
        inner + 2 * Theme::space2, lineHeight * (1 + int(m_readout.lines.size())) + 2 * Theme::space1 + 2);
    const QRect box = placeOf(size);
    painter.setPen(theme.border);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius - 2, Theme::radius - 2);

    QRect row(box.left() + Theme::space2, box.top() + Theme::space1 + 1, inner, lineHeight);
    painter.setPen(theme.muted);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, m_readout.heading);
    for (const auto& line : m_readout.lines) {
        row.translate(0, lineHeight);
        painter.setPen(QPen(line.color, 2));
        painter.drawLine(row.left(), row.center().y(), row.left() + key - Theme::space1, row.center().y());
        painter.setPen(theme.text);
        painter.drawText(row.adjusted(key, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(line.name, Qt::ElideMiddle, nameWidth));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.value);
    }
}

} // namespace plumb::ui
