// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStyledItemDelegate>
#include <QWidget>

class QColor;

namespace plumb::ui {

/// Draws @p values as a line over the whole of @p rect, min and max per pixel column kept; NaN is a gap.
/// Zero-based when @p zeroBased, else from the least to the greatest value. The last value gets a dot.
void paintSparkline(
    QPainter* painter, const QRectF& rect, const QList<double>& values, const QColor& color, bool zeroBased);

/// A word-sized chart in a widget.
class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(QWidget* parent = nullptr);

    void setValues(const QList<double>& values);
    void setZeroBased(bool zeroBased);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_values;
    bool m_zeroBased = false;
};

/// Paints a word-sized chart in a column. The role holds a QList<double>; anything else paints as text.
class SparklineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SparklineDelegate(int role, QObject* parent = nullptr);

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_role;
};

} // namespace plumb::ui
