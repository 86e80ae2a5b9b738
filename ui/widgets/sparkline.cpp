// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include "ui/shell/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumb::ui {

namespace {

constexpr int sparkWidth = 96;
constexpr int sparkHeight = 18;

struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(double value)
    {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    [[nodiscard]] bool empty() const { return low > high; }
};

Extent extentOf(const QList<double>& values, qsizetype first, qsizetype last)
{
    Extent extent;
    for (qsizetype i = first; i < last; ++i) {
        extent.include(values[i]);
    }
    return extent;
}

} // namespace

void paintSparkline(
    QPainter* painter, const QRectF& rect, const QList<double>& values, const QColor& color, bool zeroBased)
{
    Extent all = extentOf(values, 0, values.size());
    if (all.empty() || rect.width() < 2 || rect.height() < 2) {
        return;
    }
    if (zeroBased) {
        all.include(0.0);
    }
    const double span = all.high > all.low ? all.high - all.low : 1.0;
    // A constant series is a line through the middle, not along the floor.
    const double base = all.high > all.low ? all.low : all.low - 0.5;
    const auto toY = [&](double value) { return rect.bottom() - (value - base) / span * rect.height(); };

    const auto columns = std::min<qsizetype>(values.size(), std::max<qsizetype>(2, qFloor(rect.width())));
    QPainterPath path;
    bool open = false;
    QPointF last;
    for (qsizetype c = 0; c < columns; ++c) {
        const Extent cell = extentOf(values, c * values.size() / columns, (c + 1) * values.size() / columns);
        if (cell.empty()) {
            open = false;
            continue;
        }
        const double x = rect.left() + (columns > 1 ? rect.width() * double(c) / double(columns - 1) : 0.0);
        const QPointF top(x, toY(cell.high));
        if (open) {
            path.lineTo(top);
        } else {
            path.moveTo(top);
        }
        last = QPointF(x, toY(cell.low));
        path.lineTo(last);
        open = true;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawEllipse(last, 1.75, 1.75);
    painter->restore();
}

Sparkline::Sparkline(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QList<double>& values)
{
    m_values = values;
    update();
}

void Sparkline::setZeroBased(bool zeroBased)
{
    m_zeroBased = zeroBased;
    update();
}

QSize Sparkline::sizeHint() const
{
    return {sparkWidth, sparkHeight};
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSparkline(&painter, QRectF(rect()).adjusted(1, 3, -3, -3), m_values, Theme::of(this).series[0].color,
        m_zeroBased);
}

SparklineDelegate::SparklineDelegate(int role, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_role(role)
{
}

void SparklineDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant value = index.data(m_role);
    if (!value.canConvert<QList<double>>()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem opt = option;
    initStyleOption(&opt, index);
    opt.text.clear();
    const QStyle* style = opt.widget != nullptr ? opt.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &opt, painter, opt.widget);
    const QColor color = Theme::of(opt.palette).series[0].color;
    paintSparkline(painter, QRectF(opt.rect).adjusted(Theme::space2, 6, -Theme::space2, -6),
        value.value<QList<double>>(), color, false);
}

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {sparkWidth + 2 * Theme::space2, Theme::rowHeight};
}

} // namespace plumb::ui
