// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/loadpreview.h"

#include <QWidget>

#include <optional>

namespace plumb::ui {

/// The planned users or rate over time. The ends of stages are handles that can be dragged; the table of
/// stages does the same for the keyboard.
class LoadPlot : public QWidget
{
    Q_OBJECT

public:
    explicit LoadPlot(QWidget* parent = nullptr);

    void setPreview(const models::LoadPreview& preview);
    [[nodiscard]] const models::LoadPreview& preview() const { return m_preview; }
    /// Where the handle of a stage is drawn.
    [[nodiscard]] QPointF handleAt(std::size_t stage) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stageDragged(int stage, double time_s, double value);
    /// The mouse button was released after a drag.
    void dragEnded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] QPointF toScreen(const models::LoadPreview::Point& point) const;
    [[nodiscard]] int handleNear(const QPointF& at) const;
    void paintAxes(QPainter& painter) const;
    void paintPhases(QPainter& painter) const;
    void paintHandles(QPainter& painter) const;
    [[nodiscard]] QString handleText(std::size_t stage) const;
    void showHovered(int stage);
    void describe();
    [[nodiscard]] QString burstText() const;

    models::LoadPreview m_preview;
    double m_lastTime = 1.0, m_highest = 1.0; ///< of the axes
    double m_grabbedTime = 1.0, m_grabbedHighest = 1.0; ///< where the axes ended when the drag began
    std::optional<int> m_dragged;
    int m_hovered = -1; ///< the stage whose handle is under the pointer
};

} // namespace plumb::ui
