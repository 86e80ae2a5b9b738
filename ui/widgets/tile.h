// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metric/verdict.h"

#include <QFrame>
#include <QList>

#include <optional>

class QLabel;

namespace plumb::ui {

class ElidedLabel;
class Sparkline;

/// One figure that matters: title, big figure, unit, its course, and the limit it is held against.
class Tile : public QFrame
{
    Q_OBJECT

public:
    explicit Tile(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// "41.7", "ms". An empty figure shows a dash: not measured.
    void setFigure(const QString& figure, const QString& unit);
    /// As formatLatency() and its like give it, "41.7 ms": figure and unit are parted at the last space.
    void setFigure(const QString& figureWithUnit);
    /// The course of the figure, oldest first; NaN is a gap.
    void setValues(const QList<double>& values);
    void setZeroBased(bool zeroBased);
    /// "limit 800 ms" or "of 50"; with a verdict its shape stands before it in its ink.
    void setLimit(const QString& text, std::optional<metric::Verdict> verdict = std::nullopt);
    [[nodiscard]] QString figure() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void recolor();
    void updateAccess();

    QLabel* m_title;
    QLabel* m_figure;
    QLabel* m_unit;
    Sparkline* m_sparkline;
    QLabel* m_limitIcon;
    ElidedLabel* m_limit;
    std::optional<metric::Verdict> m_verdict;
};

} // namespace plumb::ui
