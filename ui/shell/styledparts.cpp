// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/styledparts.h"

#include "ui/shell/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace plumb::ui {

namespace {

constexpr double underline = 2.0;
constexpr double arrowHalf = 3.0; ///< half the width of an arrow

void drawField(const QStyleOptionComplex& option, QPainter* painter, const Theme& theme)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    drawPanel(
        painter, option.rect, enabled ? option.palette.color(QPalette::Base) : theme.window, theme.border);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        drawFocus(painter, option.rect, theme);
    }
}

QColor arrowColor(const Theme& theme, bool enabled, bool hover)
{
    return !enabled ? theme.border : hover ? theme.text : theme.muted;
}

} // namespace

QRectF hairline(const QRect& rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

void drawPanel(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& edge)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge);
    painter->setBrush(fill);
    painter->drawRoundedRect(hairline(rect), Theme::radius - 1, Theme::radius - 1);
    painter->restore();
}

void drawFocus(QPainter* painter, const QRect& rect, const Theme& theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), Theme::radius - 1, Theme::radius - 1);
    painter->restore();
}

void drawArrow(QPainter* painter, const QRect& rect, bool up, const QColor& color)
{
    const auto middle = QRectF(rect).center();
    const double tip = up ? -arrowHalf / 2.0 : arrowHalf / 2.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{
        middle + QPointF(-arrowHalf, -tip), middle + QPointF(0.0, tip), middle + QPointF(arrowHalf, -tip)});
    painter->restore();
}

void drawTab(const QStyleOptionTab& tab, QPainter* painter)
{
    const Theme& theme = Theme::of(tab.palette);
    const bool selected = tab.state.testFlag(QStyle::State_Selected);
    if (tab.state.testFlag(QStyle::State_HasFocus)) {
        drawFocus(painter, tab.rect.adjusted(2, 2, -2, -Theme::space1), theme);
    }
    const bool hover
        = tab.state.testFlag(QStyle::State_MouseOver) && tab.state.testFlag(QStyle::State_Enabled);
    if (!selected && !hover) {
        return;
    }
    QRectF line(tab.rect);
    line.setTop(line.bottom() - underline);
    line.adjust(Theme::space2, 0.0, -Theme::space2, 0.0);
    painter->fillRect(line, selected ? theme.accent : theme.border);
}

void drawSpinBox(
    const QStyleOptionSpinBox& box, QPainter* painter, const QStyle& style, const QWidget* widget)
{
    const Theme& theme = Theme::of(box.palette);
    drawField(box, painter, theme);
    if (box.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    for (const auto part : {QStyle::SC_SpinBoxUp, QStyle::SC_SpinBoxDown}) {
        const bool up = part == QStyle::SC_SpinBoxUp;
        const bool enabled = box.state.testFlag(QStyle::State_Enabled)
            && box.stepEnabled.testFlag(
                up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        const bool hover = enabled && box.activeSubControls.testFlag(part);
        drawArrow(painter, style.subControlRect(QStyle::CC_SpinBox, &box, part, widget), up,
            arrowColor(theme, enabled, hover));
    }
}

void drawCombo(const QStyleOptionComboBox& box, QPainter* painter, const QStyle& style, const QWidget* widget)
{
    const Theme& theme = Theme::of(box.palette);
    if (box.editable) {
        drawField(box, painter, theme);
    } else {
        QStyleOptionButton button;
        static_cast<QStyleOption&>(button) = box;
        button.state.setFlag(QStyle::State_Sunken, box.state.testFlag(QStyle::State_On));
        style.drawPrimitive(QStyle::PE_PanelButtonCommand, &button, painter, widget);
    }
    const bool enabled = box.state.testFlag(QStyle::State_Enabled);
    const bool hover = enabled && box.state.testFlag(QStyle::State_MouseOver);
    drawArrow(painter, style.subControlRect(QStyle::CC_ComboBox, &box, QStyle::SC_ComboBoxArrow, widget),
        false, arrowColor(theme, enabled, hover));
}

void drawCheckBox(const QStyleOption* option, QPainter* painter)
{
    const Theme& theme = Theme::of(option->palette);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool on = option->state.testFlag(QStyle::State_On);
    const bool partly = option->state.testFlag(QStyle::State_NoChange);
    const bool hover = enabled && option->state.testFlag(QStyle::State_MouseOver);
    const int side = qMin(option->rect.width(), option->rect.height());
    QRectF box(0, 0, side - 1.0, side - 1.0);
    box.moveCenter(QRectF(option->rect).center());
    const QColor edge = !enabled ? theme.border : hover ? theme.accent : theme.muted;
    const QColor fill = on || partly ? (enabled ? theme.accent : theme.border) : theme.surface;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(on || partly ? fill : edge);
    painter->setBrush(fill);
    painter->drawRoundedRect(box, Theme::radius / 2.0, Theme::radius / 2.0);
    painter->setPen(QPen(theme.onAccent, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (on) {
        painter->drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32)});
    } else if (partly) {
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    }
    painter->restore();
}

QRect scrollHandle(const QStyleOptionSlider& bar, int shortest)
{
    const bool across = bar.orientation == Qt::Horizontal;
    const int way = across ? bar.rect.width() : bar.rect.height();
    int length = way;
    if (bar.maximum > bar.minimum) {
        const qint64 range = qint64(bar.maximum) - bar.minimum;
        length = qBound(qMin(shortest, way), int(qint64(bar.pageStep) * way / (range + bar.pageStep)), way);
    }
    const int start = QStyle::sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, way - length, bar.upsideDown);
    const QRect handle
        = across ? QRect(start, 0, length, bar.rect.height()) : QRect(0, start, bar.rect.width(), length);
    return QStyle::visualRect(bar.direction, bar.rect, handle.translated(bar.rect.topLeft()));
}

void drawScrollBar(const QStyleOptionSlider& bar, QPainter* painter, const QRect& handle)
{
    const Theme& theme = Theme::of(bar.palette);
    painter->fillRect(bar.rect, bar.palette.color(QPalette::Window));
    if (bar.maximum <= bar.minimum) {
        return;
    }
    const bool grabbed = bar.state.testFlag(QStyle::State_Sunken)
        || (bar.state.testFlag(QStyle::State_MouseOver)
            && bar.activeSubControls == QStyle::SC_ScrollBarSlider);
    QColor fill = theme.muted;
    fill.setAlphaF(grabbed ? 0.75F : 0.4F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(fill);
    const QRectF pill = QRectF(handle).adjusted(3, 3, -3, -3);
    const double round = qMin(pill.width(), pill.height()) / 2.0;
    painter->drawRoundedRect(pill, round, round);
    painter->restore();
}

} // namespace plumb::ui
