// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/plot.h"

namespace plumb::ui {

/// What moves above a plot: crosshair, read-out, the dragged or selected range, the focus ring. A widget of
/// its own, so that moving the pointer never repaints the data.
class PlotOverlay : public QWidget
{
    Q_OBJECT

public:
    struct Dot
    {
        QPoint at;
        QColor color;
    };

    explicit PlotOverlay(QWidget* parent);

    /// The area of the axes; pixels of this widget.
    void setArea(const QRect& area) { m_area = area; }
    void setReadout(int x, const PlotReadout& readout, const std::vector<Dot>& dots);
    void clearReadout();
    /// A range being dragged, in pixels.
    void setDrag(std::optional<std::pair<int, int>> drag);
    /// A selected range in pixels: what lies outside is veiled.
    void setSelection(std::optional<std::pair<int, int>> selection);
    void setFocusRing(bool on);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect placeOf(const QSize& readout) const;
    void paintReadout(QPainter& painter) const;

    QRect m_area;
    std::optional<int> m_x;
    PlotReadout m_readout;
    std::vector<Dot> m_dots;
    std::optional<std::pair<int, int>> m_drag;
    std::optional<std::pair<int, int>> m_selection;
    bool m_focusRing = false;
};

} // namespace plumb::ui
