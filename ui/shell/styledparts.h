// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QColor;
class QPainter;
class QRectF;
class QStyle;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QWidget;

// How PlumbStyle draws the controls that have several parts.
namespace plumb::ui {

struct Theme;

/// @p rect so that a pen of one pixel on it is one pixel sharp.
[[nodiscard]] QRectF hairline(const QRect& rect);
void drawPanel(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& edge);
/// The ring of whatever has the keyboard focus.
void drawFocus(QPainter* painter, const QRect& rect, const Theme& theme);

/// The tab of a bar that stands above its pages: the chosen one is underlined.
void drawTab(const QStyleOptionTab& tab, QPainter* painter);
/// A number field and its two buttons.
void drawSpinBox(
    const QStyleOptionSpinBox& box, QPainter* painter, const QStyle& style, const QWidget* widget);
/// A choice, drawn as a button; as a field where it can be typed into as well.
void drawCombo(
    const QStyleOptionComboBox& box, QPainter* painter, const QStyle& style, const QWidget* widget);
/// The small arrow that stands for "more below" and "more above".
void drawArrow(QPainter* painter, const QRect& rect, bool up, const QColor& color);
/// A box that is seen on every surface, checked or not: the base style's edge is lost in the dark.
void drawCheckBox(const QStyleOption* option, QPainter* painter);
/// The handle of a scroll bar: there are no arrows, so the whole length is its way.
[[nodiscard]] QRect scrollHandle(const QStyleOptionSlider& bar, int shortest);
void drawScrollBar(const QStyleOptionSlider& bar, QPainter* painter, const QRect& handle);

} // namespace plumb::ui
