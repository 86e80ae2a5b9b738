// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/plumbstyle.h"

#include "ui/shell/styledparts.h"
#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QWheelEvent>

namespace plumb::ui {

namespace {

constexpr int cellPadding = Theme::space2;
constexpr int animation_ms = 120;

void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget)
{
    const Theme& theme = Theme::of(option->palette);
    const auto* button = qobject_cast<const QPushButton*>(widget);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const bool down
        = option->state.testFlag(QStyle::State_Sunken) || option->state.testFlag(QStyle::State_On);
    const bool hover = enabled && option->state.testFlag(QStyle::State_MouseOver);
    if (button != nullptr && button->isDefault() && enabled) {
        QColor fill = theme.accent;
        if (down || hover) {
            fill = theme.dark ? fill.lighter(down ? 118 : 108) : fill.darker(down ? 118 : 108);
        }
        drawPanel(painter, option->rect, fill, fill);
        return;
    }
    const QColor fill = down ? theme.border : hover ? theme.grid : theme.raised;
    drawPanel(painter, option->rect, enabled ? fill : theme.window, theme.border);
}

QStyleOptionViewItem quietSelection(const QStyleOptionViewItem& item)
{
    QStyleOptionViewItem quiet = item;
    for (const auto role : {QPalette::Highlight, QPalette::HighlightedText}) {
        quiet.palette.setColor(QPalette::Active, role, item.palette.color(QPalette::Inactive, role));
    }
    return quiet;
}

} // namespace

PlumbStyle::PlumbStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

QSize PlumbStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.rwidth() += 2 * Theme::space2;
        result.setHeight(qMax(result.height(), Theme::controlHeight));
        break;
    case CT_ComboBox:
        result.rwidth() += Theme::space2;
        result.setHeight(qMax(result.height(), Theme::controlHeight));
        break;
    case CT_LineEdit:
    case CT_SpinBox:
    case CT_ToolButton:
        result.setHeight(qMax(result.height(), Theme::controlHeight));
        if (type == CT_ToolButton) {
            result.setWidth(qMax(result.width(), Theme::controlHeight));
        }
        break;
    case CT_HeaderSection:
        result.rwidth() += 2 * (cellPadding - pixelMetric(PM_HeaderMargin, option, widget));
        result.setHeight(qMax(result.height(), Theme::rowHeight));
        break;
    case CT_TabBarTab:
        result.setHeight(qMax(result.height(), Theme::controlHeight + Theme::space1));
        break;
    case CT_MenuItem:
        result.setHeight(qMax(result.height(), 24));
        break;
    default:
        break;
    }
    return result;
}

int PlumbStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return Theme::iconSize;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Theme::space2;
    case PM_SplitterWidth:
        return Theme::space2;
    case PM_ScrollBarExtent:
        return 12;
    case PM_TabBarTabHSpace:
        return 2 * Theme::space3;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_MenuBarItemSpacing:
        return Theme::space1;
    case PM_ScrollBarSliderMin:
        return Theme::controlHeight;
    case PM_FocusFrameHMargin:
        // What Qt takes for the padding of a cell, less one.
        return qobject_cast<const QTableView*>(widget) != nullptr
            ? cellPadding - 1
            : QProxyStyle::pixelMetric(metric, option, widget);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int PlumbStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons: // of another family
        return 0;
    case SH_Widget_Animation_Duration:
        return m_animated ? animation_ms : 0;
    case SH_Table_GridLineColor:
        return option == nullptr ? QProxyStyle::styleHint(hint, option, widget, returnData)
                                 : static_cast<int>(Theme::of(option->palette).grid.rgba());
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect PlumbStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    switch (element) {
    case SE_LineEditContents:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && frame->lineWidth > 0) {
            return rect.adjusted(Theme::space1, 0, -Theme::space1, 0);
        }
        return rect;
    default:
        return rect;
    }
}

QRect PlumbStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            const QRect handle = scrollHandle(*bar, pixelMetric(PM_ScrollBarSliderMin, option, widget));
            const bool across = bar->orientation == Qt::Horizontal;
            QRect page = bar->rect;
            switch (part) {
            case SC_ScrollBarSlider:
                return handle;
            case SC_ScrollBarGroove:
                return bar->rect;
            case SC_ScrollBarSubPage:
                across ? page.setRight(handle.left() - 1) : page.setBottom(handle.top() - 1);
                return page;
            case SC_ScrollBarAddPage:
                across ? page.setLeft(handle.right() + 1) : page.setTop(handle.bottom() + 1);
                return page;
            default:
                return {};
            }
        }
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        return rect.adjusted(Theme::space1, 0, 0, 0);
    }
    return rect;
}

void PlumbStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        control == CC_SpinBox && box != nullptr && box->frame) {
        drawSpinBox(*box, painter, *this, widget);
        return;
    }
    if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        control == CC_ComboBox && box != nullptr && box->frame) {
        drawCombo(*box, painter, *this, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void PlumbStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = Theme::of(option->palette);
    const bool focus = option->state.testFlag(State_HasFocus);
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        if (focus && option->state.testFlag(State_KeyboardFocusChange)) {
            drawFocus(painter, option->rect, theme);
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_PanelButtonTool:
        if (option->state.testFlag(State_Sunken) || option->state.testFlag(State_On)) {
            drawPanel(painter, option->rect, theme.border, theme.border);
        } else if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled)) {
            drawPanel(painter, option->rect, theme.grid, theme.grid);
        }
        return;
    case PE_PanelLineEdit:
        if (const auto* panel = qstyleoption_cast<const QStyleOptionFrame*>(option);
            panel != nullptr && panel->lineWidth > 0) {
            drawPanel(painter, option->rect, option->palette.color(QPalette::Base), theme.border);
            if (focus) {
                drawFocus(painter, option->rect, theme);
            }
            return;
        }
        break;
    case PE_FrameFocusRect:
        // Item views would draw one per cell: the selection already shows the row, and the frame the focus.
        if (qobject_cast<const QAbstractItemView*>(widget) == nullptr) {
            drawFocus(painter, option->rect, theme);
        }
        return;
    case PE_PanelItemViewRow:
        // The indentation before a selected item of a tree, as the item itself.
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            item != nullptr && item->state.testFlag(State_Selected)) {
            const auto quiet = quietSelection(*item);
            QProxyStyle::drawPrimitive(element, &quiet, painter, widget);
            return;
        }
        break;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp: {
        // On the accent of a default button, as its words are.
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool primary
            = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
        drawArrow(painter, option->rect, element == PE_IndicatorArrowUp,
            !option->state.testFlag(State_Enabled) ? theme.border
                : primary                          ? theme.onAccent
                                                   : theme.muted);
        return;
    }
    case PE_FrameTabBarBase:
        if (const auto* base = qstyleoption_cast<const QStyleOptionTabBarBase*>(option);
            base != nullptr && base->shape == QTabBar::RoundedNorth) {
            painter->setPen(theme.border);
            painter->drawLine(base->rect.bottomLeft(), base->rect.bottomRight());
            return;
        }
        break;
    case PE_Frame:
    case PE_FrameGroupBox:
        painter->save();
        painter->setPen(focus ? theme.accent : theme.border);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(hairline(option->rect));
        painter->restore();
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void PlumbStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const Theme& theme = Theme::of(option->palette);
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme.surface);
        painter->setPen(theme.border);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            // Words of a column stand over its figures. The base style reckons this place past its proxies.
            QStyleOptionHeaderV2 padded;
            if (const auto* newer = qstyleoption_cast<const QStyleOptionHeaderV2*>(option)) {
                padded = *newer;
            } else {
                static_cast<QStyleOptionHeader&>(padded) = *header;
            }
            const int inset = cellPadding - pixelMetric(PM_HeaderMargin, option, widget);
            padded.rect.adjust(inset, 0, -inset, 0);
            padded.text = padded.fontMetrics.elidedText(padded.text, Qt::ElideRight, padded.rect.width());
            QProxyStyle::drawControl(element, &padded, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
            tab != nullptr && tab->shape == QTabBar::RoundedNorth) {
            drawTab(*tab, painter);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            QStyleOptionTab quiet = *tab;
            quiet.state.setFlag(State_HasFocus, false); // the shape shows it
            if (!tab->state.testFlag(State_Selected)) {
                quiet.palette.setColor(QPalette::WindowText, theme.muted);
            }
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_ItemViewItem:
        // A selected row is tinted, so that badges, curves and coloured text on it stay what they are.
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            item != nullptr && item->state.testFlag(State_Selected)) {
            const auto quiet = quietSelection(*item);
            QProxyStyle::drawControl(element, &quiet, painter, widget);
            return;
        }
        break;
    case CE_PushButtonBevel:
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option); button != nullptr
            && button->features.testFlag(QStyleOptionButton::DefaultButton)
            && option->state.testFlag(State_Enabled)) {
            QStyleOptionButton onAccent = *button;
            onAccent.palette.setColor(QPalette::ButtonText, theme.onAccent);
            QProxyStyle::drawControl(element, &onAccent, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void PlumbStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    const bool box = qobject_cast<QComboBox*>(widget) != nullptr
        || qobject_cast<QAbstractSpinBox*>(widget) != nullptr || qobject_cast<QSlider*>(widget) != nullptr;
    if (!box && qobject_cast<QTabBar*>(widget) == nullptr) {
        return;
    }
    if (widget->focusPolicy() == Qt::WheelFocus) {
        widget->setFocusPolicy(Qt::StrongFocus);
    }
    widget->installEventFilter(this);
}

bool PlumbStyle::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        const auto* widget = static_cast<const QWidget*>(watched);
        if (!widget->hasFocus() || qobject_cast<const QTabBar*>(watched) != nullptr) {
            // Goes on to the page, which scrolls.
            event->ignore();
            return true;
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

} // namespace plumb::ui
